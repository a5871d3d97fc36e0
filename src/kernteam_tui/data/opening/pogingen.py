"""Failed unlocks, noted beside the closed store: one line each, the moment in UTC and nothing else.

The log is inside the store and cannot be written without its key, so the lines wait here for the next good
unlock. Whoever may write in the folder may also take them away: they tell the owner something, they prove
nothing. Standard library only; nothing here raises, since a note that fails must not keep anybody out.
"""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

from kernteam_tui.data.fouten import StoreError
from kernteam_tui.data.opening.bestanden import NO_LINK, write_durably

ATTEMPTS = "kluis.pogingen"
MOST = 1_000
"""Lines that are kept; beyond that the oldest go."""
_LINE_BYTES = 33
"""An end of line and `2026-11-22T01:30:00.000000+00:00`."""
_YEARS = range(2000, 2200)
"""A moment beyond that was not written by this program; at the end of time it cannot even be shown."""


def note_failure(folder: Path, moment: datetime) -> None:
    """Add a line. `moment` is aware. Nothing happens where that cannot be written (full disk, read-only)."""
    path = folder / ATTEMPTS
    with contextlib.suppress(OSError, StoreError):
        descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY | NO_LINK, 0o600)
        try:
            os.write(descriptor, _line(moment))
            size = os.fstat(descriptor).st_size
        finally:
            os.close(descriptor)
        if size > 2 * MOST * _LINE_BYTES:
            write_durably(path, b"".join(map(_line, read_failures(folder))))


def read_failures(folder: Path) -> tuple[datetime, ...]:
    """The moments in UTC, in the order of writing, at most the last `MOST`. Unreadable lines are skipped."""
    try:
        with (folder / ATTEMPTS).open("rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - MOST * _LINE_BYTES))
            content = stream.read()
    except OSError:
        return ()
    moments = (_read(line) for line in content.decode("ascii", "replace").splitlines())
    return tuple(moment for moment in moments if moment is not None)


def forget_failures(folder: Path) -> None:
    """They stand in the log now."""
    with contextlib.suppress(OSError):
        (folder / ATTEMPTS).unlink()


def _line(moment: datetime) -> bytes:
    """The end of the line before comes first: half a line of a killed process spoils only itself."""
    return b"\n" + moment.astimezone(UTC).isoformat(timespec="microseconds").encode("ascii")


def _read(line: str) -> datetime | None:
    with contextlib.suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(line)
        if moment.tzinfo is not None and moment.year in _YEARS:
            return moment.astimezone(UTC)
    return None
