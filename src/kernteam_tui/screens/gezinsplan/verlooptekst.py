"""The marks of a goal over time as text: in one line, as a drawing of 0 to 10, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kernteam_tui.domain.datumtekst import MAANDEN_KORT, dag_met_jaar
from kernteam_tui.services.planbeeld import DoelBeeld, MetingBeeld

BLOKKEN = "▁▂▃▄▅▆▇█"
REGEL_HOOGSTENS = 12
"""Looks that a line shows; the first mark stands before them in any case."""
KOLOM, STAAF = 8, 4
"""Cells of one look in the drawing, and of its bar."""
AS, WENS = 6, 8
"""Cells before the first bar, for the scale, and after the last one, for the wish."""
HOOG = 5
"""Lines of the drawing: two marks a line."""


class Punt(NamedTuple):
    """A mark on a day."""

    op: date
    cijfer: int


def punten_van(doel: DoelBeeld) -> tuple[Punt, ...]:
    """The marks that were given, oldest first."""
    return tuple(Punt(m.op, m.cijfer) for m in doel.metingen if m.cijfer is not None)


def schaalregel(doel: DoelBeeld) -> str:
    """`cijfer 3 ▂▃▅ 6 → wens 7`; with one look `cijfer 6 → wens 7`; empty where nothing was asked."""
    cijfers = [punt.cijfer for punt in punten_van(doel)]
    wens = "" if doel.gewenst is None else f" → wens {doel.gewenst}"
    if len(cijfers) > 1:
        return f"cijfer {cijfers[0]} {blokken(cijfers[-REGEL_HOOGSTENS:])} {cijfers[-1]}{wens}"
    if doel.nu is None:
        return wens.removeprefix(" → ")
    return f"cijfer {doel.nu}{wens}"


def blokken(cijfers: Sequence[int]) -> str:
    """A block for each mark, higher for more: 0 is the lowest, 10 the highest."""
    top = len(BLOKKEN) - 1
    return "".join(BLOKKEN[round(cijfer * top / 10)] for cijfer in cijfers)


def in_woorden(doel: DoelBeeld) -> str:
    """What the drawing shows, for who does not see it: `Van 3 op 4 mei 2026 naar 6 op …. De wens is 7.`"""
    punten = punten_van(doel)
    wens = "" if doel.gewenst is None else f" De wens is {doel.gewenst}."
    if not punten:
        return f"Er is nog geen cijfer gevraagd.{wens}"
    eerste, laatste = punten[0], punten[-1]
    if len(punten) == 1:
        return f"Een {eerste.cijfer} op {dag_met_jaar(eerste.op)}.{wens}"
    van, naar = (
        f"{eerste.cijfer} op {dag_met_jaar(eerste.op)}",
        f"{laatste.cijfer} op {dag_met_jaar(laatste.op)}",
    )
    return f"Van {van} naar {naar}.{wens}"


def blik_in_woorden(meting: MetingBeeld) -> str:
    """`23 november 2026: 6, deels bereikt`."""
    cijfer = "geen cijfer" if meting.cijfer is None else str(meting.cijfer)
    uitkomst = f", {meting.uitkomst.label}" if meting.uitkomst is not None else ""
    return f"{dag_met_jaar(meting.op)}: {cijfer}{uitkomst}"


def grafiek(punten: Sequence[Punt], wens: int | None, breed: int) -> list[str]:
    """Bars with their mark above them, the wish as a line, the days below; as many as fit, the last ones.

    Every line is at most `breed` cells wide. Without marks there is nothing to draw.
    """
    past = max(1, (breed - AS - WENS) // KOLOM)
    getoond = punten[-past:]
    if not getoond:
        return []
    hoogst = max(HOOG - 1, *(_hoogte(punt.cijfer) + 1 for punt in getoond))
    regels = [_regel(hoogte, getoond, wens) for hoogte in range(hoogst, -1, -1)]
    as_ = f"{'0':>{AS - 2}} └{'─' * (KOLOM * len(getoond))}"
    dagen = " " * AS + "".join(f"{_dag(punt.op):<{KOLOM}}" for punt in getoond)
    jaren = " " * AS + "".join(f"{jaar:<{KOLOM}}" for jaar in _jaren(getoond))
    return [regel.rstrip() for regel in (*regels, as_, dagen, jaren)]


def _regel(hoogte: int, punten: Sequence[Punt], wens: int | None) -> str:
    """The marks from 2 * hoogte + 1 up to 2 * hoogte + 2; above HOOG there is room for a number only."""
    schaal = {HOOG - 1: "10", HOOG // 2: "5"}.get(hoogte, "")
    vulling = "┄" if wens and _hoogte(wens) == hoogte else " "
    delen = "".join(_deel(hoogte, punt.cijfer, vulling) for punt in punten)
    naam = f" wens {wens}" if vulling == "┄" else ""
    return f"{schaal:>{AS - 2}} │{delen}{naam}"


def _hoogte(cijfer: int) -> int:
    """The line in which the top of this mark is; of 0 the one below all."""
    return (cijfer + 1) // 2 - 1


def _deel(hoogte: int, cijfer: int, vulling: str) -> str:
    top = _hoogte(cijfer)
    if hoogte > top + 1:
        return vulling * KOLOM
    half = hoogte == top and cijfer % 2
    staaf = f"{cijfer:^{STAAF}}" if hoogte == top + 1 else ("▄" if half else "█") * STAAF
    return f"{vulling}{staaf}{vulling * (KOLOM - STAAF - 1)}"


def _dag(op: date) -> str:
    return f"{op.day} {MAANDEN_KORT[op.month - 1]}"


def _jaren(punten: Sequence[Punt]) -> Iterator[str]:
    """The year under the first look of it."""
    vorig = 0
    for punt in punten:
        yield str(punt.op.year) if punt.op.year != vorig else ""
        vorig = punt.op.year
