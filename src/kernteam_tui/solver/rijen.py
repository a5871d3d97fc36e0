"""Who can be at one place only: rows of choices of which no two (or no more than there are) go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from kernteam_tui.domain.planning.puzzel import Puzzel


class Greep(NamedTuple):
    """One choice (`kolom`) that takes a means from `van` to `tot` at a school."""

    van: int
    tot: int
    plek: int
    kolom: int


def rows_of_one(puzzel: Puzzel, grepen: Iterable[Greep]) -> set[tuple[int, ...]]:
    """Rows that hold every pair that clashes on a means of which there is one, and no pair that does not."""
    echt = sorted(greep for greep in grepen if greep.van < greep.tot)
    plekken = {greep.plek for greep in echt}
    if any(puzzel.reis(een, ander) for een, ander in combinations(plekken, 2)):
        rijen = set(_with_travel(puzzel, echt))
    else:
        rijen = set(at_once(echt))
    return {rij for rij in rijen if len(rij) > 1}


def at_once(grepen: Iterable[Greep]) -> Iterator[tuple[int, ...]]:
    """Every largest set of choices that share a moment; half-open."""
    bezig: list[Greep] = []
    nieuw = False
    for greep in sorted(grepen):
        if greep.van == greep.tot:
            continue
        over = [ander for ander in bezig if ander.tot > greep.van]
        if nieuw and len(over) < len(bezig):
            yield _columns(bezig)
        nieuw = True
        bezig = [*over, greep]
    if bezig:
        yield _columns(bezig)


def _columns(grepen: Iterable[Greep]) -> tuple[int, ...]:
    return tuple(sorted({greep.kolom for greep in grepen}))


def _with_travel(puzzel: Puzzel, grepen: Sequence[Greep]) -> Iterator[tuple[int, ...]]:
    """Sets in which all clash with each other, until every pair that clashes is in one.

    A set of choices is a whole number here, with a bit for each in order of its start.
    """
    botst = _clashes(puzzel, grepen)
    gedekt = [0] * len(grepen)
    for nummer, buren in enumerate(botst):
        while open_ := buren & ~gedekt[nummer] & -(2 << nummer):
            groep, over = 1 << nummer, buren
            while over:
                kies = over & open_ or over
                erbij = kies & -kies
                groep |= erbij
                over &= botst[erbij.bit_length() - 1]
            leden = [n for n in range(groep.bit_length()) if groep >> n & 1]
            for lid in leden:
                gedekt[lid] |= groep
            yield _columns(grepen[lid] for lid in leden)


def _clashes(puzzel: Puzzel, grepen: Sequence[Greep]) -> list[int]:
    """For each choice those that it clashes with, travel time included."""
    botst = [0] * len(grepen)
    verst = max(puzzel.reis(een, ander) for een in _places(grepen) for ander in _places(grepen))
    bezig: list[int] = []
    for nummer, greep in enumerate(grepen):
        bezig = [n for n in bezig if grepen[n].tot + verst > greep.van]
        for ander in bezig:
            if greep.van < grepen[ander].tot + puzzel.reis(greep.plek, grepen[ander].plek):
                botst[nummer] |= 1 << ander
                botst[ander] |= 1 << nummer
        bezig.append(nummer)
    return botst


def _places(grepen: Iterable[Greep]) -> list[int]:
    return sorted({greep.plek for greep in grepen})
