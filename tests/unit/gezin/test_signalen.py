"""Signals about the family: parents with gezag are told, a new schooljaar, a woongemeente elsewhere."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kernteam_tui.domain.codes import AfsluitSoort, GesprekSoort, GesprekStaat, JaNeeOnbekend
from kernteam_tui.domain.deelcodes import OverdrachtStap
from kernteam_tui.domain.feiten import CasusFeiten, OuderFeit
from kernteam_tui.domain.signalen import Signaal, bepaal_signalen
from tests.unit.feitenbouw import MAANDAG, beeld, feiten, gesprek

JA, ONBEKEND = JaNeeOnbekend.JA, JaNeeOnbekend.ONBEKEND
START = GesprekSoort.STARTGESPREK
MOEDER, VADER = OuderFeit("m", "Ayşe", JA), OuderFeit("v", "Kemal", JA)


def signaal(regel: str, facts: CasusFeiten, vandaag: date = MAANDAG) -> Signaal | None:
    return next((s for s in bepaal_signalen(beeld(facts, vandaag)) if s.regel == regel), None)


def gepland(dagen: int, soort: GesprekSoort = START) -> dict[str, Any]:
    return {"gesprekken": (gesprek(soort, GesprekStaat.GEPLAND, MAANDAG + timedelta(dagen)),)}


def test_a_father_with_gezag_who_does_not_know_is_told_before_the_first_talk() -> None:
    facts = feiten(ouders=(MOEDER, VADER), **gepland(3))
    found = signaal("ouder_informeren", facts)
    assert found is not None
    assert found.tekst == "2 ouders met gezag informeren"
    assert (found.uiterlijk, found.doel) == (MAANDAG + timedelta(3), "gezin")
    told = feiten(ouders=(MOEDER, OuderFeit("v", "Kemal", JA, MAANDAG)), **gepland(3))
    again = signaal("ouder_informeren", told)
    assert again is not None
    assert again.tekst == "ouder met gezag informeren"


@pytest.mark.parametrize(
    "anders",
    [
        gepland(8),
        {"gesprekken": ()},
        gepland(3, GesprekSoort.OVERLEG),
        {**gepland(3), "ouders": (OuderFeit("v", "Kemal", ONBEKEND), OuderFeit("m", "Ayşe", JA, MAANDAG))},
        {**gepland(3), "ouders": (MOEDER,), "ouders_weten": True},
        {**gepland(3), "afsluiting": AfsluitSoort.AFGESLOTEN, "afgesloten_op": MAANDAG},
    ],
    ids=[
        "nog ver weg",
        "geen gesprek",
        "alleen overleg",
        "gezag onbekend",
        "een ouder die het weet",
        "gesloten",
    ],
)
def test_no_one_has_to_be_told_yet(anders: dict[str, Any]) -> None:
    assert signaal("ouder_informeren", feiten(**{"ouders": (MOEDER, VADER), **anders})) is None


def test_after_a_talk_that_was_held_it_is_late_and_still_asked() -> None:
    was = gesprek(GesprekSoort.HUISBEZOEK, GesprekStaat.GEHOUDEN, date(2026, 11, 10))
    found = signaal("ouder_informeren", feiten(ouders=(MOEDER, VADER), gesprekken=(was,)))
    assert found is not None
    assert "huisbezoek was di 10 nov" in found.waarom
    assert found.uiterlijk == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("vandaag", "gevraagd", "vraagt"),
    [
        (date(2027, 7, 31), "", False),
        (date(2027, 8, 1), "", True),
        (date(2027, 8, 1), "2027-2028", False),
        (date(2028, 8, 1), "2027-2028", True),
        (date(2028, 2, 1), "2026-2027", True),
    ],
)
def test_from_the_first_of_august_klas_and_mentor_are_asked_anew(
    vandaag: date, gevraagd: str, vraagt: bool
) -> None:
    assert (signaal("klas_en_mentor", feiten(schooljaar=gevraagd), vandaag) is not None) is vraagt


def test_of_a_closed_casus_no_klas_is_asked() -> None:
    facts = feiten(afsluiting=AfsluitSoort.AFGESLOTEN, afgesloten_op=date(2027, 1, 1))
    assert signaal("klas_en_mentor", facts, date(2027, 9, 1)) is None


@pytest.mark.parametrize(
    ("anders", "vraagt"),
    [
        ({"woongemeente": "Zeist", "begeleiding_gestart": MAANDAG}, True),
        ({"woongemeente": "Zeist"}, False),
        ({"woongemeente": "Utrecht", "begeleiding_gestart": MAANDAG}, False),
        (
            {
                "woongemeente": "Zeist",
                "begeleiding_gestart": MAANDAG,
                "overdracht": (OverdrachtStap.BESPROKEN,),
            },
            False,
        ),
    ],
)
def test_help_to_somebody_from_elsewhere_is_discussed(anders: dict[str, Any], vraagt: bool) -> None:
    assert (signaal("woongemeente_bespreken", feiten(**anders)) is not None) is vraagt
