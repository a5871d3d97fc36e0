"""Which days of a period a repeating rule takes (RFC 5545 3.3.10, the table of BY parts)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from kernteam_tui.exchange.agenda.herhaling import Herhaling

_DAG = timedelta(days=1)


class Dagkeuze:
    """The days of one rule; what the rule leaves open is taken from the day on which it starts."""

    def __init__(self, regel: Herhaling, start: date) -> None:
        self._freq = regel.freq
        self._weekstart = regel.weekstart
        self._jaardagen = regel.jaardagen
        self._weken = regel.weken
        open_ = not (regel.dagen or regel.maanddagen or regel.jaardagen)
        self._maanden = frozenset(regel.maanden)
        self._maanddagen = regel.maanddagen
        self._weekdagen = frozenset(day for number, day in regel.dagen if not number or self._los)
        self._genummerd = () if self._los else tuple(dag for dag in regel.dagen if dag[0])
        self.gelijkmatig = self._los and not (
            regel.maanden or regel.maanddagen or regel.jaardagen or (regel.freq == "DAILY" and regel.dagen)
        )
        """Whether every period but the first holds as many days."""
        if open_ and (self._freq == "WEEKLY" or self._weken):
            self._weekdagen = frozenset({start.weekday()})
        elif open_ and self._freq in ("MONTHLY", "YEARLY"):
            self._maanddagen = (start.day,)
            if self._freq == "YEARLY" and not self._maanden:
                self._maanden = frozenset({start.month})

    @property
    def _los(self) -> bool:
        """By day or week a number before a weekday means nothing."""
        return self._freq in ("DAILY", "WEEKLY")

    def dagen(self, eerste: date) -> list[date]:
        """The days of the period that begins there, in order."""
        numbered = self._genummerde_dagen(eerste)
        return [dag for dag in self._periode(eerste) if self._past(dag, numbered)]

    def _periode(self, eerste: date) -> Iterator[date]:
        if self._freq == "DAILY":
            yield eerste
        elif self._freq == "WEEKLY":
            # the last week of the calendar is not whole
            yield from (eerste + _DAG * n for n in range(min(7, (date.max - eerste).days + 1)))
        elif self._freq == "MONTHLY":
            yield from _maand(eerste.year, eerste.month)
        else:
            for maand in sorted(self._maanden) or range(1, 13):
                yield from _maand(eerste.year, maand)

    def _past(self, dag: date, genummerd: frozenset[date]) -> bool:
        if self._maanden and dag.month not in self._maanden:
            return False
        if (self._weekdagen or self._genummerd) and not (
            dag.weekday() in self._weekdagen or dag in genummerd
        ):
            return False
        if self._maanddagen and not _in_lijst(dag.day, monthrange(dag.year, dag.month)[1], self._maanddagen):
            return False
        if self._jaardagen and not self._op_jaardag(dag):
            return False
        return not self._weken or self._in_week(dag)

    def _genummerde_dagen(self, eerste: date) -> frozenset[date]:
        """`2TU`, `-1FR`: counted within the month, or within the year where the rule names no months."""
        if not self._genummerd:
            return frozenset()
        if self._freq == "YEARLY" and not self._maanden:
            ranges = [(eerste, date(eerste.year, 12, 31))]
        else:
            months = sorted(self._maanden) if self._freq == "YEARLY" else [eerste.month]
            ranges = [(date(eerste.year, m, 1), _maandeinde(eerste.year, m)) for m in months]
        found = (_nummer(*range_, *dag) for range_ in ranges for dag in self._genummerd)
        return frozenset(dag for dag in found if dag is not None)

    def _op_jaardag(self, dag: date) -> bool:
        lengte = date(dag.year, 12, 31).timetuple().tm_yday
        return _in_lijst(dag.timetuple().tm_yday, lengte, self._jaardagen)

    def _in_week(self, dag: date) -> bool:
        """Week 1 is the first with at least four days in the year; weeks begin on WKST."""
        first = _week_een(dag.year, self._weekstart)
        after = _week_een(dag.year + 1, self._weekstart)
        ordinal = dag.toordinal()
        if ordinal < first:
            before = _week_een(dag.year - 1, self._weekstart)
            return _in_lijst((ordinal - before) // 7 + 1, (first - before) // 7, self._weken)
        if ordinal >= after:
            return 1 in self._weken
        return _in_lijst((ordinal - first) // 7 + 1, (after - first) // 7, self._weken)


def _maand(jaar: int, maand: int) -> Iterator[date]:
    return (date(jaar, maand, dag) for dag in range(1, monthrange(jaar, maand)[1] + 1))


def _maandeinde(jaar: int, maand: int) -> date:
    return date(jaar, maand, monthrange(jaar, maand)[1])


def _nummer(eerste: date, laatste: date, nummer: int, weekdag: int) -> date | None:
    if nummer > 0:
        found = eerste + _DAG * ((weekdag - eerste.weekday()) % 7 + 7 * (nummer - 1))
        return found if found <= laatste else None
    found = laatste - _DAG * ((laatste.weekday() - weekdag) % 7 + 7 * (-nummer - 1))
    return found if found >= eerste else None


def _week_een(jaar: int, weekstart: int) -> int:
    january4 = date(jaar, 1, 4)
    return january4.toordinal() - (january4.weekday() - weekstart) % 7


def _in_lijst(nummer: int, lengte: int, lijst: tuple[int, ...]) -> bool:
    return nummer in lijst or nummer - lengte - 1 in lijst
