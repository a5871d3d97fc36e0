"""From the record of a family to what a genogram is made of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kernteam_tui.domain.genogram.stamboom import (
    Band,
    Kindschap,
    Koppel,
    Lid,
    Stamboom,
    Tweeling,
    Verwantschap,
    Woonkring,
)
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import RelatieSoort
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.verwantschap import is_familie


def stamboom_van(gezin: Gezin, jongere_ids: Collection[str], op: date) -> Stamboom:
    """Everybody of the family, in the order in which they were entered; ages are those of that day."""
    return Stamboom(
        leden=tuple(_lid(persoon, persoon.id in jongere_ids, op) for persoon in gezin.personen),
        kindschappen=tuple(Kindschap(b.jongere_id, b.ouder_id, b.soort) for b in gezin.ouderschappen),
        koppels=tuple(
            Koppel(r.van_id, r.naar_id, r.soort, r.sinds, r.tot) for r in gezin.relaties if r.soort.koppel
        ),
        tweelingen=_tweelingen(gezin),
        banden=tuple(
            Band(r.van_id, r.naar_id, r.kwaliteit) for r in gezin.relaties if r.kwaliteit is not None
        ),
        woonkringen=tuple(
            Woonkring(huis.id, huis.naam, _bewoners(gezin, huis.id)) for huis in gezin.huishoudens
        ),
        verwantschappen=tuple(
            Verwantschap(r.van_id, r.naar_id, woord) for r in gezin.relaties if (woord := _woord(r))
        ),
    )


def _woord(relatie: Relatie) -> str:
    """What the one is to the other in the words of the family (`oma van`); empty where the drawing says it,
    and where only how it is between them was noted."""
    if relatie.omschrijving.strip():
        return f"{relatie.omschrijving.strip()} van"
    return relatie.soort.label if is_familie(relatie.soort) and relatie.kwaliteit is None else ""


def _lid(persoon: Persoon, jongere: bool, op: date) -> Lid:
    year = persoon.geboortedatum.year if persoon.geboortedatum else persoon.geboortejaar
    return Lid(
        id=persoon.id,
        naam=persoon.naam,
        geslacht=persoon.geslacht,
        geboortejaar=year,
        leeftijd=_leeftijd(persoon, year, op),
        overleden=persoon.overleden,
        sterfjaar=persoon.overleden_jaar,
        jongere=jongere,
    )


def _leeftijd(persoon: Persoon, year: int | None, op: date) -> int | None:
    """Of who died the age reached; from a year alone no age, which could be one off."""
    if persoon.overleden:
        died = persoon.overleden_jaar
        return died - year if died is not None and year is not None and died >= year else None
    return persoon.leeftijd(op)


def _bewoners(gezin: Gezin, huishouden_id: str) -> tuple[str, ...]:
    return tuple(b.persoon_id for b in gezin.bewoners if b.huishouden_id == huishouden_id)


def _tweelingen(gezin: Gezin) -> tuple[Tweeling, ...]:
    """Pairs that share somebody are one birth: three ties make a triplet."""
    groups: list[set[str]] = []
    for relatie in gezin.relaties:
        if relatie.soort is not RelatieSoort.TWEELING:
            continue
        pair = {relatie.van_id, relatie.naar_id}
        together = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair]
        groups.append(pair.union(*together))
    order = {persoon.id: number for number, persoon in enumerate(gezin.personen)}
    return tuple(Tweeling(tuple(sorted(group, key=lambda one: order[one]))) for group in groups)
