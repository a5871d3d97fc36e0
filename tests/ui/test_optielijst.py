"""A list of options, before it has a place on the screen."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.widgets.optielijst import Optielijst, Uitklapveld


class Proef(App[None]):
    def compose(self) -> ComposeResult:
        yield Optielijst(*(Option(f"[/]{nummer}") for nummer in range(30)), id="lijst")


@pytest.mark.parametrize("toets", ["pagedown", "pageup"])
async def test_page_keys_in_a_window_too_small_for_the_list_do_nothing(toets: str) -> None:
    app = Proef()
    async with app.run_test(size=(40, 10)) as pilot:
        lijst = app.query_one(Optielijst)
        await pilot.press("down", "down")
        lijst.styles.height = 0
        lijst._clear_caches()
        await pilot.pause()
        await pilot.press(toets)
        assert lijst.highlighted == 2


class Uitklapproef(App[None]):
    def compose(self) -> ComposeResult:
        yield Uitklapveld([(Content(f"[/]{nummer}"), str(nummer)) for nummer in range(30)], id="veld")


async def test_a_page_key_right_after_opening_a_drop_down_does_no_harm() -> None:
    app = Uitklapproef()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("enter")
        lijst = app.screen.query_one(OptionList)
        assert lijst.has_focus
        lijst.styles.height = 0
        lijst.styles.border = None
        lijst._clear_caches()
        await pilot.pause()
        await pilot.press("pagedown", "escape")
        assert app.return_code is None
