"""The folder `uit/` beside the store: files that left it, readable without a passphrase.

Standard library only: the lock screen counts what lies here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

UIT = "uit"
"""Name of the folder, in the folder of the store."""
HALF = ".kernteam-"
"""How the name of a file begins that is still being written (`exchange/bestand`)."""


@dataclass(frozen=True)
class UitBestand:
    """A file that lies outside the encryption: where, how big (bytes) and when it was written (UTC)."""

    pad: Path
    grootte: int
    geschreven: datetime


def lees_uitmap(kluis_map: Path) -> tuple[UitBestand, ...]:
    """What lies in `uit/`, oldest first; also in folders within it. Empty where there is no such folder.

    Never through a link: nobody has given a passphrase yet when this is cleared up, and what lies behind
    a link (`uit` may be one itself) is not ours.
    """
    if (kluis_map / UIT).is_symlink():
        return ()
    found = [lees_bestand(pad) for pad in (kluis_map / UIT).rglob("*") if pad.is_file() or pad.is_symlink()]
    return tuple(sorted((f for f in found if f is not None), key=lambda file: (file.geschreven, file.pad)))


def lees_bestand(pad: Path) -> UitBestand | None:
    """One file, or None when it is no longer there."""
    try:
        stand = pad.lstat()
    except OSError:
        return None
    return UitBestand(pad, stand.st_size, datetime.fromtimestamp(stand.st_mtime, UTC))


def halve_bestanden(kluis_map: Path) -> tuple[Path, ...]:
    """What a program that was killed left in `uit/` between writing a file and naming it."""
    found = lees_uitmap(kluis_map)
    return tuple(bestand.pad for bestand in found if bestand.pad.name.startswith(HALF))


def verwijder(pad: Path) -> bool:
    """Take the file away; False when the system refuses it (open in another program, for instance)."""
    try:
        pad.unlink(missing_ok=True)
    except OSError:
        return False
    return True
