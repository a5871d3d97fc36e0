"""Closed days as people type and read them: `3-4 dec`, `21 dec t/m 2 jan`, `2026-12-03`. No Textual."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.widgets.datumlezen import lees_datum

VOORUIT = timedelta(days=120)
"""A day without a year is the one nearest to this far ahead: `12 jun` in November is the June to come."""
LANGSTE = 92
"""Days in one range; a longer one is a slip."""
_STUKKEN = re.compile(r"[\n,;]|\ben\b")
_KORT = re.compile(r"(\d{1,2})\s*(?:-|–|t/m)\s*(\d{1,2}\s*[a-z]{3,}.*)")
_VAN_TOT = re.compile(r"(.+?)(?:\s+-\s+|\s*–\s*|\s*t/m\s*|\s+tot en met\s+)(.+)")
_WERKWEEK = 5


def lees_dagen(tekst: str, vandaag: date) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """The days meant, sorted, and the pieces that were not understood.

    Pieces stand on lines of their own or between commas. A range leaves the weekends out.
    """
    dagen: set[date] = set()
    vreemd: list[str] = []
    for stuk in (" ".join(ruw.split()).lower() for ruw in _STUKKEN.split(tekst)):
        if not stuk:
            continue
        gevonden = _lees_stuk(stuk, vandaag)
        dagen.update(gevonden)
        if not gevonden:
            vreemd.append(stuk)
    return tuple(sorted(dagen)), tuple(vreemd)


def schrijf_dagen(dagen: Iterable[date]) -> tuple[str, ...]:
    """`do 3 dec 2026`, `ma 21 t/m do 31 dec 2026`; `lees_dagen` reads exactly these days back."""
    return tuple(_schrijf(reeks) for reeks in _reeksen(sorted(set(dagen))))


def _lees_stuk(stuk: str, vandaag: date) -> list[date]:
    if kort := _KORT.fullmatch(stuk):
        eind = _dag(kort[2], vandaag)
        return _tussen(eind.replace(day=int(kort[1])), eind) if eind and 0 < int(kort[1]) <= eind.day else []
    dag = _dag(stuk, vandaag)
    if dag is not None:
        return [dag]
    if van_tot := _VAN_TOT.fullmatch(stuk):
        return _lees_reeks(van_tot[1], van_tot[2], vandaag)
    return []


def _lees_reeks(van: str, tot: str, vandaag: date) -> list[date]:
    eind = _dag(tot, vandaag)
    if eind is None:
        return []
    dagnummer = van.split()[-1]
    if dagnummer.isdigit() and len(dagnummer) <= 2:
        begin = _dag(f"{dagnummer}-{eind:%m-%Y}", vandaag)
    else:
        begin = _dag(van, eind - VOORUIT)  # without a year: the one nearest to the end
    return _tussen(begin, eind) if begin else []


def _tussen(begin: date, eind: date) -> list[date]:
    lengte = (eind - begin).days
    if not 0 <= lengte < LANGSTE:
        return []
    dagen = (begin + timedelta(days=n) for n in range(lengte + 1))
    return [dag for dag in dagen if dag.weekday() < _WERKWEEK]


def _dag(tekst: str, vandaag: date) -> date | None:
    """Words and weekdays count from today, the rest from some months ahead."""
    cijfers = any(teken.isdigit() for teken in tekst) and tekst[0] not in "+-"
    return lees_datum(tekst, vandaag + VOORUIT if cijfers else vandaag)


def _reeksen(dagen: list[date]) -> list[list[date]]:
    """Days in a row, weekends between them not counted; a day in a weekend stands alone."""
    reeksen: list[list[date]] = []
    for dag in (dag for dag in dagen if dag.weekday() < _WERKWEEK):
        if reeksen and _volgende(reeksen[-1][-1]) == dag and (dag - reeksen[-1][0]).days < LANGSTE:
            reeksen[-1].append(dag)
        else:
            reeksen.append([dag])
    return sorted(reeksen + [[dag] for dag in dagen if dag.weekday() >= _WERKWEEK])


def _volgende(dag: date) -> date:
    return dag + timedelta(days=3 if dag.weekday() == _WERKWEEK - 1 else 1)


def _schrijf(reeks: list[date]) -> str:
    begin, eind = reeks[0], reeks[-1]
    slot = f"{dag_kort(eind)} {eind.year}"
    if begin == eind:
        return slot
    if (begin.year, begin.month) == (eind.year, eind.month):
        return f"{dag_kort(begin).rpartition(' ')[0]} t/m {slot}"
    jaar = "" if begin.year == eind.year else f" {begin.year}"
    return f"{dag_kort(begin)}{jaar} t/m {slot}"
