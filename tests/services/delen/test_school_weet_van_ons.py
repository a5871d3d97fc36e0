"""That we speak to each other school hears from the family or by a talk there: never taken for granted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from kernteam_tui.domain.codes import GesprekSoort, Niveau
from kernteam_tui.domain.deelcodes import SignaalBij
from kernteam_tui.domain.gesprek import Terugkoppelafspraak
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek, zeg_gesprek_af
from kernteam_tui.services.schoolweet import get_school_weet
from kernteam_tui.services.sessie import Sessie
from tests.services.conftest import AANMELDING
from tests.services.delen.conftest import Thuis

pytestmark = pytest.mark.usefixtures("school")
SPREKEN, THUIS = "dat wij elkaar spreken", "wat wij thuis bespreken"
WOENSDAG = datetime(2026, 11, 25, 15, tzinfo=AMSTERDAM)


def zelf_gekomen(sessie: Sessie) -> str:
    """A family that came by itself."""
    return register_aanmelding(sessie, {**AANMELDING, "route": "zelf", "aanmelder": {}}, toch=True).casus_id


def test_of_a_family_that_came_by_itself_school_does_not_hear_that_we_speak(sessie: Sessie) -> None:
    casus_id = zelf_gekomen(sessie)
    assert get_school_weet(sessie, casus_id) == ((), (SPREKEN, THUIS))


def test_from_a_talk_at_school_on_it_knows_and_not_by_one_at_home_or_one_that_fell_through(
    sessie: Sessie,
) -> None:
    casus_id = zelf_gekomen(sessie)
    home = GesprekGegevens(GesprekSoort.HUISBEZOEK, WOENSDAG, plek="thuis")
    plan_gesprek(sessie, casus_id, home)
    assert SPREKEN in get_school_weet(sessie, casus_id)[1]
    at_school = GesprekGegevens(GesprekSoort.DRIEGESPREK, WOENSDAG.replace(day=26), plek="school")
    buurtteam = replace(at_school, plek="buurtteam Overvecht")
    plan_gesprek(sessie, casus_id, buurtteam)
    assert SPREKEN in get_school_weet(sessie, casus_id)[1]
    talk = plan_gesprek(sessie, casus_id, at_school)
    assert get_school_weet(sessie, casus_id) == ((SPREKEN,), (THUIS,))
    zeg_gesprek_af(sessie, talk.id, "toch niet")
    assert SPREKEN in get_school_weet(sessie, casus_id)[1]


def test_a_mentor_at_the_table_elsewhere_knows_it(sessie: Sessie) -> None:
    casus_id = zelf_gekomen(sessie)
    home = GesprekGegevens(GesprekSoort.HUISBEZOEK, WOENSDAG, plek="thuis", wie=("gezinswerker", "mentor"))
    talk = plan_gesprek(sessie, casus_id, home)
    assert get_school_weet(sessie, casus_id) == ((SPREKEN,), (THUIS,))
    zeg_gesprek_af(sessie, talk.id, "toch niet")
    assert SPREKEN in get_school_weet(sessie, casus_id)[1]


@pytest.mark.parametrize(("partner", "weet"), [("mentor (Els)", True), ("leerplicht", False)])
def test_who_was_told_at_school_knows_it_also_after_the_consent_was_withdrawn(
    sessie: Sessie, partner: str, weet: bool
) -> None:
    casus_id = zelf_gekomen(sessie)
    plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, WOENSDAG, plek="thuis"))
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        (talk,) = uow.gesprekken.find(casus_id=casus_id)
        told = Terugkoppelafspraak(casus_id=casus_id, partner=partner, gedaan_op=WOENSDAG.date())
        talk.terugkoppelafspraken.append(told)
        uow.toestemmingen.add(
            Toestemming(
                casus_id=casus_id,
                jongere_id=casus.jongere.id,
                gever_id=casus.jongere.id,
                partner=PartnerSoort.MENTOR,
                op=casus.aangemeld,
                ingetrokken_op=casus.aangemeld,
            )
        )
        uow.commit()
    assert (SPREKEN in get_school_weet(sessie, casus_id)[0]) is weet


def test_who_agreed_that_school_knows_more_agreed_that_it_knows_this(thuis: Thuis) -> None:
    with thuis.sessie.unit_of_work() as uow:
        uow.casussen.get(thuis.casus_id).signaal_bij = SignaalBij.GEZIN
        for gesprek in uow.gesprekken.find(casus_id=thuis.casus_id):
            gesprek.op_school = False
            gesprek.deelnemers.clear()
        uow.commit()
    thuis.geef(*thuis.allen)
    assert get_school_weet(thuis.sessie, thuis.casus_id)[0] == (), "leerplicht is not school"
    thuis.geef(*thuis.allen, partner=PartnerSoort.MENTOR, niveau=Niveau.GESTART_GESTOPT)
    assert SPREKEN in get_school_weet(thuis.sessie, thuis.casus_id)[0]


@pytest.mark.parametrize("signaal", [SignaalBij.SCHOOL, SignaalBij.ONBEKEND])
def test_who_was_brought_by_school_speaks_to_us_with_its_knowledge(
    sessie: Sessie, signaal: SignaalBij
) -> None:
    casus_id = zelf_gekomen(sessie)
    with sessie.unit_of_work() as uow:
        uow.casussen.get(casus_id).signaal_bij = signaal
        uow.commit()
    assert get_school_weet(sessie, casus_id) == ((SPREKEN,), (THUIS,))
