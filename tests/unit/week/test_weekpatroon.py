"""Changing the pattern: whatever is pressed, back is back, and what is over stays as it was."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.data.typen import AANWEZIGHEID
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.school import Aanwezigheid
from kernteam_tui.domain.weekpatroon import (
    VAKKEN,
    Patroon,
    Vak,
    delen_van,
    komt_in,
    neem_over,
    volgende_weken,
    wissel,
    zet_periode,
)

VANDAAG = date(2026, 11, 23)
dagen = st.dates(VANDAAG - timedelta(days=400), VANDAAG + timedelta(days=400))
vakken = st.sampled_from(VAKKEN)


@st.composite
def delen(draw: st.DrawFn) -> Aanwezigheid:
    van = draw(st.just(date.min) | dagen)
    tot = draw(st.just(date.max) | dagen.filter(lambda dag: dag >= van))
    return Aanwezigheid(*draw(vakken), draw(st.sampled_from(Weken)), van, tot)


patronen = st.lists(delen(), max_size=8).map(lambda lijst: tuple(sorted(set(lijst))))
gewoon = st.sets(vakken).map(lambda keus: tuple(sorted(Aanwezigheid(*vak) for vak in keus)))


def voorbij(patroon: Patroon) -> set[Aanwezigheid]:
    return {deel for deel in patroon if deel.tot_en_met < VANDAAG}


@given(gewoon, st.sets(vakken, min_size=1).map(sorted))
def test_on_and_off_again_is_as_it_was_where_all_were_alike(patroon: Patroon, keus: list[Vak]) -> None:
    aan = [bool(delen_van(patroon, vak, VANDAAG)) for vak in keus]
    eens = wissel(patroon, keus, VANDAAG)
    if all(aan) or not any(aan):
        assert wissel(eens, keus, VANDAAG) == patroon
    assert len({bool(delen_van(eens, vak, VANDAAG)) for vak in keus}) == 1


@given(patronen, vakken)
def test_three_times_other_weeks_is_as_it_was(patroon: Patroon, vak: Vak) -> None:
    een = delen_van(patroon, vak, VANDAAG)
    rond = patroon
    for _ in range(3):
        rond = volgende_weken(rond, vak, VANDAAG)
    if len(een) == 1:
        assert rond == patroon
    assert {d.weken for d in delen_van(rond, vak, VANDAAG)} <= {een[0].weken if een else Weken.ELKE}


@given(patronen, st.sets(vakken, min_size=1).map(sorted), dagen, dagen)
def test_whatever_is_pressed_leaves_what_is_over_and_all_other_dagdelen(
    patroon: Patroon, keus: list[Vak], een: date, ander: date
) -> None:
    van, tot = min(een, ander), max(een, ander, VANDAAG)
    for na in (
        wissel(patroon, keus, VANDAAG),
        volgende_weken(patroon, keus[0], VANDAAG),
        zet_periode(patroon, keus, van, tot, VANDAAG),
    ):
        assert voorbij(patroon) <= set(na)
        rest = [d for d in patroon if (d.dag, d.dagdeel) not in keus]
        assert [d for d in na if (d.dag, d.dagdeel) not in keus] == rest


@given(patronen, st.sets(vakken, min_size=1).map(sorted), dagen)
def test_a_period_turns_nothing_on_and_holds_for_what_is_on(
    patroon: Patroon, keus: list[Vak], van: date
) -> None:
    na = zet_periode(patroon, keus, van, date.max, VANDAAG)
    for vak in keus:
        assert bool(delen_van(na, vak, VANDAAG)) == bool(delen_van(patroon, vak, VANDAAG))
        assert {(d.van, d.tot_en_met) for d in delen_van(na, vak, VANDAAG)} <= {(van, date.max)}


@given(patronen, st.sets(vakken).map(sorted))
def test_a_plain_week_over_it_keeps_what_stays_and_nothing_else(patroon: Patroon, keus: list[Vak]) -> None:
    na = neem_over(patroon, keus, VANDAAG)
    assert voorbij(na) == voorbij(patroon)
    assert {(d.dag, d.dagdeel) for d in set(na) - voorbij(na)} == set(keus)
    assert {d for d in patroon if (d.dag, d.dagdeel) in keus} <= set(na)


@given(patronen)
def test_a_pattern_is_read_back_from_its_column(patroon: Patroon) -> None:
    text = AANWEZIGHEID.process_bind_param(patroon, None)  # type: ignore[arg-type]  # the dialect is not used
    assert AANWEZIGHEID.from_text(text) == patroon


@given(patronen, vakken)
def test_other_weeks_never_leave_two_pieces_that_touch(patroon: Patroon, vak: Vak) -> None:
    na = delen_van(volgende_weken(patroon, vak, VANDAAG), vak, VANDAAG)
    assert all(een.tot_en_met < ander.van - timedelta(days=1) for een, ander in pairwise(na))


@given(patronen, vakken, st.integers(0, 400).map(lambda dagen: VANDAAG + timedelta(days=dagen)))
def test_as_one_piece_it_holds_on_the_same_days(patroon: Patroon, vak: Vak, dag: date) -> None:
    voor = any(d.van <= dag <= d.tot_en_met for d in delen_van(patroon, vak, VANDAAG))
    rond = patroon
    for _ in range(3):
        rond = volgende_weken(rond, vak, VANDAAG)
        if delen_van(patroon, vak, VANDAAG):
            assert any(d.van <= dag <= d.tot_en_met for d in delen_van(rond, vak, VANDAAG)) == voor


def test_two_half_years_with_the_same_weeks_become_one() -> None:
    vak = VAKKEN[0]
    najaar = Aanwezigheid(*vak, Weken.EVEN, date(2026, 8, 1), date(2027, 1, 31))
    voorjaar = Aanwezigheid(*vak, Weken.ONEVEN, date(2027, 2, 1), date(2027, 7, 31))
    assert volgende_weken((najaar, voorjaar), vak, VANDAAG) == (
        Aanwezigheid(*vak, Weken.ONEVEN, date(2026, 8, 1), date(2027, 7, 31)),
    )


def test_even_weeks_count_in_even_weeks_only() -> None:
    patroon = volgende_weken((), VAKKEN[0], VANDAAG)
    assert komt_in(patroon, VAKKEN[0], Weken.EVEN, VANDAAG)
    assert not komt_in(patroon, VAKKEN[0], Weken.ONEVEN, VANDAAG)


def test_a_dagdeel_of_last_year_that_stands_in_the_file_again_is_on_again() -> None:
    vak = VAKKEN[0]
    last_year = Aanwezigheid(*vak, van=date(2025, 8, 1), tot_en_met=date(2026, 7, 31))
    na = neem_over((last_year,), [vak], VANDAAG)
    assert set(na) == {Aanwezigheid(*vak), last_year}
    assert any(deel.geldt_op(VANDAAG) for deel in na)


def test_the_last_day_is_not_over_yet() -> None:
    vak = VAKKEN[0]
    today = Aanwezigheid(*vak, tot_en_met=VANDAAG)
    assert delen_van((today,), vak, VANDAAG) == (today,)
    assert wissel((today,), [vak], VANDAAG) == neem_over((today,), [], VANDAAG) == ()
    yesterday = Aanwezigheid(*vak, tot_en_met=VANDAAG - timedelta(days=1))
    assert delen_van((yesterday,), vak, VANDAAG) == ()
    assert set(wissel((yesterday,), [vak], VANDAAG)) == {Aanwezigheid(*vak), yesterday}


def test_turning_on_leaves_what_was_on_with_its_own_weeks() -> None:
    een, ander = VAKKEN[:2]
    even = Aanwezigheid(*een, Weken.EVEN)
    assert set(wissel((even,), [een, ander], VANDAAG)) == {even, Aanwezigheid(*ander)}


def test_the_piece_that_begins_first_stands_in_front_and_a_period_keeps_that_one() -> None:
    vak = VAKKEN[0]
    long = Aanwezigheid(*vak, Weken.ONEVEN, date(2026, 9, 1), date(2027, 7, 1))
    short = Aanwezigheid(*vak, Weken.EVEN, date(2026, 10, 1), date(2026, 12, 1))
    assert delen_van((short, long), vak, VANDAAG) == (long, short)
    na = zet_periode((short, long), [vak], VANDAAG, date.max, VANDAAG)
    assert na == (Aanwezigheid(*vak, Weken.ONEVEN, VANDAAG),)


def test_who_comes_every_week_comes_in_even_and_in_odd_weeks() -> None:
    vak = VAKKEN[0]
    assert all(komt_in((Aanwezigheid(*vak),), vak, weken, VANDAAG) for weken in (Weken.EVEN, Weken.ONEVEN))
