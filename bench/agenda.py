"""What reading busy times out of a calendar costs, against icalendar reading the same bytes.

    .venv/bin/python -m bench.agenda [--afspraken 5000] [--keer 5]

The same file on both sides: single appointments over a year, a tenth of them a weekly series with an
exception. Ours answers with the busy times of a month; icalendar only parses; recurring-ical-events beside
it, which answers the same question. The goal is printed, not enforced.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from kernteam_tui.exchange.agenda.lezen import lees_agenda

DOEL = 2.0
"""At most this many times icalendar alone."""
EERSTE = datetime(2026, 9, 1, 9)  # noqa: DTZ001 - the clock on the wall, as an export writes it
VAN, TOT = date(2026, 11, 1), date(2026, 12, 1)
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""


def maak_bestand(afspraken: int) -> bytes:
    """A calendar as an export writes it."""
    delen = [_afspraak(nummer) for nummer in range(afspraken)]
    tekst = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//bench//NL\n{ZONE}{''.join(delen)}END:VCALENDAR\n"
    return tekst.replace("\n", "\r\n").encode()


def _afspraak(nummer: int) -> str:
    start = EERSTE + timedelta(days=nummer % 365, hours=nummer % 8)
    reeks = nummer % 10 == 0
    regel = (
        f"RRULE:FREQ=WEEKLY;COUNT=20\nEXDATE;TZID=Europe/Amsterdam:{_klok(start, weken=3)}\n" if reeks else ""
    )
    return (
        f"BEGIN:VEVENT\nUID:afspraak-{nummer}@bench\nDTSTAMP:20261101T080000Z\nSUMMARY:Overleg {nummer}\n"
        f"LOCATION:Kamer {nummer % 12}\nDESCRIPTION:Een paar regels tekst die niemand bewaart.\n"
        f"DTSTART;TZID=Europe/Amsterdam:{_klok(start)}\n"
        f"DTEND;TZID=Europe/Amsterdam:{_klok(start + timedelta(hours=1))}\n{regel}END:VEVENT\n"
    )


def _klok(moment: datetime, weken: int = 0) -> str:
    return f"{moment + timedelta(weeks=weken):%Y%m%dT%H%M%S}"


def meet(doe: Callable[[], Any], keer: int) -> float:
    """Median in milliseconds, after one to warm up."""
    doe()
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        tijden.append((time.perf_counter() - begin) * 1000)
    return statistics.median(tijden)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--afspraken", type=int, default=5000)
    parser.add_argument("--keer", type=int, default=5)
    keuze = parser.parse_args()
    data = maak_bestand(keuze.afspraken)
    agenda = lees_agenda(data, VAN, TOT, VAN)
    verwacht = recurring_ical_events.of(Calendar.from_ical(data)).between(VAN, TOT)
    print(f"{keuze.afspraken} afspraken, {len(data) / 1e6:.1f} MB; {len(agenda.blokken)} tijden in een maand")
    print(f"recurring-ical-events vindt er {len(verwacht)}")
    ons = meet(lambda: lees_agenda(data, VAN, TOT, VAN), keuze.keer)
    parseren = meet(lambda: Calendar.from_ical(data), keuze.keer)
    alles = meet(lambda: recurring_ical_events.of(Calendar.from_ical(data)).between(VAN, TOT), keuze.keer)
    stand = "gehaald" if ons / parseren <= DOEL else "NIET gehaald"
    print(
        f"kernteam {ons:.0f} ms; icalendar, alleen lezen {parseren:.0f} ms; met tijden erbij {alles:.0f} ms"
    )
    print(f"tegen icalendar alleen x{ons / parseren:.2f} (doel {DOEL}: {stand})")


if __name__ == "__main__":
    main()
