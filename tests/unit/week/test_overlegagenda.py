"""What belongs on the agenda of the kernpartneroverleg, what goes along to the next one, and when that is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from kernteam_tui.domain.codes import (
    AfsluitSoort,
    Dag,
    GesprekSoort,
    GesprekStaat,
    Niveau,
    RedenLater,
    TerugkoppelMoment,
)
from kernteam_tui.domain.feiten import ActieFeit, TerugkoppelFeit
from kernteam_tui.domain.kalender import FeestdagRegels
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.overleg import Overleg, Overlegpunt
from kernteam_tui.domain.overlegagenda import (
    ERAF,
    Aanleiding,
    aanleidingen,
    bouw_agenda,
    eerste_vrije,
    gaat_mee,
    verplaatst,
    volgend_moment,
    zet_in_volgorde,
)
from kernteam_tui.domain.plancodes import Overlegsoort
from kernteam_tui.domain.schooltijd import Overlegmoment
from kernteam_tui.domain.signalen import Beeld
from kernteam_tui.exchange.kalender import build_kalender
from tests.unit.feitenbouw import MAANDAG, beeld, feiten, gesprek

START = GesprekSoort.STARTGESPREK
VRIJDAG = date(2026, 11, 27)
DAG = timedelta(days=1)
KALENDER = build_kalender(FeestdagRegels(), "midden")


def van(**anders: Any) -> dict[Overlegsoort, Aanleiding]:
    """Why this casus stands on the agenda of Monday, by kind."""
    return {een.soort: een for een in aanleidingen(beeld(feiten(**anders)), MAANDAG)}


def overleg(*punten: Overlegpunt) -> Overleg:
    return Overleg(school_id="s1", start=datetime(2026, 11, 23, 8, tzinfo=UTC), punten=list(punten))


# --- why -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "anders",
    [
        {"afsluiting": AfsluitSoort.NIET_GESTART},
        {"zorg_zonder_vraag": True},
        {"begeleiding_gestart": MAANDAG},
        {"gesprekken": (gesprek(START, GesprekStaat.GEHOUDEN, MAANDAG),)},
    ],
    ids=["closed", "no question", "begun", "held"],
)
def test_who_needs_no_startgesprek_is_not_asked_for_one(anders: dict[str, Any]) -> None:
    assert Overlegsoort.STARTGESPREK in van(), "control"
    assert Overlegsoort.STARTGESPREK not in van(**anders)


@pytest.mark.parametrize(
    ("vandaag", "zin"), [(VRIJDAG, "uiterlijk vr 27 nov"), (VRIJDAG + DAG, "uiterlijk was vr 27 nov")]
)
def test_the_last_day_is_not_over_yet(vandaag: date, zin: str) -> None:
    (start, *_) = aanleidingen(beeld(feiten(), vandaag), vandaag)
    assert start.tekst == start.buiten == f"startgesprek nog plannen, {zin}"


def test_what_the_family_chose_is_never_said_to_be_past_and_why_is_for_the_worker_alone() -> None:
    """S26; the partners at the table hear no more than that it has to be planned."""
    later = van(startgesprek_keuze=RedenLater.EIGEN_VERZOEK, aangemeld=date(2026, 10, 1))[
        Overlegsoort.STARTGESPREK
    ]
    assert later.buiten == "startgesprek nog plannen"
    assert later.tekst == f"startgesprek nog plannen; {RedenLater.EIGEN_VERZOEK.label}"
    assert later.uiterlijk is None


def test_a_family_that_named_its_first_day_has_a_week_from_that_day() -> None:
    wish = van(gezin_vanaf=date(2026, 12, 7))[Overlegsoort.STARTGESPREK]
    assert wish.uiterlijk == date(2026, 12, 14)
    assert wish.buiten == "startgesprek nog plannen, uiterlijk ma 14 dec"
    assert wish.tekst == f"{wish.buiten}; het gezin wil vanaf ma 7 dec"


def test_a_planned_one_is_said_with_its_moment() -> None:
    talk = gesprek(START, GesprekStaat.GEPLAND, VRIJDAG)
    planned = van(gesprekken=(talk,), startgesprek_keuze=RedenLater.EIGEN_VERZOEK)[Overlegsoort.STARTGESPREK]
    assert planned.tekst == planned.buiten == "startgesprek vr 27 nov 10:00"


def test_an_action_counts_from_its_own_day_on_and_only_while_the_casus_is_open() -> None:
    today, tomorrow = (ActieFeit("a", "mail", "Lia", MAANDAG + n * DAG) for n in (0, 1))
    assert van(acties=(tomorrow,)).get(Overlegsoort.AFSPRAAK) is None
    assert van(acties=(ActieFeit("a", "mail", "Lia", None),)).get(Overlegsoort.AFSPRAAK) is None
    early = ActieFeit("b", "vraag", "Jan", MAANDAG - DAG)
    both = van(acties=(today, early))[Overlegsoort.AFSPRAAK]
    assert (both.tekst, both.buiten) == ("afspraak nagaan: vraag (en nog 1)", "2 afspraken nagaan")
    assert both.uiterlijk == MAANDAG - DAG
    assert van(acties=(today,))[Overlegsoort.AFSPRAAK].buiten == "1 afspraak nagaan"
    assert Overlegsoort.AFSPRAAK not in van(acties=(today,), afsluiting=AfsluitSoort.AFGESLOTEN)


def test_a_promise_to_a_partner_counts_from_its_own_day_on() -> None:
    def op(dag: date) -> TerugkoppelFeit:
        return TerugkoppelFeit("t", "Lia", Niveau.PROCES, TerugkoppelMoment.OP_DATUM, dag)

    assert Overlegsoort.TERUGKOPPELING not in van(terugkoppelingen=(op(MAANDAG + DAG),))
    due = van(terugkoppelingen=(op(MAANDAG),))[Overlegsoort.TERUGKOPPELING]
    assert (due.tekst, due.buiten) == ("terugkoppelen aan Lia", "terugkoppelen")


@pytest.mark.parametrize(("dagen", "staat"), [(27, False), (28, True)])
def test_waiting_from_28_days_on_is_a_point(dagen: int, staat: bool) -> None:
    held = gesprek(GesprekSoort.KENNISMAKING, GesprekStaat.GEHOUDEN, MAANDAG - dagen * DAG)
    assert (Overlegsoort.WACHTTIJD in van(gesprekken=(held,))) is staat


# --- the points ------------------------------------------------------------------------------------


def casus(naam: str, **anders: Any) -> Beeld:
    return beeld(feiten(casus_id=naam, nummer=naam, **anders))


def test_spoed_first_then_the_least_days_then_the_number() -> None:
    """Kind goes above all: a casus that only waits comes behind every startgesprek."""
    waits = gesprek(GesprekSoort.KENNISMAKING, GesprekStaat.GEHOUDEN, MAANDAG - 40 * DAG)
    done = gesprek(START, GesprekStaat.GEHOUDEN, MAANDAG - 40 * DAG)
    beelden = [
        casus("1", gesprekken=(waits, done), spoed=True),
        casus("2", startgesprek_keuze=RedenLater.EIGEN_VERZOEK),
        casus("4"),
        casus("3"),
        casus("5", gezin_vanaf=date(2026, 12, 7), spoed=True),
    ]
    order = [punt.sleutel for punt in bouw_agenda(None, beelden, MAANDAG)]
    assert order == ["5", "3", "4", "2", "1"]


def test_what_was_put_in_order_stays_and_what_was_taken_off_stays_off() -> None:
    first, off = Overlegpunt(casus_id="2", volgorde=0), Overlegpunt(casus_id="1", volgorde=ERAF)
    agenda = bouw_agenda(overleg(off, first), [casus("1"), casus("2"), casus("3")], MAANDAG)
    assert [punt.sleutel for punt in agenda] == ["2", "3"]


@pytest.mark.parametrize(
    ("velden", "blijft"),
    [
        ({"casus_id": "1", "soort": Overlegsoort.STARTGESPREK}, False),
        ({"casus_id": "1", "soort": Overlegsoort.STARTGESPREK, "besproken": True}, True),
        ({"casus_id": "1", "soort": Overlegsoort.STARTGESPREK, "tekst": " "}, False),
        ({"casus_id": "1", "soort": Overlegsoort.STARTGESPREK, "tekst": "wie belt?"}, True),
        ({"casus_id": "1", "soort": Overlegsoort.EIGEN}, True),
        ({"casus_id": "weg", "soort": Overlegsoort.EIGEN, "tekst": "x"}, False),
        ({"tekst": "rooster"}, True),
    ],
)
def test_a_casus_without_a_reason_goes_unless_something_was_typed_or_said(
    velden: dict[str, Any], blijft: bool
) -> None:
    punt = Overlegpunt(**velden)  # not at import: by then the records may not be mapped yet
    quiet = casus("1", begeleiding_gestart=MAANDAG)
    assert bool(bouw_agenda(overleg(punt), [quiet], MAANDAG)) is blijft


def test_putting_in_order_keeps_what_is_off_and_lets_go_what_went_by_itself() -> None:
    off, gone = Overlegpunt(casus_id="1", volgorde=ERAF), Overlegpunt(casus_id="9", volgorde=0)
    meeting = overleg(off, gone)
    agenda = bouw_agenda(meeting, [casus("1"), casus("2"), casus("3")], MAANDAG)
    zet_in_volgorde(meeting, agenda)
    assert [(p.casus_id, p.volgorde) for p in meeting.punten] == [("1", ERAF), ("2", 0), ("3", 1)]
    assert {p.overleg_id for p in meeting.punten if p.casus_id != "1"} == {meeting.id}


def test_a_point_moves_no_further_than_the_ends() -> None:
    agenda = bouw_agenda(None, [casus("1"), casus("2"), casus("3")], MAANDAG)

    def na(sleutel: str, stap: int) -> list[str]:
        return [punt.sleutel for punt in verplaatst(agenda, sleutel, stap)]

    assert na("1", 1) == ["2", "1", "3"]
    assert na("3", -2) == ["3", "1", "2"]
    assert na("1", -1) == na("3", 1) == na("weg", 1) == ["1", "2", "3"]


def test_what_goes_along_is_what_was_typed_and_not_talked_about_and_what_somebody_still_does() -> None:
    typed = Overlegpunt(casus_id="1", soort=Overlegsoort.STARTGESPREK, tekst="wie belt?", volgorde=3)
    own = Overlegpunt(casus_id="5", soort=Overlegsoort.EIGEN, volgorde=4)
    promise = Overlegpunt(tekst="rooster", besproken=True, wie="Lia", actie="mail", volgorde=1)
    not_said = Overlegpunt(tekst="zaal", volgorde=2)
    dropped = [
        Overlegpunt(casus_id="2", soort=Overlegsoort.STARTGESPREK),
        Overlegpunt(casus_id="3", tekst="x", besproken=True),
        Overlegpunt(casus_id="6", tekst="x", besproken=True, actie="nog doen"),
        Overlegpunt(tekst="y", besproken=True, actie="mail", actie_klaar=True),
        Overlegpunt(tekst="z", besproken=True, actie=" "),
        Overlegpunt(casus_id="4", tekst="w", volgorde=ERAF),
    ]
    mee = gaat_mee(overleg(own, typed, promise, not_said, *dropped))
    assert [(p.casus_id, p.tekst, p.soort) for p in mee] == [
        (None, "rooster", Overlegsoort.AFSPRAAK),
        (None, "zaal", Overlegsoort.EIGEN),
        ("1", "wie belt?", Overlegsoort.STARTGESPREK),
        ("5", "", Overlegsoort.EIGEN),
    ]
    assert (mee[0].wie, mee[0].actie, mee[0].besproken) == ("Lia", "mail", False)


# --- when ------------------------------------------------------------------------------------------


def test_the_end_follows_from_the_length() -> None:
    meeting = Overleg(school_id="s1", start=datetime(2026, 11, 23, 8, tzinfo=UTC), minuten=45)
    assert meeting.eind == datetime(2026, 11, 23, 8, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("vanaf", "dag"),
    [
        (MAANDAG, MAANDAG),
        (MAANDAG + DAG, date(2026, 11, 30)),
        (date(2026, 12, 15), date(2027, 1, 4)),  # two Mondays in the kerstvakantie, into another year
        (date(2027, 3, 23), date(2027, 4, 5)),  # Tweede Paasdag; the clock went on meanwhile
    ],
)
def test_it_is_the_first_fixed_day_on_which_the_school_is_open(vanaf: date, dag: date) -> None:
    found = volgend_moment(Overlegmoment(Dag.MA, time(9)), KALENDER, vanaf)
    assert found == datetime.combine(dag, time(9), AMSTERDAM)
    assert found.astimezone(UTC).hour == (7 if dag.month == 4 else 8)


def test_a_school_that_is_always_closed_gives_the_first_one_all_the_same() -> None:
    dicht = [MAANDAG + n * DAG for n in range(400)]
    kalender = build_kalender(FeestdagRegels(), "midden", dicht)
    assert volgend_moment(Overlegmoment(Dag.MA, time(9)), kalender, MAANDAG).date() == MAANDAG


@pytest.mark.parametrize(
    ("klaar", "na", "volgende"),
    [
        ((), "a", "b"),
        (("b",), "a", "c"),
        (("c",), "b", "a"),
        (("a", "b", "c"), "a", ""),
        ((), "x", "a"),
        (("a", "c"), "b", ""),
    ],
)
def test_the_next_point_is_the_one_behind_it_or_from_the_top(
    klaar: tuple[str, ...], na: str, volgende: str
) -> None:
    assert eerste_vrije(["a", "b", "c"], klaar, na) == volgende
