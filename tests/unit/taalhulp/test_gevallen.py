"""Every row of the table by hand: what is found, and what is left alone."""

from __future__ import annotations

from collections import Counter

import pytest

from kernteam_tui.domain.taalhulp.bevinding import Taalsoort
from kernteam_tui.domain.taalhulp.kijken import bekijk
from kernteam_tui.exchange.taallijst import read_taallijst
from tests.unit.taalhulp.gevallen import NIET_WAAR, WAAR


def gevonden(tekst: str, soort: Taalsoort) -> list[str]:
    """The words of that kind that are found."""
    return [b.woorden for b in bekijk(tekst, read_taallijst()).bevindingen if b.soort is soort]


@pytest.mark.parametrize(("tekst", "soort", "woorden"), WAAR)
def test_what_a_family_may_stumble_over_is_found(tekst: str, soort: Taalsoort, woorden: str) -> None:
    assert gevonden(tekst, soort) == [woorden]


@pytest.mark.parametrize(("tekst", "soort"), NIET_WAAR)
def test_what_is_fine_is_left_alone(tekst: str, soort: Taalsoort) -> None:
    assert gevonden(tekst, soort) == []


def test_the_table_is_big_enough_and_has_more_of_what_must_stay_quiet() -> None:
    assert len(WAAR) >= 40
    assert len(NIET_WAAR) >= 60
    assert set(Counter(soort for _tekst, soort, _woorden in WAAR)) == set(Taalsoort)


def test_a_plan_in_plain_words_gets_no_remark() -> None:
    plan = (
        "Sami komt weer elke dag naar school. Oma belt hem wakker. Hij fietst met zijn broer.\n\n"
        "- Mentor belt op vrijdag\n- Moeder praat met de huisarts\n- Wij kijken op 3-12-2026 om 13.30 uur\n\n"
        "Hij werd 12 jaar in mei. Lina K. helpt. Zij wordt boos als het druk is. Bel 06-12345678."
    )
    assert bekijk(plan, read_taallijst()).bevindingen == ()


def test_the_findings_stand_in_the_order_of_the_text_and_name_their_sentence() -> None:
    tekst = "Lina slaapt. Het OPP wordt besproken. Derhalve belt oma."
    beeld = bekijk(tekst, read_taallijst())
    assert [b.woorden for b in beeld.bevindingen] == ["OPP", "wordt besproken", "Derhalve"]
    assert [tekst[slice(*b.zin)] for b in beeld.bevindingen] == [
        "Het OPP wordt besproken.",
        "Het OPP wordt besproken.",
        "Derhalve belt oma.",
    ]
    assert beeld.telling == "1 moeilijk woord · 1 afkorting · nog 1"


@pytest.mark.parametrize(
    ("tekst", "nieuw"),
    [
        ("Derhalve belt oma.", "Daarom belt oma."),
        ("Oma belt derhalve.", "Oma belt daarom."),
        ("Het OPP is klaar.", "Het plan van school (OPP) is klaar."),
        ("SWV belt.", "Samenwerkingsverband van scholen (SWV) belt."),
        ("Wij bellen i.v.m. school.", "Wij bellen vanwege school."),
        ("Dhr. Jansen belt.", "Meneer Jansen belt."),
        ("Lina dient te slapen.", "Lina moet slapen."),
        ("De discrepantie is groot.", "Het verschil is groot."),
    ],
)
def test_a_swap_fits_in_the_sentence(tekst: str, nieuw: str) -> None:
    (b,) = bekijk(tekst, read_taallijst()).bevindingen
    assert tekst[: b.begin] + b.vervanging + tekst[b.einde :] == nieuw
    assert bekijk(nieuw, read_taallijst()).bevindingen == ()


def test_a_separable_verb_is_not_swapped_where_it_stands() -> None:
    (b,) = bekijk("Wij consulteren de arts.", read_taallijst()).bevindingen
    assert (b.advies, b.vervanging) == ("Zeg liever: ‘om raad vragen’.", "")


def test_of_two_plain_words_each_stands_by_itself() -> None:
    (b,) = bekijk("Het traject is lang.", read_taallijst()).bevindingen
    assert b.advies == "Zeg liever: ‘de hulp’ of ‘de stappen’."


def test_a_preposition_is_not_swapped_where_the_plain_one_does_not_fit() -> None:
    """`Over school gaat het goed` is no Dutch; `vragen over school` is."""
    vooraan = bekijk("Met betrekking tot school gaat het goed.", read_taallijst()).bevindingen
    midden = bekijk("Zij heeft vragen met betrekking tot school.", read_taallijst()).bevindingen
    assert [b.vervanging for b in (*vooraan, *midden)] == ["", "over"]
    assert [b.vervanging for b in bekijk("M.b.t. school: zij gaat.", read_taallijst()).bevindingen] == [""]


def test_who_does_it_may_be_there_but_not_in_front() -> None:
    zonder, met = bekijk("Zij wordt gebeld. Zij wordt gebeld door de mentor.", read_taallijst()).bevindingen
    assert zonder.advies == "Wie doet dit? Schrijf dat erbij, in plaats van ‘wordt gebeld’."
    assert met.advies == "Begin met wie het doet, in plaats van ‘wordt gebeld’."


def test_after_an_explanation_the_abbreviation_may_stay() -> None:
    tekst = "Het OPP is klaar. Het ontwikkelingsperspectief (OPP) ligt bij school."
    assert gevonden(tekst, Taalsoort.AFKORTING) == []
    assert gevonden("Het OPP is klaar. Het OPP ligt bij school.", Taalsoort.AFKORTING) == ["OPP"]
