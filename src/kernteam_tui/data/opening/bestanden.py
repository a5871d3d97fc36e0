"""The files of a store: their names, how they are written, and what a disk error means."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from kernteam_tui.data.fouten import DiskError, StoreDamaged, StoreMissing
from kernteam_tui.data.opening.schrijfproef import PROBE, named_disk_error

DATABASE = "kluis.db"
UNFINISHED = "kluis.db.nieuw"
"""The database of a store that is still being made: it is there without `kluis.db` after an interruption."""
KEYS = "kluis.keys"
KEYS_COPY = "kluis.keys.bak"
LOCK = "kluis.lock"
BACKUPS = "reserve"
BACKUP_SUFFIX = ".kluis"
TEMPORARY = "tmp-"
"""Start of the name of a file in `reserve/` that is not finished; sixteen hex digits and a `-` follow."""
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""With this a file is not opened through a link that somebody put in its place (Windows has no such flag)."""
_UNFINISHED_BACKUPS = f"{BACKUPS}/{TEMPORARY}{'[0-9a-f]' * 16}-*"
WAL_SUFFIXES = ("-wal", "-shm", "-journal")

PAGE_SIZE = 4096
"""Bytes; the smallest file that can be a store is one page."""
_LOG_HEADER, _FRAME_HEADER = 32, 24
"""Bytes, by https://www.sqlite.org/fileformat2.html#walformat."""
PLAIN_SQLITE = b"SQLite format 3\x00"


def check_file(path: Path) -> None:
    """What can be seen without the key: there, not too short, not plain SQLite.

    A length that is no whole number of pages is only wrong when there is no write-ahead log beside it:
    after a power cut or on a full disk the log mends the last page. Raises StoreMissing or StoreDamaged.
    """
    if path.is_dir():
        raise StoreDamaged("Op de plek van kluis.db staat een map.")
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(len(PLAIN_SQLITE))
    except FileNotFoundError:
        raise StoreMissing() from None
    except OSError as error:
        raise DiskError() from error
    if start == PLAIN_SQLITE:
        raise StoreDamaged("Het bestand kluis.db is niet versleuteld en is dus geen kluis van dit programma.")
    if size < PAGE_SIZE:
        raise StoreDamaged()
    if size % PAGE_SIZE and not has_wal(path):
        raise StoreDamaged()


def has_wal(path: Path) -> bool:
    """Whether a write-ahead log with content stands beside the store: it was not closed in order."""
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def cut_off_beside_log(path: Path, page_count: int) -> bool:
    """Whether pages are gone from a store that has a log beside it: neither in the file nor in the log.

    SQLite goes by the log there and does not see it. `page_count` is what the store itself says.
    """
    if not has_wal(path):
        return False
    in_file = path.stat().st_size // PAGE_SIZE
    missing = set(range(in_file + 1, page_count + 1))
    return bool(missing) and not missing <= _pages_in_log(path)


def _pages_in_log(path: Path) -> set[int]:
    """Numbers of the pages in the log; they stand unencrypted before each page."""
    content = path.with_name(path.name + "-wal").read_bytes()
    starts = range(_LOG_HEADER, len(content) - _FRAME_HEADER, _FRAME_HEADER + PAGE_SIZE)
    return {int.from_bytes(content[start : start + 4], "big") for start in starts}


def make_private_folder(folder: Path) -> None:
    """Make the folder (and its parents) if needed, readable by the owner only.

    What lies behind a link is somebody else's to close.
    """
    with disk_errors_named():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and not folder.is_symlink():
            folder.chmod(0o700)


def make_private_file(path: Path) -> None:
    """Make an empty file, mode 0600. Raises FileExistsError when it is there already."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_durably(path: Path, content: bytes) -> None:
    """Replace the file in one step: after a power cut it is whole, old or new.

    Never through a link: whatever stands in the place of the temporary file goes first.
    """
    temporary = path.with_name(f"{path.name}.tmp-{os.getpid()}")
    with disk_errors_named():
        try:
            temporary.unlink(missing_ok=True)
            descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(temporary, path)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Put the content of a finished file on the disk for good."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Put a renaming on the disk for good. Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear_leftovers(folder: Path) -> None:
    """Remove temporary files of a session that was killed. Only the holder of the lock may do this."""
    for pattern in (
        f"{KEYS}*.tmp-*",
        "kluis.gewist.tmp-*",
        "oud/wissel.txt.tmp-*",
        f"{PROBE}*",
        _UNFINISHED_BACKUPS,
    ):
        for leftover in folder.glob(pattern):
            with contextlib.suppress(OSError):
                leftover.unlink()


def remove_with_companions(database: Path) -> None:
    """Remove a temporary database and what SQLite keeps beside it."""
    for suffix in ("", *WAL_SUFFIXES):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


@contextlib.contextmanager
def disk_errors_named() -> Iterator[None]:
    """Turn an OSError into DiskFull, QuotaReached, FolderReadOnly or DiskError; named errors pass."""
    try:
        yield
    except OSError as error:
        raise named_disk_error(error) from error
