"""An action is the worker's by any of her names; a text that says that no help comes asks for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.gezinsplan import Actie, Gezinsplan
from kernteam_tui.domain.plancontrole import Controlepunt, Naar, PlanOmgeving, controleer_plan
from tests.unit.gezinsplan.test_plancontrole import LINA, een_plan, vereiste, zei

VANDAAG = date(2026, 11, 23)
OMGEVING = PlanOmgeving(("Lina",), "Fatma", (JaNeeOnbekend.JA,), VANDAAG, eigen_namen=("Véra de Wit", "Véra"))
ONBEKEND = JaNeeOnbekend.ONBEKEND


def punt(nr: int, plan: Gezinsplan, omgeving: PlanOmgeving = OMGEVING) -> Controlepunt:
    return controleer_plan(plan, omgeving)[nr - 1]


@pytest.mark.parametrize(
    ("wie", "van_een_ander"),
    [
        ("Véra de Wit", False),
        ("vera", False),
        (" Vera  de wit ", False),
        ("Vera (gezinswerker)", False),
        ("de gezinswerker", False),
        ("Fatma", True),
        ("Vera Jansen", True),
        ("Veerle", True),
        ("Véra en moeder", True),
        ("", False),
    ],
)
def test_7_what_stands_under_your_own_name_is_yours(wie: str, van_een_ander: bool) -> None:
    plan = Gezinsplan(gezin_id="g", acties=[Actie(wat="Bellen", wie=wie, wanneer=VANDAAG)])
    assert punt(7, plan).in_orde is van_een_ander
    plan.acties.append(Actie(wat="Fietsen", wie="Oma", wanneer=VANDAAG))
    assert punt(7, plan).in_orde is True


@pytest.mark.parametrize(
    "tekst",
    [
        "Niet nodig.",
        "Geen.",
        "Geen extra hulp",
        "Er komt geen hulp bij.",
        "Er is nu geen andere hulp nodig.",
        "Nee",
        "N.v.t.",
        "nvt",
    ],
)
def test_12_a_text_that_says_that_no_help_comes_does_not_apply(tekst: str) -> None:
    assert punt(12, een_plan(hulp_die_erbij_komt=tekst)).in_orde is None


@pytest.mark.parametrize(
    "tekst",
    [
        "Een coach.",
        "Geen groep, maar een coach voor Lina alleen.",
        "Lina wil niet naar een groep. Een coach komt thuis.",
        "Er is geen plek bij de coach: wachtlijst.",
        "Een coach. Elke week een uur. Drie maanden. Alleen lukt het Fatma niet.",
    ],
)
def test_12_anything_else_is_help_of_which_five_things_are_asked(tekst: str) -> None:
    found = punt(12, een_plan(hulp_die_erbij_komt=tekst))
    assert found.in_orde is False
    assert "welke deskundigheid" in found.wat_nu


def test_12_five_sentences_can_hold_the_five_things() -> None:
    vijf = "Een coach. Elke week een uur. Drie maanden. Alleen lukt het niet. Een orthopedagoog dacht mee."
    assert punt(12, een_plan(hulp_die_erbij_komt=vijf)).in_orde is True


def test_11_gezag_that_nobody_knows_is_asked_also_where_the_jongere_decides_alone() -> None:
    """At sixteen nobody else has to consent; who has gezag still decides who is informed (Awb, BW 1:377c)."""
    plan = Gezinsplan(gezin_id="g")
    zei(plan, LINA)
    alone = replace(OMGEVING, gevraagd=(LINA,), vereisten=(vereiste(Leeftijdsband.VAN_16, ONBEKEND),))
    assert punt(11, plan, alone).in_orde is True
    found = punt(11, plan, replace(alone, gezag=(ONBEKEND,)))
    assert (found.in_orde, found.naar) == (False, Naar.GEZIN)
    assert found.wat_nu == "Ga na wie gezag heeft en hoe je dat weet."
