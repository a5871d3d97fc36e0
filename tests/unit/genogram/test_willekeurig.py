"""Whatever is entered, also what cannot be true, gives a drawing in which nobody and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.genogram.huizen import teken_huizen
from kernteam_tui.domain.genogram.omschrijving import beschrijf
from kernteam_tui.domain.genogram.stamboom import (
    Band,
    Kindschap,
    Koppel,
    Lid,
    Stamboom,
    Tweeling,
    Woonkring,
)
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.genogram.tekst import teken_tekst, zet_op_tekst
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieKwaliteit, RelatieSoort
from tests.unit.genogram import meten

HIER = Path(__file__).parent
KOPPELSOORTEN = [soort for soort in RelatieSoort if soort.koppel]


@st.composite
def stambomen(draw: st.DrawFn) -> Stamboom:
    """People with any relations at all: own grandfathers, married sisters, three parents, and no one."""
    aantal = draw(st.integers(1, 12))
    ids = [f"p{nummer}" for nummer in range(aantal)]
    leden = tuple(
        Lid(
            naam,
            draw(st.text(max_size=14)),
            draw(st.sampled_from(Geslacht)),
            draw(st.none() | st.integers(1920, 2026)),
            draw(st.none() | st.integers(0, 101)),
            draw(st.booleans()),
            None,
            draw(st.booleans()),
        )
        for naam in ids
    )
    if aantal == 1:
        return Stamboom(leden)
    paar = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    jaar = st.none() | st.integers(1940, 2026)
    kinderen = draw(st.lists(st.tuples(paar, st.sampled_from(OuderSoort)), max_size=14))
    koppels = draw(st.lists(st.tuples(paar, st.sampled_from(KOPPELSOORTEN), jaar, jaar), max_size=8))
    groep = st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True)
    return Stamboom(
        leden,
        tuple(Kindschap(kind, ouder, soort) for (kind, ouder), soort in kinderen),
        tuple(Koppel(a, b, soort, sinds, tot) for (a, b), soort, sinds, tot in koppels),
        tuple(Tweeling(tuple(kinderen)) for kinderen in draw(st.lists(groep, max_size=1))),
        tuple(
            Band(a, b, kwaliteit)
            for (a, b), kwaliteit in draw(
                st.lists(st.tuples(paar, st.sampled_from(RelatieKwaliteit)), max_size=4)
            )
        ),
        tuple(
            Woonkring(f"h{nummer}", "huis", tuple(wie))
            for nummer, wie in enumerate(draw(st.lists(groep, max_size=3)))
        ),
    )


@settings(max_examples=150, deadline=None)
@given(stambomen())
def test_any_facts_give_a_drawing_without_people_over_people_or_lines_through_people(
    stamboom: Stamboom,
) -> None:
    tekening = maak_tekening(stamboom)
    assert set(tekening.figuren) == {lid.id for lid in stamboom.leden}
    assert meten.over_elkaar(tekening) == []
    assert meten.door_iemand(tekening) == []
    koppels = {frozenset((koppel.a_id, koppel.b_id)) for koppel in stamboom.koppels}
    getekend = {frozenset(lijn.ids) for lijn in tekening.lijnen if lijn.soort.value == "koppel"}
    assert koppels <= getekend


def zonder_eigen_kind(stamboom: Stamboom) -> bool:
    """Nobody is a couple with the own child: of such facts the lines may meet, and nobody asks for them."""
    kinderen = {frozenset((band.kind_id, band.ouder_id)) for band in stamboom.kindschappen}
    return all(frozenset((koppel.a_id, koppel.b_id)) not in kinderen for koppel in stamboom.koppels)


@settings(max_examples=80, deadline=None)
@given(stambomen().filter(zonder_eigen_kind), st.integers(20, 120))
def test_any_facts_give_text_in_which_no_letter_is_lost(stamboom: Stamboom, breedte: int) -> None:
    beeld = teken_tekst(stamboom, breedte)
    assert beeld.botsingen == 0
    assert set(beeld.plekken) == {lid.id for lid in stamboom.leden}
    assert len(beschrijf(stamboom)) == len(stamboom.leden) + len(stamboom.woonkringen) + len(stamboom.banden)


@settings(max_examples=150, deadline=None)
@given(stambomen().filter(zonder_eigen_kind))
def test_any_household_holds_its_own_people_and_nobody_else(stamboom: Stamboom) -> None:
    tekening = maak_tekening(stamboom)
    for huis in teken_huizen(tekening):
        binnen = {lid for lid, figuur in tekening.figuren.items() if huis.bevat(figuur.x, figuur.y)}
        assert binnen == set(huis.kring.leden)
    assert zet_op_tekst(tekening, 80).botsingen == 0


def test_the_random_families_come_from_their_seed() -> None:
    """The committed list is what the generator makes, so nobody chose the easy ones."""
    uit = subprocess.run(
        [sys.executable, str(HIER / "maak_willekeurig.py")], capture_output=True, text=True, check=True
    )
    assert uit.stdout == (HIER / "willekeurig.toml").read_text(encoding="utf-8")
