"""A zone that the file describes is the same clock as the zone it describes, every minute of forty years."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.exchange.agenda.eigenzone import EigenZone, lees_eigen_zone
from kernteam_tui.exchange.agenda.grenzen import AfspraakOnleesbaar, Werk
from kernteam_tui.exchange.agenda.onderdelen import Onderdeel
from kernteam_tui.exchange.agenda.zone import BekendeZone
from tests.exchange.agenda.wandklok import wand

AMSTERDAM = BekendeZone(ZoneInfo("Europe/Amsterdam"))
NEW_YORK = BekendeZone(ZoneInfo("America/New_York"))


def zone(*delen: str, bekend: str | None = None) -> EigenZone:
    """Parts as `STANDARD DTSTART van naar [RRULE or RDATE]`."""
    part = Onderdeel("VTIMEZONE")
    for deel in delen:
        soort, start, van, naar, *regels = deel.split()
        onder = Onderdeel(soort)
        lines = [f"DTSTART:{start}", f"TZOFFSETFROM:{van}", f"TZOFFSETTO:{naar}", *regels]
        onder.regels = {line.partition(":")[0]: [line] for line in lines}
        part.delen.append(onder)
    found = lees_eigen_zone(part, None if bekend is None else ZoneInfo(bekend), Werk(10**7))
    assert found is not None
    return found


OUTLOOK = zone(
    "STANDARD 16010101T030000 +0200 +0100 RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "DAYLIGHT 16010101T020000 +0100 +0200 RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
)
GOOGLE_NEW_YORK = zone(
    "DAYLIGHT 20070311T020000 -0500 -0400 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "STANDARD 20071104T020000 -0400 -0500 RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
)
MET_EINDE = zone(
    "DAYLIGHT 19810329T020000 +0100 +0200 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "STANDARD 19810927T030000 +0200 +0100 RRULE:FREQ=YEARLY;UNTIL=19950924T010000Z;BYMONTH=9;BYDAY=-1SU",
    "STANDARD 19961027T030000 +0200 +0100 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
)
momenten = st.datetimes(wand(1998, 1, 1), wand(2040, 12, 31))
overgangen = st.builds(
    lambda jaar, maand, minuten: (
        wand(jaar, maand, 25 if maand in (3, 10) else 1) + timedelta(minutes=minuten)
    ),
    st.integers(2008, 2040),
    st.sampled_from([3, 10, 11]),
    st.integers(0, 8 * 24 * 60),
)


@settings(max_examples=400, deadline=None)
@given(momenten | overgangen)
def test_the_description_of_outlook_is_amsterdam(lokaal: datetime) -> None:
    assert OUTLOOK.naar_utc(lokaal) == AMSTERDAM.naar_utc(lokaal)


@settings(max_examples=200, deadline=None)
@given(momenten | overgangen)
def test_rules_that_have_ended_stay_ended(lokaal: datetime) -> None:
    assert MET_EINDE.naar_utc(lokaal) == AMSTERDAM.naar_utc(lokaal)


@settings(max_examples=300, deadline=None)
@given(overgangen)
def test_the_other_side_of_the_ocean(lokaal: datetime) -> None:
    assert GOOGLE_NEW_YORK.naar_utc(lokaal) == NEW_YORK.naar_utc(lokaal)


@settings(max_examples=300, deadline=None)
@given(momenten | overgangen)
def test_back_to_the_clock_on_the_wall(lokaal: datetime) -> None:
    utc = lokaal.replace(microsecond=0, tzinfo=UTC)
    assert OUTLOOK.naar_lokaal(utc) == AMSTERDAM.naar_lokaal(utc)


@settings(max_examples=200, deadline=None)
@given(momenten)
@pytest.mark.parametrize(
    "delen",
    [
        ("STANDARD 19700101T000000 +0100 +0100",),
        ("STANDARD 20241027T030000 +0200 +0100", "DAYLIGHT 20240331T020000 +0100 +0200"),
        (
            "STANDARD 20241027T030000 +0200 +0100 RDATE:20251026T030000,20261025T030000",
            "DAYLIGHT 20240331T020000 +0100 +0200 RDATE:20250330T020000",
        ),
    ],
)
def test_half_a_description_of_a_known_zone_is_that_zone(delen: tuple[str, ...], lokaal: datetime) -> None:
    """Within the years it tells of it has a say; there it says the same, except where it leaves one out."""
    gezien = zone(*delen, bekend="Europe/Amsterdam").naar_utc(lokaal)
    if lokaal.year not in (2024, 2025, 2026):
        assert gezien == AMSTERDAM.naar_utc(lokaal)


def test_another_description_of_a_known_name_counts() -> None:
    gezien = zone("STANDARD 19700101T000000 +0500 +0500", bekend="Europe/Amsterdam")
    assert gezien.naar_utc(wand(2026, 11, 24, 9)) == datetime(2026, 11, 24, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "regel",
    ["RRULE:FREQ=HOURLY", "RRULE:FREQ=DAILY", "RRULE:FREQ=SOMS", "RDATE:morgen", "TZOFFSETTO:+2500"],
)
def test_a_description_that_cannot_be_read_is_none(regel: str) -> None:
    onder = Onderdeel("STANDARD")
    onder.regels = {
        "DTSTART": ["DTSTART:20200101T000000"],
        "TZOFFSETFROM": ["TZOFFSETFROM:+0100"],
        "TZOFFSETTO": ["TZOFFSETTO:+0100"],
        regel.partition(":")[0]: [regel],
    }
    assert lees_eigen_zone(Onderdeel("VTIMEZONE", {}, [onder]), None, Werk()) is None
    assert lees_eigen_zone(Onderdeel("VTIMEZONE"), None, Werk()) is None


def test_a_zone_that_changes_every_hour_of_every_day_ends_at_a_bound() -> None:
    uren = ",".join(map(str, range(23)))
    wild = Onderdeel("STANDARD")
    wild.regels = {
        "DTSTART": ["DTSTART:16010101T000000"],
        "TZOFFSETFROM": ["TZOFFSETFROM:+0100"],
        "TZOFFSETTO": ["TZOFFSETTO:+0200"],
        "RRULE": [f"RRULE:FREQ=MONTHLY;COUNT=999999999;BYDAY=MO,TU,WE,TH,FR;BYHOUR={uren}"],
    }
    found = lees_eigen_zone(Onderdeel("VTIMEZONE", {}, [wild]), None, Werk(10_000))
    assert found is not None
    with pytest.raises(AfspraakOnleesbaar, match="rekenwerk"):
        found.naar_utc(wand(2026, 11, 24, 9))
