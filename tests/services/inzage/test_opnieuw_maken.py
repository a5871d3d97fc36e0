"""What was given once is given again only to who may have it today; no log line tells what it said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau
from kernteam_tui.domain.fouten import KernteamError, NietGevonden
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.lezer import GeenGezag, LezerOverleden, ToestemmingOntbreekt
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gezin import get_persoon, save_persoon
from kernteam_tui.services.planpapier import maak_planpapier
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens
from kernteam_tui.services.toestemmingen import geef_toestemming, trek_in
from kernteam_tui.services.verstrekkingen import list_verstrekkingen, maak_opnieuw, open_verstrekking
from kernteam_tui.services.zoeken import zoek
from tests.services.conftest import AANMELDING
from tests.services.inzage.conftest import MAANDAG, Thuis
from tests.services.inzage.test_overleden import overlijdt

SOORTEN = ("bladzijde", "gezinsplan")


def geef(thuis: Thuis, soort: str, wie: str, pad: Path) -> str:
    """Give it to this reader; the id of it in the register."""
    maak = maak_samenvatting if soort == "bladzijde" else maak_planpapier
    maak(thuis.sessie, thuis.casus_id, wie, "tekst", uit=pad)
    return list_verstrekkingen(thuis.sessie, thuis.casus_id)[0].id


def wordt(thuis: Thuis, wie: str, geboren: date) -> None:
    born = replace(get_persoon(thuis.sessie, thuis.casus_id, wie), geboortedatum=geboren)
    save_persoon(thuis.sessie, thuis.casus_id, wie, born)


def geweigerd(thuis: Thuis, given: str, fout: type[KernteamError], tmp_path: Path) -> None:
    weer = tmp_path / "weer.txt"
    with pytest.raises(fout):
        maak_opnieuw(thuis.sessie, thuis.casus_id, given, weer)
    assert not weer.exists()
    assert "Gym is leuk." in open_verstrekking(thuis.sessie, thuis.casus_id, given).tekst


@pytest.mark.parametrize("soort", SOORTEN)
def test_not_for_who_died(thuis: Thuis, tmp_path: Path, soort: str) -> None:
    given = geef(thuis, soort, thuis.mehmet, tmp_path / "toen.txt")
    assert maak_opnieuw(thuis.sessie, thuis.casus_id, given, tmp_path / "nog.txt").gelijk, "the control"
    overlijdt(thuis, thuis.mehmet)
    geweigerd(thuis, given, LezerOverleden, tmp_path)


@pytest.mark.parametrize("soort", SOORTEN)
def test_not_for_a_father_whose_gezag_ended(thuis: Thuis, tmp_path: Path, soort: str) -> None:
    given = geef(thuis, soort, thuis.mehmet, tmp_path / "toen.txt")
    thuis.gezag(thuis.mehmet, JaNeeOnbekend.NEE)
    geweigerd(thuis, given, GeenGezag, tmp_path)


@pytest.mark.parametrize("soort", SOORTEN)
def test_not_for_a_mother_of_whom_he_of_sixteen_thinks_otherwise_now(
    thuis: Thuis, tmp_path: Path, soort: str
) -> None:
    given = geef(thuis, soort, thuis.fatma, tmp_path / "toen.txt")
    wordt(thuis, thuis.sami, date(2010, 5, 4))
    geweigerd(thuis, given, ToestemmingOntbreekt, tmp_path)
    gegevens = ToestemmingGegevens(
        thuis.sami, (thuis.sami,), PartnerSoort.OUDER, Niveau.INHOUD, MAANDAG, None, partner_id=thuis.fatma
    )
    agreed = geef_toestemming(thuis.sessie, thuis.casus_id, gegevens)
    assert agreed
    maak_opnieuw(thuis.sessie, thuis.casus_id, given, tmp_path / "mag.txt")
    with thuis.sessie.unit_of_work() as uow:
        (one,) = (
            t.id for t in uow.toestemmingen.find(casus_id=thuis.casus_id) if t.partner_id == thuis.fatma
        )
    trek_in(thuis.sessie, thuis.casus_id, [one], "wil niet meer")
    geweigerd(thuis, given, ToestemmingOntbreekt, tmp_path)


@pytest.mark.parametrize("soort", SOORTEN)
def test_not_for_who_is_no_longer_of_the_family(thuis: Thuis, tmp_path: Path, soort: str) -> None:
    given = geef(thuis, soort, thuis.mehmet, tmp_path / "toen.txt")
    with thuis.sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(thuis.casus_id).gezin_id)
        gezin.vergeet(frozenset({thuis.mehmet}))
        uow.commit()
    (beeld,) = list_verstrekkingen(thuis.sessie, thuis.casus_id)
    assert beeld.aan == "ouder"
    geweigerd(thuis, given, NietGevonden, tmp_path)


def test_it_is_reached_through_its_own_casus_only(thuis: Thuis, tmp_path: Path) -> None:
    given = geef(thuis, "bladzijde", thuis.fatma, tmp_path / "toen.txt")
    other = register_aanmelding(
        thuis.sessie, AANMELDING | {"jongere": {"roepnaam": "Noor", "achternaam": "Visser"}, "ouders": []}
    ).casus_id
    assert list_verstrekkingen(thuis.sessie, other) == ()
    with pytest.raises(NietGevonden):
        open_verstrekking(thuis.sessie, other, given)
    with pytest.raises(NietGevonden):
        maak_opnieuw(thuis.sessie, other, given, tmp_path / "weer.txt")


def test_neither_log_nor_search_tells_what_it_said(thuis: Thuis, tmp_path: Path) -> None:
    for soort in SOORTEN:
        given = geef(thuis, soort, thuis.fatma, tmp_path / f"{soort}.txt")
        open_verstrekking(thuis.sessie, thuis.casus_id, given)
        maak_opnieuw(thuis.sessie, thuis.casus_id, given)
    told = " ".join(f"{regel.wat} {regel.voor}" for regel in thuis.log())
    names = " ".join(pad.name for pad in (thuis.sessie.map / "uit").iterdir())
    for word in ("Fatma", "Mehmet", "Sami", "Yilmaz", "slaap", "Gym"):
        assert word.casefold() not in f"{told} {names}".casefold()
    assert len(zoek(thuis.sessie, "slaap slecht")) <= 1, "the plan, not each paper of it"
