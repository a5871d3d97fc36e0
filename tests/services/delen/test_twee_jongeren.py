"""Two jongeren in one casus: twins of eleven, and a brother of fifteen beside a sister of seventeen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.codes import (
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    Niveau,
    PersoonRol,
    TerugkoppelMoment,
)
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.lezer import ToestemmingOntbreekt
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import (
    GesprekGegevens,
    TerugkoppelBeeld,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.gezin import HuishoudenGegevens, save_huishouden
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.samenvatting import lees_bladzijde, maak_samenvatting
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.terugkoppeling import get_bericht
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens
from kernteam_tui.services.toestemmingen import geef_toestemming, list_toestemmingen
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek
from tests.services.conftest import AANMELDING

MAANDAG = date(2026, 11, 23)
START = datetime(2026, 11, 23, 8, 30, tzinfo=AMSTERDAM)


@dataclass(frozen=True)
class Twee:
    """Sami and Lina in one casus, with both parents in one house."""

    sessie: Sessie
    casus_id: str
    sami: str
    lina: str
    fatma: str
    mehmet: str

    def geef(self, over: str, *gevers: str, **anders: Any) -> None:
        gegevens: dict[str, Any] = {
            "partner": PartnerSoort.LEERPLICHT,
            "niveau": Niveau.GESTART_GESTOPT,
            "op": MAANDAG,
            "tot": None,
            **anders,
        }
        given = ToestemmingGegevens(jongere_id=over, gevers=gevers, **gegevens)
        geef_toestemming(self.sessie, self.casus_id, given)

    def niveaus(self) -> dict[str, Niveau | None]:
        """Of leerplicht, by jongere."""
        regels = list_toestemmingen(self.sessie, self.casus_id).regels
        return {r.jongere: r.niveau for r in regels if r.partner is PartnerSoort.LEERPLICHT}

    def bericht(self) -> str:
        """The message to leerplicht; empty where it was refused."""
        (regel,) = get_casus(self.sessie, self.casus_id).terugkoppelingen
        return get_bericht(self.sessie, self.casus_id, regel.id).tekst

    def leest(self, wie: str) -> str:
        text = lees_bladzijde(self.sessie, self.casus_id, wie).tekst
        return " ".join(text.split())

    def vraag(self, wie: str) -> None:
        noteer_verzoek(self.sessie, self.casus_id, VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG, van_id=wie))

    def afschrift(self, wie: str) -> str:
        self.vraag(wie)
        return " ".join(bereid_afschrift_voor(self.sessie, self.casus_id, wie).tekst.split())


def meld_aan(sessie: Sessie, sami: date, lina: date) -> Twee:
    ouders = [
        {"naam": "Fatma Yilmaz", "gezag": "ja", "woont_bij": True, "telefoon": "06-11112222"},
        {"naam": "Mehmet Yilmaz", "gezag": "ja", "woont_bij": True},
    ]
    jongere = {"roepnaam": "Sami", "achternaam": "Yilmaz", "geboortedatum": sami.isoformat()}
    casus_id = register_aanmelding(sessie, AANMELDING | {"ouders": ouders, "jongere": jongere}).casus_id
    people = {p.naam.split()[0]: p.id for p in get_casus(sessie, casus_id).personen}
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        zus = Persoon(
            gezin_id=gezin.id,
            rol=PersoonRol.JONGERE,
            roepnaam="Lina",
            achternaam="Yilmaz",
            geboortedatum=lina,
            telefoon="06-33334444",
        )
        gezin.personen.append(zus)
        for ouder in ("Fatma", "Mehmet"):
            band = Ouderschap(
                gezin_id=gezin.id,
                jongere_id=zus.id,
                ouder_id=people[ouder],
                gezag=JaNeeOnbekend.JA,
                woont_bij=True,
            )
            gezin.ouderschappen.append(band)
        casus.jongeren.append(zus)
        lina_id = zus.id
        uow.commit()
    twee = Twee(sessie, casus_id, people["Sami"], lina_id, people["Fatma"], people["Mehmet"])
    _plan(twee)
    _gesprek(twee)
    return twee


def _plan(twee: Twee) -> None:
    plan = get_plan(twee.sessie, twee.casus_id)
    said = (
        Citaat("Sami", "nl", "Ik wil gym."),
        Citaat("Lina", "nl", "Ik wil rust."),
        Citaat("Fatma", "nl", "Ik slaap slecht."),
    )
    save_onderdeel(twee.sessie, twee.casus_id, plan.revision, "waarom_dit_plan", woorden=said, toelichting="")
    save_doel(twee.sessie, twee.casus_id, None, DoelGegevens("elke dag naar school"))
    stel_plan_vast(twee.sessie, twee.casus_id)


def _gesprek(twee: Twee) -> None:
    talk = plan_gesprek(twee.sessie, twee.casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, START, 60))
    hoort = TerugkoppelBeeld(
        "leerplicht",
        Niveau.GESTART_GESTOPT,
        TerugkoppelMoment.BIJ_START,
        None,
        soort=PartnerSoort.LEERPLICHT,
    )
    done = Uitkomst(GesprekStaat.GEHOUDEN, terugkoppelafspraken=(hoort,))
    leg_gesprek_vast(twee.sessie, talk.id, talk.revision, done)


@pytest.fixture
def tweeling(sessie: Sessie, school: SchoolBeeld) -> Twee:
    """Both eleven."""
    assert school.kernteam
    return meld_aan(sessie, date(2015, 3, 1), date(2015, 3, 1))


@pytest.fixture
def broer_en_zus(sessie: Sessie, school: SchoolBeeld) -> Twee:
    """Sami is fifteen, Lina seventeen."""
    assert school.kernteam
    return meld_aan(sessie, date(2011, 3, 1), date(2009, 3, 1))


# --- twins of eleven -------------------------------------------------------------------------------


def test_of_twins_the_parents_decide_for_each(tweeling: Twee) -> None:
    needed = list_toestemmingen(tweeling.sessie, tweeling.casus_id).vereisten
    for vereiste in needed:
        assert [k.naam for k in vereiste.kandidaten if k.beslist] == ["Fatma Yilmaz", "Mehmet Yilmaz"]
    tweeling.geef(tweeling.sami, tweeling.fatma, tweeling.mehmet)
    assert tweeling.niveaus() == {"Sami": Niveau.GESTART_GESTOPT, "Lina": None}


def test_the_message_about_both_goes_when_both_are_agreed_to(tweeling: Twee) -> None:
    tweeling.geef(tweeling.sami, tweeling.fatma, tweeling.mehmet)
    assert tweeling.bericht() == ""
    tweeling.geef(tweeling.lina, tweeling.fatma, tweeling.mehmet)
    assert "gestart" in tweeling.bericht()


def test_a_parent_reads_one_page_with_the_words_of_both(tweeling: Twee) -> None:
    page = tweeling.leest(tweeling.fatma)
    for words in ("Ik wil gym.", "Ik wil rust.", "Ik slaap slecht.", "elke dag naar school"):
        assert words in page


def test_each_twin_has_a_page_of_their_own_without_the_words_of_the_other(
    tweeling: Twee, tmp_path: Path
) -> None:
    for wie, eigen, ander in (
        (tweeling.sami, "Ik wil gym.", "Ik wil rust."),
        (tweeling.lina, "Ik wil rust.", "Ik wil gym."),
    ):
        page = tweeling.leest(wie)
        assert eigen in page
        assert ander not in page
        made = maak_samenvatting(tweeling.sessie, tweeling.casus_id, wie, "tekst", tmp_path / f"{wie}.txt")
        assert made.voor == wie


def test_a_twin_of_eleven_asks_a_copy_through_the_parents(tweeling: Twee) -> None:
    tweeling.vraag(tweeling.lina)
    text = bereid_afschrift_voor(tweeling.sessie, tweeling.casus_id, tweeling.lina).tekst
    assert "elke dag naar school" not in " ".join(text.split())
    assert "elke dag naar school" in tweeling.afschrift(tweeling.mehmet)


def test_the_page_of_a_twin_is_headed_with_the_own_name(tweeling: Twee) -> None:
    assert "Voor: Lina Yilmaz 23 november" in tweeling.leest(tweeling.lina)
    assert "Voor: Sami Yilmaz 23 november" in tweeling.leest("jongere")


# --- fifteen and seventeen ---------------------------------------------------------------------------


def test_each_decides_about_the_own_part(broer_en_zus: Twee) -> None:
    needed = list_toestemmingen(broer_en_zus.sessie, broer_en_zus.casus_id).vereisten
    who = {v.jongere: [k.naam.split()[0] for k in v.kandidaten if k.beslist] for v in needed}
    assert who == {"Sami": ["Sami", "Fatma", "Mehmet"], "Lina": ["Lina"]}
    broer_en_zus.geef(broer_en_zus.lina, broer_en_zus.fatma, broer_en_zus.mehmet)
    assert broer_en_zus.niveaus()["Lina"] is None, "her parents do not decide for her"
    broer_en_zus.geef(broer_en_zus.lina, broer_en_zus.lina)
    assert broer_en_zus.niveaus() == {"Sami": None, "Lina": Niveau.GESTART_GESTOPT}


def test_nobody_hears_of_one_through_the_other(broer_en_zus: Twee) -> None:
    broer_en_zus.geef(broer_en_zus.lina, broer_en_zus.lina)
    assert broer_en_zus.bericht() == ""
    everybody = (broer_en_zus.sami, broer_en_zus.fatma, broer_en_zus.mehmet)
    broer_en_zus.geef(broer_en_zus.sami, *everybody)
    assert "gestart" in broer_en_zus.bericht()


def test_the_shared_page_for_a_parent_waits_for_her(broer_en_zus: Twee) -> None:
    """What is about both is for the parent once she of seventeen agreed too."""
    with pytest.raises(ToestemmingOntbreekt):
        broer_en_zus.leest(broer_en_zus.fatma)
    broer_en_zus.geef(
        broer_en_zus.lina,
        broer_en_zus.lina,
        partner=PartnerSoort.OUDER,
        partner_id=broer_en_zus.fatma,
        niveau=Niveau.INHOUD,
    )
    page = broer_en_zus.leest(broer_en_zus.fatma)
    assert "Ik wil gym." in page
    assert "Ik wil rust." in page
    with pytest.raises(ToestemmingOntbreekt):
        broer_en_zus.leest(broer_en_zus.mehmet)


def test_he_cannot_agree_in_her_place(broer_en_zus: Twee) -> None:
    broer_en_zus.geef(
        broer_en_zus.lina,
        broer_en_zus.sami,
        partner=PartnerSoort.OUDER,
        partner_id=broer_en_zus.fatma,
        niveau=Niveau.INHOUD,
    )
    with pytest.raises(ToestemmingOntbreekt):
        broer_en_zus.leest(broer_en_zus.fatma)


def test_each_reads_a_page_and_a_copy_without_the_other(broer_en_zus: Twee) -> None:
    for wie, eigen, ander in (
        (broer_en_zus.sami, "Ik wil gym.", "Ik wil rust."),
        (broer_en_zus.lina, "Ik wil rust.", "Ik wil gym."),
    ):
        copy = broer_en_zus.afschrift(wie)
        for text in (broer_en_zus.leest(wie), copy):
            assert eigen in text
            assert ander not in text
        assert ("06-33334444" in copy) is (wie == broer_en_zus.lina)


def test_a_parent_gets_a_copy_with_what_is_his_alone_until_she_agrees(broer_en_zus: Twee) -> None:
    """Gezag over Sami opens what is about Sami; what is about both or about Lina waits for Lina."""
    text = broer_en_zus.afschrift(broer_en_zus.fatma)
    assert "elke dag naar school" not in text
    assert "Ik wil rust." not in text
    assert "Ik wil gym." in text


def test_an_exception_for_the_shared_page_is_a_rule_that_can_be_read(broer_en_zus: Twee) -> None:
    with pytest.raises(RegelGeweigerd, match=r"Jeugdwet 7\.3\.5"):
        broer_en_zus.leest(broer_en_zus.mehmet)


def test_what_she_wants_is_on_her_page_and_not_on_his_also_under_one_roof(broer_en_zus: Twee) -> None:
    twee = broer_en_zus
    everybody = (twee.sami, twee.lina, twee.fatma, twee.mehmet)
    save_huishouden(twee.sessie, twee.casus_id, None, HuishoudenGegevens("thuis", bewoners=everybody))
    save_doel(twee.sessie, twee.casus_id, None, DoelGegevens("met de pil beginnen", van="Lina"))
    save_doel(twee.sessie, twee.casus_id, None, DoelGegevens("samen koken", van="Sami en Lina"))
    stel_plan_vast(twee.sessie, twee.casus_id)
    for text in (twee.leest(twee.sami), twee.afschrift(twee.sami)):
        assert "met de pil beginnen" not in text
        assert "Ik wil rust." not in text
        assert "samen koken" in text
    for text in (twee.leest(twee.lina), twee.afschrift(twee.lina)):
        assert "met de pil beginnen" in text
        assert "samen koken" in text
        assert "Ik wil gym." in text, "he is fifteen and lives in the same house"
