"""A home with a store of three invented cases, and the way to them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.klok import SysteemKlok
from tests.e2e.handen import kaal_thuis, ontgrendel, start
from tests.e2e.terminal import Terminal

DINSDAG = ("--vandaag", "2026-11-24")
"""The day after that of the demo: whatever the hour, all of it was saved before now."""


class Huis:
    """A home with a demo store of a few cases."""

    def __init__(self, tmp_path: Path) -> None:
        self.home = kaal_thuis(tmp_path)
        self.kluis = self.home / "kluis"
        demo = maak_demo(self.kluis, SysteemKlok(date(2026, 11, 23)), casussen=3)
        self.zin = demo.wachtwoordzin

    def start(self) -> Terminal:
        return start(self.home, "--map", self.kluis, *DINSDAG)

    def open(self, terminal: Terminal) -> None:
        """Unlock, up to the first screen."""
        ontgrendel(terminal, self.zin)
        terminal.wait_for(r"Nu doen\s+\d+")


def open_casus(terminal: Terminal, *pijlen: str) -> str:
    """One of the caseload, the first without `pijlen`; gives its number."""
    terminal.press("f3")
    terminal.wait_for("3 casussen")
    terminal.press(*pijlen, "enter")
    scherm = terminal.wait_for(r"2026-\d{3}(.|\n)+1 Overzicht")
    gevonden = re.search(r"2026-\d{3}", scherm)
    assert gevonden is not None
    return gevonden[0]


def open_plan(terminal: Terminal) -> None:
    """From a casus: the plan of the family, with the cursor in the text of a section."""
    terminal.press("5")
    terminal.wait_for("nog geen gezinsplan|onderdelen")
    terminal.press("enter")
    terminal.wait_for("Wie zijn wij")
    terminal.press("down", "down", "tab")
