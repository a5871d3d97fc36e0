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
_EENHEID = rf"({'|'.join(sorted(_DAGEN, key=len, reverse=True))})"
_ELKE = re.compile(rf"\b(elke|iedere|om de|per)\s+(?:(\d+|\w+)\s+)?{_EENHEID}\b")
_KEER = re.compile(rf"\b(\d+|\w+)\s*(?:keer|x|maal)\s+(?:per|in de|in een)\s+{_EENHEID}\b")


def lees_elke_dagen(afspraak: str) -> int | None:
    """`elke week` is 7, `om de week` 14, `elke 10 dagen` 10, `twee keer per maand` 15 days.

    None where the words name no rhythm.
    """
    tekst = " ".join(afspraak.casefold().split())
    for woord, dagen in _VAST.items():
        if re.search(rf"\b{woord}\b", tekst):
            return dagen
    keer = _KEER.search(tekst)
    if keer is not None and (aantal := _getal(keer[1])):
        return max(1, _DAGEN[keer[2]] // aantal)
    elke = _ELKE.search(tekst)
    if elke is None:
        return None
    hoe, aantal_tekst, eenheid = elke.groups()
    if aantal_tekst is None:
        return _DAGEN[eenheid] * (2 if hoe == "om de" else 1)
    aantal = _getal(aantal_tekst)
    return _DAGEN[eenheid] * aantal if aantal else None


def _getal(tekst: str) -> int:
    """0 where it is no number that can be meant."""
    if tekst.isdecimal():
        return int(tekst) if 0 < int(tekst) <= 60 else 0
    return _GETALLEN.get(tekst, 0)
