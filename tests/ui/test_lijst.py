"""The list of items of a few lines: walking, choosing, refilling, and what is drawn."""

from __future__ import annotations

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.content import Content

from kernteam_tui.widgets.lijst import Lijst


class Proef(App[None]):
    """A list of numbers; each takes two lines."""

    def __init__(self, aantal: int) -> None:
        super().__init__()
        self.aantal = aantal
        self.getekend: set[int] = set()
        self.gekozen: list[str] = []

    def compose(self) -> ComposeResult:
        yield Lijst[int](self.teken, "Niets te zien.\nMaak er een.", id="lijst")

    def on_mount(self) -> None:
        self.lijst.vul([(str(nr), nr) for nr in range(self.aantal)])

    @property
    def lijst(self) -> Lijst[int]:
        gevonden: Lijst[int] = self.query_one("#lijst", Lijst)
        return gevonden

    def teken(self, nummer: int, breed: int) -> tuple[Content, Content]:
        self.getekend.add(nummer)
        return Content(f"[/]x {nummer} " + "lang " * breed), Content("onder")

    @on(Lijst.Gekozen)
    def onthoud(self, event: Lijst.Gekozen) -> None:
        self.gekozen.append(event.sleutel)


def tekst(app: App[None]) -> list[str]:
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips(app.size)]


async def test_only_what_is_in_sight_is_drawn() -> None:
    app = Proef(5000)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert app.lijst.sleutel == "4999"
        assert "› [/]x 4999" in tekst(app)[8]
        assert tekst(app)[8].rstrip("▁▂▃▄▅▆▇█ ").endswith("…")
        assert len(app.getekend) < 50


@pytest.mark.parametrize(
    ("toetsen", "sleutel"),
    [
        (("down", "down", "up"), "1"),
        (("up",), "0"),
        (("pagedown",), "5"),
        (("pagedown", "pageup"), "0"),
        (("end", "down"), "19"),
        (("end", "home"), "0"),
    ],
)
async def test_walking_by_keys(toetsen: tuple[str, ...], sleutel: str) -> None:
    app = Proef(20)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press(*toetsen)
        assert app.lijst.sleutel == sleutel
        assert app.gekozen == []
        await pilot.press("enter")
        assert app.gekozen == [sleutel]


async def test_a_click_marks_and_a_second_click_chooses() -> None:
    app = Proef(20)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click("#lijst", offset=(5, 5))
        assert (app.lijst.sleutel, app.gekozen) == ("2", [])
        await pilot.click("#lijst", offset=(5, 4))
        assert app.gekozen == ["2"]


async def test_refilling_keeps_the_mark_on_the_same_item() -> None:
    app = Proef(20)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("down", "down")
        app.lijst.vul([("nieuw", 99), ("2", 2), ("3", 3)])
        assert app.lijst.sleutel == "2"
        app.lijst.vul([("3", 3)])
        assert (app.lijst.sleutel, app.lijst.item) == ("3", 3)


async def test_an_empty_list_says_what_to_do_and_takes_no_keys_amiss() -> None:
    app = Proef(0)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("down", "end", "pageup", "enter")
        await pilot.click("#lijst", offset=(5, 5))
        assert tekst(app)[:2] == ["Niets te zien.", "Maak er een."]
        assert (app.lijst.sleutel, app.lijst.item, app.gekozen) == (None, None, [])


class Vouwproef(Proef):
    """Narrow, an item takes two lines; with room for them, one."""

    def teken(self, nummer: int, breed: int) -> tuple[Content, ...]:  # type: ignore[override]  # more or fewer
        return (Content(str(nummer)),) if breed >= 60 else (Content(str(nummer)), Content("onder"))


async def test_a_window_made_wider_and_narrower_again_breaks_no_list_whose_items_fold() -> None:
    app = Vouwproef(20)
    async with app.run_test(size=(40, 10)) as pilot:
        for breed in (200, 61, 62, 63, 30, 120, 59):
            await pilot.resize_terminal(breed, 10)
            await pilot.pause()
        assert [regel.strip() for regel in tekst(app)[:2]] == ["› 0", "onder"]
