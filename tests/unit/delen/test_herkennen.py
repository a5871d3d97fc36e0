"""Whose words, and whether a text says how to find somebody: how people write names and numbers."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.delen.herkennen import is_een_naam, noemt_ouder, verraadt, vindplaatsen, zegslieden
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht
from kernteam_tui.domain.huishouden import Bewoner, Huishouden


def gezin() -> Gezin:
    lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina", achternaam="Kaya")
    elif_ = Persoon(
        rol=PersoonRol.OUDER, roepnaam="Elif Kaya", geslacht=Geslacht.VROUW, telefoon="06-12345678"
    )
    murat = Persoon(rol=PersoonRol.OUDER, roepnaam="Murat Demir", email="murat@example.org")
    oma = Persoon(rol=PersoonRol.GEZINSLID, roepnaam="oma Zehra")
    made = Gezin(personen=[lina, elif_, murat, oma])
    made.ouderschappen = [Ouderschap(jongere_id=lina.id, ouder_id=ouder.id) for ouder in (elif_, murat)]
    huis = Huishouden(naam="bij moeder", straat="Kerkstraat 12-bis", postcode="3511 AB")
    made.huishoudens = [huis]
    made.bewoners = [Bewoner(huishouden_id=huis.id, persoon_id=wie.id) for wie in (lina, elif_)]
    return made


@pytest.mark.parametrize(
    ("van", "wie"),
    [
        ("Elif", ["Elif Kaya"]),
        ("elif kaya", ["Elif Kaya"]),
        ("Kaya", ["Lina Kaya", "Elif Kaya"]),
        ("mama", ["Elif Kaya", "Murat Demir"]),
        ("papa", ["Murat Demir"]),
        ("de ouders", ["Elif Kaya", "Murat Demir"]),
        ("Moeder van Lina", ["Elif Kaya", "Murat Demir"]),
        ("de mentor", []),
        ("", []),
    ],
)
def test_the_name_under_words_is_read_as_wide_as_it_can_be(van: str, wie: list[str]) -> None:
    """Of Murat nobody noted whether he is a man: so `mama` may be he, and his words are kept apart."""
    assert [persoon.naam for persoon in zegslieden(van, gezin())] == wie


@pytest.mark.parametrize(
    "tekst",
    [
        "bel 06-12345678",
        "bel 06 12 34 56 78",
        "bel +31 6 12345678",
        "0031612345678",
        "naar kerkstraat 12 bis",
        "3511ab",
        "Kerkstraat 12-BIS, achterom",
    ],
)
def test_a_number_or_address_is_seen_however_it_is_written(tekst: str) -> None:
    family = gezin()
    elif_ = family.personen[1]
    assert verraadt(tekst, vindplaatsen(family, [elif_.id]))


@pytest.mark.parametrize("tekst", ["bel 06-87654321", "naar de Kerkstraat", "op 12 mei 2026", ""])
def test_what_says_nothing_is_let_go(tekst: str) -> None:
    family = gezin()
    assert not verraadt(tekst, vindplaatsen(family, [family.personen[1].id]))


def test_everybody_has_only_the_own_places() -> None:
    family = gezin()
    assert vindplaatsen(family, [family.personen[2].id]) == ("murat@example.org",)
    assert vindplaatsen(family, []) == ()


@pytest.mark.parametrize(
    ("plek", "tekst", "gezien"),
    [
        ("06-12345678 (na 17 uur)", "bel 0612345678", True),
        ("06-12345678 030-2345678", "bel 06 1234 5678", True),
        ("06-12345678 030-2345678", "bel 030 2345678", True),
        ("06-12345678 (na 17 uur)", "bel na 17 uur", False),
        ("Zoë Visserstraat 4", "Zoe Visserstraat 4", True),
        ("Cafe\u0301laan 5", "café-laan 5", True),
        ("Dorpsstraat 4", "dorpsstr. 4", True),
        ("Ede", "de bus uit Ede", True),
        ("Ede", "iedereen mag mee", False),
        ("Hız Sokak 3", "hiz sokak 3", True),
        ("", "zomaar", False),
    ],
)
def test_a_place_is_seen_with_a_remark_an_accent_or_short(plek: str, tekst: str, gezien: bool) -> None:
    assert verraadt(tekst, [plek]) is gezien


@pytest.mark.parametrize("straat", ["Burg. Jansenlaan 5", "Oude Jansenlaan 12a"])
def test_of_a_secret_street_its_own_word_is_enough(straat: str) -> None:
    family = gezin()
    family.huishoudens[0].straat, family.huishoudens[0].geheim = straat, True
    assert verraadt("wachten bij de Jansenlaan", vindplaatsen(family, [family.personen[1].id]))


@pytest.mark.parametrize(
    ("tekst", "gezien"),
    [
        ("vriend van mama", True),
        ("vriend van Elif", True),
        ("stiefvader", True),
        ("trainer", False),
        ("oma Kaya", False),
    ],
)
def test_who_belongs_to_the_other_parent_is_seen(tekst: str, gezien: bool) -> None:
    family = gezin()
    assert noemt_ouder(tekst, family, [family.personen[1].id]) is gezien


@pytest.mark.parametrize(
    ("van", "is_naam"), [("Lisa", True), ("Het gezin", False), ("Wij samen", False), ("de mentor", False)]
)
def test_a_name_is_told_from_a_word_for_all(van: str, is_naam: bool) -> None:
    assert is_een_naam(van) is is_naam
