"""Words cut into runs of one direction, for a program that asks it and one that reckons it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.schoontekst import isoleer, voeg_in
from kernteam_tui.exchange.word.woorden import Woorden, is_te_zien, kant_van, loopjes, taalmerk
from tests.exchange.word.lezer import zonder_richting

LRM, RLM = "\u200e", "\u200f"
ARABISCH = "اتصل بي"


def knip(tekst: str, kant: str) -> list[tuple[str, str]]:
    return [(loopje.tekst, loopje.richting) for loopje in loopjes(tekst, kant)]


def test_an_ordinary_line_is_one_run_without_a_mark() -> None:
    zin = "Bel 06-12345678 om 9:30, zegt Ayşe (oma)."
    assert knip(zin, "ltr") == [(zin, "ltr")]
    assert knip("", "ltr") == knip("", "rtl") == []


@pytest.mark.parametrize("nummer", ["06-12345678", "12-01-2027", "9:30-10:30", "+31 6 1234 5678", "1.12"])
def test_a_number_in_arabic_is_a_run_of_its_own_behind_a_mark(nummer: str) -> None:
    assert knip(f"{ARABISCH} {nummer}.", "rtl") == [
        (f"{ARABISCH} ", "rtl"),
        (f"{LRM}{nummer}", "ltr"),
        (f"{RLM}.", "rtl"),
    ]


def test_isolates_around_numbers_become_marks_for_word_does_not_know_them() -> None:
    assert knip(isoleer(f"{ARABISCH} 06-12345678."), "rtl") == [
        (f"{ARABISCH} ", "rtl"),
        (f"{LRM}06-12345678{LRM}", "ltr"),
        (f"{RLM}.", "rtl"),
    ]


def test_a_dutch_sentence_in_an_arabic_line_keeps_its_full_stop() -> None:
    assert knip(voeg_in("Nog niet nagekeken.", "rtl"), "rtl") == [
        (f"Nog niet nagekeken.{LRM}", "ltr"),
        (RLM, "rtl"),
    ]


def test_an_arabic_name_in_a_dutch_line_does_not_take_the_number_behind_it() -> None:
    assert knip(f"{voeg_in('محمد', 'ltr')}: 5 keer", "ltr") == [("محمد", "rtl"), (f"{LRM}: 5 keer", "ltr")]
    assert knip("محمد 5 keer", "ltr") == [("محمد", "rtl"), (f"{LRM} 5 keer", "ltr")]


def test_a_date_in_two_ways_goes_on_to_the_left_in_arabic() -> None:
    assert [kant for _, kant in knip("الجمعة 8 كانون الثاني 2027، 8/1", "rtl")] == [
        "rtl", "ltr", "rtl", "ltr", "rtl", "ltr",
    ]  # fmt: skip


def test_a_name_of_two_words_in_arabic_stays_in_its_order() -> None:
    assert ("Trajectum College, kamer 1.12", "ltr") in knip(
        f"{ARABISCH} Trajectum College, kamer 1.12", "rtl"
    )


def test_words_of_both_directions_keep_their_isolate() -> None:
    assert knip("a\u2068محمد b\u2069c", "ltr")[1][0].startswith("\u2067")


@given(
    st.text(alphabet=st.sampled_from("ab 0٣+-.()محمد\u2066\u2067\u2068\u2069\u200e\u200f,/")),
    st.sampled_from(["ltr", "rtl"]),
)
def test_cutting_never_loses_or_moves_a_sign(tekst: str, kant: str) -> None:
    geknipt = "".join(loopje.tekst for loopje in loopjes(tekst, kant))
    assert zonder_richting(geknipt) == zonder_richting(tekst)
    assert all(loopje.tekst for loopje in loopjes(tekst, kant))


@given(st.text(alphabet=st.sampled_from("ab 0+-.()محمد\u2066\u2068\u2069")), st.sampled_from(["ltr", "rtl"]))
def test_no_run_holds_letters_of_both_directions(tekst: str, kant: str) -> None:
    for loopje in loopjes(tekst, kant):
        anders = "محمد" if loopje.richting == "ltr" else "ab"
        assert not set(loopje.tekst) & set(anders)


def test_a_language_has_the_name_that_word_knows() -> None:
    assert [taalmerk(taal) for taal in ("nl", "tr", "ar", "en", "pl", "uk", "ti", "xx")] == [
        "nl-NL", "tr-TR", "ar-SA", "en-GB", "pl-PL", "uk-UA", "ti-ER", "xx",
    ]  # fmt: skip


def test_a_paragraph_runs_as_its_first_letter() -> None:
    assert kant_van((Woorden("1. "), Woorden("محمد Jan")), "ltr") == "rtl"
    assert kant_van((Woorden("06-12345678"),), "rtl") == "rtl"
    assert kant_van((Woorden("Jan محمد"),), "rtl") == "ltr"


def test_room_and_marks_cannot_be_seen() -> None:
    assert not is_te_zien(" \u00a0\u200d\u2066\u0301")
    assert is_te_zien(" ☐")
