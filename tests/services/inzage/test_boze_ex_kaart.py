"""The father who lives elsewhere and the map around his child; who guards safety stands on no paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kernteam_tui.domain.codes import LogSoort, Niveau
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    Gevoel,
    Hulpsoort,
    Netwerkgroep,
    PartnerSoort,
)
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.contacten import ContactGegevens, save_contact
from kernteam_tui.services.gezin import (
    get_persoon,
    save_persoon,
)
from kernteam_tui.services.netwerk import LidGegevens, save_lid
from kernteam_tui.services.netwerkpapier import NetwerkUitkomst, maak_netwerkkaart
from kernteam_tui.services.samenvatting import lees_bladzijde
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens
from kernteam_tui.services.toestemmingen import geef_toestemming
from tests.services.inzage.conftest import Thuis
from tests.services.inzage.test_boze_ex import doel, leest


def kaart(thuis: Thuis, voor: str, vorm: str = "tekst") -> tuple[str, NetwerkUitkomst]:
    pad = thuis.sessie.map / f"kaart.{vorm}"
    done = maak_netwerkkaart(thuis.sessie, thuis.casus_id, thuis.sami, voor, vorm, pad)
    return pad.read_text(), done


def zet(thuis: Thuis, naam: str, relatie: str = "", groep: Netwerkgroep = Netwerkgroep.PROFESSIONALS) -> None:
    lid = LidGegevens(groep, naam, relatie, rond_id=thuis.sami)
    save_lid(thuis.sessie, thuis.casus_id, None, lid)


@pytest.mark.parametrize("wie", ["mehmet", "fatma"])
def test_what_the_child_said_of_a_parent_is_not_on_the_map_for_that_parent(thuis: Thuis, wie: str) -> None:
    lezer = getattr(thuis, wie)
    lid = LidGegevens(
        Netwerkgroep.GEZIN,
        relatie="wie altijd schreeuwt",
        rond_id=thuis.sami,
        persoon_id=lezer,
        gevoel=Gevoel.SPANNING,
        nabij=3,
        hulp=(Hulpsoort.PRAKTISCH,),
    )
    save_lid(thuis.sessie, thuis.casus_id, None, lid)
    zet(thuis, "Ali", "trainer", Netwerkgroep.KENNISSEN)
    text, done = kaart(thuis, lezer)
    line = next(line for line in text.splitlines() if wie.capitalize() in line)
    assert ":" not in line
    assert "spanning" not in text
    assert "schreeuwt" not in text
    assert "Ali, trainer: nog niet besproken" in text
    assert any("over de lezer zelf" in zin for zin in done.meldingen)
    assert "spanning" in kaart(thuis, thuis.sami)[0], "the child reads what it said"
    assert "spanning" in kaart(thuis, "")[0], "and so does the worker"


@pytest.mark.parametrize(
    ("naam", "relatie"),
    [
        ("Veilig Thuis", "melding"),
        ("Ineke", "veiligthuis"),
        ("Ineke", "van VT"),
        ("Ineke", "deed de zorgmelding"),
        ("Kees", "wijkagent"),
        ("meldcode stap 3", ""),
    ],
)
@pytest.mark.parametrize("lezer", ["mehmet", "fatma", "sami"])
def test_who_guards_safety_is_on_no_map_that_is_given_away(
    thuis: Thuis, naam: str, relatie: str, lezer: str
) -> None:
    zet(thuis, naam, relatie)
    zet(thuis, "Ali", "trainer", Netwerkgroep.KENNISSEN)
    text, done = kaart(thuis, getattr(thuis, lezer))
    assert "Ali" in text
    assert naam not in text
    assert done.weggelaten >= 1
    said = " ".join(done.meldingen)
    assert "meldcode komt nooit in een bladzijde" in said
    assert naam not in said
    assert naam in kaart(thuis, "")[0], "for her own work"


def test_who_is_known_as_veilig_thuis_by_the_address_book_is_left_out_by_kind(thuis: Thuis) -> None:
    contact = save_contact(thuis.sessie, None, ContactGegevens("Ineke", PartnerSoort.VEILIG_THUIS, "teamlid"))
    lid = LidGegevens(Netwerkgroep.PROFESSIONALS, rond_id=thuis.sami, contact_id=contact)
    save_lid(thuis.sessie, thuis.casus_id, None, lid)
    assert "Ineke" not in kaart(thuis, thuis.mehmet)[0]
    assert "Ineke" in kaart(thuis, "")[0]


def test_a_judge_and_parents_know_the_jeugdbeschermer(thuis: Thuis) -> None:
    zet(thuis, "Petra", "jeugdbeschermer")
    assert "Petra" in kaart(thuis, thuis.mehmet)[0]


def test_in_the_copy_the_child_reads_the_trainer_and_the_worker_looks_at_the_rest(thuis: Thuis) -> None:
    zet(thuis, "Veilig Thuis", "melding")
    zet(thuis, "Ali", "trainer", Netwerkgroep.KENNISSEN)
    assert "trainer" not in leest(thuis), "the network of the child is the child's"
    thuis.vraag(thuis.sami)
    text = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.sami).tekst
    assert "trainer" in text
    assert "Veilig Thuis" not in text


@pytest.mark.parametrize(
    ("relatie", "mag"),
    [("oom, broer van papa", False), ("broer van papa", True), ("bang voor papa", False), ("oom", True)],
)
def test_what_somebody_is_called_tells_him_nothing_about_himself(
    thuis: Thuis, relatie: str, mag: bool
) -> None:
    moeder = get_persoon(thuis.sessie, thuis.casus_id, thuis.fatma)
    save_persoon(thuis.sessie, thuis.casus_id, thuis.fatma, replace(moeder, geslacht=Geslacht.VROUW))
    zet(thuis, "Kemal", relatie, Netwerkgroep.FAMILIE)
    text, _ = kaart(thuis, thuis.mehmet)
    assert ("Kemal" in text) is mag
    assert "Nog niemand op de kaart" not in text


@pytest.mark.parametrize(
    "tekst",
    [
        "We doen een zorgmelding.",
        "Overlegd met Veilig Thuis, zonder naam.",
        "Meldcode stap 2 besproken.",
        "Ze zit nu in de vrouwenopvang.",
        "De wijkagent kwam langs.",
    ],
)
def test_a_note_about_safety_is_read_before_it_goes_to_any_parent(thuis: Thuis, tekst: str) -> None:
    thuis.notitie(tekst)
    thuis.notitie("De rekentoets ging goed.")
    assert tekst not in leest(thuis)
    assert "rekentoets" in bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.mehmet).tekst
    thuis.vraag(thuis.fatma)
    assert tekst not in bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.fatma).tekst


def test_what_the_plan_says_of_veilig_thuis_is_not_on_his_page(thuis: Thuis) -> None:
    doel(thuis, "rust, en dat Veilig Thuis kan stoppen")
    assert "Veilig Thuis kan stoppen" not in leest(thuis)
    why = " ".join(lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.mehmet).weggelaten)
    assert "meldcode" in why
    child = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.sami).tekst
    assert "Veilig Thuis kan stoppen" in " ".join(child.split())


def test_that_the_child_let_veilig_thuis_know_something_is_read_first(thuis: Thuis) -> None:
    gegevens = ToestemmingGegevens(
        thuis.sami, (thuis.sami,), PartnerSoort.VEILIG_THUIS, Niveau.INHOUD, date(2026, 11, 20), None
    )
    geef_toestemming(thuis.sessie, thuis.casus_id, gegevens)
    with thuis.sessie.unit_of_work() as uow:
        uow.log(LogSoort.GEEXPORTEERD, "terugkoppeling: start", casus_id=thuis.casus_id, voor="Veilig Thuis")
        uow.commit()
    text = leest(thuis)
    assert "voor: Veilig Thuis" not in text
    assert "voor Veilig Thuis" not in text


def test_his_own_words_about_veilig_thuis_stay_his(thuis: Thuis) -> None:
    thuis.vraag(thuis.mehmet, VerzoekSoort.VERKLARING, "Ik heb Veilig Thuis zelf gebeld.")
    assert "Ik heb Veilig Thuis zelf gebeld." in leest(thuis)
