"""Printing without a file: the page goes straight to the printing system of the computer.

Linux and macOS have CUPS, whose `lp` reads a PDF from its input. Windows has no such door; there a worker
saves the page and prints it from the program that opens it.
"""

from __future__ import annotations

import shutil
import subprocess

from kernteam_tui.domain.delen.doorlaat import Doorlaat, eis_doorlaat
from kernteam_tui.domain.fouten import KernteamError

TITEL = "kernteam"
"""What the print queue shows: never a name."""
GEDULD_SECONDEN = 20


class GeenPrinter(KernteamError):
    """The system offers no way to print without a file."""

    code = "geen_printer"
    titel = "Afdrukken kan hier niet"

    def __init__(self) -> None:
        super().__init__(
            "Op deze computer kan kernteam niet zelf afdrukken.",
            "Sla het op als bestand, druk dat af, en ruim het daarna op.",
        )


class AfdrukkenMislukt(KernteamError):
    """The printing system did not take the page."""

    code = "afdrukken_mislukt"
    titel = "Het afdrukken lukte niet"

    def __init__(self) -> None:
        super().__init__(
            "De printer heeft het niet aangenomen.",
            "Kijk of de printer aanstaat en als standaardprinter is gekozen, en probeer het opnieuw.",
        )


def kan_afdrukken() -> bool:
    """Whether a page can be printed without leaving a file."""
    return shutil.which("lp") is not None


def druk_af(pdf: bytes, doorlaat: Doorlaat) -> None:
    """Send one page that the deel-poort let through to the default printer.

    Raises GeenPrinter, AfdrukkenMislukt, DoorlaatOngeldig.
    """
    eis_doorlaat(doorlaat)
    lp = shutil.which("lp")
    if lp is None:
        raise GeenPrinter()
    try:
        done = subprocess.run(
            [lp, "-s", "-t", TITEL, "-"],
            input=pdf,
            capture_output=True,
            timeout=GEDULD_SECONDEN,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise AfdrukkenMislukt() from None
    if done.returncode:
        raise AfdrukkenMislukt()
