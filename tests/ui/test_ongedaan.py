"""ctrl+z: one key takes the last change back, and says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, NotitieSoort
from kernteam_tui.domain.klok import Klok
from kernteam_tui.screens.notitie.scherm import NotitieScreen
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.notities import get_notitie, start_notitie
from kernteam_tui.services.sessie import Sessie
from tests.ui.casussen import maak_sessie, meld_aan, op
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    return meld_aan(sessie)


def gelezen(app: object) -> str:
    """As one line, also what a notification breaks off."""
    return " ".join(tekst_van(app).replace("▌", " ").split())


def scherm(pilot: Pilot[int]) -> Any:
    """The screen on top, of whatever kind."""
    return pilot.app.screen


async def test_an_erased_note_is_back_in_the_list_with_every_letter(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    notitie = start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="Moeder belt.")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id, tab="notities") as pilot:
        app.open("notitie", notitie_id=notitie.id)
        await wacht(pilot)
        scherm(pilot).query_one("#tekst").insert("Net getypt. ")
        await pilot.press("f4")
        await wacht(pilot)
        assert "Moeder belt" not in tekst_van(app)
        assert "Notitie gewist. Met ctrl+z maak je dat ongedaan." in gelezen(app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Ongedaan gemaakt: notitie gewist." in gelezen(app)
        assert "Moeder belt.Net getypt." in tekst_van(app)
        assert "Met ctrl+z" not in tekst_van(app)
    assert get_notitie(sessie, notitie.id).tekst == "Moeder belt.Net getypt. "


async def test_in_a_text_field_ctrl_z_is_of_the_field(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    een = start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="een")
    twee = start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="twee")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=een.id) as pilot:
        await pilot.press("f4")
        await wacht(pilot)
        app.push_screen(NotitieScreen(twee.id))
        await wacht(pilot)
        await pilot.press("x", "ctrl+z")
        await wacht(pilot)
        assert scherm(pilot).query_one("#tekst").text == "twee"
        assert len(get_casus(sessie, casus_id).notities) == 1
        app.open("zoeken")
        await wacht(pilot)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert len(get_casus(sessie, casus_id).notities) == 1
        await pilot.press("escape", "ctrl+p")
        await wacht(pilot)
        await pilot.press(*"ongedaan")
        assert "Ongedaan maken: notitie gewist" in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert len(get_casus(sessie, casus_id).notities) == 2


async def test_a_change_that_cannot_be_taken_back_ends_the_way_back_of_the_one_before(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    notitie = start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="een")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", casus_id=casus_id) as pilot:
        app.open("notitie", notitie_id=notitie.id)
        await wacht(pilot)
        await pilot.press("f4")
        await wacht(pilot)
        scherm(pilot).doe(start_notitie, casus_id, NotitieSoort.TELEFOON)
        await wacht(pilot)
        app.screen.query_one("#kop").focus()
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Er is niets om ongedaan te maken." in gelezen(app)


async def test_it_refuses_kindly_when_somebody_changed_it_since(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id, tab="gezin") as pilot:
        revision = get_casus(sessie, casus_id).revision
        scherm(pilot).doe(wijzig_casus, casus_id, revision, klas="4A", ongedaan="Casus gewijzigd")
        await wacht(pilot)
        wijzig_casus(sessie, casus_id, get_casus(sessie, casus_id).revision, klas="5C")
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Intussen gewijzigd" in tekst_van(app)
    assert get_casus(sessie, casus_id).klas == "5C"


async def test_a_cancelled_talk_takes_place_after_all(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, op(11, 24, 10), 60, "thuis"))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id, tab="gesprekken") as pilot:
        await pilot.press("a")
        await wacht(pilot)
        scherm(pilot).query_one("#reden-tekst").load_text("moeder is ziek")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert scherm(pilot).NAAM == "uitnodigingen"
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Verstuur nieuwe uitnodigingen." in gelezen(app)
    assert [g.staat for g in get_casus(sessie, casus_id).gesprekken] == [GesprekStaat.GEPLAND]


async def test_locking_ends_the_way_back(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    notitie = start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="een")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await pilot.press("f4")
        await wacht(pilot)
        assert app.terugweg.laatste is not None
        app.vergrendel()
        await wacht(pilot)
        assert app.terugweg.laatste is None


async def test_only_the_last_change_is_offered_to_be_taken_back(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id) as pilot:
        for spoed, wat in ((True, "Spoed gezet"), (False, "Spoed eraf")):
            casus = get_casus(sessie, casus_id)
            scherm(pilot).doe(wijzig_casus, casus_id, casus.revision, spoed=spoed, ongedaan=wat)
            await wacht(pilot)
        assert "Spoed eraf. Met ctrl+z maak je dat ongedaan." in gelezen(app)
        assert "Spoed gezet" not in gelezen(app)
