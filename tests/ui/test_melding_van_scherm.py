"""A message belongs to the screen on which it was said, and goes along where that step ends elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets._toast import Toast

from kernteam_tui.data.store import Store
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.casussen import maak_sessie, meld_aan, open_scherm
from tests.ui.gezinnen import geopend
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht, wacht_op

GEDAAN = "Gezin ingevoerd. Met ctrl+z"


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    return meld_aan(sessie, ouders_weten=True)


def gelezen(app: Any) -> str:
    return " ".join(tekst_van(app).replace("▌", " ").split())


async def druk(pilot: Any, *toetsen: str) -> str:
    """Press these; what is then to be read, each message that belongs to the screen among it."""
    await pilot.press(*toetsen)
    await wacht(pilot)
    await wacht_op(pilot, lambda: meldingen_staan(pilot.app))
    return gelezen(pilot.app)


def meldingen_staan(app: Any) -> bool:
    """Textual draws them a moment later than it knows of them."""
    scherm = app.screen
    return len([t for t in scherm.query(Toast) if t.region]) == len(app.meldingen.op(scherm))


async def voer_in(pilot: Any, regel: str) -> str:
    """From the tab Gezin: this line typed, and ctrl+s."""
    await druk(pilot, "i")
    pilot.app.screen.query_one("#regel").value = regel
    await wacht(pilot)
    return await druk(pilot, "ctrl+s")


async def test_what_was_wrong_in_a_form_is_not_said_on_the_screen_below(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezin") as pilot:
        assert "Regel 1: Typ het geboortejaar" in await voer_in(pilot, "Tim 45 jaar")
        assert "Regel 1" not in await druk(pilot, "escape")
        assert pilot.app.screen.NAAM == "casus"


async def test_what_a_form_did_is_said_on_the_screen_to_which_it_goes_back(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezin") as pilot:
        assert GEDAAN in await voer_in(pilot, "tante Elif")
        assert pilot.app.screen.NAAM == "casus"
        assert GEDAAN not in await druk(pilot, "t"), "another screen, opened with a key"
        assert GEDAAN in await druk(pilot, "escape"), "and back, while its time is not up"
        assert GEDAAN not in await druk(pilot, "escape")
        assert "Ongedaan gemaakt: gezin ingevoerd." in await druk(pilot, "ctrl+z"), "it still works"


@pytest.mark.parametrize(("toets", "naar"), [("escape", "vandaag"), ("f3", "caseload")])
async def test_where_a_file_was_put_is_said_on_that_screen_alone(
    tmp_path: Path, sessie: Sessie, casus_id: str, toets: str, naar: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await druk(pilot, "o")
        assert "Opgeslagen: " in await druk(pilot, "down", "enter")
        assert "Opgeslagen: " in await druk(pilot, "right")
        assert "Opgeslagen: " not in await druk(pilot, toets)
        assert geopend(pilot.app)[0] == naar


async def test_after_help_a_message_is_still_there(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", casus_id=casus_id) as pilot:
        assert "nog niets om te bewaren" in await druk(pilot, "ctrl+s")
        assert (await druk(pilot, "f1")).count("nog niets om te bewaren") <= 1, "it is not said twice"
        assert "nog niets om te bewaren" in await druk(pilot, "escape")


async def test_a_message_said_before_the_screen_closes_in_that_step_goes_along(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "persoon", casus_id=casus_id) as pilot:
        pilot.app.screen.meld("Dat is bewaard.")
        pilot.app.screen.terug()
        await wacht(pilot)
        assert "Dat is bewaard." in gelezen(pilot.app)
        pilot.app.screen.meld("En dit ook.")
        pilot.app.screen.open("caseload")
        await wacht(pilot)
        assert "En dit ook." in gelezen(pilot.app)
        assert "En dit ook." not in await druk(pilot, "escape")


async def test_what_the_program_says_of_itself_stands_everywhere(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id) as pilot:
        pilot.app.notify("De reservekopie is gemaakt.")
        await wacht(pilot)
        assert "De reservekopie is gemaakt." in await druk(pilot, "escape")
