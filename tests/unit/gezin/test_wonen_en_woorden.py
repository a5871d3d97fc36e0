"""Who lives with whom, and the right word from each side of a tie."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.gezinscodes import Geslacht, RelatieSoort
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.verwantschap import wederkerig, wie_is, woord_van
from kernteam_tui.domain.wonen import haal_huis_weg, ouders_apart, woont_samen, zet_bewoners, zet_woont_bij
from kernteam_tui.domain.woongemeente import woont_elders
from tests.unit.gezin.gezinnen import heet, ouder, sami, typ


def test_a_child_in_two_households_lives_with_both_parents_who_live_apart() -> None:
    gezin, jongere = sami()
    typ(gezin, "huis 1", "Ayşe moeder", "Sami deels", "huis 2", "Kemal vader", "Sami deels")
    assert ouders_apart(gezin, jongere.id) is True
    assert [band.woont_bij for band in gezin.ouderschappen_van(jongere.id)] == [True, True]
    assert woont_samen(gezin, heet(gezin, "Ayşe").id, heet(gezin, "Kemal").id) is False


def test_without_households_the_word_of_the_form_counts() -> None:
    gezin, jongere = sami()
    ouder(gezin, jongere, "Ayşe")
    ouder(gezin, jongere, "Kemal")
    assert ouders_apart(gezin, jongere.id) is None
    een, ander = gezin.ouderschappen_van(jongere.id)
    een.woont_bij, ander.woont_bij = True, False
    zet_woont_bij(gezin)
    assert (een.woont_bij, ander.woont_bij) == (True, False)
    assert ouders_apart(gezin, jongere.id) is True


def test_who_moves_out_no_longer_lives_with_the_jongere() -> None:
    gezin, jongere = sami()
    typ(gezin, "huis Laan 1", "Sami", "Ayşe moeder", "Kemal vader")
    huis = gezin.huishoudens[0]
    zet_bewoners(gezin, huis, [jongere.id, heet(gezin, "Ayşe").id], [])
    assert gezin.huishoudens_van(heet(gezin, "Kemal").id) == []
    zet_woont_bij(gezin)
    assert [band.woont_bij for band in gezin.ouderschappen_van(jongere.id)] == [True, False]
    assert ouders_apart(gezin, jongere.id) is True


def test_a_household_that_was_a_mistake_says_nothing_any_more() -> None:
    gezin, jongere = sami()
    typ(gezin, "huis Laan 1", "Sami", "Ayşe moeder", "huis 2", "Kemal vader")
    haal_huis_weg(gezin, gezin.huishoudens[0])
    assert [band.woont_bij for band in gezin.ouderschappen_van(jongere.id)] == [None, False]
    assert [huis.naam for huis in gezin.huishoudens] == ["huis 2"]


def test_a_stepfather_in_the_house_does_not_count_as_the_other_parent() -> None:
    gezin, jongere = sami()
    typ(gezin, "huis 1", "Ayşe moeder", "Mark stiefvader", "huis 2", "Kemal vader")
    assert ouders_apart(gezin, jongere.id) is True


@pytest.mark.parametrize(
    ("woord", "geslacht", "terug"),
    [
        ("tante", Geslacht.MAN, "neef"),
        ("tante", Geslacht.ONBEKEND, "neef of nicht"),
        ("opa", Geslacht.VROUW, "kleindochter"),
        ("halfbroer", Geslacht.VROUW, "halfzus"),
        ("schoonmoeder", Geslacht.MAN, "schoonzoon"),
        ("kostganger", Geslacht.MAN, ""),
    ],
)
def test_the_other_side_has_its_own_word(woord: str, geslacht: Geslacht, terug: str) -> None:
    assert wederkerig(woord, geslacht) == terug


def test_one_record_reads_from_both_sides() -> None:
    gezin, jongere = sami(geslacht=Geslacht.MAN)
    typ(gezin, "tante Elif")
    [relatie] = gezin.relaties
    elif_ = heet(gezin, "Elif")
    assert woord_van(relatie, jongere, elif_) == "tante"
    assert woord_van(relatie, elif_, jongere) == "neef"
    samen = Relatie(van_id=jongere.id, naar_id=elif_.id, soort=RelatieSoort.TWEELING)
    assert woord_van(samen, elif_, jongere) == woord_van(samen, jongere, elif_) == "tweeling met"


def test_each_is_called_what_they_are_to_the_jongere() -> None:
    gezin, jongere = sami()
    typ(
        gezin,
        "Ayşe moeder",
        "Kemal vader",
        "Mark stiefvader",
        "Lina zus",
        "Bo halfbroer via vader",
        "oma via moeder",
        "Orhan oom via moeder",
        "Piet (huisvriend)",
        "Jo pleegvader",
        "Kees",
    )
    woorden = [wie_is(gezin, persoon, jongere.id) for persoon in gezin.personen[1:]]
    assert woorden == [
        "moeder",
        "vader",
        "stiefvader",
        "zus",
        "halfbroer",
        "oma",
        "oom",
        "huisvriend",
        "pleegvader",
        "",
    ]


@pytest.mark.parametrize(
    ("naam", "elders"),
    [
        ("", False),
        ("Utrecht", False),
        (" gemeente utrecht ", False),
        ("Zeist", True),
        ("Utrechtse Heuvelrug", True),
    ],
)
def test_who_lives_outside_utrecht(naam: str, elders: bool) -> None:
    assert woont_elders(naam) is elders
