"""Text counted in cells: what a drawing on the screen rests on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.celtekst import celbreedte, cellen, kort, letterplek

MERK = "\u0301"


@pytest.mark.parametrize(("tekst", "breed"), [("", 0), ("Ans", 3), (f"e{MERK}", 1), ("陳大文", 6)])
def test_a_letter_takes_no_cell_or_one_or_two(tekst: str, breed: int) -> None:
    assert celbreedte(tekst) == breed


def test_marks_stay_with_their_letter_also_before_the_first() -> None:
    assert list(cellen(f"Je{MERK}")) == ["J", f"e{MERK}"]
    assert list(cellen(f"{MERK}An")) == [f"{MERK}A", "n"]


@given(st.text(), st.integers(1, 20))
def test_a_name_is_never_wider_than_its_room_and_never_nothing(naam: str, breed: int) -> None:
    assert 0 < celbreedte(kort(naam, breed)) <= breed


def test_a_name_that_just_fits_is_whole() -> None:
    assert kort("Sami", 4) == "Sami"
    assert kort("Sami", 3) == "Sa…"


@given(st.text())
def test_no_letter_is_lost_and_each_takes_a_cell(tekst: str) -> None:
    delen = list(cellen(tekst))
    assert "".join(delen) == tekst
    assert all(celbreedte(deel) for deel in delen) or len(delen) == 1


def test_a_cell_leads_to_its_letter() -> None:
    regel = "陳 Anna"
    assert [letterplek(regel, cel) for cel in (0, 2, 3, 99)] == [0, 1, 2, len(regel)]
