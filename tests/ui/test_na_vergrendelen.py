"""What was still on its way when the program was locked comes to nothing, and breaks nothing."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.app import ComposeResult

from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.widgets.tekst import Tekst
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import maak_app, open_app, wacht, wacht_op, zet_schermen

MAG = threading.Event()
BEGONNEN = threading.Event()


def lees(sessie: Any) -> str:  # noqa: ARG001 - a service gets the session first
    BEGONNEN.set()
    assert MAG.wait(GEDULD)
    return "gelezen"


class Zoekend(KernteamScreen):
    """Asks for something whenever it is told to, as a form does some time after the last key."""

    NAAM = "vandaag"

    def __init__(self) -> None:
        super().__init__()
        self.gezien: list[str] = []

    def inhoud(self) -> ComposeResult:
        yield Tekst("zoekend")

    def zoek(self) -> None:
        self.lees(lees, bij_klaar=self._toon)

    def _toon(self, gelezen: str) -> None:
        self.gezien.append(f"{gelezen} met {self.kernteam.sessie}")


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    MAG.clear()
    BEGONNEN.clear()
    zet_schermen(monkeypatch, {"vandaag": Zoekend})


async def test_a_timer_that_goes_off_after_locking_asks_nothing(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Zoekend)
        app.vergrendel()
        scherm.zoek()
        await wacht(pilot)
        assert not BEGONNEN.is_set()
    assert not (tmp_path / "fouten.log").exists()


async def test_a_write_that_is_begun_by_a_timer_after_locking_is_not_begun(tmp_path: Path) -> None:
    """A setting that saves itself, on a full disk: what could not be saved at locking is kept as a draft."""
    app = maak_app(tmp_path)
    geschreven: list[Any] = []
    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Zoekend)
        app.vergrendel()
        scherm.doe(geschreven.append)
        await wacht(pilot)
        assert geschreven == []
        assert app._schrijvend == 0
    assert not (tmp_path / "fouten.log").exists()


async def test_an_answer_that_comes_after_locking_is_not_handled(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Zoekend)
        scherm.zoek()
        await wacht_op(pilot, BEGONNEN.is_set)
        scherm._geladen("lees-lees", lambda: scherm._toon("eerst"))
        assert scherm.gezien == ["eerst met " + repr(app.sessie)]
        app.vergrendel()
        scherm._geladen("lees-lees", lambda: scherm._toon("daarna"))
        MAG.set()
        await wacht(pilot)
        assert len(scherm.gezien) == 1
    assert not (tmp_path / "fouten.log").exists()
