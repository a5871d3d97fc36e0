"""Whether a talk is near: counted in days on which somebody can still be asked."""

from __future__ import annotations

from datetime import date, timedelta

from kernteam_tui.domain.kalender import Kalender

SCHOOLDAGEN_VOORAF = 2
"""School days before a talk on which what is still open is named."""
_VERST = 60
"""Days: longer than any holiday."""


def nadert(dag: date, vandaag: date, kalender: Kalender, vooraf: int = SCHOOLDAGEN_VOORAF) -> bool:
    """Whether `dag` is today or at most `vooraf` school days ahead; working days for a talk on a day on which
    the school is closed, or where its holidays are not known."""
    if not timedelta() <= dag - vandaag <= timedelta(days=_VERST):
        return False
    ahead = [vandaag + timedelta(days=n) for n in range(1, (dag - vandaag).days + 1)]
    known = all(kalender.is_bekend(day) for day in ahead)
    counts = kalender.is_schooldag if known and kalender.is_schooldag(dag) else kalender.is_werkdag
    return sum(counts(day) for day in ahead) <= vooraf
