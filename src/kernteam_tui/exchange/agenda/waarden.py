"""Values of RFC 5545 3.3: days, moments, lengths of time, periods."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from kernteam_tui.exchange.agenda.grenzen import AfspraakOnleesbaar

_MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[Tt]([0-9]{2})([0-9]{2})([0-9]{2})([Zz]?))?")
_DUUR = re.compile(
    r"([+-]?)P(?:([0-9]{1,7})W)?(?:([0-9]{1,7})D)?"
    r"(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?",
    re.IGNORECASE,
)
_VERSCHIL = re.compile(r"([+-])([0-9]{2})([0-9]{2})([0-9]{2})?")
EERSTE_JAAR, LAATSTE_JAAR = 2, 9997
"""Years within which a moment can be reckoned with in every zone; "for ever" is often written as 9999."""


@dataclass(frozen=True, slots=True)
class Waarde:
    """A day or a moment as it is written: `lokaal` without zone (midnight for a day); `utc`: it has a Z."""

    lokaal: datetime
    hele_dag: bool
    utc: bool


@dataclass(frozen=True, slots=True)
class Duur:
    """A length: days by the calendar, and an exact time on top (RFC 5545 3.3.6); both may be negative."""

    dagen: int = 0
    tijd: timedelta = timedelta()

    @property
    def hoogstens(self) -> timedelta:
        """No instance lasts longer, whatever the clock does."""
        return abs(timedelta(days=self.dagen) + self.tijd) + timedelta(days=1)


def lees_waarde(tekst: str) -> Waarde:
    """A DATE or DATE-TIME. Raises ValueError for what is no such thing, or no day that exists."""
    found = _MOMENT.fullmatch(tekst.strip())
    if not found:
        raise ValueError("geen dag")
    jaar, maand, dag = int(found[1]), int(found[2]), int(found[3])
    if jaar < EERSTE_JAAR:
        raise ValueError("jaar")
    if jaar > LAATSTE_JAAR:
        jaar, dag = LAATSTE_JAAR, min(dag, 28)
    if found[4] is None:
        return Waarde(datetime(jaar, maand, dag), True, False)  # noqa: DTZ001  # wall clock
    seconde = min(int(found[6]), 59) if found[6] == "60" else int(found[6])
    lokaal = datetime(jaar, maand, dag, int(found[4]), int(found[5]), seconde)  # noqa: DTZ001  # wall clock
    return Waarde(lokaal, False, bool(found[7]))


def lees_duur(tekst: str) -> Duur:
    """A DURATION. Raises ValueError."""
    found = _DUUR.fullmatch(tekst.strip())
    if not found or not any(found.groups()[1:]):
        raise ValueError("geen duur")
    teken = -1 if found[1] == "-" else 1
    weken, dagen, uren, minuten, seconden = (int(part or 0) for part in found.groups()[1:])
    tijd = timedelta(hours=uren, minutes=minuten, seconds=seconden)
    if weken * 7 + dagen > 3_000_000 or tijd > timedelta(days=3_000_000):
        raise ValueError("te lang")
    return Duur(teken * (weken * 7 + dagen), teken * tijd)


def lees_verschil(tekst: str) -> timedelta:
    """A UTC-OFFSET such as +0100. Raises ValueError, also from a day on."""
    found = _VERSCHIL.fullmatch(tekst.strip())
    if not found or int(found[2]) > 23 or int(found[3]) > 59:
        raise ValueError("geen verschil")
    size = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -size if found[1] == "-" else size


def onleesbaar(wat: str) -> AfspraakOnleesbaar:
    """`wat` (Dutch, without capital) cannot be read."""
    return AfspraakOnleesbaar(f"{wat} is niet te lezen")
