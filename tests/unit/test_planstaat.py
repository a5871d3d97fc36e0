"""What the list of sections says of each: filled, empty, or what is missing."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.gezinsplan import Actie, Doel, Gezinsplan
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.domain.planstaat import Staat, bepaal_staat

MAANDAG = date(2026, 11, 23)


def plan(doelen: int = 0, acties: tuple[Actie, ...] = (), evaluatie_op: date | None = None) -> Gezinsplan:
    return Gezinsplan(
        gezin_id="g",
        doelen=[Doel(wat=f"doel {nummer}") for nummer in range(doelen)],
        acties=list(acties),
        evaluatie_op=evaluatie_op,
    )


def test_a_section_of_text_is_filled_or_empty() -> None:
    assert bepaal_staat(plan(), Invul.TEKST, True, MAANDAG) == (Staat.GEVULD, "")
    assert bepaal_staat(plan(), Invul.TEKST, False, MAANDAG) == (Staat.LEEG, "")


@pytest.mark.parametrize("invul", [Invul.DOELEN, Invul.ACTIES, Invul.EVALUATIE])
def test_nothing_is_missing_from_a_plan_that_nobody_began(invul: Invul) -> None:
    assert bepaal_staat(plan(), invul, False, MAANDAG) == (Staat.LEEG, "")


def test_goals_count_to_three_and_only_active_ones() -> None:
    begun = plan(doelen=3)
    assert bepaal_staat(begun, Invul.DOELEN, True, MAANDAG) == (Staat.GEVULD, "3/3 doelen")
    begun.doelen.append(Doel(wat="te veel"))
    assert bepaal_staat(begun, Invul.DOELEN, True, MAANDAG) == (Staat.MIST, "4 doelen, kies er 3")
    begun.doelen[0].actief = False
    assert bepaal_staat(begun, Invul.DOELEN, True, MAANDAG) == (Staat.GEVULD, "3/3 doelen")


def test_an_open_action_asks_for_a_name_and_a_day() -> None:
    acties = (
        Actie(wat="a", wie="oma", wanneer=date(2026, 11, 23)),
        Actie(wat="b", wie="oma"),
        Actie(wat="c", wanneer=date(2026, 11, 22)),
        Actie(wat="d", klaar=True),
    )
    staat = bepaal_staat(plan(acties=acties), Invul.ACTIES, True, MAANDAG)
    assert staat == (Staat.MIST, "1 zonder dag, 1 zonder naam, 1 over de datum")
    assert bepaal_staat(plan(acties=acties[:1]), Invul.ACTIES, True, MAANDAG) == (Staat.GEVULD, "")


def test_goals_without_actions_and_without_a_day_are_said() -> None:
    assert bepaal_staat(plan(doelen=1), Invul.ACTIES, False, MAANDAG) == (Staat.MIST, "nog geen actie")
    assert bepaal_staat(plan(doelen=1), Invul.EVALUATIE, False, MAANDAG) == (Staat.MIST, "nog geen dag")


def test_the_evaluation_day_may_be_today_and_not_yesterday() -> None:
    today = plan(evaluatie_op=MAANDAG)
    assert bepaal_staat(today, Invul.EVALUATIE, True, MAANDAG) == (Staat.GEVULD, "ma 23 nov")
    gone = plan(evaluatie_op=date(2026, 11, 20))
    assert bepaal_staat(gone, Invul.EVALUATIE, True, MAANDAG) == (Staat.MIST, "vr 20 nov is geweest")
