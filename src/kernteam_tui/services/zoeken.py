"""Full text over cases, notes, talks and plans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kernteam_tui.data.lezing import Lezing
from kernteam_tui.data.queries.planformaten import eigen_formaten, formaten_van
from kernteam_tui.data.zoekindex.zoeken import Treffer
from kernteam_tui.data.zoekindex.zoeken import zoek as _zoek
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.planformaat import Invul, PlanFormaat, VastOnderdeel
from kernteam_tui.exchange.planformaat import VAN_HET_PROGRAMMA, read_planformaat
from kernteam_tui.services.planvorm import formaat_uit
from kernteam_tui.services.sessie import Sessie

__all__ = ["Treffer", "zoek"]

_LIJSTEN = {"doelen": Invul.DOELEN, "acties": Invul.ACTIES}
"""What the index calls a goal or an action, and the kind of section in which it stands."""
_PLAN = "plan"


def zoek(sessie: Sessie, woorden: str, aantal: int = 20) -> tuple[Treffer, ...]:
    """Places where these words stand; any text is a valid query.

    What is found in a plan carries the key of its section in `onderdeel`, and in `titel` what that is called
    in the format of the plan.
    """
    with sessie.lezen() as conn:
        treffers = _zoek(conn, woorden, aantal)
        formaten = _formaten(conn, {treffer.casus_id for treffer in treffers if treffer.soort == _PLAN})
    return tuple(_met_onderdeel(treffer, formaten.get(treffer.casus_id)) for treffer in treffers)


def _formaten(conn: Lezing, casus_ids: Iterable[str]) -> dict[str, PlanFormaat]:
    """Casus -> the format of its plan, in the variant of that plan."""
    found = formaten_van(conn, sorted(casus_ids))
    own = eigen_formaten(conn) if any(naam not in VAN_HET_PROGRAMMA for naam, _ in found.values()) else {}
    return {
        casus_id: formaat_uit(naam, own).in_variant(PlanVariant(variant))
        for casus_id, (naam, variant) in found.items()
    }


def _met_onderdeel(treffer: Treffer, formaat: PlanFormaat | None) -> Treffer:
    if formaat is None:
        return treffer
    invul = _LIJSTEN.get(treffer.onderdeel)
    for onderdeel in (*formaat.onderdelen, *_eerder(treffer.onderdeel)):
        if onderdeel.sleutel == treffer.onderdeel or onderdeel.invul is invul:
            return replace(treffer, onderdeel=onderdeel.sleutel, titel=onderdeel.titel)
    return treffer


def _eerder(sleutel: str) -> tuple[VastOnderdeel, ...]:
    """Where the format of the plan does not have it any more."""
    found = read_planformaat().vind(sleutel)
    return () if found is None else (found,)
