"""The fase is computed from facts; the first match wins (design 4)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kernteam_tui.domain.codes import AfsluitSoort, Fase, GesprekSoort, GesprekStaat
from kernteam_tui.domain.fase import bepaal_fase
from kernteam_tui.domain.feiten import CasusFeiten
from tests.unit.feitenbouw import MAANDAG, feiten, gesprek

GEHOUDEN = gesprek(GesprekSoort.STARTGESPREK, GesprekStaat.GEHOUDEN, date(2026, 11, 23))
GEPLAND = gesprek(GesprekSoort.STARTGESPREK, GesprekStaat.GEPLAND, date(2026, 11, 24))
VERZET = gesprek(GesprekSoort.KENNISMAKING, GesprekStaat.VERZET, date(2026, 11, 25))
AFGEZEGD = gesprek(GesprekSoort.KENNISMAKING, GesprekStaat.AFGEZEGD, date(2026, 11, 25))
HUISBEZOEK = gesprek(GesprekSoort.HUISBEZOEK, GesprekStaat.GEPLAND, date(2026, 11, 25))
GESTART = date(2026, 10, 1)
EERDER: dict[str, Any] = {
    "begeleiding_gestart": GESTART,
    "evaluatie_uitkomst": "Het lukt.",
    "geevalueerd_op": date(2026, 10, 15),
}
"""An earlier evaluation; its words stay until the next one."""
VOORBIJ, VANDAAG, STRAKS = date(2026, 11, 1), MAANDAG, date(2026, 12, 1)


@pytest.mark.parametrize(
    ("facts", "fase"),
    [
        (feiten(), Fase.AANGEMELD),
        (feiten(gesprekken=(AFGEZEGD,)), Fase.AANGEMELD),
        (feiten(gesprekken=(HUISBEZOEK,)), Fase.AANGEMELD),
        (feiten(gesprekken=(GEPLAND,)), Fase.KENNISMAKING_GEPLAND),
        (feiten(gesprekken=(VERZET,)), Fase.KENNISMAKING_GEPLAND),
        (feiten(gesprekken=(GEHOUDEN,)), Fase.WACHT_OP_START),
        (feiten(gesprekken=(GEHOUDEN,), begeleiding_gestart=GESTART), Fase.IN_BEGELEIDING),
        (feiten(begeleiding_gestart=GESTART, evaluatie_op=STRAKS), Fase.IN_BEGELEIDING),
        (feiten(begeleiding_gestart=GESTART, evaluatie_op=VANDAAG), Fase.EVALUATIE),
        (feiten(begeleiding_gestart=GESTART, evaluatie_op=VOORBIJ), Fase.EVALUATIE),
        (
            feiten(begeleiding_gestart=GESTART, evaluatie_op=VOORBIJ, evaluatie_uitkomst="Het lukt."),
            Fase.IN_BEGELEIDING,
        ),
        (feiten(**EERDER, evaluatie_op=VOORBIJ), Fase.EVALUATIE),
        (feiten(**EERDER, evaluatie_op=STRAKS), Fase.IN_BEGELEIDING),
        (feiten(**EERDER, evaluatie_op=date(2026, 10, 15)), Fase.IN_BEGELEIDING),
        (feiten(zorg_zonder_vraag=True, evaluatie_op=VOORBIJ), Fase.ZORG_ZONDER_VRAAG),
        (feiten(afsluiting=AfsluitSoort.AFGESLOTEN, zorg_zonder_vraag=True), Fase.AFGESLOTEN),
        (feiten(afsluiting=AfsluitSoort.OVERGEDRAGEN), Fase.OVERGEDRAGEN),
        (feiten(afsluiting=AfsluitSoort.NIET_GESTART), Fase.NIET_GESTART),
    ],
)
def test_facts_decide_the_fase(facts: CasusFeiten, fase: Fase) -> None:
    assert bepaal_fase(facts, MAANDAG) is fase


def test_every_fase_of_the_contract_can_be_reached() -> None:
    assert {code.value for code in Fase} == {
        "aangemeld",
        "kennismaking_gepland",
        "wacht_op_start",
        "in_begeleiding",
        "evaluatie",
        "afgesloten",
        "zorg_zonder_vraag",
        "overgedragen",
        "niet_gestart",
    }
