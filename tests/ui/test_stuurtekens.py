"""A hostile name on the screen commands nothing: no control sign reaches the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import ControlType, Segment
from textual.color import Color

from kernteam_tui.domain.namen import Naamwoorden
from kernteam_tui.schil.namen import Namenfilter
from kernteam_tui.schil.stuurtekens import Stuurtekenfilter
from kernteam_tui.schil.zeef import Zeef, Zeven
from tests.ui.hulpmiddel import maak_app, op_slot

ZWART = Color(0, 0, 0)
KWAAD = ("\x1b]0;gekaapt\x07", "\x1b]52;c;cm0gLXJm\x07", "\x1b[2J", "\x9b2J", "\x08\x7f\x00")


@pytest.mark.parametrize("teken", KWAAD, ids=ascii)
def test_a_line_loses_its_control_signs_and_keeps_its_width(teken: str) -> None:
    voor = [Segment("plan "), Segment(f"a{teken}b.pdf"), Segment("é 漢 \u200e", None)]
    na = Stuurtekenfilter().apply(voor, ZWART)
    assert all(ord(letter) >= 0x20 and not 0x7F <= ord(letter) < 0xA0 for s in na for letter in s.text)
    assert [segment.cell_length for segment in na] == [segment.cell_length for segment in voor]
    assert na[2] == voor[2]


def test_what_textual_itself_sends_passes() -> None:
    eigen = [Segment("\x1b[?25l", None, [(ControlType.HIDE_CURSOR, 0)]), Segment("x\x07")]
    assert Stuurtekenfilter().apply(eigen, ZWART) == [eigen[0], Segment("x")]


def test_a_plain_line_is_left_as_it_is() -> None:
    regel = [Segment("Noor belt morgen"), Segment("")]
    assert Stuurtekenfilter().apply(regel, ZWART) is regel


def test_a_sign_in_the_middle_of_a_name_does_not_uncover_it() -> None:
    regel = Stuurtekenfilter().apply([Segment("No\x07or")], ZWART)
    assert Namenfilter(Naamwoorden(["Noor"])).apply(regel, ZWART)[0].text == "N···"


async def test_it_is_there_before_the_store_is_open(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app):
        [zeef] = app.get_line_filters()
        assert isinstance(zeef, Zeef)
        assert any(isinstance(filter_, Stuurtekenfilter) for filter_ in zeef.filters)


def test_filters_together_do_what_they_do_one_by_one_and_stay_the_same_one() -> None:
    teken, namen = Stuurtekenfilter(), Namenfilter(Naamwoorden(["Noor"]))
    zeven = Zeven()
    zeef = zeven.samen(teken, namen)
    regel = [Segment("No\x07or"), Segment(" belt")]
    assert zeef.apply(regel, ZWART) == namen.apply(teken.apply(regel, ZWART), ZWART)
    assert zeef.apply(regel, ZWART)[0].text == "N···"
    assert zeven.samen(teken, namen) is zeef, "the lines that were drawn with it are kept"
    ander = zeven.samen(teken, Namenfilter(Naamwoorden(["Sem"])))
    assert ander is not zeef
    assert ander.apply(regel, ZWART)[0].text == "Noor"
