"""The second clock: bands with their edges, contact in the rhythm that was agreed, and its milestones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import AfsluitSoort, GesprekSoort, GesprekStaat
from kernteam_tui.domain.contactafspraak import lees_elke_dagen
from kernteam_tui.domain.feiten import CasusFeiten
from kernteam_tui.domain.signalen import bepaal_signalen
from kernteam_tui.domain.wachttijd import Wachtband, gewacht, wachtband, wachttijd
from tests.unit.feitenbouw import beeld, feiten, gesprek

GEHAD = date(2026, 9, 1)


def wachtend(contact: date | None = GEHAD, **anders: object) -> CasusFeiten:
    """The kennismaking was on 1 September; the help has not begun."""
    talk = gesprek(GesprekSoort.KENNISMAKING, GesprekStaat.GEHOUDEN, GEHAD)
    return feiten(gesprekken=(talk,), aangemeld=date(2026, 8, 28), laatste_contact=contact, **anders)


def regels(facts: CasusFeiten, dag: int) -> list[str]:
    """Signals about waiting on that day of it."""
    vandaag = GEHAD + timedelta(days=dag)
    found = bepaal_signalen(beeld(facts, vandaag))
    return [s.regel for s in found if s.regel in ("wachtcontact", "lang_wachten", "stil")]


@pytest.mark.parametrize(
    ("dagen", "band"),
    [(0, "0-27"), (27, "0-27"), (28, "28-100"), (100, "28-100"), (101, "101+"), (500, "101+")],
)
def test_the_edges_of_the_bands(dagen: int, band: str) -> None:
    assert wachtband(dagen) == band
    now = wachttijd(wachtend(), GEHAD + timedelta(days=dagen))
    assert now is not None
    assert (now.dagen, now.band) == (dagen, band)


def test_the_clock_stands_still_before_the_kennismaking_and_after_the_start() -> None:
    today = GEHAD + timedelta(days=30)
    assert wachttijd(feiten(), today) is None
    assert wachttijd(wachtend(begeleiding_gestart=today), today) is None
    assert wachttijd(wachtend(afsluiting=AfsluitSoort.NIET_GESTART), today) is None
    assert wachttijd(wachtend(zorg_zonder_vraag=True), today) is None
    assert gewacht(wachtend(begeleiding_gestart=today)) == 30
    assert gewacht(wachtend()) is None
    assert gewacht(wachtend(begeleiding_gestart=GEHAD)) == 0
    assert gewacht(wachtend(begeleiding_gestart=GEHAD - timedelta(days=1))) is None, "it began before"
    before = wachttijd(wachtend(), GEHAD - timedelta(days=2))
    assert before is not None
    assert before.dagen == 0


def test_a_kennismaking_late_in_the_evening_counts_by_the_day_in_amsterdam() -> None:
    late = gesprek(GesprekSoort.KENNISMAKING, GesprekStaat.GEHOUDEN, GEHAD, uur=22)
    assert late.start == datetime(2026, 9, 1, 22, tzinfo=UTC)
    now = wachttijd(feiten(gesprekken=(late,)), date(2026, 9, 2))
    assert now is not None
    assert now.dagen == 0


@pytest.mark.parametrize(
    ("woorden", "dagen"),
    [
        ("elke week bellen", 7),
        ("wekelijks", 7),
        ("om de week een appje", 14),
        ("elke twee weken bellen", 14),
        ("om de 10 dagen", 10),
        ("iedere maand", 30),
        ("een keer per maand", 30),
        ("2x per week", 3),
        ("eens in de drie weken", 21),
        ("een keer in de twee weken bellen", 14),
        ("twee keer per 3 weken", 10),
        ("drie keer per dag", 1),
        ("10 keer per week", 1),
        ("een paar keer per week", 7),
        ("om de dag een appje", 2),
        ("tweewekelijks", 14),
        ("elke dinsdag bellen", 7),
        ("op dinsdagen", 7),
        ("op dinsdag 24 november bellen", None),
        ("elke 60 dagen", 60),
        ("elke 61 dagen", None),
        ("moeder belt zelf als er iets is", None),
        ("elke 0 dagen", None),
        ("elke 99999 dagen", None),
        ("", None),
    ],
)
def test_a_rhythm_is_read_from_the_words(woorden: str, dagen: int | None) -> None:
    assert lees_elke_dagen(woorden) == dagen


@given(st.text(max_size=60))
def test_any_words_give_a_rhythm_that_can_be(woorden: str) -> None:
    dagen = lees_elke_dagen(woorden)
    assert dagen is None or 1 <= dagen <= 1800


def test_contact_is_asked_the_day_after_it_was_agreed_and_not_twice() -> None:
    facts = wachtend(wachtcontact="elke week bellen")
    assert regels(facts, 7) == []
    assert regels(facts, 8) == ["wachtcontact"]
    assert regels(facts, 20) == ["wachtcontact"], "the ordinary silence is not asked beside it"


def test_without_a_rhythm_the_ordinary_silence_counts() -> None:
    assert regels(wachtend(wachtcontact="moeder belt zelf"), 15) == ["stil"]


def test_at_28_and_100_days_somebody_looks_again_until_there_was_contact() -> None:
    day = timedelta(days=1)
    assert regels(wachtend(GEHAD + 27 * day), 27) == []
    assert regels(wachtend(GEHAD + 27 * day), 28) == ["lang_wachten"]
    assert regels(wachtend(GEHAD + 28 * day), 40) == []
    assert regels(wachtend(GEHAD + 99 * day), 100) == ["lang_wachten"]
    assert regels(wachtend(GEHAD + 100 * day), 101) == []


def test_waiting_long_is_never_red() -> None:
    (signaal,) = [
        s
        for s in bepaal_signalen(beeld(wachtend(GEHAD), GEHAD + timedelta(days=120)))
        if s.regel == "lang_wachten"
    ]
    assert signaal.uiterlijk is None
    assert "meer dan 100 dagen" in signaal.waarom


def test_a_casus_wachtband_has_a_word_for_the_reader() -> None:
    assert [band.label for band in Wachtband] == [
        "0 tot en met 27 dagen",
        "28 tot en met 100 dagen",
        "meer dan 100 dagen",
    ]
