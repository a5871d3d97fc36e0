"""The mark of a list stays where the worker was, also after she took a row away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content

from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.regelplek import plek_na
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel

NAMEN = ("Fatma", "Jo", "Lia", "Mo", "Sam")


class Twee(App[None]):
    """A list and a table with the same rows."""

    def compose(self) -> ComposeResult:
        yield Lijst[str](lambda naam, _: (Content(naam),), id="lijst")
        yield Tabel((Kolom("naam", "Naam"),), "Niemand.", id="tabel")

    def toon(self, *namen: str) -> None:
        self.query_one("#lijst", Lijst).vul([(naam, naam) for naam in namen])
        self.query_one("#tabel", Tabel).vul([Rij(naam, (naam,)) for naam in namen])

    def merken(self) -> tuple[str | None, str | None]:
        return self.query_one("#lijst", Lijst).sleutel, self.query_one("#tabel", Tabel).sleutel


@pytest.mark.parametrize(
    ("hier", "over", "daarna"),
    [
        ("Lia", ("Fatma", "Jo", "Mo", "Sam"), "Mo"),
        ("Sam", ("Fatma", "Jo", "Lia", "Mo"), "Mo"),
        ("Fatma", ("Jo", "Lia", "Mo", "Sam"), "Jo"),
        ("Lia", ("Mo", "Lia", "Fatma"), "Lia"),
        ("Lia", ("Fatma", "Jo", "Lia (ziek)", "Mo", "Sam"), "Lia (ziek)"),
        ("Lia", ("Noor", "Daan"), "Noor"),
        ("Mo", ("Sam",), "Sam"),
        ("Mo", (), None),
    ],
)
async def test_what_took_the_place_of_a_row_has_the_mark(
    hier: str, over: tuple[str, ...], daarna: str | None
) -> None:
    app = Twee()
    async with app.run_test() as pilot:
        app.toon(*NAMEN)
        app.query_one("#lijst", Lijst).gemarkeerd = NAMEN.index(hier)
        app.query_one("#tabel", Tabel).markeer(hier)
        app.toon(*over)
        await pilot.pause()
        assert app.merken() == (daarna, daarna)


async def test_other_columns_do_not_lose_the_place() -> None:
    app = Twee()
    async with app.run_test():
        app.toon(*NAMEN)
        tabel = app.query_one("#tabel", Tabel)
        tabel.markeer("Lia")
        tabel.zet_kolommen((Kolom("wie", "Wie"),))
        app.toon("Fatma", "Jo", "Mo", "Sam")
        assert tabel.sleutel == "Mo"


SLEUTELS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(SLEUTELS, SLEUTELS, st.sampled_from("abcdefgh"))
def test_the_mark_is_always_on_a_row(eerder: list[str], nu: list[str], hier: str) -> None:
    plek = plek_na(hier, eerder, nu)
    assert 0 <= plek < max(1, len(nu))
    if hier in nu:
        assert nu[plek] == hier


@given(SLEUTELS.filter(bool), st.data())
def test_taking_one_row_away_leaves_the_mark_at_its_number(eerder: list[str], data: st.DataObject) -> None:
    nummer = data.draw(st.integers(0, len(eerder) - 1))
    nu = [een for een in eerder if een != eerder[nummer]]
    assert plek_na(eerder[nummer], eerder, nu) == max(0, min(nummer, len(nu) - 1))
