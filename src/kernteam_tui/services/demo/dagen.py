"""Days and hours of the demo: counted from today, on days that the school is open and she is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from kernteam_tui.domain.codes import Dag, Dagdeel
from kernteam_tui.domain.kalender import Kalender
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.school import Aanwezigheid

VERS = -14
"""From this day on an aanmelding lies as many days ago as is written, as its deadline hangs on it."""
ZOEK_DAGEN = 120
"""Longer than any school holiday; beyond it a day is taken as it is."""
_MIDDAG = time(12, 30)


@dataclass(frozen=True)
class Dagen:
    """The days of one school, seen from today."""

    vandaag: date
    kalender: Kalender
    aanwezig: frozenset[Aanwezigheid] = field(default_factory=frozenset)
    """When the worker is in."""

    def dag(self, dagen: int) -> date:
        """That many days from today, whatever day it is."""
        return self.vandaag + timedelta(days=dagen)

    def aangemeld(self, dagen: int) -> date:
        """A recent aanmelding lies on the working day on or after (never after today), an older one on the
        school day on or before."""
        if dagen < VERS:
            return self.schooldag(dagen)
        dag = _zoek(self.dag(dagen), 1, self.kalender.is_werkdag)
        return dag if dag <= self.vandaag else _zoek(self.vandaag, -1, self.kalender.is_werkdag)

    def schooldag(self, dagen: int) -> date:
        """The last day on or before on which the school is open: for what has been."""
        return _zoek(self.dag(dagen), -1, self.is_open)

    def volgende_schooldag(self, dagen: int) -> date:
        """The first day on or after on which the school is open: for what comes."""
        return _zoek(self.dag(dagen), 1, self.is_open)

    def dag_op_school(self, dagen: int, tijd: time) -> date:
        """The last day on or before on which the school is open and the worker is in at that hour."""
        return _zoek(self.dag(dagen), -1, lambda dag: self.is_open(dag) and self.is_in(dag, tijd))

    def moment(self, dag: date, tijd: time) -> datetime:
        """The moment at which the clock in Amsterdam shows this time, in UTC."""
        return datetime.combine(dag, tijd, AMSTERDAM).astimezone(UTC)

    def is_open(self, dag: date) -> bool:
        """Whether nothing known closes the school."""
        return self.kalender.waarom_dicht(dag) is None

    def is_in(self, dag: date, tijd: time) -> bool:
        """Whether the worker is at this school on that weekday at that hour."""
        dagdeel = Dagdeel.OCHTEND if tijd < _MIDDAG else Dagdeel.MIDDAG
        return Aanwezigheid(Dag.from_weekday(dag.weekday()), dagdeel) in self.aanwezig

    def open_dagen(self) -> Iterator[date]:
        """The days from today on which the school is open, the next ones within reach."""
        return (dag for dag in map(self.dag, range(ZOEK_DAGEN)) if self.is_open(dag))

    def gespreksdagen(self, tijd: time, *, op_school: bool) -> Iterator[date]:
        """Days to come for a talk at that hour: at school only when the worker is in."""
        return (dag for dag in self.open_dagen() if not op_school or self.is_in(dag, tijd))


def _zoek(dag: date, stap: int, past: Callable[[date], bool]) -> date:
    """The first day that fits, searching by steps of a day; without one the day itself."""
    kandidaten = (dag + timedelta(days=stap * nummer) for nummer in range(ZOEK_DAGEN))
    return next((kandidaat for kandidaat in kandidaten if past(kandidaat)), dag)
