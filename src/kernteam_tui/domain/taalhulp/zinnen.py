"""Cuts a text in sentences, as a Dutch reader does, and counts their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kernteam_tui.domain.taalhulp.citaten import VULLING
from kernteam_tui.domain.taalhulp.grammatica import BEGINNERS, NIET_HET_EIND, SOMS_HET_EIND

_GRENS = re.compile(r"[.!?…]++[)\]»”’\"']*+|\n")
_STREEPJE = re.compile(r"[ \t]*+(?:[-–—•*▪☐☑□✓>]|\[[ xX]?\]|\d{1,2}[.)]|[a-z][.)]|[A-Z]\))[ \t]++")
"""What a line of a list begins with."""
_NUMMER = re.compile(r"[\s]*+(?:\d{1,2}|[a-z])\Z")
_VOOR, _NA = 24, 24
"""Characters looked at on both sides of a full stop: enough for a word."""


@dataclass(frozen=True)
class Zin:
    """A sentence, or a line of a list: `tekst[begin:einde]` without white and list sign around it."""

    begin: int
    einde: int
    woorden: int


def splits_zinnen(tekst: str) -> list[Zin]:
    """The sentences, in order. What was quoted has been taken out before (`zonder_citaten`)."""
    zinnen: list[Zin] = []
    begin = 0
    for grens in _GRENS.finditer(tekst):
        if _is_einde(tekst, begin, grens.start(), grens.end()):
            _voeg_toe(zinnen, tekst, begin, grens.end())
            begin = grens.end()
    _voeg_toe(zinnen, tekst, begin, len(tekst))
    return zinnen


def tel_woorden(tekst: str) -> int:
    """Words with a letter or digit; numbers behind each other (a phone number) are one."""
    aantal, vorige_was_getal = 0, False
    for stuk in tekst.split():
        if stuk[0].isalpha():
            aantal += 1
            vorige_was_getal = False
        elif any(map(str.isalnum, stuk)):
            getal = not any(map(str.isalpha, stuk))
            aantal += not (getal and vorige_was_getal)
            vorige_was_getal = getal
    return aantal


def begint_lijstregel(tekst: str, plaats: int) -> bool:
    """Whether the line that begins here is one of a list."""
    return _STREEPJE.match(tekst, plaats) is not None


def _voeg_toe(zinnen: list[Zin], tekst: str, begin: int, einde: int) -> None:
    streepje = _STREEPJE.match(tekst, _zonder_wit(tekst, begin, einde), einde)
    begin = streepje.end() if streepje else begin
    zin = tekst[begin:einde]
    aantal = tel_woorden(zin)
    if aantal:
        weg = len(zin) - len(zin.lstrip(f" \t\r\n{VULLING}"))
        zin = zin.strip(f" \t\r\n{VULLING}")
        zinnen.append(Zin(begin + weg, begin + weg + len(zin), aantal))


def _zonder_wit(tekst: str, begin: int, einde: int) -> int:
    while begin < einde and tekst[begin].isspace():
        begin += 1
    return begin


def _is_einde(tekst: str, zin_begin: int, begin: int, einde: int) -> bool:
    if tekst[begin] == "\n":
        return _regel_is_einde(tekst, zin_begin, begin)
    erna = tekst[einde : einde + _NA]
    if not erna:
        return True
    if not erna[0].isspace():
        return _vergeten_spatie(tekst, begin, erna)
    volgend = erna.lstrip()[:1]
    teken = tekst[begin:einde].rstrip(")]»”’\"'")
    if teken in ("…", "...", "..") or len(teken) > 3:
        return not volgend.islower()
    if teken != ".":
        return True
    return _punt_is_einde(tekst, zin_begin, begin, erna.lstrip())


def _punt_is_einde(tekst: str, zin_begin: int, punt: int, erna: str) -> bool:
    if punt - zin_begin <= _VOOR and _NUMMER.match(tekst, zin_begin, punt):
        return False  # `1.` at the beginning of a line
    voor = re.split(r"[\s(]", tekst[max(zin_begin, punt - _VOOR) : punt])[-1].strip(VULLING)
    klein = voor.lower()
    volgend = erna[:1]
    if klein in NIET_HET_EIND:
        return False
    if klein in SOMS_HET_EIND or voor.isdigit():
        return not volgend.islower()
    if len(voor) == 1 and voor.isupper():
        woord = re.match(r"[^\W\d_]*", erna)
        return woord is not None and volgend.isupper() and woord.group().lower() in BEGINNERS
    return not (len(voor) == 1 and volgend.islower())


def _vergeten_spatie(tekst: str, begin: int, erna: str) -> bool:
    """`naar school.Thuis gaat`: two words of letters around a stop, the second with a capital."""
    voor = tekst[max(0, begin - 3) : begin]
    return voor.isalpha() and voor.islower() and len(voor) == 3 and erna[0].isupper() and erna[1:3].islower()


def _regel_is_einde(tekst: str, zin_begin: int, plaats: int) -> bool:
    """A new line ends a sentence, but where the text goes on: no mark before it, a small letter behind."""
    voor = tekst[max(zin_begin, plaats - _VOOR) : plaats].rstrip(" \t\r")
    if not voor or voor[-1] in ".!?…:;":
        return True
    volgend = tekst[plaats + 1 : plaats + 2]
    return begint_lijstregel(tekst, plaats + 1) or not volgend.islower()
