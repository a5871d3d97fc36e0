"""Closed days as people type and read them: `3-4 dec`, `21 dec t/m 2 jan`, `2026-12-03`. No Textual."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.domain.kalender import Periode
from kernteam_tui.widgets.periodelezen import lees_periode, splits

LANGSTE = 92
"""Days in one range; a longer one is a slip."""
_WERKWEEK = 5


def lees_dagen(tekst: str, vandaag: date) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """The days meant, sorted, and the pieces that were not understood.

    Pieces stand on lines of their own or between commas. A range leaves the weekends out.
    """
    dagen: set[date] = set()
    vreemd: list[str] = []
    for stuk in splits(tekst):
        periode = lees_periode(stuk, vandaag)
        gevonden = _dagen(periode) if periode else []
        dagen.update(gevonden)
        if not gevonden:
            vreemd.append(stuk)
    return tuple(sorted(dagen)), tuple(vreemd)


def schrijf_dagen(dagen: Iterable[date]) -> tuple[str, ...]:
    """`do 3 dec 2026`, `ma 21 t/m do 31 dec 2026`; `lees_dagen` reads exactly these days back."""
    return tuple(_schrijf(reeks) for reeks in _reeksen(sorted(set(dagen))))


def _dagen(periode: Periode) -> list[date]:
    if periode.van == periode.tot_en_met:
        return [periode.van]
    lengte = (periode.tot_en_met - periode.van).days
    if lengte >= LANGSTE:
        return []
    dagen = (periode.van + timedelta(days=n) for n in range(lengte + 1))
    return [dag for dag in dagen if dag.weekday() < _WERKWEEK]


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
