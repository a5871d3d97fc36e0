"""Cleaning words for paper and terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.schoontekst import isoleer, op_papier, richting, zonder_stuurtekens


def test_reversed_names_and_control_signs_lose_their_power() -> None:
    assert zonder_stuurtekens("naam\u202egnp \x00\x07\x1b[2J\ud800\ue000\ufeff") == "naamgnp [2J"


def test_an_emoji_newer_than_our_tables_stays_and_what_can_never_be_a_sign_goes() -> None:
    assert zonder_stuurtekens("x\U0001fae8\ufffe\ufdd0\U0010ffff") == "x\U0001fae8"


def test_line_ends_of_every_kind_become_one_kind() -> None:
    assert zonder_stuurtekens("a\r\nb\rc\u2028d\x0be\tf") == "a\nb\nc\nd\ne f"


def test_letters_are_composed_and_joiners_stay() -> None:
    assert zonder_stuurtekens("e\u0301e\u0301n \u0646\u200c\u062f") == "één \u0646\u200c\u062f"


def test_an_open_isolate_cannot_reach_the_words_after_it() -> None:
    assert zonder_stuurtekens("\u2067abc\ndef\u2069") == "\u2067abc\u2069\ndef"


@given(st.text())
def test_cleaning_twice_changes_nothing_and_keeps_every_letter(tekst: str) -> None:
    schoon = zonder_stuurtekens(tekst)
    letters = [teken for teken in unicodedata.normalize("NFC", tekst) if teken.isalnum()]
    assert zonder_stuurtekens(schoon) == schoon
    assert [teken for teken in schoon if teken.isalnum()] == letters


def test_signs_that_do_not_exist_in_the_fonts_become_a_box_once_reported() -> None:
    papier = op_papier("ja 😀 ❤\ufe0f 😀\n", {ord(teken) for teken in "ja "})
    assert papier.tekst == "ja □ □ □\n"
    assert papier.vervangen == ("😀", "❤")


def test_direction_follows_the_first_letter_and_numbers_keep_their_order() -> None:
    assert [richting(tekst) for tekst in ("12 abc", "06 مرحبا", "שלום", "")] == ["ltr", "rtl", "rtl", "ltr"]
    assert isoleer("اتصل 06-12345678 غدا 9:30-10:30.") == (
        "اتصل \u206606-12345678\u2069 غدا \u20669:30-10:30\u2069."
    )
