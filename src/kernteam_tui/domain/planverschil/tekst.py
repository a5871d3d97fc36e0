"""Two texts beside each other: what stayed, what went, what came. For people who read, not for a machine.

First whole sentences are laid beside each other, then the words of those that differ. The work is bounded:
two texts that differ too much are shown as one that went and one that came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

ZINNEN_HOOGSTENS = 4_000_000
"""Sentences of one text times those of the other, above which they are not laid beside each other."""
WOORDEN_HOOGSTENS = 400_000
"""The same for the words within sentences that differ."""
EILAND = 2
"""Fewer equal words than this between two changes are part of the change: nobody can read single words."""

_ZIN = re.compile(r"[^.!?\n]+[.!?\n]*\s*|[.!?\n]+\s*")
_WOORD = re.compile(r"\w[\w'’-]*\s*|[^\w\s]\s*|\s+")


class Soort(StrEnum):
    """What happened to a piece of text."""

    GELIJK = "gelijk"
    WEG = "weg"
    NIEUW = "nieuw"


@dataclass(frozen=True)
class Stuk:
    """A piece of text and what happened to it."""

    soort: Soort
    tekst: str


def vergelijk_tekst(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """The pieces in order; what went stands before what came in its place.

    GELIJK and NIEUW together are `nieuw`, letter for letter; GELIJK and WEG are `oud`, but for white space.
    """
    if oud == nieuw:
        return (Stuk(Soort.GELIJK, nieuw),) if nieuw else ()
    return _samen(_zinnen(oud, nieuw))


def _zinnen(oud: str, nieuw: str) -> Iterator[Stuk]:
    for gelijk, was, wordt in _naast_elkaar(_ZIN.findall(oud), _ZIN.findall(nieuw), ZINNEN_HOOGSTENS):
        if gelijk:
            yield Stuk(Soort.GELIJK, "".join(wordt))
        else:
            yield from _zonder_eilanden(_samen(_woorden("".join(was), "".join(wordt))))


def _woorden(oud: str, nieuw: str) -> Iterator[Stuk]:
    for gelijk, was, wordt in _naast_elkaar(_WOORD.findall(oud), _WOORD.findall(nieuw), WOORDEN_HOOGSTENS):
        if gelijk:
            yield Stuk(Soort.GELIJK, "".join(wordt))
        else:
            yield Stuk(Soort.WEG, "".join(was))
            yield Stuk(Soort.NIEUW, "".join(wordt))


_Deel = tuple[bool, Sequence[str], Sequence[str]]


def _naast_elkaar(oud: list[str], nieuw: list[str], hoogstens: int) -> Iterator[_Deel]:
    """Runs that are equal (but for white space) or differ, in order."""
    was, wordt = [_kaal(deel) for deel in oud], [_kaal(deel) for deel in nieuw]
    kop = _aantal_gelijk(was, wordt)
    staart = _aantal_gelijk(was[kop:][::-1], wordt[kop:][::-1])
    if kop:
        yield True, oud[:kop], nieuw[:kop]
    midden_was, midden_wordt = was[kop : len(was) - staart], wordt[kop : len(wordt) - staart]
    if len(midden_was) * len(midden_wordt) > hoogstens:
        yield False, oud[kop : len(oud) - staart], nieuw[kop : len(nieuw) - staart]
    else:
        stappen = SequenceMatcher(None, midden_was, midden_wordt, autojunk=False).get_opcodes()
        for stap, van, tot, van_nieuw, tot_nieuw in stappen:
            yield stap == "equal", oud[kop + van : kop + tot], nieuw[kop + van_nieuw : kop + tot_nieuw]
    if staart:
        yield True, oud[len(oud) - staart :], nieuw[len(nieuw) - staart :]


def _aantal_gelijk(een: Sequence[str], ander: Sequence[str]) -> int:
    """How many are equal from the beginning."""
    for plaats, (links, rechts) in enumerate(zip(een, ander, strict=False)):
        if links != rechts:
            return plaats
    return min(len(een), len(ander))


def _kaal(deel: str) -> str:
    return " ".join(deel.split())


def _zonder_eilanden(stukken: Sequence[Stuk]) -> Iterator[Stuk]:
    for plaats, stuk in enumerate(stukken):
        tussen = 0 < plaats < len(stukken) - 1
        if stuk.soort is Soort.GELIJK and tussen and len(re.findall(r"\w+", stuk.tekst)) < EILAND:
            yield Stuk(Soort.WEG, stuk.tekst)
            yield Stuk(Soort.NIEUW, stuk.tekst)
        else:
            yield stuk


def _samen(stukken: Iterable[Stuk]) -> tuple[Stuk, ...]:
    """Neighbours of one kind as one piece, and in each change first all that went, then all that came."""
    uit: list[Stuk] = []
    for gelijk, groep in groupby(
        (stuk for stuk in stukken if stuk.tekst), key=lambda stuk: stuk.soort is Soort.GELIJK
    ):
        delen = list(groep)
        soorten = (Soort.GELIJK,) if gelijk else (Soort.WEG, Soort.NIEUW)
        for soort in soorten:
            tekst = "".join(deel.tekst for deel in delen if deel.soort is soort)
            if tekst:
                uit.append(Stuk(soort, tekst))
    return tuple(uit)
