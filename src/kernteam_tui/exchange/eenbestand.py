"""The first bytes of one file on this computer: an ordinary file, as many bytes as asked, never a wait."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.exchange.bestand import GeenGewoonBestand

_OPENEN = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)
"""Without waiting: a pipe that took the place of the file would hold up the program for ever."""


@dataclass(frozen=True)
class Gelezen:
    """What was in the file, and when it was last written (UTC; None where the system does not know)."""

    inhoud: bytes
    geschreven: datetime | None


def lees_begin(pad: Path, hoogstens: int, wat_nu: str) -> Gelezen:
    """At most the first `hoogstens` bytes. The file is only read: not moved, not changed.

    Raises GeenGewoonBestand for a folder, a pipe or a device (`wat_nu`: what to do about one of those last),
    NietGevonden where it is not there or may not be read.
    """
    try:
        _weiger(pad.stat().st_mode, wat_nu)  # before opening: a device may do something when it is opened
        with os.fdopen(os.open(pad, _OPENEN), "rb") as stroom:
            stand = os.fstat(stroom.fileno())
            _weiger(stand.st_mode, wat_nu)
            return Gelezen(stroom.read(hoogstens), moment_van(stand))
    except (OSError, ValueError):  # ValueError: a name that no file can have
        raise NietGevonden(
            "Dit bestand is er niet, of je mag het niet lezen.", "Kijk of de map en de naam kloppen."
        ) from None


def moment_van(stand: os.stat_result) -> datetime | None:
    """When it was last written; None where that is no moment."""
    try:
        return datetime.fromtimestamp(stand.st_mtime, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _weiger(soort: int, wat_nu: str) -> None:
    if stat.S_ISDIR(soort):
        raise GeenGewoonBestand("Dit is een map, geen bestand.", "Zet de naam van het bestand erachter.")
    if not stat.S_ISREG(soort):
        raise GeenGewoonBestand("Dit is geen gewoon bestand.", wat_nu)
