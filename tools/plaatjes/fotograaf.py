"""The program in a pseudo-terminal, and its screen as a PNG of few colours."""

from __future__ import annotations

import re
import shlex
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from tools import shoot
from tools.plaatjes.stap import Stap

DAG = date(2026, 11, 23)
GEDULD = 90.0
"""Seconds to wait for a text: far more than a slow machine needs."""
STIL = 180
"""Milliseconds without output after which a screen counts as drawn."""
LETTER = 14
"""Font size in pixels: a screen of 120x40 is then about 960 pixels wide."""
KLEUREN = 32
"""Colours kept in a picture: text on a few surfaces needs no more."""
HERSTELCODE = re.compile(r"\b[0-9A-Z]{4}(?: +- +[0-9A-Z]{2,4})+\b")


class Fotograaf:
    """Takes the pictures of one route at one size."""

    def __init__(self, kluis: Path, thuis: Path, maat: str, doel: Path) -> None:
        self.maat, self.doel = maat, doel
        programma = Path(sys.executable).with_name("kernteam")
        opdracht = ["env", f"HOME={thuis}", f"TMPDIR={thuis}", str(programma)]
        opdracht += ["--map", str(kluis), "--vandaag", DAG.isoformat()]
        breed, hoog = maat.split("x")
        self.keuzes = Namespace(
            terminal=shlex.join(opdracht),
            size=(int(breed), int(hoog)),
            quiet_ms=STIL,
            timeout=GEDULD,
            wait_for=None,
            keys=[],
        )
        self.code = ""

    async def loop(self, stappen: tuple[Stap, ...]) -> int:
        """Walk the route; gives the number of pictures. Raises RuntimeError when a text never came."""
        driver = shoot.PtyDriver(self.keuzes)
        gemaakt = 0
        try:
            for stap in stappen:
                self.keuzes.keys = shoot.parse_keys(stap.toetsen.replace("{code}", self.code))
                if await shoot.play(driver, self.keuzes):
                    beeld = "\n".join(shoot.lines_of(driver.grid()))
                    raise RuntimeError(f"{self.maat}: after {stap.toetsen!r} the screen says:\n{beeld}")
                self._onthoud_code(shoot.lines_of(driver.grid()))
                if stap.plaatje:
                    self.bewaar(driver.grid(), stap.plaatje)
                    gemaakt += 1
        finally:
            driver.close()
        return gemaakt

    def bewaar(self, cellen: list[list[shoot.Cell]], naam: str) -> None:
        """One PNG with few colours."""
        pad = self.doel / f"{naam}-{self.maat}.png"
        shoot.paint(cellen, str(pad), None, LETTER)
        verklein(pad)

    def _onthoud_code(self, regels: list[str]) -> None:
        gevonden = [groep for regel in regels for groep in HERSTELCODE.findall(regel)]
        self.code = re.sub(r"[ -]", "", "".join(gevonden)) or self.code


def verklein(pad: Path) -> None:
    """Keep only the colours that a picture of text needs."""
    from PIL import Image

    with Image.open(pad) as beeld:
        klein = beeld.convert("RGB").quantize(KLEUREN, dither=Image.Dither.NONE)
    klein.save(pad, optimize=True)
