"""What laying out a genogram costs, against one frame of the screen.

    .venv/bin/python -m bench.genogram [--keer 50]

The family of 25 from the committed list, laid out anew each time; also drawn as text, and printed as PDF.
The goal is for the layout of the drawing that a screen shows; it is printed, not enforced.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import date

from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.genogram.tekst import teken_tekst
from kernteam_tui.exchange.genogram import maak_genogram
from tests.unit.genogram.gezinnen import alle_gezinnen, gezin

DOEL = 16.0
"""Milliseconds: one frame at sixty in a second."""
DAG = date(2026, 11, 22)


def meet(doe: Callable[[Stamboom], object], stamboom: Stamboom, keer: int) -> list[float]:
    """Milliseconds of each time, after one to warm up."""
    doe(stamboom)
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe(stamboom)
        tijden.append((time.perf_counter() - begin) * 1000)
    return tijden


def toon(wat: str, tijden: list[float]) -> None:
    """One line: median and the slowest of twenty."""
    p95 = statistics.quantiles(tijden, n=20)[18]
    print(f"{wat:<44}{statistics.median(tijden):>10.2f}{p95:>10.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keer", type=int, default=50)
    keer = parser.parse_args().keer
    groot = gezin("vijfentwintig mensen")
    print(f"{len(groot.leden)} mensen, {keer} keer, in ms{'mediaan':>20}{'p95':>10}")
    indeling = meet(maak_tekening, groot, keer)
    toon("indelen", indeling)
    toon("indelen en als tekst tekenen, 120 breed", meet(lambda wie: teken_tekst(wie, 120), groot, keer))
    toon("indelen en als tekst tekenen, 80 breed", meet(lambda wie: teken_tekst(wie, 80), groot, keer))
    toon("als PDF", meet(lambda wie: maak_genogram(wie, "Genogram", DAG), groot, max(keer // 5, 3)))
    traagst = max(statistics.median(meet(maak_tekening, deel.stamboom, 5)) for deel in alle_gezinnen())
    print(f"het traagste van de 30 gezinnen: {traagst:.2f} (indelen)")
    mediaan = statistics.median(indeling)
    print(f"doel voor indelen: {DOEL:.0f}, {'gehaald' if mediaan <= DOEL else 'niet gehaald'}")


if __name__ == "__main__":
    main()
