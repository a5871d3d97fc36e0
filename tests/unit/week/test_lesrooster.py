"""Lesson hours: made, checked, looked up, typed and read; the hours of a dagdeel; days typed in a row."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import Dagdeel
from kernteam_tui.domain.instellingen import Vrijedag
from kernteam_tui.domain.kalender import Periode
from kernteam_tui.domain.lesrooster import (
    LestijdenOngeldig,
    controleer_dagdelen,
    controleer_lesuren,
    dagdeel_van,
    maak_lesuren,
    vind_lesuur,
)
from kernteam_tui.domain.periodetekst import periode_cijfers, periode_kort, periode_met_jaar
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Lesuur
from kernteam_tui.screens.instellingen_dagen import lees_vrije_dagen, schrijf_vrije_dagen
from kernteam_tui.screens.rooster.periodevraag import ALTIJD, lees_geldigheid, schrijf_geldigheid
from kernteam_tui.screens.rooster.tijdenlezen import (
    lees_lesuren,
    lees_pauzes,
    lees_tijdvak,
    schrijf_lesuren,
)
from kernteam_tui.widgets.periodelezen import lees_periode, lees_periodes

VANDAAG = date(2026, 11, 23)
DAGEN = maak_lesuren(time(8, 30), 50, 8, {2: 20, 5: 30})
dagen = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_hours_follow_from_first_start_length_and_breaks() -> None:
    assert DAGEN[0] == Lesuur(1, time(8, 30), time(9, 20))
    assert DAGEN[2] == Lesuur(3, time(10, 30), time(11, 20))
    assert DAGEN[7] == Lesuur(8, time(15, 10), time(16, 0))


@pytest.mark.parametrize(
    ("begin", "minuten", "aantal"), [(time(22), 50, 3), (time(8), 0, 3), (time(8), 50, 16)]
)
def test_hours_past_midnight_or_without_length_are_refused(begin: time, minuten: int, aantal: int) -> None:
    with pytest.raises(LestijdenOngeldig):
        maak_lesuren(begin, minuten, aantal, {})


def test_an_hour_twice_over_another_or_backwards_is_refused() -> None:
    een = Lesuur(1, time(8, 30), time(9, 20))
    for ander in (
        een,
        Lesuur(2, time(9), time(10)),
        Lesuur(2, time(11), time(10)),
        Lesuur(0, time(7), time(8)),
    ):
        with pytest.raises(LestijdenOngeldig):
            controleer_lesuren([een, ander])
    assert controleer_lesuren(reversed(DAGEN)) == DAGEN


@pytest.mark.parametrize("tekst", ["3e uur", "3e", "3e lesuur", " 3E  Uur ", "3de uur"])
def test_the_third_hour_is_a_time(tekst: str) -> None:
    assert vind_lesuur(tekst, DAGEN) == DAGEN[2]


@pytest.mark.parametrize("tekst", ["3 uur", "10.30", "12e uur", "uur", ""])
def test_what_is_no_lesson_hour_of_this_school(tekst: str) -> None:
    assert vind_lesuur(tekst, DAGEN) is None


def test_the_edges_of_what_can_be() -> None:
    assert maak_lesuren(time(8), 240, 1, {}) == (Lesuur(1, time(8), time(12)),)
    with pytest.raises(LestijdenOngeldig):
        maak_lesuren(time(8), 50, 0, {})
    with pytest.raises(LestijdenOngeldig):
        controleer_lesuren([Lesuur(1, time(9), time(9))])
    touching = (Lesuur(1, time(8), time(9)), Lesuur(2, time(9), time(10)))
    assert controleer_lesuren(reversed(touching)) == touching


def test_the_morning_ends_where_the_afternoon_begins() -> None:
    noon = time(12)
    ochtend, middag = Dagdeeltijd(Dagdeel.OCHTEND, time(9), noon), Dagdeeltijd(Dagdeel.MIDDAG, noon, time(16))
    assert controleer_dagdelen([middag, ochtend]) == tuple(sorted((ochtend, middag)))
    assert dagdeel_van(noon, (ochtend, middag)) is Dagdeel.MIDDAG
    assert dagdeel_van(time(11, 59), (ochtend, middag)) is Dagdeel.OCHTEND


def test_only_what_is_not_usual_is_kept_of_the_dagdelen() -> None:
    gewoon = Dagdeeltijd(Dagdeel.OCHTEND, time(8, 30), time(12, 30))
    laat = Dagdeeltijd(Dagdeel.MIDDAG, time(13), time(16))
    assert controleer_dagdelen([gewoon, laat]) == (laat,)
    assert [dagdeel_van(time(12, 45), [laat]), dagdeel_van(time(12, 45), [])] == list(Dagdeel)
    for fout in (
        Dagdeeltijd(Dagdeel.MIDDAG, time(12), time(16)),
        Dagdeeltijd(Dagdeel.OCHTEND, time(9), time(8)),
    ):
        with pytest.raises(LestijdenOngeldig):
            controleer_dagdelen([fout])


@given(
    st.times(time(0), time(9)),
    st.integers(10, 60),
    st.integers(1, 9),
    st.dictionaries(st.integers(1, 9), st.integers(0, 30)),
)
def test_written_hours_are_read_back(begin: time, minuten: int, aantal: int, pauzes: dict[int, int]) -> None:
    uren = maak_lesuren(begin.replace(second=0, microsecond=0), minuten, aantal, pauzes)
    assert lees_lesuren(schrijf_lesuren(uren)) == (uren, ())


def test_hours_as_people_type_them() -> None:
    gelezen, vreemd = lees_lesuren("1e uur 8.30 - 9.20\n2: 9.20-10.10\n\n3 10u30 tot 11u20\nkoffie")
    assert [uur.nummer for uur in gelezen] == [1, 2, 3]
    assert gelezen[2].tot == time(11, 20)
    assert vreemd == ("koffie",)
    assert lees_tijdvak("9 uur tot 12 uur") == (time(9), time(12))
    assert lees_pauzes("na 2: 20, na het 5e uur: 30 minuten") == {2: 20, 5: 30}
    assert lees_pauzes("2: 20 en 5: 30") == {2: 20, 5: 30}
    assert lees_pauzes("") == {}
    assert lees_pauzes("na de middag") is None


@pytest.mark.parametrize(
    ("tekst", "van", "tot"),
    [
        ("24 nov", date(2026, 11, 24), date(2026, 11, 24)),
        ("3-7 mei", date(2027, 5, 3), date(2027, 5, 7)),
        ("21 dec t/m 2 jan", date(2026, 12, 21), date(2027, 1, 2)),
        ("21 dec - 2 jan", date(2026, 12, 21), date(2027, 1, 2)),
        ("vandaag", VANDAAG, VANDAAG),
        ("di", date(2026, 11, 24), date(2026, 11, 24)),
        ("deze week", VANDAAG, date(2026, 11, 27)),
        ("volgende week", date(2026, 11, 30), date(2026, 12, 4)),
        ("week 3", date(2027, 1, 18), date(2027, 1, 22)),
    ],
)
def test_days_as_people_type_them(tekst: str, van: date, tot: date) -> None:
    assert lees_periode(tekst, VANDAAG) == Periode(van, tot)


@pytest.mark.parametrize("tekst", ["", "straks", "week 60", "7-3 mei", "31-32 mei", "week"])
def test_what_is_no_day(tekst: str) -> None:
    assert lees_periode(tekst, VANDAAG) is None


def test_several_at_once_with_what_was_not_understood() -> None:
    gelezen, vreemd = lees_periodes("24 nov, 3-7 mei en straks", VANDAAG)
    assert [p.van.day for p in gelezen] == [24, 3]
    assert vreemd == ("straks",)


@given(dagen, st.integers(0, 90))
def test_a_period_that_is_written_is_read_back(van: date, lengte: int) -> None:
    tot = van + timedelta(days=lengte)
    for tekst in (periode_cijfers(van, tot), periode_met_jaar(van, tot)):
        assert lees_periode(tekst, VANDAAG) == Periode(van, tot), tekst


def test_a_row_of_days_is_said_as_short_as_can_be() -> None:
    assert periode_kort(VANDAAG, VANDAAG) == "ma 23 nov"
    assert periode_kort(VANDAAG, date(2026, 11, 27)) == "ma 23 t/m vr 27 nov"
    assert periode_kort(VANDAAG, date(2026, 12, 4)) == "ma 23 nov t/m vr 4 dec"
    assert periode_met_jaar(VANDAAG, date(2027, 1, 8)) == "ma 23 nov 2026 t/m vr 8 jan 2027"


woorden = st.lists(st.sampled_from(["kerst", "vakantie", "[b]", "bij oma", "t/m"]), max_size=3).map(" ".join)


@given(st.lists(st.tuples(dagen, st.integers(0, 90), woorden), max_size=4))
def test_free_days_that_are_written_are_read_back(regels: list[tuple[date, int, str]]) -> None:
    vrij = tuple(Vrijedag(van, van + timedelta(days=n), wat) for van, n, wat in regels)
    assert lees_vrije_dagen(schrijf_vrije_dagen(vrij), VANDAAG) == (vrij, ())


def test_a_week_of_holiday_is_one_line() -> None:
    gelezen, vreemd = lees_vrije_dagen("21 dec - 1 jan kerstvakantie\nvolgende week\niets", VANDAAG)
    assert gelezen[0] == Vrijedag(date(2026, 12, 21), date(2027, 1, 1), "kerstvakantie")
    assert gelezen[1] == Vrijedag(date(2026, 11, 30), date(2026, 12, 4))
    assert vreemd == ("iets",)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("", ALTIJD),
        ("vanaf 1 dec", (date(2026, 12, 1), date.max)),
        ("tot en met 20 jan", (date.min, date(2027, 1, 20))),
        ("t/m 20 jan", (date.min, date(2027, 1, 20))),
        ("1 dec - 20 jan", (date(2026, 12, 1), date(2027, 1, 20))),
        ("van 1 dec t/m 20 jan", (date(2026, 12, 1), date(2027, 1, 20))),
        ("ooit", None),
    ],
)
def test_from_when_until_when(tekst: str, verwacht: tuple[date, date] | None) -> None:
    assert lees_geldigheid(tekst, VANDAAG) == verwacht


@given(st.just(date.min) | dagen, st.just(date.max) | dagen)
def test_a_written_period_of_a_dagdeel_is_read_back(een: date, ander: date) -> None:
    van, tot = min(een, ander), max(een, ander)
    if van < tot:
        assert lees_geldigheid(schrijf_geldigheid(van, tot), VANDAAG) == (van, tot)
