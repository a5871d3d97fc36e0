"""All starts of a week at once: a set of starts is one whole number, with a bit for each start.

What one person can is then known for every start together, and a requirement more is one `&`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from kernteam_tui.domain.codes import Dag
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.planning.tijd import Tijdvak, days, grid, weekdag
from kernteam_tui.domain.planning.week import Planweek

Starts = int
"""A set of starts: bit n stands for `Raster.starts[n]`."""

_GEEN_MARGE = timedelta()


@dataclass(frozen=True)
class Raster:
    """The starts (UTC, in order) of talks that all last `minuten`."""

    starts: tuple[datetime, ...]
    minuten: int

    @cached_property
    def alle(self) -> Starts:
        """Every start."""
        return (1 << len(self.starts)) - 1

    @cached_property
    def per_dag(self) -> dict[date, Starts]:
        """The starts of each day in Amsterdam."""
        dagen: dict[date, Starts] = {}
        for nummer, start in enumerate(self.starts):
            dag = dag_van(start)
            dagen[dag] = dagen.get(dag, 0) | 1 << nummer
        return dagen

    @cached_property
    def per_weekdag(self) -> dict[Dag, list[date]]:
        """The days that have a start, by day of the week."""
        dagen: dict[Dag, list[date]] = {}
        for dag in self.per_dag:
            dagen.setdefault(weekdag(dag), []).append(dag)
        return dagen

    @cached_property
    def duur(self) -> timedelta:
        """How long each talk is."""
        return timedelta(minutes=self.minuten)

    def gesprek(self, nummer: int) -> Tijdvak:
        """The talk with this start."""
        start = self.starts[nummer]
        return Tijdvak(start, start + self.duur)

    def binnen(self, tijdvakken: Iterable[Tijdvak]) -> Starts:
        """The starts of talks that lie wholly within one of these stretches."""
        starts = 0
        for tijdvak in tijdvakken:
            first = bisect_left(self.starts, tijdvak.van)
            starts |= _reeks(first, bisect_right(self.starts, tijdvak.tot - self.duur))
        return starts

    def geraakt(self, tijdvakken: Iterable[Tijdvak], marge: timedelta = _GEEN_MARGE) -> Starts:
        """The starts of talks that share time with one of these stretches, made longer by `marge` on both
        sides; ending at 10:00 and starting at 10:00 is not sharing, and an empty stretch touches nothing."""
        starts = 0
        for tijdvak in tijdvakken:
            if tijdvak.van < tijdvak.tot:
                first = bisect_right(self.starts, tijdvak.van - marge - self.duur)
                starts |= _reeks(first, bisect_left(self.starts, tijdvak.tot + marge))
        return starts


def week_starts(week: Planweek) -> tuple[datetime, ...]:
    """Every start on the grid in the days of the week, not before `vanaf`: UTC, in order."""
    alle = (start for dag in days(week.van, week.tot) for start in grid(dag, week.raster_minuten))
    return tuple(start for start in alle if week.vanaf is None or start >= week.vanaf)


def nummers(starts: Starts) -> Iterator[int]:
    """The numbers of these starts, in order."""
    while starts:
        laagste = starts & -starts
        yield laagste.bit_length() - 1
        starts ^= laagste


def _reeks(first: int, eind: int) -> Starts:
    return (1 << eind) - (1 << first) if first < eind else 0
