"""The thirteenth look at a plan counts sentences as the help with language does."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.gezinsplan import Actie, Gezinsplan
from kernteam_tui.domain.plancontrole import Controlepunt, PlanOmgeving, controleer_plan

OMGEVING = PlanOmgeving(jongeren=("Lina",), regisseur="Elif", gezag=(), vandaag=date(2026, 11, 23))
VIJFTIEN = "Lina gaat elke dag met haar broer op de fiets naar school en dat lukt"


def dertien(toelichting: str, actie: str = "") -> Controlepunt:
    plan = Gezinsplan(gezin_id="g")
    plan.onderdeel("veiligheid").toelichting = toelichting
    if actie:
        plan.acties.append(Actie(wat=actie))
    return controleer_plan(plan, OMGEVING)[12]


@pytest.mark.parametrize(
    ("toelichting", "in_orde"),
    [
        (f"{VIJFTIEN}.", True),
        (f"{VIJFTIEN} goed.", False),
        (f"{VIJFTIEN}. Oma belt.", True),
        (f"{VIJFTIEN}\nOma belt haar elke ochtend wakker.", True),
        (f"Zij gaat bijv. {VIJFTIEN}.", False),
        (f"Lina zegt: „{VIJFTIEN} beter en dat vind ik fijn.”", True),
        ("", True),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(toelichting: str, in_orde: bool) -> None:
    punt = dertien(toelichting)
    assert (punt.nr, punt.wat) == (13, "Jouw zinnen zijn kort (hoogstens 15 woorden)")
    assert punt.in_orde is in_orde


def test_the_longest_is_where_it_is_mended() -> None:
    assert dertien(f"{VIJFTIEN} goed.").onderdeel == "veiligheid"
    assert dertien("Kort.", f"{VIJFTIEN} goed.").onderdeel == "wie_doet_wat"
