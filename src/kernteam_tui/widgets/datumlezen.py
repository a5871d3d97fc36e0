"""Days and times as people type them. No Textual. (How they are written: `domain.datumtekst`.)"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from kernteam_tui.domain.datumtekst import DAGEN, MAANDEN, MAANDEN_KORT

_WOORDEN = {"vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CIJFERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?")
_MAANDNAAM = re.compile(r"(\d{1,2})[-/. ]*([a-z]{3,})\.?(?:[-/. ]*(\d{4}|\d{2}))?")
_VERSCHIL = re.compile(r"([+-])\s*(\d{1,3})")
_TIJD = re.compile(r"(\d{1,2})(?:\s*[.:u,]\s*(\d{2}))?\s*(?:u|uur)?")
_TIJD_AANEEN = re.compile(r"(\d{1,2})(\d{2})")


def lees_datum(tekst: str, vandaag: date) -> date | None:
    """The day meant by `24-11`, `24 nov 2026`, `2026-11-24`, `morgen`, `di`, `di 24 nov` or `+7`.

    Without a year it is the nearest such day, in the past or the future. A weekday alone is the
    first one after today. None when it is no day (30 februari).
    """
    schoon = " ".join(tekst.strip().lower().rstrip(".").split())
    if schoon in _WOORDEN:
        return vandaag + timedelta(_WOORDEN[schoon])
    if verschil := _VERSCHIL.fullmatch(schoon):
        return vandaag + timedelta(int(f"{verschil[1]}{verschil[2]}"))
    weekdag = _weekdag(schoon)
    if weekdag is not None:
        return vandaag + timedelta((weekdag - vandaag.weekday() - 1) % 7 + 1)
    eerste, _, rest = schoon.partition(" ")
    dag = _met_cijfers(schoon, vandaag)
    if dag is not None or not rest or _weekdag(eerste) is None:
        return dag
    dag = _met_cijfers(rest, vandaag)
    return dag if dag is not None and dag.weekday() == _weekdag(eerste) else None


def lees_tijd(tekst: str) -> time | None:
    """The time meant by `10.30`, `10:30`, `1030`, `9u`, `9 uur` or `9`. None when it is none."""
    schoon = tekst.strip().lower()
    gevonden = _TIJD.fullmatch(schoon) or _TIJD_AANEEN.fullmatch(schoon)
    if gevonden is None:
        return None
    uur, minuut = int(gevonden[1]), int(gevonden[2] or 0)
    return time(uur, minuut) if uur < 24 and minuut < 60 else None


def _weekdag(tekst: str) -> int | None:
    if len(tekst) < 2:
        return None
    return next((nummer for nummer, naam in enumerate(DAGEN) if naam.startswith(tekst)), None)


def _met_cijfers(tekst: str, vandaag: date) -> date | None:
    if iso := _ISO.fullmatch(tekst):
        return _datum(int(iso[1]), int(iso[2]), int(iso[3]))
    if cijfers := _CIJFERS.fullmatch(tekst):
        return _met_jaar(int(cijfers[1]), int(cijfers[2]), cijfers[3], vandaag)
    naam = _MAANDNAAM.fullmatch(tekst)
    maand = _maand(naam[2]) if naam else None
    return _met_jaar(int(naam[1]), maand, naam[3], vandaag) if naam and maand else None


def _maand(tekst: str) -> int | None:
    if tekst in MAANDEN_KORT:
        return MAANDEN_KORT.index(tekst) + 1
    return next((nummer for nummer, naam in enumerate(MAANDEN, 1) if naam.startswith(tekst)), None)


def _met_jaar(dag: int, maand: int, jaar: str | None, vandaag: date) -> date | None:
    if jaar:
        return _datum(int(jaar) if len(jaar) == 4 else _eeuw(int(jaar), vandaag), maand, dag)
    mogelijk = [_datum(vandaag.year + verschil, maand, dag) for verschil in (-1, 0, 1)]
    return min((d for d in mogelijk if d is not None), key=lambda d: abs(d - vandaag), default=None)


def _eeuw(jaar: int, vandaag: date) -> int:
    """Two digits: at most ten years ahead, so that `09` is a birth year and not 2109."""
    vol = vandaag.year - vandaag.year % 100 + jaar
    return vol if vol <= vandaag.year + 10 else vol - 100


def _datum(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
