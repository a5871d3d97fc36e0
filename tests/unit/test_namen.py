"""What counts as telling who somebody is, in one line of text."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.namen import (
    Naamwoorden,
    woorden_van_half_getypt,
    woorden_van_naam,
    woorden_van_omschrijving,
)


def lees(regel: str, *namen: str) -> str:
    tekens = list(regel)
    for begin, eind in Naamwoorden(namen).plekken(regel):
        tekens[begin:eind] = ["·" if teken.isalnum() else teken for teken in regel[begin:eind]]
    return "".join(tekens)


@pytest.mark.parametrize(
    ("regel", "verborgen"),
    [
        ("Sami Yilmaz", "S··· Y·····"),
        ("SAMI", "S···"),
        ("Samí belde", "S··· belde"),
        ("Yılmaz", "Y·····"),
        ("Sami's moeder", "S···'s moeder"),
        ("Samis moeder", "S···· moeder"),
        ("Sami Yil…", "S··· ···…"),
        ("Sami Y…", "S··· ·…"),
        ("Yilmaz…", "Y·····…"),
        ("Samson…", "Samson…"),
        ("samen", "samen"),
        ("2026-014  Sami Y.  3B", "2026-014  S··· Y.  3B"),
        ("(Sami,Yilmaz)", "(S···,Y·····)"),
        ("Sami-Yilmaz", "S···-Y·····"),
    ],
)
def test_a_known_name_leaves_its_initial(regel: str, verborgen: str) -> None:
    assert lees(regel, "Sami", "Yilmaz") == verborgen


@pytest.mark.parametrize("breed", [20, 33, 60, 117])
def test_a_name_that_breaks_over_lines_is_hidden_on_each(breed: int) -> None:
    naam = ("kilometerslangenaam" * 12).capitalize()
    tekst = f"Selin {naam}"
    lines = [tekst[n : n + breed] for n in range(0, len(tekst), breed)]
    shown = "".join(letter for line in lines for letter in lees(line, "Selin", naam) if letter.isalpha())
    assert shown in ("S", "SK"), "the initial, and of what was cut off less than three letters"


def test_a_long_name_hides_no_word_in_the_middle_of_a_line_nor_a_short_one_at_its_edge() -> None:
    naam = "Balasubramaniamsen"
    assert lees("en de bala komt in", naam) == "en de bala komt in"
    assert lees("ma en papa", naam) == "ma en papa"


def test_a_short_name_hides_no_longer_word() -> None:
    assert lees("An staat aan de kant van Ans", "An") == "A· staat aan de kant van Ans"


def test_a_name_that_is_a_common_word_is_hidden_everywhere() -> None:
    assert lees("een roos voor Roos", "Roos") == "een r··· voor R···"


def test_letters_that_are_typed_in_two_signs_are_one_word() -> None:
    assert lees("Zoe\u0308 komt", "Zoë") == "Z··\u0308 komt"


@pytest.mark.parametrize(
    "nummer",
    [
        "06-12345678",
        "06 12 34 56 78",
        "0612345678",
        "+31 6 1234 5678",
        "+31(0)6-12345678",
        "0031612345678",
        "030-123 45 67",
        "06-1234…",
        "06 12 34",
        "12345678",
    ],
)
def test_a_phone_number_is_hidden_however_it_is_written_or_cut_off(nummer: str) -> None:
    assert not any(teken.isdigit() for teken in lees(f"bel {nummer}"))


@pytest.mark.parametrize(
    "regel",
    [
        "2026-014",
        "maandag 23 november 2026",
        "2026-11-23",
        "04-11-2026 10:00",
        "10:00-11:00",
        "09:00  2026-004",
        "11:00 2026-014 startgesprek",
        "di 24 nov 13:30",
        "k. 1.12",
        "bewaard 14:02:11",
        "Jeugdwet 7.3.5",
        "van 8 naar 10 op 3 dagen",
        "versie 3 van 12 november 2026",
    ],
)
def test_days_times_and_case_numbers_stay(regel: str) -> None:
    assert lees(regel) == regel


@pytest.mark.parametrize(
    ("regel", "verborgen"),
    [
        ("mail fatma.y@voorbeeld.nl even", "mail ·····.·@·········.·· even"),
        ("Kanaalstraat 12 b, 3531 AB Utrecht", "············ ·· ·, ···· ·· Utrecht"),
        ("woont Van Lennepkade 8-2", "woont Van ·········· ·-·"),
        ("op straat 3 keer gezien", "op straat 3 keer gezien"),
    ],
)
def test_mail_and_street_are_hidden(regel: str, verborgen: str) -> None:
    assert lees(regel) == verborgen


@pytest.mark.parametrize(
    ("naam", "achternaam", "woorden"),
    [
        ("Sami", False, ["Sami"]),
        ("van der Berg", True, ["Berg"]),
        ("El Idrissi-de Wit", True, ["Idrissi", "Wit"]),
        ("O'Brien", True, ["Brien"]),
        ("Ben", False, ["Ben"]),
        ("mevrouw Fatma el Amrani", False, ["Fatma", "Amrani"]),
        ("moeder", False, []),
        ("Marco (nieuwe vriend)", False, ["Marco"]),
        ("Ghassan Al Khatib", False, ["Ghassan", "Khatib"]),
        ("sami yilmaz", False, ["sami", "yilmaz"]),
        ("", False, []),
    ],
)
def test_the_words_of_a_name_without_its_small_ones(naam: str, achternaam: bool, woorden: list[str]) -> None:
    assert list(woorden_van_naam(naam, achternaam=achternaam)) == woorden


@pytest.mark.parametrize(
    ("omschrijving", "woorden"),
    [
        ("vriend van Zeynep", ["Zeynep"]),
        ("buurvrouw Els", ["Els"]),
        ("tante", []),
        ("De buurman van Oma", []),
        ("", []),
    ],
)
def test_a_name_in_what_somebody_is_called_by(omschrijving: str, woorden: list[str]) -> None:
    assert list(woorden_van_omschrijving(omschrijving)) == woorden


@pytest.mark.parametrize(
    ("naam", "woorden"),
    [
        ("te", []),
        ("Bo", []),
        ("Voor", []),
        ("Teu", ["Teu"]),
        ("Sami van der Met", ["Sami"]),
        ("Wil Kan", ["Wil", "Kan"]),
        ("é\u0301", []),
    ],
)
def test_of_a_name_that_may_be_half_typed_only_what_tells_who_it_is(naam: str, woorden: list[str]) -> None:
    assert list(woorden_van_half_getypt(naam)) == woorden
