"""Fatma agreed with the plan, and then it was changed: that is said, and she is asked again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.services.gezinsplan import get_plan, set_evaluatie
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.planakkoord import (
    AkkoordGegevens,
    bevestig_akkoord,
    bewaar_akkoord,
    verwijder_akkoord,
)
from kernteam_tui.services.plandoelen import (
    ActieGegevens,
    DoelGegevens,
    save_actie,
    save_doel,
    verwijder_actie,
    verwijder_doel,
)
from kernteam_tui.services.planverschil import IN_BEWERKING, get_planverschil, get_verschil_sinds
from kernteam_tui.services.sessie import Sessie
from tests.services.gezinsplan.conftest import id_van
from tests.services.gezinsplan.planvanlina import DINSDAG, GOED, MAANDAG, SLAAPT, Plan, begin_plan


@pytest.fixture
def plan(sessie: Sessie, casus_id: str) -> Plan:
    return begin_plan(sessie, casus_id)


def test_what_changed_is_named_by_its_sections_in_the_order_of_the_plan(plan: Plan) -> None:
    plan.zegt("Fatma")
    assert plan.veranderd("Fatma") == ()
    save_actie(plan.sessie, plan.casus_id, None, ActieGegevens("fietst mee", "Emre"))
    plan.schrijf("Oma belt soms.")
    assert plan.veranderd("Fatma") == ("Wat gaat goed", "Wie doet wat, wanneer")
    assert plan.veranderd("Mehmet") == (), "who said nothing yet has nothing to be asked again"
    plan.zegt("Mehmet")
    assert plan.veranderd("Mehmet") == (), "he saw it as it is"


def test_the_looks_ask_for_her_again_and_never_stand_in_the_way(plan: Plan) -> None:
    for naam in ("Lina", "Fatma", "Mehmet"):
        plan.zegt(naam)
    assert plan.punt() == (True, "")
    plan.schrijf("Oma belt soms.")
    namen = "Lina Kaya, Fatma Kaya en Mehmet Demir"
    assert plan.punt() == (False, f"Na wat {namen} zeiden, is het plan veranderd. Vraag het nog eens.")
    plan.zegt("Lina", Standpunt.DEELS, omdat="Liever oma.")
    bevestig_akkoord(plan.sessie, plan.casus_id, plan.regel("Mehmet").akkoord_id)
    assert plan.punt()[1] == "Na wat Fatma Kaya zei, is het plan veranderd. Vraag het nog eens."
    plan.vast()
    assert get_plan(plan.sessie, plan.casus_id).versie == 1
    assert plan.punt()[0] is False, "of the fixed version too, as long as nothing new is written"


def test_who_was_not_asked_and_who_was_asked_too_early_are_both_named(plan: Plan) -> None:
    plan.zegt("Lina")
    plan.zegt("Fatma")
    plan.schrijf("Oma belt soms.")
    assert plan.punt()[1] == (
        "Vraag het ook aan Mehmet Demir. "
        "Na wat Lina Kaya en Fatma Kaya zeiden, is het plan veranderd. Vraag het nog eens."
    )


NIETS_NIEUWS: dict[str, Callable[[Plan], object]] = {
    "a word that is taken back": lambda p: p.schrijf_en_terug(),
    "off the page": lambda p: p.schrijf("Oma belt elke dag.", GOED, replace(SLAAPT, op_bladzijde=False)),
    "the section about it": lambda p: p.schrijf("Iedereen is het eens.", "akkoord"),
    "a new mark": lambda p: save_doel(
        p.sessie,
        p.casus_id,
        get_plan(p.sessie, p.casus_id).doelen[0].id,
        DoelGegevens("naar school", "Lina", 6, 7),
    ),
    "a tick": lambda p: save_actie(
        p.sessie,
        p.casus_id,
        get_plan(p.sessie, p.casus_id).acties[0].id,
        ActieGegevens("belt de mentor", "Fatma", None, True),
    ),
    "who else agrees": lambda p: p.zegt("Mehmet", Standpunt.NIET, omdat="Te snel."),
}


@pytest.mark.parametrize("wat", NIETS_NIEUWS)
def test_what_goes_on_around_the_text_asks_nobody_again(plan: Plan, wat: str) -> None:
    plan.zegt("Fatma")
    NIETS_NIEUWS[wat](plan)
    assert plan.veranderd("Fatma") == ()


IETS_NIEUWS: dict[str, Callable[[Plan], object]] = {
    "a goal goes": lambda p: verwijder_doel(
        p.sessie, p.casus_id, get_plan(p.sessie, p.casus_id).doelen[0].id
    ),
    "an action goes": lambda p: verwijder_actie(
        p.sessie, p.casus_id, get_plan(p.sessie, p.casus_id).acties[0].id
    ),
    "a day to look again": lambda p: set_evaluatie(p.sessie, p.casus_id, date(2027, 1, 11), ""),
    "words that go": lambda p: p.schrijf("Oma belt elke dag."),
}


@pytest.mark.parametrize("wat", IETS_NIEUWS)
def test_ctrl_z_on_the_plan_gives_the_agreement_back(plan: Plan, wat: str) -> None:
    """Also of what no moment of change could tell: what is taken out is not there any more."""
    plan.zegt("Fatma")

    def doe(_: Sessie) -> None:
        IETS_NIEUWS[wat](plan)

    gedaan = doe_met_opname(doe, plan.sessie)
    assert plan.veranderd("Fatma") != ()
    zet_terug(plan.sessie, wat="Gezinsplan", wissels=gedaan.wissels)
    assert plan.veranderd("Fatma") == ()


def test_asked_again_she_still_thinks_so_and_ctrl_z_takes_that_back(plan: Plan) -> None:
    plan.zegt("Fatma", Standpunt.DEELS, omdat="Te snel.", verklaring="Mijn woorden.", getekend_op=MAANDAG)
    plan.schrijf("Oma belt soms.")
    plan.sessie.klok = SysteemKlok(DINSDAG)
    gedaan = doe_met_opname(bevestig_akkoord, plan.sessie, plan.casus_id, plan.regel("Fatma").akkoord_id)
    na = plan.regel("Fatma")
    assert (na.standpunt, na.omdat, na.verklaring) == (Standpunt.DEELS, "Te snel.", "Mijn woorden.")
    assert (na.op, na.getekend_op, na.veranderd) == (DINSDAG, MAANDAG, ())
    assert na.eerder_getekend, "the signature is of Monday"
    zet_terug(plan.sessie, wat="Akkoord", wissels=gedaan.wissels)
    terug = plan.regel("Fatma")
    assert (terug.op, terug.oudere_tekst) == (MAANDAG, True)


ZEI = AkkoordGegevens(Standpunt.DEELS, MAANDAG, omdat="Te snel.")


@pytest.mark.parametrize(
    ("nu", "weer_van_nu"),
    [
        (replace(ZEI, omdat="Veel te snel."), False),
        (replace(ZEI, verklaring="Er kwam nog een brief."), False),
        (replace(ZEI, op=MAANDAG - timedelta(days=3)), False),
        (replace(ZEI, standpunt=Standpunt.EENS), True),
        (replace(ZEI, op=DINSDAG), True),
        (replace(ZEI, getekend_op=DINSDAG), True),
    ],
)
def test_a_correction_is_about_then_and_a_new_answer_is_about_now(
    plan: Plan, nu: AkkoordGegevens, weer_van_nu: bool
) -> None:
    wie = id_van(plan.sessie, plan.casus_id, "Fatma")
    bewaar_akkoord(plan.sessie, plan.casus_id, 1, replace(ZEI, persoon_id=wie))
    plan.schrijf("Oma belt soms.")
    plan.sessie.klok = SysteemKlok(DINSDAG)
    bewaar_akkoord(plan.sessie, plan.casus_id, 1, replace(nu, persoon_id=wie))
    assert (plan.veranderd("Fatma") == ()) is weer_van_nu


def test_a_fixed_version_remembers_that_she_agreed_with_another_text(plan: Plan) -> None:
    plan.zegt("Fatma")
    plan.zegt("Lina")
    plan.schrijf("Oma belt soms.")
    plan.zegt("Mehmet", getekend_op=MAANDAG)
    plan.vast()
    assert [plan.veranderd(naam) for naam in ("Lina", "Fatma", "Mehmet")] == [
        ("Wat gaat goed",),
        ("Wat gaat goed",),
        (),
    ]
    bevestig_akkoord(plan.sessie, plan.casus_id, plan.regel("Lina").akkoord_id)
    plan.schrijf("En nu iets heel anders.")
    assert plan.veranderd("Lina") == plan.veranderd("Mehmet") == (), "the next version is another one"
    plan.vast()
    assert plan.veranderd("Fatma") == ("Wat gaat goed",)
    with pytest.raises(RegelGeweigerd, match="vervangen"):
        bevestig_akkoord(plan.sessie, plan.casus_id, plan.regel("Fatma").akkoord_id)
    with pytest.raises(NietGevonden):
        bevestig_akkoord(plan.sessie, plan.casus_id, "weg")


def test_no_copy_of_the_text_is_kept_where_the_fixed_version_is_that_text(plan: Plan) -> None:
    def kept() -> dict[str, bool]:
        with plan.sessie.unit_of_work() as uow:
            [found] = uow.plannen.find()
            return {akkoord.naam: bool(akkoord.tekst_toen) for akkoord in found.akkoorden}

    plan.zegt("Fatma")
    plan.schrijf("Oma belt soms.")
    plan.zegt("Lina")
    assert kept() == {"Fatma Kaya": True, "Lina Kaya": True}
    plan.vast()
    plan.zegt("Mehmet")
    assert kept() == {"Fatma Kaya": True, "Lina Kaya": False, "Mehmet Demir": False}


def test_the_difference_with_what_she_saw_is_read_word_by_word(plan: Plan) -> None:
    plan.zegt("Fatma")
    plan.schrijf("Oma belt soms.", GOED, SLAAPT)
    beeld = get_verschil_sinds(plan.sessie, plan.casus_id, plan.regel("Fatma").akkoord_id)
    assert beeld.van is not None
    assert (beeld.van.gezien_door, beeld.van.gezien_op, beeld.tot.nummer) == (
        "Fatma Kaya",
        MAANDAG,
        IN_BEWERKING,
    )
    [deel] = beeld.onderdelen
    assert [(regel.kop, [s.tekst for s in regel.stukken]) for regel in deel.regels] == [
        ("Toelichting", ["Oma belt ", "elke dag", "soms", "."])
    ]
    assert [een.gezien_door for een in get_planverschil(plan.sessie, plan.casus_id).gezien] == ["Fatma Kaya"]
    plan.vast()
    later = get_verschil_sinds(plan.sessie, plan.casus_id, plan.regel("Fatma").akkoord_id)
    assert (later.tot.nummer, len(later.onderdelen)) == (1, 1)
    verwijder_akkoord(plan.sessie, plan.casus_id, plan.regel("Fatma").akkoord_id)
    with pytest.raises(NietGevonden, match="wie het eens is"):
        get_verschil_sinds(plan.sessie, plan.casus_id, beeld.van.akkoord_id)


def test_two_versions_show_who_came_round(plan: Plan) -> None:
    plan.zegt("Fatma", Standpunt.NIET, omdat="Te snel.", getekend_op=MAANDAG)
    plan.zegt("Mehmet")
    plan.vast()
    plan.schrijf("Oma belt soms.")
    plan.sessie.klok = SysteemKlok(DINSDAG)
    plan.zegt("Fatma", versie=2, op=DINSDAG)
    onderdelen = get_planverschil(plan.sessie, plan.casus_id).onderdelen
    [deel] = [een for een in onderdelen if een.onderdeel.sleutel == "akkoord"]
    assert [regel.kop for regel in deel.regels] == [
        "Fatma Kaya",
        "Fatma Kaya, omdat",
        "Fatma Kaya, handtekening op papier",
        "Mehmet Demir",
    ]
    assert "".join(s.tekst for s in deel.regels[0].stukken) == (
        "niet eens, op 23 november 2026eens, op 24 november 2026"
    )
