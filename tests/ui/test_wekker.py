"""A timer goes off once, also where the machine was away at the moment that it began to run."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual import _time
from textual.app import App

from kernteam_tui.screens.dialogen import Redendialoog
from kernteam_tui.screens.slot import SlotScreen
from tests.ui.hulpmiddel import maak_app, op_slot, open_app, wacht_op, zet_schermen
from tests.ui.proefschermen import Vandaag

KORT = 0.01
LANG_WEG = 5.0
"""Seconds that pass between two lines of Textual."""


async def gaat_af(pilot: Any, wie: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is heard of a timer of this app or screen that the machine leaves alone at its begin."""
    gehoord: list[str] = []
    begonnen: list[float] = []
    klok = _time.get_time
    taak = wie.set_timer(KORT, lambda: gehoord.append("af"))._task

    def haperend() -> float:
        if asyncio.current_task() is not taak or begonnen:
            return klok()
        begonnen.append(klok() - LANG_WEG)
        return begonnen[0]

    monkeypatch.setattr(_time, "get_time", haperend)
    await wacht_op(pilot, taak.done)
    await pilot.pause()
    assert begonnen
    return gehoord


async def test_a_timer_of_textual_itself_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: when this fails, Textual has mended it."""
    app: App[None] = App()
    async with app.run_test() as pilot:
        assert await gaat_af(pilot, app, monkeypatch) == []


async def test_a_timer_of_the_app_and_of_the_lock_screen_goes_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with op_slot(maak_app(tmp_path)) as pilot:
        assert await gaat_af(pilot, pilot.app, monkeypatch) == ["af"]
        assert isinstance(pilot.app.screen, SlotScreen)
        assert await gaat_af(pilot, pilot.app.screen, monkeypatch) == ["af"]


async def test_a_timer_of_a_screen_goes_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag})
    async with open_app(maak_app(tmp_path)) as pilot:
        assert isinstance(pilot.app.screen, Vandaag)
        assert await gaat_af(pilot, pilot.app.screen, monkeypatch) == ["af"]


async def test_a_timer_of_a_dialog_goes_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is half typed there saves itself by one, as in a form."""
    async with open_app(maak_app(tmp_path)) as pilot:
        await pilot.app.push_screen(Redendialoog("Afzeggen", "Waarom?", "reden:proef", []))
        assert await gaat_af(pilot, pilot.app.screen, monkeypatch) == ["af"]
