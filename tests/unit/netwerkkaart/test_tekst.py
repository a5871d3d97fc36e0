"""The map as text: everybody on it, nobody over anybody, and everybody in their own corner."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.celtekst import Stuk, celbreedte, cellen
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import Kaart
from kernteam_tui.domain.netwerkkaart.tekst import Kaartbeeld, teken_kaart
from kernteam_tui.domain.netwerkkaart.vakken import LINKS, RECHTS, verdeel
from tests.unit.netwerkkaart.mensen import kaart, kaarten, mens, volle_kaart

VAKKEN = "╭╮╰╯─│┄╔╗╚╝═║"


def stuk(beeld: Kaartbeeld, plek: Stuk) -> str:
    """What stands in these cells."""
    cel, uit = 0, ""
    for letter in cellen(beeld.regels[plek.rij]):
        if plek.kolom <= cel < plek.kolom + plek.lengte:
            uit += letter
        cel += celbreedte(letter)
    return uit


@pytest.mark.parametrize(("breedte", "hoogte"), [(77, 19), (117, 33)])
def test_a_full_map_fits_an_ordinary_screen_and_a_large_one(breedte: int, hoogte: int) -> None:
    beeld = teken_kaart(volle_kaart(), breedte, hoogte)
    assert len(beeld.regels) <= hoogte
    assert max(celbreedte(regel) for regel in beeld.regels) <= beeld.breedte <= breedte


@settings(deadline=None)
@given(kaarten(), st.sampled_from((60, 77, 100, 117, 200)), st.sampled_from((0, 19, 33)))
def test_everybody_stands_on_the_map_and_nothing_over_anything(
    getekend: Kaart, breedte: int, hoogte: int
) -> None:
    beeld = teken_kaart(getekend, breedte, hoogte)
    assert set(beeld.plekken) == {mens.id for mens in getekend.mensen}
    assert beeld.botsingen == 0
    for mens_id, plek in beeld.plekken.items():
        wie = getekend.mens(mens_id)
        assert wie is not None
        tekst = stuk(beeld, plek)
        assert tekst.startswith(wie.teken), "the sign of what somebody gives is read without colour"
        assert not set(tekst) & set(VAKKEN)
        assert ("JIM" in tekst) is wie.jim or "JIM" in wie.naam


def test_a_drawing_in_which_names_meet_says_so() -> None:
    """The control: without the columns of its own nobody would see it."""
    from kernteam_tui.domain.netwerkkaart import tekst

    twee = kaart([mens("Oma", Netwerkgroep.FAMILIE), mens("Opa", Netwerkgroep.FAMILIE)])
    tekenaar = tekst._Tekenaar(twee, verdeel(twee, 77))
    tekenaar._cellen = [[" "] * 77]
    tekenaar._zet_mens(twee.mensen[0], 3, 0)
    tekenaar._zet_mens(twee.mensen[1], 5, 0)
    assert tekenaar._botsingen > 0


@settings(deadline=None)
@given(kaarten(), st.integers(0, 6), st.integers(1, 3))
def test_a_new_person_moves_nobody_to_another_piece_of_the_map(oud: Kaart, groep: int, nabij: int) -> None:
    nieuw = mens("nieuw", list(Netwerkgroep)[groep], nabij=nabij)
    voor, na = teken_kaart(oud, 117), teken_kaart(kaart([*oud.mensen, nieuw], oud.midden), 117)
    assert _per_groep(oud, voor) == [
        id_ for id_ in _per_groep(kaart([*oud.mensen, nieuw]), na) if id_ != "nieuw"
    ]
    for mens_id, plek in na.plekken.items():
        wie = oud.mens(mens_id)
        if wie is not None and wie.groep in (*LINKS, *RECHTS):
            assert _kant(plek, na) == _kant(voor.plekken[mens_id], voor)


def _kant(plek: Stuk, beeld: Kaartbeeld) -> bool:
    """Whether somebody stands left of the name in the middle."""
    midden = beeld.koppen[1] if len(beeld.koppen) > 1 else beeld.koppen[0]
    return plek.kolom < midden.kolom


def _per_groep(van: Kaart, beeld: Kaartbeeld) -> list[str]:
    """Ids in reading order, group by group."""
    return [
        id_
        for groep in Netwerkgroep
        for nabij in (1, 2, 3)
        for id_ in beeld.plekken
        if (wie := van.mens(id_)) is not None and wie.groep is groep and wie.nabij == nabij
    ]


def test_family_stands_left_friends_right_and_near_people_near_the_middle() -> None:
    beeld = teken_kaart(volle_kaart(), 117)
    plek = beeld.plekken
    assert plek["Oom Kees"].kolom < plek["Tante Fatma"].kolom < plek["Oma Ans"].kolom
    assert plek["Oma Ans"].kolom < plek["Sara"].kolom
    assert plek["trainer Piet"].kolom < plek["imam"].kolom
    assert plek["Tante Fatma"].rij < plek["Mevr. de Wit"].rij < plek["J. Verhulst"].rij
    assert plek["Mama"].rij == plek["Bo"].rij < plek["Oma Ans"].rij
    assert plek["Papa"].rij < plek["Mama"].rij


@settings(deadline=None)
@given(kaarten())
def test_the_arrows_reach_everybody(getekend: Kaart) -> None:
    beeld = teken_kaart(getekend, 117)
    if not beeld.plekken:
        return
    bereikt: set[str] = set()
    rand = [next(iter(beeld.plekken))]
    while rand:
        hier = rand.pop()
        bereikt.add(hier)
        buren = {beeld.buur(hier, richting) for richting in ("links", "rechts", "boven", "onder")}
        rand += buren - bereikt
    assert bereikt == set(beeld.plekken)


def test_the_names_of_the_groups_have_room_where_nobody_stands() -> None:
    """They once ran into the name in the middle, on a side without people."""
    links = [mens(f"{'a' * 17}{ring}", groep, nabij=ring) for groep in LINKS for ring in (1, 2, 3)]
    beeld = teken_kaart(kaart(links, "n" * 14), 60)
    assert beeld.botsingen == 0
    assert all(f" {groep.label} " in "\n".join(beeld.regels) for groep in RECHTS)


def test_letters_of_the_help_go_before_names_become_unreadable() -> None:
    assert "+ Oma Ans JIM PGE" in "\n".join(teken_kaart(_met_jim(), 117).regels)
    smal = "\n".join(teken_kaart(_met_jim(), 77).regels)
    assert "JIM" in smal
    assert "PGE" not in smal


def _met_jim() -> Kaart:
    return kaart([replace(m, jim=m.naam == "Oma Ans") for m in volle_kaart().mensen])


def test_an_empty_map_has_its_groups_and_the_one_in_the_middle() -> None:
    tekst = "\n".join(teken_kaart(kaart([]), 77).regels)
    for groep in Netwerkgroep:
        assert groep.label in tekst
    assert "║ Noor ║" in tekst


def test_the_plain_form_has_no_sign_that_an_old_terminal_lacks() -> None:
    beeld = teken_kaart(volle_kaart(), 77)
    assert all(ord(letter) < 128 for regel in beeld.plat for letter in regel.replace("ë", "e"))
    assert [len(regel) for regel in beeld.plat] == [len(regel) for regel in beeld.regels]
