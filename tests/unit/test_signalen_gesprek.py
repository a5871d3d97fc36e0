"""Two school days before a talk: who was not asked yet, and an interpreter that was not arranged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kernteam_tui.domain.codes import AfsluitSoort, GesprekSoort, GesprekStaat, JaNeeOnbekend, PersoonRol, Rol
from kernteam_tui.domain.gesprek import Deelnemer
from kernteam_tui.domain.gesprekcheck import volgend_akkoord, volgende_reactie, vraagt_akkoord
from kernteam_tui.domain.kalender import Eigendagen, FeestdagRegels, Kalender, Periode
from kernteam_tui.domain.nadert import nadert
from kernteam_tui.domain.plancodes import Reactie
from kernteam_tui.domain.signalen import bepaal_signalen
from kernteam_tui.exchange.kalender import build_kalender
from kernteam_tui.services.kalenders import kalender_voor
from tests.unit.feitenbouw import MAANDAG, beeld, feiten, gesprek

WOENSDAG = date(2026, 11, 25)
TALK = gesprek(GesprekSoort.STARTGESPREK, GesprekStaat.GEPLAND, WOENSDAG)


def regels(talk: object, *, straks: bool = True, **anders: object) -> list[str]:
    facts = feiten(gesprekken=(talk,), **anders)
    near = frozenset({TALK.id}) if straks else frozenset()
    found = bepaal_signalen(beeld(facts, MAANDAG, straks=near))
    return [s.regel for s in found if s.doel == "gesprekcheck"]


def test_a_talk_that_is_near_asks_what_is_still_open() -> None:
    assert regels(TALK) == []
    assert regels(replace(TALK, tolk_nodig=True)) == ["tolk_regelen"]
    assert regels(replace(TALK, niet_gevraagd=2)) == ["niet_gevraagd"]
    assert regels(replace(TALK, tolk_nodig=True, niet_gevraagd=1)) == ["tolk_regelen", "niet_gevraagd"]


def test_not_of_a_talk_that_is_far_over_cancelled_or_of_a_closed_casus() -> None:
    asks = replace(TALK, tolk_nodig=True, niet_gevraagd=2)
    assert regels(asks, straks=False) == []
    assert regels(replace(asks, staat=GesprekStaat.AFGEZEGD)) == []
    assert regels(replace(asks, start=TALK.start.replace(day=23, hour=8))) == []
    assert regels(asks, afsluiting=AfsluitSoort.AFGESLOTEN, afgesloten_op=MAANDAG) == []


def test_the_line_opens_the_checklist_of_that_talk_and_is_not_late() -> None:
    facts = feiten(gesprekken=(replace(TALK, niet_gevraagd=1),))
    (signaal,) = [s for s in bepaal_signalen(beeld(facts, MAANDAG, straks=frozenset({TALK.id}))) if s.over_id]
    assert (signaal.doel, signaal.over_id, signaal.uiterlijk) == ("gesprekcheck", TALK.id, WOENSDAG)
    assert signaal.tekst == "nog niet iedereen gevraagd (1)"


@pytest.mark.parametrize(
    ("vandaag", "near"),
    [
        (date(2026, 11, 20), False),
        (date(2026, 11, 21), False),  # Saturday: three school days ahead
        (date(2026, 11, 23), True),
        (date(2026, 11, 24), True),
        (date(2026, 11, 25), True),
        (date(2026, 11, 26), False),
    ],
)
def test_near_is_two_school_days_ahead(vandaag: date, near: bool) -> None:
    assert nadert(WOENSDAG, vandaag, Kalender(lambda _: {})) is near


@pytest.mark.parametrize(
    ("talk", "vandaag", "near"),
    [
        (date(2027, 1, 4), date(2026, 12, 16), False),
        (date(2027, 1, 4), date(2026, 12, 17), True),  # the Friday and then the first day after the holidays
        (date(2026, 12, 22), date(2026, 12, 17), False),
        (date(2026, 12, 22), date(2026, 12, 18), True),  # at home, in the holidays: working days
    ],
)
def test_over_the_holidays_the_days_of_the_school_count(talk: date, vandaag: date, near: bool) -> None:
    assert nadert(talk, vandaag, kalender_voor(FeestdagRegels(), "midden", ())) is near


def test_where_the_days_before_it_are_not_known_working_days_count() -> None:
    """Of Friday the school said that it is open; of the days before nobody knows."""
    friday = date(2030, 3, 8)
    kalender = build_kalender(FeestdagRegels(), "midden", eigen=(Eigendagen(Periode(friday, friday)),))
    assert not nadert(friday, date(2030, 3, 4), kalender)
    assert nadert(friday, date(2030, 3, 6), kalender)


def test_a_partner_outside_the_kernteam_needs_the_yes_of_the_family() -> None:
    kernteam = {"k1"}
    assert not vraagt_akkoord(Deelnemer(rol=PersoonRol.OUDER, wie_id="p1"), kernteam)
    assert not vraagt_akkoord(Deelnemer(rol=Rol.MENTOR), kernteam)
    assert not vraagt_akkoord(Deelnemer(rol=Rol.LEERPLICHTAMBTENAAR, wie_id="k1"), kernteam)
    assert not vraagt_akkoord(Deelnemer(rol=Rol.JEUGDARTS), kernteam)
    assert vraagt_akkoord(Deelnemer(rol=Rol.ZORGCOORDINATOR), kernteam)
    assert vraagt_akkoord(Deelnemer(rol=Rol.OVERIG), kernteam)
    assert vraagt_akkoord(Deelnemer(rol="wijkagent"), kernteam)
    assert not vraagt_akkoord(Deelnemer(rol=Rol.ZORGCOORDINATOR, wie_id="k1"), kernteam)


def test_a_key_goes_round() -> None:
    one = Deelnemer(rol=Rol.MENTOR)
    seen = []
    for _ in range(4):
        volgende_reactie(one, MAANDAG)
        seen.append((one.gevraagd_op, one.reactie))
    assert seen == [
        (MAANDAG, Reactie.GEEN),
        (MAANDAG, Reactie.KOMT),
        (MAANDAG, Reactie.KOMT_NIET),
        (None, Reactie.GEEN),
    ]
    answers = []
    for _ in range(3):
        volgend_akkoord(one)
        answers.append(one.akkoord)
    assert answers == [JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND]
