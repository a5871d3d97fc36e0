"""A line of text: who comes in loses nothing by the first letter, and ctrl+z puts back what stood there."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.suggester import SuggestFromList

from kernteam_tui.widgets.invoer import Invoer
from tests.ui.hulpmiddel import wacht_op

STOND = "Mehmet Yılmaz"


class Blad(App[None]):
    """Two lines: one in which one goes on, one in which all is selected."""

    def __init__(self) -> None:
        super().__init__()
        self.elders = 0

    def compose(self) -> ComposeResult:
        yield Invoer(STOND, id="door", select_on_focus=False)
        yield Invoer(STOND, id="opnieuw")

    def on_mount(self) -> None:
        self._bindings.bind("ctrl+z", "elders")

    def action_elders(self) -> None:
        self.elders += 1

    def veld(self, naam: str) -> Invoer:
        return self.query_one(f"#{naam}", Invoer)


async def test_who_comes_in_by_tab_goes_on_behind_what_stands_there() -> None:
    app = Blad()
    async with app.run_test() as pilot:
        veld = app.veld("door")
        app.veld("opnieuw").focus()
        veld.value = "Fatma"  # by the program: the cursor does not stand at the end by itself
        veld.cursor_position = 0
        await pilot.press("shift+tab", "x")
        assert veld.value == "Fatmax"


@pytest.mark.parametrize("toetsen", ["abc", ("backspace",), ("ctrl+u", "x"), ("a", "backspace", "b")])
@pytest.mark.parametrize("naam", ["door", "opnieuw"])
async def test_ctrl_z_puts_back_what_stood_there_before_the_first_key(
    naam: str, toetsen: str | tuple[str, ...]
) -> None:
    app = Blad()
    async with app.run_test() as pilot:
        veld = app.veld(naam)
        veld.focus()
        await pilot.press(*toetsen)
        assert veld.value != STOND
        await pilot.press("ctrl+z")
        assert (veld.value, veld.cursor_position) == (STOND, len(STOND))
        await pilot.press("ctrl+z")
        assert (veld.value, app.elders) == (STOND, 0), "nothing else of the program is undone by it"


async def test_a_paste_and_a_completion_go_back_as_well() -> None:
    app = Blad()
    async with app.run_test() as pilot:
        veld = app.veld("opnieuw")
        veld.suggester = SuggestFromList(["Fatma Kaya"], case_sensitive=False)
        veld.focus()
        await pilot.press("f")
        await wacht_op(pilot, lambda: veld._suggestion == "Fatma Kaya")
        await pilot.press("right")
        assert veld.value == "Fatma Kaya"
        await pilot.press("ctrl+z")
        assert veld.value == STOND
        veld.select_all()
        app.post_message(events.Paste("Sami\nYılmaz"))
        await wacht_op(pilot, lambda: veld.value == "Sami Yılmaz")
        await pilot.press("ctrl+z")
        assert veld.value == STOND


async def test_it_is_of_this_visit_to_this_field() -> None:
    app = Blad()
    async with app.run_test() as pilot:
        veld = app.veld("door")
        veld.focus()
        await pilot.press("x", "tab", "shift+tab", "ctrl+z")
        assert veld.value == f"{STOND}x"


async def test_what_the_program_put_there_since_stays() -> None:
    app = Blad()
    async with app.run_test() as pilot:
        veld = app.veld("door")
        veld.focus()
        await pilot.press("x")
        veld.value = "iets van een ander onderdeel"
        await pilot.press("ctrl+z")
        assert veld.value == "iets van een ander onderdeel"
        await pilot.press("end", "y", "ctrl+z")
        assert veld.value == "iets van een ander onderdeel"


async def test_of_a_passphrase_nothing_is_kept() -> None:
    app = Blad()
    async with app.run_test() as pilot:
        veld = app.veld("door")
        veld.password = True
        veld.focus()
        await pilot.press("g", "e", "ctrl+u")
        assert STOND not in repr(vars(veld))
        await pilot.press("ctrl+z")
        assert (veld.value, app.elders) == ("", 0)
