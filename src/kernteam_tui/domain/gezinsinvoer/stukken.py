"""Pieces of a line that are known by their form: days, years, phone numbers, addresses."""

from __future__ import annotations

import re
from datetime import date

from kernteam_tui.domain.datumtekst import MAANDEN, MAANDEN_KORT

DAG = re.compile(r"(?<!\S)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\S)")
DAG_WOORD = re.compile(r"(?<!\S)(\d{1,2}) ([a-z]{3,9})\.? (\d{4})(?!\S)", re.IGNORECASE)
KORTE_DAG = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?")
JAAR = re.compile(r"(?:19|20)\d\d")
LEEFTIJD = re.compile(r"(?<!\S)(\d{1,3}) ?(?:jaar|jr|j)\.?(?!\S)", re.IGNORECASE)
TELEFOON = re.compile(r"(?<!\S)(?:\+|0)\d(?:[ \-./()]{0,2}\d){7,13}(?!\S)")
EMAIL = re.compile(r"(?<!\S)\S+@\S+\.\S+(?!\S)")
POSTCODE = re.compile(r"(?<!\S)([1-9]\d{3}) ?([A-Za-z]{2})(?!\S)")
HUISNUMMER = re.compile(r"^(\D+? \d+(?: ?[a-zA-Z](?!\S)|[-/]\w+|[a-zA-Z])?)(?: |,|$)")
LET_OP = re.compile(r"(?<!\S)let op[:,]?(?!\S)\s*(.*)$", re.IGNORECASE)
HAAKJES = re.compile(r"\(([^()]*)\)")
CIJFERS_MOBIEL = 10
"""Digits of a Dutch number with its first 0."""
OUDST = 120
"""Years: nobody of a family was born longer ago."""


def lees_geboren(dag: int, maand: int, jaar: str, vandaag: date) -> date | None:
    """A day in the past; of a year in two digits the latest that is not in the future."""
    vol = int(jaar)
    if len(jaar) == 2:
        vol += vandaag.year - vandaag.year % 100
        vol -= 100 if vol > vandaag.year else 0
    return maak_dag(vol, maand, dag, vandaag)


def maak_dag(jaar: int, maand: int, dag: int, vandaag: date) -> date | None:
    """That day; None where it does not exist, lies in the future or too long ago."""
    try:
        found = date(jaar, maand, dag)
    except ValueError:
        return None
    return found if found <= vandaag and found.year > vandaag.year - OUDST else None


def maandnummer(woord: str) -> int | None:
    """1 to 12 for a month written in letters, also cut off: `mrt`, `sept`, `november`."""
    kaal = woord.casefold()
    if kaal in MAANDEN_KORT:
        return MAANDEN_KORT.index(kaal) + 1
    return next((nr for nr, naam in enumerate(MAANDEN, 1) if naam.startswith(kaal)), None)


def korte_dag(woord: str, vandaag: date) -> date | None:
    """A recent day as `12-11`: the last one that is not in the future."""
    found = KORTE_DAG.fullmatch(woord)
    if found is None:
        return None
    if found[3]:
        return lees_geboren(int(found[1]), int(found[2]), found[3], vandaag)
    for jaar in (vandaag.year, vandaag.year - 1):
        dag = maak_dag(jaar, int(found[2]), int(found[1]), vandaag)
        if dag is not None:
            return dag
    return None


def telefoonfout(nummer: str) -> str:
    """What is wrong with a phone number, as a sentence; empty when it may be right."""
    cijfers = re.sub(r"\D", "", nummer)
    if nummer.startswith("0") and not nummer.startswith("00") and len(cijfers) != CIJFERS_MOBIEL:
        return f"Dit telefoonnummer heeft {len(cijfers)} cijfers; een Nederlands nummer heeft er tien."
    return ""
