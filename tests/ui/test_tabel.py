"""The mark of a table stays on whom it was put, whatever is measured or drawn in the meantime."""

from __future__ import annotations

from textual.app import App, ComposeResult

from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel

NAMEN = ("Fatma", "Ans", "Bea", "Cor")


class Proefapp(App[None]):
    def compose(self) -> ComposeResult:
        yield Tabel((Kolom("naam", "Naam"),), "leeg", id="lijst")


def rijen(*namen: str) -> list[Rij]:
    return [Rij(naam, (naam,)) for naam in namen]


async def test_rows_that_come_between_a_resize_and_its_drawing_are_not_walked_over() -> None:
    """Fatma and Ans, who was marked, are taken off while what stands under the table gets another height.

    Bea is marked now. The mark once went on to Cor, who came to stand where Ans stood, without a word.
    """
    app = Proefapp()
    async with app.run_test(size=(40, 12)) as pilot:
        tabel = app.query_one(Tabel)
        await pilot.pause()
        tabel.vul(rijen(*NAMEN))
        tabel.markeer("Ans")
        await pilot.pause()
        tabel.on_resize()
        tabel.vul(rijen("Bea", "Cor"))
        assert tabel.sleutel == "Bea"
        await pilot.pause()
        await pilot.pause()
        assert tabel.sleutel == "Bea"


async def test_the_mark_goes_along_with_whom_it_was_put_on() -> None:
    app = Proefapp()
    async with app.run_test(size=(40, 12)) as pilot:
        tabel = app.query_one(Tabel)
        await pilot.pause()
        tabel.vul(rijen(*NAMEN))
        tabel.markeer("Bea")
        await pilot.pause()
        tabel.on_resize()
        tabel.vul(rijen("Aad", *NAMEN))
        await pilot.pause()
        await pilot.resize_terminal(40, 5)
        await pilot.pause()
        assert tabel.sleutel == "Bea"


async def test_home_and_end_go_to_the_first_and_the_last_row() -> None:
    app = Proefapp()
    async with app.run_test(size=(40, 12)) as pilot:
        tabel = app.query_one(Tabel)
        await pilot.pause()
        tabel.vul(rijen(*NAMEN))
        tabel.query_one("#lijst-tabel").focus()
        await pilot.press("end")
        assert tabel.sleutel == "Cor"
        await pilot.press("home")
        assert tabel.sleutel == "Fatma"
