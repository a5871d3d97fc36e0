"""Days in a row as people type them: `24 nov`, `3-7 mei`, `21 dec t/m 2 jan`, `volgende week`. No Textual."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kernteam_tui.domain.kalender import Periode
from kernteam_tui.widgets.datumlezen import lees_datum

VOORUIT = timedelta(days=120)
"""A day without a year is the one nearest to this far ahead: `12 jun` in November is the June to come."""
_WERKWEEK = 5
_STUKKEN = re.compile(r"[\n,;]|\ben\b")
_KORT = re.compile(r"(\d{1,2})\s*(?:-|–|t/m)\s*(\d{1,2}\s*[a-z]{3,}.*)")
_VAN_TOT = re.compile(r"(.+?)(?:\s+-\s+|\s*–\s*|\s*t/m\s*|\s+tot en met\s+)(.+)")
_WEEK = re.compile(r"(deze|volgende|week (\d{1,2}))(?: week)?")


def splits(tekst: str) -> list[str]:
    """The pieces between commas, line ends and `en`, in small letters; empty ones fall away."""
    schoon = (" ".join(ruw.split()).lower() for ruw in _STUKKEN.split(tekst))
    return [stuk for stuk in schoon if stuk]


def lees_periodes(tekst: str, vandaag: date) -> tuple[tuple[Periode, ...], tuple[str, ...]]:
    """Every period meant, in the order typed, and the pieces that were not understood."""
    gelezen = [(stuk, lees_periode(stuk, vandaag)) for stuk in splits(tekst)]
    return (
        tuple(periode for _, periode in gelezen if periode is not None),
        tuple(stuk for stuk, periode in gelezen if periode is None),
    )


def lees_periode(tekst: str, vandaag: date) -> Periode | None:
    """One day or a row of days, the last one in it; None when it is none or ends before it begins."""
    stuk = " ".join(tekst.split()).lower()
    if not stuk:
        return None
    if kort := _KORT.fullmatch(stuk):
        eind = _dag(kort[2], vandaag)
        return (
            _periode(eind.replace(day=int(kort[1])), eind) if eind and 0 < int(kort[1]) <= eind.day else None
        )
    if week := _lees_week(stuk, vandaag):
        return week
    dag = _dag(stuk, vandaag)
    if dag is not None:
        return Periode(dag, dag)
    if van_tot := _VAN_TOT.fullmatch(stuk):
        return _lees_reeks(van_tot[1], van_tot[2], vandaag)
    return None


def _lees_week(stuk: str, vandaag: date) -> Periode | None:
    """`deze week`, `volgende week`, `week 48`: Monday up to and including Friday."""
    gevonden = _WEEK.fullmatch(stuk)
    if gevonden is None or not (gevonden[2] or stuk.endswith(" week")):
        return None
    maandag = vandaag - timedelta(days=vandaag.weekday())
    if gevonden[2]:
        ver = vandaag + VOORUIT
        weken = [_maandag(ver.year + verschil, int(gevonden[2])) for verschil in (-1, 0, 1)]
        bekend = [week for week in weken if week is not None]
        if not bekend:
            return None
        maandag = min(bekend, key=lambda week: abs(week - ver))
    elif gevonden[1] == "volgende":
        maandag += timedelta(days=7)
    return Periode(maandag, maandag + timedelta(days=_WERKWEEK - 1))


def _maandag(jaar: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(jaar, week, 1)
    except ValueError:
        return None


def _lees_reeks(van: str, tot: str, vandaag: date) -> Periode | None:
    eind = _dag(tot, vandaag)
    if eind is None:
        return None
    dagnummer = van.split()[-1]
    if dagnummer.isdigit() and len(dagnummer) <= 2:
        begin = _dag(f"{dagnummer}-{eind:%m-%Y}", vandaag)
    else:
        begin = _dag(van, eind - VOORUIT)  # without a year: the one nearest to the end
    return _periode(begin, eind) if begin else None


def _periode(begin: date, eind: date) -> Periode | None:
    return Periode(begin, eind) if begin <= eind else None


def _dag(tekst: str, vandaag: date) -> date | None:
    """Words and weekdays count from today, the rest from some months ahead."""
    cijfers = any(teken.isdigit() for teken in tekst) and tekst[0] not in "+-"
    try:
        return lees_datum(tekst, vandaag + VOORUIT if cijfers else vandaag)
    except OverflowError:
        return None
