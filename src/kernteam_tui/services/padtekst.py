"""From what was typed, pasted or dragged into a field to a path; and how a path that was begun can go on."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from kernteam_tui.domain.fouten import InhoudOngeldig

MEESTE_PLEKKEN = 2_000
"""Names of one folder that are looked at for a completion."""
_FILE = "file://"


def lees_pad(tekst: str, vanuit: str = "") -> Path:
    """A path, whole; a name without a folder is one in `vanuit`, where it lies there.

    Quotes, `file://`, `~` and the backslashes that a terminal puts before spaces are read as they were meant.
    Raises InhoudOngeldig where nothing was typed.
    """
    kaal = zonder_aanhaling(tekst)
    if not kaal:
        raise InhoudOngeldig(
            "Er is nog geen bestand ingevuld.", "Typ de map en de naam, of sleep het hierheen."
        )
    pad = _thuis(kaal)
    if vanuit and _bestaat(Path(vanuit, kaal)):
        return Path(vanuit, kaal).absolute()
    if os.name == "posix" and "\\" in kaal and not _bestaat(pad):
        zonder = _thuis(_zonder_schuin(kaal))
        return zonder if _bestaat(zonder) else pad
    return pad


def zonder_aanhaling(tekst: str) -> str:
    """The text without NULs, outer blanks, quotes around it, and `file://` with its percent signs."""
    kaal = tekst.replace("\0", "").strip()
    if len(kaal) > 1 and kaal[0] == kaal[-1] and kaal[0] in "\"'":
        kaal = kaal[1:-1].strip()
    if not kaal.lower().startswith(_FILE):
        return kaal
    kaal = unquote(kaal[len(_FILE) :].removeprefix("localhost")).replace("\0", "")
    windows_drive = len(kaal) > 2 and kaal[0] == "/" and kaal[2] == ":"
    return kaal[1:] if windows_drive else kaal


def is_heel(tekst: str) -> bool:
    """Whether this is a path from the top, as a file that is dragged into a window comes: nothing that could
    stand behind what was typed already."""
    kaal = zonder_aanhaling(tekst)
    return kaal != tekst.strip() or kaal.startswith("~") or Path(kaal).is_absolute()


def vul_aan(tekst: str, uitgang: str, vanuit: str = "") -> tuple[str, ...]:
    """How what was typed can go on: folders (with a separator at the end) and files that end in `uitgang`,
    each as the whole text of the field. A text without a folder is looked for in `vanuit`, and without that
    nowhere. Empty where nothing fits."""
    if not tekst or tekst != zonder_aanhaling(tekst):
        return ()
    voor, begin = _splits(tekst)
    map_ = _thuis(voor) if is_heel(voor) else Path(vanuit, voor)
    if not map_.is_absolute():
        return ()
    try:
        with os.scandir(map_) as plekken:
            found = [_naam(plek, uitgang) for plek in islice(plekken, MEESTE_PLEKKEN)]
    except (OSError, ValueError):
        return ()
    fits = (
        n for n in found if n.casefold().startswith(begin.casefold()) and (begin or not n.startswith("."))
    )
    return tuple(voor + naam for naam in sorted(filter(None, fits), key=str.casefold))


def _naam(plek: os.DirEntry[str], uitgang: str) -> str:
    """Empty where it does not count."""
    with suppress(OSError):
        if plek.is_dir():
            return plek.name + os.sep
        if plek.is_file() and plek.name.lower().endswith(uitgang):
            return plek.name
    return ""


def _splits(tekst: str) -> tuple[str, str]:
    """The folder with its separator, and what was typed of the name."""
    scheiding = max(tekst.rfind(teken) for teken in (os.sep, os.altsep) if teken)
    return tekst[: scheiding + 1], tekst[scheiding + 1 :]


def _thuis(tekst: str) -> Path:
    try:
        return Path(tekst).expanduser().absolute()
    except RuntimeError:  # `~naam` of somebody who has no home folder here
        return Path(tekst).absolute()


def _bestaat(pad: Path) -> bool:
    try:
        return pad.exists()
    except (OSError, ValueError):
        return False


def _zonder_schuin(tekst: str) -> str:
    """`mijn\\ agenda.ics` as a shell means it."""
    stukken = iter(tekst)
    return "".join(next(stukken, "") if teken == "\\" else teken for teken in stukken)
