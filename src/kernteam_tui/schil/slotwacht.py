"""When to lock by itself: after idle minutes, and after sleep. No Textual, no store."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable

SPRONG_SECONDEN = 60.0
"""A tick comes each second; a gap this long means that the laptop slept."""


def stopwatch() -> float:
    """Seconds on a clock that nobody can set and that runs on during sleep, where the system has one."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
    return time.monotonic()


class Slotwacht:
    """Counts idle time on two clocks, and believes the one that says more.

    The wall clock runs on during sleep, but anybody may set it back; the other may stand still during sleep.
    """

    def __init__(
        self,
        minuten: int,
        wandklok: Callable[[], float] = time.time,
        stopwatch: Callable[[], float] = stopwatch,
    ) -> None:
        """`minuten` is kept between 1 and 30; both clocks give seconds."""
        self.seconden = 60 * min(30, max(1, minuten))
        self._wandklok = wandklok
        self._stopwatch = stopwatch
        self._laatste_tik = self._laatst_actief = self._nu()

    def actief(self) -> None:
        """The user did something."""
        self._laatst_actief = self._nu()

    def over(self) -> float:
        """Seconds until locking; never below 0."""
        return max(0.0, self.seconden - self._verlopen(self._laatst_actief))

    def minuten_over(self) -> int:
        """Whole minutes until locking, rounded up, at least 1."""
        return max(1, math.ceil(self.over() / 60))

    def tik(self) -> bool:
        """Call each second. True when it is time to lock."""
        sprong = self._verlopen(self._laatste_tik)
        self._laatste_tik = self._nu()
        return sprong > SPRONG_SECONDEN or self.over() <= 0

    def _nu(self) -> tuple[float, float]:
        return self._wandklok(), self._stopwatch()

    def _verlopen(self, sinds: tuple[float, float]) -> float:
        wand, mono = self._nu()
        return max(wand - sinds[0], mono - sinds[1])
