"""Full text over cases, notes, talks and plans."""

from __future__ import annotations

from dataclasses import replace

from kernteam_tui.data.zoekindex.zoeken import Treffer
from kernteam_tui.data.zoekindex.zoeken import zoek as _zoek
from kernteam_tui.domain.planformaat import Invul, PlanFormaat
from kernteam_tui.exchange.planformaat import read_planformaat
from kernteam_tui.services.sessie import Sessie

__all__ = ["Treffer", "zoek"]

_LIJSTEN = {"doelen": Invul.DOELEN, "acties": Invul.ACTIES}
"""What the index calls a goal or an action, and the kind of section in which it stands."""


def zoek(sessie: Sessie, woorden: str, aantal: int = 20) -> tuple[Treffer, ...]:
    """Places where these words stand; any text is a valid query.

    What is found in a plan carries the key of its section in `onderdeel`, and its title in `titel`.
    """
    with sessie.lezen() as conn:
        treffers = _zoek(conn, woorden, aantal)
    formaat = read_planformaat()
    return tuple(_met_onderdeel(treffer, formaat) for treffer in treffers)


def _met_onderdeel(treffer: Treffer, formaat: PlanFormaat) -> Treffer:
    invul = _LIJSTEN.get(treffer.onderdeel)
    for onderdeel in formaat.onderdelen:
        if onderdeel.sleutel == treffer.onderdeel or onderdeel.invul is invul:
            return replace(treffer, onderdeel=onderdeel.sleutel, titel=onderdeel.titel)
    return treffer
