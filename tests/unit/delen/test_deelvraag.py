"""Whose fact it is decides what it is; a label alone is not believed."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband, Verzocht
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval, Lezer

JONGERE, MOEDER, VADER, TANTE = "jongere", "moeder", "vader", "tante"


def gegeven_voor(
    gegeven: Gegeven,
    over_id: str,
    *,
    soort: LezerSoort = LezerSoort.OUDER,
    lezer_id: str = MOEDER,
    huisgenoten: frozenset[str] = frozenset(),
) -> Gegeven:
    lezer = Lezer(soort, lezer_id, huisgenoten=huisgenoten)
    return Deelvraag(
        Geval(lezer, Uitweg.BLADZIJDE, JONGERE, Leeftijdsband.VAN_12), Feit("feit", gegeven, over_id)
    ).gegeven


@pytest.mark.parametrize(
    ("gegeven", "over_id", "is_dan"),
    [
        (Gegeven.EIGEN_CONTACT, MOEDER, Gegeven.EIGEN_CONTACT),
        (Gegeven.EIGEN_CONTACT, VADER, Gegeven.CONTACT_ANDER),
        (Gegeven.EIGEN_CONTACT, "", Gegeven.CONTACT_ANDER),
        (Gegeven.CONTACT_ANDER, MOEDER, Gegeven.EIGEN_CONTACT),
        (Gegeven.CONTACT_ANDER, JONGERE, Gegeven.CONTACT_ANDER),
        (Gegeven.EIGEN_WOORDEN, VADER, Gegeven.WOORDEN_ANDER),
        (Gegeven.WOORDEN_ANDER, MOEDER, Gegeven.EIGEN_WOORDEN),
        (Gegeven.WOORDEN_ANDER, JONGERE, Gegeven.INHOUD),
        (Gegeven.WOORDEN_ANDER, "", Gegeven.WOORDEN_ANDER),
        (Gegeven.NETWERK_ANDER, MOEDER, Gegeven.INHOUD),
        (Gegeven.NETWERK_ANDER, VADER, Gegeven.NETWERK_ANDER),
        (Gegeven.INHOUD, "", Gegeven.INHOUD),
        (Gegeven.INHOUD, JONGERE, Gegeven.INHOUD),
        (Gegeven.INHOUD, VADER, Gegeven.DERDE),
        (Gegeven.BEKEND, TANTE, Gegeven.DERDE),
        (Gegeven.MELDCODE, MOEDER, Gegeven.MELDCODE),
        (Gegeven.DERDE, MOEDER, Gegeven.DERDE),
    ],
)
def test_the_ids_decide_what_a_fact_is(gegeven: Gegeven, over_id: str, is_dan: Gegeven) -> None:
    assert gegeven_voor(gegeven, over_id) is is_dan


def test_a_reader_without_an_id_owns_nothing() -> None:
    for gegeven in (Gegeven.EIGEN_CONTACT, Gegeven.EIGEN_WOORDEN):
        assert gegeven_voor(gegeven, "", lezer_id="") is not gegeven


def test_words_of_parents_under_one_roof_may_stand_on_one_page_but_nothing_else_of_them() -> None:
    samen = frozenset({VADER})
    assert gegeven_voor(Gegeven.WOORDEN_ANDER, VADER, huisgenoten=samen) is Gegeven.INHOUD
    assert gegeven_voor(Gegeven.WOORDEN_ANDER, TANTE, huisgenoten=samen) is Gegeven.WOORDEN_ANDER
    assert gegeven_voor(Gegeven.CONTACT_ANDER, VADER, huisgenoten=samen) is Gegeven.CONTACT_ANDER
    assert gegeven_voor(Gegeven.INHOUD, VADER, huisgenoten=samen) is Gegeven.DERDE


@pytest.mark.parametrize("soort", [LezerSoort.OUDER, LezerSoort.JONGERE])
def test_words_of_a_jongere_who_decides_stay_out_also_under_one_roof(soort: LezerSoort) -> None:
    lezer = Lezer(soort, MOEDER, huisgenoten=frozenset({"zus"}), beslissen_zelf=frozenset({"zus"}))
    geval = Geval(lezer, Uitweg.BLADZIJDE, JONGERE, Leeftijdsband.VAN_12)
    vraag = Deelvraag(geval, Feit("feit", Gegeven.EIGEN_WOORDEN, "zus"))
    assert vraag.gegeven is Gegeven.WOORDEN_ANDER


@pytest.mark.parametrize("soort", [LezerSoort.SCHOOL, LezerSoort.NETWERK, LezerSoort.DERDE])
def test_a_roof_is_shared_by_the_family_only(soort: LezerSoort) -> None:
    samen = frozenset({VADER})
    assert gegeven_voor(Gegeven.WOORDEN_ANDER, VADER, soort=soort, huisgenoten=samen) is Gegeven.WOORDEN_ANDER


def test_asking_for_one_piece_is_more_than_asking() -> None:
    geval = Geval(Lezer(LezerSoort.OUDER, MOEDER), Uitweg.AFSCHRIFT, JONGERE, Leeftijdsband.VAN_12)
    assert Deelvraag(geval, Feit("f", Gegeven.MELDCODE)).verzocht is Verzocht.GEEN
    assert Deelvraag(geval, Feit("f", Gegeven.MELDCODE, apart_gevraagd=True)).verzocht is Verzocht.APART
