"""Where the names stand in the drawing of who stands around a family: three rings, a card for each.

Measures are in em, the letter size of the page, from the top left. Pure geometry: how large a card is, is
measured by who prints.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, combinations, pairwise, product
from operator import itemgetter

from kernteam_tui.exchange.bladzijde.opbouw import Kringregel

MEESTE_NAMEN = 10
"""More people than this are a list."""
RINGEN = 3
MIDDEN = 1.5
"""Radius of the circle in the middle."""
TUSSENRUIMTE = 0.4
"""Between any two cards, and between a card and the middle."""

_RAND = 0.35
"""Between the words of a card and its edge, left and right."""
_LIJN = 0.1
"""Room for the line around a card."""
_LAAGSTE, _HOOGSTE, _STAP = 8.5, 20.5, 1.0
_PLATST = 3.6
"""So many times as wide as high at most."""
_VOLST = 0.42
"""So much of a drawing may be cards at most; a fuller one does not fit."""
_STANDEN = 12
"""So many ways to turn a ring are tried."""
_PLEKKEN = 60
"""So many places on a ring are tried for one card."""
_RUIM = 1.5
"""More room than this between two cards is no better."""
_RUSTIG = 1.0
"""With so much room spread out evenly, nothing else is tried."""
_STAPPEN = 360
"""Of which a ring is made to measure it."""
_DELEN = (0.36, 0.68, 1.0)
"""How far from the middle each ring is, of the outermost."""


@dataclass(frozen=True)
class Ring:
    """An ellipse around the middle: half its width and half its height."""

    x: float
    y: float


@dataclass(frozen=True)
class Kaartmaat:
    """The words of a card in lines, and how wide and high those are together."""

    naam: tuple[str, ...]
    wie: tuple[str, ...]
    b: float
    h: float


@dataclass(frozen=True)
class Kaartje:
    """The card of one person with its place (`x` and `y` are its top left) and its words in lines."""

    nummer: int
    """Which of the people, from 0."""
    naam_regels: tuple[str, ...]
    wie_regels: tuple[str, ...]
    ring: int
    """From 0, the nearest."""
    b: float
    h: float
    x: float = 0.0
    y: float = 0.0

    def ruimte(self, ander: Kaartje) -> float:
        """How much lies between the two; below zero where they touch."""
        naast = max(self.x - ander.x - ander.b, ander.x - self.x - self.b)
        onder = max(self.y - ander.y - ander.h, ander.y - self.y - self.h)
        return min(max(naast, onder), _RUIM)


Punt = tuple[float, float]
Stand = tuple[Kaartje, ...]
"""The cards of a ring in their places."""


@dataclass(frozen=True)
class Kringkaart:
    """The whole drawing."""

    breed: float
    hoog: float
    midden: float
    ringen: tuple[Ring, ...]
    namen: tuple[Kaartje, ...]
    """In the order of the people they were made of."""
    hart: Punt
    """The middle of all rings."""


def plaats(kring: Sequence[Kringregel], maten: Sequence[Kaartmaat], breed: float) -> Kringkaart | None:
    """The lowest drawing of at most `breed` in which no card touches another; None: make it a list.

    `maten` are those of each, in the same order. The same people give the same drawing.
    """
    if not kring or len(kring) > MEESTE_NAMEN:
        return None
    mensen = tuple(
        maak_kaartje(nummer, wie.dichtbij, maat)
        for nummer, (wie, maat) in enumerate(zip(kring, maten, strict=True))
    )
    kaart = _laagste(mensen, breed)
    return None if kaart is None else replace(kaart, namen=tuple(met_woorden(k, maten) for k in kaart.namen))


@lru_cache(maxsize=16)
def _laagste(mensen: Stand, breed: float) -> Kringkaart | None:
    """Cards are given without their words: both parents' pages and each form ask for the same places, and
    no name is kept."""
    hoogten = (_LAAGSTE + stap * _STAP for stap in range(int((_HOOGSTE - _LAAGSTE) / _STAP) + 1))
    tekeningen = (_teken(mensen, breed, hoog) for hoog in hoogten)
    return next((kaart for kaart in tekeningen if kaart is not None), None)


def maak_kaartje(nummer: int, dichtbij: int, maat: Kaartmaat) -> Kaartje:
    """A card without its words or its place."""
    ring = min(max(dichtbij, 1), RINGEN) - 1
    return Kaartje(nummer, (), (), ring, maat.b + 2 * _RAND, maat.h + _LIJN)


def met_woorden(kaartje: Kaartje, maten: Sequence[Kaartmaat]) -> Kaartje:
    """The card with its words in lines."""
    maat = maten[kaartje.nummer]
    return replace(kaartje, naam_regels=maat.naam, wie_regels=maat.wie)


def _teken(mensen: Sequence[Kaartje], ruimte: float, hoog: float) -> Kringkaart | None:
    breed = min(ruimte, hoog * _PLATST)
    buiten = Ring(
        (breed - max(mens.b for mens in mensen)) / 2 - _LIJN, (hoog - max(mens.h for mens in mensen)) / 2
    )
    vol = sum(mens.b * mens.h for mens in mensen) / (breed * hoog)
    if min(buiten.x, buiten.y) <= MIDDEN or vol > _VOLST:
        return None
    midden = Kaartje(-1, (), (), 0, 2 * MIDDEN, 2 * MIDDEN, breed / 2 - MIDDEN, hoog / 2 - MIDDEN)
    ringen = tuple(
        Ring(MIDDEN + (buiten.x - MIDDEN) * deel, MIDDEN + (buiten.y - MIDDEN) * deel) for deel in _DELEN
    )
    hart = (breed / 2, hoog / 2)
    ruim, gezet = _gelijk_verdeeld(mensen, ringen, hart, midden)
    if ruim < _RUSTIG:
        ruim, gezet = max((ruim, gezet), _een_voor_een(mensen, ringen, hart, midden), key=itemgetter(0))
    return _snij_af(Kringkaart(breed, hoog, MIDDEN, ringen, gezet, hart)) if ruim >= TUSSENRUIMTE else None


def _gelijk_verdeeld(
    mensen: Sequence[Kaartje], ringen: Sequence[Ring], hart: Punt, midden: Kaartje
) -> tuple[float, Stand]:
    """Of all ways to turn the rings, the first that leaves most room between any two cards; and that room."""
    per_ring = [[mens for mens in mensen if mens.ring == nummer] for nummer in range(RINGEN)]
    standen = [
        [_verdeel(ring, eigen, stand / _STANDEN, hart) for stand in range(_STANDEN if eigen else 1)]
        for ring, eigen in zip(ringen, per_ring, strict=True)
    ]
    eigen = [[_krapste((midden, *stand)) for stand in ring] for ring in standen]
    tussen = {
        (een, ander): [[_tussen(a, b) for b in standen[ander]] for a in standen[een]]
        for een, ander in combinations(range(RINGEN), 2)
    }

    def ruimte(keuze: tuple[int, ...]) -> float:
        in_ring = min(eigen[ring][stand] for ring, stand in enumerate(keuze))
        return min(in_ring, *(waarden[keuze[een]][keuze[ander]] for (een, ander), waarden in tussen.items()))

    beste = max(product(*(range(len(ring)) for ring in standen)), key=ruimte)
    return ruimte(beste), tuple(k for ring, stand in enumerate(beste) for k in standen[ring][stand])


def _een_voor_een(
    mensen: Sequence[Kaartje], ringen: Sequence[Ring], hart: Punt, midden: Kaartje
) -> tuple[float, Stand]:
    """The nearest first, and large before small, each where it has most room; and the least room."""
    gezet: Stand = (midden,)
    for mens in sorted(mensen, key=lambda mens: (mens.ring, -mens.b * mens.h)):
        plekken = (_verdeel(ringen[mens.ring], [mens], deel / _PLEKKEN, hart) for deel in range(_PLEKKEN))
        gezet += max(plekken, key=lambda plek: _tussen(plek, gezet))
    return _krapste(gezet), gezet[1:]


def _snij_af(kaart: Kringkaart) -> Kringkaart:
    """Without the room around it that nothing stands in; the middle stays in the middle."""
    hart_x, hart_y = kaart.hart
    buiten, namen = kaart.ringen[-1], kaart.namen
    ver_x = max(buiten.x, *(max(hart_x - k.x, k.x + k.b - hart_x) for k in namen)) + _LIJN
    ver_y = max(buiten.y, *(max(hart_y - k.y, k.y + k.h - hart_y) for k in namen)) + _LIJN
    verzet = tuple(replace(k, x=k.x - hart_x + ver_x, y=k.y - hart_y + ver_y) for k in namen)
    return replace(
        kaart,
        breed=2 * ver_x,
        hoog=2 * ver_y,
        hart=(ver_x, ver_y),
        namen=tuple(sorted(verzet, key=lambda kaartje: kaartje.nummer)),
    )


def _verdeel(ring: Ring, mensen: Sequence[Kaartje], draai: float, hart: Punt) -> Stand:
    """The cards spread along the ring with as much line between them; `draai` is a part of that line."""
    plekken = (_punt(ring, (nummer + draai) / len(mensen)) for nummer in range(len(mensen)))
    return tuple(
        replace(mens, x=hart[0] + x - mens.b / 2, y=hart[1] + y - mens.h / 2)
        for mens, (x, y) in zip(mensen, plekken, strict=True)
    )


def _krapste(kaartjes: Stand) -> float:
    return min((een.ruimte(ander) for een, ander in combinations(kaartjes, 2)), default=_RUIM)


def _tussen(stand: Stand, ander: Stand) -> float:
    return min((een.ruimte(twee) for een, twee in product(stand, ander)), default=_RUIM)


def _punt(ring: Ring, deel: float) -> Punt:
    """The point at this part of the line, from the left, over the top."""
    lengten = _lengten(ring)
    ver = deel % 1 * lengten[-1]
    stap = bisect(lengten, ver)
    hoek = 2 * math.pi * stap / _STAPPEN
    return -ring.x * math.cos(hoek), -ring.y * math.sin(hoek)


@lru_cache(maxsize=64)
def _lengten(ring: Ring) -> tuple[float, ...]:
    """How long the line is after each step around."""
    hoeken = [2 * math.pi * stap / _STAPPEN for stap in range(_STAPPEN + 1)]
    punten = [(ring.x * math.cos(hoek), ring.y * math.sin(hoek)) for hoek in hoeken]
    return tuple(accumulate(math.dist(een, ander) for een, ander in pairwise(punten)))
