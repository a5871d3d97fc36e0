"""May this folder be written, and if not, why not: asked of the disk itself by writing a little.

SQLite tells a full disk, a quota and a folder without rights with the same word (SQLITE_IOERR,
SQLITE_CANTOPEN), so after a failure one small file is tried. Standard library only.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from pathlib import Path

from kernteam_tui.data.fouten import (
    DiskError,
    DiskFull,
    FolderReadOnly,
    QuotaReached,
    StoreError,
    StoreReadOnly,
)

PROBE = "kluis.proef-"
"""Start of the name of the file that is tried; it is gone at once."""
PROBE_BYTES = 262_144
"""More than a commit of a few pages needs, little enough to take no time."""

NO_ROOM_BYTES = 1_048_576
"""Below this many free bytes a write error is told as a full disk, whatever the probe says."""

_FULL = {errno.ENOSPC, errno.EFBIG}
_QUOTA = {getattr(errno, "EDQUOT", -1)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_FILES = ("kluis.db", "kluis.db-wal", "kluis.db-shm", "kluis.lock")
"""What is written in place; the key files are replaced as a whole."""


def named_disk_error(error: OSError) -> StoreError:
    """DiskFull, QuotaReached, FolderReadOnly, or else DiskError."""
    if error.errno in _QUOTA:
        return QuotaReached()
    if error.errno in _FULL:
        return DiskFull()
    if error.errno in _FORBIDDEN:
        return FolderReadOnly()
    return DiskError()


def refuse_read_only(folder: Path) -> None:
    """Look before a passphrase is asked whether saving could work at all.

    A store that opens but cannot save is worse than one that stays shut: typing would be lost. Raises
    FolderReadOnly, StoreReadOnly.
    """
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderReadOnly()
    for name in _FILES:
        if (folder / name).exists() and not os.access(folder / name, os.W_OK):
            raise StoreReadOnly(
                f"Het bestand {name} staat op alleen-lezen; wat je typt zou niet bewaard worden."
            )


def why_writing_failed(folder: Path) -> StoreError:
    """The reason that a write in this folder went wrong; DiskError where a small file can be written and
    no limit is in sight."""
    try:
        refuse_read_only(folder)
        _try_to_write(folder)
    except StoreError as error:
        return error
    except OSError as error:
        return named_disk_error(error)
    return DiskFull() if _room_is_gone(folder) else DiskError()


def _room_is_gone(folder: Path) -> bool:
    """Whether the disk is (almost) full, or a size limit holds for the files of this process."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return False
    return free < NO_ROOM_BYTES or _file_size_is_limited()


def _try_to_write(folder: Path) -> None:
    path = folder / f"{PROBE}{os.getpid()}"
    try:
        path.unlink(missing_ok=True)  # with O_EXCL: never through a link
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb", buffering=0) as stream:
            _refuse_half(stream.write(bytes(PROBE_BYTES)))
            os.fsync(stream.fileno())
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def _refuse_half(written: int | None) -> None:
    """A disk with room for a part takes that part without an error."""
    if written != PROBE_BYTES:
        raise OSError(errno.ENOSPC, "")


def _file_size_is_limited() -> bool:
    """As `ulimit -f` sets it."""
    if sys.platform == "win32":
        return False
    import resource

    return resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY
