"""Which birthdays ask for a talk, and when they stop asking."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.deelcodes import Leeftijdsgrens as G
from kernteam_tui.domain.deelcodes import Toekomstdomein
from kernteam_tui.domain.leeftijden.dagen import dag_van_grens
from kernteam_tui.domain.leeftijden.tijdlijn import (
    VOORUIT,
    GrensStaat,
    nog_te_bespreken,
    staat_van,
    te_vertellen,
)

VANDAAG = date(2026, 11, 23)


def wie(geboren: date, *verteld: G, aangemeld: date = date(2020, 1, 1), op: date = VANDAAG) -> list[G]:
    return [grens for grens, _ in te_vertellen(geboren, aangemeld, verteld, op)]


def test_a_month_ahead_and_not_earlier() -> None:
    geboren = date(2010, 12, 23)
    assert wie(geboren, G.TWAALF, op=date(2026, 11, 22)) == []
    assert wie(geboren, G.TWAALF, op=date(2026, 11, 23)) == [G.ZESTIEN]


def test_it_stays_until_it_was_told() -> None:
    geboren = date(2010, 12, 1)
    assert wie(geboren, op=date(2027, 4, 1)) == [G.ZESTIEN]
    assert wie(geboren, G.ZESTIEN, op=date(2027, 4, 1)) == []


def test_a_birthday_before_the_aanmelding_is_not_asked_for() -> None:
    assert wie(date(2010, 11, 1), aangemeld=date(2026, 11, 2)) == []
    assert wie(date(2010, 11, 1), aangemeld=date(2026, 11, 1)) == [G.ZESTIEN]


def test_a_later_birthday_takes_the_place_of_an_earlier_one() -> None:
    geboren = date(2008, 12, 1)
    assert wie(geboren, op=date(2026, 5, 1)) == [G.ZESTIEN, G.ZEVENTIEN]
    assert wie(geboren, op=date(2026, 7, 1)) == [G.ZESTIEN, G.ZEVENTIEN_HALF]
    assert wie(geboren, op=date(2026, 12, 1)) == [G.ACHTTIEN]


def test_twelve_is_over_at_sixteen() -> None:
    geboren = date(2010, 11, 1)
    assert wie(geboren, op=date(2026, 9, 1)) == [G.TWAALF]
    assert wie(geboren) == [G.ZESTIEN]


@given(
    st.dates(date(2000, 1, 1), date(2016, 12, 31)),
    st.dates(date(2018, 1, 1), VANDAAG),
    st.sets(st.sampled_from(list(G))),
    st.dates(VANDAAG, date(2040, 1, 1)),
)
def test_what_is_asked_is_near_or_past_and_not_told(
    geboren: date, aangemeld: date, verteld: set[G], vandaag: date
) -> None:
    asked = te_vertellen(geboren, aangemeld, verteld, vandaag)
    assert not {grens for grens, _ in asked} & verteld
    for grens, day in asked:
        assert day == dag_van_grens(geboren, grens)
        assert aangemeld <= day <= vandaag + VOORUIT
    past = [grens for grens, day in asked if day <= vandaag]
    assert len(past) <= 2, "at most one of the law and one of the plan at once"
    for grens in G:
        nu = staat_van(grens, geboren, aangemeld, verteld, vandaag) is GrensStaat.NU
        assert nu == (grens in {g for g, _ in asked})


@pytest.mark.parametrize(
    ("grens", "staat"),
    [(G.TWAALF, GrensStaat.EERDER), (G.ZESTIEN, GrensStaat.NU), (G.ZEVENTIEN, GrensStaat.LATER)],
)
def test_where_each_age_stands(grens: G, staat: GrensStaat) -> None:
    geboren = VANDAAG.replace(year=2010) + timedelta(days=10)
    assert staat_van(grens, geboren, date(2026, 1, 1), (), VANDAAG) is staat
    assert staat_van(grens, geboren, date(2026, 1, 1), (grens,), VANDAAG) is GrensStaat.VERTELD


def test_the_domains_that_are_left_in_order() -> None:
    assert nog_te_bespreken(set(Toekomstdomein)) == ()
    left = nog_te_bespreken({Toekomstdomein.WERK, Toekomstdomein.WONEN})
    assert [domein.label for domein in left] == [
        "school",
        "inkomen",
        "vrienden en relaties",
        "vrije tijd",
        "zorg",
    ]
