"""Changing the pattern: whatever is pressed, back is back, and what is over stays as it was."""

from __future__ import annotations

from datetime import date, timedelta

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
    na = neem_over(patroon, keus)
    assert {(d.dag, d.dagdeel) for d in na} == set(keus)
    assert {d for d in patroon if (d.dag, d.dagdeel) in keus} <= set(na)


@given(patronen)
def test_a_pattern_is_read_back_from_its_column(patroon: Patroon) -> None:
    text = AANWEZIGHEID.process_bind_param(patroon, None)  # type: ignore[arg-type]  # the dialect is not used
    assert AANWEZIGHEID.from_text(text) == patroon


def test_even_weeks_count_in_even_weeks_only() -> None:
    patroon = volgende_weken((), VAKKEN[0], VANDAAG)
    assert komt_in(patroon, VAKKEN[0], Weken.EVEN, VANDAAG)
    assert not komt_in(patroon, VAKKEN[0], Weken.ONEVEN, VANDAAG)
