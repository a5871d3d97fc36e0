"""Planformaten: reading in the organisation's own format, putting it in use, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.screens.planformaten import PlanformatenScreen
from kernteam_tui.screens.reservekopieen.padvraag import Padvraag
from kernteam_tui.services.planformaten import list_formaten
from kernteam_tui.services.sessie import Sessie
from tests.formaathulp import EIGEN, NAAM
from tests.ui.hulpmiddel import VasteKlok, maak_app, open_app, tekst_van, wacht, wacht_op


@pytest.fixture
def app(tmp_path: Path, store: object) -> KernteamApp:
    return maak_app(tmp_path, Sessie(store, VasteKlok()))  # type: ignore[arg-type]  # the fixture of conftest


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "ons formaat.toml"
    pad.write_text(EIGEN)
    return pad


def in_gebruik(app: KernteamApp) -> list[str]:
    return [een.naam for een in list_formaten(app.sessie) if een.in_gebruik]


async def test_a_format_is_read_in_put_in_use_and_the_own_one_comes_back(
    app: KernteamApp, bestand: Path
) -> None:
    async with open_app(app, "planformaten") as pilot:
        assert "een plan dat begonnen is blijft" in " ".join(tekst_van(app).split())
        assert "gezinsplan-2026-3" in tekst_van(app)
        await pilot.press("i")
        await wacht_op(pilot, lambda: isinstance(app.screen, Padvraag))
        app.screen.query_one("#pad").value = str(bestand)  # type: ignore[attr-defined]  # an Input
        await pilot.press("enter")
        await wacht_op(pilot, lambda: NAAM in tekst_van(app))
        await wacht(pilot)
        assert in_gebruik(app) == ["gezinsplan-2026-3"]
        bestand.unlink()
        await pilot.press("enter")
        await wacht_op(pilot, lambda: in_gebruik(app) == [NAAM])
        await wacht(pilot)
        assert "Nieuwe gezinsplannen beginnen in dit formaat." in tekst_van(app)
        await pilot.press("p")
        await wacht_op(pilot, lambda: in_gebruik(app) == ["gezinsplan-2026-3"])
        await wacht(pilot)
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: in_gebruik(app) == [NAAM])


async def test_a_wrong_file_says_where_and_can_be_mended_and_tried_again(
    app: KernteamApp, bestand: Path
) -> None:
    bestand.write_text(EIGEN.replace('invul = "acties"', 'invul = "taken"'))
    async with open_app(app, "planformaten") as pilot:
        await pilot.press("i")
        await wacht_op(pilot, lambda: isinstance(app.screen, Padvraag))
        app.screen.query_one("#pad").value = str(bestand)  # type: ignore[attr-defined]  # an Input
        await pilot.press("enter")
        await wacht_op(pilot, lambda: "klopt één ding niet" in tekst_van(app))
        assert "‘wie_doet_wat’ (regel " in " ".join(tekst_van(app).replace("│", " ").split())
        assert len(list_formaten(app.sessie)) == 3
        bestand.write_text(EIGEN)
        await pilot.press("enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, PlanformatenScreen))
        await wacht_op(pilot, lambda: len(list_formaten(app.sessie)) == 4)


async def test_an_earlier_format_of_the_program_begins_no_plans(app: KernteamApp) -> None:
    async with open_app(app, "planformaten") as pilot:
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert "Nieuwe plannen beginnen niet in een eerder formaat." in tekst_van(app)
        await pilot.press("p")
        await wacht(pilot)
        assert "beginnen al in het formaat van het programma" in tekst_van(app)
        assert in_gebruik(app) == ["gezinsplan-2026-3"]


async def test_the_way_to_it_is_from_the_settings(app: KernteamApp) -> None:
    async with open_app(app, "instellingen") as pilot:
        await pilot.press("f8")
        await wacht_op(pilot, lambda: isinstance(app.screen, PlanformatenScreen))
        await pilot.press("escape")
        await wacht(pilot)
        assert "Startgesprek (dagen)" in tekst_van(app)
