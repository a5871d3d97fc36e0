"""How wide words are in letters that we do not know: the reader's machine chooses them. On the wide side."""

from __future__ import annotations

import unicodedata

_SMAL = frozenset("iljtfrI.,:;'|!()[] -")
_BREED = frozenset("mwMW@%ШЩЮЖФМшщюжфм")


def schat_breedte(tekst: str) -> float:
    """Width of one bold line in em, rather too much than too little."""
    return sum(map(_teken, unicodedata.normalize("NFC", tekst)))


def breek_af(tekst: str, breedte: float) -> list[str]:
    """Lines of at most `breedte` em, broken between words; a longer word is a line by itself."""
    regels: list[str] = []
    for woord in tekst.split():
        if regels and schat_breedte(f"{regels[-1]} {woord}") <= breedte:
            regels[-1] += f" {woord}"
        else:
            regels.append(woord)
    return regels


def _teken(teken: str) -> float:
    soort = unicodedata.category(teken)
    if soort in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(teken) in "WF" or soort == "So":
        return 1.25
    if teken in _SMAL:
        return 0.42
    if "\u1200" <= teken <= "\u139f" or teken in _BREED:
        return 1.0
    return 0.78 if teken.isupper() else 0.68
