"""Pieces of text that every paper is made of."""

from __future__ import annotations

import pytest

from kernteam_tui.exchange.tekstdelen import (
    Alinea,
    Stuk,
    maak_alineas,
    op_schaal,
    schaal_in_woorden,
    taalcode,
)

ARABISCH = "أريد أن تذهب ابنتي إلى المدرسة"
WOORDEN = {"uitleg": "Nu {nu}, wens {gewenst}", "uitleg_nu": "Nu {nu}", "uitleg_gewenst": "Wens {gewenst}"}


def test_the_lines_of_a_text_become_paragraphs_that_run_as_they_are_written() -> None:
    alineas = maak_alineas(f"Moeder belt.\r\n\n  {ARABISCH} 06-12345678\n")
    assert [alinea.richting for alinea in alineas] == ["ltr", "rtl"]
    assert alineas[0].tekst == "Moeder belt."
    assert alineas[1].tekst == f"{ARABISCH} \u206606-12345678\u2069"


def test_a_text_runs_as_its_first_paragraph_does() -> None:
    assert Stuk("ar", maak_alineas(f"{ARABISCH}\nOma belt.")).richting == "rtl"
    assert Stuk("nl", maak_alineas(f"Oma belt.\n{ARABISCH}")).richting == "ltr"
    assert Stuk("nl", ()).richting == "ltr"
    assert Stuk("nl", (Alinea("een", "ltr"), Alinea("twee", "ltr"))).teksten == ("een", "twee")


@pytest.mark.parametrize(
    ("nu", "gewenst", "zin"),
    [(4, 7, "Nu 4, wens 7"), (0, None, "Nu 0"), (None, 10, "Wens 10"), (None, None, "")],
)
def test_the_scale_is_told_in_words(nu: int | None, gewenst: int | None, zin: str) -> None:
    assert schaal_in_woorden(nu, gewenst, WOORDEN) == zin


@pytest.mark.parametrize(("cijfer", "blijft"), [(0, 0), (10, 10), (11, None), (-1, None), (None, None)])
def test_a_number_outside_the_scale_is_no_number(cijfer: int | None, blijft: int | None) -> None:
    assert op_schaal(cijfer) == blijft


@pytest.mark.parametrize("taal", ["", "nl-NL", "Turks", 'nl" onload="x', "n"])
def test_what_is_no_code_of_a_language_becomes_that_of_the_paper(taal: str) -> None:
    assert taalcode(taal, "nl") == "nl"
    assert taalcode("tr", "nl") == "tr"
    assert taalcode("tig", "nl") == "tig"
