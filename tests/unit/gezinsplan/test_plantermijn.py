"""From which day the two terms of a plan run, and what they say on Vandaag."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import AfsluitSoort
from kernteam_tui.domain.gezinsplancodes import Familieplan
from kernteam_tui.domain.plantermijn import papier_vanaf, vaststellen_vanaf
from kernteam_tui.domain.signalen import Signaal, bepaal_signalen
from tests.unit.feitenbouw import MAANDAG, beeld, feiten

DAGEN = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
NIET_OP = date(2026, 11, 2)


def signaal(regel: str, vandaag: date = MAANDAG, **anders: Any) -> Signaal | None:
    facts = feiten(laatste_contact=MAANDAG, **anders)
    return next((s for s in bepaal_signalen(beeld(facts, vandaag)) if s.regel == regel), None)


@given(st.sampled_from(Familieplan), DAGEN, DAGEN)
def test_only_a_no_moves_the_first_day_and_only_a_yes_stops_it(
    stand: Familieplan, op: date | None, gestart: date | None
) -> None:
    since = vaststellen_vanaf(stand, op, gestart)
    if stand is Familieplan.WIL_WEL:
        assert since is None
    elif stand is Familieplan.WIL_NIET and op is not None:
        assert since == op
    else:
        assert since == gestart


@given(DAGEN, DAGEN)
def test_who_asked_waits_until_it_was_given_on_that_day_or_later(
    gevraagd: date | None, gegeven: date | None
) -> None:
    waits = papier_vanaf(gevraagd, gegeven)
    assert waits in (None, gevraagd)
    answered = gevraagd is not None and gegeven is not None and gegeven >= gevraagd
    assert (waits is None) == (gevraagd is None or answered)


def test_a_family_that_said_no_has_the_six_weeks_also_before_the_help_began() -> None:
    found = signaal("plan_vaststellen", familieplan=Familieplan.WIL_NIET, familieplan_op=NIET_OP)
    assert found is None, "three weeks ahead is early enough to say nothing"
    later = MAANDAG + timedelta(days=7)
    found = signaal("plan_vaststellen", later, familieplan=Familieplan.WIL_NIET, familieplan_op=NIET_OP)
    assert found is not None
    assert found.uiterlijk == date(2026, 12, 14)
    assert found.waarom == "geen familiegroepsplan sinds ma 2 nov, zes weken: ma 14 dec"


def test_nothing_is_asked_of_a_casus_that_is_closed() -> None:
    asked: dict[str, Any] = {"op_papier_gevraagd_op": NIET_OP}
    assert signaal("plan_op_papier", **asked) is not None
    dicht: dict[str, Any] = {"afsluiting": AfsluitSoort.AFGESLOTEN, "afgesloten_op": MAANDAG}
    assert signaal("plan_op_papier", **asked, **dicht) is None
    gestart: dict[str, Any] = {"begeleiding_gestart": date(2026, 10, 1)}
    assert signaal("plan_vaststellen", **gestart) is not None
    assert signaal("plan_vaststellen", **gestart, **dicht) is None
    assert signaal("plan_vaststellen", **gestart, plan_versie=1) is None
