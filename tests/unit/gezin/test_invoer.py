"""A family typed line by line: what a line means, what it never does, and what is said of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.gezin import Gezin, Ouderschap
from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    OuderSoort,
    RelatieKwaliteit,
    RelatieSoort,
    VeiligBereiken,
)
from kernteam_tui.domain.gezinsinvoer import proef
from kernteam_tui.domain.gezinsinvoer.woorden import ANDERS_GEZEGD, ROLLEN
from tests.unit.gezin.gezinnen import VANDAAG, heet, ouder, sami, typ

JA, NEE, ONBEKEND = JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND


def band(gezin: Gezin, kind: str, wie: str) -> Ouderschap:
    """The one band between these two."""
    ids = heet(gezin, kind).id, heet(gezin, wie).id
    [gevonden] = [b for b in gezin.ouderschappen if (b.jongere_id, b.ouder_id) == ids]
    return gevonden


def test_a_mother_in_one_line() -> None:
    gezin, _ = sami()
    [duiding] = typ(gezin, 'Ayşe " moeder 12-3-1981 gezag (register) Turks tolk 06-12345678 a@b.nl')
    assert duiding.zin == (
        "Ayşe Yıldız · moeder van Sami · geboren 12 maart 1981 · spreekt Turks · tolk nodig · 06-12345678 · "
        "a@b.nl · gezag over Sami (register)"
    )
    ayse = heet(gezin, "Ayşe")
    assert (ayse.rol, ayse.geslacht, ayse.taal, ayse.tolk) == (PersoonRol.OUDER, Geslacht.VROUW, "tr", True)
    assert (ayse.achternaam, ayse.geboortedatum) == ("Yıldız", date(1981, 3, 12))
    assert (ayse.telefoon, ayse.email) == ("06-12345678", "a@b.nl")
    vast = band(gezin, "Sami", "Ayşe")
    assert (vast.gezag, vast.gezag_hoe, vast.gezag_op) == (JA, "register", VANDAAG)


@given(st.permutations(["moeder", "12-3-1981", "geen gezag", "Pools", "tolk", "0612345678", "niet bellen"]))
def test_after_the_name_the_order_does_not_matter(stukken: list[str]) -> None:
    gezin, _ = sami()
    [duiding] = typ(gezin, f"Anna van Dijk {' '.join(stukken)}")
    anna = heet(gezin, "Anna")
    assert duiding.fout == ""
    assert (anna.achternaam, anna.geboortedatum) == ("van Dijk", date(1981, 3, 12))
    assert (anna.taal, anna.tolk, anna.telefoon) == ("pl", True, "0612345678")
    assert anna.bellen is VeiligBereiken.NEE
    assert band(gezin, "Sami", "Anna").gezag is NEE


def test_a_sister_has_the_parents_of_the_jongere_whatever_comes_first() -> None:
    gezin, _ = sami()
    typ(gezin, "Lina zus", "Ayşe moeder gezag", "Kemal vader geen gezag")
    assert (band(gezin, "Lina", "Ayşe").gezag, band(gezin, "Lina", "Kemal").gezag) == (JA, NEE)
    assert heet(gezin, "Lina").rol is PersoonRol.GEZINSLID


def test_gezag_over_one_child_leaves_the_other_open() -> None:
    gezin, _ = sami()
    duiding = typ(gezin, "Ayşe moeder gezag over Lina", "Lina zus")[0]
    assert "gezag over Lina" in duiding.wat
    assert (band(gezin, "Lina", "Ayşe").gezag, band(gezin, "Sami", "Ayşe").gezag) == (JA, ONBEKEND)


def test_gezag_that_is_not_named_is_not_filled_in_but_asked() -> None:
    gezin, _ = sami()
    [duiding] = typ(gezin, "Ayşe moeder")
    assert band(gezin, "Sami", "Ayşe").gezag is ONBEKEND
    assert "gezag" in duiding.vraag
    assert typ(gezin, "Ayşe gezag?")[0].vraag == ""


@pytest.mark.parametrize(
    ("regel", "soort"),
    [
        ("Mark stiefvader", OuderSoort.STIEF),
        ("Jo pleegmoeder", OuderSoort.PLEEG),
        ("Kim adoptieouder", OuderSoort.ADOPTIE),
        ("SAVE voogd gezag", OuderSoort.VOOGD),
    ],
)
def test_every_kind_of_parent(regel: str, soort: OuderSoort) -> None:
    gezin, _ = sami()
    typ(gezin, regel)
    assert gezin.ouderschappen[0].soort is soort


def test_three_generations_through_the_right_parent() -> None:
    gezin, _ = sami()
    typ(
        gezin,
        "oma via moeder overleden 2019",
        "Orhan oom via moeder",
        "Ayşe moeder",
        "Fatma oma via vader",
        "Ali vader",
    )
    oma = heet(gezin, "Oma")
    assert (oma.overleden, oma.overleden_jaar) == (True, 2019)
    assert gezin.ouders_van(heet(gezin, "Ayşe").id) == [oma]
    assert gezin.ouders_van(heet(gezin, "Orhan").id) == [oma]
    assert gezin.ouders_van(heet(gezin, "Ali").id) == [heet(gezin, "Fatma")]


def test_two_grandmothers_of_whom_nobody_knows_the_name() -> None:
    gezin, _ = sami()
    typ(gezin, "Ayşe moeder", "Ali vader", "oma via moeder", "oma via vader")
    oma_s = [persoon for persoon in gezin.personen if persoon.roepnaam == "Oma"]
    assert len(oma_s) == 2
    assert gezin.ouders_van(heet(gezin, "Ali").id) == [oma_s[1]]


def test_a_half_brother_has_one_parent_and_is_asked_for_when_it_is_not_named() -> None:
    gezin, _ = sami()
    typ(gezin, "Ayşe moeder", "Ali vader", "Bo halfbroer via vader")
    assert gezin.ouders_van(heet(gezin, "Bo").id) == [heet(gezin, "Ali")]
    [duiding] = typ(gezin, "Jip halfzus")
    assert "Via wie?" in duiding.vraag
    assert gezin.ouders_van(heet(gezin, "Jip").id) == []


def test_two_households_and_a_secret_address() -> None:
    gezin, jongere = sami()
    typ(
        gezin,
        "huis Kanaalstraat 12 3531cj Utrecht wijk Lombok",
        "Sami deels",
        "Ayşe moeder",
        "huis bij vader: Dreef 3a Zeist geheim geen post let op niet aanbellen",
        "Ali vader",
        "Sami deels",
        "elders",
        "oom Kees",
    )
    een, twee = gezin.huishoudens
    assert (een.naam, een.straat, een.postcode, een.plaats, een.wijk) == (
        "huis 1",
        "Kanaalstraat 12",
        "3531 CJ",
        "Utrecht",
        "Lombok",
    )
    assert (twee.naam, twee.straat, twee.plaats, twee.geheim) == ("bij vader", "Dreef 3a", "Zeist", True)
    assert (twee.post, twee.let_op, een.geheim) == (VeiligBereiken.NEE, "niet aanbellen", False)
    assert gezin.huishoudens_van(jongere.id) == [een, twee]
    assert [b.deels for b in gezin.bewoners if b.persoon_id == jongere.id] == [True, True]
    assert gezin.huishoudens_van(heet(gezin, "Kees").id) == []


@pytest.mark.parametrize(
    ("regel", "soort", "kwaliteit", "sinds", "tot"),
    [
        ("moeder en vader gescheiden 2019", RelatieSoort.GESCHEIDEN, None, None, 2019),
        ("Ayşe x Ali getrouwd 2005-2019", RelatieSoort.GEHUWD, None, 2005, 2019),
        ("Ayşe en Ali uit elkaar ruzie", RelatieSoort.UIT_ELKAAR, RelatieKwaliteit.CONFLICT, None, None),
        ("Sami en vader geen contact", RelatieSoort.FAMILIE, RelatieKwaliteit.VERBROKEN, None, None),
        ("Sami en Ali hecht", RelatieSoort.FAMILIE, RelatieKwaliteit.HECHT, None, None),
    ],
)
def test_how_it_is_between_two_people(
    regel: str,
    soort: RelatieSoort,
    kwaliteit: RelatieKwaliteit | None,
    sinds: int | None,
    tot: int | None,
) -> None:
    gezin, _ = sami()
    typ(gezin, "Ayşe moeder", "Ali vader", regel)
    [relatie] = gezin.relaties
    assert (relatie.soort, relatie.kwaliteit, relatie.sinds, relatie.tot) == (soort, kwaliteit, sinds, tot)


def test_a_couple_has_one_tie_that_changes() -> None:
    gezin, _ = sami()
    typ(gezin, "Ayşe moeder", "Ali vader", "Ayşe en Ali getrouwd")
    typ(gezin, "Ali en Ayşe gescheiden 2020")
    assert [relatie.soort for relatie in gezin.relaties] == [RelatieSoort.GESCHEIDEN]


def test_what_a_line_does_not_say_stays() -> None:
    gezin, jongere = sami()
    ayse = ouder(gezin, jongere, "Ayşe", telefoon="0611111111", taal="tr", tolk=True)
    [duiding] = typ(gezin, "Ayşe 0622222222")
    assert duiding.bekend
    assert "0622222222 (was 0611111111)" in duiding.wat
    assert (ayse.telefoon, ayse.taal, ayse.tolk) == ("0622222222", "tr", True)
    assert band(gezin, "Sami", "Ayşe").gezag is JA


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("Tim 45 jaar", "Typ het geboortejaar"),
        ("Tim 31-2-2010", "geen geboortedatum"),
        ("Tim 1-1-2030", "geen geboortedatum"),
        ("Tim zus 06-123", "begrijp ik niet"),
        ("Tim zus 06-123456789", "cijfers"),
        ("Tim broer oom", "Kies er één"),
        ("Tim gezag", "Zet erbij wie dit is"),
        ("Tim zus via tante", "‘tante’: wie is dit?"),
        ("Tim dochter", "Van wie?"),
        ("Tim deels", "onder een huis"),
        ("06-12345678", "Hoe heet deze persoon"),
        ("Tim broer kampioen", "‘kampioen’: dit woord ken ik niet"),
        ("Tim broer (buurman)", "Haal weg"),
        ("Sami en Nergens ruzie", "‘Nergens’: wie is dit?"),
        ("Tim zus geïnformeerd", "Typ de dag erachter"),
    ],
)
def test_what_is_not_understood_is_said_and_not_guessed(regel: str, zin: str) -> None:
    gezin, _ = sami()
    [duiding] = typ(gezin, regel)
    assert zin in duiding.foutzin


def test_a_third_parent_by_law_is_refused() -> None:
    gezin, _ = sami()
    duidingen = typ(gezin, "A moeder", "B vader", "C vader")
    assert [bool(duiding.fout) for duiding in duidingen] == [False, False, True]


def test_two_people_of_one_name_are_told_apart_by_the_last_name() -> None:
    gezin, _ = sami()
    typ(gezin, "Ali Kaya oom", "Ali Demir (buurman)")
    assert "achternaam" in typ(gezin, "Ali 0612345678")[0].fout
    typ(gezin, "Ali Demir 0612345678")
    assert [p.telefoon for p in gezin.personen if p.roepnaam == "Ali"] == [None, "0612345678"]


@pytest.mark.parametrize(
    ("regel", "roepnaam", "achternaam"),
    [
        ("Anna Maria de Vries tante", "Anna Maria", "de Vries"),
        ("Jan Oom oom", "Jan", "Oom"),
        ('"Anna Duits" tante', "Anna", "Duits"),
        ("Zoë O’Brien-Şahin tante", "Zoë", "O’Brien-Şahin"),
        ("oma", "Oma", ""),
    ],
)
def test_names_as_people_have_them(regel: str, roepnaam: str, achternaam: str) -> None:
    gezin, _ = sami()
    typ(gezin, regel)
    assert (gezin.personen[-1].roepnaam, gezin.personen[-1].achternaam) == (roepnaam, achternaam)


def test_a_parent_was_told_and_when() -> None:
    gezin, _ = sami()
    typ(gezin, "Ali vader gezag geïnformeerd 12-11", "Ayşe moeder gezag geïnformeerd vandaag")
    assert band(gezin, "Sami", "Ali").geinformeerd_op == date(2026, 11, 12)
    assert band(gezin, "Sami", "Ayşe").geinformeerd_op == VANDAAG


def test_every_word_for_somebody_is_understood_on_its_own() -> None:
    for woord in (*ROLLEN, *ANDERS_GEZEGD):
        gezin, _ = sami()
        duidingen = typ(gezin, "A moeder", "B vader" if "ouder" not in woord else "", f"Xan {woord}")
        assert "ken ik niet" not in duidingen[-1].fout, woord


# --- whatever is typed ----------------------------------------------------------------------------

STUKKEN = (
    "Sami Ayşe van via en gezag geen over huis deels ( ) \" ' : 12-3-1981 2019 0612345678 let op tolk Turks "
    "gescheiden elders † [/]x x"
)
WOORD = st.sampled_from([*ROLLEN, *STUKKEN.split()])
REGEL = st.lists(WOORD, max_size=9).map(" ".join) | st.text(max_size=40)


@settings(max_examples=300)
@given(st.lists(REGEL, max_size=6))
@example(["\x01", "\x00 \x01 zus", "\x011"])
def test_whatever_is_typed_there_is_an_answer_and_the_family_itself_stays(regels: list[str]) -> None:
    gezin, jongere = sami()
    ouder(gezin, jongere, "Ayşe", telefoon="0611111111")
    voor = foto(gezin)
    duidingen = proef(gezin, (jongere.id,), regels, VANDAAG)
    assert len(duidingen) == len(regels)
    assert foto(gezin) == voor
    for regel, duiding in zip(regels, duidingen, strict=True):
        leeg = not any(sign.isprintable() and not sign.isspace() for sign in regel)
        assert leeg or duiding.fout or duiding.wie


@settings(max_examples=100)
@given(st.lists(REGEL, max_size=5))
def test_the_same_lines_twice_add_nobody(regels: list[str]) -> None:
    gezin, jongere = sami()
    ouder(gezin, jongere, "Ayşe")
    if any(duiding.fout for duiding in typ(gezin, *regels)):
        return
    mensen, banden = len(gezin.personen), len(gezin.ouderschappen)
    if not any(duiding.fout for duiding in typ(gezin, *regels)):
        assert (len(gezin.personen), len(gezin.ouderschappen)) == (mensen, banden)


def foto(gezin: Gezin) -> list[object]:
    """Everything that stands in a family."""
    delen = (gezin.personen, gezin.ouderschappen, gezin.huishoudens, gezin.bewoners, gezin.relaties)
    return [tuple(vars(record).items()) for deel in delen for record in deel]


def test_a_second_line_about_the_same_person_adds_to_the_first() -> None:
    gezin, _ = sami()
    eerst, meer = typ(gezin, "Ayşe moeder gezag", "Ayşe 06-12345678")
    assert eerst.fout == meer.fout == ""
    assert heet(gezin, "Ayşe").telefoon == "06-12345678"
