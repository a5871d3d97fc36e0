"""A repeating rule (RFC 5545 3.3.10): what it says, and which rules are refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kernteam_tui.exchange.agenda.grenzen import AfspraakOnleesbaar
from kernteam_tui.exchange.agenda.waarden import Waarde, lees_waarde, onleesbaar

DAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SNEL = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_FREQS = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_DAG = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_GETAL = re.compile(r"[+-]?[0-9]{1,15}")
_MAX_PER_DAG = 23
"""Times on one day; more is a rule by the hour in disguise (BYHOUR=0,1,…,23)."""
_BEREIK = {
    "BYSECOND": (0, 60),
    "BYMINUTE": (0, 59),
    "BYHOUR": (0, 23),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYMONTH": (1, 12),
    "BYSETPOS": (-366, 366),
}
_BEKEND = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *_BEREIK})


@dataclass(frozen=True, slots=True)
class Herhaling:
    """A rule of a day or slower. `dagen`: which of that weekday (0: every) and the weekday (0 is Monday)."""

    freq: str
    interval: int = 1
    aantal: int | None = None
    tot_en_met: Waarde | None = None
    weekstart: int = 0
    dagen: tuple[tuple[int, int], ...] = ()
    maanden: tuple[int, ...] = ()
    maanddagen: tuple[int, ...] = ()
    jaardagen: tuple[int, ...] = ()
    weken: tuple[int, ...] = ()
    uren: tuple[int, ...] = ()
    minuten: tuple[int, ...] = ()
    seconden: tuple[int, ...] = ()
    plaatsen: tuple[int, ...] = ()


def lees_herhaling(tekst: str) -> Herhaling:
    """The rule in an RRULE. Raises AfspraakOnleesbaar, also for one that repeats by the hour or faster."""
    try:
        return _lees(_delen(tekst))
    except ValueError:
        raise onleesbaar("herhaling") from None


def _lees(delen: dict[str, str]) -> Herhaling:
    freq = delen.get("FREQ", "")
    if freq in _SNEL:
        raise te_vaak()
    if freq not in _FREQS:
        raise ValueError("FREQ")
    lists = {naam: _getallen(delen[naam], *_BEREIK[naam]) for naam in _BEREIK if naam in delen}
    rule = Herhaling(
        freq=freq,
        interval=_positief(delen.get("INTERVAL", "1")),
        aantal=_positief(delen["COUNT"]) if "COUNT" in delen else None,
        tot_en_met=lees_waarde(delen["UNTIL"]) if "UNTIL" in delen else None,
        weekstart=DAGEN.index(delen.get("WKST", "MO")),
        dagen=_weekdagen(delen["BYDAY"]) if "BYDAY" in delen else (),
        maanden=lists.get("BYMONTH", ()),
        maanddagen=lists.get("BYMONTHDAY", ()),
        jaardagen=lists.get("BYYEARDAY", ()),
        weken=lists.get("BYWEEKNO", ()) if freq == "YEARLY" else (),
        uren=lists.get("BYHOUR", ()),
        minuten=lists.get("BYMINUTE", ()),
        seconden=tuple(sorted({min(second, 59) for second in lists.get("BYSECOND", ())})),
        plaatsen=lists.get("BYSETPOS", ()),
    )
    per_dag = max(1, len(rule.uren)) * max(1, len(rule.minuten)) * max(1, len(rule.seconden))
    if per_dag > _MAX_PER_DAG:
        raise te_vaak()
    return rule


def te_vaak() -> AfspraakOnleesbaar:
    """The refusal of a rule that repeats by the hour or faster."""
    return AfspraakOnleesbaar("herhaalt elk uur of vaker; niet meegeteld")


def _delen(tekst: str) -> dict[str, str]:
    delen: dict[str, str] = {}
    for part in tekst.strip().strip(";").split(";"):
        naam, _, waarde = part.partition("=")
        naam = naam.strip().upper()
        if naam in _BEKEND:
            delen.setdefault(naam, waarde.strip().upper())
        elif not naam.startswith("X-"):
            raise ValueError("onbekend deel")
    return delen


def _positief(tekst: str) -> int:
    if not _GETAL.fullmatch(tekst) or int(tekst) < 1:
        raise ValueError("getal")
    return int(tekst)


def _getallen(tekst: str, laagste: int, hoogste: int) -> tuple[int, ...]:
    found: set[int] = set()
    for part in tekst.split(","):
        if not _GETAL.fullmatch(part.strip()):
            raise ValueError("getal")
        getal = int(part)
        if not laagste <= getal <= hoogste or (laagste < 0 and getal == 0):
            raise ValueError("bereik")
        found.add(getal)
    return tuple(sorted(found))


def _weekdagen(tekst: str) -> tuple[tuple[int, int], ...]:
    found: set[tuple[int, int]] = set()
    for part in tekst.split(","):
        dag = _DAG.fullmatch(part.strip())
        if not dag or (dag[1] is not None and not 1 <= abs(int(dag[1])) <= 53):
            raise ValueError("dag")
        found.add((int(dag[1] or 0), DAGEN.index(dag[2])))
    return tuple(sorted(found))
