"""A father who lives elsewhere reads all he may have, and looks for the mother between the lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import AanmelderRol, JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezin import Ouderschap
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.gezin import (
    HuishoudenGegevens,
    PersoonGegevens,
    get_persoon,
    save_huishouden,
    save_persoon,
    verwijder_persoon,
)
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.netwerk import LidGegevens, save_lid
from kernteam_tui.services.netwerkpapier import maak_netwerkkaart
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.samenvatting import lees_bladzijde
from tests.services.inzage.conftest import Thuis


def leest(thuis: Thuis) -> str:
    """All that Mehmet gets: the page and the copy."""
    thuis.vraag(thuis.mehmet)
    page = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.mehmet).tekst
    copy = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.mehmet).tekst
    return " ".join(f"{page} {copy}".split())


def doel(thuis: Thuis, wat: str, van: str = "") -> None:
    save_doel(thuis.sessie, thuis.casus_id, None, DoelGegevens(wat, van=van))
    stel_plan_vast(thuis.sessie, thuis.casus_id)


def kind(thuis: Thuis, naam: str, geboren: date, *ouders: str) -> str:
    """Another jongere of the family, with these parents; the id."""
    gegevens = PersoonGegevens(PersoonRol.JONGERE, naam, "Smit", geboortedatum=geboren)
    kind_id = save_persoon(thuis.sessie, thuis.casus_id, None, gegevens)
    with thuis.sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(thuis.casus_id).gezin_id)
        gezin.ouderschappen += [
            Ouderschap(gezin_id=gezin.id, jongere_id=kind_id, ouder_id=ouder, gezag=JaNeeOnbekend.JA)
            for ouder in ouders
        ]
        uow.commit()
    return kind_id


def noem(thuis: Thuis, persoon_id: str, roepnaam: str) -> None:
    gegevens = get_persoon(thuis.sessie, thuis.casus_id, persoon_id)
    save_persoon(thuis.sessie, thuis.casus_id, persoon_id, replace(gegevens, roepnaam=roepnaam))


def test_goals_and_actions_of_a_half_brother_of_another_father_are_not_his(thuis: Thuis) -> None:
    kind(thuis, "Bram", date(2013, 3, 3), thuis.fatma)
    save_actie(thuis.sessie, thuis.casus_id, None, ActieGegevens("therapie op dinsdag", wie="Bram"))
    doel(thuis, "niet meer stelen", van="Bram")
    text = leest(thuis)
    assert "vier dagen naar school" in text
    assert "stelen" not in text
    assert "therapie" not in text


def test_goals_of_his_own_second_child_stay_his(thuis: Thuis) -> None:
    kind(thuis, "Bram", date(2013, 3, 3), thuis.fatma, thuis.mehmet)
    doel(thuis, "leren zwemmen", van="Bram")
    assert "leren zwemmen" in leest(thuis)


@pytest.mark.parametrize("van", ["Zoe", "Zoë", "zoe\u0308"])
def test_a_sister_of_seventeen_is_known_with_and_without_her_accent(thuis: Thuis, van: str) -> None:
    kind(thuis, "Zoë", date(2009, 3, 3), thuis.fatma, thuis.mehmet)
    doel(thuis, "praten over mijn vriend", van=van)
    assert "mijn vriend" not in leest(thuis)


def test_a_sister_of_seventeen_who_took_another_name_keeps_her_goals(thuis: Thuis) -> None:
    """The frozen plan still calls her by the old one."""
    lisa = kind(thuis, "Lisa", date(2009, 3, 3), thuis.fatma, thuis.mehmet)
    doel(thuis, "praten met de arts", van="Lisa")
    noem(thuis, lisa, "Liam")
    text = leest(thuis)
    assert "praten met de arts" not in text
    assert "vier dagen naar school" in text


def test_who_spoke_in_the_plan_cannot_be_taken_out(thuis: Thuis) -> None:
    """Without her nobody could tell that her words are not for him."""
    with pytest.raises(RegelGeweigerd, match="woorden van deze persoon"):
        verwijder_persoon(thuis.sessie, thuis.casus_id, thuis.fatma)
    assert "Ik slaap er slecht van." not in leest(thuis)


def test_who_was_entered_twice_can_be_taken_out(thuis: Thuis) -> None:
    twice = PersoonGegevens(PersoonRol.OUDER, "Fatma Yilmaz")
    dubbel = save_persoon(thuis.sessie, thuis.casus_id, None, twice)
    verwijder_persoon(thuis.sessie, thuis.casus_id, dubbel)
    assert "Ik slaap er slecht van." not in leest(thuis)


@pytest.mark.parametrize(
    "getypt", ["06-11112222 (na 17 uur)", "06-11112222 / 030-2345678", "werk 0611112222"]
)
def test_a_number_with_a_remark_is_still_her_number(thuis: Thuis, getypt: str) -> None:
    gegevens = get_persoon(thuis.sessie, thuis.casus_id, thuis.fatma)
    save_persoon(thuis.sessie, thuis.casus_id, thuis.fatma, replace(gegevens, telefoon=getypt))
    doel(thuis, "mama bellen op 06 1111 2222")
    assert "1111 2222" not in leest(thuis)


@pytest.mark.parametrize(
    ("straat", "plaats", "wat"),
    [
        ("Zoë Visserstraat 4", "Utrecht", "fietsen vanaf de Zoe Visserstraat"),
        ("Dorpsstraat 4", "Utrecht", "fietsen vanaf de Dorpsstr."),
        ("Burg. Jansenlaan 5", "Utrecht", "wachten bij de Burgemeester Jansenlaan"),
        ("Brink 4", "Ede", "met de bus uit Ede"),
        ("Dam", "Utrecht", "spelen op de Dam"),
    ],
)
def test_a_secret_address_is_known_in_every_spelling(
    thuis: Thuis, straat: str, plaats: str, wat: str
) -> None:
    huis = HuishoudenGegevens("bij mama", straat, "", plaats, geheim=True, bewoners=(thuis.fatma,))
    save_huishouden(thuis.sessie, thuis.casus_id, None, huis)
    doel(thuis, wat)
    assert wat not in leest(thuis)


def test_a_short_place_does_not_hide_every_word_that_holds_it(thuis: Thuis) -> None:
    huis = HuishoudenGegevens("bij mama", "Brink 4", "", "Ede", geheim=True, bewoners=(thuis.fatma,))
    save_huishouden(thuis.sessie, thuis.casus_id, None, huis)
    doel(thuis, "iedereen eet samen")
    assert "iedereen eet samen" in leest(thuis)


@pytest.mark.parametrize(
    ("naam", "relatie"), [("Kees", "vriend van mama"), ("Kees", "vriend van Fatma"), ("Kees", "stiefvader")]
)
def test_her_new_partner_is_not_on_his_map_of_the_child(
    thuis: Thuis, tmp_path: Path, naam: str, relatie: str
) -> None:
    for called, what in ((naam, relatie), ("Ali", "trainer")):
        lid = LidGegevens(Netwerkgroep.FAMILIE, called, what, rond_id=thuis.sami)
        save_lid(thuis.sessie, thuis.casus_id, None, lid)
    pad = tmp_path / "kaart.txt"
    maak_netwerkkaart(thuis.sessie, thuis.casus_id, thuis.sami, thuis.mehmet, "tekst", pad)
    assert "Ali" in pad.read_text()
    assert naam not in pad.read_text()


def test_words_of_a_parent_who_gave_no_name_wait_for_the_worker(thuis: Thuis) -> None:
    with thuis.sessie.unit_of_work() as uow:
        casus = uow.casussen.get(thuis.casus_id)
        casus.aanmelder_naam, casus.aanmelder_rol = "", AanmelderRol.OUDER
        casus.woorden = "Ik durf niet meer naar buiten."
        uow.commit()
    assert "durf niet meer" not in leest(thuis)


def test_a_secret_house_is_not_his_because_an_old_house_of_both_still_stands_there(thuis: Thuis) -> None:
    both = HuishoudenGegevens("vroeger", "Weg 1", bewoners=(thuis.fatma, thuis.mehmet, thuis.sami))
    hers = HuishoudenGegevens("bij mama", "Lijsterlaan 7", geheim=True, bewoners=(thuis.fatma, thuis.sami))
    for huis in (both, hers):
        save_huishouden(thuis.sessie, thuis.casus_id, None, huis)
    doel(thuis, "ophalen bij Lijsterlaan 7")
    text = leest(thuis)
    assert "Lijsterlaan" not in text
    assert "Ik slaap er slecht van." not in text


def test_a_note_of_a_talk_at_school_goes(thuis: Thuis) -> None:
    thuis.notitie("De rekentoets ging goed.", met_wie="de mentor")
    assert "rekentoets" in leest(thuis)
