"""A text area takes back and puts back what was pasted, also where its scrollbar comes and goes with it."""

from __future__ import annotations

import random

import pytest
from textual import events
from textual.app import App, ComposeResult

from kernteam_tui.widgets.schrijfvlak import Schrijfvlak

REGELS = "".join(f"Regel {nummer} van het verhaal van oma.\n" for nummer in range(30))


class Blad(App[None]):
    """One text area of four lines."""

    CSS = "Schrijfvlak { height: 4; }"

    def compose(self) -> ComposeResult:
        yield Schrijfvlak("", id="vlak")

    @property
    def vlak(self) -> Schrijfvlak:
        return self.query_one("#vlak", Schrijfvlak)


async def test_many_pasted_lines_go_and_come_back() -> None:
    app = Blad()
    async with app.run_test(size=(40, 12)) as pilot:
        app.vlak.focus()
        app.post_message(events.Paste(REGELS))
        await pilot.pause()
        assert app.vlak.text == REGELS
        await pilot.press("ctrl+z")
        assert app.vlak.text == ""
        assert app.vlak.cursor_location == (0, 0)
        await pilot.press("ctrl+y")
        assert app.vlak.text == REGELS
        assert app.vlak.cursor_location == (30, 0)
        assert app.vlak.scroll_offset.y == app.vlak.max_scroll_y, "where the words are is in view"
        app.vlak.select_all()
        await pilot.press("x", "ctrl+z")
        assert app.vlak.text == REGELS
        await pilot.press("ctrl+y")
        assert app.vlak.text == "x"


async def test_ctrl_home_and_ctrl_end_go_to_the_ends_of_the_text() -> None:
    app = Blad()
    async with app.run_test(size=(40, 12)) as pilot:
        app.vlak.load_text(REGELS + "Slot")
        app.vlak.focus()
        await pilot.press("ctrl+end")
        assert app.vlak.cursor_location == (30, 4)
        await pilot.press("ctrl+home")
        assert app.vlak.cursor_location == (0, 0)


@pytest.mark.parametrize("zaad", range(4))
async def test_whatever_is_typed_pasted_and_taken_back(zaad: int) -> None:
    kans = random.Random(zaad)
    app = Blad()
    doen = (
        "ctrl+z",
        "ctrl+y",
        "ctrl+a",
        "backspace",
        "enter",
        "ctrl+end",
        "ctrl+home",
        "shift+down",
        "ctrl+k",
        "a",
    )
    async with app.run_test(size=(30, 8)) as pilot:
        app.vlak.focus()
        for _ in range(60):
            if kans.random() < 0.3:
                app.post_message(events.Paste(REGELS[: kans.randrange(len(REGELS))]))
                await pilot.pause()
            await pilot.press(kans.choice(doen))
        while app.vlak.history.undo_stack:
            await pilot.press("ctrl+z")
        assert app.vlak.text == ""
