"""What became of a talk: each step with its own day, its reason and whose choice it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, RedenLater
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gespreksloop import Gespreksstap, stappen_van

START = datetime(2026, 11, 26, 9, tzinfo=UTC)
NU = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
"""Half past midnight of Tuesday in Amsterdam."""


def gesprek(**anders: object) -> Gesprek:
    return Gesprek(casus_id="c1", soort=GesprekSoort.STARTGESPREK, start=START, **anders)  # type: ignore[arg-type]  # a test says which


def woorden(talk: Gesprek) -> list[str]:
    return [stap.wat for stap in stappen_van(talk)]


def test_a_new_talk_was_planned_and_nothing_else() -> None:
    assert stappen_van(gesprek()) == (Gespreksstap("gepland op do 26 nov 10:00", None),)


def test_offered_and_held_have_their_own_days() -> None:
    talk = gesprek(aangeboden_op=date(2026, 11, 21), staat=GesprekStaat.GEHOUDEN)
    assert stappen_van(talk) == (
        Gespreksstap("aangeboden", date(2026, 11, 21)),
        Gespreksstap("gepland op do 26 nov 10:00", None),
        Gespreksstap("gehouden", date(2026, 11, 26)),
    )


def test_moved_twice_each_step_names_where_it_went_to_then() -> None:
    talk = gesprek()
    talk.verzet(START + timedelta(days=1), "toets", NU, RedenLater.EIGEN_VERZOEK)
    talk.wijzig_plek("kamer 2", "2", "vol", NU + timedelta(hours=1))
    talk.verzet(START + timedelta(days=4), "ziek", NU + timedelta(days=1), RedenLater.AGENDA_PARTNER)
    assert stappen_van(talk) == (
        Gespreksstap("gepland op do 26 nov 10:00", None),
        Gespreksstap(
            "verzet naar vr 27 nov 10:00", date(2026, 11, 24), f"{RedenLater.EIGEN_VERZOEK.label}; toets"
        ),
        Gespreksstap("andere plek", date(2026, 11, 24), "vol"),
        Gespreksstap(
            "verzet naar ma 30 nov 10:00", date(2026, 11, 25), f"{RedenLater.AGENDA_PARTNER.label}; ziek"
        ),
    )


def test_a_reason_that_only_repeats_the_choice_is_said_once_and_taking_back_has_none() -> None:
    talk = gesprek()
    talk.verzet(START + timedelta(days=1), RedenLater.EIGEN_VERZOEK.label, NU, RedenLater.EIGEN_VERZOEK)
    talk.zeg_af("verhuisd", NU)
    talk.herstel(NU)
    assert [stap.waarom for stap in stappen_van(talk)] == ["", RedenLater.EIGEN_VERZOEK.label, "verhuisd", ""]
    assert woorden(talk)[2:] == ["afgezegd", "hersteld"]


def test_nobody_came() -> None:
    assert woorden(gesprek(staat=GesprekStaat.NIET_VERSCHENEN))[-1] == "niemand kwam"
