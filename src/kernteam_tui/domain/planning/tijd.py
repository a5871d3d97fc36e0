"""Moments and stretches of time: UTC inside, Amsterdam at the edges.

Comparing or subtracting two aware datetimes of one zone reckons with the clock on the wall and goes
wrong when the clock changes; so everything here is turned into UTC first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from kernteam_tui.domain.codes import Dag
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.klok import AMSTERDAM

MINUTEN_PER_DAG = 24 * 60
EERSTE_JAAR, LAATSTE_JAAR = 1966, 2100


class PlanweekOngeldig(InhoudOngeldig):
    """The week that was given cannot be planned: an unknown id, a stretch that ends before it starts."""

    code = "planweek_ongeldig"


@dataclass(frozen=True, order=True)
class Tijdvak:
    """A half-open stretch of time: `van` is in it, `tot` is not.

    Takes aware datetimes of any zone and keeps them in UTC. Raises PlanweekOngeldig where it ends
    before it starts, ValueError for a moment without a zone. An empty stretch touches nothing.
    """

    van: datetime
    tot: datetime

    def __post_init__(self) -> None:
        if self.van.tzinfo is None or self.tot.tzinfo is None:
            raise ValueError("a moment without a time zone")
        object.__setattr__(self, "van", self.van.astimezone(UTC))
        object.__setattr__(self, "tot", self.tot.astimezone(UTC))
        if self.tot < self.van:
            raise PlanweekOngeldig("Een tijd eindigt voordat hij begint.", "Draai begin en eind om.")

    def overlaps(self, ander: Tijdvak) -> bool:
        """Whether both share time; ending at 10:00 and starting at 10:00 do not."""
        return max(self.van, ander.van) < min(self.tot, ander.tot)

    def widened(self, minuten: int) -> Tijdvak:
        """The same, this many minutes longer on both sides; an empty stretch stays empty."""
        if self.van == self.tot:
            return self
        marge = timedelta(minutes=minuten)
        return Tijdvak(self.van - marge, self.tot + marge)


@lru_cache(maxsize=10_000)
def moment(dag: date, tijd: time) -> datetime:
    """The moment at which the clock in Amsterdam shows this time, in UTC."""
    return datetime.combine(dag, tijd, tzinfo=AMSTERDAM).astimezone(UTC)


def weekdag(dag: date) -> Dag:
    """The weekday of a day."""
    return Dag.from_weekday(dag.weekday())


def grid(dag: date, raster_minuten: int) -> Iterator[datetime]:
    """Every moment of the day on the grid, counted from midnight by the clock on the wall, in UTC.

    Times that the clock skips in spring are left out; those that come twice in autumn count once.
    """
    for minuut in range(0, MINUTEN_PER_DAG, raster_minuten):
        tijd = time(minuut // 60, minuut % 60)
        start = moment(dag, tijd)
        if start.astimezone(AMSTERDAM).time() == tijd:
            yield start


def days(van: date, tot: date) -> Iterator[date]:
    """Every day from `van` up to but not including `tot`."""
    for nummer in range(van.toordinal(), tot.toordinal()):
        yield date.fromordinal(nummer)


def check_year(dag: date) -> None:
    """Refuse years in which no talk is ever planned. Raises PlanweekOngeldig."""
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise PlanweekOngeldig(f"In het jaar {dag.year} kun je niets plannen.", "Controleer het jaartal.")


def joined(tijdvakken: Iterable[Tijdvak]) -> tuple[Tijdvak, ...]:
    """The same time in as few stretches as possible: those that touch become one."""
    klaar: list[Tijdvak] = []
    for tijdvak in sorted(tijdvakken):
        if klaar and tijdvak.van <= klaar[-1].tot:
            klaar[-1] = Tijdvak(klaar[-1].van, max(klaar[-1].tot, tijdvak.tot))
        else:
            klaar.append(tijdvak)
    return tuple(klaar)
