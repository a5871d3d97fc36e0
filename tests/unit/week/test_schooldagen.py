"""Three calendars: the school's own list goes above the region, swapped holidays are the worker's alone."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.kalender import FeestdagRegels
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.domain.schooltijd import eigendagen
from kernteam_tui.domain.termijnen import kennismaking_uiterlijk
from kernteam_tui.exchange.kalender import build_kalender

REGELS = FeestdagRegels()
STUDIEDAG = (date(2026, 11, 24), date(2026, 11, 24), Schooldagsoort.STUDIEDAG, "")
OWN_WEEK = (date(2027, 5, 3), date(2027, 5, 7), Schooldagsoort.VAKANTIE, "tweede meiweek")
OPEN = (date(2027, 2, 22), date(2027, 2, 26), Schooldagsoort.OPEN, "")
TESTS = (date(2026, 11, 30), date(2026, 12, 4), Schooldagsoort.TOETSWEEK, "")


def test_a_study_day_and_an_extra_week_close_the_school() -> None:
    kalender = build_kalender(REGELS, "midden", eigen=eigendagen([STUDIEDAG, OWN_WEEK]))
    assert kalender.waarom_dicht(date(2026, 11, 24)) == "studiedag"
    assert kalender.waarom_dicht(date(2027, 5, 4)) == "tweede meiweek"
    assert kalender.is_schooldag(date(2026, 11, 25))
    assert kalender.is_werkdag(date(2026, 11, 24))  # the worker works


def test_a_school_that_has_its_holiday_in_another_week_is_open() -> None:
    """Herfst and voorjaar are advice: the school chooses."""
    region = build_kalender(REGELS, "midden")
    own = build_kalender(REGELS, "midden", eigen=eigendagen([OPEN]))
    assert region.waarom_dicht(date(2027, 2, 23)) == "voorjaarsvakantie"
    assert own.waarom_dicht(date(2027, 2, 23)) is None
    assert own.waarom_dicht(date(2027, 2, 27)) == "weekend"


def test_a_week_of_tests_is_open_and_known() -> None:
    kalender = build_kalender(REGELS, "midden", eigen=eigendagen([TESTS]))
    assert kalender.is_schooldag(date(2026, 12, 1))
    assert kalender.toetsweek(date(2026, 12, 1))
    assert not kalender.toetsweek(date(2026, 12, 7))


def test_closed_goes_above_open_where_both_stand() -> None:
    studiedag = (date(2027, 2, 23), date(2027, 2, 23), Schooldagsoort.STUDIEDAG, "")
    for order in ([OPEN, studiedag], [studiedag, OPEN]):
        kalender = build_kalender(REGELS, "midden", eigen=eigendagen(order))
        assert kalender.waarom_dicht(date(2027, 2, 23)) == "studiedag"
        assert kalender.waarom_dicht(date(2027, 2, 24)) is None


def test_a_public_holiday_in_an_open_week_stays_one_unless_the_list_names_that_day() -> None:
    """A school that has no meivakantie that week is closed on Koningsdag all the same."""
    koningsdag = date(2027, 4, 27)
    week = (date(2027, 4, 26), date(2027, 4, 30), Schooldagsoort.OPEN, "")
    day = (koningsdag, koningsdag, Schooldagsoort.OPEN, "")
    kalender = build_kalender(REGELS, "midden", eigen=eigendagen([week]))
    assert kalender.waarom_dicht(koningsdag) == "Koningsdag"
    assert kalender.is_schooldag(date(2027, 4, 26))
    for order in ([week, day], [day, week]):
        assert build_kalender(REGELS, "midden", eigen=eigendagen(order)).is_schooldag(koningsdag)


def test_a_day_beyond_what_is_known_is_known_where_the_school_says_so() -> None:
    beyond = date(2030, 3, 5)
    assert not build_kalender(REGELS, "midden").is_bekend(beyond)
    open_day = (beyond, beyond, Schooldagsoort.OPEN, "")
    assert build_kalender(REGELS, "midden", eigen=eigendagen([open_day])).is_schooldag(beyond)
    tests = (beyond, beyond, Schooldagsoort.TOETSWEEK, "")
    assert not build_kalender(REGELS, "midden", eigen=eigendagen([tests])).is_bekend(beyond)


def test_a_swapped_holiday_is_a_working_day_for_her_and_not_a_school_day() -> None:
    koningsdag = date(2027, 4, 27)
    usual = build_kalender(REGELS, "midden")
    swapped = build_kalender(REGELS, "midden", ruildagen=[koningsdag])
    assert not usual.is_werkdag(koningsdag)
    assert swapped.is_werkdag(koningsdag)
    assert swapped.waarom_dicht(koningsdag) == "Koningsdag"
    assert kennismaking_uiterlijk(date(2027, 4, 26), usual) == date(2027, 5, 4)
    assert kennismaking_uiterlijk(date(2027, 4, 26), swapped) == date(2027, 5, 3)
