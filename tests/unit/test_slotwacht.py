"""When the program locks by itself, whatever is done to the clock."""

from __future__ import annotations

import pytest

from kernteam_tui.schil.slotwacht import Slotwacht, stopwatch


def test_the_lock_guard_counts_the_clock_that_ran_on() -> None:
    wand, mono = [0.0], [0.0]
    wacht_ = Slotwacht(5, lambda: wand[0], lambda: mono[0])
    wand[0], mono[0] = 59.0, 1.0
    assert not wacht_.tik()
    wand[0] = 59.0 + 61.0
    assert wacht_.tik()
    assert Slotwacht(0).seconden == 60
    assert Slotwacht(99).seconden == 1800


@pytest.mark.parametrize("verzet", [-86_400.0, -3_600.0, -30.0, 0.0, 30.0])
def test_setting_the_clock_does_not_put_off_the_lock(verzet: float) -> None:
    """Set back a day, an hour (as for winter time by hand), half a minute, or a little ahead."""
    wand, mono = [1000.0], [0.0]
    wacht_ = Slotwacht(5, lambda: wand[0], lambda: mono[0])
    wand[0] += verzet
    seconden = 0
    while not wacht_.tik():
        seconden += 1
        wand[0] += 1
        mono[0] += 1
        assert seconden <= 300
    assert seconden == 300 - max(0, verzet)


def test_a_clock_set_ahead_locks_at_once() -> None:
    wand = [1000.0]
    wacht_ = Slotwacht(5, lambda: wand[0], lambda: 0.0)
    wand[0] += 3_600
    assert wacht_.tik()


def test_the_stopwatch_cannot_be_set_and_runs() -> None:
    assert stopwatch() <= stopwatch()
