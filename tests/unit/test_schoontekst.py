"""Cleaning words for paper and terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.schoontekst import (
    houd_nummers_heel,
    isoleer,
    op_papier,
    richting,
    voeg_in,
    zonder_stuurtekens,
)


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


def test_latin_words_beside_each_other_stay_in_their_order_in_arabic() -> None:
    assert isoleer("مدرسة Gerrit Rietveld، هاتف 06 12 34 56 78") == (
        "مدرسة \u2066Gerrit Rietveld\u2069، هاتف \u206606 12 34 56 78\u2069"
    )
    assert isoleer("السيدة Şahin و Éva") == "السيدة \u2066Şahin\u2069 و \u2066Éva\u2069"
    assert isoleer("هاتف +31 6 1234 + 5") == "هاتف \u2066+31 6 1234\u2069 + \u20665\u2069"


def test_a_number_in_a_dutch_line_with_arabic_keeps_its_order() -> None:
    assert (
        houd_nummers_heel("Mama: اتصل 06 12-34 om 9:30")
        == "Mama: اتصل \u206606 12-34\u2069 om \u20669:30\u2069"
    )
    assert houd_nummers_heel("Bel 06-1234") == "Bel 06-1234"


def test_what_runs_the_other_way_is_set_apart_in_a_line() -> None:
    assert voeg_in("نور", "ltr") == "\u2068نور\u2069"
    assert voeg_in("Noor", "rtl") == "\u2068Noor\u2069"
    assert voeg_in("24 آذار", "rtl") == "\u206824 آذار\u2069"
    assert (voeg_in("Noor 4", "ltr"), voeg_in("نور", "rtl"), voeg_in("", "rtl")) == ("Noor 4", "نور", "")
