"""What stands between quotation marks is somebody's own words: never looked at, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.taalhulp.bevinding import Taalbeeld
from kernteam_tui.domain.taalhulp.citaten import VULLING, citaten, zonder_citaten
from kernteam_tui.domain.taalhulp.kijken import bekijk
from kernteam_tui.exchange.taallijst import read_taallijst

STUKKEN = st.sampled_from(
    [
        *(
            "Derhalve",
            "het OPP",
            "wordt besproken",
            "i.v.m.",
            "werd",
            "casus",
            "Lina",
            "Sami's",
            "'s ochtends",
        ),
        *(
            "„",
            "”",
            "“",
            '"',
            "‘",
            "’",
            "'",
            "«",
            "»",
            "\n",
            "\n\n",
            " ",
            ".",
            ",",
            "…",
            "- ",
            "(",
            ")",
            "dhr.",
        ),
        *(
            "13.30",
            "\r\n",
            "\x00",
            "\ufffc",
            "é",
            "İ",
            "ﬁ",
            "🙂",
            "\u202e",
            "ß",
            "OPP",
            "SWV",
            "[/]",
            "naar school",
        ),
    ]
)
TEKSTEN = (
    st.lists(STUKKEN, max_size=120).map(" ".join) | st.lists(STUKKEN, max_size=120).map("".join) | st.text()
)


def gezien(tekst: str) -> Taalbeeld:
    return bekijk(tekst, read_taallijst())


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Oma zegt „dat is fijn”.", ["„dat is fijn”"]),
        ("Oma zegt „dat is fijn“.", ["„dat is fijn“"]),
        ("Oma zegt “dat is fijn”.", ["“dat is fijn”"]),
        ('Oma zegt "dat is fijn".', ['"dat is fijn"']),
        ("Oma zegt «dat is fijn».", ["«dat is fijn»"]),
        ("Oma zegt ‘dat is fijn’.", ["‘dat is fijn’"]),
        ("Oma zegt 'dat is fijn'.", ["'dat is fijn'"]),
        ("Oma zegt 'de foto's van Kees zijn fijn'.", ["'de foto's van Kees zijn fijn'"]),
        ("'s Ochtends is Kees' fiets weg, en 't regent.", []),
        ("Sami’s broer en oma’s huis.", []),
        ('Zijn scherm is 5" groot.', []),
        ("Oma zegt „dat is fijn en", ["„dat is fijn en"]),
        ("Oma zegt „dat is\nfijn.” Mooi.", ["„dat is\nfijn.”"]),
        ("Oma zegt „dat is\n\nNieuw deel.", ["„dat is"]),
        ("Oma 'zegt\n\nNiets' meer.", []),
        ("Oma zegt „het is 'fijn' zo” en „mooi”.", ["„het is 'fijn' zo”", "„mooi”"]),
    ],
)
def test_quotes_are_seen_and_apostrophes_are_not(tekst: str, gevonden: list[str]) -> None:
    assert [tekst[begin:einde] for begin, einde in citaten(tekst)] == gevonden


def test_a_text_without_its_quotes_keeps_its_places() -> None:
    tekst = "Oma zegt: „Ik slaap.” Zij slaapt."
    leeg = zonder_citaten(tekst)
    assert len(leeg) == len(tekst)
    assert leeg == f"Oma zegt: {VULLING * 10}. Zij slaapt."


@given(TEKSTEN)
def test_every_place_is_in_the_text_and_none_in_a_quote(tekst: str) -> None:
    dicht = citaten(tekst)
    for b in gezien(tekst).bevindingen:
        assert 0 <= b.begin < b.einde <= len(tekst)
        assert b.woorden == tekst[b.begin : b.einde]
        assert b.zin[0] <= b.begin
        assert b.einde <= b.zin[1] <= len(tekst)
        assert b.advies
        assert "B1" not in b.advies
        for begin, einde in dicht:
            assert not begin <= b.begin < einde
            assert not begin <= b.einde - 1 < einde or tekst[b.einde - 1] in ".!?…”"


@given(TEKSTEN)
def test_looking_twice_gives_the_same(tekst: str) -> None:
    assert gezien(tekst) == gezien(tekst)


@given(st.text(alphabet=st.characters(exclude_characters="„“”«»\"‘'’\n")), TEKSTEN)
def test_words_of_somebody_change_nothing(citaat: str, tekst: str) -> None:
    """Other words between the same marks, as long and ending alike: the same remarks."""
    a = f"{tekst}\n\nZij zegt: „Derhalve {citaat} casus” en gaat."
    b = f"{tekst}\n\nZij zegt: „{'x' * len(f'Derhalve {citaat} casus')}” en gaat."
    plek = [(v.soort, v.begin, v.einde, v.advies) for v in gezien(a).bevindingen]
    assert plek == [(v.soort, v.begin, v.einde, v.advies) for v in gezien(b).bevindingen]
