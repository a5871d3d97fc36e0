"""A family typed line by line: whom a line means, and what is said where that is not clear."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht
from kernteam_tui.domain.gezinsinvoer.naamgenoten import MEER_MENSEN, NIET_TE_RIJMEN, TWEEDE
from kernteam_tui.domain.gezinsinvoer.woorden import ROLLEN
from kernteam_tui.domain.verwantschap import wie_is
from tests.unit.gezin.gezinnen import heet, ouder, sami, typ

# --- a parent who is just a parent, as after an aanmelding ---------------------------------------------


def na_aanmelding(*namen: str) -> Gezin:
    """The family of Sami with these parents, of whom nobody noted more than that."""
    gezin, jongere = sami()
    for naam in namen:
        ouder(gezin, jongere, naam, JaNeeOnbekend.ONBEKEND)
    return gezin


def test_of_two_parents_one_known_as_father_the_other_is_the_mother() -> None:
    gezin = na_aanmelding("Ayşe", "Kemal")
    duidingen = typ(gezin, "Fatma oma via moeder", "Kemal vader")
    assert [duiding.fout for duiding in duidingen] == ["", ""]
    assert "moeder van Ayşe" in duidingen[0].wat
    assert gezin.ouders_van(heet(gezin, "Ayşe").id) == [heet(gezin, "Fatma")]
    assert heet(gezin, "Ayşe").geslacht is Geslacht.ONBEKEND, "what no line said is not filled in"


@pytest.mark.parametrize("ouders", [(), ("Ayşe",), ("Ayşe", "Kemal")])
def test_where_a_parent_is_only_a_parent_it_says_exactly_what_to_type(ouders: tuple[str, ...]) -> None:
    gezin = na_aanmelding(*ouders)
    [duiding] = typ(gezin, "oma via moeder")
    assert duiding.foutzin == (
        "Er staat nog niet wie de moeder is. Typ op een eigen regel de naam, met ‘moeder’ erachter."
    )


def test_and_doing_that_is_enough() -> None:
    gezin = na_aanmelding("Ayşe", "Kemal")
    duidingen = typ(gezin, "oma via moeder", "Ayşe moeder", "opa via vader")
    assert [duiding.fout for duiding in duidingen] == ["", "", ""]
    assert gezin.ouders_van(heet(gezin, "Ayşe").id) == [heet(gezin, "Oma")]
    assert gezin.ouders_van(heet(gezin, "Kemal").id) == [heet(gezin, "Opa")]


def test_a_mother_without_a_name_is_not_put_beside_a_parent_who_may_be_her() -> None:
    gezin = na_aanmelding("Ayşe")
    [duiding] = typ(gezin, "moeder 12-3-1981 gezag")
    assert "Typ de naam, met ‘moeder’ erachter" in duiding.fout
    kemal, moeder = typ(gezin, "Ayşe vader", "moeder 12-3-1981 gezag")
    assert kemal.fout == moeder.fout == ""
    assert len(gezin.ouders_van(heet(gezin, "Sami").id)) == 2


def test_nobody_has_a_tie_with_themselves() -> None:
    gezin = na_aanmelding()
    duidingen = typ(gezin, "Ayşe moeder", "Ayşe en moeder ruzie", "Sami broer")
    assert "twee keer dezelfde persoon" in duidingen[1].fout
    assert "Dit is de jongere zelf" in duidingen[2].fout
    assert gezin.relaties == []


# --- the jongere ------------------------------------------------------------------------------------------


def test_the_word_jongere_is_no_part_of_a_name() -> None:
    gezin, jongere = sami(achternaam="", geboortedatum=None)
    for regel in ("Sami de Ruiter jongere 14-1-2012", "jongere Sami de Ruiter", "jongere 0612345678"):
        [duiding] = typ(gezin, regel)
        assert (duiding.fout, duiding.wie, duiding.bekend) == ("", "Sami de Ruiter", True), regel
        assert "jongere" in duiding.wat
    assert gezin.personen == [jongere]
    assert (jongere.achternaam, jongere.telefoon) == ("de Ruiter", "0612345678")


def test_nobody_becomes_a_jongere_by_that_word() -> None:
    gezin, jongere = sami()
    [duiding] = typ(gezin, "Milan de Ruiter jongere")
    assert "Zo heet de jongere van de casus niet" in duiding.fout
    assert gezin.personen == [jongere]


# --- the house of somebody ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regel", "naam", "straat", "plaats"),
    [
        ("huis bij moeder Kerkstraat 12", "bij moeder", "Kerkstraat 12", ""),
        ("huis bij moeder: Kerkstraat 12", "bij moeder", "Kerkstraat 12", ""),
        ("huis Bij papa, Dreef 3a 3531 CJ Utrecht", "Bij papa", "Dreef 3a", "Utrecht"),
        ("huis bij opa en oma Dreef 3 Zeist", "bij opa en oma", "Dreef 3", "Zeist"),
        ("huis van moeder Utrecht", "van moeder", "", "Utrecht"),
        ("huis bij pleegouders", "bij pleegouders", "", ""),
        ("huis Bij de Kerk 3 Utrecht", "huis 1", "Bij de Kerk 3", "Utrecht"),
        ("huis van Goghstraat 12", "huis 1", "van Goghstraat 12", ""),
        ("huis bij Moederdijk 4", "huis 1", "bij Moederdijk 4", ""),
    ],
)
def test_a_house_is_called_after_who_lives_there_with_or_without_a_colon(
    regel: str, naam: str, straat: str, plaats: str
) -> None:
    gezin, _ = sami()
    typ(gezin, regel)
    [huis] = gezin.huishoudens
    assert (huis.naam, huis.straat, huis.plaats) == (naam, straat, plaats)


# --- two people of one name ------------------------------------------------------------------------------


def heten(gezin: Gezin, roepnaam: str) -> list[Persoon]:
    return [persoon for persoon in gezin.personen if persoon.roepnaam == roepnaam]


def woorden(gezin: Gezin, roepnaam: str) -> list[str]:
    """What each of this name is to Sami."""
    jongere = heet(gezin, "Sami")
    return [wie_is(gezin, persoon, jongere.id) for persoon in heten(gezin, roepnaam)]


@pytest.mark.parametrize(
    "regels",
    [
        ("Jan Jansen vader gezag", "Jan Jansen opa via vader"),
        ("Jan Jansen opa via vader 1948", "Jan Jansen vader 1975"),
    ],
)
def test_a_grandfather_has_the_name_of_the_father(regels: tuple[str, str]) -> None:
    gezin, _ = sami()
    eerst, tweede = typ(gezin, *regels)
    assert (eerst.fout, tweede.fout, tweede.vraag) == ("", "", TWEEDE)
    assert sorted(woorden(gezin, "Jan")) == ["opa", "vader"]
    assert typ(gezin, *regels)[1].bekend, "typed again it is who they are now"
    assert len(heten(gezin, "Jan")) == 2


def test_and_where_the_father_stood_there_already_as_a_parent() -> None:
    gezin = na_aanmelding("Jan")
    opa, vader = typ(gezin, "Jan opa via vader", "Jan vader")
    assert (opa.fout, vader.fout, opa.bekend, vader.bekend) == ("", "", False, True)
    assert sorted(woorden(gezin, "Jan")) == ["opa", "vader"]


def test_two_sisters_of_one_name_have_two_birthdays() -> None:
    gezin, _ = sami()
    regels = ("Fleur zus 3-4-2012", "Fleur zus 5-6-2016", "Fleur 2016 let op slaapt bij oma")
    for _ in range(2):
        assert [duiding.fout for duiding in typ(gezin, *regels)] == ["", "", ""]
    groot, klein = heten(gezin, "Fleur")
    assert (groot.let_op, klein.let_op) == ("", "slaapt bij oma")
    assert typ(gezin, "Fleur 0612345678")[0].fout == MEER_MENSEN


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        ("Jan vader", "Jan stiefvader"),
        ("Fleur zus", "Fleur broer"),
        ("Fleur zus 3-4-2012", "Fleur 5-6-2016"),
        ("Kees oom", "Kees buurman"),
    ],
)
def test_where_the_lines_say_too_little_it_is_asked(eerste: str, tweede: str) -> None:
    gezin, _ = sami()
    goed, fout = typ(gezin, eerste, tweede)
    assert goed.fout == ""
    assert fout.fout == NIET_TE_RIJMEN
    assert len(gezin.personen) == 2


def test_and_what_it_asks_for_works() -> None:
    gezin, _ = sami()
    assert not any(d.fout for d in typ(gezin, "Jan vader 1975", "Jan stiefvader 1981"))
    assert sorted(woorden(gezin, "Jan")) == ["stiefvader", "vader"]


@pytest.mark.parametrize(
    "regels",
    [
        ("Ayşe moeder", "Mark stiefvader", "Mark partner van moeder"),
        ("Ayşe moeder", "Fatma oma via moeder", "Fatma pleegmoeder gezag"),
        ("Ayşe ouder", "Ayşe moeder"),
    ],
)
def test_one_person_may_be_two_things(regels: tuple[str, ...]) -> None:
    gezin, _ = sami()
    assert not any(duiding.fout for duiding in typ(gezin, *regels))
    assert len({persoon.naam for persoon in gezin.personen}) == len(gezin.personen)


def test_another_birthday_of_who_was_known_is_a_correction_that_is_said() -> None:
    gezin, jongere = sami()
    ouder(gezin, jongere, "Ayşe", geboortejaar=1980)
    typ(gezin, "Ayşe 12-3-1980")
    [duiding] = typ(gezin, "Ayşe moeder 12-3-1981")
    assert duiding.bekend
    assert "geboren 12 maart 1981 (was 12 maart 1980)" in duiding.wat
    assert len(gezin.personen) == 2


# --- no name in a fault ---------------------------------------------------------------------------------

NAMEN = ("Xanthippe", "Quirijn", "Zwaantje")
WOORD = st.sampled_from(
    [*NAMEN, *ROLLEN, "via", "van", "en", "gezag", "over", "deels", "ruzie", "gescheiden", "1-1-2031", "06-1"]
)


@settings(max_examples=300)
@given(st.lists(st.lists(WOORD, max_size=6).map(" ".join), max_size=5))
def test_no_fault_holds_a_name_of_the_family(regels: list[str]) -> None:
    gezin, jongere = sami()
    ouder(gezin, jongere, "Xanthippe", JaNeeOnbekend.ONBEKEND)
    gezin.personen.append(Persoon(rol=PersoonRol.GEZINSLID, roepnaam="Xanthippe", achternaam="Zwaantje"))
    for duiding in typ(gezin, *regels):
        for naam in (*NAMEN, "Sami", "1-1-2031"):
            assert naam.casefold() not in duiding.fout.casefold()
            assert naam.casefold() not in duiding.vraag.casefold()
