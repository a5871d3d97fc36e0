"""A name in the plan that nobody has any more, and who is somebody else."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.delen.melding import noemt_meldcode, noemt_melding
from kernteam_tui.domain.delen.oudenaam import kan_oude_naam_zijn, vreemde_woorden
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon


def gezin() -> Gezin:
    sami = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sami", achternaam="Yilmaz")
    liam = Persoon(rol=PersoonRol.JONGERE, roepnaam="Liam", achternaam="Yilmaz")
    fatma = Persoon(rol=PersoonRol.OUDER, roepnaam="Fatma", achternaam="Yilmaz")
    return Gezin(
        personen=[sami, liam, fatma], ouderschappen=[Ouderschap(jongere_id=sami.id, ouder_id=fatma.id)]
    )


BEKEND = ("Meester Bos", "Joke de Vries", "Ineke")


@pytest.mark.parametrize(
    "naam",
    [
        "Lisa",
        "lisa",
        "LISA",
        "Lisa en Fatma",
        "Fatma & Lisa",
        "Lisa, mama",
        "Lisa Bos",
        "Lïsa",
        "mevrouw Smeets",
    ],
)
def test_nobody_can_tell_who_this_is(naam: str) -> None:
    assert kan_oude_naam_zijn(naam, gezin(), BEKEND)


@pytest.mark.parametrize(
    "naam",
    [
        *(
            "",
            "  ",
            "wij",
            "Wij samen",
            "het hele gezin",
            "Sami",
            "sami en mama",
            "Liam",
            "de moeder van Sami",
        ),
        *("mentor", "Mentor", "Els (mentor)", "Els, mentor", "Els: jeugdarts", "leerplicht (Lia)", "school"),
        *("Joke", "joke de Vries", "mevrouw Bos", "meneer Bos", "Ineke en Fatma", "oma Ans", "de buren"),
        *("gezinswerker", "ik", "jeugdverpleegkundige", "trainer", "iemand van het buurtteam"),
    ],
)
def test_this_is_somebody(naam: str) -> None:
    assert not kan_oude_naam_zijn(naam, gezin(), BEKEND)


def test_the_strange_words_are_those_of_the_name() -> None:
    assert vreemde_woorden("Lisa Maria, en mama", gezin(), BEKEND) == {"lisa", "maria"}


@pytest.mark.parametrize(
    "tekst",
    [
        *("Veilig Thuis belde", "veiligthuis", "VEILIG-THUIS", "advies van VT", "de meldcode", "zorgmelding"),
        *("kindermishandeling", "huiselijk geweld", "Veilig thuis?\nadvies van Veilig Thuis"),
    ],
)
def test_this_names_the_meldcode(tekst: str) -> None:
    assert noemt_meldcode(tekst)
    assert noemt_melding(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["een melding gedaan", "politie", "Politieagent Kees", "de wijkagent", "aangifte", "crisisopvang"],
)
def test_this_may_be_about_safety(tekst: str) -> None:
    assert noemt_melding(tekst)
    assert not noemt_meldcode(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        *(
            "de aanmelding",
            "zich ziek melden",
            "afmelden",
            "veilig naar school",
            "thuis veilig",
            "Melda",
            "de agenda",
        ),
        *(
            "kinderopvang",
            "een ziekmelding",
            "verzuimmeldingen",
            "Hoe gaat het?\nVeilig thuis?\nJa.",
            "reagent",
        ),
    ],
)
def test_this_is_not(tekst: str) -> None:
    assert not noemt_melding(tekst)
