"""“Daarna is de tekst nog veranderd” tells a reader of a change in what that reader reads, and of no other.

Fatma and Mehmet live apart: what he says in the plan is not on her papers, nor that he says something else.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.services.planpapier import ZELF
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.sessie import Sessie
from tests.services.gezinsplan.conftest import casus_id
from tests.services.gezinsplan.planvanlina import GOED, VEILIG, Plan, begin_plan
from tests.services.gezinsplan.test_akkoord_naar_buiten import DAARNA, IN_AFSCHRIFT

__all__ = ["casus_id"]

HIJ, ANDERS = Citaat("Mehmet", "nl", "Ik mis haar."), Citaat("Mehmet", "nl", "Ik bel haar.")
ZIJ = Citaat("Fatma", "nl", "Zij eet weer.")


@pytest.fixture
def plan(sessie: Sessie, casus_id: str) -> Plan:
    een = begin_plan(sessie, casus_id)
    een.schrijf("", VEILIG, HIJ)
    een.schrijf("", GOED, HIJ, ZIJ)
    een.zegt("Fatma")
    return een


VAN_HEM: dict[str, Callable[[Plan], None]] = {
    "other words of his": lambda plan: plan.schrijf("", VEILIG, ANDERS),
    "his words are gone": lambda plan: plan.schrijf("", VEILIG),
    "in a section with words of hers": lambda plan: plan.schrijf("", GOED, ANDERS, ZIJ),
    "a section that only he spoke in": lambda plan: plan.schrijf("", "eerder_geprobeerd", HIJ),
}
VAN_HAAR: dict[str, Callable[[Plan], None]] = {
    "other words of hers": lambda plan: plan.schrijf("", GOED, HIJ, Citaat("Fatma", "nl", "Zij lacht.")),
    "her words are gone": lambda plan: plan.schrijf("", GOED, HIJ),
    "both": lambda plan: plan.schrijf("", GOED, ANDERS, Citaat("Fatma", "nl", "Zij lacht.")),
}


@pytest.mark.parametrize("wat", VAN_HEM)
def test_she_is_not_told_that_he_says_something_else(plan: Plan, wat: str) -> None:
    VAN_HEM[wat](plan)
    assert DAARNA in plan.papier(ZELF, IN_BEWERKING), "the control: the worker reads it"
    assert DAARNA not in plan.papier("Fatma", IN_BEWERKING)
    plan.vast()
    assert DAARNA not in plan.papier("Fatma")
    assert IN_AFSCHRIFT not in plan.afschrift("Fatma")


@pytest.mark.parametrize("wat", VAN_HAAR)
def test_she_is_told_of_what_she_reads(plan: Plan, wat: str) -> None:
    VAN_HAAR[wat](plan)
    assert DAARNA in plan.papier("Fatma", IN_BEWERKING)
    plan.vast()
    assert DAARNA in plan.papier("Fatma")
    assert IN_AFSCHRIFT in plan.afschrift("Fatma")
