"""The page and the copy on the command line for readers who are not simply a parent with gezag."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from kernteam_tui.data.store import open_store
from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.deelcodes import VerzoekUitkomst
from kernteam_tui.domain.gezinscodes import OuderSoort
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.gezin import PersoonGegevens, get_persoon, save_persoon
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verzoeken import Afhandeling, handel_verzoek_af, list_verzoeken
from tests.unit.cli.conftest import PLAN, ZIN, Kluis, Roep, Uitkomst

MAANDAG = date(2026, 11, 23)
JA, NEE = JaNeeOnbekend.JA, JaNeeOnbekend.NEE


@dataclass(frozen=True)
class Dossier:
    """Casus 2026-001 on disk, with a plan that was frozen."""

    kluis: Kluis
    kernteam: Roep
    uit: Path

    @contextmanager
    def open(self) -> Iterator[tuple[Sessie, str]]:
        sessie = Sessie(open_store(self.kluis.map, ZIN), SysteemKlok(MAANDAG))
        yield sessie, vind_casus(sessie, "2026-001")
        sessie.close()

    def mens(self, naam: str, soort: OuderSoort, gezag: JaNeeOnbekend) -> str:
        """A parent in the family; the id."""
        with self.open() as (sessie, casus_id):
            gegevens = PersoonGegevens(PersoonRol.OUDER, naam, soort=soort, gezag=gezag, gezag_hoe="register")
            return save_persoon(sessie, casus_id, None, gegevens)

    def wijzig(self, wie: str, wat: Callable[[PersoonGegevens], PersoonGegevens]) -> None:
        with self.open() as (sessie, casus_id):
            save_persoon(sessie, casus_id, wie, wat(get_persoon(sessie, casus_id, wie)))

    def weiger_verzoek(self) -> None:
        """The only request is refused."""
        with self.open() as (sessie, casus_id):
            (regel,) = list_verzoeken(sessie, casus_id).regels
            no = Afhandeling(VerzoekUitkomst.GEWEIGERD, MAANDAG, "niet in het belang van het kind")
            handel_verzoek_af(sessie, casus_id, regel.id, no)

    @property
    def moeder(self) -> str:
        people = self.kernteam("casus", "2026-001", "--json").json["personen"]
        return next(str(p["id"]) for p in people if p["rol"] == "ouder")

    def bladzijde(self, wie: str, *anders: str) -> Uitkomst:
        vorm = ("--vorm", "tekst", "--uit", str(self.uit), "--json")
        return self.kernteam("samenvatting", "2026-001", "--voor", wie, *vorm, *anders)

    def afschrift(self, wie: str) -> Uitkomst:
        vorm = ("--vorm", "tekst", "--uit", str(self.uit), "--json")
        return self.kernteam("afschrift", "2026-001", "--voor", wie, *vorm)

    def vraag(self, wie: str, soort: str = "inzage", *anders: str) -> Uitkomst:
        op = ("--op", "2026-11-23", "--json")
        return self.kernteam("verzoek", "2026-001", "--soort", soort, "--van", wie, *op, *anders)

    @property
    def tekst(self) -> str:
        return " ".join(self.uit.read_text(encoding="utf-8").split())


@pytest.fixture
def dossier(kernteam: Roep, kluis: Kluis, tmp_path: Path, bestand: Callable[[object], Path]) -> Dossier:
    plan = {"schema": "gezinsplan/1", **PLAN}
    gezien = kernteam("gezinsplan", "2026-001", "--bestand", bestand(plan), "--vaststellen")
    assert gezien.status == 0, gezien.fout
    return Dossier(kluis, kernteam, tmp_path / "uit.txt")


def geweigerd(gezien: Uitkomst) -> str:
    assert gezien.status == 1
    return str(gezien.json["code"])


def alleen_eigen(dossier: Dossier, naam: str) -> None:
    """The copy holds what is of that person (AVG art. 15), and of the child and the help nothing."""
    assert naam in dossier.tekst
    for of_sami in (
        "Sami",
        "Ik ga weer drie dagen",
        "Elke dag naar school",
        "herfst",
        "thuiszitten",
        "Fatma",
    ):
        assert of_sami not in dossier.tekst, of_sami


# --- a parent without gezag ---------------------------------------------------------------------


def test_a_father_without_gezag_gets_nothing_before_he_asked(dossier: Dossier) -> None:
    vader = dossier.mens("Mehmet Kaya", OuderSoort.BIOLOGISCH, NEE)
    assert geweigerd(dossier.bladzijde(vader)) == "geen_gezag"
    assert geweigerd(dossier.afschrift(vader)) == "geen_gezag"
    assert not dossier.uit.exists()


def test_once_he_asked_he_gets_important_facts_and_no_file(dossier: Dossier) -> None:
    vader = dossier.mens("Mehmet Kaya", OuderSoort.BIOLOGISCH, NEE)
    assert dossier.vraag(vader, "informatie").status == 0
    assert dossier.afschrift(vader).status == 0
    assert "Belangrijke feiten uit het dossier" in dossier.tekst
    assert "Elke dag naar school" in dossier.tekst
    assert "Ik ga weer drie dagen" not in dossier.tekst, "words of Sami are no important fact"
    assert "Komt sinds de herfst niet meer" not in dossier.tekst
    assert dossier.bladzijde(vader).status == 0
    assert "Ik ga weer drie dagen" not in dossier.tekst


def test_a_request_that_was_refused_opens_neither(dossier: Dossier) -> None:
    vader = dossier.mens("Mehmet Kaya", OuderSoort.BIOLOGISCH, NEE)
    dossier.vraag(vader, "informatie")
    dossier.weiger_verzoek()
    assert geweigerd(dossier.bladzijde(vader)) == "geen_gezag"
    assert geweigerd(dossier.afschrift(vader)) == "geen_gezag"
    assert not dossier.uit.exists()


def test_a_request_of_the_mother_that_was_refused_gives_her_no_copy(dossier: Dossier) -> None:
    dossier.vraag(dossier.moeder)
    dossier.weiger_verzoek()
    assert geweigerd(dossier.afschrift(dossier.moeder)) == "delen_geweigerd"
    assert dossier.bladzijde(dossier.moeder).status == 0, "the page is hers by gezag, not by asking"


def test_a_stepfather_who_asked_gets_his_own_data_and_no_more(dossier: Dossier) -> None:
    """BW 1:377c is for a parent by law; he hears something with consent only."""
    stief = dossier.mens("Jan Stief", OuderSoort.STIEF, NEE)
    dossier.vraag(stief, "informatie")
    assert geweigerd(dossier.bladzijde(stief)) == "geen_gezag"
    assert dossier.afschrift(stief).status == 0
    alleen_eigen(dossier, "Jan Stief")


# --- a voogd and a gezinsvoogd --------------------------------------------------------------------


def test_a_voogd_reads_as_a_parent_with_gezag_would(dossier: Dossier) -> None:
    voogd = dossier.mens("Vera Voogd", OuderSoort.VOOGD, JA)
    dossier.wijzig(dossier.moeder, lambda gegevens: replace(gegevens, gezag=NEE, gezag_hoe="beschikking"))
    assert dossier.bladzijde(voogd).status == 0
    assert "Voor: Vera Voogd" in dossier.tekst
    assert "Elke dag naar school" in dossier.tekst
    assert geweigerd(dossier.afschrift(voogd)) == "delen_geweigerd", "nobody asked"
    dossier.vraag(voogd)
    assert dossier.afschrift(voogd).status == 0
    assert "Afschrift van het dossier" in dossier.tekst
    assert geweigerd(dossier.bladzijde(dossier.moeder)) == "geen_gezag"


def test_a_voogd_whose_gezag_is_not_known_waits(dossier: Dossier) -> None:
    voogd = dossier.mens("Vera Voogd", OuderSoort.VOOGD, JaNeeOnbekend.ONBEKEND)
    dossier.vraag(voogd)
    assert geweigerd(dossier.bladzijde(voogd)) == "gezag_onbekend"
    assert dossier.afschrift(voogd).status == 0
    alleen_eigen(dossier, "Vera Voogd")


def test_a_gezinsvoogd_is_no_person_of_the_family_and_gets_neither(dossier: Dossier) -> None:
    """What is needed for an ondertoezichtstelling goes by a message or an overleg (Jeugdwet 7.3.11 lid 4)."""
    assert dossier.vraag("gezinsvoogd De Wit").status == 0
    for gezien in (dossier.bladzijde("gezinsvoogd De Wit"), dossier.afschrift("gezinsvoogd De Wit")):
        assert geweigerd(gezien) == "niet_gevonden"
    assert not dossier.uit.exists()


# --- who died, and asking twice ---------------------------------------------------------------------


def test_a_father_who_died_is_refused_by_name_with_a_next_step(dossier: Dossier) -> None:
    vader = dossier.mens("Mehmet Kaya", OuderSoort.BIOLOGISCH, JA)
    dossier.wijzig(vader, lambda gegevens: replace(gegevens, overleden=True))
    for gezien in (dossier.bladzijde(vader), dossier.afschrift(vader), dossier.vraag(vader)):
        assert geweigerd(gezien) == "lezer_overleden"
        assert "nabestaande" in str(gezien.json)
        assert "Mehmet" not in gezien.uit
    assert dossier.bladzijde("ouder").status == 0


def test_the_same_request_twice_says_since_when_unless_it_was_asked_again(dossier: Dossier) -> None:
    assert dossier.vraag(dossier.moeder).status == 0
    again = dossier.vraag(dossier.moeder)
    assert geweigerd(again) == "verzoek_staat_al_open"
    assert "23 november 2026" in str(again.json)
    assert dossier.vraag(dossier.moeder, "inzage", "--toch").status == 0
    with dossier.open() as (sessie, casus_id):
        assert len(list_verzoeken(sessie, casus_id).regels) == 2
