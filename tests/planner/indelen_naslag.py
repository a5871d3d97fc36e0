"""Every way to divide a small week, tried one by one: what `indelen` has to find (contract 4).

Works on the JSON and on `Naslag`; imports nothing of the program. Time is a set of minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from typing import Any, NamedTuple

from tests.planner.naslag import Casus, Naslag, gesprek_van, minuut

Uitkomst = tuple[int, int, tuple[int, ...], int]
"""Urgent ones left out, all left out, their last days (later is lower), kosten: lower is better."""


class Wijze(NamedTuple):
    """One way to hold a talk: with exactly these people, in exactly this room."""

    casus: str
    school: str
    start: int
    minuten: int
    ruimte: str | None
    mensen: frozenset[str]
    kosten: int


def uit_optie(casus: Casus, optie: dict[str, Any]) -> Wijze:
    mensen = frozenset(optie["mensen"])
    start = minuut(optie["start"])
    return Wijze(
        casus["id"], casus["school"], start, optie["minuten"], optie["ruimte"], mensen, optie["kosten"]
    )


def boekingen(naslag: Naslag, casus: Casus, erbij: set[str]) -> set[frozenset[str]]:
    """Every smallest set of people that meets all requirements."""
    keuzes = product(*(sorted(leden & erbij) for leden in naslag.eisen(casus).values()))
    alle = {frozenset(keuze) for keuze in keuzes}
    return {groep for groep in alle if not any(kleiner < groep for kleiner in alle)}


def wijzen(naslag: Naslag, casus: Casus) -> list[Wijze]:
    """Every way for one casus, as if it were alone."""
    if casus["vast"] is not None:
        return [uit_optie(casus, casus["vast"])]
    if casus["opties"] is not None:
        return [uit_optie(casus, optie) for optie in casus["opties"]]
    gevonden, school = [], casus["school"]
    for kosten, voorstel in enumerate(naslag.voorstellen(casus)):
        start = minuut(voorstel["start"])
        kamers: list[str | None] = [*naslag.ruimtes(school, gesprek_van(start, casus["minuten"]))] or [None]
        for mensen in boekingen(naslag, casus, set(voorstel["erbij"])):
            for kamer in kamers:
                gevonden.append(Wijze(casus["id"], school, start, casus["minuten"], kamer, mensen, kosten))
    return gevonden


def botsen(naslag: Naslag, een: Wijze, ander: Wijze) -> bool:
    """Whether two talks want one person or one room at a time."""
    tijd, andere = (gesprek_van(w.start, w.minuten) for w in (een, ander))
    reis = naslag.reis(een.school, ander.school)
    onderweg = {minuut_ + over for minuut_ in tijd for over in range(-reis, reis + 1)}
    if een.mensen & ander.mensen and onderweg & andere:
        return True
    een_kamer = een.ruimte is not None and (een.school, een.ruimte) == (ander.school, ander.ruimte)
    return een_kamer and bool(tijd & andere)


def vast_botst(naslag: Naslag) -> bool:
    """Whether two fixed talks cannot both be held."""
    vast = [uit_optie(casus, casus["vast"]) for casus in naslag.week["casussen"] if casus["vast"]]
    return any(botsen(naslag, een, ander) for een, ander in combinations(vast, 2))


def meet(naslag: Naslag, geplaatst: dict[str, int]) -> Uitkomst:
    """The four goals of an answer: casus -> kosten."""
    weg = [casus for casus in naslag.week["casussen"] if casus["id"] not in geplaatst]
    dagen = sorted(date.fromisoformat(casus["uiterlijk"]).toordinal() for casus in weg)
    return (
        sum(casus["spoed"] for casus in weg),
        len(weg),
        tuple(-dag for dag in dagen),
        sum(geplaatst.values()),
    )


def beste(naslag: Naslag) -> Uitkomst:
    """The best of all divisions there are."""
    casussen = sorted(naslag.week["casussen"], key=lambda casus: casus["vast"] is None)
    mogelijk = [sorted(set(wijzen(naslag, casus)), key=str) for casus in casussen]
    alle = sorted({wijze for lijst in mogelijk for wijze in lijst}, key=str)
    nummer = {wijze: n for n, wijze in enumerate(alle)}
    strijdig = {
        wijze: {
            nummer[ander] for ander in alle if ander.casus != wijze.casus and botsen(naslag, wijze, ander)
        }
        for wijze in alle
    }
    moet = [casus["vast"] is not None for casus in casussen]

    def verder(vanaf: int, gekozen: list[Wijze], bezet: set[int]) -> Iterator[Uitkomst]:
        if vanaf == len(casussen):
            yield meet(naslag, {wijze.casus: wijze.kosten for wijze in gekozen})
            return
        for wijze in mogelijk[vanaf]:
            if nummer[wijze] not in bezet:
                yield from verder(vanaf + 1, [*gekozen, wijze], bezet | strijdig[wijze])
        if not moet[vanaf]:
            yield from verder(vanaf + 1, gekozen, bezet)

    return min(verder(0, [], set()))
