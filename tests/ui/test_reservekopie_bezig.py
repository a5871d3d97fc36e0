"""The screens of the backups where nothing can be looked into, and while something is being looked at."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.widgets import Input

from kernteam_tui.app import KernteamApp
from kernteam_tui.services.terugzetten import Inzage, bekijk_eigen_kopie
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import GEHEIM, open_app, tekst_van, wacht, wacht_op
from tests.ui.test_reservekopieen import app, kluis, kluis_met_kopie, kopie

__all__ = ["app", "kluis", "kluis_met_kopie", "kopie"]

NIETS_TE_BEKIJKEN = "Hier is niets te bekijken. Onder de lijst staat waarom."


def gezegd(app: KernteamApp) -> list[str]:
    return [str(melding.message) for melding in app._notifications]


async def test_a_backup_that_cannot_be_looked_into_says_so_instead_of_nothing(
    app: KernteamApp, kopie: Path
) -> None:
    kopie.write_bytes(b"stuk")
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("f7")
        await wacht(pilot)
        assert gezegd(app) == []
        await pilot.press("enter")
        await wacht(pilot)
        assert gezegd(app) == [NIETS_TE_BEKIJKEN]
        assert "Met d haal je hem weg." in " ".join(tekst_van(app).split())


async def test_a_store_that_was_kept_aside_cannot_be_looked_into_either(
    app: KernteamApp, kluis: Path
) -> None:
    (kluis / "oud" / "2026-11-20T101500").mkdir(parents=True)
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert gezegd(app) == [NIETS_TE_BEKIJKEN]


async def test_an_empty_list_has_nothing_to_say_about_enter(app: KernteamApp, kopie: Path) -> None:
    kopie.unlink()
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert gezegd(app) == []


async def test_keys_while_the_passphrase_is_tried_do_nothing(
    app: KernteamApp, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed too soon must not become commands, nor answer the question that follows."""
    verder = threading.Event()

    def traag(*args: object) -> Inzage:
        if args[-1] == GEHEIM:
            verder.wait(GEDULD)
        return bekijk_eigen_kopie(*args)  # type: ignore[arg-type]  # as the screen gives them

    monkeypatch.setattr("kernteam_tui.screens.reservekopieen.kopie.bekijk_eigen_kopie", traag)
    async with open_app(app, "reservekopie", pad=str(kopie)) as pilot:
        app.screen.query_one("#kopie-geheim", Input).value = GEHEIM
        await pilot.press("enter")
        await wacht_op(pilot, lambda: app.screen.query_one("#kopie-geheim", Input).disabled)
        await pilot.press("n", "o", "/", "enter", "ctrl+s", "f3", "escape")
        assert app.screen.NAAM == "reservekopie"  # type: ignore[attr-defined]  # a KernteamScreen
        assert app.is_open
        verder.set()
        await wacht_op(pilot, lambda: "Deze reservekopie terugzetten?" in tekst_van(app))
        await pilot.click("#nee")
        await wacht(pilot)
        await pilot.press("n")
        assert app.screen.query_one("#kopie-geheim", Input).value.endswith("n"), "keys count again"


async def test_after_a_wrong_passphrase_keys_count_again(app: KernteamApp, kopie: Path) -> None:
    async with open_app(app, "reservekopie", pad=str(kopie)) as pilot:
        app.screen.query_one("#kopie-geheim", Input).value = "iets anders"
        await pilot.press("enter")
        await wacht_op(pilot, lambda: "niet juist" in tekst_van(app))
        await pilot.press("z")
        assert app.screen.query_one("#kopie-geheim", Input).value == "z"
