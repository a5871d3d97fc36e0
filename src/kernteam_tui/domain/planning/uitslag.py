"""What a week came out as: who is at which talk and in which room, and why a talk found no place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kernteam_tui.domain.planning.keuzes import Keuze
from kernteam_tui.domain.planning.tijd import Tijdvak
from kernteam_tui.domain.planning.week import Plancasus
from kernteam_tui.domain.planning.weekagenda import Weekagenda
from kernteam_tui.domain.planning.woorden import opsomming


@dataclass(frozen=True)
class Boeking:
    """One talk that is placed: how, those who must be there, and the rooms of which it takes one."""

    casus: Plancasus
    keuze: Keuze
    mensen: tuple[str, ...]
    ruimtes: tuple[str, ...]


def give_rooms(boekingen: Sequence[Boeking], agenda: Weekagenda) -> dict[str, str | None]:
    """By casus its room: in order of start the first that is free, of those it may have."""
    gegeven: dict[str, str | None] = {}
    for boeking in sorted(boekingen, key=_by_start):
        casus, tijdvak = boeking.casus, boeking.keuze.tijdvak
        vrij = (r for r in boeking.ruimtes if not agenda.who_takes_room(r, casus, tijdvak))
        ruimte = min(vrij) if boeking.ruimtes else None
        if ruimte is not None:
            agenda.book_room(casus, tijdvak, ruimte)
        gegeven[casus.id] = ruimte
    return gegeven


def give_people(boekingen: Sequence[Boeking], agenda: Weekagenda) -> dict[str, tuple[str, ...]]:
    """By casus everybody who comes: those who must, and in order of start whoever of the kernteam is free.

    Those who must be there have to be in the agenda already; the others are put into it.
    """
    erbij: dict[str, tuple[str, ...]] = {}
    for boeking in sorted(boekingen, key=_by_start):
        casus, tijdvak = boeking.casus, boeking.keuze.tijdvak
        ook = [
            wie
            for wie in boeking.keuze.ook
            if wie not in boeking.mensen and not agenda.who_takes(wie, casus, tijdvak)
        ]
        agenda.book(casus, tijdvak, ook)
        erbij[casus.id] = tuple(sorted({*boeking.mensen, *ook}))
    return erbij


def _by_start(boeking: Boeking) -> tuple[Tijdvak, str]:
    return Tijdvak(boeking.keuze.tijdvak.van, boeking.keuze.tijdvak.van), boeking.casus.id


def waarom_geen_plek(agenda: Weekagenda, casus: Plancasus, keuzes: Sequence[Keuze]) -> str:
    """Who and what is taken by which other talks, as a Dutch sentence with ids.

    Ask it of an agenda that holds those who must be at the talks, and the rooms.
    """
    if not keuzes:
        return "Voor dit gesprek is geen enkel moment opgegeven."
    door: dict[str, set[str]] = {}
    for keuze in keuzes:
        for wat, casussen in _blockers(agenda, casus, keuze):
            door.setdefault(wat, set()).update(casussen)
    if not door:
        return "Er is binnen de rekentijd geen plek gevonden."
    return f"Op elk moment dat kan, is iets al bezet: {opsomming(list(_in_words(door)))}."


def _blockers(agenda: Weekagenda, casus: Plancasus, keuze: Keuze) -> Iterator[tuple[str, set[str]]]:
    for groep in (*((wie,) for wie in keuze.nodig), *keuze.een_van):
        bezet = {wie: agenda.who_takes(wie, casus, keuze.tijdvak) for wie in groep}
        if all(bezet.values()):
            yield from bezet.items()
    ruimtes = {f"ruimte {r}": agenda.who_takes_room(r, casus, keuze.tijdvak) for r in keuze.ruimtes}
    if all(ruimtes.values()):
        yield from ruimtes.items()


def _in_words(door: Mapping[str, set[str]]) -> Iterator[str]:
    for wat, casussen in sorted(door.items()):
        yield f"{wat} door {opsomming(sorted(casussen))}"
