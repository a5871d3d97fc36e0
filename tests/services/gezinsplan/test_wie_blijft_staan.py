"""Who said something in or of the plan stays with the gezin: else nobody could tell whose words they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.services.gezin.persoon import verwijder_persoon
from kernteam_tui.services.planakkoord import verwijder_akkoord
from kernteam_tui.services.sessie import Sessie
from tests.services.gezinsplan.conftest import id_van
from tests.services.gezinsplan.planvanlina import MAANDAG, VEILIG, Plan, begin_plan

HIJ = Citaat("Mehmet", "nl", "Ik mis haar.")


@pytest.fixture
def plan(sessie: Sessie, casus_id: str) -> Plan:
    return begin_plan(sessie, casus_id)


def _alleen_in_wat_zij_zag(plan: Plan) -> None:
    plan.schrijf("", VEILIG, HIJ)
    plan.zegt("Fatma")
    plan.schrijf("", VEILIG)


def _bij_een_cijfer(plan: Plan) -> None:
    with plan.sessie.unit_of_work() as uow:
        (found,) = uow.plannen.find()
        said = Meting(
            plan_id=found.id, doel_id=found.doelen[0].id, op=MAANDAG, tekst="Gaat goed.", van="Mehmet"
        )
        found.metingen.append(said)
        uow.commit()


ZEI: dict[str, Callable[[Plan], None]] = {
    "words that only stand in what she agreed with": _alleen_in_wat_zij_zag,
    "words at a mark": _bij_een_cijfer,
    "what he thinks of the plan": lambda plan: plan.zegt("Mehmet", Standpunt.NIET, omdat="Te snel."),
}


@pytest.mark.parametrize("wat", ZEI)
def test_who_said_something_is_not_taken_out(plan: Plan, wat: str) -> None:
    ZEI[wat](plan)
    with pytest.raises(RegelGeweigerd, match="gezinsplan"):
        verwijder_persoon(plan.sessie, plan.casus_id, id_van(plan.sessie, plan.casus_id, "Mehmet"))


def test_what_was_noted_of_the_wrong_person_goes_first(plan: Plan) -> None:
    plan.zegt("Mehmet")
    verwijder_akkoord(plan.sessie, plan.casus_id, plan.regel("Mehmet").akkoord_id)
    verwijder_persoon(plan.sessie, plan.casus_id, id_van(plan.sessie, plan.casus_id, "Mehmet"))
