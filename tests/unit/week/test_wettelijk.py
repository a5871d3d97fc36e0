"""Terms that a law sets run on over weekends and holidays; the team's own agreements never do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.kalender import DatumBuitenBereik, FeestdagRegels
from kernteam_tui.domain.wettelijk import (
    BESLUIT,
    BEZWAAR,
    PLAN_OP_PAPIER,
    PLAN_VASTGESTELD,
    Wettermijn,
    wettelijk_uiterlijk,
)
from kernteam_tui.exchange.kalender import build_atw_kalender, build_kalender

ATW = build_atw_kalender()


@pytest.mark.parametrize(
    ("termijn", "vanaf", "uiterlijk"),
    [
        (PLAN_VASTGESTELD, date(2026, 2, 20), date(2026, 4, 7)),  # Goede Vrijdag, weekend, Tweede Paasdag
        (PLAN_VASTGESTELD, date(2026, 11, 13), date(2026, 12, 28)),  # Kerst on a Friday
        (BESLUIT, date(2026, 2, 9), date(2026, 4, 7)),  # eight weeks on is Tweede Paasdag
        (PLAN_OP_PAPIER, date(2026, 11, 20), date(2026, 12, 4)),
        (PLAN_OP_PAPIER, date(2026, 4, 13), date(2026, 4, 28)),  # the day after Koningsdag
        (BEZWAAR, date(2026, 3, 24), date(2026, 5, 6)),  # 5 May counts every year, not only in a lustrum
        (BEZWAAR, date(2026, 11, 21), date(2027, 1, 4)),  # 2 January is a Saturday
    ],
    ids=lambda value: value.wat if isinstance(value, Wettermijn) else value.isoformat(),
)
def test_a_legal_term_ends_on_a_working_day(termijn: Wettermijn, vanaf: date, uiterlijk: date) -> None:
    assert wettelijk_uiterlijk(vanaf, termijn, ATW) == uiterlijk


@pytest.mark.parametrize(
    ("vanaf", "uiterlijk"),
    [
        (date(2026, 4, 3), date(2026, 5, 18)),  # Friday after Hemelvaart, and the weekend
        (date(2025, 11, 21), date(2026, 1, 5)),  # Friday 2 January behind a Thursday that is Nieuwjaarsdag
        (date(2028, 3, 17), date(2028, 5, 1)),  # Friday after Koningsdag
        (date(2029, 3, 30), date(2029, 5, 11)),  # of 2029 nothing is decided yet: not too late in any case
    ],
)
def test_days_that_a_besluit_puts_on_a_par_count_too(vanaf: date, uiterlijk: date) -> None:
    """Art. 3 lid 3 Atw; the dates stand in the titles of the decisions."""
    assert wettelijk_uiterlijk(vanaf, BEZWAAR, ATW) == uiterlijk


def test_nobody_has_a_day_off_because_of_it() -> None:
    friday = date(2026, 5, 15)
    assert not ATW.is_werkdag(friday)
    assert build_kalender(FeestdagRegels(), "midden").is_werkdag(friday)


@pytest.mark.parametrize(
    ("termijn", "loopt_door"),
    [
        (Wettermijn("x", "y", dagen=90), True),
        (Wettermijn("x", "y", dagen=91), False),
        (Wettermijn("x", "y", weken=12), True),
        (Wettermijn("x", "y", weken=13), False),
        (Wettermijn("x", "y", maanden=3), True),
        (Wettermijn("x", "y", maanden=4), False),
    ],
)
def test_the_lengths_of_article_4(termijn: Wettermijn, loopt_door: bool) -> None:
    assert termijn.loopt_door is loopt_door


def test_months_run_over_the_turn_of_the_year_and_no_further_than_the_calendar() -> None:
    months = Wettermijn("x", "y", maanden=3)
    assert wettelijk_uiterlijk(date(2026, 9, 15), months, ATW) == date(2026, 12, 15)
    assert wettelijk_uiterlijk(date(2026, 10, 15), months, ATW) == date(2027, 1, 15)
    four = Wettermijn("x", "y", maanden=4)
    assert wettelijk_uiterlijk(date(9999, 8, 31), four, ATW) == date(9999, 12, 31)
    with pytest.raises(DatumBuitenBereik):
        wettelijk_uiterlijk(date(9999, 9, 1), four, ATW)


def test_a_term_longer_than_the_law_allows_does_not_run_on() -> None:
    year = Wettermijn("evaluatie van het OPP", "WVO", maanden=12)
    assert wettelijk_uiterlijk(date(2026, 1, 3), year, ATW) == date(2027, 1, 3)  # a Sunday
    thirteen_weeks = Wettermijn("x", "y", weken=13)
    assert wettelijk_uiterlijk(date(2026, 1, 3), thirteen_weeks, ATW).weekday() == 5


def test_a_short_term_holds_two_working_days() -> None:
    """Art. 2 Atw: three days from the Thursday before Easter hold no working day before Tuesday."""
    three = Wettermijn("x", "y", dagen=3)
    assert wettelijk_uiterlijk(date(2026, 4, 2), three, ATW) == date(2026, 4, 8)
    assert wettelijk_uiterlijk(date(2026, 4, 2), Wettermijn("x", "y", dagen=2), ATW) == date(2026, 4, 7)


def test_months_end_on_the_last_day_there_is() -> None:
    months = Wettermijn("x", "y", maanden=3)
    assert wettelijk_uiterlijk(date(2026, 11, 30), months, ATW) == date(2027, 3, 1)  # 28 February is a Sunday


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 90), st.sampled_from(("dagen", "weken")))
def test_whatever_the_day_the_end_is_a_working_day_and_never_earlier(
    vanaf: date, aantal: int, soort: str
) -> None:
    termijn = Wettermijn("x", "y", **{soort: aantal if soort == "dagen" else aantal % 12 + 1})
    einde = wettelijk_uiterlijk(vanaf, termijn, ATW)
    kaal = vanaf + timedelta(days=termijn.dagen + 7 * termijn.weken)
    assert einde >= kaal
    assert ATW.is_werkdag(einde)
    between = [kaal + timedelta(days=n) for n in range((einde - kaal).days)]
    if termijn.dagen >= 7 or termijn.weken:
        assert not any(ATW.is_werkdag(day) for day in between)
