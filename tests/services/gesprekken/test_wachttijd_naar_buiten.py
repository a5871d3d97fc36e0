"""The second clock for another program: how long a family waits for the start, in its band (S62)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from kernteam_tui.cli.casus import casus_tekst, casus_uit
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekGegevens,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok

GEHOUDEN_OP = datetime(2026, 11, 23, 8, 30, tzinfo=AMSTERDAM)


def houd(sessie: Sessie, casus_id: str, soort: GesprekSoort, start: datetime) -> None:
    talk = plan_gesprek(sessie, casus_id, GesprekGegevens(soort, start))
    there = tuple(DeelnemerUitkomst(een.id, True) for een in talk.deelnemers)
    leg_gesprek_vast(sessie, talk.id, talk.revision, Uitkomst(GesprekStaat.GEHOUDEN, there))


def na(sessie: Sessie, dagen: int) -> Sessie:
    return Sessie(sessie.store, VasteKlok(GEHOUDEN_OP + timedelta(days=dagen, hours=2)))


def gegevens(sessie: Sessie, casus: AanmeldingUitkomst) -> dict[str, Any]:
    return casus_uit(get_casus(sessie, casus.casus_id)).gegevens()


def test_before_the_kennismaking_nobody_waits_for_the_start(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    made = gegevens(sessie, casus)
    assert (made["wacht"], made["gewacht"], made["kennismaking_op"]) == (None, None, None)


@pytest.mark.parametrize(
    ("dagen", "band"), [(0, "0-27"), (27, "0-27"), (28, "28-100"), (100, "28-100"), (101, "101+")]
)
def test_the_band_changes_exactly_at_its_edge(
    sessie: Sessie, casus: AanmeldingUitkomst, dagen: int, band: str
) -> None:
    houd(sessie, casus.casus_id, GesprekSoort.KENNISMAKING, GEHOUDEN_OP)
    later = na(sessie, dagen)
    assert gegevens(later, casus)["wacht"] == {"vanaf": "2026-11-23", "dagen": dagen, "band": band}
    tekst = "\n".join(casus_tekst(get_casus(later, casus.casus_id)))
    assert f"Wacht op de start: {dagen} dagen, sinds maandag 23 november 2026" in tekst


def test_once_the_help_began_it_says_how_long_was_waited(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    houd(sessie, casus.casus_id, GesprekSoort.KENNISMAKING, GEHOUDEN_OP)
    later = na(sessie, 30)
    houd(later, casus.casus_id, GesprekSoort.STARTGESPREK, GEHOUDEN_OP + timedelta(days=29))
    made = gegevens(later, casus)
    assert (made["wacht"], made["gewacht"]) == (None, 29)
