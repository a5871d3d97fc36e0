"""From a rule to its moments within a window, by the clock on the wall: never more than the window asks for.

The period (day, week, month, year) in which the window begins is reckoned, not walked to, unless a rule that
counts (COUNT) has periods of uneven size.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, time, timedelta
from itertools import count, product

from kernteam_tui.exchange.agenda.dagkeuze import Dagkeuze
from kernteam_tui.exchange.agenda.grenzen import Werk
from kernteam_tui.exchange.agenda.herhaling import Herhaling


def rol_uit(
    regel: Herhaling, start: datetime, vanaf: datetime, tot: datetime, werk: Werk
) -> Iterator[datetime]:
    """The moments from `vanaf` up to `tot` (not in it), in order; `start` counts as the first (COUNT).

    UNTIL is not looked at: it may be in another zone. Raises AfspraakOnleesbaar where it would take too long.
    """
    reeks = _Reeks(regel, start)
    number, counted = reeks.sprong(vanaf)
    if number == 0 and counted == 0 and not reeks.begint_met_start():
        counted = 1
        if vanaf <= start < tot:
            yield start
    for periode in count(number):
        first = reeks.eerste_dag(periode)
        if first is None or first >= tot:
            return
        werk.neem(reeks.kosten)
        for moment in reeks.momenten(first):
            if moment < start:
                continue
            if moment >= tot or (regel.aantal is not None and counted >= regel.aantal):
                return
            counted += 1
            werk.neem()
            if moment >= vanaf:
                yield moment


class _Reeks:
    """The periods of a rule and the moments in each."""

    def __init__(self, regel: Herhaling, start: datetime) -> None:
        self._regel = regel
        self._start = start
        self._keuze = Dagkeuze(regel, start.date())
        self._tijden = _tijden(regel, start)
        self.kosten = {"YEARLY": 12, "MONTHLY": 3}.get(regel.freq, 1)
        day = start.date()
        self._begin = {
            "DAILY": day,
            "WEEKLY": day - timedelta(days=min((day.weekday() - regel.weekstart) % 7, day.toordinal() - 1)),
            "MONTHLY": day.replace(day=1),
            "YEARLY": day.replace(month=1, day=1),
        }[regel.freq]

    def begint_met_start(self) -> bool:
        return self._start in self.momenten(self._begin_moment(self._begin))

    def eerste_dag(self, nummer: int) -> datetime | None:
        """Where a period begins; None after the end of the calendar."""
        stap = nummer * self._regel.interval
        try:
            if self._regel.freq in ("DAILY", "WEEKLY"):
                days = stap * (7 if self._regel.freq == "WEEKLY" else 1)
                return self._begin_moment(self._begin + timedelta(days=days))
            maanden = self._begin.month - 1 + stap * (12 if self._regel.freq == "YEARLY" else 1)
            jaar = self._begin.year + maanden // 12
            return None if jaar >= MAXYEAR else self._begin_moment(date(jaar, maanden % 12 + 1, 1))
        except OverflowError:
            return None

    def momenten(self, eerste: datetime) -> list[datetime]:
        """All moments of the period that begins there, in order."""
        found = [datetime.combine(day, at) for day in self._keuze.dagen(eerste.date()) for at in self._tijden]
        if not self._regel.plaatsen:
            return found
        places = {place - 1 if place > 0 else len(found) + place for place in self._regel.plaatsen}
        return [found[place] for place in sorted(places) if 0 <= place < len(found)]

    def sprong(self, vanaf: datetime) -> tuple[int, int]:
        """The period to begin with, and how many moments lie before it."""
        number = max(0, self._nummer_bij(vanaf) - 1)
        if self._regel.aantal is None or number < 2:
            return (number, 0) if self._regel.aantal is None else (0, 0)
        if not self._keuze.gelijkmatig or self._regel.plaatsen or not self.begint_met_start():
            return 0, 0
        first = sum(moment >= self._start for moment in self.momenten(self._begin_moment(self._begin)))
        each = len(self.momenten(self._begin_moment(self._begin)))
        return number, first + (number - 1) * each

    def _nummer_bij(self, moment: datetime) -> int:
        if self._regel.freq in ("DAILY", "WEEKLY"):
            days = (moment.date() - self._begin).days
            return days // (self._regel.interval * (7 if self._regel.freq == "WEEKLY" else 1))
        maanden = (moment.year - self._begin.year) * 12 + moment.month - self._begin.month
        return maanden // (self._regel.interval * (12 if self._regel.freq == "YEARLY" else 1))

    @staticmethod
    def _begin_moment(dag: date) -> datetime:
        return datetime.combine(dag, time())


def _tijden(regel: Herhaling, start: datetime) -> list[time]:
    return [
        time(*delen)
        for delen in product(
            regel.uren or (start.hour,), regel.minuten or (start.minute,), regel.seconden or (start.second,)
        )
    ]
