"""Anything through every door (searches, key files, files to read in, backups): nothing unexpected comes out.

    python -m bench.faults.fuzz [--n 10000] [--zaad 1]

Unexpected is every exception but the named errors that fit the door; of a search, every exception. The
control puts the same cases through doors without care, which must fall over.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.errors import HypothesisWarning

from bench.faults.fuzz_deuren import Deur, alle_deuren, proefkluis, vaste_klok
from kernteam_tui.services.controle import kijk_kluis_na
from kernteam_tui.services.vandaag import get_vandaag

DEEL = {"zoekvragen": 35, "sleutelbestanden": 25, "reservekopieën": 10}
"""Share of each door in percent; what is not named here gets 10."""
_SHOWN = 600
"""Characters that are shown of a case that went wrong."""
CONTROLE = 100
"""Cases for each door without care."""


def main() -> int:
    """Run every door and print its counts; exit status 1 where something unexpected came out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--n", type=int, default=10_000)
    parser.add_argument("--zaad", "--seed", type=int, default=1)
    keuzes = parser.parse_args()
    start, total, faults, silent = time.monotonic(), 0, 0, []
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name, proefkluis(Path(name), vaste_klok()) as sessie:
        for deur in alle_deuren(sessie, Path(name)):
            counts, fault = gooi(deur, -(-keuzes.n * DEEL.get(deur.naam, 10) // 100), keuzes.zaad)
            total, faults = total + counts.total(), faults + (fault is not None)
            fell = val_om(deur, CONTROLE, keuzes.zaad)
            silent += [deur.naam] if not fell else []
            _vertel(deur, counts, fell)
            if fault is not None:
                print(f"  ONVERWACHT {fault}")
        get_vandaag(sessie)
        wrong = [bevinding.tekst for bevinding in kijk_kluis_na(sessie) if not bevinding.in_orde]
    print(f"{total} gevallen, {faults} deuren met iets onverwachts; {time.monotonic() - start:.0f} s")
    print("de kluis is daarna heel" if not wrong else f"de kluis is daarna NIET heel: {wrong[0]}")
    passed = not (faults or wrong or silent)
    print("geslaagd: niets onverwachts, en elke zorgeloze deur valt om" if passed else "NIET geslaagd")
    return 0 if passed else 1


def gooi(deur: Deur, aantal: int, zaad: int) -> tuple[Counter[str], str | None]:
    """Throw so many cases; answers what came out, and the first unexpected thing with its case."""
    counts: Counter[str] = Counter()

    def proef(geval: Any) -> None:
        counts[deur.open(geval)] += 1

    try:
        _proef(deur, aantal, zaad, proef)
    except Exception as error:  # whatever comes out of a door is what is looked for
        smallest = " ".join(getattr(error, "__notes__", ()))[:_SHOWN]
        return counts, f"{type(error).__name__}: {error} {smallest}"
    return counts, None


def val_om(deur: Deur, aantal: int, zaad: int) -> int:
    """How many of these cases make the door without care fall over."""
    fell = 0

    def proef(geval: Any) -> None:
        nonlocal fell
        try:
            deur.zorgeloos(geval)
        except Exception:  # any kind: that is what carelessness looks like
            fell += 1

    _proef(deur, aantal, zaad, proef)
    return fell


def _proef(deur: Deur, aantal: int, zaad: int, proef: Callable[[Any], None]) -> None:
    everything = settings(
        max_examples=aantal, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    logging.disable()
    warnings.simplefilter("ignore", HypothesisWarning)  # a backup has a long repr
    try:
        seed(zaad)(everything(given(deur.gevallen)(proef)))()
    finally:
        logging.disable(logging.NOTSET)


def _vertel(deur: Deur, counts: Counter[str], fell: int) -> None:
    outcomes = ", ".join(f"{count} {what}" for what, count in counts.most_common())
    print(f"{deur.naam}: {counts.total()} gevallen: {outcomes}")
    print(f"  controle zonder zorg: valt om bij {fell} van {CONTROLE}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
