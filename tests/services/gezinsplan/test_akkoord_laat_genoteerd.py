"""Said on Friday, noted on Monday, written in on Saturday: it counts as said of that text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.services.planakkoord import get_akkoord
from kernteam_tui.services.sessie import Sessie
from tests.services.gezinsplan.planvanlina import MAANDAG, Plan, begin_plan

VRIJDAG, ZATERDAG = date(2026, 11, 20), date(2026, 11, 21)


@pytest.fixture
def plan(sessie: Sessie, casus_id: str) -> Plan:
    """Written in on Saturday at last."""
    een = begin_plan(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        (found,) = uow.plannen.find()
        ids = [record.id for record in (*found.onderdelen, *found.doelen, *found.acties)]
    schreef(sessie, ids)
    return een


def schreef(sessie: Sessie, ids: list[str]) -> None:
    when = datetime(2026, 11, 21, 15, tzinfo=UTC).isoformat()
    with sessie.store.engine.begin() as conn:
        for tabel in ("onderdeel", "doel", "actie"):
            for een in ids:
                conn.exec_driver_sql(f"UPDATE {tabel} SET updated_at = ? WHERE id = ?", (when, een))


def is_later(plan: Plan, naam: str, standpunt: Standpunt, op: date) -> bool:
    versie = get_akkoord(plan.sessie, plan.casus_id).versie(1)
    return versie.is_later_geschreven(plan.regel(naam).sleutel, standpunt, op)


@pytest.mark.parametrize(("op", "later"), [(VRIJDAG, True), (ZATERDAG, False), (MAANDAG, False)])
def test_what_was_said_before_the_last_writing_is_told(plan: Plan, op: date, later: bool) -> None:
    assert get_akkoord(plan.sessie, plan.casus_id).versie(1).geschreven_op == ZATERDAG
    assert is_later(plan, "Fatma", Standpunt.EENS, op) is later


def test_a_correction_of_what_was_noted_in_time_asks_nothing(plan: Plan) -> None:
    plan.zegt("Fatma", op=VRIJDAG)
    assert not is_later(plan, "Fatma", Standpunt.EENS, VRIJDAG), "another reason, the same answer"
    assert is_later(plan, "Fatma", Standpunt.NIET, VRIJDAG), "another answer counts as said of now"
    assert is_later(plan, "Mehmet", Standpunt.EENS, VRIJDAG)


def test_a_plan_of_which_no_day_is_known_asks_nothing(sessie: Sessie, casus_id: str) -> None:
    een = begin_plan(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        (found,) = uow.plannen.find()
        found.onderdelen.clear()
        found.doelen.clear()
        found.acties.clear()
        uow.commit()
    assert not is_later(een, "Fatma", Standpunt.EENS, VRIJDAG)
