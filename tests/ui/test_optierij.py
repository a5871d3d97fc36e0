"""Options in a row: an option is never broken in two."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from kernteam_tui.widgets.keuzes import Optierij

TEKSTEN = ("het gezin wilde later", "agenda van een partner", "wij hadden geen plek")


class Proefapp(App[None]):
    def compose(self) -> ComposeResult:
        yield Optierij(TEKSTEN, id="rij")


def regels(app: App[None]) -> list[str]:
    return [
        strip.text.strip() for strip in app.screen._compositor.render_strips(app.size) if strip.text.strip()
    ]


@pytest.mark.parametrize(
    ("breed", "verwacht"),
    [
        (100, ["   ".join(f"( ) {tekst}" for tekst in TEKSTEN)]),
        (60, [f"( ) {tekst}" for tekst in TEKSTEN]),
    ],
)
async def test_they_stand_under_each_other_where_a_line_is_too_short(breed: int, verwacht: list[str]) -> None:
    app = Proefapp()
    async with app.run_test(size=(breed, 10)) as pilot:
        await pilot.pause()
        assert regels(app) == verwacht


@pytest.mark.parametrize(("breed", "plek"), [(100, (60, 0)), (60, (5, 2))])
async def test_a_click_chooses_what_is_clicked(breed: int, plek: tuple[int, int]) -> None:
    app = Proefapp()
    async with app.run_test(size=(breed, 10)) as pilot:
        await pilot.pause()
        await pilot.click("#rij", offset=plek)
        assert app.query_one(Optierij).gekozen == 2


async def test_a_window_that_becomes_smaller_breaks_the_row() -> None:
    app = Proefapp()
    async with app.run_test(size=(100, 10)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(50, 10)
        await pilot.pause()
        assert len(regels(app)) == len(TEKSTEN)


async def test_space_ticks_what_an_arrow_came_to_and_never_another() -> None:
    app = Proefapp()
    async with app.run_test(size=(100, 10)) as pilot:
        rij = app.query_one(Optierij)
        rij.focus()
        for toets, gekozen in (
            *(("space", 0), ("space", -1), ("right", 0), ("right", 1), ("space", 1)),
            *(("space", -1), ("space", 1), ("right", 2), ("delete", -1), ("delete", -1)),
            *(("left", 0), ("backspace", -1)),
        ):
            await pilot.press(toets)
            assert rij.gekozen == gekozen, toets
