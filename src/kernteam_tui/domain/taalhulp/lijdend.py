"""Finds sentences in which nobody does it: a form of worden or zijn with a participle.

A false alarm costs more than a miss: what happens to somebody (`wordt gepest`), how somebody becomes (`wordt
boos`) and what looks like a participle (`wordt verdriet`) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kernteam_tui.domain.taalhulp.bevinding import Bevinding, Taalsoort
from kernteam_tui.domain.taalhulp.grammatica import (
    BIJ_ZIJN,
    GEEN_DEELWOORD,
    HEBBEN,
    LIDWOORD,
    STERK,
    VOEGWOORD,
    WIJST,
    WORDEN,
    ZIJN,
)
from kernteam_tui.domain.taalhulp.moeilijk import Deel
from kernteam_tui.domain.taalhulp.zinnen import Zin

_VER, _DOOR = 14, 4
"""Words that are looked at behind a form of worden, and behind both for who does it."""
_VOORVOEGSEL = (
    "aan|achter|af|bij|binnen|deel|door|goed|hoog|in|kennis|klaar|los|mede|mee|na|naar|neer|om|onder|op|open|over|"
    "plaats|samen|stil|stop|tegen|tegemoet|terecht|terug|thuis|toe|tussen|uit|vast|vol|voor|vrij|waar|weg"
)
_GE = re.compile(rf"(?:{_VOORVOEGSEL}|her)?ge\w{{1,18}}(?:d|[fkpsx]t|cht|en|aan|ien)\Z")
_ZWAK = re.compile(
    rf"(?:{_VOORVOEGSEL})?(?:be|ver|ont|her|onder|over|door|mis|er)\w{{1,18}}(?:[^aeiou]d|[fkpsx]t|cht)\Z"
)
"""With a t only behind the sounds of 't kofschip: `begint` and `gebeurt` are no participles."""
_SCHEIDING = re.compile(r"[,;:!?…()–—\ufffc]")
_TUSSEN = 8
"""Signs and white between two words that are looked at."""


def lijdende_vormen(tekst: str, delen: Sequence[Deel], zinnen: Sequence[Zin]) -> Iterator[Bevinding]:
    """Each one once, from the form of worden or zijn to the participle."""
    lezer = _Lezer(tekst, delen, zinnen)
    tot = -1
    for nummer, (_begin, _einde, woord) in enumerate(delen):
        if nummer <= tot or (woord not in WORDEN and woord not in ZIJN):
            continue
        ander = lezer.deelwoord_bij(nummer)
        if ander is None:
            continue
        eerste, laatste = sorted((nummer, ander))
        tot = laatste
        begin, einde = delen[eerste][0], delen[laatste][1]
        kort = f"{delen[eerste][2]} {'… ' if laatste - eerste > 1 else ''}{delen[laatste][2]}"
        if lezer.zegt_door_wie(eerste, laatste):
            advies = f"Begin met wie het doet, in plaats van ‘{kort}’."
        else:
            advies = f"Wie doet dit? Schrijf dat erbij, in plaats van ‘{kort}’."
        yield Bevinding(Taalsoort.LIJDENDE_VORM, begin, einde, tekst[begin:einde], advies)


class _Lezer:
    """Looks a few words far from a place, within the clause."""

    def __init__(self, tekst: str, delen: Sequence[Deel], zinnen: Sequence[Zin]) -> None:
        self._tekst = tekst
        self._delen = delen
        self._begint_zin = _eerste_delen(delen, zinnen)

    def deelwoord_bij(self, nummer: int) -> int | None:
        """Number of the participle that goes with this form of worden or zijn; None where there is none."""
        bij_zijn = self._delen[nummer][2] in ZIJN
        if bij_zijn and self._er_staat_hebben(nummer):
            return None
        if nummer and not self._gescheiden(nummer) and self._is_deelwoord(nummer - 1, bij_zijn):
            return nummer - 1
        gevonden = None
        for verder in range(nummer + 1, min(nummer + _VER, len(self._delen))):
            woord = self._delen[verder][2]
            if self._gescheiden(verder) or woord in VOEGWOORD or woord in WORDEN or woord in ZIJN:
                break
            if bij_zijn and woord in HEBBEN:
                return None
            if self._is_deelwoord(verder, bij_zijn):
                gevonden = verder
        return gevonden

    def zegt_door_wie(self, eerste: int, laatste: int) -> bool:
        """`wordt gebeld door de mentor`: between the two or just behind them, in the same clause."""
        for nummer in range(eerste + 1, min(laatste + _DOOR, len(self._delen))):
            if self._gescheiden(nummer):
                return False
            if self._delen[nummer][2] == "door":
                return True
        return False

    def _er_staat_hebben(self, nummer: int) -> bool:
        """`heeft zijn zorgen gemeld`: then zijn is not the verb."""
        for eerder in range(nummer, max(0, nummer - _VER), -1):
            if self._gescheiden(eerder):
                return False
            if self._delen[eerder - 1][2] in HEBBEN:
                return True
        return False

    def _gescheiden(self, nummer: int) -> bool:
        """Another clause begins with this word."""
        if nummer in self._begint_zin:
            return True
        tussen = self._tekst[self._delen[nummer - 1][1] : self._delen[nummer][0]][:_TUSSEN]
        return _SCHEIDING.search(tussen) is not None

    def _is_deelwoord(self, nummer: int, bij_zijn: bool) -> bool:
        woord, ervoor = self._delen[nummer][2], self._delen[nummer - 1][2] if nummer else ""
        if ervoor in WIJST and not self._aan_het_eind(nummer):
            return False
        if ervoor in LIDWOORD and ervoor not in WIJST:
            return False
        if bij_zijn:
            return woord in BIJ_ZIJN
        if woord in GEEN_DEELWOORD:
            return False
        return woord in STERK or _GE.match(woord) is not None or _ZWAK.match(woord) is not None

    def _aan_het_eind(self, nummer: int) -> bool:
        erna = nummer + 1
        if erna == len(self._delen) or self._gescheiden(erna):
            return True
        return self._delen[erna][2] in VOEGWOORD or self._delen[erna][2] in WORDEN


def _eerste_delen(delen: Sequence[Deel], zinnen: Sequence[Zin]) -> frozenset[int]:
    """Numbers of the words with which a sentence begins."""
    eerste, nummer = set(), 0
    for zin in zinnen:
        while nummer < len(delen) and delen[nummer][0] < zin.begin:
            nummer += 1
        eerste.add(nummer)
    return frozenset(eerste)
