"""A day of another year carries its year: without it `ma 30 nov` reads in August as one that still comes."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kernteam_tui.domain.datumtekst import dag_kort_op, moment_kort_op
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.plancontrole.afspraken import evaluatie
from kernteam_tui.domain.plancontrole.punten import PlanOmgeving
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.domain.planstaat import Staat, bepaal_staat
from kernteam_tui.domain.signalen import bepaal_signalen
from tests.unit.feitenbouw import beeld, feiten

AUGUSTUS = date(2027, 8, 2)
DAG = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("vandaag", "tekst"),
    [
        (date(2026, 12, 31), "ma 30 nov"),
        (date(2027, 1, 1), "ma 30 nov 2026"),
        (AUGUSTUS, "ma 30 nov 2026"),
        (date(2025, 12, 31), "ma 30 nov 2026"),
    ],
)
def test_the_year_stands_there_where_it_is_another_one(vandaag: date, tekst: str) -> None:
    assert dag_kort_op(DAG, vandaag) == tekst
    assert moment_kort_op(datetime(2026, 11, 30, 9, tzinfo=UTC), vandaag) == f"{tekst} 10:00"


def test_the_moment_of_new_years_eve_is_that_of_amsterdam() -> None:
    middernacht = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert moment_kort_op(middernacht, AUGUSTUS) == "vr 1 jan 00:30"


def test_a_plan_of_last_year_says_when_the_evaluation_was() -> None:
    plan = Gezinsplan(gezin_id="g", evaluatie_op=DAG)
    assert bepaal_staat(plan, Invul.EVALUATIE, True, AUGUSTUS) == (Staat.MIST, "ma 30 nov 2026 is geweest")
    around = PlanOmgeving(("Lina",), "Vera", (), AUGUSTUS)
    assert evaluatie(plan, around).wat_nu.startswith("ma 30 nov 2026 is geweest. ")


def test_vandaag_says_of_which_year_it_was_asked() -> None:
    asked = feiten(
        aangemeld=date(2026, 11, 2), begeleiding_gestart=date(2026, 11, 9), op_papier_gevraagd_op=DAG
    )
    signalen = bepaal_signalen(beeld(asked, AUGUSTUS, papier_uiterlijk=date(2026, 12, 14)))
    waarom = {signaal.regel: signaal.waarom for signaal in signalen}
    assert waarom["plan_op_papier"].startswith("gevraagd ma 30 nov 2026; ")
