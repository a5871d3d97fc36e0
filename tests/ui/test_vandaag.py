"""Vandaag: what a worker sees in the morning, and where Enter brings her."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.screens.vandaag import VandaagScreen, signaal_regels
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    Uitkomst,
    get_gesprek,
    leg_gesprek_vast,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.lijst import Lijst
from tests.conftest import VasteKlok
from tests.ui.gezinnen import doelscherm, geopend, houd_startgesprek, maak_school, meld_aan, plan, sluit
from tests.ui.hulpmiddel import MAANDAG, maak_app, open_app, tekst_van, wacht, zet_schermen

DOELEN = (
    *("casus", "startgesprek", "gezinsplan", "planevaluatie", "gesprek_vastleggen"),
    *("aanmelding", "school"),
)


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return Sessie(store, klok)


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": VandaagScreen, **{naam: doelscherm(naam) for naam in DOELEN}})


def signaal(doel: str) -> Signaal:
    over = {"gezinsplan": "actie-1", "gesprek_vastleggen": "gesprek-1"}.get(doel, "")
    return Signaal(
        "c-1", "2026-001", "Sami Y.", "regel", "doen", "omdat", MAANDAG, "Doe het.", doel, over_id=over
    )


async def test_an_empty_store_says_how_to_begin_and_points_to_school(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app):
        scherm = tekst_van(app)
    assert "Nog geen casussen. Druk op n voor een nieuwe aanmelding." in scherm
    assert "F5 School" in scherm
    assert "Geen gesprekken vandaag." in scherm


async def test_with_a_school_the_first_step_is_an_aanmelding(tmp_path: Path, sessie: Sessie) -> None:
    maak_school(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        assert "nog geen school" not in tekst_van(app)
        await pilot.press("n")
        await wacht(pilot)
        assert geopend(app)[0] == "aanmelding"


async def test_when_all_is_done_it_says_so(tmp_path: Path, sessie: Sessie) -> None:
    maak_school(sessie)
    casus = meld_aan(sessie, "Sami", dagen=3, ouders_weten=True)
    houd_startgesprek(sessie, casus, MAANDAG - timedelta(days=1))
    wijzig_casus(sessie, casus, get_casus(sessie, casus).revision, regisseur="Fatma")
    app = maak_app(tmp_path, sessie)
    async with open_app(app):
        assert "Niets wat nu moet. Je casus is bij." in tekst_van(app)


async def test_all_cases_closed_is_not_the_same_as_a_first_day(tmp_path: Path, sessie: Sessie) -> None:
    maak_school(sessie)
    sluit(sessie, meld_aan(sessie, "Sami"))
    app = maak_app(tmp_path, sessie)
    async with open_app(app):
        assert "Alle casussen zijn afgesloten." in tekst_van(app)


async def test_what_is_too_late_stands_above_what_can_wait(tmp_path: Path, sessie: Sessie) -> None:
    maak_school(sessie)
    meld_aan(sessie, "Lina", achternaam="Karimi")
    meld_aan(sessie, "Daan", dagen=30, achternaam="Vermeulen")
    app = maak_app(tmp_path, sessie)
    async with open_app(app):
        regels = tekst_van(app).splitlines()
    te_laat = next(nr for nr, regel in enumerate(regels) if "te laat  2026-002  Daan V." in regel)
    kan_wachten = next(nr for nr, regel in enumerate(regels) if "30 nov   2026-001  Lina K." in regel)
    assert te_laat < kan_wachten
    assert any("uiterlijk was za 31 okt" in regel for regel in regels[te_laat:kan_wachten])


async def test_the_step_below_the_list_belongs_to_the_marked_line(tmp_path: Path, sessie: Sessie) -> None:
    maak_school(sessie)
    meld_aan(sessie, "Sami", dagen=2, ouders_weten=False)
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        lijst = app.screen.query_one("#vandaag-doen", Lijst)
        for sleutel, wat in lijst.items:
            assert sleutel == lijst.sleutel
            assert wat.stap[:40] in tekst_van(app)
            await pilot.press("down")


@pytest.mark.parametrize(
    ("doel", "scherm", "argumenten"),
    [
        ("startgesprek", "startgesprek", {"casus_id": "c-1"}),
        ("gezinsplan", "gezinsplan", {"casus_id": "c-1", "item": "actie-1"}),
        ("planevaluatie", "planevaluatie", {"casus_id": "c-1"}),
        ("gesprek_vastleggen", "gesprek_vastleggen", {"gesprek_id": "gesprek-1"}),
        ("casus", "casus", {"casus_id": "c-1", "tab": "overzicht"}),
        ("gezin", "casus", {"casus_id": "c-1", "tab": "gezin"}),
        ("notities", "casus", {"casus_id": "c-1", "tab": "notities"}),
        ("delen", "casus", {"casus_id": "c-1", "tab": "delen"}),
        ("gesprekken", "casus", {"casus_id": "c-1", "tab": "gesprekken"}),
    ],
)
async def test_enter_on_a_signal_opens_the_place_where_it_is_done(
    tmp_path: Path, sessie: Sessie, doel: str, scherm: str, argumenten: dict[str, str]
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        app.screen.query_one("#vandaag-doen", Lijst).vul([("een", signaal(doel))])
        await pilot.press("enter")
        await wacht(pilot)
        assert geopend(app) == (scherm, argumenten)


async def test_moving_through_the_list_opens_nothing(tmp_path: Path, sessie: Sessie) -> None:
    maak_school(sessie)
    meld_aan(sessie, "Sami", ouders_weten=False)
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("down", "up")
        await wacht(pilot)
        assert geopend(app)[0] == "vandaag"


async def test_todays_talks_stand_in_order_and_open_the_talks_of_the_case(
    tmp_path: Path, sessie: Sessie
) -> None:
    maak_school(sessie)
    casus = meld_aan(sessie, "Sami")
    plan(sessie, casus, GesprekSoort.OVERLEG, MAANDAG, 15, "Overvecht")
    plan(sessie, casus, GesprekSoort.STARTGESPREK, MAANDAG, 11)
    plan(sessie, casus, GesprekSoort.HUISBEZOEK, MAANDAG + timedelta(days=1), 9, "morgen thuis")
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        scherm = tekst_van(app)
        assert scherm.index("11:00  2026-001  Sami Y.") < scherm.index("15:00  2026-001  Sami Y.")
        assert "startgesprek  ·  k. 1.12" in scherm
        assert "morgen thuis" not in scherm
        app.screen.query_one("#vandaag-gesprekken").focus()
        await pilot.press("enter")
        await wacht(pilot)
        assert geopend(app) == ("casus", {"casus_id": casus, "tab": "gesprekken"})


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_the_week_shows_who_is_in_and_which_day_is_closed(
    tmp_path: Path, sessie: Sessie, maat: tuple[int, int]
) -> None:
    maak_school(sessie, dicht=["2026-11-25"])
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=maat) as pilot:
        if maat[0] == 80:
            assert "■" not in tekst_van(app)
            await pilot.press("w")
            await wacht(pilot)
        scherm = tekst_van(app)
        assert "jij                ··  ■■  ──  □■  ··" in scherm
        assert "leerplicht         ··  ■□  ──  ··  ··" in scherm
        assert "wo 25 dicht: " in scherm
        assert "■□ ochtend" in scherm
        if maat[0] == 80:
            await pilot.press("w")
            await wacht(pilot)
            assert "Nu doen" in tekst_van(app)


async def test_a_week_of_holidays_is_one_line(tmp_path: Path, store: Store, klok: VasteKlok) -> None:
    kerst = VasteKlok(klok.moment + timedelta(days=35))
    sessie = Sessie(store, kerst)
    maak_school(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=(120, 40)):
        scherm = tekst_van(app)
    assert "hele week dicht: " in scherm
    assert "leerplicht" not in scherm


async def test_a_name_that_looks_like_markup_is_shown_as_it_is(tmp_path: Path, sessie: Sessie) -> None:
    maak_school(sessie, "De [/]x")
    casus = meld_aan(sessie, "[/]x", achternaam="[b]", school="De [/]x")
    plan(sessie, casus, GesprekSoort.OVERLEG, MAANDAG, 15, "[red]plek[/red]")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=(120, 40)):
        scherm = tekst_van(app)
    assert "2026-001  [/]x" in scherm
    assert "[red]plek[/red]" in scherm
    assert "De [/]x" in scherm


async def test_the_marked_line_is_still_marked_after_coming_back(tmp_path: Path, sessie: Sessie) -> None:
    maak_school(sessie)
    meld_aan(sessie, "Sami", ouders_weten=False)
    meld_aan(sessie, "Lina", dagen=1, achternaam="Karimi")
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("down", "down")
        gemarkeerd = app.screen.query_one("#vandaag-doen", Lijst).sleutel
        await pilot.press("enter")
        await wacht(pilot)
        assert geopend(app)[0] != "vandaag"
        await pilot.press("escape")
        await wacht(pilot)
        assert app.screen.query_one("#vandaag-doen", Lijst).sleutel == gemarkeerd


async def test_what_was_noticed_at_opening_is_told_once(tmp_path: Path, sessie: Sessie) -> None:
    sessie.meldingen = ("De tweede kopie is hersteld.",)
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        assert len(app._notifications) == 1
        await pilot.press("f2")
        await wacht(pilot)
        assert len(app._notifications) == 1


def test_urgency_is_a_word_and_not_only_a_colour() -> None:
    boven, onder = signaal_regels(signaal("casus"), MAANDAG)
    assert boven.plain.startswith("vandaag  2026-001  Sami Y.")
    assert onder.plain.strip() == "omdat"
    te_laat, _ = signaal_regels(signaal("casus"), MAANDAG + timedelta(days=1))
    assert te_laat.plain.startswith("te laat")


async def test_x_ticks_what_was_agreed_at_a_talk_and_ctrl_z_brings_it_back(
    tmp_path: Path, sessie: Sessie
) -> None:
    maak_school(sessie)
    casus = meld_aan(sessie, "Sami", dagen=20, ouders_weten=True)
    houd_startgesprek(sessie, casus, MAANDAG - timedelta(days=14))
    gesprek = get_gesprek(sessie, get_casus(sessie, casus).gesprekken[0].id)
    wie = tuple(
        DeelnemerUitkomst(d.id, True, f"bellen als {d.rol} [/]x", MAANDAG - timedelta(days=1))
        for d in gesprek.deelnemers[:2]
    )
    leg_gesprek_vast(sessie, gesprek.id, gesprek.revision, Uitkomst(GesprekStaat.GEHOUDEN, wie))
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        lijst = app.screen.query_one("#vandaag-doen", Lijst)
        while not lijst.item or lijst.item.regel != "actie_over_datum":
            assert "afvinken" not in tekst_van(app).splitlines()[-1]
            await pilot.press("down")
            await wacht(pilot)
        assert "2 gespreksacties zijn over de datum" in tekst_van(app)
        assert "afvinken" in tekst_van(app).splitlines()[-1]
        await pilot.press("x")
        await wacht(pilot)
        assert "Wat is er gedaan?" in tekst_van(app)
        assert f"bellen als {gesprek.deelnemers[1].rol} [/]x (vóór zo 22 nov)" in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert "1 gespreksactie is over de datum" in tekst_van(app)
        assert lijst.item is not None
        assert lijst.item.regel == "actie_over_datum", "the mark stays where it was"
        await pilot.press("x")
        await wacht(pilot)
        assert "over de datum" not in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "1 gespreksactie is over de datum" in tekst_van(app)
