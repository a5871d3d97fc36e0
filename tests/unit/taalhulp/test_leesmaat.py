"""One soft word for a whole text, never a level, and none for a short text (domain 5.3)."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.taalhulp.kijken import bekijk
from kernteam_tui.domain.taalhulp.leesmaat import flesch_douma, hoe_het_leest, tel_lettergrepen
from kernteam_tui.exchange.taallijst import read_taallijst

MAKKELIJK = "Sami gaat weer naar school. Oma belt hem wakker. Hij fietst met zijn broer. "
ZWAAR = (
    "Gemeentelijke organisaties bewerkstelligen gezamenlijke verantwoordelijkheden betreffende "
    "onderwijsondersteuning voor leerplichtige kinderen. "
)


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("school", 1),
        ("mooie", 2),
        ("ideeën", 3),
        ("radio", 3),
        ("evaluatie", 5),
        ("bureau", 2),
        ("Utrecht", 2),
    ],
)
def test_syllables_are_counted_by_their_sounds(woord: str, aantal: int) -> None:
    assert tel_lettergrepen(woord) == aantal


def test_the_formula_is_that_of_douma() -> None:
    assert flesch_douma(100, 10, 150) == pytest.approx(206.84 - 9.3 - 115.5)


def test_a_short_text_gets_no_word() -> None:
    assert hoe_het_leest(50, 5, 70) == ""
    assert hoe_het_leest(60, 2, 90) == ""
    assert bekijk(MAKKELIJK, read_taallijst()).leest == ""


def test_a_long_plain_text_reads_easily_and_officialese_does_not() -> None:
    assert bekijk(MAKKELIJK * 5, read_taallijst()).leest == "leest makkelijk"
    assert bekijk(ZWAAR * 6, read_taallijst()).leest == "leest zwaar"


def test_short_jargon_is_not_praised() -> None:
    """The formula calls it easy (planning-and-export 5): then nothing is said."""
    jargon = "De indicatie is er. De casus loopt. Het OPP is er. " * 6
    assert bekijk(jargon, read_taallijst()).leest == ""


def test_no_word_is_a_level() -> None:
    woorden = {
        hoe_het_leest(100, zinnen, lettergrepen)
        for zinnen in (3, 10, 30)
        for lettergrepen in range(100, 300, 10)
    }
    assert woorden == {"leest makkelijk", "leest gewoon", "leest wat zwaar", "leest zwaar"}
