"""What a keystroke costs in the toelichting of a gezinsplan, against a bare TextArea with the same text.

    .venv/bin/python -m bench.plan_toetsaanslag [--toetsen 400] [--kB 2 100]

How a key is timed: `toetstijd.py`. The plan looks at its own quality after each save, as in the program. The
goal is 1.5 times the bare one, for a long text (from 50 kB) 1.2 times. Ends with a control that must miss the
goal: the same editor that looks for plain language at each key, not when the typing pauses.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from bench.toetstijd import Proef, maak_notitie, meet
from kernteam_tui.domain.taalhulp.kijken import bekijk
from kernteam_tui.exchange.taallijst import read_taallijst
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel
from kernteam_tui.services.notities import get_notitie
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak

DOEL, DOEL_LANG, LANG = 1.5, 1.2, 50
"""Goals, and the kB from which a text is long."""
CONTROLE_TOETSEN, CONTROLE_KB = 60, 20
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


@contextmanager
def bij_elke_toets() -> Iterator[None]:
    """The control: what must wait for a pause, done at each key."""
    lijst, bewerk = read_taallijst(), Schrijfvlak.edit

    def en_kijk(vlak: Schrijfvlak, bewerking: Any) -> Any:
        gedaan = bewerk(vlak, bewerking)
        bekijk(vlak.text, lijst)
        return gedaan

    Schrijfvlak.edit = en_kijk  # type: ignore[method-assign,assignment]  # only while the control is measured
    try:
        yield
    finally:
        Schrijfvlak.edit = bewerk  # type: ignore[method-assign]  # back as it was


def main() -> int:
    """Measure and print; 1 where the control was not seen."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--toetsen", type=int, default=400)
    parser.add_argument("--kB", dest="kilobytes", type=int, nargs="+", default=[2, 100])
    keuzes = parser.parse_args()
    for kilobytes in keuzes.kilobytes:
        uitslag = asyncio.run(meet(begin, keuzes.toetsen, kilobytes))
        uitslag.druk_af(DOEL_LANG if kilobytes >= LANG else DOEL)
    with bij_elke_toets():
        traag = asyncio.run(meet(begin, CONTROLE_TOETSEN, CONTROLE_KB))
    gezien = traag.wacht > DOEL
    print(f"control, plain language at each key: {traag.wacht:.2f}, {'seen' if gezien else 'NOT SEEN'}")
    return 0 if gezien else 1


if __name__ == "__main__":
    sys.exit(main())
