"""A text area that keeps its drawn lines looks, after whatever is done to it, as one that draws each anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, TextArea

from kernteam_tui.widgets.regelvoorraad import MEEST
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak

ALINEA = "Moeder vertelt dat het deze week beter ging (hij sliep door), en dat oma hem belde."
STUKKEN = ("a", "een heel woord ", "\n", "\n\n", "(", ")", "[]", "\t", "é😀", "مرحبا 030 286 00 00", ALINEA)


class Overtekenaar(Schrijfvlak):
    """Looks its style up and draws every line each time, as a TextArea does."""

    def render_line(self, y: int) -> Strip:
        self.stijlbeurt += 1
        return TextArea.render_line(self, y)


class Naast(App[None]):
    """Both with the same text in the same size."""

    CSS = "Schrijfvlak { height: 12; } #ander { height: 3; }"

    def compose(self) -> ComposeResult:
        yield Schrijfvlak("", id="voorraad")
        yield Overtekenaar("", id="telkens")
        yield Input(id="ander")

    def vlakken(self) -> tuple[TextArea, TextArea]:
        return self.query_one("#voorraad", TextArea), self.query_one("#telkens", TextArea)


def _plek(vlak: TextArea, kans: random.Random) -> tuple[int, int]:
    rij = kans.randrange(vlak.document.line_count)
    return rij, kans.randint(0, len(vlak.document.get_line(rij)))


def _schrijf(vlak: TextArea, kans: random.Random) -> None:
    vlak.insert(kans.choice(STUKKEN), _plek(vlak, kans))


def _typ(vlak: TextArea, kans: random.Random) -> None:
    vlak.insert(kans.choice(STUKKEN))


def _haal_weg(vlak: TextArea, kans: random.Random) -> None:
    vlak.delete(_plek(vlak, kans), _plek(vlak, kans))


def _verplaats(vlak: TextArea, kans: random.Random) -> None:
    vlak.move_cursor(_plek(vlak, kans), select=kans.random() < 0.4)


def _laad(vlak: TextArea, kans: random.Random) -> None:
    vlak.load_text("\n".join(kans.choices(STUKKEN, k=kans.randrange(30))))


def _terug(vlak: TextArea, _kans: random.Random) -> None:
    vlak.undo()


def _wijs(vlak: TextArea, kans: random.Random) -> None:
    vlak.read_only = kans.random() < 0.5


DADEN: tuple[Callable[[TextArea, random.Random], None], ...] = (
    _schrijf,
    _typ,
    _typ,
    _haal_weg,
    _verplaats,
    _verplaats,
    _laad,
    _terug,
    _wijs,
)


def _beeld(vlak: TextArea) -> list[tuple[tuple[str, str], ...]]:
    vlak.render_lines(vlak.size.region)
    regels = [vlak.render_line(y) for y in range(vlak.size.height)]
    return [tuple((deel.text, str(deel.style)) for deel in regel) for regel in regels]


async def _zet_om(pilot: Pilot[Any], kans: random.Random) -> None:
    """Another window, theme, focus or place in the text."""
    app = pilot.app
    welk = kans.randrange(4)
    if welk == 0:
        await pilot.resize_terminal(kans.choice((30, 60, 90)), kans.choice((28, 32)))
    elif welk == 1:
        app.theme = kans.choice(("textual-dark", "textual-light", "nord"))
    elif welk == 2:
        app.query_one(kans.choice(("#voorraad", "#telkens", "#ander"))).focus()
    else:
        naar = kans.randrange(40)
        for vlak in app.query(TextArea):
            vlak.scroll_to(y=naar, animate=False)
    await pilot.pause()


def _zelfde_stand(voorraad: TextArea, telkens: TextArea) -> None:
    """The same place in the text; focus and the style of it are compared apart, by giving both none."""
    telkens.scroll_to(y=voorraad.scroll_offset.y, animate=False, force=True)


@pytest.mark.parametrize("zaad", range(6))
async def test_it_looks_as_if_drawn_anew(zaad: int) -> None:
    kans = random.Random(zaad)
    app = Naast()
    async with app.run_test(size=(60, 32)) as pilot:
        voorraad, telkens = app.vlakken()
        app.query_one("#ander").focus()
        for _ in range(60):
            doe, zaadje = kans.choice(DADEN), kans.random()
            for vlak in (voorraad, telkens):
                doe(vlak, random.Random(zaadje))
            if kans.random() < 0.3:
                await _zet_om(pilot, kans)
                app.query_one("#ander").focus()
            await pilot.pause()
            _zelfde_stand(voorraad, telkens)
            await pilot.pause()
            assert voorraad.text == telkens.text
            assert _beeld(voorraad) == _beeld(telkens), doe.__name__


async def test_the_colours_follow_the_focus_and_the_theme() -> None:
    app = Naast()
    async with app.run_test(size=(60, 32)) as pilot:
        voorraad, telkens = app.vlakken()
        for vlak in (voorraad, telkens):
            vlak.load_text("\n".join([ALINEA] * 4))
            vlak.move_cursor((3, 0))
        beelden = []
        for wie in ("#voorraad", "#ander"):
            for thema in ("textual-dark", "textual-light"):
                app.theme = thema
                app.query_one(wie).focus()
                await pilot.pause()
                beelden.append(_beeld(voorraad)[0])
                app.query_one("#telkens" if wie == "#voorraad" else "#ander").focus()
                await pilot.pause()
                assert beelden[-1] == _beeld(telkens)[0], (wie, thema)
        assert len(set(beelden)) == len(beelden), "four different looks"


async def test_only_the_line_of_the_cursor_is_drawn_anew_at_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    getekend: list[int] = []
    teken = TextArea._render_line

    def tel(self: TextArea, y: int) -> Strip:
        getekend.append(y)
        return teken(self, y)

    app = Naast()
    async with app.run_test(size=(60, 32)) as pilot:
        voorraad, _ = app.vlakken()
        voorraad.load_text("\n".join(["kort"] * 8))
        voorraad.focus()
        await pilot.pause()
        monkeypatch.setattr(TextArea, "_render_line", tel)
        voorraad.move_cursor((4, 0))
        await pilot.press("x")
        getekend.clear()
        await pilot.press("y")
        assert "yxkort" in voorraad.text or "xykort" in voorraad.text
        assert {y for y in getekend if y < 8} == {4}


async def test_nothing_of_the_text_stays_behind() -> None:
    app = Naast()
    async with app.run_test(size=(60, 32)) as pilot:
        voorraad, _ = app.vlakken()
        assert isinstance(voorraad, Schrijfvlak)
        voorraad.load_text("\n".join(f"regel {nummer}" for nummer in range(MEEST * 2)))
        for y in range(0, MEEST * 2, 10):
            voorraad.scroll_to(y=y, animate=False, force=True)
            await pilot.pause()
        assert 0 < len(voorraad._voorraad._regels) <= MEEST
        await voorraad.remove()
        assert not voorraad._voorraad._regels
