"""The log on the screen: newest first, filtered with one key, and its chain at the top."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import LogSoort, WisGrond
from kernteam_tui.domain.klok import Klok
from kernteam_tui.screens.casus.scherm import CasusScreen
from kernteam_tui.screens.logboek import LogboekScreen
from kernteam_tui.services.casus import open_casus
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.wissen import wis_casus
from kernteam_tui.widgets.tabel import Tabel
from tests.ui.casussen import Thuis, maak_sessie, meld_aan, open_scherm
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht, zet_schermen


@pytest.fixture
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": Thuis, "logboek": LogboekScreen, "casus": CasusScreen})


@pytest.fixture
def sessie(store: Store, klok: Klok, schermen: None) -> Sessie:  # noqa: ARG001 - for its effect
    return maak_sessie(store, klok)


async def test_the_log_stands_there_newest_first_and_whole(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld_aan(sessie)
    open_casus(sessie, casus_id)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "logboek", size=(120, 40)) as pilot:
        text = tekst_van(app)
        assert "Keten heel: 3 regels" in text
        assert text.index("geopend") < text.index("aanmelding") < text.index("school: erbij")
        assert "Sami" not in text
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, CasusScreen)


async def test_it_can_show_one_casus_or_one_kind(tmp_path: Path, sessie: Sessie) -> None:
    een, ander = meld_aan(sessie), meld_aan(sessie)
    open_casus(sessie, een)
    open_casus(sessie, ander)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "logboek", casus_id=een) as pilot:
        assert "Alleen casus 2026-001: 2 regels." in tekst_van(app)
        await pilot.press("s", "down", "enter")
        await wacht(pilot)
        assert "Alleen casus 2026-001, geopend: 1 regel." in tekst_van(app)
        await pilot.press("a")
        await wacht(pilot)
        assert "Alleen" not in tekst_van(app)
        assert "2026-002" in tekst_van(app)
        await pilot.press("up", "c")
        await wacht(pilot)
        assert "Alleen casus 2026-002: 2 regels." in tekst_van(app)


async def test_a_broken_chain_says_where_and_what_to_do(tmp_path: Path, sessie: Sessie) -> None:
    meld_aan(sessie)
    with driver_connection(sessie.store.engine) as connection:
        connection.execute("DROP TRIGGER logboek_alleen_erbij")
        connection.execute("UPDATE logboek SET wat = 'iets anders' WHERE nr = 1")
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "logboek"):
        text = tekst_van(app)
        assert "Keten niet heel. De inhoud van regel 1 van het logboek is veranderd." in text
        assert "meld het bij je organisatie" in text
        assert "aanmelding" in text


async def test_a_line_of_an_erased_casus_shows_that_and_no_more(tmp_path: Path, sessie: Sessie) -> None:
    meld_aan(sessie)
    wis_casus(sessie, "2026-001", WisGrond.VERGISSING)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "logboek", size=(120, 40)) as pilot:
        text = tekst_van(app)
        assert "van een gewiste casus" in text
        assert "casus 2026-001, bij vergissing ingevoerd" in text
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, LogboekScreen)


async def test_an_empty_log_says_that_it_fills_itself(
    tmp_path: Path,
    store: Store,
    klok: Klok,
    schermen: None,  # noqa: ARG001 - for its effect
) -> None:
    app = maak_app(tmp_path, Sessie(store, klok))
    async with open_scherm(app, "logboek"):
        assert "Het vult zich vanzelf" in tekst_van(app)


async def test_hundreds_of_lines_come_in_pages(tmp_path: Path, sessie: Sessie) -> None:
    with sessie.unit_of_work() as uow:
        for number in range(700):
            uow.log(LogSoort.GEOPEND, f"regel {number}")
        uow.commit()
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "logboek") as pilot:
        assert "1-300 van 701" in tekst_van(app)
        await pilot.press(">")
        await wacht(pilot)
        assert "301-600 van 701" in tekst_van(app)
        assert app.screen.query_one("#logboek-tabel", Tabel).sleutel == "401"
