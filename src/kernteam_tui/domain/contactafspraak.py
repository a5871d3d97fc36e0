"""How often there is contact while a family waits, read from what was agreed in words (S27)."""

from __future__ import annotations

import re

_GETALLEN = {
    woord: getal
    for getal, woorden in enumerate(("", "een één eens", "twee", "drie", "vier", "vijf", "zes"))
    for woord in woorden.split()
}
_DAGEN = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "maand": 30, "maanden": 30}
_VAST = {"dagelijks": 1, "wekelijks": 7, "tweewekelijks": 14, "maandelijks": 30}
_WEEKDAGEN = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_EENHEID = rf"({'|'.join(sorted(_DAGEN, key=len, reverse=True))})"
_ELKE = re.compile(rf"\b(elke|iedere|om de|per)\s+(?:(\d+|\w+)\s+)?{_EENHEID}\b")
_KEER = re.compile(
    rf"\b(?:(\d+|\w+)\s*(?:keer|x|maal)|eens)\s+(?:per|in de|in een)\s+(?:(\d+|\w+)\s+)?{_EENHEID}\b"
)
_OP_EEN_DAG = re.compile(rf"\b(?:elke|iedere)\s+(?:{_WEEKDAGEN})\b|\bop\s+(?:{_WEEKDAGEN})en\b")


def lees_elke_dagen(afspraak: str) -> int | None:
    """`elke week` and `elke dinsdag` are 7, `om de week` 14, `elke 10 dagen` 10, `twee keer per maand` 15
    days, `eens in de drie weken` 21.

    None where the words name no rhythm.
    """
    tekst = " ".join(afspraak.casefold().split())
    for woord, dagen in _VAST.items():
        if re.search(rf"\b{woord}\b", tekst):
            return dagen
    keer = _KEER.search(tekst)
    if keer and (dagen := _verdeeld(_getal(keer[2] or "een") * _DAGEN[keer[3]], _getal(keer[1] or "een"))):
        return dagen
    if elke := _ELKE.search(tekst):
        hoe, aantal, eenheid = elke.groups()
        return (_getal(aantal or ("twee" if hoe == "om de" else "een")) * _DAGEN[eenheid]) or None
    return 7 if _OP_EEN_DAG.search(tekst) else None


def _verdeeld(dagen: int, keer: int) -> int:
    """So many times in so many days: at most once a day; 0 where one of them is no number."""
    return max(1, dagen // keer) if dagen and keer else 0


def _getal(tekst: str) -> int:
    """0 where it is no number that can be meant."""
    if tekst.isdecimal():
        return int(tekst) if 0 < int(tekst) <= 60 else 0
    return _GETALLEN.get(tekst, 0)
