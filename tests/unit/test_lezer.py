"""Whose words stand there, whether parents live apart, and whether a place gives somebody away."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.lezer import is_van, wonen_apart
from kernteam_tui.domain.plek import is_op_school, noemt_iemand, noemt_waarom


@pytest.mark.parametrize(
    ("wonen_bij", "apart"),
    [([], False), ([None], False), ([True, True], False), ([True, False], True), ([True, None], True)],
)
def test_parents_live_apart_unless_it_is_known_that_they_do_not(
    wonen_bij: list[bool | None], apart: bool
) -> None:
    assert wonen_apart(wonen_bij) is apart


@pytest.mark.parametrize(
    ("van", "naam", "zelfde"),
    [
        ("Fatma", "Fatma Yilmaz", True),
        ("fatma yilmaz", "Fatma Yilmaz", True),
        ("Fat", "Fatma", False),
        ("", "", False),
        ("Yilmaz", "Fatma Yilmaz", True),
        ("Sami Yilmaz", "Fatma Yilmaz", False),
    ],
)
def test_whose_words_these_are(van: str, naam: str, zelfde: bool) -> None:
    assert is_van(van, naam) is zelfde


@pytest.mark.parametrize(
    ("plek", "soort", "op_school"),
    [
        ("De Brug, kamer 1.12", GesprekSoort.STARTGESPREK, True),
        ("kamer 1.12", GesprekSoort.STARTGESPREK, True),
        ("1.12", GesprekSoort.STARTGESPREK, True),
        ("buurtteam Overvecht", GesprekSoort.EVALUATIE, True),
        ("Kerkstraat 5", GesprekSoort.STARTGESPREK, False),
        ("bij oma thuis", GesprekSoort.EVALUATIE, False),
        ("", GesprekSoort.STARTGESPREK, False),
        ("De Brug", GesprekSoort.HUISBEZOEK, False),
        ("de brug", GesprekSoort.STARTGESPREK, True),
        ("k. 12", GesprekSoort.STARTGESPREK, True),
        ("Schoolstraat 5", GesprekSoort.STARTGESPREK, False),
        ("Kamerlingh Onnesweg 7", GesprekSoort.STARTGESPREK, False),
        ("De Brugstraat 5", GesprekSoort.STARTGESPREK, False),
        ("Kerkstraat 1.12", GesprekSoort.STARTGESPREK, False),
        ("bij K. de Vries", GesprekSoort.EVALUATIE, False),
        ("thuis, kamer van Sami", GesprekSoort.EVALUATIE, False),
    ],
)
def test_a_home_address_never_counts_as_school(plek: str, soort: GesprekSoort, op_school: bool) -> None:
    assert is_op_school(plek, soort, "De Brug", ("1.12",)) is op_school


@pytest.mark.parametrize(
    ("plek", "noemt"),
    [
        ("kamer van Sami", True),
        ("lokaal van mevrouw YILMAZ", True),
        ("kamer bij 2026-014", True),
        ("kamer van de conciërge", False),
        ("kamer 1.12", False),
    ],
)
def test_a_place_that_names_somebody_is_seen(plek: str, noemt: bool) -> None:
    assert noemt_iemand(plek, ("Sami van den Berg", "Fatma Yilmaz", "2026-014")) is noemt


@pytest.mark.parametrize(
    ("plek", "zegt"),
    [
        ("De Brug, kamer 1.12, over het verzuim", True),
        ("kamer 1.12 i.v.m. thuis", True),
        ("lokaal 3 vanwege het pesten", True),
        ("k. 1.12 (wietgebruik)", True),
        ("De Brug, kamer 1.12", False),
        ("spreekkamer bij het Opvoedbureau", False),
        ("Ziekenhuis, polikliniek 4", False),
        ("lokaal tegenover de aula", False),
    ],
)
def test_a_place_that_says_why_people_talk_is_known(plek: str, zegt: bool) -> None:
    assert noemt_waarom(plek) is zegt
