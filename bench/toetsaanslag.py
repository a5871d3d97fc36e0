"""What a keystroke costs in a long note, against a bare TextArea with the same text.

    .venv/bin/python -m bench.toetsaanslag [--toetsen 400] [--kB 100]

How a key is timed: `toetstijd.py`.
"""

from __future__ import annotations

import argparse
import asyncio
from functools import partial
from pathlib import Path

from bench.toetstijd import Proef, maak_notitie, meet
from kernteam_tui.screens.notitie.scherm import NotitieScreen
from kernteam_tui.services.notities import get_notitie

DOEL = 1.2


def begin(map_: Path, tekst: str) -> Proef:
    """A store with one note of that text."""
    sessie, notitie_id = maak_notitie(map_, tekst)
    return Proef(
        "notitie",
        sessie,
        partial(NotitieScreen, notitie_id),
        "#tekst",
        lambda: get_notitie(sessie, notitie_id).revision,
    )


def main() -> int:
    """Measure and print; exit status 1 where the goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--toetsen", type=int, default=400)
    parser.add_argument("--kB", dest="kilobytes", type=int, default=100)
    keuzes = parser.parse_args()
    uitslag = asyncio.run(meet(begin, keuzes.toetsen, keuzes.kilobytes))
    uitslag.druk_af(DOEL)
    return 0 if uitslag.wacht <= DOEL else 1


if __name__ == "__main__":
    raise SystemExit(main())
