"""What the page shows, leaves out and misses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kernteam_tui.domain.bladzijde import (
    TALEN,
    Bereikbaarheid,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    bestandsnaam,
)
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.talen import TALEN as GESPROKEN

HEEL = Bladzijde(
    voor="mevrouw Kaya",
    datum=date(2026, 11, 23),
    plan_versie=3,
    waarom=(Citaat("Lina", "nl", "Omdat."),),
    goed=(Citaat("Lina", "nl", "Oma."),),
    doelen=(BladzijdeDoel("Naar school"),),
    acties=(BladzijdeActie("bellen", "Oma", date(2026, 11, 24)),),
    evaluatie_op=date(2027, 1, 18),
    school_weet=("dat er hulp is",),
    bellen=Bereikbaarheid("Fatma", "06-12345678"),
)


def test_a_whole_plan_misses_nothing() -> None:
    assert (HEEL.meldingen, HEEL.weggelaten) == ((), ())


def test_a_fourth_goal_is_left_out_and_told() -> None:
    vol = replace(HEEL, doelen=tuple(BladzijdeDoel(str(nummer)) for nummer in range(5)))
    assert [doel.wat for doel in vol.getoonde_doelen] == ["0", "1", "2"]
    assert vol.weggelaten == ("2 doelen: op de bladzijde staan er hoogstens 3",)


def test_words_of_spaces_only_count_as_missing() -> None:
    leeg = replace(HEEL, waarom=(Citaat("Lina", "nl", "  \n"),), bellen=Bereikbaarheid("Fatma", " "))
    assert len(leeg.meldingen) == 2


def test_actions_without_name_or_day_are_counted() -> None:
    acties = (BladzijdeActie("a", "Oma"), BladzijdeActie("b", "", date(2026, 12, 1)), BladzijdeActie("c"))
    assert replace(HEEL, acties=acties).meldingen == (
        "Acties zonder naam: 2. Vul in wie het doet.",
        "Acties zonder dag: 2. Op de bladzijde staat ‘dag volgt nog’.",
    )


def test_a_file_name_holds_no_name() -> None:
    plan_id = "019340c2-7d0a-7b3c-9d1e-5f60718297f3"
    assert bestandsnaam(plan_id, 3, "pdf") == "plan-p97f3-v3.pdf"


def test_the_page_speaks_languages_that_families_here_speak() -> None:
    assert len(set(TALEN)) == 7
    assert set(TALEN) <= GESPROKEN.keys()
