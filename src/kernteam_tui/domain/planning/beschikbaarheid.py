"""When somebody can come to a school: there, not taken, and with time to travel (contract 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kernteam_tui.domain.planning.tijd import Tijdvak, joined, moment, weekdag
from kernteam_tui.domain.planning.week import Bezetstaat, Bezetting, Planmens, Planweek


class Stand(Enum):
    """Whether somebody can come to a talk: the first of these that holds."""

    NIET_AANWEZIG = "niet aanwezig"
    BEZET = "bezet"
    VOORBEHOUD = "voorbehoud"
    KAN = "kan"

    @property
    def kan(self) -> bool:
        """Whether somebody can come; voorbehoud does not block."""
        return self in (Stand.KAN, Stand.VOORBEHOUD)


@dataclass(frozen=True)
class Beschikbaarheid:
    """When one person can come to one school.

    Times elsewhere are widened by the travel time on both sides, voorbehoud too.
    """

    week: Planweek
    school: str
    mens: Planmens
    bezet: tuple[Tijdvak, ...]
    voorbehoud: tuple[Tijdvak, ...]
    _per_dag: dict[date, tuple[Tijdvak, ...]] = field(default_factory=dict, compare=False, repr=False)

    def aanwezig(self, dag: date) -> tuple[Tijdvak, ...]:
        """When this person is at the school on this day; neighbouring dagdelen are one stretch."""
        if dag not in self._per_dag:
            self._per_dag[dag] = joined(self._dagdelen(dag))
        return self._per_dag[dag]

    def stand(self, gesprek: Tijdvak, dag: date) -> Stand:
        """Whether this person can come to a talk on this day."""
        if not any(tijdvak.contains(gesprek) for tijdvak in self.aanwezig(dag)):
            return Stand.NIET_AANWEZIG
        if _touches(self.bezet, gesprek):
            return Stand.BEZET
        return Stand.VOORBEHOUD if _touches(self.voorbehoud, gesprek) else Stand.KAN

    def _dagdelen(self, dag: date) -> Iterable[Tijdvak]:
        op_weekdag = weekdag(dag)
        for aanwezig in self.mens.aanwezig:
            if aanwezig.school == self.school and aanwezig.dag is op_weekdag:
                van, tot = self.week.dagdelen[aanwezig.dagdeel]
                yield Tijdvak(moment(dag, van), moment(dag, tot))


def beschikbaarheid(week: Planweek, mens: Planmens, school: str) -> Beschikbaarheid:
    """When this person can come to this school in this week."""
    return Beschikbaarheid(
        week=week,
        school=school,
        mens=mens,
        bezet=_blocks(week, mens.bezet, school, Bezetstaat.BEZET),
        voorbehoud=_blocks(week, mens.bezet, school, Bezetstaat.VOORBEHOUD),
    )


def is_free(bezet: Iterable[Bezetting], gesprek: Tijdvak) -> bool:
    """Whether a room with these times is free for a talk; voorbehoud does not block."""
    return not _touches((blok.tijdvak for blok in bezet if blok.staat is Bezetstaat.BEZET), gesprek)


def _blocks(
    week: Planweek, bezet: Iterable[Bezetting], school: str, staat: Bezetstaat
) -> tuple[Tijdvak, ...]:
    return tuple(
        blok.tijdvak.widened(week.reisminuten(blok.school or school, school))
        for blok in bezet
        if blok.staat is staat
    )


def _touches(tijdvakken: Iterable[Tijdvak], gesprek: Tijdvak) -> bool:
    return any(tijdvak.overlaps(gesprek) for tijdvak in tijdvakken)
