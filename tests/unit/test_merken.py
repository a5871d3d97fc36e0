"""Feit, mening, citaat: words at the beginning of a paragraph, read and turned."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.alineaknip import LANG, is_lang, zoek_knip
from kernteam_tui.domain.merken import (
    UITLEG,
    Alinea,
    Merk,
    draai_merk,
    lees_alinea,
    lees_alineas,
    merk_van,
    verdeel,
    zonder_aanhaling,
)
from kernteam_tui.domain.taalhulp.citaten import VULLING, zonder_citaten

STUKKEN = st.lists(
    st.sampled_from(["Feit", "mening", "Citaat", " van ", "Sara", ":", "\n", " ", "\t", "Zij slaapt. ", "é"])
).map("".join)


@pytest.mark.parametrize(
    ("regel", "merk", "van", "tekst"),
    [
        ("Feit: Lina is drie dagen geweest.", Merk.FEIT, "", "Lina is drie dagen geweest."),
        ("Mening van Sara: het is te druk", Merk.MENING, "Sara", "het is te druk"),
        ("mening:het is te druk", Merk.MENING, "", "het is te druk"),
        ("  Citaat van oma Els :  „Ik bel haar.”", Merk.CITAAT, "oma Els", "„Ik bel haar.”"),
        ("Feitelijk: niets", None, "", "Feitelijk: niets"),
        ("Een mening: dat mag", None, "", "Een mening: dat mag"),
        ("Mening vanaf: 3", None, "", "Mening vanaf: 3"),
        (f"Citaat van {'x' * 61}: y", None, "", f"Citaat van {'x' * 61}: y"),
        ("Citaat van : y", None, "", "Citaat van : y"),
    ],
)
def test_a_mark_is_read_only_where_it_is_one(regel: str, merk: Merk | None, van: str, tekst: str) -> None:
    alinea = lees_alinea(regel)
    assert (alinea.merk, alinea.van, alinea.tekst) == (merk, van, tekst)
    assert merk_van(regel) is merk


def test_paragraphs_know_where_they_stand_and_empty_ones_do_not_count() -> None:
    tekst = "Zij slaapt beter.\n\n  \nFeit: drie dagen op school\nMening:\nCitaat van Lina: ja"
    alineas = lees_alineas(tekst)
    assert [alinea.tekst for alinea in alineas] == ["Zij slaapt beter.", "drie dagen op school", "ja"]
    assert [tekst[a.begin : a.einde] for a in alineas] == [
        "Zij slaapt beter.",
        "Feit: drie dagen op school",
        "Citaat van Lina: ja",
    ]


def test_the_mark_of_the_paragraph_at_the_cursor_turns_round_and_no_other() -> None:
    tekst = "eerste\n tweede\nderde"
    ronde = [tekst := draai_merk(tekst, 9) for _ in range(4)]
    assert ronde == [
        "eerste\n Feit: tweede\nderde",
        "eerste\n Mening: tweede\nderde",
        "eerste\n Citaat: tweede\nderde",
        "eerste\n tweede\nderde",
    ]


def test_a_name_stays_with_an_opinion_and_with_words_but_a_fact_is_nobodys() -> None:
    assert draai_merk("Mening van Sara: te druk", 3) == "Citaat van Sara: te druk"
    assert draai_merk("Citaat van Sara: te druk", 3) == "te druk"
    assert draai_merk("Feit van Sara: te druk", 3) == "Mening van Sara: te druk"
    assert Alinea("te druk", Merk.FEIT, "Sara").met_merk == "Feit: te druk"


@given(STUKKEN, st.integers(0, 200))
def test_turning_changes_one_paragraph_by_one_mark_and_keeps_its_words(tekst: str, plek: int) -> None:
    plek = min(plek, len(tekst))
    rij = tekst[:plek].count("\n")
    oud, nieuw = tekst.split("\n"), draai_merk(tekst, plek).split("\n")
    assert nieuw[:rij] + nieuw[rij + 1 :] == oud[:rij] + oud[rij + 1 :]
    volgorde = [None, Merk.FEIT, Merk.MENING, Merk.CITAAT]
    verwacht = volgorde[(volgorde.index(lees_alinea(oud[rij]).merk) + 1) % 4]
    if verwacht is not None:
        assert lees_alinea(nieuw[rij]).merk is verwacht
    assert lees_alinea(oud[rij]).tekst in nieuw[rij]


@given(STUKKEN.filter(lambda t: "\n" not in t and merk_van(t) is None))
def test_four_turns_are_none(regel: str) -> None:
    tekst = regel
    for _ in range(4):
        tekst = draai_merk(tekst, 0)
    assert tekst == regel


@given(STUKKEN)
def test_what_was_read_can_be_written_and_is_read_the_same(tekst: str) -> None:
    eerst = lees_alineas(tekst)
    weer = lees_alineas("\n".join(alinea.met_merk for alinea in eerst))
    zonder_naam_bij_feit = [(a.merk, "" if a.merk is Merk.FEIT else a.van) for a in eerst]
    if all(merk_van(a.tekst) is None for a in eerst):
        assert [(a.merk, a.van) for a in weer] == zonder_naam_bij_feit
        assert [a.tekst for a in weer] == [a.tekst for a in eerst]


def test_quotes_of_somebody_are_parted_from_the_rest() -> None:
    tekst = "Feit: drie dagen\nCitaat van Lina: „Ik ga”\nCitaat: wie zei dit?\nGewoon"
    citaten, rest = verdeel(lees_alineas(tekst))
    assert [(a.van, zonder_aanhaling(a.tekst)) for a in citaten] == [("Lina", "Ik ga")]
    assert rest == "Feit: drie dagen\nCitaat: wie zei dit?\nGewoon"


@pytest.mark.parametrize(
    ("met", "zonder"),
    [
        ("„Ik ga.”", "Ik ga."),
        ('"Ik ga."', "Ik ga."),
        ("‘Ik ga’ en ‘ik blijf’", "‘Ik ga’ en ‘ik blijf’"),
        ("Ik zei „ja”", "Ik zei „ja”"),
        ('""', '""'),
        ("„Ik zei ‘ja’”", "Ik zei ‘ja’"),
    ],
)
def test_one_pair_of_quotation_marks_around_all_of_it_goes(met: str, zonder: str) -> None:
    assert zonder_aanhaling(met) == zonder


def test_every_mark_has_its_sentence_for_the_worker() -> None:
    assert set(UITLEG) == set(Merk)


def test_plain_language_does_not_look_at_a_paragraph_of_words() -> None:
    tekst = "Derhalve.\nCitaat van Lina: Derhalve ga ik.\nFeit: derhalve."
    schoon = zonder_citaten(tekst)
    assert len(schoon) == len(tekst)
    assert schoon.count("erhalve") == 2
    assert schoon.split("\n")[1].strip(VULLING + ".") == "Citaat van Lina: "


# --- a paragraph that is too long -------------------------------------------------------------


def test_only_a_very_long_paragraph_is_long() -> None:
    assert not is_lang("x" * (LANG - 1))
    assert is_lang("x" * LANG)


def test_the_break_is_at_the_end_of_the_sentence_nearest_the_middle() -> None:
    regel = "Een korte zin. " + "Dhr. Kaya belde om 9.30 uur met dr. Bos. " * 6 + "Einde."
    knip = zoek_knip(regel)
    assert knip is not None
    voor, na = knip.op(regel).split("\n")
    assert voor.endswith("Bos.")
    assert na.startswith("Dhr. Kaya")
    assert f"{voor} {na}" == regel
    assert abs(len(voor) - len(regel) / 2) < 42


def test_both_halves_have_the_mark() -> None:
    knip = zoek_knip("Mening van Sara: het is druk. Het blijft druk.")
    assert knip is not None
    assert knip.op("Mening van Sara: het is druk. Het blijft druk.") == (
        "Mening van Sara: het is druk.\nMening van Sara: Het blijft druk."
    )


def test_without_a_sentence_it_breaks_at_white_and_without_white_not_at_all() -> None:
    knip = zoek_knip("aaa bbb ccc ddd")
    assert knip is not None
    assert knip.op("aaa bbb ccc ddd") == "aaa bbb\nccc ddd"
    assert zoek_knip("a" * 9000) is None
    assert zoek_knip("Feit: aaaa") is None


@given(STUKKEN.filter(lambda t: "\n" not in t))
def test_nothing_is_lost_by_a_break(regel: str) -> None:
    knip = zoek_knip(regel)
    if knip is not None:
        voor, na = knip.op(regel).split("\n")
        assert voor.strip()
        assert na.strip()
        kop = re.escape(knip.erbij[1:])
        assert re.sub(r"\s", "", voor + re.sub(f"^{kop}", "", na)) == re.sub(r"\s", "", regel)


def test_reading_is_quick_on_hostile_text() -> None:
    """Linear: ten times the text is about ten times the work, and far less than a hundred times."""
    tijden = []
    for lengte in (20_000, 200_000):
        begin = time.process_time()
        lees_alineas("Mening van " * lengte + "\n" + " \t" * lengte)
        tijden.append(time.process_time() - begin)
    assert tijden[1] < 50 * max(tijden[0], 0.001)
