"""Typing a whole family by keyboard: what stands beside each line, and that nothing gets lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.screens.gezin.invoer import GezinInvoerScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.gezin import get_gezin
from kernteam_tui.services.namen import lees_namen
from kernteam_tui.services.sessie import Sessie
from tests.ui.casussen import open_scherm
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht


async def typ(pilot: Any, *regels: str) -> None:
    """Each of these with Enter behind it; the last one stays in the field."""
    for nummer, regel in enumerate(regels):
        await pilot.press(*("enter",) * bool(nummer), *(_toets(teken) for teken in regel))
    await wacht(pilot)


def _toets(teken: str) -> str:
    return {" ": "space", '"': "quotation_mark", "(": "left_parenthesis", ")": "right_parenthesis"}.get(
        teken, teken
    )


def namen(sessie: Sessie, casus_id: str) -> list[str]:
    return [persoon.naam for persoon in get_casus(sessie, casus_id).personen]


async def test_each_line_says_at_once_what_was_understood(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", casus_id=casus_id) as pilot:
        assert "Zo kan het" in tekst_van(pilot.app)
        await typ(pilot, 'Ayse " moeder 1981 gezag')
        assert "= Ayse Yilmaz · moeder van Sami · geboren in 1981 · gezag over Sami" in tekst_van(pilot.app)
        await typ(pilot, "", "Mo bro")
        assert "bro" in tekst_van(pilot.app)
        await typ(pilot, "er", "Tim 45 jaar")
        assert "Typ het geboortejaar: 45 jaar" in tekst_van(pilot.app)
        assert namen(sessie, casus_id) == ["Sami Yilmaz"], "nothing is saved before ctrl+s"


async def test_the_family_goes_in_at_once_and_out_at_once(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezin") as pilot:
        await pilot.press("i")
        await wacht(pilot)
        await typ(pilot, "huis Laan 1 Utrecht", "Sami", "Ayse moeder gezag", "tante Elif")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "casus"
        assert "Sami: alleen Ayse" in tekst_van(pilot.app)
        assert namen(sessie, casus_id) == ["Sami Yilmaz", "Ayse", "Elif"]
        assert load_concept(sessie, f"gezin_invoer:{casus_id}") is None
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert namen(sessie, casus_id) == ["Sami Yilmaz"]
        assert get_gezin(sessie, casus_id).huizen == ()


async def test_escape_loses_nothing(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezin") as pilot:
        await pilot.press("i")
        await wacht(pilot)
        await typ(pilot, "Ayse moeder", "Lina zus 20")
        await pilot.press("escape")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "casus"
        assert {"ayse", "lina"} <= {naam.casefold() for naam in lees_namen(sessie)}, "F9 hides them already"
        await pilot.press("i")
        await wacht(pilot)
        tekst = tekst_van(pilot.app)
        assert "verder waar je gebleven was" in tekst
        assert "Ayse" in tekst
        assert "Lina" in tekst
        await pilot.press("up")
        await wacht(pilot)
        assert pilot.app.screen.query_one("#regel").value == "Lina zus 20"


async def test_a_line_above_is_changed_taken_out_and_put_in_between(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", casus_id=casus_id) as pilot:
        scherm = pilot.app.screen
        assert isinstance(scherm, GezinInvoerScreen)
        await typ(pilot, "Ayse moeder", "Elif tante", "Kees oom", "")
        await pilot.press("up", "up")
        await typ(pilot, " 1990")
        assert scherm.waarde["regels"] == ["Ayse moeder", "Elif tante 1990", "Kees oom"]
        await pilot.press("f6")
        await typ(pilot, "Bo halfbroer via moeder")
        assert scherm.waarde["regels"][1:3] == ["Elif tante 1990", "Bo halfbroer via moeder"]
        await pilot.press("down", "f4")
        await wacht(pilot)
        assert scherm.waarde["regels"] == ["Ayse moeder", "Elif tante 1990", "Bo halfbroer via moeder"]
        await pilot.press("up", "up", "f6", "down")
        await wacht(pilot)
        assert len(scherm.waarde["regels"]) == 3, "a line left empty falls away"


async def test_a_line_that_is_wrong_comes_back_into_the_field(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", casus_id=casus_id) as pilot:
        await typ(pilot, "Ayse moeder", "Tim 45 jaar", "Elif tante")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "gezin_invoer"
        assert "Regel 2: Typ het geboortejaar" in tekst_van(pilot.app)
        invoer = pilot.app.screen.query_one("#regel")
        assert invoer.value == "Tim 45 jaar"
        for _ in " 45 jaar":
            await pilot.press("backspace")
        await typ(pilot, " broer 1981")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "vandaag"
    assert namen(sessie, casus_id) == ["Sami Yilmaz", "Ayse", "Tim", "Elif"]


async def test_an_empty_screen_says_so(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", casus_id=casus_id) as pilot:
        await pilot.press("enter", "up", "f4", "f6", "down", "ctrl+s")
        await wacht(pilot)
        assert "nog niets om te bewaren" in tekst_van(pilot.app)


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_a_name_that_looks_like_markup_is_a_name(
    tmp_path: Path, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", maat, casus_id=casus_id) as pilot:
        pilot.app.screen.query_one("#regel").value = "[/]x moeder let op [b]niet[/b] bellen"
        await wacht(pilot)
        assert "[/]x · moeder van Sami · let op: [b]niet[/b] bellen" in tekst_van(pilot.app)
