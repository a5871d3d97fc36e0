"""The bytes of a file, a pipe or stdin: never more than was asked for, and never waiting without end."""

from __future__ import annotations

import os
import select
import stat
import sys
import time
from pathlib import Path

from kernteam_tui.domain.fouten import GebruikOnjuist

ZONDER_SCHRIJVER = 2.0
"""Seconds that a pipe may stand there with nobody who writes into it."""
STIL = 30.0
"""Seconds in all that whoever writes into a pipe may take: a password manager asks for a finger first."""
_STAP = 0.05
_ANDEREN = stat.S_IRWXG | stat.S_IRWXO


class GeenBestand(GebruikOnjuist):
    """A folder, a device or a socket where a file was asked for; or a pipe where only a file will do."""

    code = "geen_bestand"


class PijpZwijgt(GebruikOnjuist):
    """A pipe gave nothing, or did not come to its end in time."""

    code = "pijp_zwijgt"


class BestandOnleesbaar(GebruikOnjuist):
    """The file is not there, or may not be read."""

    code = "bestand_onleesbaar"

    def __init__(self) -> None:
        super().__init__(
            "Het opgegeven bestand kan niet worden gelezen.", "Kijk of de naam klopt en of je het mag lezen."
        )


def lees_begin(pad: Path, aantal: int) -> bytes:
    """At most the first `aantal` bytes of a file, or of a pipe (`<(...)` in a shell).

    A pipe gets ZONDER_SCHRIJVER seconds until somebody writes, and STIL seconds in all. Raises GeenBestand,
    PijpZwijgt, BestandOnleesbaar.
    """
    try:
        soort = pad.stat().st_mode  # before opening: a device may do something when it is opened
        if stat.S_ISFIFO(soort):
            return _lees_pijp(pad, aantal)
        _weiger(soort)
        with pad.open("rb") as stroom:
            return stroom.read(aantal)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise BestandOnleesbaar from None


def lees_stdin(aantal: int) -> bytes:
    """At most the first `aantal` bytes of stdin; nothing where there is none. Raises BestandOnleesbaar."""
    try:
        return sys.stdin.buffer.read(aantal) if sys.stdin is not None else b""
    except (OSError, ValueError):  # ValueError: it was closed
        raise BestandOnleesbaar from None


def weiger_geen_bestand(pad: Path) -> None:
    """What has to be read from its end, or twice, must be a file. Raises GeenBestand, BestandOnleesbaar."""
    try:
        soort = pad.stat().st_mode
    except (OSError, ValueError):
        raise BestandOnleesbaar from None
    if stat.S_ISFIFO(soort):
        raise GeenBestand("Dit is een pijp, geen bestand.", "Sla het eerst op als bestand en geef dat op.")
    _weiger(soort)


def leesbaar_voor_anderen(pad: Path) -> bool:
    """Whether other users of this computer may do anything with that file; always False on Windows, where
    the folder decides."""
    if os.name != "posix":
        return False
    try:
        soort = pad.stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(soort) and bool(soort & _ANDEREN)


def _weiger(soort: int) -> None:
    if stat.S_ISREG(soort):
        return
    if stat.S_ISDIR(soort):
        raise GeenBestand("Dit is een map, geen bestand.", "Zet de naam van het bestand erachter.")
    raise GeenBestand(
        "Dit is een apparaat, geen bestand.", "Geef een bestand op, of - om te lezen wat je doorgeeft."
    )


def _lees_pijp(pad: Path, aantal: int) -> bytes:
    """Opened without waiting: a pipe into which nobody writes would hold up the program for ever."""
    pijp = os.open(pad, os.O_RDONLY | os.O_NONBLOCK)
    try:
        os.set_blocking(pijp, False)  # macOS hands out a copy of an open end, as it was opened
        return _tot_het_eind(pijp, aantal)
    finally:
        os.close(pijp)


def _tot_het_eind(pijp: int, aantal: int) -> bytes:
    """Until nobody writes any more; before the first byte that may also mean: nobody writes yet."""
    begin = time.monotonic()
    inhoud = b""
    while len(inhoud) < aantal:
        verstreken = time.monotonic() - begin
        try:
            stuk = os.read(pijp, aantal - len(inhoud))
        except BlockingIOError:
            if verstreken > STIL:
                raise PijpZwijgt(
                    f"Er kwam geen eind aan wat je doorgeeft, {STIL:.0f} seconden lang.",
                    "Zet het in een bestand en geef dat op.",
                ) from None
            select.select([pijp], [], [], _STAP)
            continue
        if stuk:
            inhoud += stuk
        elif inhoud:
            break
        elif verstreken > ZONDER_SCHRIJVER:
            raise PijpZwijgt("Uit deze pijp komt niets.", "Zet het in een bestand en geef dat op.")
        else:
            time.sleep(_STAP)
    return inhoud
