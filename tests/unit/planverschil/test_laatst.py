"""When a version was written in last: to warn by, where somebody said something of it before that."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kernteam_tui.domain.gezinsplan import Actie, Doel, Gezinsplan, Onderdeel
from kernteam_tui.domain.planverschil.laatst import laatst_geschreven


def op(dag: int) -> datetime:
    return datetime(2026, 11, dag, 9, tzinfo=UTC)


def plan() -> Gezinsplan:
    return Gezinsplan(
        gezin_id="g",
        onderdelen=[
            Onderdeel(sleutel="wat_gaat_goed", updated_at=op(3)),
            Onderdeel(sleutel="akkoord", updated_at=op(29)),
        ],
        doelen=[Doel(wat="naar school", updated_at=op(5))],
        acties=[Actie(wat="belt oma", updated_at=op(4))],
    )


def test_it_is_the_last_day_of_text_goals_and_actions_but_not_of_who_agrees() -> None:
    assert laatst_geschreven(plan(), 1) == date(2026, 11, 5)
    assert laatst_geschreven(Gezinsplan(gezin_id="g"), 1) is None


def test_what_was_written_after_a_version_was_fixed_is_not_of_that_version() -> None:
    een = plan()
    een.stel_vast("{}", date(2026, 11, 4))
    een.gewijzigd = True
    assert laatst_geschreven(een, 1) == date(2026, 11, 4)
    assert laatst_geschreven(een, 2) == date(2026, 11, 5)
