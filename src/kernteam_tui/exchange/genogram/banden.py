"""Curved lines for how it is between two people, around everybody else."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kernteam_tui.domain.gezinscodes import RelatieKwaliteit

Plek = tuple[float, float]
STAPPEN = 22
"""Straight pieces of which a curve is made."""
_BOCHTEN = (0.0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85)
_RUIM = 0.8
_LIEVER_NIET = 5.0
"""Millimetres that a curve may be longer to end elsewhere."""


@dataclass(frozen=True)
class Vlak:
    """A rectangle that belongs to one person: the sign or the label."""

    lid_id: str
    x1: float
    y1: float
    x2: float
    y2: float

    def raakt(self, x: float, y: float) -> bool:
        """Whether this place is in it, or nearly."""
        return self.x1 - _RUIM < x < self.x2 + _RUIM and self.y1 - _RUIM < y < self.y2 + _RUIM


@dataclass(frozen=True)
class Boog:
    """The line between two people, from sign to sign."""

    a_id: str
    b_id: str
    kwaliteit: RelatieKwaliteit
    punten: tuple[Plek, ...]
    vrij: bool
    """Whether it touches nobody else's sign or label."""


def trek_boog(
    a: tuple[str, Plek],
    b: tuple[str, Plek],
    kwaliteit: RelatieKwaliteit,
    straal: float,
    vlakken: Sequence[Vlak],
    gebruikt: Collection[Plek] = (),
) -> Boog:
    """The shortest of a row of curves that touches no sign and no label; the least bad where none is free.

    Ends that other curves use already (`gebruikt`), and the sides, where couple lines are, come later.
    """
    beste: tuple[int, tuple[Plek, ...]] | None = None
    for punten in _keuzes(a[1], b[1], straal, gebruikt):
        raak = sum(vlak.raakt(x, y) for vlak in vlakken for x, y in punten[2:-2])
        if beste is None or raak < beste[0]:
            beste = raak, punten
        if raak == 0:
            break
    assert beste is not None
    return Boog(a[0], b[0], kwaliteit, beste[1], beste[0] == 0)


def slinger(punten: Sequence[Plek], uitslag: float, golf: float) -> tuple[Plek, ...]:
    """A zigzag along a curve."""
    langs = list(_op_afstand(punten, golf))
    uit = []
    for nummer, (x, y, dx, dy) in enumerate(langs):
        kant = 0.0 if nummer in (0, len(langs) - 1) else uitslag * (1 if nummer % 2 else -1)
        uit.append((x - dy * kant, y + dx * kant))
    return tuple(uit)


def ernaast(punten: Sequence[Plek], afstand: float) -> tuple[Plek, ...]:
    """The same curve, this far beside it."""
    return tuple((x - dy * afstand, y + dx * afstand) for x, y, dx, dy in _richtingen(punten))


def midden(punten: Sequence[Plek]) -> tuple[float, float, float, float]:
    """The point halfway with its direction."""
    richtingen = list(_richtingen(punten))
    return richtingen[len(richtingen) // 2]


def _keuzes(a: Plek, b: Plek, straal: float, gebruikt: Collection[Plek]) -> list[tuple[Plek, ...]]:
    keuzes = []
    for van in _poorten(a, straal):
        for tot in _poorten(b, straal):
            for bocht in _BOCHTEN:
                lengte = math.dist(van, tot) * (1 + abs(bocht) * 0.8)
                lengte += _LIEVER_NIET * (van[1] == a[1]) + _LIEVER_NIET * (tot[1] == b[1])
                lengte += _LIEVER_NIET * (van in gebruikt) + _LIEVER_NIET * (tot in gebruikt)
                keuzes.append((lengte, van, tot, bocht))
    keuzes.sort(key=lambda keus: keus[0])
    return [_kromme(van, tot, bocht) for _, van, tot, bocht in keuzes]


def _poorten(plek: Plek, straal: float) -> list[Plek]:
    """Where a curve may leave a sign: its sides and corners, not the middle below, where the name stands."""
    x, y = plek
    schuin = straal * 0.85
    return [
        (x + dx, y + dy) for dx in (-schuin, 0.0, schuin) for dy in (-schuin, 0.0, schuin) if dx or dy < 0
    ]


def _kromme(van: Plek, tot: Plek, bocht: float) -> tuple[Plek, ...]:
    dx, dy = tot[0] - van[0], tot[1] - van[1]
    stuur = ((van[0] + tot[0]) / 2 - dy * bocht, (van[1] + tot[1]) / 2 + dx * bocht)
    uit = []
    for stap in range(STAPPEN + 1):
        t = stap / STAPPEN
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        uit.append((a * van[0] + b * stuur[0] + c * tot[0], a * van[1] + b * stuur[1] + c * tot[1]))
    return tuple(uit)


def _richtingen(punten: Sequence[Plek]) -> Iterator[tuple[float, float, float, float]]:
    for nummer, (x, y) in enumerate(punten):
        voor, na = punten[max(nummer - 1, 0)], punten[min(nummer + 1, len(punten) - 1)]
        lengte = math.dist(voor, na) or 1.0
        yield x, y, (na[0] - voor[0]) / lengte, (na[1] - voor[1]) / lengte


def _op_afstand(punten: Sequence[Plek], stap: float) -> Iterator[tuple[float, float, float, float]]:
    """Points along a curve, all about as far from each other, the first and the last included."""
    totaal = sum(math.dist(a, b) for a, b in pairwise(punten))
    aantal = max(2, round(totaal / stap))
    richtingen = list(_richtingen(punten))
    gelopen, doel, plek = 0.0, 0.0, 0
    for nummer in range(aantal + 1):
        doel = totaal * nummer / aantal
        while plek < len(punten) - 2 and gelopen + math.dist(punten[plek], punten[plek + 1]) < doel:
            gelopen += math.dist(punten[plek], punten[plek + 1])
            plek += 1
        stuk = math.dist(punten[plek], punten[plek + 1]) or 1.0
        deel = min((doel - gelopen) / stuk, 1.0)
        (x1, y1), (x2, y2) = punten[plek], punten[plek + 1]
        yield x1 + (x2 - x1) * deel, y1 + (y2 - y1) * deel, richtingen[plek][2], richtingen[plek][3]
