"""Who sits at the table decides what of the plan is shown."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.aantafel import GEZIN, JONGERE, AanTafel, wie_kan
from kernteam_tui.domain.codes import PlanVariant

OUDERS, MENSEN = ("Els Vos", "Rob Vos"), ("Bram", "Els Vos", "Rob Vos", "oma Riet")
ROB = AanTafel("ouder-1", OUDERS, MENSEN)
BRAM, SARA = f"{JONGERE}0", f"{JONGERE}1"


@pytest.mark.parametrize(
    ("naam", "mag"),
    [
        ("Rob", True),
        ("rob vos", True),
        ("Bram", True),
        ("oma Riet", True),
        ("Els Vos", False),
        ("ELS", False),
        ("", False),
        ("mama", False),
        ("iemand anders", False),
    ],
)
def test_one_parent_sees_only_words_that_are_known_not_to_be_the_others(naam: str, mag: bool) -> None:
    assert ROB.mag_van(naam) is mag
    assert AanTafel(GEZIN, OUDERS, MENSEN).mag_van(naam)
    assert AanTafel("", OUDERS, MENSEN).mag_van(naam)


def test_parents_of_one_name_hide_the_words_of_both() -> None:
    assert not AanTafel("ouder-0", ("Sam Bos", "Sam Vos"), ("Sam Bos", "Sam Vos")).mag_van("Sam")


@pytest.mark.parametrize(
    ("tekst", "mag"),
    [
        ("Rob", True),
        ("mentor", True),
        ("", True),
        ("Els (moeder)", False),
        ("Rob en Els", False),
        ("mama", False),
        ("Bram belt de moeder", False),
        ("de ouders om de beurt", False),
        ("mentor Bram naar Els' huis", False),
        ("mentor op Els-dagen", False),
    ],
)
def test_goals_and_actions_that_name_the_other_parent_stay_away(tekst: str, mag: bool) -> None:
    assert ROB.mag_tekst(tekst) is mag
    assert AanTafel(GEZIN, OUDERS, MENSEN).mag_tekst(tekst)


def test_the_toelichting_is_for_all_or_for_nobody() -> None:
    assert not ROB.met_toelichting
    assert AanTafel(GEZIN, OUDERS, MENSEN).met_toelichting


@pytest.mark.parametrize(
    ("gesloten_door", "wie_mag"),
    [
        ((), {GEZIN, "", "ouder-0", BRAM, SARA}),
        (("bram",), {BRAM}),
        (("bram", "sara"), set()),
        (("iemand van een andere casus",), set()),
        (("",), set()),
    ],
)
def test_what_a_jongere_keeps_back_is_for_the_jongere_alone(
    gesloten_door: tuple[str, ...], wie_mag: set[str]
) -> None:
    """Not for a sister either, also not where both closed it; and of somebody who was erased for nobody."""
    tables = (GEZIN, "", "ouder-0", BRAM, SARA)
    seen = {
        wie for wie in tables if AanTafel(wie, OUDERS, MENSEN, ("bram", "sara")).mag_onderdeel(gesloten_door)
    }
    assert seen == wie_mag


def test_it_is_asked_only_where_it_makes_a_difference() -> None:
    for variant in PlanVariant:
        codes = [code for _, code in wie_kan(variant, (), OUDERS)]
        apart = variant is PlanVariant.GESCHEIDEN_OUDERS
        assert codes == (["ouder-0", "ouder-1", GEZIN] if apart else [])
    assert wie_kan(PlanVariant.GESCHEIDEN_OUDERS, (), ("Els",)) == []
    assert [code for _, code in wie_kan(PlanVariant.JONGERE, ("Bram",), OUDERS)] == [GEZIN, BRAM]
    both = wie_kan(PlanVariant.JONGERE, ("Bram", "Sara"), OUDERS)
    assert both[1:] == [("Alleen Bram", BRAM), ("Alleen Sara", SARA)]


@pytest.mark.parametrize("variant", PlanVariant)
def test_of_parents_who_live_apart_each_can_be_there_alone_in_every_variant(variant: PlanVariant) -> None:
    codes = [code for _, code in wie_kan(variant, (), OUDERS, apart=True)]
    assert codes == ["ouder-0", "ouder-1", GEZIN]
    oud = [code for _, code in wie_kan(PlanVariant.JONGERE, ("Bram",), OUDERS, apart=True)]
    assert oud == ["ouder-0", "ouder-1", GEZIN, BRAM]
