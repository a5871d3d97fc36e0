"""The whole plan on paper: which version, for whom, and what is read first."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort, PlanVariant
from kernteam_tui.domain.delen.weigeren import DelenGeweigerd
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezinsplan import Veldwaarde
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.lezer import GeenGezag, ToestemmingOntbreekt
from kernteam_tui.domain.ouderszien import zet_antwoord
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gezinsplan import kies_variant, lees_plan, stel_plan_vast
from kernteam_tui.services.planpapier import (
    ZELF,
    bereid_planpapier_voor,
    get_papierkeuze,
    opent_een_reden,
)
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from tests.gezagshulp import leg_gezag_vast
from tests.services.conftest import AANMELDING
from tests.services.planpapiergezin import PLAN, VADERS_NUMMER, Gezin, maak_gezin


@pytest.fixture
def gezin(sessie: Sessie, school: SchoolBeeld) -> Gezin:
    assert school.kernteam
    return maak_gezin(sessie)


@pytest.fixture
def samen(sessie: Sessie, school: SchoolBeeld) -> Gezin:
    """The same, of parents who live together."""
    assert school.kernteam
    return maak_gezin(sessie, woont_bij=True)


# --- for whom -----------------------------------------------------------------------------------


def test_each_of_two_parents_apart_gets_own_words_and_those_of_the_child(gezin: Gezin) -> None:
    hers, his = gezin.tekst(gezin.fatma), gezin.tekst(gezin.mehmet)
    for text in (hers, his):
        assert "Gym is leuk." in text
        assert "vier dagen naar school" in text
        assert "In deze afdruk staat niet alles uit het plan." in text
    assert "slaap er slecht" in hers
    assert "vaker zien" not in hers
    assert "vaker zien" in his
    assert "slaap er slecht" not in his


def test_of_a_text_only_the_line_of_the_other_parent_is_kept_back(gezin: Gezin) -> None:
    hers, his = gezin.tekst(gezin.fatma), gezin.tekst(gezin.mehmet)
    assert "Feit: drie weken niet op school.\n  Eet goed." in hers
    assert "school dramt" not in hers
    assert "  Feit: drie weken niet op school.\n  Mening van Mehmet: school dramt.\n" in his


def test_what_names_the_other_parent_is_read_first_and_then_may_go(gezin: Gezin) -> None:
    beeld = bereid_planpapier_voor(gezin.sessie, gezin.casus_id, gezin.fatma)
    first = [regel for regel in beeld.lijst if regel.vrij_te_geven]
    assert [(regel.kop, regel.tekst) for regel in first] == [
        ("Veiligheid", "toelichting: Mehmet was er niet bij.")
    ]
    assert (beeld.te_lezen, beeld.weg) == (1, 4)
    assert "er niet bij" not in beeld.tekst
    read = bereid_planpapier_voor(gezin.sessie, gezin.casus_id, gezin.fatma, gelezen=[first[0].id])
    assert "Mehmet was er niet bij." in read.tekst
    assert (read.te_lezen, read.weg) == (0, 3)


def test_no_reading_and_no_reason_lets_a_number_or_words_of_the_other_go(gezin: Gezin) -> None:
    beeld = bereid_planpapier_voor(gezin.sessie, gezin.casus_id, gezin.fatma)
    alles = [regel.id for regel in beeld.lijst]
    text = gezin.tekst(gezin.fatma, gelezen=alles, uitzondering="met spoed")
    for geheim in (VADERS_NUMMER, "vaker zien", "school dramt"):
        assert geheim not in text


def test_parents_who_live_together_read_all_of_it_in_one_go(samen: Gezin) -> None:
    beeld = bereid_planpapier_voor(samen.sessie, samen.casus_id, samen.fatma)
    assert (beeld.weg, beeld.te_lezen) == (0, 0)
    for said in ("Ik wil hem vaker zien.", "Mening van Mehmet: school dramt.", "Mehmet was er niet bij."):
        assert said in beeld.tekst
    assert "niet alles uit het plan" not in beeld.tekst


def test_parents_who_live_together_sign_one_paper(samen: Gezin) -> None:
    text = samen.tekst(samen.mehmet)
    assert text.index("Mehmet Yilmaz (ouder)") < text.index("Fatma Yilmaz (ouder)")
    assert text.index("Fatma Yilmaz (ouder)") < text.index("Sami Yilmaz (jongere)")


def test_who_lives_apart_signs_an_own_paper(gezin: Gezin) -> None:
    apart = gezin.tekst(gezin.fatma)
    assert "Fatma Yilmaz (ouder)\n" in apart
    assert "Mehmet Yilmaz (ouder)" not in apart
    assert "Sami Yilmaz (jongere)\n" in apart
    own = gezin.tekst(gezin.sami)
    assert "Sami Yilmaz (jongere)\n" in own
    assert "(ouder)" not in own


def test_the_worker_gets_all_of_it_for_her_own_work_and_nobody_signs(gezin: Gezin) -> None:
    text = gezin.tekst(ZELF)
    for said in ("slaap er slecht", "vaker zien", "school dramt", VADERS_NUMMER):
        assert said in text
    assert "Geef deze afdruk niet mee." in text
    assert "Handtekening" not in text


def test_what_names_the_meldcode_is_read_first_by_the_worker_too(gezin: Gezin) -> None:
    stuk = {"onderdelen": {"veiligheid": {"toelichting": "Veilig Thuis is gebeld."}}}
    lees_plan(gezin.sessie, gezin.casus_id, stuk)
    beeld = bereid_planpapier_voor(gezin.sessie, gezin.casus_id, ZELF, IN_BEWERKING)
    assert "Veilig Thuis" not in beeld.tekst
    assert "Veilig Thuis" in gezin.tekst(ZELF, IN_BEWERKING, gelezen=[beeld.lijst[0].id])


def test_a_parent_without_gezag_gets_no_whole_plan_whatever_the_reason(gezin: Gezin) -> None:
    leg_gezag_vast(gezin.sessie, gezin.casus_id, gezin.mehmet, JaNeeOnbekend.NEE)
    assert not opent_een_reden(gezin.sessie, gezin.casus_id, gezin.mehmet)
    for reden in ("", "hij vroeg erom"):
        with pytest.raises(GeenGezag):
            gezin.tekst(gezin.mehmet, uitzondering=reden)


def test_a_jongere_of_sixteen_decides_and_a_reason_opens_it_and_is_logged(
    sessie: Sessie, school: SchoolBeeld
) -> None:
    assert school.kernteam
    gezin = maak_gezin(sessie, "2010-05-04")
    with pytest.raises(ToestemmingOntbreekt):
        gezin.tekst(gezin.fatma)
    assert opent_een_reden(sessie, gezin.casus_id, gezin.fatma)
    assert "vier dagen naar school" in gezin.tekst(gezin.fatma, uitzondering="gevaar")
    assert (LogSoort.UITZONDERING, "gevaar", "ouder") in gezin.log()
    assert "vier dagen naar school" in gezin.tekst("jongere")


def test_a_child_under_twelve_gets_a_page_not_the_plan(sessie: Sessie, school: SchoolBeeld) -> None:
    assert school.kernteam
    gezin = maak_gezin(sessie, "2016-05-04")
    with pytest.raises(DelenGeweigerd, match="Onder de 12"):
        gezin.tekst(gezin.sami)
    assert "(jongere)" not in gezin.tekst(gezin.fatma), "a child of ten does not sign"


def test_a_section_that_the_jongere_keeps_closed_is_on_no_paper_of_a_parent(gezin: Gezin) -> None:
    kies_variant(gezin.sessie, gezin.casus_id, PlanVariant.JONGERE)
    with gezin.sessie.unit_of_work() as uow:
        plan = uow.plannen.find()[0]
        for sleutel in ("wie_zijn_wij", "wat_willen_wij_bereiken"):
            zet_antwoord(plan.onderdeel(sleutel), gezin.sami, JaNeeOnbekend.NEE)
        uow.log(LogSoort.GEWIJZIGD, "test", casus_id=gezin.casus_id)
        uow.commit()
    stel_plan_vast(gezin.sessie, gezin.casus_id)
    for wie in (gezin.fatma, gezin.mehmet):
        text = gezin.tekst(wie)
        assert "Rustig begin." not in text
        assert "vier dagen naar school" not in text
    own = gezin.tekst(gezin.sami)
    assert "Rustig begin." in own
    assert "vier dagen naar school" in own
    beeld = bereid_planpapier_voor(gezin.sessie, gezin.casus_id, gezin.fatma)
    assert "de jongere wil niet dat ouders dit zien" in {regel.waarom for regel in beeld.lijst}
    assert "vier dagen naar school" not in gezin.tekst(gezin.fatma, 1), "a no holds from the day it is said"


def test_somebody_from_elsewhere_is_no_reader(gezin: Gezin) -> None:
    with pytest.raises(NietGevonden):
        gezin.tekst("iemand")


# --- which version --------------------------------------------------------------------------------


def test_an_old_version_prints_as_it_was_in_its_own_variant(samen: Gezin) -> None:
    samen_id, sessie = samen.casus_id, samen.sessie
    kies_variant(sessie, samen_id, PlanVariant.JONGERE)
    nieuw = PLAN | {"variant": "jongere", "doelen": [{"wat": "elke dag naar school"}]}
    lees_plan(sessie, samen_id, nieuw)
    stel_plan_vast(sessie, samen_id)
    oud, later = samen.tekst(samen.fatma, 1), samen.tekst(samen.fatma)
    assert "Versie: 1\nVastgesteld op: 23 november 2026" in oud
    assert "9. Wat willen wij bereiken" in oud
    assert "vier dagen naar school" in oud
    assert "Versie: 2\n" in later
    assert "5. Wat wil ik bereiken" in later
    assert "elke dag naar school" in later
    assert [v.nummer for v in get_papierkeuze(sessie, samen_id).versies] == [2, 1]
    with pytest.raises(NietGevonden):
        samen.tekst(samen.fatma, 3)


def test_what_was_filled_in_at_fields_stands_under_its_own_question(samen: Gezin) -> None:
    with samen.sessie.unit_of_work() as uow:
        plan = uow.plannen.find()[0]
        plan.onderdeel("hulp_die_erbij_komt").velden = (Veldwaarde("oude_vraag", "thuisbegeleiding"),)
        uow.log(LogSoort.GEWIJZIGD, "test", casus_id=samen.casus_id)
        uow.commit()
    assert "Oude vraag: thuisbegeleiding" in samen.tekst(samen.fatma, IN_BEWERKING)
    assert "thuisbegeleiding" not in samen.tekst(samen.fatma, 1)


def test_the_plan_as_it_is_now_is_a_concept(samen: Gezin) -> None:
    lees_plan(samen.sessie, samen.casus_id, PLAN | {"doelen": [{"wat": "elke dag naar school"}]})
    text = samen.tekst(samen.fatma, IN_BEWERKING)
    assert "CONCEPT" in text
    assert "Versie: 2, in bewerking" in text
    assert "elke dag naar school" in text
    assert "CONCEPT" not in samen.tekst(samen.fatma), "without a number it is the last frozen one"


def test_a_plan_that_was_never_fixed_prints_as_a_concept(sessie: Sessie, school: SchoolBeeld) -> None:
    assert school.kernteam
    casus_id = register_aanmelding(sessie, AANMELDING).casus_id
    with pytest.raises(NietGevonden):
        bereid_planpapier_voor(sessie, casus_id, ZELF)
    lees_plan(sessie, casus_id, PLAN)
    assert "CONCEPT" in bereid_planpapier_voor(sessie, casus_id, ZELF).tekst


def test_what_was_said_of_a_version_stands_on_it_also_when_it_was_said_later(samen: Gezin) -> None:
    with samen.sessie.unit_of_work() as uow:
        plan = uow.plannen.find()[0]
        plan.akkoorden.append(
            Akkoord(
                plan_id=plan.id,
                versie=1,
                persoon_id=samen.mehmet,
                naam="Mehmet Yilmaz",
                standpunt=Standpunt.DEELS,
                omdat="te veel ineens",
                op=date(2026, 11, 23),
            )
        )
        uow.log(LogSoort.GEWIJZIGD, "test", casus_id=samen.casus_id)
        uow.commit()
    text = samen.tekst(samen.fatma, 1)
    assert "Mehmet Yilmaz: deels eens, op 23 november 2026\n  omdat: te veel ineens" in text
