"""What the stories share: a bare home, starting the program, and filling in what stands on the screen."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tests.e2e.terminal import Terminal

KERNTEAM = (sys.executable, "-m", "kernteam_tui")
MAANDAG = ("--vandaag", "2026-11-23")


def kaal_thuis(tmp_path: Path) -> Path:
    """An empty home with a folder for temporary files."""
    home = tmp_path / "thuis"
    (home / "tmp").mkdir(parents=True)
    return home


def start(home: Path, *woorden: str | Path, **extra: str) -> Terminal:
    """The program in a terminal; `with` ends it."""
    return Terminal((*KERNTEAM, *woorden), home, **extra)


def vul_in(terminal: Terminal, *waarden: str) -> None:
    """Type each of these in a field and go to the next; an empty one is passed by."""
    for waarde in waarden:
        if waarde:
            terminal.press(waarde)
        terminal.press("tab")


def bevestig(terminal: Terminal, vraag: str) -> None:
    """Say yes to a question: the safe answer has the focus."""
    terminal.wait_for(vraag)
    terminal.press("right", "enter")


def platte_tekst(terminal: Terminal) -> str:
    """The screen with every run of white space as one space, so that a broken line can be read."""
    return re.sub(r"\s+", " ", terminal.text)
