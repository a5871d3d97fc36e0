"""The talks of a week as a puzzle in whole numbers (`puzzel`), and what each of its numbers stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from kernteam_tui.domain.planning.keuzes import Keuze
from kernteam_tui.domain.planning.puzzel import Puzzel, Stuk, Zet
from kernteam_tui.domain.planning.week import Plancasus, Planweek

_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_TEL = timedelta(microseconds=1)


class Ruimtegroep(NamedTuple):
    """Rooms of one school that are alike for every choice of one stretch of time."""

    school: str
    ruimtes: tuple[str, ...]


@dataclass(frozen=True)
class Opgave:
    """The puzzle, and what its means are: the id of somebody, or rooms of which one is taken."""

    puzzel: Puzzel
    middelen: tuple[str | Ruimtegroep, ...]


def opgave(week: Planweek, keuzes: Sequence[tuple[Plancasus, Sequence[Keuze]]]) -> Opgave:
    """The puzzle of these talks, each with its choices, in this order."""
    maker = _Maker(week)
    groepen = _room_groups(keuzes)
    stukken = tuple(
        Stuk(
            tuple(maker.zet(casus.school, keuze, groepen[nummer, k]) for k, keuze in enumerate(van_casus)),
            casus.spoed,
            casus.uiterlijk.toordinal(),
        )
        for nummer, (casus, van_casus) in enumerate(keuzes)
    )
    return maker.opgave(stukken)


class _Maker:
    def __init__(self, week: Planweek) -> None:
        self._scholen = {school_id: n for n, school_id in enumerate(sorted(s.id for s in week.scholen))}
        self._week = week
        self._nummers: dict[str | Ruimtegroep, int] = {}
        self._soorten: dict[tuple[str, tuple[str, ...]], int] = {}

    def zet(self, school: str, keuze: Keuze, ruimtes: tuple[Ruimtegroep, ...]) -> Zet:
        groepen = [tuple(self._nummer(wie) for wie in groep) for groep in keuze.een_van]
        if ruimtes:
            groepen.append(tuple(self._nummer(groep) for groep in ruimtes))
        return Zet(
            kosten=keuze.kosten,
            van=_tel(keuze.tijdvak.van),
            tot=_tel(keuze.tijdvak.tot),
            plek=self._scholen[school],
            nodig=tuple(self._nummer(wie) for wie in keuze.nodig),
            een_van=tuple(groepen),
        )

    def _nummer(self, middel: str | Ruimtegroep) -> int:
        return self._nummers.setdefault(middel, len(self._nummers))

    def opgave(self, stukken: tuple[Stuk, ...]) -> Opgave:
        aantal = {
            nummer: len(middel.ruimtes) if isinstance(middel, Ruimtegroep) else 1
            for middel, nummer in self._nummers.items()
        }
        reistijd = {
            (een, ander): (_tel(_BEGIN + timedelta(minutes=minuten)))
            for paar, minuten in self._week.reistijd.items()
            if len(paar) == 2
            for een, ander in [sorted(self._scholen[school] for school in paar)]
        }
        return Opgave(Puzzel(stukken, aantal, reistijd), tuple(self._nummers))


def _tel(moment: datetime) -> int:
    return (moment - _BEGIN) // _TEL


_Sleutel = tuple[int, int]
"""A choice: the number of the casus and that of the choice."""


def _room_groups(
    keuzes: Sequence[tuple[Plancasus, Sequence[Keuze]]],
) -> Mapping[_Sleutel, tuple[Ruimtegroep, ...]]:
    """For each choice the groups of rooms it may take one of.

    Rooms are alike where each choice of an unbroken stretch that may take the one may take the other. So
    many talks at a time as there are alike rooms can always be given a room each, in order of their start.
    """
    groepen: dict[_Sleutel, tuple[Ruimtegroep, ...]] = {
        (n, k): () for n, (_, van_casus) in enumerate(keuzes) for k in range(len(van_casus))
    }
    per_school: dict[str, list[tuple[Keuze, _Sleutel]]] = {}
    for nummer, (casus, van_casus) in enumerate(keuzes):
        for k, keuze in enumerate(van_casus):
            if keuze.ruimtes:
                per_school.setdefault(casus.school, []).append((keuze, (nummer, k)))
    for school, met_ruimte in sorted(per_school.items()):
        for strook in _stretches(met_ruimte):
            groepen.update(_alike(school, strook))
    return groepen


def _stretches(keuzes: Iterable[tuple[Keuze, _Sleutel]]) -> Iterable[list[tuple[Keuze, _Sleutel]]]:
    strook: list[tuple[Keuze, _Sleutel]] = []
    eind = _BEGIN
    for keuze, sleutel in sorted(keuzes, key=lambda paar: (paar[0].tijdvak.van, paar[1])):
        if strook and keuze.tijdvak.van >= eind:
            yield strook
            strook = []
        eind = max(eind, keuze.tijdvak.tot) if strook else keuze.tijdvak.tot
        strook.append((keuze, sleutel))
    if strook:
        yield strook


def _alike(
    school: str, strook: Sequence[tuple[Keuze, _Sleutel]]
) -> Mapping[_Sleutel, tuple[Ruimtegroep, ...]]:
    gewild: dict[str, set[_Sleutel]] = {}
    for keuze, sleutel in strook:
        for ruimte in keuze.ruimtes:
            gewild.setdefault(ruimte, set()).add(sleutel)
    gelijk: dict[frozenset[_Sleutel], list[str]] = {}
    for ruimte in sorted(gewild):
        gelijk.setdefault(frozenset(gewild[ruimte]), []).append(ruimte)
    per_keuze: dict[_Sleutel, list[Ruimtegroep]] = {sleutel: [] for _, sleutel in strook}
    for wie, ruimtes in gelijk.items():
        groep = Ruimtegroep(school, tuple(ruimtes))
        for sleutel in wie:
            per_keuze[sleutel].append(groep)
    return {
        sleutel: tuple(sorted(groepen, key=lambda g: g.ruimtes)) for sleutel, groepen in per_keuze.items()
    }
