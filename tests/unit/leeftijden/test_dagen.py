"""On which day a jongere is how old: month arithmetic that nobody has to think about."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.deelcodes import Leeftijdsgrens
from kernteam_tui.domain.gezin import leeftijd_op
from kernteam_tui.domain.leeftijden.dagen import (
    dag_van_grens,
    kwalificatieplicht_tot,
    leerplicht_tot,
    plus_maanden,
)
from kernteam_tui.domain.leeftijden.tijdlijn import grenzen_van
from kernteam_tui.domain.schooljaar import schooljaar_op

GEBOREN = st.dates(date(1900, 1, 1), date(2100, 12, 31))
HELE = {
    Leeftijdsgrens.TWAALF: 12,
    Leeftijdsgrens.ZESTIEN: 16,
    Leeftijdsgrens.ZEVENTIEN: 17,
    Leeftijdsgrens.ACHTTIEN: 18,
}


@pytest.mark.parametrize(
    ("geboren", "grens", "dag"),
    [
        (date(2010, 12, 1), Leeftijdsgrens.ZESTIEN, date(2026, 12, 1)),
        (date(2010, 12, 1), Leeftijdsgrens.ZESTIEN_HALF, date(2027, 6, 1)),
        (date(2008, 2, 29), Leeftijdsgrens.ZESTIEN, date(2024, 2, 29)),
        (date(2008, 2, 29), Leeftijdsgrens.ZEVENTIEN, date(2025, 3, 1)),
        (date(2008, 2, 29), Leeftijdsgrens.ACHTTIEN, date(2026, 3, 1)),
        (date(2008, 2, 29), Leeftijdsgrens.ZEVENTIEN_HALF, date(2025, 8, 29)),
        (date(2010, 8, 31), Leeftijdsgrens.ZESTIEN_HALF, date(2027, 3, 1)),
        (date(2011, 8, 29), Leeftijdsgrens.ZESTIEN_HALF, date(2028, 2, 29)),
        (date(2010, 3, 31), Leeftijdsgrens.ZESTIEN_HALF, date(2026, 10, 1)),
        (date(2010, 7, 31), Leeftijdsgrens.ZEVENTIEN_HALF, date(2028, 1, 31)),
    ],
)
def test_the_day_of_an_age(geboren: date, grens: Leeftijdsgrens, dag: date) -> None:
    assert dag_van_grens(geboren, grens) == dag


@given(GEBOREN, st.sampled_from(list(HELE)))
def test_a_birthday_is_the_first_day_with_that_age(geboren: date, grens: Leeftijdsgrens) -> None:
    dag = dag_van_grens(geboren, grens)
    assert dag is not None
    assert leeftijd_op(geboren, dag) == HELE[grens]
    assert leeftijd_op(geboren, dag - timedelta(days=1)) == HELE[grens] - 1


@given(GEBOREN, st.integers(0, 400))
def test_months_are_the_same_day_or_the_first_of_the_month_after(geboren: date, maanden: int) -> None:
    dag = plus_maanden(geboren, maanden)
    assert dag is not None
    jaar, maand = divmod(geboren.year * 12 + geboren.month - 1 + maanden, 12)
    if geboren.day <= monthrange(jaar, maand + 1)[1]:
        assert dag == date(jaar, maand + 1, geboren.day)
    else:
        assert dag.day == 1
        assert (dag - timedelta(days=1)).month == maand + 1


@given(GEBOREN)
def test_the_six_ages_come_in_order(geboren: date) -> None:
    days = [day for _, day in grenzen_van(geboren)]
    assert len(days) == 6
    assert days == sorted(set(days))


@pytest.mark.parametrize(
    ("geboren", "tot"),
    [
        (date(2010, 7, 31), date(2026, 7, 31)),
        (date(2010, 8, 1), date(2027, 7, 31)),
        (date(2010, 12, 1), date(2027, 7, 31)),
        (date(2011, 1, 1), date(2027, 7, 31)),
        (date(2008, 2, 29), date(2024, 7, 31)),
    ],
)
def test_the_leerplicht_ends_with_the_schooljaar_of_sixteen(geboren: date, tot: date) -> None:
    assert leerplicht_tot(geboren) == tot


@given(GEBOREN)
def test_the_end_of_the_leerplicht_lies_in_the_schooljaar_of_the_birthday(geboren: date) -> None:
    tot, zestien = leerplicht_tot(geboren), dag_van_grens(geboren, Leeftijdsgrens.ZESTIEN)
    assert tot is not None
    assert zestien is not None
    assert schooljaar_op(tot) == schooljaar_op(zestien) != schooljaar_op(tot + timedelta(days=1))
    assert zestien <= tot < zestien + timedelta(days=366)
    achttien = kwalificatieplicht_tot(geboren)
    assert achttien is not None
    assert achttien > tot


def test_where_the_calendar_ends_there_is_no_day() -> None:
    assert dag_van_grens(date(9990, 1, 1), Leeftijdsgrens.TWAALF) is None
    assert leerplicht_tot(date(9983, 9, 1)) is None
    assert grenzen_van(date(9984, 1, 1)) == ((Leeftijdsgrens.TWAALF, date(9996, 1, 1)),)
