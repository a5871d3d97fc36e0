"""A pilot waits for what an app does by itself, also in a thread, and not for what waits for the test."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from hashlib import pbkdf2_hmac

from textual.app import App
from textual.message import Message

from kernteam_tui.schil.draad import in_draad
from tests.geduld import GEDULD

LANG = 0.4
"""Seconds of work, far more than between two looks."""


class Stap(Message):
    """One of a row of messages that each send the next."""

    def __init__(self, nog: int) -> None:
        super().__init__()
        self.nog = nog


class Werkend(App[None]):
    """Does a piece of work in a thread, and hears of it by messages."""

    def __init__(self) -> None:
        super().__init__()
        self.gehoord = ""

    def doe(self, werk: Callable[[], object]) -> None:
        self.run_worker(self._doe(werk))

    async def _doe(self, werk: Callable[[], object]) -> None:
        await in_draad(werk)
        self.screen.post_message(Stap(5))

    def on_stap(self, bericht: Stap) -> None:
        if bericht.nog:
            self.screen.call_after_refresh(self.screen.post_message, Stap(bericht.nog - 1))
        else:
            self.gehoord = "klaar"


def zwoeg() -> None:
    """Work that lets the app go on."""
    eind = time.monotonic() + LANG
    while time.monotonic() < eind:
        pbkdf2_hmac("sha256", b"zin", b"zout", 10_000)


async def test_work_in_a_thread_and_the_messages_after_it_are_waited_for() -> None:
    app = Werkend()
    async with app.run_test() as pilot:
        app.doe(zwoeg)
        await pilot.pause()
        assert app.gehoord == "klaar"


async def test_what_waits_for_the_test_is_not_waited_for() -> None:
    app, los = Werkend(), threading.Event()
    async with app.run_test() as pilot:
        app.doe(lambda: los.wait(GEDULD))
        await pilot.pause()
        assert app.gehoord == ""
        los.set()
        await pilot.pause()
        assert app.gehoord == "klaar"
