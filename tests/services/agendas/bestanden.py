"""Calendar files for these tests: small, with words that may never be kept, and with a date of their own."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from kernteam_tui.domain.klok import AMSTERDAM

MERKWOORDEN = ("Onderwerpwoord", "Plekwoord", "Omschrijfwoord", "gastwoord", "Uidwoord", "Kalenderwoord")
"""Each stands in another property of every appointment."""


def afspraak(uid: str, dag: str, van: str, tot: str, *regels: str) -> str:
    """One VEVENT on a day (`20261124`), from and until a time (`0900`), full of marker words."""
    return "\r\n".join(
        (
            "BEGIN:VEVENT",
            f"UID:Uidwoord-{uid}",
            "DTSTAMP:20261111T080000Z",
            f"DTSTART;TZID=Europe/Amsterdam:{dag}T{van}00",
            f"DTEND;TZID=Europe/Amsterdam:{dag}T{tot}00",
            "SUMMARY:Onderwerpwoord",
            "LOCATION:Plekwoord",
            "DESCRIPTION:Omschrijfwoord",
            "ATTENDEE;CN=gastwoord:mailto:gastwoord@example.org",
            *regels,
            "END:VEVENT",
        )
    )


def kalender(*afspraken: str) -> bytes:
    """A whole calendar."""
    delen = ("BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:Kalenderwoord", *afspraken, "END:VCALENDAR", "")
    return "\r\n".join(delen).encode()


GOED = kalender(
    afspraak("een", "20261124", "0900", "1000"),
    afspraak("twee", "20261126", "1300", "1500", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"),
)
MET_PROBLEEM = kalender(
    afspraak("een", "20261124", "0900", "1000"),
    afspraak("uur", "20261124", "0900", "1000", "RRULE:FREQ=HOURLY"),
)


def zet(pad: Path, inhoud: bytes = GOED, geschreven: datetime | None = None) -> Path:
    """Write the file; without `geschreven` it was written on Monday 9 November 2026."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(inhoud)
    moment = (geschreven or datetime(2026, 11, 9, 12, tzinfo=AMSTERDAM)).timestamp()
    os.utime(pad, (moment, moment))
    return pad
