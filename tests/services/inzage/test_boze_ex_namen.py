"""The father who lives elsewhere again: names of then, initials, and what was noted of nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kernteam_tui.domain.codes import NotitieSoort, PersoonRol
from kernteam_tui.domain.gezinscodes import (
    Netwerkgroep,
    RelatieSoort,
)
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.gezin import (
    PersoonGegevens,
    RelatieGegevens,
    get_persoon,
    save_persoon,
    save_relatie,
)
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.netwerk import LidGegevens, save_lid
from kernteam_tui.services.plandoelen import ActieGegevens, save_actie
from kernteam_tui.services.planpapier import bereid_planpapier_voor
from kernteam_tui.services.samenvatting import lees_bladzijde
from tests.services.inzage.conftest import Thuis
from tests.services.inzage.test_boze_ex import doel, kind, leest, noem

ZUS = date(2009, 3, 3)


def actie(thuis: Thuis, wie: str) -> None:
    save_actie(thuis.sessie, thuis.casus_id, None, ActieGegevens("naar de genderpoli", wie=wie))


@pytest.mark.parametrize("wie", ["Lisa", "lisa", "Lisa en mama", "Lisa, mama", "Lisa Bos", "mevrouw Smeets"])
def test_what_a_sister_does_under_her_former_name_is_not_for_him(thuis: Thuis, wie: str) -> None:
    lisa = kind(thuis, "Lisa", ZUS, thuis.fatma, thuis.mehmet)
    actie(thuis, wie)
    doel(thuis, "samen eten")
    noem(thuis, lisa, "Liam")
    text = leest(thuis)
    assert "genderpoli" not in text
    assert "samen eten" in text
    why = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.mehmet).weggelaten
    assert any("Schrijf erbij wie het is" in line for line in why)
    held = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.mehmet).lijst
    (action,) = (line for line in held if "genderpoli" in line.tekst)
    assert action.vrij_te_geven, "she reads it, and knows who it was"


@pytest.mark.parametrize(
    "wie",
    [
        "mentor",
        "mevrouw Bos",
        "Els (mentor)",
        "Els, mentor",
        "Joke",
        "Sami",
        "mama",
        "papa",
        "wij samen",
        "oma Ans",
        "",
    ],
)
def test_what_others_do_goes_though_a_sister_took_another_name(thuis: Thuis, wie: str) -> None:
    lisa = kind(thuis, "Lisa", ZUS, thuis.fatma, thuis.mehmet)
    save_lid(thuis.sessie, thuis.casus_id, None, LidGegevens(Netwerkgroep.BUREN, "Joke", "buurvrouw"))
    actie(thuis, wie)
    doel(thuis, "samen eten")
    noem(thuis, lisa, "Liam")
    assert "genderpoli" in leest(thuis)


def test_without_such_a_sister_an_unknown_name_hides_nothing(thuis: Thuis) -> None:
    actie(thuis, "Els")
    doel(thuis, "samen eten")
    assert "genderpoli" in leest(thuis)


def test_a_goal_under_a_former_name_in_small_letters_is_hers_too(thuis: Thuis) -> None:
    lisa = kind(thuis, "Lisa", ZUS, thuis.fatma, thuis.mehmet)
    doel(thuis, "praten met de arts", van="lisa")
    noem(thuis, lisa, "Liam")
    assert "praten met de arts" not in leest(thuis)


@pytest.mark.parametrize("soort", list(NotitieSoort))
def test_a_note_of_whatever_kind_with_nobody_knows_whom_is_read_first(
    thuis: Thuis, soort: NotitieSoort
) -> None:
    thuis.notitie("Ze gaat volgende maand verhuizen.", "", soort=soort)
    assert "verhuizen" not in leest(thuis)
    held = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.mehmet).lijst
    (note,) = (line for line in held if "verhuizen" in line.tekst)
    assert note.vrij_te_geven
    freed = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.mehmet, (note.id,))
    assert "verhuizen" in freed.tekst


def test_where_parents_live_together_such_a_note_goes(thuis: Thuis) -> None:
    vader = get_persoon(thuis.sessie, thuis.casus_id, thuis.mehmet)
    save_persoon(thuis.sessie, thuis.casus_id, thuis.mehmet, replace(vader, woont_bij=True))
    thuis.notitie("We gaan verhuizen.", "", soort=NotitieSoort.HUISBEZOEK)
    doel(thuis, "een nieuw huis")
    text = leest(thuis)
    assert "We gaan verhuizen." in text
    assert "een nieuw huis" in text


def test_a_note_that_calls_her_by_her_former_name_is_read_first(thuis: Thuis) -> None:
    """The plan of then knows the name; she is not in it by her new one."""
    lisa = kind(thuis, "Lisa", ZUS, thuis.fatma, thuis.mehmet)
    actie(thuis, "Lisa")
    doel(thuis, "samen eten")
    noem(thuis, lisa, "Liam")
    thuis.notitie("Met lisa gaat het op school beter.")
    thuis.notitie("De rekentoets ging goed.")
    text = leest(thuis)
    assert "gaat het op school beter" not in text
    assert "rekentoets" in text


@pytest.mark.parametrize("wat", ["Bram steelt niet meer", "leren van Brams fouten"])
def test_a_goal_of_all_that_names_a_half_brother_is_not_for_him(thuis: Thuis, wat: str) -> None:
    kind(thuis, "Bram", date(2013, 3, 3), thuis.fatma)
    doel(thuis, wat)
    doel(thuis, "samen eten")
    text = leest(thuis)
    assert wat not in text
    assert "samen eten" in text
    held = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.mehmet).lijst
    assert any(line.vrij_te_geven for line in held if wat in line.tekst)


def test_nor_is_one_that_names_her_new_partner_and_grandmother_is_no_secret(thuis: Thuis) -> None:
    kees = save_persoon(thuis.sessie, thuis.casus_id, None, PersoonGegevens(PersoonRol.GEZINSLID, "Kees"))
    save_persoon(thuis.sessie, thuis.casus_id, None, PersoonGegevens(PersoonRol.GEZINSLID, "Ans"))
    tie = RelatieGegevens(kees, thuis.fatma, RelatieSoort.RELATIE)
    save_relatie(thuis.sessie, thuis.casus_id, None, tie)
    doel(thuis, "Kees schreeuwt niet meer")
    doel(thuis, "elke zondag naar Ans")
    text = leest(thuis)
    assert "schreeuwt" not in text
    assert "elke zondag naar Ans" in text
    assert "schreeuwt" in lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.sami).tekst


@pytest.mark.parametrize(
    "tekst",
    [
        *(
            "F. belde over de kamer.",
            "F Yilmaz belde over de kamer.",
            "FY belde.",
            "F.Y. belde.",
            "Met F. besproken.",
        ),
        *(
            "Mevrouw vertelt over de kamer.",
            "Mw. belde.",
            "mw wil hulp.",
            "Mo wil hulp.",
            "mo. belde over va",
        ),
        *(
            "Ze gaat verhuizen.",
            "Er is een nieuw adres.",
            "Haar nieuwe vriend was er.",
            "Het adres is geheim.",
        ),
    ],
)
def test_a_note_that_says_it_in_initials_or_names_nobody_is_read_first(thuis: Thuis, tekst: str) -> None:
    thuis.notitie(tekst)
    assert tekst not in leest(thuis)


@pytest.mark.parametrize(
    "tekst",
    [
        *(
            "De rekentoets ging goed.",
            "U kunt bellen.",
            "In klas 3B, lokaal A4.",
            "Mevrouw Bos was tevreden.",
        ),
        *(
            "S. had een goede week.",
            "SY leest meer.",
            "De heer Bos belt terug.",
            "Hij oefent met de T-toets.",
        ),
    ],
)
def test_a_note_about_school_goes_unread(thuis: Thuis, tekst: str) -> None:
    thuis.notitie(tekst)
    assert tekst in leest(thuis)


def test_words_of_the_child_that_name_her_new_partner_are_not_for_him(thuis: Thuis) -> None:
    kees = save_persoon(thuis.sessie, thuis.casus_id, None, PersoonGegevens(PersoonRol.GEZINSLID, "Kees"))
    tie = RelatieGegevens(kees, thuis.fatma, RelatieSoort.RELATIE)
    save_relatie(thuis.sessie, thuis.casus_id, None, tie)
    plan = get_plan(thuis.sessie, thuis.casus_id)
    said = tuple(
        Citaat(van, "nl", tekst)
        for van, tekst in (
            ("Sami", "Kees schreeuwt de hele dag."),
            ("Mehmet", "Ik ken die Kees niet."),
            ("Sami", "Gym is leuk."),
        )
    )
    save_onderdeel(
        thuis.sessie, thuis.casus_id, plan.revision, "waarom_dit_plan", woorden=said, toelichting=""
    )
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    text = leest(thuis)
    assert "schreeuwt" not in text
    assert "Ik ken die Kees niet." in text, "his own words"
    assert "Gym is leuk." in text
    held = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.mehmet).lijst
    assert any(line.vrij_te_geven for line in held if "schreeuwt" in line.tekst)
    child = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.sami).tekst
    assert "schreeuwt" in child


@pytest.mark.parametrize("wat", ["We gaan verhuizen naar oma", "rust bij mama en haar nieuwe vriend"])
def test_that_she_moves_or_with_whom_is_not_on_his_page_and_read_first_in_his_copy(
    thuis: Thuis, wat: str
) -> None:
    doel(thuis, wat)
    plan = get_plan(thuis.sessie, thuis.casus_id)
    said = (
        Citaat("Sami", "nl", wat),
        Citaat("Mehmet", "nl", "Ik ga zelf verhuizen."),
        Citaat("Sami", "nl", "Gym is leuk."),
    )
    save_onderdeel(
        thuis.sessie, thuis.casus_id, plan.revision, "waarom_dit_plan", woorden=said, toelichting=""
    )
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    text = leest(thuis)
    assert wat not in text
    assert "Ik ga zelf verhuizen." in text
    assert "Gym is leuk." in text
    why = " ".join(lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.mehmet).weggelaten)
    assert "waar iemand gaat wonen" in why
    child = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.sami).tekst
    assert wat in " ".join(child.split())


def test_words_without_a_name_are_on_no_paper_of_one_parent_before_they_were_read(thuis: Thuis) -> None:
    """`Citaat: …` taken over from a note of a talk with the father has no name under it."""
    plan = get_plan(thuis.sessie, thuis.casus_id)
    said = (Citaat("", "nl", "Zij liegt over alles."), Citaat("Fatma", "nl", "Ik ben moe."))
    save_onderdeel(thuis.sessie, thuis.casus_id, plan.revision, "wat_gaat_goed", woorden=said, toelichting="")
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    thuis.vraag(thuis.fatma)
    page = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.fatma)
    paper = bereid_planpapier_voor(thuis.sessie, thuis.casus_id, thuis.fatma)
    copy = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.fatma)
    for text in (page.tekst, paper.tekst, copy.tekst):
        assert "Zij liegt over alles." not in text
        assert "Ik ben moe." in text
    assert "Wat gaat goed: woorden zonder naam. Kies bij ‘van’ wie het zei" in page.weggelaten
    assert any("Zij liegt" in regel.tekst and regel.vrij_te_geven for regel in paper.lijst)
    assert any("Zij liegt" in regel.tekst and regel.vrij_te_geven for regel in copy.lijst)
    assert "Zij liegt over alles." in lees_bladzijde(thuis.sessie, thuis.casus_id, "jongere").tekst


def test_the_worker_reads_whose_words_are_not_on_the_page_and_what_to_do(thuis: Thuis) -> None:
    plan = get_plan(thuis.sessie, thuis.casus_id)
    said = (
        Citaat("mama", "nl", "Ik slaap niet."),
        Citaat("Mehmet", "nl", "Zij overdrijft."),
        Citaat("Beertje", "nl", "Ik ben bang."),
        Citaat("Fatma", "nl", "Ik ben moe."),
    )
    save_onderdeel(thuis.sessie, thuis.casus_id, plan.revision, "wat_gaat_goed", woorden=said, toelichting="")
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    page = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.fatma)
    kies = "kies bij ‘van’ de naam van wie het zei"
    assert [line.removeprefix("Wat gaat goed: ") for line in page.weggelaten if "Wat gaat goed" in line] == [
        f"wat ‘mama’ zei. Dat kan van Fatma Yilmaz of Mehmet Yilmaz zijn: {kies}",
        "wat Mehmet Yilmaz zei",
        f"wat ‘Beertje’ zei. Zo heet niemand in dit gezin: {kies}",
    ]
    assert "Ik ben moe." in page.tekst
    assert not any(citaat.tekst in " ".join(page.weggelaten) for citaat in said)
