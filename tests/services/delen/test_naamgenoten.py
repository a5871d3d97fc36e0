"""Sami of sixteen lets his father read along: the father, whatever he is called, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, PersoonRol, Reden
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.genogram.erbij import Verwant
from kernteam_tui.domain.gezinscodes import OuderSoort, PartnerSoort
from kernteam_tui.domain.lezer import LezerOverleden, ToestemmingOntbreekt
from kernteam_tui.domain.signalen import bepaal_signalen
from kernteam_tui.services.beelden import lees_beelden, lees_werkdag
from kernteam_tui.services.genogram import voeg_toe
from kernteam_tui.services.gezin import (
    BroerZusGegevens,
    PersoonGegevens,
    bewaar_invoer,
    get_persoon,
    meld_broer_of_zus_aan,
    save_persoon,
    verwijder_persoon,
)
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.samenvatting import lees_bladzijde
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingbeeld import ToestemmingRegel
from kernteam_tui.services.toestemmingen import list_toestemmingen
from tests.services.delen.conftest import OP, Thuis, meld_gezin_aan

OPA = PersoonGegevens(
    rol=PersoonRol.OUDER, roepnaam="Mehmet Yilmaz", gezag=JaNeeOnbekend.NEE, soort=OuderSoort.STIEF
)


@pytest.fixture
def thuis(sessie: Sessie, school: SchoolBeeld) -> Thuis:
    assert school.kernteam
    thuis = meld_gezin_aan(sessie, geboren="2010-05-04")
    save_doel(sessie, thuis.casus_id, None, DoelGegevens("vier dagen naar school"))
    stel_plan_vast(sessie, thuis.casus_id)
    return thuis


def laat_meelezen(thuis: Thuis, **wie: Any) -> None:
    thuis.geef(thuis.sami, partner=PartnerSoort.OUDER, niveau=Niveau.INHOUD, **wie)


def zonder_id(thuis: Thuis) -> None:
    """As a store of before schema 4 has it: a name, and nothing more."""
    with thuis.sessie.unit_of_work() as uow:
        for row in uow.toestemmingen.find(casus_id=thuis.casus_id):
            row.partner_id = ""
        uow.commit()


def leest(thuis: Thuis, wie: str) -> bool:
    try:
        lees_bladzijde(thuis.sessie, thuis.casus_id, wie)
    except ToestemmingOntbreekt:
        return False
    return True


def noem(thuis: Thuis, wie: str, naam: str) -> None:
    gegevens = get_persoon(thuis.sessie, thuis.casus_id, wie)
    save_persoon(thuis.sessie, thuis.casus_id, wie, replace(gegevens, roepnaam=naam, achternaam=""))


def naamgenoot(thuis: Thuis) -> str:
    return save_persoon(thuis.sessie, thuis.casus_id, None, OPA)


def regels(thuis: Thuis) -> list[ToestemmingRegel]:
    found = list_toestemmingen(thuis.sessie, thuis.casus_id).regels
    return [regel for regel in found if regel.partner is PartnerSoort.OUDER]


def log(thuis: Thuis) -> list[str]:
    with thuis.sessie.lezen() as conn:
        return [line.wat for line in lees_log(conn)]


@pytest.mark.parametrize("maak", [lambda _: None, zonder_id], ids=["by id", "by name"])
def test_called_otherwise_he_still_reads_along(thuis: Thuis, maak: Any) -> None:
    laat_meelezen(thuis, partner_id=thuis.mehmet)
    maak(thuis)
    noem(thuis, thuis.mehmet, "Mehmet Demir")
    assert leest(thuis, thuis.mehmet)
    (line,) = regels(thuis)
    assert (line.wie, line.niveau, line.let_op) == ("een ouder (Mehmet Demir)", Niveau.INHOUD, "")
    assert "toestemming om mee te lezen volgt de nieuwe naam" in log(thuis)


def test_a_new_name_that_is_taken_back_is_taken_back_in_the_consent_too(thuis: Thuis) -> None:
    laat_meelezen(thuis, partner_id=thuis.mehmet)
    gegevens = replace(get_persoon(thuis.sessie, thuis.casus_id, thuis.mehmet), roepnaam="Mo Demir")
    done = doe_met_opname(save_persoon, thuis.sessie, thuis.casus_id, thuis.mehmet, gegevens)
    zet_terug(thuis.sessie, wat="Naam gewijzigd", wissels=done.wissels)
    assert [line.partner_naam for line in regels(thuis)] == ["Mehmet Yilmaz"]
    assert leest(thuis, thuis.mehmet)


@pytest.mark.parametrize("maak", [lambda _: None, zonder_id], ids=["by id", "by name"])
def test_a_grandfather_of_the_same_name_does_not_read_along(thuis: Thuis, maak: Any) -> None:
    laat_meelezen(thuis, partner_naam="mehmet yilmaz")
    maak(thuis)
    opa = naamgenoot(thuis)
    assert leest(thuis, thuis.mehmet), "it was for him when nobody else was called so"
    assert not leest(thuis, opa)
    assert [(line.niveau, line.let_op) for line in regels(thuis)] == [(Niveau.INHOUD, "")]


def test_of_namesakes_from_before_nobody_reads_along_until_it_is_asked_anew(thuis: Thuis) -> None:
    laat_meelezen(thuis, partner_id=thuis.mehmet)
    opa = naamgenoot(thuis)
    zonder_id(thuis)
    assert not leest(thuis, thuis.mehmet)
    assert not leest(thuis, opa)
    (line,) = regels(thuis)
    assert line.niveau is None
    assert "Meer mensen in dit gezin heten zo" in line.let_op
    noem(thuis, thuis.mehmet, "Mehmet junior")
    assert not leest(thuis, opa), "telling them apart gives it to neither"
    assert not leest(thuis, thuis.mehmet)
    assert "toestemming om mee te lezen vervallen: niet zeker voor wie" in log(thuis)
    laat_meelezen(thuis, partner_id=thuis.mehmet)
    assert leest(thuis, thuis.mehmet)


def test_giving_by_a_name_of_two_asks_which(thuis: Thuis) -> None:
    opa = naamgenoot(thuis)
    with pytest.raises(InhoudOngeldig, match="Meer mensen"):
        laat_meelezen(thuis, partner_naam="Mehmet Yilmaz")
    with pytest.raises(InhoudOngeldig, match="Niemand in dit gezin"):
        laat_meelezen(thuis, partner_naam="Meneer Niemand")
    with pytest.raises(NietGevonden):
        laat_meelezen(thuis, partner_id="weg")
    laat_meelezen(thuis, partner_id=opa)
    assert leest(thuis, opa)
    assert not leest(thuis, thuis.mehmet)


def test_namesakes_are_told_apart_in_the_list(thuis: Thuis) -> None:
    opa = naamgenoot(thuis)
    found = {id_: naam for naam, id_ in list_toestemmingen(thuis.sessie, thuis.casus_id).ouders}
    assert found[thuis.fatma] == "Fatma Yilmaz"
    assert found[thuis.mehmet] == "Mehmet Yilmaz (vader of moeder)"
    assert found[opa] == "Mehmet Yilmaz (stiefouder)"


def test_each_of_two_namesakes_has_a_line_of_his_own(thuis: Thuis) -> None:
    opa = naamgenoot(thuis)
    laat_meelezen(thuis, partner_id=thuis.mehmet)
    laat_meelezen(thuis, partner_id=opa)
    assert len({line.sleutel for line in regels(thuis)}) == 2
    assert leest(thuis, opa)
    assert leest(thuis, thuis.mehmet)


def test_who_was_entered_by_mistake_leaves_no_consent_for_the_next(thuis: Thuis) -> None:
    jan = save_persoon(thuis.sessie, thuis.casus_id, None, replace(OPA, roepnaam="Jan Stief"))
    laat_meelezen(thuis, partner_id=jan)
    verwijder_persoon(thuis.sessie, thuis.casus_id, jan)
    andere_jan = save_persoon(thuis.sessie, thuis.casus_id, None, replace(OPA, roepnaam="Jan Stief"))
    assert not leest(thuis, andere_jan)
    assert regels(thuis) == []


def test_a_name_that_grows_in_a_typed_line_is_followed_too(thuis: Thuis) -> None:
    jan = save_persoon(thuis.sessie, thuis.casus_id, None, replace(OPA, roepnaam="Jan"))
    laat_meelezen(thuis, partner_id=jan)
    bewaar_invoer(thuis.sessie, thuis.casus_id, ["Jan de Boer"])
    assert get_persoon(thuis.sessie, thuis.casus_id, jan).achternaam == "de Boer"
    assert leest(thuis, jan)
    assert [line.partner_naam for line in regels(thuis)] == ["Jan de Boer"]


@pytest.mark.parametrize("weg", ["broer of zus", "genogram"])
def test_a_namesake_by_another_door_does_not_read_along_either(thuis: Thuis, weg: str) -> None:
    """A child of that name, noted as a brother or sister; somebody put into the genogram."""
    laat_meelezen(thuis, partner_naam="Mehmet Yilmaz")
    zonder_id(thuis)
    if weg == "genogram":
        voeg_toe(thuis.sessie, thuis.casus_id, thuis.sami, Verwant.BROER, "Mehmet Yilmaz")
    else:
        broer = BroerZusGegevens("De Brug", OP, (Reden.VERZUIM,), "", "Mehmet", "Yilmaz")
        meld_broer_of_zus_aan(thuis.sessie, thuis.casus_id, broer)
    assert leest(thuis, thuis.mehmet), "it was for him when nobody else was called so"
    assert [(line.partner_id, line.let_op) for line in regels(thuis)] == [(thuis.mehmet, "")]


def signalen(thuis: Thuis) -> list[str]:
    beelden = lees_beelden(thuis.sessie, lees_werkdag(thuis.sessie), thuis.casus_id)
    return [f"{s.regel}: {s.tekst}" for beeld in beelden for s in bepaal_signalen(beeld)]


def test_what_ends_for_the_one_is_not_hidden_by_what_lasts_for_his_namesake(thuis: Thuis) -> None:
    opa = naamgenoot(thuis)
    laat_meelezen(thuis, partner_id=thuis.mehmet, tot=date(2026, 12, 1))
    laat_meelezen(thuis, partner_id=opa, tot=date(2027, 11, 23))
    ends = "toestemming_verloopt: toestemming verlengen: een ouder (Mehmet Yilmaz)"
    assert signalen(thuis).count(ends) == 1
    laat_meelezen(thuis, partner_id=thuis.mehmet, tot=date(2027, 11, 23))
    assert ends not in signalen(thuis)


def test_who_died_cannot_read_along(thuis: Thuis) -> None:
    gegevens = replace(get_persoon(thuis.sessie, thuis.casus_id, thuis.mehmet), overleden=True)
    save_persoon(thuis.sessie, thuis.casus_id, thuis.mehmet, gegevens)
    with pytest.raises(LezerOverleden):
        laat_meelezen(thuis, partner_id=thuis.mehmet)
    assert list_toestemmingen(thuis.sessie, thuis.casus_id).ouders == (("Fatma Yilmaz", thuis.fatma),)
