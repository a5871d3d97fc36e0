"""Any bytes end in an answer or a named refusal; a simple agenda is what a slow reckoning says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.agenda import GelezenAgenda
from kernteam_tui.exchange.agenda.grenzen import AgendaNietHeel, AgendaTeGroot
from tests.exchange.agenda.bouw import GOED, NEGEN, TOT, VAN, afspraak, blokken, kalender, lees
from tests.exchange.agenda.wandklok import wand

BESTANDEN = sorted((Path(__file__).parent / "bestanden").glob("*.ics"))
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NAMEN = (
    *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE", "DTSTAMP"),
    *("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "ATTENDEE", "EXRULE", "UID", "SUMMARY", "FREEBUSY"),
)
WAARDEN = (
    *("20261124T090000", "20261124T090000Z", "20261124", "99991231T235959Z", "00010101", "16010101T000000"),
    *(
        "PT1H",
        "-PT1H",
        "P9999W",
        "P1D",
        "FREQ=DAILY",
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYDAY=MO;COUNT=999999999",
    ),
    *("FREQ=WEEKLY;UNTIL=20261201", "FREQ=DAILY;UNTIL=99991231", "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO", "FREE"),
    *("20261124T090000/PT1H", "20261124/20261125", "CANCELLED", "mailto:ik@x.y", "ander", "-1", "", ":", ";"),
)
PARAMETERS = (
    "",
    ";TZID=Europe/Amsterdam",
    ";TZID=Hier",
    ";VALUE=DATE",
    ";RANGE=THISANDFUTURE",
    ';X="a:b;c"',
    ";",
)
regel = st.builds(
    "{}{}:{}".format, st.sampled_from(NAMEN), st.sampled_from(PARAMETERS), st.sampled_from(WAARDEN)
)
vrije_tekst = st.text(st.characters(codec="utf-8", exclude_characters="|\r\n"), max_size=60).filter(
    lambda tekst: not {"BEGIN", "END"} & set(tekst.upper().replace(":", " ").split())
)


def antwoord_of_weigering(data: bytes) -> GelezenAgenda | None:
    """None for a refusal that has a name; anything else is a fault of the program."""
    try:
        return lees(data)
    except (AgendaNietHeel, AgendaTeGroot):
        return None


def _is_geordend(agenda: GelezenAgenda | None) -> bool:
    if agenda is None:
        return True
    begin, eind = (datetime.combine(dag, time(), AMSTERDAM).astimezone(UTC) for dag in (VAN, TOT))
    return [blok.van for blok in agenda.blokken] == sorted(blok.van for blok in agenda.blokken) and all(
        blok.van < blok.tot and blok.van < eind and blok.tot > begin for blok in agenda.blokken
    )


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert antwoord_of_weigering(data) is None
    antwoord_of_weigering(b"BEGIN:VCALENDAR\n" + data + b"\nEND:VCALENDAR\n")


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(BESTANDEN), st.data())
def test_a_real_file_with_pieces_out_of_place(bestand: Path, data: st.DataObject) -> None:
    inhoud = bytearray(bestand.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        plek = data.draw(st.integers(0, len(inhoud)))
        lengte = data.draw(st.integers(0, 12))
        inhoud[plek : plek + lengte] = data.draw(st.binary(max_size=8))
    assert _is_geordend(antwoord_of_weigering(bytes(inhoud)))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.lists(regel | vrije_tekst, max_size=8), max_size=4))
def test_what_is_broken_never_costs_another_appointment(afspraken: list[list[str]]) -> None:
    """Whatever stands in the others, that one stands (another may have its UID: then it has no say here)."""
    delen = [afspraak("|".join(("UID:x", *regels))) for regels in afspraken]
    agenda = antwoord_of_weigering(kalender(*delen, afspraak(GOED)))
    assert agenda is not None
    assert NEGEN in blokken(agenda)
    assert _is_geordend(agenda)


@dataclass(frozen=True)
class Weekreeks:
    """A simple series: some weekdays, every so many weeks, so many times, some of them taken out."""

    start: datetime
    minuten: int
    om_de: int
    dagen: frozenset[int]
    aantal: int | None
    tot_en_met: date | None
    weg: frozenset[date]

    def regels(self, uid: str) -> str:
        namen = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
        rule = f"FREQ=WEEKLY;INTERVAL={self.om_de};BYDAY={','.join(namen[dag] for dag in sorted(self.dagen))}"
        if self.aantal is not None:
            rule += f";COUNT={self.aantal}"
        elif self.tot_en_met is not None:
            rule += f";UNTIL={self.tot_en_met:%Y%m%d}"
        tz = "TZID=Europe/Amsterdam"
        weg = "".join(
            f"|EXDATE;{tz}:{datetime.combine(d, self.start.time()):%Y%m%dT%H%M%S}" for d in self.weg
        )
        return (
            f"UID:{uid}|DTSTART;{tz}:{self.start:%Y%m%dT%H%M%S}|DURATION:PT{self.minuten}M|RRULE:{rule}{weg}"
        )

    def langzaam(self, van: date, tot: date) -> list[tuple[datetime, datetime]]:
        """Day by day from the start on, by the calendar on the wall."""
        begin, eind = (datetime.combine(dag, time(), AMSTERDAM).astimezone(UTC) for dag in (van, tot))
        maandag = self.start.date() - timedelta(days=self.start.weekday())
        found, geteld, dag = [], 0, self.start.date()
        while dag <= tot:
            week = (dag - maandag).days // 7
            if dag.weekday() in self.dagen and week % self.om_de == 0:
                geteld += 1
                if self.aantal is not None and geteld > self.aantal:
                    break
                if self.aantal is None and self.tot_en_met is not None and dag > self.tot_en_met:
                    break
                first = datetime.combine(dag, self.start.time(), AMSTERDAM).astimezone(UTC)
                last = first + timedelta(minutes=self.minuten)
                if dag not in self.weg and first < eind and last > begin:
                    found.append((first, last))
            dag += timedelta(days=1)
        return found


@st.composite
def weekreeksen(draw: st.DrawFn) -> Weekreeks:
    dag = draw(st.dates(date(2025, 6, 1), date(2027, 4, 30)))
    return Weekreeks(
        start=datetime.combine(dag, time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 30])))),
        minuten=draw(st.sampled_from([30, 60, 240, 60 * 30])),
        om_de=draw(st.integers(1, 4)),
        dagen=frozenset({dag.weekday(), *draw(st.sets(st.integers(0, 6), max_size=3))}),
        aantal=draw(st.none() | st.integers(1, 120)),
        tot_en_met=draw(st.none() | st.dates(dag, date(2027, 12, 31))),
        weg=frozenset(draw(st.sets(st.dates(dag, dag + timedelta(days=90)), max_size=5))),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(weekreeksen(), min_size=1, max_size=5),
    st.dates(date(2025, 9, 1), date(2027, 6, 1)),
    st.integers(1, 60),
)
def test_weekly_series_against_a_slow_reckoning(reeksen: list[Weekreeks], van: date, dagen: int) -> None:
    tot = van + timedelta(days=dagen)
    data = kalender(*(afspraak(reeks.regels(f"r{nummer}")) for nummer, reeks in enumerate(reeksen)))
    gezien = [(blok.van, blok.tot) for blok in lees(data, van, tot).blokken]
    assert gezien == sorted(blok for reeks in reeksen for blok in reeks.langzaam(van, tot))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    weekreeksen(),
    st.sampled_from(
        ["", "FREQ=DAILY", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY", "FREQ=DAILY;COUNT=9"]
    ),
    st.integers(-3, 3),
    st.dates(date(2026, 1, 1), date(2027, 3, 1)),
)
def test_series_with_a_moved_instance_against_another_library(
    reeks: Weekreeks, anders: str, uren: int, van: date
) -> None:
    regels = reeks.regels("r")
    if anders:
        regels = regels.partition("RRULE:")[0] + "RRULE:" + anders
    moved = reeks.start + timedelta(hours=uren, days=1)
    tz = "TZID=Europe/Amsterdam"
    eerst, dan = f"{reeks.start:%Y%m%dT%H%M%S}", f"{moved:%Y%m%dT%H%M%S}"
    los = f"UID:r|RECURRENCE-ID;{tz}:{eerst}|DTSTART;{tz}:{dan}|DURATION:PT1H"
    if reeks.start.date() in reeks.weg:
        los = "UID:los|DTSTART:20200101T090000"  # an instance taken out and moved: the two differ on purpose
    data = kalender(afspraak(regels), afspraak(los))
    tot = van + timedelta(days=30)
    agenda = icalendar.Calendar.from_ical(data)
    gevonden = recurring_ical_events.of(agenda).between(
        *(datetime.combine(dag, time(), AMSTERDAM) for dag in (van, tot))
    )
    elders = sorted((found.start.astimezone(UTC), found.end.astimezone(UTC)) for found in gevonden)
    gezien = [(blok.van, blok.tot) for blok in lees(data, van, tot).blokken]
    assert [first for first, _ in gezien] == [first for first, last in elders if first < last]


def test_a_reckoning_that_is_an_hour_off_is_seen() -> None:
    """Control."""
    reeks = Weekreeks(wand(2026, 11, 3, 9), 60, 1, frozenset({1}), None, None, frozenset())
    gezien = [(blok.van, blok.tot) for blok in lees(kalender(afspraak(reeks.regels("r")))).blokken]
    later = Weekreeks(wand(2026, 11, 3, 10), 60, 1, frozenset({1}), None, None, frozenset())
    assert gezien == reeks.langzaam(VAN, TOT) != later.langzaam(VAN, TOT)
