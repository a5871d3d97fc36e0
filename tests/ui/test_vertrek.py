"""A field that is taken away while its screen is drawn does not end the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, TextArea

from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak

VELD = Region(0, 0, 12, 1)


class Formulier(App[None]):
    """Ours, and what they are made of."""

    def compose(self) -> ComposeResult:
        yield Schrijfvlak("Moeder belt oma")
        yield Invoer(placeholder="mentor")
        yield TextArea("Moeder belt oma")
        yield Input(placeholder="mentor")


@pytest.mark.parametrize("soort", [Schrijfvlak, Invoer])
async def test_a_field_that_is_taken_away_is_drawn_empty(soort: type[Widget]) -> None:
    app = Formulier()
    async with app.run_test() as pilot:
        veld = app.query_exactly_one(soort)
        veld.focus()
        await pilot.pause()
        assert veld.render_lines(VELD)[0].text.strip()
        await veld.remove()
        (regel,) = veld.render_lines(VELD)
    assert regel.text == " " * VELD.width


@pytest.mark.parametrize(
    ("soort", "teken"),
    [(TextArea, lambda veld: veld.render_lines(VELD)), (Input, lambda veld: veld.render_line(0))],
)
async def test_without_that_textual_falls_over(
    soort: type[Widget], teken: Callable[[Widget], object]
) -> None:
    app = Formulier()
    async with app.run_test() as pilot:
        veld = next(veld for veld in app.query(soort) if type(veld) is soort)
        await pilot.pause()
        await veld.remove()
        veld.notify_style_update()
        with pytest.raises(KeyError, match="COMPONENT_CLASSES"):
            teken(veld)
