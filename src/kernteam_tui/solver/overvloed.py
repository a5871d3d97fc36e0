"""Means that can never run short, whatever is chosen: nobody has to look after those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kernteam_tui.domain.planning.puzzel import Puzzel, Zet


@dataclass(frozen=True)
class _Vraag:
    """One place of one piece that takes a means, or may take it."""

    stuk: int
    zet: Zet


def never_short(puzzel: Puzzel) -> frozenset[int]:
    """The means of which there is one for everybody who can want it at one time.

    Places of one piece, and places that need the same person, are never taken at one time: two rooms are
    enough for the talks of two gezinswerkers, however many talks there are.
    """
    vragen: dict[int, list[_Vraag]] = {}
    for nummer, stuk in enumerate(puzzel.stukken):
        for zet in stuk.zetten:
            for middel in sorted(zet.middelen) if zet.van < zet.tot else ():
                vragen.setdefault(middel, []).append(_Vraag(nummer, zet))
    return frozenset(middel for middel, van_middel in vragen.items() if _enough(puzzel, middel, van_middel))


def _enough(puzzel: Puzzel, middel: int, vragen: Sequence[_Vraag]) -> bool:
    aantal = puzzel.aantal[middel]
    if len({vraag.stuk for vraag in vragen}) <= aantal:
        return True
    return aantal > 1 and all(_most(puzzel, samen) <= aantal for samen in _at_once(vragen))


def _at_once(vragen: Sequence[_Vraag]) -> Iterator[list[_Vraag]]:
    """Who wants it at each moment at which one more begins to."""
    bezig: list[_Vraag] = []
    for vraag in sorted(vragen, key=lambda vraag: vraag.zet.van):
        bezig = [ander for ander in bezig if ander.zet.tot > vraag.zet.van]
        bezig.append(vraag)
        yield bezig


def _most(puzzel: Puzzel, samen: Sequence[_Vraag]) -> int:
    """So many of these can be taken at one time; rather too many than too few."""
    stukken = {vraag.stuk for vraag in samen}
    alleen = [[m for m in vraag.zet.nodig if puzzel.aantal[m] == 1] for vraag in samen]
    gewild = Counter(middel for mensen in alleen for middel in mensen)
    groepen = {
        ("wie", max(mensen, key=lambda m: (gewild[m], m))) if mensen else ("stuk", vraag.stuk)
        for vraag, mensen in zip(samen, alleen, strict=True)
    }
    return min(len(stukken), len(groepen))
