"""The bytes of a calendar file on this computer: an ordinary file, as many bytes as asked, never a wait."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.exchange.bestand import GeenGewoonBestand

_OPENEN = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)
"""Without waiting: a pipe that took the place of the file would hold up the program for ever."""
UITGANG = ".ics"
MEESTE_NAMEN = 2_000
"""Names of one folder that are looked at: a folder with calendars has ten."""


@dataclass(frozen=True)
class Kalenderbestand:
    """What was in the file, and when it was last written (UTC; None where the system does not know)."""

    inhoud: bytes
    geschreven: datetime | None


@dataclass(frozen=True)
class Mapnaam:
    """A calendar file in a folder."""

    naam: str
    geschreven: datetime | None


def lees_kalenderbestand(pad: Path, hoogstens: int) -> Kalenderbestand:
    """At most the first `hoogstens` bytes. The file is only read: not moved, not changed.

    Raises GeenGewoonBestand for a folder, a pipe or a device, NietGevonden where it is not there or may not
    be read.
    """
    try:
        _weiger(pad.stat().st_mode)  # before opening: a device may do something when it is opened
        with os.fdopen(os.open(pad, _OPENEN), "rb") as stroom:
            stand = os.fstat(stroom.fileno())
            _weiger(stand.st_mode)
            return Kalenderbestand(stroom.read(hoogstens), _moment(stand))
    except (OSError, ValueError):  # ValueError: a name that no file can have
        raise NietGevonden(
            "Dit bestand is er niet, of je mag het niet lezen.", "Kijk of de map en de naam kloppen."
        ) from None


def lees_namen(map_: Path) -> tuple[Mapnaam, ...] | None:
    """The calendar files right in this folder, by name; None where there is no such folder to look in."""
    try:
        return tuple(sorted(_namen(map_), key=lambda een: een.naam.casefold()))
    except (OSError, ValueError):
        return None


def _namen(map_: Path) -> Iterator[Mapnaam]:
    with os.scandir(map_) as plekken:
        for nummer, plek in enumerate(plekken):
            if nummer >= MEESTE_NAMEN:
                return
            if plek.name.lower().endswith(UITGANG) and not plek.name.startswith(".") and _is_bestand(plek):
                yield Mapnaam(plek.name, _moment(plek.stat()))


def _is_bestand(plek: os.DirEntry[str]) -> bool:
    try:
        return plek.is_file()
    except OSError:
        return False


def _moment(stand: os.stat_result) -> datetime | None:
    try:
        return datetime.fromtimestamp(stand.st_mtime, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _weiger(soort: int) -> None:
    if stat.S_ISDIR(soort):
        raise GeenGewoonBestand("Dit is een map, geen bestand.", "Zet de naam van het bestand erachter.")
    if not stat.S_ISREG(soort):
        raise GeenGewoonBestand(
            "Dit is geen gewoon bestand.", "Bewaar de agenda eerst als bestand en kies dat."
        )
