"""What was agreed at a talk is ticked when it is done: its signal ends, and ctrl+z brings it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, Rol
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekBeeld,
    GesprekGegevens,
    Uitkomst,
    get_gesprek,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.gespreksacties import list_open_acties, vink_actie_af
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag
from tests.services.conftest import AANMELDING

DAGEN_GELEDEN = datetime(2026, 11, 9, 9, tzinfo=AMSTERDAM)
GISTEREN = date(2026, 11, 22)


@pytest.fixture
def gesprek(sessie: Sessie, school: SchoolBeeld) -> GesprekBeeld:
    """Two weeks ago; the worker would call, leerplicht would look at the days of absence."""
    assert school.kernteam
    casus_id = register_aanmelding(sessie, {**AANMELDING, "aangemeld": "2026-11-06"}).casus_id
    talk = plan_gesprek(
        sessie,
        casus_id,
        GesprekGegevens(
            GesprekSoort.OVERLEG, DAGEN_GELEDEN, wie=(Rol.GEZINSWERKER.value, Rol.LEERPLICHTAMBTENAAR.value)
        ),
    )
    wie = tuple(DeelnemerUitkomst(d.id, True, f"bellen als {d.rol}", GISTEREN) for d in talk.deelnemers)
    return leg_gesprek_vast(sessie, talk.id, talk.revision, Uitkomst(GesprekStaat.GEHOUDEN, wie))


def over_datum(sessie: Sessie) -> list[str]:
    return [s.tekst for s in get_vandaag(sessie).signalen if s.regel == "actie_over_datum"]


def opnieuw(gesprek: GesprekBeeld, **anders: Any) -> Uitkomst:
    """The outcome as it stands, the first participant otherwise."""
    wie = tuple(DeelnemerUitkomst(d.id, True, d.actie, d.actie_op, d.actie_klaar) for d in gesprek.deelnemers)
    return Uitkomst(gesprek.staat, (replace(wie[0], **anders), *wie[1:]))


def test_each_tick_takes_one_from_the_signal_and_the_last_ends_it(
    sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    eerste, tweede = list_open_acties(sessie, gesprek.id)
    assert over_datum(sessie) == ["2 gespreksacties zijn over de datum"]
    vink_actie_af(sessie, gesprek.id, eerste.deelnemer_id)
    assert over_datum(sessie) == ["1 gespreksactie is over de datum"]
    assert list_open_acties(sessie, gesprek.id) == (tweede,)
    vink_actie_af(sessie, gesprek.id, tweede.deelnemer_id)
    assert over_datum(sessie) == []
    assert [d.actie_klaar for d in get_gesprek(sessie, gesprek.id).deelnemers] == [True, True]


def test_a_tick_is_taken_back(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    eerste = list_open_acties(sessie, gesprek.id)[0]
    weg = doe_met_opname(vink_actie_af, sessie, gesprek.id, eerste.deelnemer_id).ongedaan("Afgevinkt")
    assert weg is not None
    weg.zet_terug(sessie)
    assert over_datum(sessie) == ["2 gespreksacties zijn over de datum"]


def test_the_form_of_the_talk_ticks_and_clears(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    na = leg_gesprek_vast(sessie, gesprek.id, gesprek.revision, opnieuw(gesprek, klaar=True))
    assert over_datum(sessie) == ["1 gespreksactie is over de datum"]
    leg_gesprek_vast(sessie, na.id, na.revision, opnieuw(na, klaar=False))
    assert over_datum(sessie) == ["2 gespreksacties zijn over de datum"]


def test_without_an_action_there_is_nothing_done(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    na = leg_gesprek_vast(sessie, gesprek.id, gesprek.revision, opnieuw(gesprek, actie=" ", klaar=True))
    assert na.deelnemers[0].actie_klaar is False
    with pytest.raises(NietGevonden):
        vink_actie_af(sessie, gesprek.id, na.deelnemers[0].id)


def test_a_tick_is_in_the_log_without_what_was_agreed(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    vink_actie_af(sessie, gesprek.id, list_open_acties(sessie, gesprek.id)[0].deelnemer_id)
    with sessie.lezen() as conn:
        regel = lees_log(conn, gesprek.casus_id)[0]
    assert regel.wat == "overleg: afspraak klaar"
