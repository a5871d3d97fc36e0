"""Calendars made to hang or fill a computer. Run as a program it reads each and prints what that cost.

Each holds an ordinary appointment (`GOED`) too, which must be read wherever the file is not refused whole.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.exchange.agenda.lezen import lees_agenda

GOED = "UID:goed|DTSTART:20261124T090000|DTEND:20261124T100000"
EERST = "DTSTART:20200101T090000|DTEND:20200101T100000"
ZESTIG = ",".join(map(str, range(60)))
VAN, TOT = date(2026, 11, 23), date(2026, 11, 28)


def _afspraak(regels: str) -> str:
    return f"BEGIN:VEVENT|{regels}|END:VEVENT|"


def _kalender(*delen: str) -> bytes:
    return f"BEGIN:VCALENDAR|{''.join(delen)}{_afspraak(GOED)}END:VCALENDAR|".replace("|", "\r\n").encode()


def _een(regels: str) -> bytes:
    return _kalender(_afspraak(f"UID:1|{regels}"))


def _veel(aantal: int, regels: Callable[[int], str]) -> bytes:
    return _kalender(*(_afspraak(f"UID:{nummer}|{regels(nummer)}") for nummer in range(aantal)))


def _dagen(aantal: int, scheiding: str) -> str:
    begin = datetime(2020, 1, 1, 9)  # noqa: DTZ001  # wall clock
    return scheiding.join(
        f"{begin + timedelta(minutes=34 * nummer):%Y%m%dT%H%M%S}" for nummer in range(aantal)
    )


def _zones(aantal: int) -> str:
    regel = "RRULE:FREQ=MONTHLY;BYHOUR=1,2,3,4;BYDAY=MO,TU,WE,TH,FR"
    deel = f"BEGIN:STANDARD|DTSTART:16010101T000000|TZOFFSETFROM:+0100|TZOFFSETTO:+0200|{regel}|END:STANDARD"
    return "".join(f"BEGIN:VTIMEZONE|TZID:z{nummer}|{deel}|END:VTIMEZONE|" for nummer in range(aantal))


VIJANDIG: Mapping[str, Callable[[], bytes]] = {
    "elk_uur": lambda: _een(f"{EERST}|RRULE:FREQ=HOURLY"),
    "elke_seconde": lambda: _een(f"{EERST}|RRULE:FREQ=SECONDLY;COUNT=999999999"),
    "elke_seconde_vermomd": lambda: _een(f"{EERST}|RRULE:FREQ=DAILY;BYMINUTE={ZESTIG};BYSECOND={ZESTIG}"),
    "miljard_keer": lambda: _een(f"{EERST}|RRULE:FREQ=DAILY;COUNT=1000000000"),
    "tellen_sinds_1601": lambda: _een(
        "DTSTART:16010101T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=999999999;BYMONTH=11"
    ),
    "nooit": lambda: _een("DTSTART:00020101T090000|DURATION:PT1H|RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    "nooit_geteld": lambda: _een(
        "DTSTART:00020101T090000|DURATION:PT1H|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"
    ),
    "jaar_1": lambda: _een("DTSTART:00010101T000000Z|DTEND:00010101T010000Z|RRULE:FREQ=DAILY"),
    "jaar_9999": lambda: _een(
        "DTSTART:20261124T090000Z|DTEND:99991231T235959Z|RRULE:FREQ=DAILY;UNTIL=99991231"
    ),
    "honderdduizend_uitzonderingen": lambda: _een(f"{EERST}|RRULE:FREQ=DAILY|EXDATE:{_dagen(100_000, ',')}"),
    "honderdduizend_regels_uitzonderingen": lambda: _een(
        f"{EERST}|RRULE:FREQ=DAILY|EXDATE:{_dagen(100_000, '|EXDATE:')}"
    ),
    "miljoen_extra_dagen": lambda: _een(f"{EERST}|RDATE:{_dagen(1_000_000, ',')}"),
    "veel_extra_dagen": lambda: _veel(5, lambda _: f"{EERST}|RDATE:{_dagen(190_000, ',')}"),
    "veel_tellers": lambda: _veel(
        5_000, lambda _: "DTSTART:16010101T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=999999;BYMONTH=11"
    ),
    "veel_regels": lambda: _een(f"{EERST}|{'RRULE:FREQ=DAILY|' * 200_000}X:1"),
    "lange_lijst_in_regel": lambda: _een(
        f"{EERST}|RRULE:FREQ=YEARLY;BYYEARDAY={','.join(map(str, list(range(1, 367)) * 3000))}"
    ),
    "lang_en_vaak": lambda: _een("DTSTART:19500101T090000|DURATION:P40000D|RRULE:FREQ=DAILY"),
    "zeer_lang_en_vaak": lambda: _veel(
        500, lambda _: "DTSTART:20000101T090000|DURATION:P2000D|RRULE:FREQ=DAILY"
    ),
    "een_uid": lambda: _kalender(
        *(
            _afspraak(f"UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:{dag}|{EERST}")
            for dag in _dagen(5000, " ").split()
        ),
        _afspraak(f"UID:1|{EERST}|RRULE:FREQ=DAILY"),
    ),
    "vrijbezet": lambda: _kalender(
        f"BEGIN:VFREEBUSY|FREEBUSY:{','.join(['20261124T090000Z/PT1H'] * 500_000)}|END:VFREEBUSY|"
    ),
    "wekkers": lambda: _een(f"{EERST}|{'BEGIN:VALARM|TRIGGER:-PT5M|END:VALARM|' * 50_000}X:1"),
    "bijlage": lambda: _een(f"{EERST}|ATTACH;ENCODING=BASE64:{'QUJD' * 5_000_000}"),
    "gevouwen": lambda: _een(f"{EERST}|X:{'|  x' * 3_000_000}"),
    "lege_regels": lambda: b"\r\n" * 10_000_000 + _kalender(),
    "nul": lambda: _kalender() + b"\0" * 20_000_000,
    "diep": lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 2_000_000,
    "regel_van_50_mb": lambda: _een(f"{EERST}|ATTACH:{'A' * 50_000_000}"),
    "honderdduizend_afspraken": lambda: _veel(100_000, lambda _: EERST),
    "eigen_zones": lambda: _kalender(
        _zones(300),
        *(
            _afspraak(f"UID:{n}|DTSTART;TZID=z{n % 300}:{2000 + n % 25}1124T090000|DURATION:PT1H")
            for n in range(3000)
        ),
    ),
    "onbekende_zones": lambda: _veel(
        5_000, lambda nummer: f"DTSTART;TZID=(UTC+01:00) zone {nummer}:20261124T090000|DURATION:PT1H"
    ),
    "lange_namen": lambda: _een(f"UID:{'u' * 5_000_000}|DTSTART;TZID={'z' * 5_000_000}:20261124T090000"),
}
"""By name; made only when asked for."""


def lees(naam: str) -> dict[str, object]:
    """What reading that one costs, in seconds of this processor, and what it gave."""
    data = VIJANDIG[naam]()
    begin = time.process_time()
    try:
        agenda = lees_agenda(data, VAN, TOT, VAN)
    except KernteamError as fout:
        return {"naam": naam, "tijd": time.process_time() - begin, "fout": fout.code}
    goed = any(blok.van.hour == 8 and (blok.tot - blok.van).seconds == 3600 for blok in agenda.blokken)
    return {
        "naam": naam,
        "tijd": time.process_time() - begin,
        "goed": goed,
        "problemen": sorted({probleem.tekst[:60] for probleem in agenda.problemen}),
    }


if __name__ == "__main__":
    for gevraagd in sys.argv[1:]:
        print(json.dumps(lees(gevraagd)), flush=True)
