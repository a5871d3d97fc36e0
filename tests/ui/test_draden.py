"""Work in threads: nothing is done twice, lost, or overwritten by an older answer."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from kernteam_tui.domain.fouten import KernteamError
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import (
    maak_app,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    zet_schermen,
)
from tests.ui.proefschermen import Formulier, Vandaag


@pytest.fixture(autouse=True)
def _schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag, "aanmelding": Formulier})
    Vandaag.keren = 0


async def test_an_older_answer_never_overwrites_a_newer(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    los = threading.Event()
    gezien: list[str] = []

    def zoek(_sessie: Any, tekst: str) -> str:
        if tekst == "oud":
            los.wait(GEDULD)
        return tekst

    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)
        scherm.lees(zoek, "oud", bij_klaar=gezien.append)
        scherm.lees(zoek, "nieuw", bij_klaar=gezien.append)
        await wacht_op(pilot, lambda: gezien)
        los.set()
        await wacht(pilot)
        assert gezien == ["nieuw"]


async def test_a_double_enter_writes_once(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    keren: list[int] = []

    def schrijf(_sessie: Any) -> None:
        keren.append(1)
        time.sleep(0.05)

    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)
        scherm.doe(schrijf)
        scherm.doe(schrijf)
        await wacht(pilot)
        assert keren == [1]
        scherm.doe(schrijf)
        await wacht(pilot)
        assert keren == [1, 1]


async def test_an_enter_that_comes_just_before_the_answer_does_not_write_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The write has ended and the screen does not know it yet: on a busy machine that takes a while."""
    app = maak_app(tmp_path)
    keren: list[int] = []

    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)
        stuur = scherm.post_message

        def met_een_enter_ervoor(bericht: Message) -> bool:
            if isinstance(bericht, Vandaag.Uitkomst) and len(keren) < 2:
                scherm.doe(schrijf)
            return stuur(bericht)

        def schrijf(_sessie: Any) -> None:
            keren.append(1)

        monkeypatch.setattr(scherm, "post_message", met_een_enter_ervoor)
        scherm.doe(schrijf)
        await wacht(pilot)
        assert keren == [1]
        scherm.doe(schrijf)
        await wacht(pilot)
        assert keren == [1, 1], "afterwards it may be done again"


async def test_locking_and_quitting_wait_for_a_write(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    volgorde: list[str] = []

    def schrijf(sessie: Any) -> None:
        time.sleep(0.2)
        volgorde.append("geschreven" if not sessie.gesloten else "te laat")

    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)
        scherm.doe(schrijf, bij_klaar=lambda _: volgorde.append("antwoord"))
        await pilot.press("ctrl+l")
        assert "Niets" not in tekst_van(app), "the screen empties at once"
        await wacht_op(pilot, lambda: not app.is_open)
        assert volgorde == ["geschreven", "antwoord"]
        assert app._schrijvend == 0


async def test_the_answer_of_a_write_is_not_lost_by_leaving_the_screen(tmp_path: Path) -> None:
    app = maak_app(tmp_path)

    def weiger(_sessie: Any) -> None:
        time.sleep(0.1)
        raise KernteamError("Dit mag niet.", "Vraag eerst.")

    async with open_app(app, "aanmelding") as pilot:
        scherm = app.screen
        assert isinstance(scherm, Formulier)
        scherm.doe(weiger)
        scherm.terug()
        await wacht_op(pilot, lambda: "Dit mag niet." in tekst_van(app))
        assert app._schrijvend == 0


async def test_quitting_does_not_wait_for_a_question_nobody_asks_any_more(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    begonnen, los = threading.Event(), threading.Event()
    beantwoord: list[bool] = []

    def vraag(_sessie: Any) -> None:
        begonnen.set()
        beantwoord.append(los.wait(GEDULD))

    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)
        scherm.lees(vraag, bij_klaar=lambda _: None)
        await wacht_op(pilot, begonnen.is_set)
        app.stop()
        await pilot.pause()
    assert beantwoord == [], "the program has ended, and the question still waits"
    los.set()
