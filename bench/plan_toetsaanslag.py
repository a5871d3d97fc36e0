"""What a keystroke costs in the toelichting of a gezinsplan, against a bare TextArea with the same text.

    .venv/bin/python -m bench.plan_toetsaanslag [--toetsen 400] [--kB 2 100]

How a key is timed: `toetstijd.py`. The plan looks at its own quality after each save, as in the program. The
goal is 1.5 times the bare one, for a long text (from 50 kB) 1.2 times.
"""

from __future__ import annotations

import argparse
import asyncio
from functools import partial
from pathlib import Path

from bench.toetstijd import Proef, maak_notitie, meet
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel
from kernteam_tui.services.notities import get_notitie

DOEL, DOEL_LANG, LANG = 1.5, 1.2, 50
"""Goals, and the kB from which a text is long."""
ONDERDEEL = "wat_gaat_goed"


def begin(map_: Path, tekst: str) -> Proef:
    """A store with a plan that has that text in one section."""
    sessie, notitie_id = maak_notitie(map_, "")
    casus_id = get_notitie(sessie, notitie_id).casus_id
    save_onderdeel(sessie, casus_id, 0, ONDERDEEL, (), tekst)
    return Proef(
        "toelichting",
        sessie,
        partial(GezinsplanScreen, casus_id, ONDERDEEL),
        "#toelichting",
        lambda: get_plan(sessie, casus_id).revision,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--toetsen", type=int, default=400)
    parser.add_argument("--kB", dest="kilobytes", type=int, nargs="+", default=[2, 100])
    keuzes = parser.parse_args()
    for kilobytes in keuzes.kilobytes:
        uitslag = asyncio.run(meet(begin, keuzes.toetsen, kilobytes))
        uitslag.druk_af(DOEL_LANG if kilobytes >= LANG else DOEL)


if __name__ == "__main__":
    main()
