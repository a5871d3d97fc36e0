"""Which file system a folder lies on, by Linux' `/proc/self/mountinfo` (proc(5))."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

MOUNTINFO = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True)
class Aankoppeling:
    """One mounted file system: where, its kind (`ext4`, `nfs4`), what it comes from, and `major:minor`."""

    punt: str
    soort: str
    bron: str
    apparaat: str
    opties: str = ""


def aankoppeling_van(folder: Path, mountinfo: Path = MOUNTINFO) -> Aankoppeling | None:
    """The file system under a folder, or under its nearest parent that exists; None where it is not told."""
    try:
        lines = mountinfo.read_text("utf-8", "surrogateescape").splitlines()
        place = os.path.realpath(folder)
    except OSError:
        return None
    found = None
    for line in lines:
        mounted = _parse(line)
        if mounted and _lies_in(place, mounted.punt) and (found is None or _covers(mounted, found)):
            found = mounted
    return found


def _parse(line: str) -> Aankoppeling | None:
    before, separator, after = line.partition(" - ")
    left, right = before.split(" "), after.split(" ")
    if not separator or len(left) < 6 or len(right) < 2:
        return None
    options = right[2] if len(right) > 2 else ""
    return Aankoppeling(_plain(left[4]), right[0], _plain(right[1]), left[2], options)


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)


def _lies_in(place: str, point: str) -> bool:
    return point == "/" or place == point or place.startswith(point.rstrip("/") + "/")


def _covers(newer: Aankoppeling, older: Aankoppeling) -> bool:
    """The deepest place counts, and on the same place the last one mounted."""
    return len(newer.punt) >= len(older.punt)
