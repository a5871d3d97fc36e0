"""The promise of a talk within the week, counted: what the family chose later stands apart (S26, S30)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import AfsluitSoort, GesprekSoort, GesprekStaat, RedenLater
from kernteam_tui.domain.optijd import (
    EersteGesprek,
    Optijd,
    Tijdigheid,
    eerste_gesprek,
    tel_optijd,
)
from tests.unit.feitenbouw import feiten, gesprek

START, GEHOUDEN = GesprekSoort.STARTGESPREK, GesprekStaat.GEHOUDEN
OP_TIJD, GEZIN, LATER = Tijdigheid.OP_TIJD, Tijdigheid.GEZIN, Tijdigheid.LATER
VRIJDAG = date(2026, 11, 27)
"""The agreed week ends."""
DAARNA = VRIJDAG + timedelta(days=4)
LANG_DAARNA = VRIJDAG + timedelta(days=40)


def held(dag: date, **anders: object) -> Tijdigheid | None:
    facts = feiten(gesprekken=(gesprek(START, GEHOUDEN, dag),), **anders)
    een = eerste_gesprek(facts, VRIJDAG, LANG_DAARNA)
    assert een is not None
    assert een.dag == dag
    return een.hoe


def open_op(vandaag: date, **anders: object) -> EersteGesprek | None:
    return eerste_gesprek(feiten(**anders), VRIJDAG, vandaag)


def test_the_last_day_is_in_time_and_the_day_after_is_not() -> None:
    assert held(VRIJDAG) is OP_TIJD
    assert held(VRIJDAG + timedelta(days=1)) is LATER


@pytest.mark.parametrize(
    ("keuze", "hoe"),
    [
        (RedenLater.EIGEN_VERZOEK, GEZIN),
        (RedenLater.AGENDA_GEZIN, GEZIN),
        (RedenLater.AGENDA_PARTNER, LATER),
        (RedenLater.WIJ, LATER),
    ],
)
def test_only_what_the_family_chose_stands_apart(keuze: RedenLater, hoe: Tijdigheid) -> None:
    assert held(DAARNA, startgesprek_keuze=keuze) is hoe
    een = open_op(DAARNA, startgesprek_keuze=keuze)
    assert een == EersteGesprek(hoe, VRIJDAG)


def test_a_family_that_wanted_it_later_and_came_in_time_was_in_time() -> None:
    assert held(VRIJDAG, startgesprek_keuze=RedenLater.EIGEN_VERZOEK) is OP_TIJD


def test_the_week_counts_from_the_day_the_family_named_and_later_than_that_is_later() -> None:
    own = {"startgesprek_keuze": RedenLater.EIGEN_VERZOEK, "gezin_vanaf": date(2026, 12, 1)}
    assert held(date(2026, 12, 8), **own) is GEZIN  # a week from the first of December
    assert held(date(2026, 12, 9), **own) is LATER


def test_it_does_not_count_before_the_last_day_is_over() -> None:
    assert open_op(VRIJDAG) is None
    assert open_op(VRIJDAG + timedelta(days=1)) == EersteGesprek(LATER, VRIJDAG)


@pytest.mark.parametrize(
    "anders",
    [
        {"zorg_zonder_vraag": True},
        {"begeleiding_gestart": VRIJDAG},
        {"afsluiting": AfsluitSoort.NIET_GESTART, "afgesloten_op": VRIJDAG},
    ],
    ids=["no question yet", "begun another way", "not started"],
)
def test_who_waits_for_no_talk_is_not_counted(anders: dict[str, object]) -> None:
    assert open_op(LANG_DAARNA, **anders) is None


def test_nobody_came_in_time_is_no_failure_of_the_worker() -> None:
    nobody = gesprek(START, GesprekStaat.NIET_VERSCHENEN, VRIJDAG)
    assert open_op(DAARNA, gesprekken=(nobody,)) == EersteGesprek(GEZIN, VRIJDAG)


@pytest.mark.parametrize(
    ("op_tijd", "later", "procent"), [(7, 3, 70), (1, 2, 33), (2, 1, 67), (1, 1, 50), (0, 4, 0), (1, 7, 13)]
)
def test_the_share_is_whole_and_halves_go_up(op_tijd: int, later: int, procent: int) -> None:
    assert Optijd(VRIJDAG, op_tijd, later, gezin=99).procent == procent


def test_without_talks_there_is_no_share() -> None:
    assert Optijd(VRIJDAG, gezin=2).procent is None


gesprekken = st.lists(
    st.none()
    | st.builds(EersteGesprek, st.sampled_from(Tijdigheid), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
)


@given(gesprekken, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_every_talk_since_that_day_is_in_one_of_three(talks: list[EersteGesprek | None], sinds: date) -> None:
    made = tel_optijd(talks, sinds)
    assert made.samen + made.gezin == sum(een is not None and een.dag >= sinds for een in talks)
    assert made.procent is None or 0 <= made.procent <= 100
