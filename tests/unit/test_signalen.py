"""What must be done: every rule with the facts that light it, and the ones that put it out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kernteam_tui.domain.codes import (
    AfsluitSoort,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    Niveau,
    TerugkoppelMoment,
)
from kernteam_tui.domain.feiten import ActieFeit, CasusFeiten, OuderFeit, TerugkoppelFeit
from kernteam_tui.domain.signalen import bepaal_signalen
from tests.unit.feitenbouw import MAANDAG, beeld, feiten, gesprek
from tests.unit.feitenbouw import geboren as born

START, KENNIS = GesprekSoort.STARTGESPREK, GesprekSoort.KENNISMAKING
GEPLAND, GEHOUDEN = GesprekStaat.GEPLAND, GesprekStaat.GEHOUDEN
LOOPT = feiten(
    gesprekken=(gesprek(START, GEHOUDEN, date(2026, 11, 2)),),
    aangemeld=date(2026, 10, 30),
    begeleiding_gestart=date(2026, 11, 2),
    laatste_contact=date(2026, 11, 20),
    plan_versie=1,
)
"""Help that runs well: nothing to do."""


def regels(facts: CasusFeiten, vandaag: date = MAANDAG, **anders: object) -> list[str]:
    return [signaal.regel for signaal in bepaal_signalen(beeld(facts, vandaag, **anders))]


def test_a_new_casus_asks_for_a_kennismaking_and_a_startgesprek() -> None:
    assert regels(feiten()) == ["startgesprek_plannen", "kennismaking_aanbieden"]


def test_help_that_runs_well_asks_nothing() -> None:
    week_in_november = {
        "kennismaking_uiterlijk": date(2026, 11, 6),
        "startgesprek_uiterlijk": date(2026, 11, 6),
    }
    assert regels(LOOPT, **week_in_november) == []


def test_planning_the_startgesprek_within_the_week_clears_both() -> None:
    planned = feiten(gesprekken=(gesprek(START, GEPLAND, date(2026, 11, 26)),))
    assert regels(planned) == []


def test_an_offered_kennismaking_is_not_asked_again() -> None:
    assert regels(feiten(kennismaking_aangeboden_op=MAANDAG)) == ["startgesprek_plannen"]


def test_after_the_week_the_startgesprek_is_too_late_and_comes_first() -> None:
    late = regels(feiten(), date(2026, 11, 30))
    assert late == ["startgesprek_te_laat", "kennismaking_te_laat"]


def test_on_the_last_day_it_is_not_late_yet() -> None:
    assert "startgesprek_plannen" in regels(feiten(), date(2026, 11, 27))


def test_a_startgesprek_planned_after_the_week_asks_the_reason_once() -> None:
    after = gesprek(START, GEPLAND, date(2026, 12, 1))
    assert regels(feiten(gesprekken=(after,))) == ["startgesprek_te_laat"]
    assert regels(feiten(gesprekken=(after,), startgesprek_reden_later="gezin wilde later")) == []


def test_a_cancelled_startgesprek_brings_the_signal_back() -> None:
    cancelled = gesprek(START, GesprekStaat.AFGEZEGD, date(2026, 11, 26))
    assert "startgesprek_plannen" in regels(feiten(gesprekken=(cancelled,)))


def test_a_talk_that_is_over_must_be_noted() -> None:
    over = gesprek(START, GEPLAND, MAANDAG, uur=9)
    assert regels(feiten(gesprekken=(over,))) == ["gesprek_vastleggen"]
    later_today = gesprek(START, GEPLAND, MAANDAG, uur=15)
    assert regels(feiten(gesprekken=(later_today,))) == []


def test_a_kennismaking_after_the_fifth_working_day_asks_why_and_is_no_red_number() -> None:
    held = feiten(
        gesprekken=(gesprek(KENNIS, GEHOUDEN, date(2026, 11, 30)),), laatste_contact=date(2026, 11, 30)
    )
    assert "kennismaking_reden" in regels(held, date(2026, 12, 1))


def test_unknown_gezag_nags_and_names_no_parent() -> None:
    unknown = feiten(
        gesprekken=(gesprek(START, GEPLAND, date(2026, 11, 26)),),
        ouders=(OuderFeit("o1", "Fatma Yilmaz", JaNeeOnbekend.ONBEKEND),),
    )
    [signaal] = bepaal_signalen(beeld(unknown))
    assert (signaal.regel, signaal.tekst) == ("gezag_onbekend", "gezag nagaan van een ouder")
    assert "Fatma" not in signaal.tekst + signaal.waarom


@pytest.mark.parametrize(("weten", "gevraagd"), [(False, True), (True, False), (None, False)])
def test_parents_who_do_not_know_are_told(weten: bool | None, gevraagd: bool) -> None:
    assert ("ouders_informeren" in regels(feiten(ouders_weten=weten))) is gevraagd


def _afspraak(moment: TerugkoppelMoment, op: date | None = None) -> tuple[TerugkoppelFeit, ...]:
    return (TerugkoppelFeit("t1", "JGZ", Niveau.GESTART_GESTOPT, moment, op),)


@pytest.mark.parametrize(
    ("facts", "vuurt"),
    [
        (feiten(terugkoppelingen=_afspraak(TerugkoppelMoment.BIJ_START)), False),
        (
            feiten(
                terugkoppelingen=_afspraak(TerugkoppelMoment.BIJ_START),
                begeleiding_gestart=date(2026, 11, 20),
            ),
            True,
        ),
        (feiten(terugkoppelingen=_afspraak(TerugkoppelMoment.BIJ_AFSLUITEN)), False),
        (
            feiten(
                terugkoppelingen=_afspraak(TerugkoppelMoment.BIJ_AFSLUITEN),
                afsluiting=AfsluitSoort.AFGESLOTEN,
                afgesloten_op=MAANDAG,
            ),
            True,
        ),
        (feiten(terugkoppelingen=_afspraak(TerugkoppelMoment.BIJ_WEIGERING)), False),
        (feiten(terugkoppelingen=_afspraak(TerugkoppelMoment.BIJ_WEIGERING), zorg_zonder_vraag=True), True),
        (feiten(terugkoppelingen=_afspraak(TerugkoppelMoment.OP_DATUM, date(2026, 12, 24))), False),
        (feiten(terugkoppelingen=_afspraak(TerugkoppelMoment.OP_DATUM, date(2026, 11, 26))), True),
    ],
)
def test_a_promise_to_a_partner_fires_at_its_moment(facts: CasusFeiten, vuurt: bool) -> None:
    assert ("terugkoppelen" in regels(facts)) is vuurt


def test_actions_past_their_day_are_one_line_with_the_oldest() -> None:
    acties = (
        ActieFeit("a1", "mentor bellen", "vader", date(2026, 11, 20)),
        ActieFeit("a2", "gym bespreken", "Lina", date(2026, 11, 13)),
        ActieFeit("a3", "later", "oma", date(2026, 12, 20)),
        ActieFeit("a4", "zonder dag", "oma", None),
    )
    [signaal] = [s for s in bepaal_signalen(beeld(feiten(acties=acties))) if s.regel == "actie_over_datum"]
    assert signaal.tekst == "2 acties zijn over de datum"
    assert signaal.uiterlijk == date(2026, 11, 13)
    assert signaal.waarom == "Lina: gym bespreken (vr 13 nov)"


def test_actions_of_a_talk_are_a_line_of_their_own_that_opens_that_talk() -> None:
    acties = (
        ActieFeit("a1", "mentor bellen", "vader", date(2026, 11, 20)),
        ActieFeit("d1", "belt school", "leerplichtambtenaar", date(2026, 11, 19), "g1"),
        ActieFeit("d2", "gym bespreken", "mentor", date(2026, 11, 18), "g2"),
        ActieFeit("d3", "later", "mentor", date(2026, 12, 18), "g2"),
    )
    signalen = [s for s in bepaal_signalen(beeld(feiten(acties=acties))) if s.regel == "actie_over_datum"]
    assert [(s.tekst, s.doel, s.over_id) for s in signalen] == [
        ("1 gespreksactie is over de datum", "gesprek_vastleggen", "g2"),
        ("1 gespreksactie is over de datum", "gesprek_vastleggen", "g1"),
        ("1 actie is over de datum", "gezinsplan", "a1"),
    ]
    assert signalen[1].waarom == "leerplicht: belt school (do 19 nov)"


@pytest.mark.parametrize(
    ("dagen", "zichtbaar"),
    [(-3, True), (0, True), (7, True), (8, False)],
    ids=["past", "today", "week", "later"],
)
def test_an_evaluation_is_named_a_week_ahead(dagen: int, zichtbaar: bool) -> None:
    facts = feiten(evaluatie_op=MAANDAG + timedelta(days=dagen))
    assert ("evaluatie" in regels(facts)) is zichtbaar


@pytest.mark.parametrize(("dagen", "doel"), [(-3, "planevaluatie"), (0, "planevaluatie"), (1, "gezinsplan")])
def test_an_evaluation_that_is_due_opens_the_evaluation(dagen: int, doel: str) -> None:
    facts = feiten(evaluatie_op=MAANDAG + timedelta(days=dagen))
    assert [s.doel for s in bepaal_signalen(beeld(facts)) if s.regel == "evaluatie"] == [doel]


@pytest.mark.parametrize(("gehouden", "vraagt"), [(-20, True), (-3, True), (0, False), (2, False)])
def test_the_words_of_the_last_time_do_not_make_the_next_one_done(gehouden: int, vraagt: bool) -> None:
    facts = feiten(
        evaluatie_op=MAANDAG,
        evaluatie_uitkomst="Het gaat beter.",
        geevalueerd_op=MAANDAG + timedelta(days=gehouden),
    )
    assert ("evaluatie" in regels(facts)) is vraagt


def test_an_evaluation_with_an_outcome_is_done() -> None:
    assert "evaluatie" not in regels(feiten(evaluatie_op=MAANDAG, evaluatie_uitkomst="Het gaat beter."))


@pytest.mark.parametrize(("dagen", "stil"), [(14, False), (15, True)])
def test_silence_counts_from_the_last_contact(dagen: int, stil: bool) -> None:
    facts = feiten(begeleiding_gestart=date(2026, 9, 1), laatste_contact=MAANDAG - timedelta(days=dagen))
    assert ("stil" in regels(facts)) is stil


def test_silence_says_how_often_was_tried() -> None:
    facts = feiten(begeleiding_gestart=date(2026, 9, 1), laatste_contact=date(2026, 10, 1), pogingen=3)
    [signaal] = [s for s in bepaal_signalen(beeld(facts)) if s.regel == "stil"]
    assert "3 keer geprobeerd" in signaal.waarom


def test_a_raw_note_gets_old() -> None:
    assert "notitie_uitwerken" not in regels(feiten(oudste_concept=MAANDAG - timedelta(days=6)))
    assert "notitie_uitwerken" in regels(feiten(oudste_concept=MAANDAG - timedelta(days=7)))


def test_a_plan_is_fixed_within_six_weeks_of_the_start() -> None:
    started = date(2026, 10, 19)
    facts = feiten(begeleiding_gestart=started, laatste_contact=MAANDAG)
    [signaal] = [s for s in bepaal_signalen(beeld(facts)) if s.regel == "plan_vaststellen"]
    assert signaal.uiterlijk == date(2026, 11, 30)
    assert "plan_vaststellen" not in regels(feiten(begeleiding_gestart=started, plan_versie=1))


def test_six_weeks_that_end_at_christmas_run_on() -> None:
    """Art. 1 Atw: from Friday 13 November they end on Friday 25 December, so on Monday 28."""
    facts = feiten(begeleiding_gestart=date(2026, 11, 13), laatste_contact=MAANDAG)
    [signaal] = [
        s for s in bepaal_signalen(beeld(facts, date(2026, 12, 14))) if s.regel == "plan_vaststellen"
    ]
    assert signaal.uiterlijk == date(2026, 12, 28)


def test_a_family_without_a_question_stays_in_sight() -> None:
    facts = feiten(zorg_zonder_vraag=True)
    assert regels(facts) == ["volgende_poging"]
    assert regels(feiten(zorg_zonder_vraag=True, volgende_poging=date(2027, 1, 10))) == []


@pytest.mark.parametrize(
    ("geboren", "regel"),
    [
        (date(2014, 12, 1), "wordt_12"),
        (date(2010, 12, 1), "wordt_16"),
        (date(2008, 12, 1), "wordt_18"),
        (date(2010, 11, 23), "wordt_16"),
    ],
)
def test_a_birthday_that_changes_things_is_named_a_month_ahead(geboren: date, regel: str) -> None:
    assert regel in regels(feiten(jongeren=(born(geboren),)))


@pytest.mark.parametrize("geboren", [date(2010, 11, 18), date(2011, 1, 15), date(2011, 12, 1)])
def test_other_birthdays_are_not(geboren: date) -> None:
    assert not any(regel.startswith("wordt_") for regel in regels(feiten(jongeren=(born(geboren),))))


def test_born_on_the_leap_day_turns_sixteen_on_the_first_of_march() -> None:
    facts = feiten(jongeren=(born(date(2008, 2, 29)),))
    [signaal] = [s for s in bepaal_signalen(beeld(facts, date(2026, 2, 20))) if s.regel == "wordt_18"]
    assert signaal.uiterlijk == date(2026, 3, 1)


def test_a_closed_casus_asks_nothing_but_what_was_promised() -> None:
    closed = feiten(
        afsluiting=AfsluitSoort.AFGESLOTEN,
        afgesloten_op=MAANDAG,
        acties=(ActieFeit("a1", "x", "y", date(2026, 1, 1)),),
        evaluatie_op=date(2026, 1, 1),
        ouders=(OuderFeit("o1", "x", JaNeeOnbekend.ONBEKEND),),
        oudste_concept=None,
        jongeren=(born(date(2010, 12, 1)),),
        terugkoppelingen=_afspraak(TerugkoppelMoment.BIJ_AFSLUITEN),
    )
    assert regels(closed) == ["terugkoppelen"]


def test_spoed_goes_first_on_the_same_day() -> None:
    from kernteam_tui.domain.signalen import sorteer

    [gewoon, *_] = bepaal_signalen(beeld(feiten()))
    [spoed, *_] = bepaal_signalen(beeld(feiten(spoed=True, nummer="2026-032")))
    assert [s.casus for s in sorteer((gewoon, spoed), MAANDAG)] == ["2026-032", "2026-031"]
