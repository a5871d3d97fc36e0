"""Who reads between the lines: nicknames, initials, a secret house, a refusal, a word of kin."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import GesprekSoort, JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.deelcodes import VerzoekSoort, VerzoekUitkomst
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.netwerkpapier import maak_netwerkkaart
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.samenvatting import lees_bladzijde
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from kernteam_tui.services.verzoeken import Afhandeling, handel_verzoek_af
from tests.services.inzage.conftest import MAANDAG, Thuis

VADER_ZEI = "Ik hou het daar niet meer vol."


def zeg(thuis: Thuis, van: str, tekst: str) -> None:
    """These words stand in the newest frozen version."""
    revision = get_plan(thuis.sessie, thuis.casus_id).revision
    said = (Citaat(van, "nl", tekst),)
    save_onderdeel(
        thuis.sessie, thuis.casus_id, revision, "waarom_dit_plan", woorden=said, toelichting="Rustig begin."
    )
    stel_plan_vast(thuis.sessie, thuis.casus_id)


def doel(thuis: Thuis, wat: str) -> None:
    save_doel(thuis.sessie, thuis.casus_id, None, DoelGegevens(wat))
    stel_plan_vast(thuis.sessie, thuis.casus_id)


def woont(thuis: Thuis, straat: str, *wie: str, geheim: bool = False, plaats: str = "Utrecht") -> None:
    with thuis.sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(thuis.casus_id).gezin_id)
        huis = Huishouden(naam="huis", straat=straat, plaats=plaats, geheim=geheim)
        gezin.huishoudens.append(huis)
        gezin.bewoners += [Bewoner(huishouden_id=huis.id, persoon_id=een) for een in wie]
        uow.commit()


def broer_erbij(thuis: Thuis, geboren: str | None) -> str:
    """Ali, who comes to the kernteam as well; the id."""
    with thuis.sessie.unit_of_work() as uow:
        casus = uow.casussen.get(thuis.casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        born = date.fromisoformat(geboren) if geboren else None
        ali = Persoon(gezin_id=gezin.id, rol=PersoonRol.JONGERE, roepnaam="Ali", geboortedatum=born)
        gezin.personen.append(ali)
        id_ = ali.id
        uow.commit()
    return id_


def bladzijde(thuis: Thuis, wie: str) -> str:
    return " ".join(lees_bladzijde(thuis.sessie, thuis.casus_id, wie).tekst.split())


def afschrift(thuis: Thuis, wie: str) -> str:
    thuis.vraag(wie)
    return " ".join(bereid_afschrift_voor(thuis.sessie, thuis.casus_id, wie).tekst.split())


@pytest.mark.parametrize(
    "van",
    ["Mehmet Y.", "Fatma en Mehmet", "Mehmet/Fatma", "M.Y.", "Mehmet (thuis)", "paps", "pappa", "Beertje"],
)
def test_words_of_the_father_under_any_name_are_not_for_a_mother_who_lives_apart(
    thuis: Thuis, van: str
) -> None:
    zeg(thuis, van, VADER_ZEI)
    assert VADER_ZEI not in bladzijde(thuis, thuis.fatma)
    assert VADER_ZEI not in afschrift(thuis, thuis.fatma)


@pytest.mark.parametrize("van", ["Fatma", "Fatma Y.", "Fatma (thuis)", "F.Y.", "Sami", "Sami, 14"])
def test_her_own_words_and_those_of_her_child_stay_on_her_page(thuis: Thuis, van: str) -> None:
    zeg(thuis, van, "Gewoon weer samen eten.")
    assert "Gewoon weer samen eten." in bladzijde(thuis, thuis.fatma)


@pytest.mark.parametrize(
    "tekst", ["Sami fietst naar de Lijsterlaan", "na school naar Lijster laan 7", "trein naar Zwolle"]
)
def test_a_secret_house_is_not_told_by_its_street_or_town(thuis: Thuis, tekst: str) -> None:
    """Also where the child lives in both houses, and on the child's own page, which lies in both."""
    woont(thuis, "Kanaalstraat 1", thuis.mehmet, thuis.sami)
    woont(thuis, "Lijsterlaan 7", thuis.fatma, thuis.sami, geheim=True, plaats="Zwolle")
    doel(thuis, tekst)
    assert tekst not in bladzijde(thuis, thuis.mehmet)
    assert tekst not in bladzijde(thuis, "jongere")
    assert tekst in bladzijde(thuis, thuis.fatma)


def test_a_child_in_two_houses_does_not_make_the_one_known_to_the_other(thuis: Thuis) -> None:
    woont(thuis, "Kanaalstraat 1", thuis.mehmet, thuis.sami)
    woont(thuis, "Lijsterlaan 7", thuis.fatma, thuis.sami)
    doel(thuis, "ophalen bij Lijsterlaan 7")
    doel(thuis, "brengen naar Kanaalstraat 1")
    page = bladzijde(thuis, thuis.mehmet)
    assert "Lijsterlaan" not in page
    assert "Kanaalstraat 1" in page


def test_an_address_beside_the_name_of_the_school_is_in_no_invitation(thuis: Thuis, tmp_path: Path) -> None:
    woont(thuis, "Lijsterlaan 7", thuis.fatma, thuis.sami, geheim=True)
    gegevens = GesprekGegevens(
        GesprekSoort.EVALUATIE,
        datetime(2026, 11, 26, 15, tzinfo=AMSTERDAM),
        plek="De Brug, anders Lijsterlaan 7",
        wie=(thuis.fatma, thuis.mehmet),
    )
    gesprek = plan_gesprek(thuis.sessie, thuis.casus_id, gegevens)
    made = schrijf_uitnodigingen(thuis.sessie, gesprek.id, tmp_path)
    assert made.bestanden
    for bestand in made.bestanden:
        assert "Lijsterlaan" not in bestand.pad.read_text(encoding="utf-8")
    assert "Lijsterlaan" not in made.telefoonregel


def test_an_own_friend_of_one_parent_is_not_on_the_map_of_the_other(thuis: Thuis, tmp_path: Path) -> None:
    """Nobody noted whose the friend is; what stands around the child is for both."""
    with thuis.sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(thuis.casus_id).gezin_id)
        gezin.netwerk += [
            Netwerklid(naam="Ruud", relatie="vriend", groep=Netwerkgroep.VRIENDEN),
            Netwerklid(naam="Juf Els", relatie="juf", groep=Netwerkgroep.SCHOOL),
            Netwerklid(naam="Daan", relatie="maat", groep=Netwerkgroep.VRIENDEN, rond_id=thuis.sami),
        ]
        uow.commit()
    for wie, ruud in ((thuis.mehmet, False), (thuis.fatma, False), ("", True)):
        file = tmp_path / f"kaart-{wie}.txt"
        maak_netwerkkaart(thuis.sessie, thuis.casus_id, thuis.sami, wie, "tekst", file)
        text = file.read_text(encoding="utf-8")
        assert ("Ruud" in text) is ruud
        assert "Juf Els" in text
        assert "Daan" in text


def test_the_private_number_of_a_friend_is_on_no_page(thuis: Thuis) -> None:
    with thuis.sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(thuis.casus_id).gezin_id)
        gezin.netwerk.append(Netwerklid(naam="Ans", groep=Netwerkgroep.FAMILIE, telefoon="06-55554444"))
        uow.commit()
    doel(thuis, "bij ruzie even naar 0655554444 bellen")
    doel(thuis, "om acht uur naar bed")
    for wie in (thuis.fatma, "jongere"):
        assert "0655554444" not in bladzijde(thuis, wie)
        assert "om acht uur naar bed" in bladzijde(thuis, wie)


def test_a_request_that_was_refused_opens_nothing(thuis: Thuis) -> None:
    asked = thuis.vraag(thuis.fatma)
    refused = Afhandeling(VerzoekUitkomst.GEWEIGERD, MAANDAG, "Dit schaadt Sami.")
    handel_verzoek_af(thuis.sessie, thuis.casus_id, asked.id, refused)
    with pytest.raises(RegelGeweigerd, match=r"Jeugdwet 7\.3\.10"):
        bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.fatma)
    thuis.vraag(thuis.fatma, VerzoekSoort.INZAGE)
    assert bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.fatma).stukken


@pytest.mark.parametrize(
    "tekst", ["Mehmets sleutel lag er.", "Hij is bij zijn halfbroer.", "Vaders werk houdt op."]
)
def test_a_note_with_another_in_the_genitive_waits_for_the_worker(thuis: Thuis, tekst: str) -> None:
    thuis.notitie(tekst)
    assert tekst not in afschrift(thuis, thuis.fatma)


def test_a_parent_without_gezag_who_asked_hears_facts_and_not_what_the_child_said(thuis: Thuis) -> None:
    """BW 1:377c: important facts about the child; its words go only with consent."""
    assert "Gym is leuk." in bladzijde(thuis, thuis.mehmet)
    thuis.gezag(thuis.mehmet, JaNeeOnbekend.NEE)
    thuis.vraag(thuis.mehmet, VerzoekSoort.INFORMATIE)
    page = bladzijde(thuis, thuis.mehmet)
    assert "vier dagen naar school" in page
    assert "Gym is leuk." not in page


@pytest.mark.parametrize(
    ("geboren", "staat_erop"), [("2009-01-01", False), ("2014-01-01", True), (None, False)]
)
def test_what_a_brother_of_sixteen_wants_in_the_shared_plan_is_not_on_the_page_of_this_casus(
    thuis: Thuis, geboren: str | None, staat_erop: bool
) -> None:
    broer_erbij(thuis, geboren)
    save_doel(thuis.sessie, thuis.casus_id, None, DoelGegevens("een eigen kamer", van="Ali"))
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    page = bladzijde(thuis, thuis.fatma)
    assert ("een eigen kamer" in page) is staat_erop
    assert "vier dagen naar school" in page


@pytest.mark.parametrize("geboren", ["2009-01-01", None], ids=["17", "age not known"])
def test_nor_what_he_said_though_he_lives_with_his_mother_and_nor_in_her_copy(
    thuis: Thuis, geboren: str | None
) -> None:
    ali = broer_erbij(thuis, geboren)
    woont(thuis, "Lijsterlaan 7", thuis.fatma, thuis.sami, ali)
    save_doel(thuis.sessie, thuis.casus_id, None, DoelGegevens("een eigen kamer", van="Ali"))
    zeg(thuis, "Ali", "Ik ga het huis uit.")
    for text in (
        bladzijde(thuis, thuis.fatma),
        bladzijde(thuis, thuis.sami),
        afschrift(thuis, thuis.fatma),
        afschrift(thuis, thuis.sami),
    ):
        assert "Ik ga het huis uit." not in text
        assert "een eigen kamer" not in text
        assert "vier dagen naar school" in text


def test_a_younger_brother_at_home_speaks_on_his_mothers_page(thuis: Thuis) -> None:
    ali = broer_erbij(thuis, "2016-01-01")
    woont(thuis, "Lijsterlaan 7", thuis.fatma, thuis.sami, ali)
    zeg(thuis, "Ali", "Ik mis papa.")
    assert "Ik mis papa." in bladzijde(thuis, thuis.fatma)
