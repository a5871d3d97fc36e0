"""Which combinations a test looks at: enough of them in `make test`, every one in the proofs.

Where a check has several sides (language, reader, form), what is wrong shows in one value, or where two meet.
`paren` gives so few combinations that every two values of different sides still meet, `beurten` so few that
every value has its turn. With KERNTEAM_DIEP=1, as in `make bewijs`, both give them all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import combinations, product
from typing import Any

DIEP = os.environ.get("KERNTEAM_DIEP") == "1"


def paren(*kanten: Iterable[Any], diep: bool = DIEP) -> list[tuple[Any, ...]]:
    """Combinations of one value of each side in which every two values meet at least once."""
    assen = [list(kant) for kant in kanten]
    alle = list(product(*(range(len(as_)) for as_ in assen)))
    gekozen = alle if diep else _dekkend(alle)
    return [tuple(as_[plek] for as_, plek in zip(assen, keus, strict=True)) for keus in gekozen]


def beurten(*kanten: Iterable[Any], diep: bool = DIEP) -> list[tuple[Any, ...]]:
    """Combinations of one value of each side in which every value occurs at least once."""
    assen = [list(kant) for kant in kanten]
    if diep:
        return list(product(*assen))
    return [tuple(as_[beurt % len(as_)] for as_ in assen) for beurt in range(max(map(len, assen)))]


def _dekkend(alle: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    ontmoetingen = {keus: set(combinations(enumerate(keus), 2)) for keus in alle}
    nog: set[Any] = set().union(*ontmoetingen.values())
    gekozen: list[tuple[int, ...]] = []
    while nog:
        gekozen.append(max(alle, key=lambda keus: len(ontmoetingen[keus] & nog)))
        nog -= ontmoetingen[gekozen[-1]]
    return sorted(gekozen)
