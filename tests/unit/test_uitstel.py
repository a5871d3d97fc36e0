"""A family that wants it later is never a red number of the worker (S26)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, RedenLater
from kernteam_tui.domain.feiten import CasusFeiten
from kernteam_tui.domain.signalen import Signaal, bepaal_signalen
from kernteam_tui.domain.uitstel import keuze_van_gezin, streefdag, waarom_later
from tests.unit.feitenbouw import MAANDAG, beeld, feiten, gesprek

START = GesprekSoort.STARTGESPREK
VRIJDAG = date(2026, 11, 27)
"""Last day of the week."""
LATER = date(2026, 12, 10)


def van_het_begin(facts: CasusFeiten, vandaag: date = LATER) -> list[Signaal]:
    """What is asked about the first talks."""
    return [
        signaal
        for signaal in bepaal_signalen(beeld(facts, vandaag))
        if signaal.regel.startswith(("startgesprek", "kennismaking"))
    ]


def rood(signalen: list[Signaal], vandaag: date = LATER) -> list[str]:
    """What a screen shows as too late."""
    return [s.regel for s in signalen if s.uiterlijk is not None and s.uiterlijk < vandaag]


def test_control_without_a_reason_the_same_casus_is_red() -> None:
    assert rood(van_het_begin(feiten())) == ["startgesprek_te_laat", "kennismaking_te_laat"]


@pytest.mark.parametrize("keuze", [RedenLater.EIGEN_VERZOEK, RedenLater.AGENDA_GEZIN])
@pytest.mark.parametrize(
    "gesprekken",
    [
        (),
        (gesprek(START, GesprekStaat.GEPLAND, LATER + timedelta(days=4)),),
        (gesprek(START, GesprekStaat.AFGEZEGD, date(2026, 11, 25)),),
    ],
    ids=["nothing planned", "planned later", "cancelled"],
)
def test_what_the_family_chose_is_never_red(keuze: RedenLater, gesprekken: Any) -> None:
    facts = feiten(startgesprek_keuze=keuze, gesprekken=gesprekken)
    assert rood(van_het_begin(facts)) == []


@pytest.mark.parametrize("keuze", [RedenLater.AGENDA_PARTNER, RedenLater.WIJ])
def test_another_ones_choice_still_asks_for_a_talk_in_red(keuze: RedenLater) -> None:
    assert "startgesprek_te_laat" in rood(van_het_begin(feiten(startgesprek_keuze=keuze)))


def test_nobody_came_to_a_talk_that_stood_in_time_is_not_red_but_asks_a_new_moment() -> None:
    missed = feiten(gesprekken=(gesprek(START, GesprekStaat.NIET_VERSCHENEN, date(2026, 11, 26)),))
    (signaal,) = van_het_begin(missed)
    assert (signaal.regel, signaal.uiterlijk) == ("startgesprek_plannen", None)
    assert signaal.waarom == "er kwam niemand; het stond op tijd"


def test_nobody_came_to_a_talk_that_was_too_late_already_stays_red() -> None:
    missed = feiten(gesprekken=(gesprek(START, GesprekStaat.NIET_VERSCHENEN, date(2026, 12, 1)),))
    assert rood(van_het_begin(missed)) == ["startgesprek_te_laat"]


def test_the_week_counts_from_the_day_that_the_family_named() -> None:
    facts = feiten(gezin_vanaf=date(2026, 12, 7), startgesprek_keuze=RedenLater.EIGEN_VERZOEK)
    assert streefdag(facts, VRIJDAG) == date(2026, 12, 14)
    (before,) = van_het_begin(facts, date(2026, 12, 14))
    assert (before.regel, before.uiterlijk) == ("startgesprek_plannen", date(2026, 12, 14))
    assert before.waarom == "het gezin wil vanaf ma 7 dec; uiterlijk ma 14 dec"
    (after,) = van_het_begin(facts, date(2026, 12, 15))
    assert (after.regel, after.waarom) == (
        "startgesprek_te_laat",
        "het gezin wilde vanaf ma 7 dec, uiterlijk was ma 14 dec",
    )


@given(
    keuze=st.sampled_from([None, *RedenLater]),
    vanaf=st.none() | st.dates(date(2026, 11, 20), date(2027, 2, 1)),
    vandaag=st.dates(MAANDAG, date(2027, 3, 1)),
)
def test_red_begins_only_after_the_day_that_counts(
    keuze: RedenLater | None, vanaf: date | None, vandaag: date
) -> None:
    facts = feiten(startgesprek_keuze=keuze, gezin_vanaf=vanaf, kennismaking_aangeboden_op=MAANDAG)
    last = streefdag(facts, VRIJDAG)
    assert bool(rood(van_het_begin(facts, vandaag), vandaag)) is (last is not None and vandaag > last)
    assert last is None or last >= VRIJDAG
    assert (last == VRIJDAG) or keuze_van_gezin(facts, VRIJDAG)


def test_a_family_that_could_come_from_the_first_day_on_chose_nothing() -> None:
    """`Vanaf` the day of the aanmelding delays nobody, so the worker's week being over is said in red."""
    at_once = feiten(gezin_vanaf=date(2026, 11, 20))
    assert not keuze_van_gezin(at_once, VRIJDAG)
    planned = gesprek(START, GesprekStaat.GEPLAND, LATER)
    assert rood(van_het_begin(feiten(gezin_vanaf=date(2026, 11, 20), gesprekken=(planned,)))) == [
        "startgesprek_te_laat"
    ]
    assert keuze_van_gezin(feiten(gezin_vanaf=date(2026, 11, 21)), VRIJDAG)


def test_a_first_day_before_the_aanmelding_takes_no_day_of_the_week() -> None:
    assert streefdag(feiten(gezin_vanaf=date(2026, 11, 16)), VRIJDAG) == VRIJDAG


def test_nobody_came_on_the_very_last_day_or_to_another_talk() -> None:
    stood_in_time = gesprek(START, GesprekStaat.NIET_VERSCHENEN, VRIJDAG)
    assert keuze_van_gezin(feiten(gesprekken=(stood_in_time,)), VRIJDAG)
    cancelled = gesprek(START, GesprekStaat.AFGEZEGD, VRIJDAG)
    assert not keuze_van_gezin(feiten(gesprekken=(cancelled,)), VRIJDAG)
    other = gesprek(GesprekSoort.HUISBEZOEK, GesprekStaat.NIET_VERSCHENEN, MAANDAG)
    assert not keuze_van_gezin(feiten(gesprekken=(other,)), VRIJDAG)


def test_the_choice_is_not_said_beside_the_wish() -> None:
    both = feiten(gezin_vanaf=date(2026, 12, 7), startgesprek_keuze=RedenLater.EIGEN_VERZOEK)
    assert waarom_later(both) == "het gezin wil vanaf ma 7 dec"


def test_why_it_is_later_is_said_once() -> None:
    said = feiten(startgesprek_keuze=RedenLater.WIJ, startgesprek_reden_later="wij hadden geen plek")
    assert waarom_later(said) == "wij hadden geen plek"
    assert waarom_later(feiten()) == ""


@pytest.mark.parametrize(
    "anders",
    [
        {"gezin_vanaf": date(2026, 12, 7)},
        {"startgesprek_aangeboden_op": MAANDAG},
        {"startgesprek_keuze": RedenLater.EIGEN_VERZOEK},
    ],
)
def test_the_clock_of_the_kennismaking_stops_at_the_offer(anders: dict[str, Any]) -> None:
    late = [s.regel for s in van_het_begin(feiten(**anders)) if s.regel.startswith("kennismaking")]
    assert late == []
