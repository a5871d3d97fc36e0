"""Households as outlines: around everybody who lives there and around nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kernteam_tui.domain.genogram.etiket import huisletters
from kernteam_tui.domain.genogram.plaatsing import links_van, rechts_van
from kernteam_tui.domain.genogram.stamboom import Woonkring
from kernteam_tui.domain.genogram.tekening import Figuur, Tekening

Plek = tuple[float, float]
"""Column and line, with parts of them; whole numbers are the middle of a cell."""
_RUIMTES = ((1.0, 0.3), (0.6, 0.15), (0.25, 0.0))
_HALF_TEKEN, _HALF_JONGERE = 1.8, 2.4
"""Columns that a sign takes at most on both sides of its middle, without the cell of the middle itself."""


@dataclass(frozen=True)
class Huisvorm:
    """The outline of a household: one or more closed shapes of which every side lies along the grid."""

    kring: Woonkring
    letter: str
    vormen: tuple[tuple[Plek, ...], ...]

    def bevat(self, x: float, y: float) -> bool:
        """Whether this place is inside."""
        return sum(_binnen(vorm, x, y) for vorm in self.vormen) % 2 == 1


@dataclass(frozen=True)
class _Vak:
    x1: float
    y1: float
    x2: float
    y2: float

    def bevat(self, x: float, y: float) -> bool:
        return self.x1 < x < self.x2 and self.y1 < y < self.y2


@dataclass(frozen=True)
class _Groep:
    """People of one household who stand side by side."""

    vak: _Vak
    y: int


def teken_huizen(tekening: Tekening) -> tuple[Huisvorm, ...]:
    """An outline for each household with people in it. Those that share people keep a little apart."""
    letters = huisletters(tekening.verwanten.stamboom)
    uit: list[Huisvorm] = []
    for kring in tekening.verwanten.stamboom.woonkringen:
        if kring.id in letters:
            ruimte = _RUIMTES[len(uit) % len(_RUIMTES)]
            uit.append(Huisvorm(kring, letters[kring.id], _omtrek(_vakken(tekening, kring, ruimte))))
    return tuple(uit)


def _vakken(tekening: Tekening, kring: Woonkring, ruimte: tuple[float, float]) -> list[_Vak]:
    groepen = _groepen(tekening, kring, ruimte)
    vakken = [groep.vak for groep in groepen]
    rijen = sorted({figuur.y for figuur in tekening.figuren.values()})
    verbonden: set[tuple[int, int]] = set()
    for nummer, groep in enumerate(groepen):
        rij = rijen.index(groep.y)
        boven = [plek for plek, ander in enumerate(groepen) if rijen.index(ander.y) == rij - 1]
        onder = [plek for plek, ander in enumerate(groepen) if rijen.index(ander.y) == rij + 1]
        naast = [plek for plek, ander in enumerate(groepen[:nummer]) if ander.y == groep.y]
        for buren in (boven, onder):
            if buren:
                dichtst = min(buren, key=lambda plek: _gat(groepen[plek].vak, groep.vak))
                verbonden.add((min(dichtst, nummer), max(dichtst, nummer)))
        if naast and not boven and not onder:
            vakken += _langs_onder(groepen[naast[-1]], groep, tekening)
    for een, twee in sorted(verbonden):
        vakken += _verbind(groepen[een], groepen[twee], tekening)
    return vakken


def _groepen(tekening: Tekening, kring: Woonkring, ruimte: tuple[float, float]) -> list[_Groep]:
    uit: list[_Groep] = []
    vorig: Figuur | None = None
    for figuur in sorted(tekening.figuren.values(), key=lambda figuur: (figuur.y, figuur.x)):
        if figuur.lid.id in kring.leden:
            vak = _vak(figuur, ruimte)
            if vorig is not None and vorig.lid.id in kring.leden and vorig.y == figuur.y:
                oud = uit.pop().vak
                vak = _Vak(oud.x1, oud.y1, max(oud.x2, vak.x2), max(oud.y2, vak.y2))
            uit.append(_Groep(vak, figuur.y))
        vorig = figuur
    return uit


def _vak(figuur: Figuur, ruimte: tuple[float, float]) -> _Vak:
    breed = figuur.etiket.breedte
    half = _HALF_JONGERE if figuur.lid.jongere else _HALF_TEKEN
    links = figuur.x - max(links_van(breed), half) - 0.5
    rechts = figuur.x + max(rechts_van(breed), half) + 0.5
    opzij, hoog = ruimte
    return _Vak(links - opzij, figuur.y - 0.55 - hoog / 2, rechts + opzij, figuur.onder + 0.1 + hoog)


def _gat(boven: _Vak, onder: _Vak) -> float:
    return max(boven.x1, onder.x1) - min(boven.x2, onder.x2)


def _verbind(boven: _Groep, onder: _Groep, tekening: Tekening) -> list[_Vak]:
    """Between two rows, where nobody stands, from one group to the other."""
    a, b = boven.vak, onder.vak
    x1, x2 = max(a.x1, b.x1), min(a.x2, b.x2)
    if x2 - x1 >= 1:
        return [_Vak(x1, a.y2 - 0.01, x2, b.y1 + 0.01)]
    laag, hoog = _vrij(boven.y, onder.y, tekening)
    y1, y2 = laag + (hoog - laag) * 0.3, laag + (hoog - laag) * 0.7
    xa = (a.x2 - 2, a.x2) if a.x2 < b.x2 else (a.x1, a.x1 + 2)
    xb = (b.x1, b.x1 + 2) if a.x2 < b.x2 else (b.x2 - 2, b.x2)
    return [
        _Vak(xa[0], a.y2 - 0.01, xa[1], y2),
        _Vak(min(xa[0], xb[0]), y1, max(xa[1], xb[1]), y2),
        _Vak(xb[0], y1, xb[1], b.y1 + 0.01),
    ]


def _vrij(boven: int, onder: int, tekening: Tekening) -> tuple[float, float]:
    """The lines between two rows that hold no labels."""
    onderste = max(figuur.onder for figuur in tekening.figuren.values() if figuur.y == boven)
    return onderste + 0.5, onder - 0.5


def _langs_onder(links: _Groep, rechts: _Groep, tekening: Tekening) -> list[_Vak]:
    """Below the labels of whoever stands between two groups on one row."""
    laag = max(figuur.onder for figuur in tekening.figuren.values() if figuur.y == links.y) + 0.55
    a, b = links.vak, rechts.vak
    return [
        _Vak(a.x2 - 2, a.y2 - 0.01, a.x2, laag + 0.3),
        _Vak(a.x2 - 2, laag, b.x1 + 2, laag + 0.3),
        _Vak(b.x1, b.y2 - 0.01, b.x1 + 2, laag + 0.3),
    ]


def _omtrek(vakken: Sequence[_Vak]) -> tuple[tuple[Plek, ...], ...]:
    """The border of all rectangles together."""
    xs = sorted({x for vak in vakken for x in (vak.x1, vak.x2)})
    ys = sorted({y for vak in vakken for y in (vak.y1, vak.y2)})

    def vol(i: int, j: int) -> bool:
        if not (0 <= i < len(xs) - 1 and 0 <= j < len(ys) - 1):
            return False
        x, y = (xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2
        return any(vak.bevat(x, y) for vak in vakken)

    randen: dict[Plek, list[Plek]] = {}
    for i in range(len(xs) - 1):
        for j in range(len(ys) - 1):
            if not vol(i, j):
                continue
            links, rechts, boven, onder = xs[i], xs[i + 1], ys[j], ys[j + 1]
            zijden = (
                (vol(i, j - 1), (links, boven), (rechts, boven)),
                (vol(i + 1, j), (rechts, boven), (rechts, onder)),
                (vol(i, j + 1), (rechts, onder), (links, onder)),
                (vol(i - 1, j), (links, onder), (links, boven)),
            )
            for dicht, van, tot in zijden:
                if not dicht:
                    randen.setdefault(van, []).append(tot)
    return tuple(_lus(randen) for _ in iter(lambda: bool(randen), False))


def _lus(randen: dict[Plek, list[Plek]]) -> tuple[Plek, ...]:
    begin = min(randen)
    punt, lus = begin, []
    while True:
        lus.append(punt)
        volgende = randen[punt].pop()
        if not randen[punt]:
            del randen[punt]
        punt = volgende
        if punt == begin:
            return _zonder_tussenpunten(lus)


def _zonder_tussenpunten(lus: list[Plek]) -> tuple[Plek, ...]:
    uit = []
    for nummer, punt in enumerate(lus):
        vorig, volgend = lus[nummer - 1], lus[(nummer + 1) % len(lus)]
        if not (vorig[0] == punt[0] == volgend[0] or vorig[1] == punt[1] == volgend[1]):
            uit.append(punt)
    return tuple(uit)


def _binnen(vorm: Sequence[Plek], x: float, y: float) -> bool:
    binnen = False
    for (x1, y1), (x2, y2) in zip(vorm, (*vorm[1:], vorm[0]), strict=True):
        if x1 == x2 and x < x1 and min(y1, y2) < y < max(y1, y2):
            binnen = not binnen
    return binnen
