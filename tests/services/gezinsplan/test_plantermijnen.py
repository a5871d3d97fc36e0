"""The two terms of a plan, from what is noted to Vandaag (Jeugdwet 4.1.3 lid 4 and 5)."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezinsplancodes import Familieplan
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.services.familieplan import get_familieplan, zet_familieplan
from kernteam_tui.services.plantermijnen import get_papier, zet_op_papier
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag

GESTART = date(2026, 10, 19)


@pytest.fixture(autouse=True)
def gestart(sessie: Sessie, casus_id: str) -> None:
    """The help began five weeks ago."""
    with sessie.unit_of_work() as uow:
        uow.casussen.get(casus_id).begeleiding_gestart = GESTART
        uow.commit()


def signaal(sessie: Sessie, regel: str) -> Signaal | None:
    return next((s for s in get_vandaag(sessie).signalen if s.regel == regel), None)


def test_as_long_as_nothing_is_known_the_six_weeks_run_from_the_start(sessie: Sessie, casus_id: str) -> None:
    found = signaal(sessie, "plan_vaststellen")
    assert found is not None
    assert found.uiterlijk == date(2026, 11, 30)
    assert get_familieplan(sessie, casus_id).termijnen.vaststellen_uiterlijk == date(2026, 11, 30)


def test_they_run_from_the_day_the_family_wanted_no_plan_of_its_own(sessie: Sessie, casus_id: str) -> None:
    zet_familieplan(sessie, casus_id, Familieplan.WIL_NIET, date(2026, 10, 12))
    found = signaal(sessie, "plan_vaststellen")
    assert found is not None
    assert found.uiterlijk == date(2026, 11, 23)
    assert "geen familiegroepsplan sinds ma 12 okt" in found.waarom


def test_a_family_that_makes_its_own_plan_is_not_hurried(sessie: Sessie, casus_id: str) -> None:
    zet_familieplan(sessie, casus_id, Familieplan.BEDENKTIJD, date(2026, 11, 2))
    assert signaal(sessie, "plan_vaststellen") is not None
    zet_familieplan(sessie, casus_id, Familieplan.WIL_WEL, date(2026, 11, 9))
    assert signaal(sessie, "plan_vaststellen") is None
    assert get_familieplan(sessie, casus_id).termijnen.vaststellen_uiterlijk is None


def test_an_answer_has_a_day_and_no_answer_has_none(sessie: Sessie, casus_id: str) -> None:
    with pytest.raises(InhoudOngeldig):
        zet_familieplan(sessie, casus_id, Familieplan.WIL_NIET, None)
    with pytest.raises(RegelGeweigerd):
        zet_familieplan(sessie, casus_id, Familieplan.WIL_NIET, date(2026, 11, 24))
    beeld = zet_familieplan(sessie, casus_id, Familieplan.ONBEKEND, date(2026, 11, 2))
    assert (beeld.stand, beeld.op) == (Familieplan.ONBEKEND, None)


def test_a_plan_that_is_asked_for_on_paper_is_due_in_fourteen_days_until_it_is_given(
    sessie: Sessie, casus_id: str
) -> None:
    assert signaal(sessie, "plan_op_papier") is None
    zet_op_papier(sessie, casus_id, date(2026, 11, 20), None)
    found = signaal(sessie, "plan_op_papier")
    assert found is not None
    assert (found.uiterlijk, found.doel) == (date(2026, 12, 4), "gezinsplan")
    assert get_papier(sessie, casus_id).termijnen.papier_uiterlijk == date(2026, 12, 4)
    zet_op_papier(sessie, casus_id, date(2026, 11, 20), date(2026, 11, 23))
    assert signaal(sessie, "plan_op_papier") is None


def test_a_term_that_ends_on_a_second_christmas_day_runs_on(sessie: Sessie, casus_id: str) -> None:
    """Art. 1 lid 1 Atw; asked on 11 December 2025, so it would end on Christmas Day."""
    papier = zet_op_papier(sessie, casus_id, date(2025, 12, 11), None)
    assert papier.termijnen.papier_uiterlijk == date(2025, 12, 29)


def test_a_new_request_starts_a_new_term(sessie: Sessie, casus_id: str) -> None:
    zet_op_papier(sessie, casus_id, date(2026, 11, 2), date(2026, 11, 3))
    with pytest.raises(InhoudOngeldig):
        zet_op_papier(sessie, casus_id, date(2026, 11, 20), date(2026, 11, 3))
    zet_op_papier(sessie, casus_id, date(2026, 11, 20), None)
    assert signaal(sessie, "plan_op_papier") is not None


def test_given_without_a_request_is_noted_and_asks_nothing(sessie: Sessie, casus_id: str) -> None:
    papier = zet_op_papier(sessie, casus_id, None, date(2026, 11, 20))
    assert papier.termijnen.papier_gegeven_op == date(2026, 11, 20)
    assert signaal(sessie, "plan_op_papier") is None
    with pytest.raises(RegelGeweigerd):
        zet_op_papier(sessie, casus_id, date(2026, 11, 24), None)


def test_a_slip_in_the_year_closes_no_list(sessie: Sessie, casus_id: str) -> None:
    with sessie.unit_of_work() as uow:
        plan = uow.plannen.find()
        assert plan == []
    zet_op_papier(sessie, casus_id, date(1926, 11, 20), None)
    found = signaal(sessie, "plan_op_papier")
    assert found is not None
    assert found.uiterlijk is None
