"""Marks over time: one a day, oldest first, whatever is typed in whatever order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.doelverloop import (
    KLAAR,
    Blik,
    cijfer_op,
    noteer_blik,
    noteer_cijfer,
    te_bekijken,
)
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gezinsplan import Doel, Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst

MEI = date(2026, 5, 4)


def plan_met(*wat: str) -> Gezinsplan:
    plan = Gezinsplan(gezin_id="g")
    plan.doelen = [Doel(plan_id=plan.id, wat=een, volgorde=nr) for nr, een in enumerate(wat)]
    return plan


def noteer(plan: Gezinsplan, dag: int, cijfer: int | None) -> None:
    plan.doelen[0].nu = cijfer
    noteer_cijfer(plan, plan.doelen[0], MEI + timedelta(days=dag))


def verloop(plan: Gezinsplan, doel: int = 0) -> list[tuple[int, int | None]]:
    return [((m.op - MEI).days, m.cijfer) for m in plan.metingen_van(plan.doelen[doel].id)]


def test_each_change_of_the_mark_is_kept_with_its_day() -> None:
    plan = plan_met("school")
    for dag, cijfer in ((0, 3), (10, 3), (20, 4), (40, 6)):
        noteer(plan, dag, cijfer)
    assert verloop(plan) == [(0, 3), (20, 4), (40, 6)]


def test_a_second_mark_of_one_day_takes_the_place_of_the_first() -> None:
    plan = plan_met("school")
    for cijfer in (3, 8, 4):
        noteer(plan, 0, cijfer)
    assert verloop(plan) == [(0, 4)]


def test_a_mark_that_is_taken_away_takes_only_that_of_today_away() -> None:
    plan = plan_met("school")
    noteer(plan, 0, 3)
    noteer(plan, 5, 6)
    noteer(plan, 5, None)
    assert verloop(plan) == [(0, 3)]


def test_a_goal_that_rests_and_comes_back_goes_on_where_it_was() -> None:
    plan = plan_met("school")
    noteer(plan, 0, 3)
    plan.doelen[0].actief = False
    plan.doelen[0].actief = True
    noteer(plan, 30, 7)
    assert verloop(plan) == [(0, 3), (30, 7)]


def test_marks_of_one_goal_are_not_of_another() -> None:
    plan = plan_met("school", "rust")
    noteer(plan, 0, 3)
    plan.doelen[1].nu = 8
    noteer_cijfer(plan, plan.doelen[1], MEI)
    assert (verloop(plan), verloop(plan, 1)) == ([(0, 3)], [(0, 8)])


@given(
    st.lists(
        st.tuples(
            st.integers(0, 30),
            st.none() | st.integers(0, 10),
            st.none() | st.sampled_from(list(Doeluitkomst)),
        ),
        max_size=30,
    )
)
def test_whatever_is_noted_there_is_one_look_a_day_oldest_first(
    stappen: list[tuple[int, int | None, Doeluitkomst | None]],
) -> None:
    plan = plan_met("school", "rust")
    doel = plan.doelen[0]
    for dag, cijfer, uitkomst in stappen:
        op = MEI + timedelta(days=dag)
        if uitkomst is None:
            noteer(plan, dag, cijfer)
        else:
            noteer_blik(plan, doel, op, Blik(cijfer, uitkomst))
        if doel.nu is not None and uitkomst is None:
            assert cijfer_op(plan.metingen_van(doel.id), op) == doel.nu
    dagen = [meting.op for meting in plan.metingen_van(doel.id)]
    assert dagen == sorted(set(dagen))
    assert set(dagen) <= {MEI + timedelta(days=dag) for dag, _, _ in stappen}
    assert all(m.cijfer is not None or m.uitkomst is not None for m in plan.metingen)
    assert verloop(plan, 1) == []


@pytest.mark.parametrize("uitkomst", list(Doeluitkomst))
def test_what_was_reached_or_is_not_needed_rests_and_the_rest_goes_on(uitkomst: Doeluitkomst) -> None:
    plan = plan_met("school")
    noteer_blik(plan, plan.doelen[0], MEI, Blik(7, uitkomst, "Lina ", " Ik ga zelf. "))
    [meting] = plan.metingen
    assert (meting.cijfer, meting.uitkomst, meting.van, meting.tekst) == (7, uitkomst, "Lina", "Ik ga zelf.")
    assert plan.doelen[0].nu == 7
    assert plan.doelen[0].actief is (uitkomst not in KLAAR)


def test_an_evaluation_takes_the_place_of_the_look_of_that_day_and_keeps_its_mark() -> None:
    plan = plan_met("school")
    noteer(plan, 0, 6)
    noteer_blik(plan, plan.doelen[0], MEI, Blik(uitkomst=Doeluitkomst.DEELS))
    [meting] = plan.metingen
    assert (meting.cijfer, meting.uitkomst) == (6, Doeluitkomst.DEELS)
    noteer(plan, 0, None)
    assert [(m.cijfer, m.uitkomst) for m in plan.metingen] == [(None, Doeluitkomst.DEELS)]


def test_a_goal_of_which_nothing_was_said_is_left_alone() -> None:
    plan = plan_met("school")
    noteer_blik(plan, plan.doelen[0], MEI, Blik(van="Lina", tekst="  "))
    assert plan.metingen == []


@pytest.mark.parametrize("cijfer", [-1, 11])
def test_a_mark_that_is_not_on_the_scale_is_refused(cijfer: int) -> None:
    plan = plan_met("school")
    with pytest.raises(InhoudOngeldig, match="0 tot en met 10"):
        noteer_blik(plan, plan.doelen[0], MEI, Blik(cijfer))
    assert (plan.metingen, plan.doelen[0].nu) == ([], None)


def test_an_evaluation_goes_through_what_counts_and_where_all_rest_through_all() -> None:
    plan = plan_met("school", "rust")
    plan.doelen[0].actief = False
    assert [doel.wat for doel in te_bekijken(plan)] == ["rust"]
    plan.doelen[1].actief = False
    assert [doel.wat for doel in te_bekijken(plan)] == ["school", "rust"]
