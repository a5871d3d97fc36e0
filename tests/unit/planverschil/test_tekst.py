"""Two texts beside each other: nothing is lost, and a person can read it."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.planverschil import tekst as module
from kernteam_tui.domain.planverschil.tekst import Soort, Stuk, vergelijk_tekst

TEKSTEN = st.text(st.sampled_from("ab é.,\n!?'-7"), max_size=60)


def kort(oud: str, nieuw: str) -> str:
    """`Sami komt [-twee][+drie] keer.`"""
    tekens = {Soort.GELIJK: "{}", Soort.WEG: "[-{}]", Soort.NIEUW: "[+{}]"}
    return "".join(tekens[stuk.soort].format(stuk.tekst) for stuk in vergelijk_tekst(oud, nieuw))


@pytest.mark.parametrize(
    ("oud", "nieuw", "gezien"),
    [
        ("", "", ""),
        ("Hetzelfde.", "Hetzelfde.", "Hetzelfde."),
        ("", "Hij slaapt weer.", "[+Hij slaapt weer.]"),
        ("Hij slaapt slecht.", "", "[-Hij slaapt slecht.]"),
        ("Sami komt twee keer.", "Sami komt drie keer.", "Sami komt [-twee ][+drie ]keer."),
        ("Een. Twee. Drie.", "Een. Drie. Vier.", "Een. [-Twee. ]Drie. [+Vier.]"),
        ("Zij wil dat niet.", "Zij wil het wel.", "Zij wil [-dat niet][+het wel]."),
        ("moeder-dochter", "moeder-zoon", "[-moeder-dochter][+moeder-zoon]"),
        ("Hij  is\nmoe.", "Hij is moe.", "Hij is moe."),
        ("Café om 8.30 uur", "Café om 9.30 uur", "Café om [-8][+9].30 uur"),
    ],
)
def test_what_went_stands_before_what_came_in_its_place(oud: str, nieuw: str, gezien: str) -> None:
    assert kort(oud, nieuw) == gezien


def test_a_single_equal_word_between_two_changes_is_part_of_the_change() -> None:
    assert kort("rood huis groen", "geel huis blauw") == "[-rood huis groen][+geel huis blauw]"
    assert kort("rood klein huis groen", "geel klein huis blauw") == (
        "[-rood ][+geel ]klein huis [-groen][+blauw]"
    )


def test_a_sentence_that_stayed_is_never_shown_as_changed() -> None:
    oud = "Zij werkt veel. Ja. Zij is moe."
    nieuw = "Hij werkt weinig. Ja. Hij is fit."
    assert Stuk(Soort.GELIJK, ". Ja. ") in vergelijk_tekst(oud, nieuw)


@given(TEKSTEN, TEKSTEN)
def test_no_letter_is_lost_on_either_side(oud: str, nieuw: str) -> None:
    stukken = vergelijk_tekst(oud, nieuw)
    assert _tekst(stukken, Soort.GELIJK, Soort.NIEUW) == nieuw
    assert _zonder_wit(_tekst(stukken, Soort.GELIJK, Soort.WEG)) == _zonder_wit(oud)


@given(TEKSTEN)
def test_a_text_beside_itself_did_not_change(tekst: str) -> None:
    assert {stuk.soort for stuk in vergelijk_tekst(tekst, tekst)} <= {Soort.GELIJK}


@given(TEKSTEN, TEKSTEN)
def test_two_neighbours_are_never_of_one_kind(oud: str, nieuw: str) -> None:
    soorten = [stuk.soort for stuk in vergelijk_tekst(oud, nieuw)]
    assert all(een is not ander for een, ander in pairwise(soorten))


def test_work_is_bounded_and_then_still_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ZINNEN_HOOGSTENS", 100)
    monkeypatch.setattr(module, "WOORDEN_HOOGSTENS", 100)
    rng = Random(7)
    oud, nieuw = (" ".join(rng.choice(["ja.", "nee."]) for _ in range(200)) for _ in range(2))
    stukken = vergelijk_tekst(oud, nieuw)
    assert len(stukken) <= 4
    assert _tekst(stukken, Soort.GELIJK, Soort.NIEUW) == nieuw


def _tekst(stukken: tuple[Stuk, ...], *soorten: Soort) -> str:
    return "".join(stuk.tekst for stuk in stukken if stuk.soort in soorten)


def _zonder_wit(tekst: str) -> str:
    return re.sub(r"\s", "", tekst)
