"""A drawing with one item marked: walked, clicked, kept in sight; and a row of a list marked from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual.app import App, ComposeResult

from kernteam_tui.domain.celtekst import Stuk
from kernteam_tui.widgets.tabel import PER_BLADZIJDE, Kolom, Rij, Tabel
from kernteam_tui.widgets.tekenvlak import Tekenvlak

BREED, HOOG = 100, 60


@dataclass(frozen=True)
class Hoeken:
    """Four items in the corners of a wide and high drawing; two names are markup, were it read."""

    regels: tuple[str, ...]
    plekken: Mapping[str, Stuk]

    def buur(self, sleutel: str, richting: str, /) -> str:
        verder = {"links": "LO", "rechts": "RO", "boven": "LB", "onder": "LO"}
        return verder[richting] if sleutel in self.plekken else sleutel


class Proefvlak(Tekenvlak[Hoeken]):
    """Shows what it is given."""

    def __init__(self) -> None:
        super().__init__(id="vlak")
        self.leeg = False

    def maak_beeld(self, breedte: int, hoogte: int) -> Hoeken | None:
        del breedte, hoogte
        if self.leeg:
            return Hoeken((), {})
        boven = "[b]" + " " * (BREED - 7) + "[/x]"
        plekken = {
            "LB": Stuk(0, 0, 3),
            "RB": Stuk(0, BREED - 4, 4),
            "LO": Stuk(HOOG - 1, 0, 3),
            "RO": Stuk(HOOG - 1, BREED - 4, 4),
        }
        return Hoeken((boven, *[""] * (HOOG - 2), boven), plekken)

    def stukken(self, sleutel: str) -> Sequence[Stuk]:
        return (self.beeld.plekken[sleutel],) if self.beeld is not None else ()

    def kleuren(self) -> Iterator[tuple[Stuk, str]]:
        yield from ()


class Proefapp(App[None]):
    def compose(self) -> ComposeResult:
        yield Proefvlak()
        yield Tabel((Kolom("naam", "Naam"),), "leeg", id="lijst")


def vlak(app: App[Any]) -> Proefvlak:
    return app.query_one(Proefvlak)


async def test_the_marked_item_is_walked_to_and_in_sight() -> None:
    app = Proefapp()
    async with app.run_test(size=(40, 20)) as pilot:
        vlak(app).focus()
        vlak(app).teken()
        await pilot.pause()
        assert vlak(app).sleutel == "LB"
        await pilot.press("end")
        await pilot.pause()
        assert vlak(app).sleutel == "RO"
        scroll = vlak(app).scroll_offset
        assert scroll.x > 0
        assert scroll.y > 0
        await pilot.press("up")
        await pilot.pause()
        assert vlak(app).sleutel == "LB"
        assert vlak(app).scroll_offset == (0, 0)


async def test_the_place_is_kept_for_after_locking_and_a_click_marks() -> None:
    app = Proefapp()
    async with app.run_test(size=(120, 140)) as pilot:
        vlak(app).teken()
        vlak(app).cursor_location = (2,)
        assert vlak(app).sleutel == "LO"
        assert vlak(app).cursor_location == (2,)
        vlak(app).cursor_location = (99,)
        assert vlak(app).sleutel == "RO"
        await pilot.pause()
        tekst = vlak(app).query_one("Tekst").region
        await pilot.click(offset=(tekst.x + 1, tekst.y))
        assert vlak(app).sleutel == "LB"


async def test_an_empty_drawing_has_no_mark_and_takes_every_key() -> None:
    app = Proefapp()
    async with app.run_test(size=(40, 20)) as pilot:
        vlak(app).leeg = True
        vlak(app).teken()
        vlak(app).focus()
        await pilot.press("up", "left", "home", "end")
        assert vlak(app).sleutel is None
        assert vlak(app).cursor_location == ()


async def test_a_row_is_marked_from_outside_also_on_another_page() -> None:
    app = Proefapp()
    async with app.run_test(size=(40, 20)) as pilot:
        lijst = app.query_one(Tabel)
        lijst.vul([Rij(str(nummer), (f"rij {nummer}",)) for nummer in range(2 * PER_BLADZIJDE)])
        await pilot.pause()
        for sleutel in ("7", str(PER_BLADZIJDE + 5), "0"):
            lijst.markeer(sleutel)
            await pilot.pause()
            assert lijst.sleutel == sleutel
        lijst.markeer("nergens")
        assert lijst.sleutel == "0"
