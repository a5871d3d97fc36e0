"""Closing a casus, and taking it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import (
    AfsluitKenmerk,
    AfsluitSoort,
    Fase,
    GesprekSoort,
    GesprekStaat,
    Niveau,
    TerugkoppelMoment,
)
from kernteam_tui.screens.afsluiten import AfsluitenScreen
from kernteam_tui.screens.casus.scherm import CasusScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.gesprekken import (
    GesprekGegevens,
    TerugkoppelBeeld,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.casussen import Thuis, maak_sessie, meld_aan, op, open_scherm
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht, zet_schermen


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": Thuis, "casus": CasusScreen, "afsluiten": AfsluitenScreen})


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    """A casus in begeleiding, with what was promised to two partners."""
    casus_id = meld_aan(sessie)
    gesprek = plan_gesprek(
        sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, op(11, 23, 9), 30, "k. 1.12")
    )
    afspraken = (
        TerugkoppelBeeld("JGZ", Niveau.GESTART_GESTOPT, TerugkoppelMoment.BIJ_AFSLUITEN, None),
        TerugkoppelBeeld("Lia", Niveau.PROCES, TerugkoppelMoment.BIJ_WEIGERING, None),
    )
    leg_gesprek_vast(
        sessie,
        gesprek.id,
        gesprek.revision,
        Uitkomst(GesprekStaat.GEHOUDEN, terugkoppelafspraken=afspraken),
    )
    return casus_id


def _vul(pilot: Any, **waarden: Any) -> AfsluitenScreen:
    scherm = pilot.app.screen
    assert isinstance(scherm, AfsluitenScreen)
    for naam, waarde in waarden.items():
        scherm.zet(naam, waarde)
        scherm.gewijzigd(naam)
    return scherm


async def test_from_the_tab_to_a_closed_casus(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="afsluiten") as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        _vul(pilot, kenmerk="volgens_plan", zelfstandig_verder="ja", toelichting="Gaat weer.", cijfer="8")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert isinstance(pilot.app.screen, CasusScreen)
        assert "Deze casus is afgesloten" in tekst_van(pilot.app)
        assert "De doelen zijn bereikt" in tekst_van(pilot.app)
        assert "Enter afsluiten" not in tekst_van(pilot.app)
    casus = get_casus(sessie, casus_id)
    assert casus.fase is Fase.AFGESLOTEN
    assert casus.afsluiting is not None
    assert (casus.afsluiting.kenmerk, casus.afsluiting.zelfstandig_verder, casus.afsluiting.cijfer) == (
        AfsluitKenmerk.VOLGENS_PLAN,
        True,
        8,
    )
    assert [s.regel for s in casus.signalen] == ["terugkoppelen"], "what was promised at closing is due now"
    assert load_concept(sessie, f"afsluiten:{casus_id}") is None


async def test_every_kenmerk_stands_there_with_what_it_means(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(
        maak_app(tmp_path, sessie), "afsluiten", casus_id=casus_id, size=(120, 40)
    ) as pilot:
        tekst = " ".join(tekst_van(pilot.app).split())
    for kenmerk in AfsluitKenmerk:
        assert kenmerk.label in tekst
        assert kenmerk.uitleg in tekst


async def test_what_will_have_to_be_told_follows_how_it_ends(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(
        maak_app(tmp_path, sessie), "afsluiten", casus_id=casus_id, size=(120, 40)
    ) as pilot:

        def straks() -> list[str]:
            regels = tekst_van(pilot.app).splitlines()
            return [regel.split()[0] for regel in regels if "na het afsluiten op Vandaag" in regel]

        assert straks() == ["JGZ"]
        _vul(pilot, soort="niet_gestart")
        await wacht(pilot)
        assert straks() == ["JGZ", "Lia"]
        assert "Na meerdere pogingen" not in tekst_van(pilot.app), "what never started has no kenmerk"
        await pilot.press("ctrl+s")
        await wacht(pilot)
    afsluiting = get_casus(sessie, casus_id).afsluiting
    assert afsluiting is not None
    assert (afsluiting.soort, afsluiting.kenmerk) == (AfsluitSoort.NIET_GESTART, None)


async def test_handing_over_is_its_own_kenmerk(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "afsluiten", casus_id=casus_id) as pilot:
        _vul(pilot, soort="overgedragen", op="vandaag")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    afsluiting = get_casus(sessie, casus_id).afsluiting
    assert afsluiting is not None
    assert afsluiting.kenmerk is AfsluitKenmerk.OVERDRACHT


async def test_what_is_missing_or_wrong_is_said_and_nothing_is_closed(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "afsluiten", casus_id=casus_id) as pilot:
        scherm = _vul(pilot, cijfer="acht")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert set(scherm.ontbrekend()) == {"kenmerk", "zelfstandig_verder", "cijfer"}
        _vul(pilot, kenmerk="overdracht", zelfstandig_verder="nee", cijfer="11")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Een cijfer loopt van 1 tot en met 10." in tekst_van(pilot.app)
    assert get_casus(sessie, casus_id).afsluiting is None


async def test_a_half_filled_closing_is_there_again(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "afsluiten", casus_id=casus_id) as pilot:
        _vul(pilot, kenmerk="eenzijdig_klant", toelichting="drie keer gebeld")
        await pilot.press("escape")
        await wacht(pilot)
        pilot.app.open("afsluiten", casus_id=casus_id)
        await wacht(pilot)
        scherm = _vul(pilot)
        assert scherm.veld("toelichting").waarde == "drie keer gebeld"
        assert scherm.veld("kenmerk").waarde == "eenzijdig_klant"


async def test_a_closed_casus_is_opened_again(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "afsluiten", casus_id=casus_id) as pilot:
        _vul(pilot, soort="niet_gestart")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        pilot.app.open("casus", casus_id=casus_id, tab="afsluiten")
        await wacht(pilot)
        await pilot.press("h")
        await wacht(pilot)
        assert "Deze casus loopt nog." in tekst_van(pilot.app)
    assert get_casus(sessie, casus_id).fase is Fase.IN_BEGELEIDING
