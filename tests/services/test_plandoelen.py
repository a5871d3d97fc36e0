"""Goals that are followed over time, what they go along with, and who can do what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.gezinsplan import get_plan, lees_plan, stel_plan_vast
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.netwerk import LidGegevens, save_lid
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.plandoelen import (
    ActieGegevens,
    DoelGegevens,
    save_actie,
    save_doel,
    verwijder_doel,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag

MAANDAG, WEEK_LATER, MAAND_LATER = date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 21)


def op(sessie: Sessie, dag: date) -> Sessie:
    """The same store on another day."""
    sessie.klok = SysteemKlok(dag)
    return sessie


def schoolgaan(nu: int | None, **anders: Any) -> DoelGegevens:
    return DoelGegevens("Vier dagen naar school", "Sami", nu, 7, **anders)


def cijfers(sessie: Sessie, casus: AanmeldingUitkomst) -> list[tuple[date, int | None]]:
    [doel] = get_plan(sessie, casus.casus_id).doelen
    return [(meting.op, meting.cijfer) for meting in doel.metingen]


@pytest.fixture
def doel_id(sessie: Sessie, casus: AanmeldingUitkomst) -> str:
    """A goal with a 3 on Monday."""
    return save_doel(sessie, casus.casus_id, None, schoolgaan(3)).doelen[0].id


def test_each_mark_stays_with_its_day_and_is_kept_while_the_goal_rests(
    sessie: Sessie, casus: AanmeldingUitkomst, doel_id: str
) -> None:
    save_doel(op(sessie, WEEK_LATER), casus.casus_id, doel_id, schoolgaan(5, actief=False))
    save_doel(op(sessie, MAAND_LATER), casus.casus_id, doel_id, schoolgaan(6))
    assert cijfers(sessie, casus) == [(MAANDAG, 3), (WEEK_LATER, 5), (MAAND_LATER, 6)]


def test_other_words_with_the_same_mark_are_no_new_look(
    sessie: Sessie, casus: AanmeldingUitkomst, doel_id: str
) -> None:
    save_doel(op(sessie, WEEK_LATER), casus.casus_id, doel_id, schoolgaan(3, hoe_zien_we_dat="Hij staat op."))
    assert cijfers(sessie, casus) == [(MAANDAG, 3)]


def test_another_mark_on_the_same_day_takes_its_place_and_undo_brings_it_back(
    sessie: Sessie, casus: AanmeldingUitkomst, doel_id: str
) -> None:
    gedaan = doe_met_opname(save_doel, sessie, casus.casus_id, doel_id, schoolgaan(8))
    assert cijfers(sessie, casus) == [(MAANDAG, 8)]
    zet_terug(sessie, wat="Doel bewaard", wissels=gedaan.wissels)
    assert cijfers(sessie, casus) == [(MAANDAG, 3)]
    later = doe_met_opname(save_doel, op(sessie, WEEK_LATER), casus.casus_id, doel_id, schoolgaan(8))
    zet_terug(sessie, wat="Doel bewaard", wissels=later.wissels)
    assert cijfers(sessie, casus) == [(MAANDAG, 3)]


def test_a_goal_that_goes_takes_its_marks_along_and_undo_brings_both_back(
    sessie: Sessie, casus: AanmeldingUitkomst, doel_id: str
) -> None:
    gedaan = doe_met_opname(verwijder_doel, sessie, casus.casus_id, doel_id)
    with sessie.unit_of_work() as uow:
        assert uow.plannen.find()[0].metingen == []
    zet_terug(sessie, wat="Doel weggehaald", wissels=gedaan.wissels)
    assert cijfers(sessie, casus) == [(MAANDAG, 3)]


def test_a_plan_from_a_file_goes_on_with_the_marks_that_were_known(
    sessie: Sessie, casus: AanmeldingUitkomst, doel_id: str
) -> None:
    assert doel_id
    bestand = {"doelen": [{"wat": "Vier dagen naar school", "nu": 6}, {"wat": "Rust"}]}
    lees_plan(op(sessie, WEEK_LATER), casus.casus_id, {"variant": "gezin", "onderdelen": {}, **bestand})
    school, rust = get_plan(sessie, casus.casus_id).doelen
    assert [(m.op, m.cijfer) for m in school.metingen] == [(MAANDAG, 3), (WEEK_LATER, 6)]
    assert rust.metingen == ()


def test_a_goal_goes_along_with_that_of_school_and_of_the_family(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    gegevens = schoolgaan(
        3, opp_doel="volgt alle lessen", opp_afgestemd_op=MAANDAG, familiedoel="weer samen eten"
    )
    [doel] = save_doel(sessie, casus.casus_id, None, gegevens).doelen
    assert (doel.opp_doel, doel.opp_afgestemd_op, doel.familiedoel) == (
        "volgt alle lessen",
        MAANDAG,
        "weer samen eten",
    )
    with pytest.raises(InhoudOngeldig, match="nog niet geweest"):
        save_doel(sessie, casus.casus_id, doel.id, schoolgaan(3, opp_afgestemd_op=WEEK_LATER))


def test_anybody_can_do_something_the_family_first_the_kernteam_last(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    familie = Netwerkgroep.FAMILIE
    for naam, relatie in (("Zehra", "oma"), ("", "buurvrouw"), ("Sami", "neef")):
        save_lid(sessie, casus.casus_id, None, LidGegevens(familie, naam, relatie))
    plan = get_plan(sessie, casus.casus_id)
    assert plan.doeners == ("Sami", "Fatma Yilmaz", "Zehra", "buurvrouw", "Vera", "Lia", "Jan")
    assert plan.mensen == ("Sami", "Fatma Yilmaz")


def test_an_action_past_its_day_asks_until_it_is_ticked_or_moved(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    actie = save_actie(sessie, casus.casus_id, None, ActieGegevens("mentor bellen", "Lia", MAANDAG)).acties[0]
    assert te_laat(sessie) == []
    op(sessie, WEEK_LATER)
    assert te_laat(sessie) == [
        ("1 actie is over de datum", "Lia: mentor bellen (ma 23 nov)", "gezinsplan", actie.id)
    ]
    save_actie(sessie, casus.casus_id, actie.id, ActieGegevens("mentor bellen", "Lia", MAAND_LATER))
    assert te_laat(sessie) == []
    op(sessie, date(2026, 12, 22))
    assert len(te_laat(sessie)) == 1
    save_actie(sessie, casus.casus_id, actie.id, ActieGegevens("mentor bellen", "Lia", MAAND_LATER, True))
    assert te_laat(sessie) == []


def te_laat(sessie: Sessie) -> list[tuple[str, str, str, str]]:
    signalen = get_vandaag(sessie).signalen
    return [(s.tekst, s.waarom, s.doel, s.over_id) for s in signalen if s.regel == "actie_over_datum"]


def test_the_section_of_a_goal_or_an_action_is_known(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    save_doel(sessie, casus.casus_id, None, schoolgaan(3))
    plan = save_actie(sessie, casus.casus_id, None, ActieGegevens("bellen"))
    assert plan.onderdeel_met(plan.doelen[0].id) == "wat_willen_wij_bereiken"
    assert plan.onderdeel_met(plan.acties[0].id) == "wie_doet_wat"
    assert plan.onderdeel_met("weg") == ""


def test_a_frozen_version_keeps_the_marks_of_then(
    sessie: Sessie, casus: AanmeldingUitkomst, doel_id: str
) -> None:
    stel_plan_vast(sessie, casus.casus_id)
    save_doel(op(sessie, WEEK_LATER), casus.casus_id, doel_id, schoolgaan(6))
    with sessie.unit_of_work() as uow:
        assert '"cijfer":6' not in uow.plannen.find()[0].versies[0].inhoud
