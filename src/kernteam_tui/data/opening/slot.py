"""The lock on a store: one process at a time.

The operating system holds the lock and frees it when the process ends, however it ends, so a lock file that
was left behind means nothing. Standard library only.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kernteam_tui.data.fouten import LinkInFolder, StoreInUse
from kernteam_tui.data.opening.bestanden import LOCK, NO_LINK
from kernteam_tui.data.opening.schrijfproef import named_disk_error

_WINDOWS_LOCK_OFFSET = 1_048_576
"""Windows forbids reading a locked byte, so the lock lies far behind the text."""
_MAX_TEXT = 32
_HOLDER_WIDTH = 10
"""Every process number is written this wide, so that the new one covers the old one: cutting a file off first
may wait milliseconds for the disk."""


class StoreLock:
    """Holds `kluis.lock` for as long as the store is open here."""

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises StoreInUse when another process (or this one, elsewhere) holds it."""
        self._descriptor: int | None = _open(folder / LOCK)
        try:
            _lock(self._descriptor)
        except OSError:
            holder = _read_holder(self._descriptor)
            self._close()
            raise StoreInUse(_told(holder)) from None
        _write_holder(self._descriptor)

    def release(self) -> None:
        """Free the store for others; a second call does nothing. The file stays."""
        if self._descriptor is not None:
            _unlock(self._descriptor)
            self._close()

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def refuse_when_in_use(folder: Path) -> None:
    """Raise StoreInUse when the store is open now. Makes no file."""
    if (folder / LOCK).exists():
        StoreLock(folder).release()


def _open(path: Path) -> int:
    """Never through a link: the process number would be written into somebody's file."""
    try:
        return os.open(path, os.O_CREAT | os.O_RDWR | NO_LINK, 0o600)
    except OSError as error:
        if path.is_symlink():
            raise LinkInFolder(path.name) from error
        raise named_disk_error(error) from error


def _told(holder: str) -> str:
    where = f" (proces {holder})" if holder.isdigit() else ""
    return f"De kluis is al open in een ander venster{where}."


def _read_holder(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return os.read(descriptor, _MAX_TEXT).decode("ascii", "replace").partition("\n")[0].strip()
    except OSError:
        return ""


def _write_holder(descriptor: int) -> None:
    """The process number, for the message only: without it (disk full) the lock holds all the same."""
    try:
        os.write(descriptor, f"{os.getpid():<{_HOLDER_WIDTH}}\n".encode("ascii"))
    except OSError:
        return


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _WINDOWS_LOCK_OFFSET, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _WINDOWS_LOCK_OFFSET, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
