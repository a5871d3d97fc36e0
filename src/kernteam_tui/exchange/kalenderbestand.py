"""The bytes of a calendar file on this computer, and which of them lie in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kernteam_tui.exchange.eenbestand import Gelezen, lees_begin, moment_van

UITGANG = ".ics"
MEESTE_NAMEN = 2_000
"""Names of one folder that are looked at: a folder with calendars has ten."""


@dataclass(frozen=True)
class Mapnaam:
    """A calendar file in a folder."""

    naam: str
    geschreven: datetime | None


def lees_kalenderbestand(pad: Path, hoogstens: int) -> Gelezen:
    """At most the first `hoogstens` bytes. Raises as `lees_begin`."""
    return lees_begin(pad, hoogstens, "Sla de agenda eerst op als bestand en kies dat.")


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
                yield Mapnaam(plek.name, moment_van(plek.stat()))


def _is_bestand(plek: os.DirEntry[str]) -> bool:
    try:
        return plek.is_file()
    except OSError:
        return False
