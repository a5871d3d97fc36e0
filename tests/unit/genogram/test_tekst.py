"""The genogram as text: every letter whole, everybody findable, and the same facts in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.celtekst import celbreedte, kort
from kernteam_tui.domain.genogram.doek import Doek
from kernteam_tui.domain.genogram.huizen import teken_huizen
from kernteam_tui.domain.genogram.legenda import Uitleg, gebruikte_tekens
from kernteam_tui.domain.genogram.omschrijving import beschrijf
from kernteam_tui.domain.genogram.stamboom import Kindschap, Koppel, Lid, Stamboom, Woonkring
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.genogram.tekening import Stijl, Tekening
from kernteam_tui.domain.genogram.tekst import Tekstbeeld, teken_tekst, zet_op_tekst
from kernteam_tui.domain.gezinscodes import Geslacht, RelatieSoort
from tests.unit.genogram import meten
from tests.unit.genogram.gezinnen import Gezin, alle_gezinnen, gezin

GEZINNEN = alle_gezinnen()
BREEDTEN = (80, 120)


@pytest.fixture(params=GEZINNEN, ids=lambda deel: deel.naam)
def deel(request: pytest.FixtureRequest) -> Gezin:
    uit: Gezin = request.param
    return uit


def teksten(tekening: Tekening, beeld: Tekstbeeld) -> dict[str, tuple[int, int, str]]:
    """Where each sign and each name should stand."""
    uit = {}
    for lid, plek in beeld.plekken.items():
        etiket = tekening.figuren[lid].etiket
        uit[lid] = (plek.rij, plek.kolom, etiket.teken)
        uit[lid + " naam"] = (plek.rij + 1, plek.naam_kolom, etiket.naam)
    return uit


@pytest.mark.parametrize("naam_breed", [5, 9, 12])
def test_no_line_is_drawn_over_a_letter_and_all_stand_where_they_are_said_to_stand(
    deel: Gezin, naam_breed: int
) -> None:
    tekening = maak_tekening(deel.stamboom, naam_breed)
    beeld = zet_op_tekst(tekening, 80)
    assert beeld.botsingen == 0
    assert meten.onleesbaar(beeld.regels, teksten(tekening, beeld)) == []


def test_a_line_over_a_name_is_seen() -> None:
    """Controls: the canvas counts it, and a name of which one letter is gone is found."""
    tekening = maak_tekening(gezin("drie generaties"))
    figuur = tekening.figuren["mark"]
    dwars = replace(
        tekening.lijnen[0],
        punten=((figuur.x - 4, figuur.y + 1), (figuur.x + 4, figuur.y + 1)),
        ids=("opa", "oma"),
    )
    bedorven = zet_op_tekst(replace(tekening, lijnen=(*tekening.lijnen, dwars)), 80)
    assert bedorven.botsingen >= len("Mark")
    beeld = zet_op_tekst(tekening, 80)
    regels = list(beeld.regels)
    regels[figuur.y + 1] = regels[figuur.y + 1].replace("Mark", "M──k")
    assert meten.onleesbaar(tuple(regels), teksten(tekening, beeld)) == ["mark naam: 'M──k' en niet 'Mark'"]


@pytest.mark.parametrize("breedte", BREEDTEN)
def test_it_fits_the_width_or_keeps_readable_names_to_scroll_through(deel: Gezin, breedte: int) -> None:
    beeld = teken_tekst(deel.stamboom, breedte)
    assert beeld.breedte == max(celbreedte(regel) for regel in beeld.regels)
    smalst = maak_tekening(deel.stamboom, 5).breedte
    if smalst <= breedte:
        assert beeld.breedte <= breedte
    else:
        langste = max(celbreedte(kort(lid.naam, 9)) for lid in deel.stamboom.leden)
        assert max(plek.naam_lengte for plek in beeld.plekken.values()) == langste
    assert all(celbreedte(regel) <= breedte for regel in beeld.legenda)


def test_a_cursor_reaches_everybody_from_everybody(deel: Gezin) -> None:
    beeld = teken_tekst(deel.stamboom, 120)
    begin = next(iter(beeld.plekken))
    gezien, wacht = {begin}, [begin]
    while wacht:
        hier = wacht.pop()
        for richting in ("links", "rechts", "boven", "onder"):
            buur = beeld.buur(hier, richting)
            if buur not in gezien:
                gezien.add(buur)
                wacht.append(buur)
    assert gezien == {lid.id for lid in deel.stamboom.leden}


def test_a_cursor_goes_to_who_stands_there() -> None:
    beeld = teken_tekst(gezin("zes mensen, twee huizen"), 80)
    assert beeld.buur("karel", "rechts") == "anna"
    assert beeld.buur("anna", "onder") == "tom"
    assert beeld.buur("sam", "rechts") == "sam"
    assert beeld.buur("karel", "links") == "karel"


def test_a_family_of_six_as_it_stands_on_the_screen() -> None:
    beeld = teken_tekst(gezin("zes mensen, twee huizen"), 80)
    assert beeld.regels == (
        "[45]─//─┬────(42)╌╌╌┬╌╌[40]",
        "Karel   │    Anna   │  Joost",
        " ⌂B     │     ⌂A    │   ⌂A",
        "     ┌──┴───┐       │",
        "  ((15))  [12]     [4]",
        "   Lina    Tom     Sam",
        "    ⌂AB    ⌂AB     ⌂A",
    )
    assert beeld.legenda == (
        "[ ] man   ( ) vrouw   (( )) om wie het gaat   ─── getrouwd (geweest)",
        "╌╌╌ samenwonend (geweest)   // gescheiden",
        "⌂A bij moeder   ⌂B bij vader",
        "Lina ╱╲╱╲ Anna vaak ruzie   Lina ════ Karel heel hecht",
    )


def test_the_legend_explains_only_what_is_there() -> None:
    tekens = gebruikte_tekens(maak_tekening(gezin("alleenstaande ouder")))
    assert tekens == (Uitleg.MAN, Uitleg.VROUW, Uitleg.JONGERE)


def test_in_words_every_fact_of_the_family_is_said() -> None:
    regels = beschrijf(gezin("zes mensen, twee huizen"))
    assert regels == (
        "Karel (45), man; gescheiden van Anna (2008-2018).",
        "Anna (42), vrouw; gescheiden van Karel (2008-2018); woont samen met Joost (sinds 2020).",
        "Joost (40), man; woont samen met Anna (sinds 2020).",
        "Lina (15), vrouw, jongere; ouders: Karel en Anna; stiefouder: Joost.",
        "Tom (12), man; ouders: Karel en Anna; stiefouder: Joost.",
        "Sam (4), man; ouders: Joost en Anna.",
        "bij moeder: daar wonen Anna, Joost, Lina, Tom en Sam.",
        "bij vader: daar wonen Karel, Lina en Tom.",
        "Tussen Lina en Anna: vaak ruzie.",
        "Tussen Lina en Karel: heel hecht.",
    )


def test_of_a_divorce_with_one_year_the_words_say_in_which_year_it_was() -> None:
    boom = Stamboom(
        (Lid("karel", "Karel"), Lid("anna", "Anna")),
        koppels=(Koppel("karel", "anna", RelatieSoort.GESCHEIDEN, tot=2017),),
    )
    assert "gescheiden van Anna (in 2017)" in " ".join(beschrijf(boom))


def test_the_dead_the_adopted_and_twins_in_words() -> None:
    dood = beschrijf(gezin("vader overleden, moeder hertrouwd"))
    assert "Bram, man, geboren in 1974, overleden in 2017, 43 jaar oud" in dood[2]
    assert "was getrouwd met Hanna (2006-2017)" in dood[2]
    oma = beschrijf(gezin("oma is pleegouder en voogd"))[1]
    assert oma == "Ineke (69), vrouw; was getrouwd met Gerard (vanaf 1978)."
    assert "getrouwd met Zeynep (sinds 2016)" in beschrijf(gezin("met elkaar hertrouwd"))[0]
    assert any(
        "adoptieouders: Frank en Marja" in regel
        for regel in beschrijf(gezin("geadopteerd met bekende moeder"))
    )
    assert any("tweeling met Tim" in regel for regel in beschrijf(gezin("tweelingen in twee generaties")))


def test_households_hold_their_people_and_nobody_else(deel: Gezin) -> None:
    tekening = maak_tekening(deel.stamboom)
    huizen = teken_huizen(tekening)
    assert [huis.kring for huis in huizen] == list(deel.stamboom.woonkringen)
    for huis in huizen:
        binnen = {lid for lid, figuur in tekening.figuren.items() if huis.bevat(figuur.x, figuur.y)}
        assert binnen == set(huis.kring.leden)


def test_an_outline_around_everybody_is_seen() -> None:
    """Control: a box around the whole drawing holds people who do not live there."""
    tekening = maak_tekening(gezin("zes mensen, twee huizen"))
    huis = teken_huizen(tekening)[1]
    breed, hoog = tekening.breedte, len(tekening.regels)
    alles = replace(huis, vormen=(((-1, -1), (breed, -1), (breed, hoog), (-1, hoog)),))
    binnen = {lid for lid, figuur in tekening.figuren.items() if alles.bevat(figuur.x, figuur.y)}
    assert binnen != set(huis.kring.leden)


def test_an_empty_household_has_no_outline_and_no_letter() -> None:
    stamboom = Stamboom(
        (Lid("a", "Ada"),), woonkringen=(Woonkring("1", "leeg", ()), Woonkring("2", "bij Ada", ("a",)))
    )
    assert [huis.letter for huis in teken_huizen(maak_tekening(stamboom))] == ["A"]
    assert teken_tekst(stamboom, 80).regels == ("< >", "Ada", "⌂A")


@pytest.mark.parametrize(
    ("naam", "breed", "verwacht"),
    [
        ("Maximiliaan", 12, "Maximiliaan"),
        ("Robin-Alexandra", 12, "Robin-Alexa…"),
        ("  Jan   Willem\n", 12, "Jan Willem"),
        ("", 5, "?"),
        ("王小明", 5, "王小…"),
        ("Zoe\u0308", 3, "Zoë"),
        ("naam\u202egnp", 12, "naamgnp"),
    ],
)
def test_names_are_cut_by_cells_and_hold_nothing_hidden(naam: str, breed: int, verwacht: str) -> None:
    assert kort(naam, breed) == verwacht
    assert celbreedte(kort(naam, breed)) <= breed


def test_names_in_wide_letters_keep_the_columns_right() -> None:
    stamboom = Stamboom(
        (
            Lid("a", "王小明", Geslacht.VROUW, 1980, 46),
            Lid("b", "أمل", Geslacht.VROUW, 2011, 15, jongere=True),
        ),
        (Kindschap("b", "a"),),
    )
    beeld = teken_tekst(stamboom, 80)
    assert beeld.botsingen == 0
    assert [celbreedte(regel) for regel in beeld.regels] == [5, 6, 4, 6, 5]


def test_lines_that_cross_do_not_look_joined_and_lines_of_one_family_do() -> None:
    doek = Doek(5, 3)
    geen: frozenset[tuple[int, int]] = frozenset()
    doek.zet_lijn((0, 1), (4, 1), "een", Stijl.VOL, geen)
    doek.zet_lijn((2, 0), (2, 2), "twee", Stijl.STREEP, geen)
    assert doek.regels() == ["  ╎", "──╎──", "  ╎"]
    samen = Doek(5, 3)
    samen.zet_lijn((0, 1), (4, 1), "een", Stijl.VOL, geen)
    samen.zet_lijn((2, 0), (2, 2), "een", Stijl.VOL, geen)
    assert samen.regels() == ["  │", "──┼──", "  │"]
