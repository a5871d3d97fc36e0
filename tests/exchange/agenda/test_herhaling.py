"""Repeating rules, against dateutil: another program, written by other people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it has no types
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kernteam_tui.exchange.agenda.grenzen import MAX_WERK_PER_REEKS, AfspraakOnleesbaar, Werk
from kernteam_tui.exchange.agenda.herhaling import DAGEN, lees_herhaling
from kernteam_tui.exchange.agenda.uitrollen import rol_uit
from tests.exchange.agenda.wandklok import wand

VEEL = 10**7


def momenten(regel: str, start: datetime, vanaf: datetime, tot: datetime) -> list[datetime]:
    return list(rol_uit(lees_herhaling(regel), start, vanaf, tot, Werk(VEEL)))


def _lijst(laagste: int, hoogste: int) -> st.SearchStrategy[str]:
    getallen = st.lists(st.integers(laagste, hoogste).filter(bool), min_size=1, max_size=3, unique=True)
    return getallen.map(lambda gekozen: ",".join(map(str, sorted(gekozen))))


@st.composite
def regels(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    delen = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 5))}"]
    kies = st.integers(0, 9)
    if draw(kies) < 3:
        delen.append(f"COUNT={draw(st.sampled_from([1, 3, 10, 50, 300]))}")
    if draw(kies) < 3:
        delen.append(f"WKST={draw(st.sampled_from(DAGEN))}")
    if draw(kies) < 3:
        delen.append(f"BYMONTH={draw(_lijst(1, 12))}")
    if freq != "WEEKLY" and draw(kies) < 2:
        delen.append(f"BYMONTHDAY={draw(_lijst(-31, 31))}")
    weken = freq == "YEARLY" and draw(kies) < 2
    if weken:  # 52 and 53 lie over New Year, where dateutil counts by the wrong year
        delen.append(f"BYWEEKNO={draw(_lijst(1, 51))}")
    elif freq == "YEARLY" and draw(kies) < 2:
        delen.append(f"BYYEARDAY={draw(_lijst(-366, 366))}")
    if weken or draw(kies) < 5:
        # dateutil takes `2MO,MO` as both at once; so all numbered, or none
        genummerd = freq in ("MONTHLY", "YEARLY") and not weken and draw(st.booleans())
        nummers = ["1", "2", "-1", "5", "-2"] if genummerd else [""]
        dagen = st.lists(st.tuples(st.sampled_from(nummers), st.sampled_from(DAGEN)), min_size=1, max_size=3)
        delen.append("BYDAY=" + ",".join(sorted({f"{nummer}{dag}" for nummer, dag in draw(dagen)})))
    if draw(kies) < 2:
        delen.append(f"BYHOUR={draw(_lijst(1, 23))}")
    if len(delen) > 3 and draw(kies) < 2:
        delen.append(f"BYSETPOS={draw(_lijst(-5, 5))}")
    return ";".join(delen)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(
    regel=regels(),
    probeer=st.datetimes(wand(2015, 1, 1), wand(2026, 12, 31)),
    vanaf=st.datetimes(wand(2016, 1, 1), wand(2028, 12, 31)),
    dagen=st.sampled_from([1, 5, 40, 400]),
)
def test_a_rule_says_what_it_says_elsewhere(
    regel: str, probeer: datetime, vanaf: datetime, dagen: int
) -> None:
    probeer = probeer.replace(minute=30, second=0, microsecond=0)
    eerste = momenten(regel, probeer, probeer, probeer + timedelta(days=2500))[1:2]
    assume(eerste)
    start = eerste[0]  # a start that the rule itself gives: what else it should mean is nowhere written
    assume(start in momenten(regel, start, start, start + timedelta(days=1)))
    elders = rrulestr(regel, dtstart=start)
    assume(next(iter(elders)) == start)
    tot = vanaf + timedelta(days=dagen)
    assert momenten(regel, start, vanaf, tot) == _tussen(elders, vanaf, tot)


def _tussen(elders: Iterable[datetime], vanaf: datetime, tot: datetime) -> list[datetime]:
    return [moment for moment in takewhile(lambda moment: moment < tot, elders) if moment >= vanaf]


def test_a_rule_that_is_a_day_off_is_seen() -> None:
    """Control: the comparison tells one rule from the next."""
    start, tot = wand(2026, 11, 2, 9), wand(2027, 11, 2)
    elders = _tussen(rrulestr("FREQ=WEEKLY;BYDAY=MO", dtstart=start), start, tot)
    assert momenten("FREQ=WEEKLY;BYDAY=MO", start, start, tot) == elders
    for ander in ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO;INTERVAL=2", "FREQ=DAILY", "FREQ=MONTHLY"):
        assert momenten(ander, start, start, tot) != elders


NEGEN = wand(2026, 11, 24, 9)


def test_a_start_that_the_rule_does_not_give_is_the_first_instance() -> None:
    """RFC 5545 3.8.5.3: DTSTART is always in the set; it counts."""
    gezien = momenten("FREQ=WEEKLY;BYDAY=MO;COUNT=3", NEGEN, NEGEN, NEGEN + timedelta(days=60))
    assert [moment.day for moment in gezien] == [24, 30, 7]


def test_mixed_weekdays_with_and_without_a_number_are_both_taken() -> None:
    """Every Monday and the second Friday (dateutil would take neither)."""
    gezien = momenten("FREQ=MONTHLY;BYDAY=MO,2FR", NEGEN, NEGEN, wand(2026, 12, 31))
    assert [(moment.month, moment.day) for moment in gezien][1:] == [
        (11, 30),
        (12, 7),
        (12, 11),
        (12, 14),
        (12, 21),
        (12, 28),
    ]


def test_days_of_the_last_week_of_a_year_may_lie_in_the_next() -> None:
    """Week 52 of 2021 ends on Sunday 2 January 2022."""
    start = wand(2020, 12, 24, 9)
    gezien = momenten("FREQ=YEARLY;BYWEEKNO=52;BYDAY=TH,SU", start, start, wand(2022, 6, 1))
    assert [f"{moment:%Y-%m-%d}" for moment in gezien] == [
        "2020-12-24",
        "2020-12-27",
        "2021-12-30",
        "2022-01-02",
    ]


@pytest.mark.parametrize(
    "regel",
    [
        "",
        "SOMS",
        "FREQ=",
        "FREQ=SOMS",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=veel",
        "FREQ=DAILY;UNTIL=morgen",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;WKST=ZO",
        "FREQ=DAILY;BYPASEN=1",
        "FREQ=DAILY;INTERVAL=9999999999999999999999",
    ],
)
def test_a_rule_that_is_none_is_refused(regel: str) -> None:
    with pytest.raises(AfspraakOnleesbaar, match="herhaling is niet te lezen"):
        lees_herhaling(regel)


@pytest.mark.parametrize(
    "regel",
    [
        "FREQ=HOURLY",
        "freq=minutely;interval=600",
        "FREQ=SECONDLY;COUNT=1",
        "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,5,10,15,20,25,30,35",
    ],
)
def test_a_rule_by_the_hour_or_faster_is_refused(regel: str) -> None:
    with pytest.raises(AfspraakOnleesbaar, match="elk uur of vaker"):
        lees_herhaling(regel)


def test_signs_of_other_programs_are_no_fault() -> None:
    assert lees_herhaling(" freq=weekly;byday=mo;x-iets=1; ").dagen == ((0, 0),)


@pytest.mark.parametrize(
    "regel", ["FREQ=DAILY", "FREQ=DAILY;COUNT=999999999", "FREQ=WEEKLY;BYDAY=TU;COUNT=1000000000000"]
)
def test_a_far_start_is_reckoned_not_walked_to(regel: str) -> None:
    werk = Werk()
    start = wand(2, 1, 1, 9)  # a Tuesday
    gezien = list(rol_uit(lees_herhaling(regel), start, NEGEN.replace(hour=0), NEGEN + timedelta(1), werk))
    assert NEGEN in gezien
    assert werk.gedaan < 100


@pytest.mark.parametrize(
    "regel",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=MO;COUNT=100000",
        "FREQ=YEARLY;BYDAY=MO;COUNT=999999",
    ],
)
def test_what_has_to_be_counted_day_by_day_ends_at_a_bound(regel: str) -> None:
    werk = Werk()
    with pytest.raises(AfspraakOnleesbaar, match="te veel rekenwerk"):
        list(rol_uit(lees_herhaling(regel), wand(2, 1, 1), NEGEN, NEGEN + timedelta(9), werk))
    assert werk.gedaan < MAX_WERK_PER_REEKS + 100


def test_a_day_that_never_comes_costs_next_to_nothing() -> None:
    werk = Werk()
    rule = lees_herhaling("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    assert not list(rol_uit(rule, wand(1601, 1, 1), NEGEN, NEGEN + timedelta(9), werk))
    assert werk.gedaan < 50
