"""Builds small calendars, and writes an answer as the tables beside the files do."""

from __future__ import annotations

from datetime import date
from typing import Any

from kernteam_tui.domain.agenda import GelezenAgenda
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.exchange.agenda.lezen import lees_agenda

VAN, TOT = date(2026, 11, 23), date(2026, 11, 28)
BESTANDSDAG = date(2026, 11, 1)
GOED = "UID:goed|DTSTART:20261124T090000|DTEND:20261124T100000"
NEGEN = ["2026-11-24T09:00:00+01:00", "2026-11-24T10:00:00+01:00", "bezet"]


def afspraak(regels: str) -> str:
    """A VEVENT; `|` is the end of a line."""
    return f"BEGIN:VEVENT|{regels}|END:VEVENT|"


def kalender(*delen: str) -> bytes:
    """A calendar with these parts in it."""
    tekst = f"BEGIN:VCALENDAR|VERSION:2.0|{''.join(delen)}END:VCALENDAR|"
    return tekst.replace("|", "\r\n").encode()


def lees(data: bytes, van: date = VAN, tot: date = TOT, ik: str = "") -> GelezenAgenda:
    """Read for the week of 23 November 2026."""
    return lees_agenda(data, van, tot, BESTANDSDAG, ik)


def blokken(agenda: GelezenAgenda) -> list[list[str]]:
    """Start, end and state, with the offset of Amsterdam."""
    return [
        [*(moment.astimezone(AMSTERDAM).isoformat() for moment in (blok.van, blok.tot)), blok.staat.value]
        for blok in agenda.blokken
    ]


def problemen(agenda: GelezenAgenda) -> list[list[str]]:
    """UID and text of every line."""
    return [[probleem.uid, probleem.tekst] for probleem in agenda.problemen]


def antwoord(agenda: GelezenAgenda) -> dict[str, Any]:
    """All of it."""
    return {
        "blokken": blokken(agenda),
        "problemen": problemen(agenda),
        "peildatum": agenda.peildatum.isoformat(),
    }
