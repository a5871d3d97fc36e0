"""On paper, in a copy of the file, after an erasure: what is told of a text that changed after an akkoord."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, PlanVariant
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.wissen import snoei_plan
from kernteam_tui.services.gezinsplan import kies_variant
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.ouderszien import set_ouders_zien
from kernteam_tui.services.planakkoord import bevestig_akkoord
from kernteam_tui.services.planpapier import ZELF
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens
from kernteam_tui.services.toestemmingen import geef_toestemming
from tests.services.gezinsplan.conftest import id_van
from tests.services.gezinsplan.planvanlina import DINSDAG, GOED, MAANDAG, VEILIG, Plan, begin_plan

DAARNA = "Daarna is de tekst van dit plan nog veranderd."
IN_AFSCHRIFT = "daarna: de tekst van het plan is nog veranderd"


@pytest.fixture
def plan(sessie: Sessie, casus_id: str) -> Plan:
    return begin_plan(sessie, casus_id)


def test_paper_says_that_the_text_changed_after_she_agreed(plan: Plan) -> None:
    plan.zegt("Fatma", getekend_op=MAANDAG)
    plan.vast()
    assert DAARNA not in plan.papier("Fatma")
    plan.schrijf("", GOED, Citaat("Fatma", "nl", "Oma belt soms."))
    plan.zegt("Fatma", versie=2)
    plan.schrijf("", GOED, Citaat("Fatma", "nl", "Oma belt nooit."))
    plan.sessie.klok = SysteemKlok(DINSDAG)
    assert f"Fatma Kaya: eens, op 23 november 2026. {DAARNA}" in plan.papier(ZELF, IN_BEWERKING)
    plan.vast()
    assert f"Fatma Kaya: eens, op 23 november 2026. {DAARNA}" in plan.papier("Fatma")
    assert DAARNA not in plan.papier("Fatma", 1)
    bevestig_akkoord(plan.sessie, plan.casus_id, plan.regel("Fatma", 2).akkoord_id)
    assert "Fatma Kaya: eens, op 24 november 2026" in plan.papier("Fatma")
    assert DAARNA not in plan.papier("Fatma")


def test_a_signature_of_before_she_said_it_again_says_so_on_paper(plan: Plan) -> None:
    plan.zegt("Fatma", getekend_op=MAANDAG)
    plan.schrijf("Oma belt soms.")
    plan.sessie.klok = SysteemKlok(DINSDAG)
    bevestig_akkoord(plan.sessie, plan.casus_id, plan.regel("Fatma").akkoord_id)
    plan.vast()
    assert "op papier getekend op 23 november 2026, voordat dit gezegd is" in plan.papier("Fatma")


def test_a_signature_noted_days_later_is_under_the_text_as_it_was_all_the_time(plan: Plan) -> None:
    """The form begins with today as the day of saying; she signed yesterday, so she said it then."""
    plan.sessie.klok = SysteemKlok(DINSDAG)
    plan.zegt("Fatma", op=DINSDAG, getekend_op=MAANDAG)
    plan.vast()
    assert plan.regel("Fatma").op == MAANDAG
    assert "Fatma Kaya: eens, op 23 november 2026" in plan.papier("Fatma")
    assert "op papier getekend op 23 november 2026" in plan.papier("Fatma")
    assert "voordat" not in plan.papier("Fatma")


def test_a_mother_is_not_told_of_a_change_in_words_of_the_father(plan: Plan) -> None:
    """They live apart: what he says is not on her paper, nor that he says something else now."""
    plan.zegt("Fatma")
    plan.schrijf("", VEILIG, Citaat("Mehmet", "nl", "Ik mis haar."))
    plan.vast()
    assert DAARNA not in plan.papier("Fatma")
    assert DAARNA in plan.papier(ZELF), "the control: the worker reads it"
    assert plan.veranderd("Fatma") == ("Veiligheid",)


def test_a_change_in_a_section_that_the_jongere_closed_is_not_told_either(plan: Plan) -> None:
    with plan.sessie.unit_of_work() as uow:
        uow.casussen.get(plan.casus_id).jongere.geboortedatum = date(2009, 1, 1)
        uow.commit()
    kies_variant(plan.sessie, plan.casus_id, PlanVariant.JONGERE)
    plan.schrijf("Wij praten elke week.", VEILIG)
    plan.zegt("Fatma")
    plan.zegt("Lina")
    set_ouders_zien(plan.sessie, plan.casus_id, VEILIG, JaNeeOnbekend.NEE)
    plan.schrijf("Wij praten elke dag.", VEILIG)
    plan.vast()
    assert plan.papier(ZELF).count(DAARNA) == 2, "the control: the worker reads it of both"
    assert IN_AFSCHRIFT not in plan.afschrift("Fatma")
    assert IN_AFSCHRIFT in plan.afschrift("Lina"), "she closed it herself"
    plan.schrijf("Oma belt soms.")
    plan.zegt("Fatma", versie=2)
    plan.schrijf("Oma belt nooit.")
    assert IN_AFSCHRIFT not in plan.afschrift("Fatma"), "of seventeen Lina did not agree that she reads it"
    _laat_meelezen(plan)
    assert IN_AFSCHRIFT in plan.afschrift("Fatma"), "of what she does read she is told"


def _laat_meelezen(plan: Plan) -> None:
    lina, fatma = (id_van(plan.sessie, plan.casus_id, naam) for naam in ("Lina", "Fatma"))
    agreed = ToestemmingGegevens(
        lina, (lina,), PartnerSoort.OUDER, Niveau.INHOUD, MAANDAG, None, partner_id=fatma
    )
    geef_toestemming(plan.sessie, plan.casus_id, agreed)


def test_a_copy_of_the_file_says_it_to_who_agreed_and_to_nobody_else(plan: Plan) -> None:
    plan.zegt("Fatma")
    plan.schrijf("Oma belt soms.")
    plan.vast()
    assert IN_AFSCHRIFT in plan.afschrift("Fatma")
    assert IN_AFSCHRIFT not in plan.afschrift("Mehmet")


def test_erasing_lina_takes_her_words_out_of_what_her_father_agreed_with(plan: Plan) -> None:
    plan.zegt("Mehmet")
    plan.schrijf("Oma belt soms.")
    with plan.sessie.unit_of_work() as uow:
        [found] = uow.plannen.find()
        [akkoord] = found.akkoorden
        assert "Ik slaap weer." in akkoord.tekst_toen
        snoei_plan(found, lambda naam: naam == "Lina")
        kept = json.loads(akkoord.tekst_toen)
        uow.commit()
    assert kept["onderdelen"][GOED] == {
        "woorden": [],
        "toelichting": "Oma belt elke dag.",
        "velden": {},
        "ouders_zien": kept["onderdelen"][GOED]["ouders_zien"],
    }
    assert kept["doelen"] == []
    assert plan.veranderd("Mehmet") == ("Wat gaat goed",), "what was erased is no change of the plan"
