"""When somebody can come to a school: there, not taken, and with time to travel (contract 4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from functools import cached_property

from kernteam_tui.domain.planning.raster import Raster, Starts
from kernteam_tui.domain.planning.tijd import Tijdvak, joined, moment
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
    """For one person and one school the starts at which she is there, taken, or perhaps taken."""

    aanwezig: Starts
    bezet: Starts
    voorbehoud: Starts

    @cached_property
    def kan(self) -> Starts:
        """The starts of talks to which this person can come."""
        return self.aanwezig & ~self.bezet

    def stand(self, nummer: int) -> Stand:
        """Whether this person can come to the talk with this start."""
        if not self.aanwezig >> nummer & 1:
            return Stand.NIET_AANWEZIG
        if self.bezet >> nummer & 1:
            return Stand.BEZET
        return Stand.VOORBEHOUD if self.voorbehoud >> nummer & 1 else Stand.KAN


def beschikbaarheid(week: Planweek, mens: Planmens, school: str, raster: Raster) -> Beschikbaarheid:
    """When this person can come to this school.

    Neighbouring dagdelen are one stretch; times at another school are made longer by the travel time on
    both sides, voorbehoud too.
    """
    return Beschikbaarheid(
        raster.binnen(joined(_dagdelen(week, mens, school, raster))),
        _taken(week, mens, school, raster, Bezetstaat.BEZET),
        _taken(week, mens, school, raster, Bezetstaat.VOORBEHOUD),
    )


def vrij(bezet: Iterable[Bezetting], raster: Raster) -> Starts:
    """The starts at which a room with these times is free; voorbehoud does not block."""
    return raster.alle & ~raster.geraakt(blok.tijdvak for blok in bezet if blok.staat is Bezetstaat.BEZET)


def _dagdelen(week: Planweek, mens: Planmens, school: str, raster: Raster) -> Iterator[Tijdvak]:
    for aanwezig in mens.aanwezig:
        if aanwezig.school == school:
            van, tot = week.uren(school, aanwezig.dagdeel)
            for dag in filter(aanwezig.op, raster.per_weekdag.get(aanwezig.dag, ())):
                yield Tijdvak(moment(dag, van), moment(dag, tot))


def _taken(week: Planweek, mens: Planmens, school: str, raster: Raster, staat: Bezetstaat) -> Starts:
    per_reistijd: dict[int, list[Tijdvak]] = {}
    for blok in mens.bezet:
        if blok.staat is staat:
            reis = week.reisminuten(blok.school or school, school)
            per_reistijd.setdefault(reis, []).append(blok.tijdvak)
    starts = 0
    for reis, blokken in per_reistijd.items():
        starts |= raster.geraakt(blokken, timedelta(minutes=reis))
    return starts
