"""F9 in Netwerk and Genogram: drawing, list, words, status line, dialogs and the line that is being typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.genogram.erbij import Verwant
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.services.genogram import get_genogram, voeg_toe
from kernteam_tui.services.netwerk import LidGegevens, save_lid
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.casussen import maak_sessie, meld_aan, open_scherm
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht

FAMILIE = ("Sami", "Yilmaz", "Fatma", "Mehmet", "Bartholomeus", "Christoffel", "Dominique", "Guilhermina")
NETWERK = ("Wilhelmina", "Geertruida", "Zeynep", "Youssef")
GETYPT = ("Quirijn", "Xochitla")
MATEN = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    """A family in which every place for a name holds one."""
    casus = meld_aan(
        sessie,
        ouders=[{"naam": "Fatma Yilmaz", "telefoon": "06 1234 5678", "woont_bij": True}, {"naam": "Mehmet"}],
    )
    for lid in (
        LidGegevens(Netwerkgroep.FAMILIE, naam="Oma Wilhelmina", telefoon="06 9876 5432"),
        LidGegevens(Netwerkgroep.BUREN, relatie="buurvrouw Geertruida"),
        LidGegevens(Netwerkgroep.VRIENDEN, naam="Youssef", relatie="vriend van Zeynep"),
    ):
        save_lid(sessie, casus, None, lid)
    jongere = get_genogram(sessie, casus).jongere_ids[0]
    for naam in ("Bartholomeus", "Christoffel", "Dominique", "Guilhermina"):
        voeg_toe(sessie, casus, jongere, Verwant.BROER, naam)
    return casus


def leesbaar(app: Any) -> set[str]:
    """Pieces of names, of four letters: also one that is cut off is known by what is left."""
    tekst = tekst_van(app)
    stukjes = {
        naam[plek : plek + 4] for naam in (*FAMILIE, *NETWERK, *GETYPT) for plek in range(len(naam) - 3)
    }
    return {stukje for stukje in {*stukjes, "1234 5678", "9876"} if stukje in tekst}


async def druk(pilot: Any, *toetsen: str) -> None:
    for toets in toetsen:
        await pilot.press(toets)
        await wacht(pilot)
        assert leesbaar(pilot.app) == set(), f"after {toets}"


@pytest.mark.parametrize("maat", MATEN)
async def test_no_name_is_readable_on_the_map_in_the_list_or_in_a_dialog(
    tmp_path: Path, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", maat, casus_id=casus_id) as pilot:
        assert leesbaar(pilot.app), "the control: with the names shown they stand there"
        await druk(pilot, "f9", "home", "down", "down", "down", "end")
        await druk(pilot, "r", "escape", "o", "escape", "l", "down", "down", "down", "enter", "escape", "l")
        await druk(pilot, "end", "d", "d", "escape")


@pytest.mark.parametrize("maat", MATEN)
async def test_a_name_that_is_being_typed_is_hidden_before_it_is_known(
    tmp_path: Path, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", maat, casus_id=casus_id) as pilot:
        await druk(pilot, "f9", "t", *"Quirijn", "comma", "v", "enter")
        await druk(pilot, *"Quirijn", "enter", "escape")
        assert "Q······" in tekst_van(pilot.app)
        await druk(pilot, "t", *"Fatma", "down")
        await pilot.press("f9")
        await wacht(pilot)
        assert "Quirijn" in tekst_van(pilot.app)


@pytest.mark.parametrize("maat", [(40, 20), *MATEN])
async def test_no_name_is_readable_in_the_genogram_in_words_or_in_a_dialog(
    tmp_path: Path, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", maat, casus_id=casus_id) as pilot:
        assert leesbaar(pilot.app), "the control: with the names shown they stand there"
        await druk(pilot, "f9", "up", "right", "right", "end", "left", "left", "home")
        await druk(pilot, "t", "enter", *"Xochitla", "enter", "l", "l", "d", "d", "escape", "enter", "escape")


async def test_a_genogram_scrolled_by_any_cells_shows_no_end_of_a_name(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    jongere = get_genogram(sessie, casus_id).jongere_ids[0]
    for naam in ("Bartholomeus", "Christoffel", "Dominique", "Guilhermina"):
        voeg_toe(sessie, casus_id, jongere, Verwant.ZUS, naam)
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", (40, 20), casus_id=casus_id) as pilot:
        await druk(pilot, "f9")
        boom = pilot.app.screen.query_one("#genogram-boom")
        assert boom.max_scroll_x > 10
        for cellen in range(boom.max_scroll_x + 1):
            boom.scroll_to(cellen, 0, animate=False)
            await pilot.pause()
            assert leesbaar(pilot.app) == set()
