"""Changing all files of a store at once: afterwards it is wholly the old one or wholly the new one.

A complete new set is prepared in `wissel.nieuw`. One renaming of that folder to `wissel.klaar` is the moment
that counts: before it nothing has happened, after it every opening first carries the change through. Each
step of that may be interrupted and done again: a file that still stands in `wissel.klaar` has not had its
turn. Standard library only.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from pathlib import Path, PurePosixPath

from kernteam_tui.data.fouten import LinkInFolder, StoreError
from kernteam_tui.data.opening.bestanden import (
    DATABASE,
    KEYS,
    KEYS_COPY,
    WAL_SUFFIXES,
    disk_errors_named,
    make_private_folder,
    sync_file,
    sync_folder,
    write_durably,
)

PREPARED = "wissel.nieuw"
COMMITTED = "wissel.klaar"
ASIDE_NOTE = "apart.txt"
"""In the swap itself, so that where the old files go is known after an interruption too."""
OLD = "oud"
"""Folder beside the store for old sets that are kept."""

_STORE_FILES = (DATABASE, KEYS, KEYS_COPY)
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,60}")
_MAX_NOTE_BYTES = 200
_NOWHERE = "geen"
_UNKNOWN = f"{OLD}/wissel"
"""Where old files go when the note cannot be read: kept, since destroying has no way back."""


def prepare(folder: Path) -> Path:
    """An empty folder on the same disk for the new `kluis.db`, `kluis.keys` and `kluis.keys.bak`.

    Clears what an earlier, unfinished preparation left. Only for the holder of the lock. Raises DiskFull,
    DiskError.
    """
    finish_pending(folder)
    prepared = folder / PREPARED
    with disk_errors_named():
        if prepared.exists():
            shutil.rmtree(prepared)
    make_private_folder(prepared)
    return prepared


def commit(folder: Path, aside: str | None) -> Path | None:
    """Make the prepared set the store. The store must be closed; only for the holder of the lock.

    `aside` is where the old files are kept, as `oud/<name>` below the folder (a number is added when that
    exists); with None they are removed for good. Returns the folder with the old files. Raises ValueError
    when the prepared set is not exactly the three files, or `aside` is not below `oud`; LinkInFolder,
    DiskFull or DiskError when nothing has changed. Once the change counts this raises no more: what the disk
    refuses then is done (and told) by the next `finish_pending`.
    """
    prepared = folder / PREPARED
    _refuse_incomplete(prepared)
    kept_in = None if aside is None else _free_name(folder, _checked_aside(aside))
    _refuse_links(folder)
    with disk_errors_named():
        for name in _STORE_FILES:
            _settle(prepared / name)
        write_durably(prepared / ASIDE_NOTE, f"{kept_in or _NOWHERE}\n".encode("ascii"))
        os.rename(prepared, folder / COMMITTED)
    with contextlib.suppress(OSError, StoreError):
        sync_folder(folder)
        finish_pending(folder)
    return None if kept_in is None else folder / kept_in


def pending(folder: Path) -> bool:
    """Whether a change of all files was decided and is not carried through yet.

    The program makes that folder itself; what lies behind a link is not ours to move or remove.
    """
    return (folder / COMMITTED).is_dir() and not (folder / COMMITTED).is_symlink()


def finish_pending(folder: Path) -> bool:
    """Carry through a change that was interrupted; True when there was one. Twice is harmless.

    To be called before anything of the store is read, only by the holder of the lock. A preparation that
    was never decided on is cleared away. Raises DiskFull, DiskError; may then be tried again.
    """
    if not pending(folder):
        with disk_errors_named():
            _drop_links(folder)
        shutil.rmtree(folder / PREPARED, ignore_errors=True)
        return False
    committed = folder / COMMITTED
    with disk_errors_named():
        kept_in = _read_aside(committed)
        for name in _STORE_FILES:
            if (committed / name).exists():
                _replace(folder, name, kept_in)
        (committed / ASIDE_NOTE).unlink(missing_ok=True)
        _clear(committed)
        sync_folder(folder)
    return True


def _clear(committed: Path) -> None:
    """Take the emptied folder away, with what somebody else put in it."""
    for leftover in committed.iterdir():
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()
    committed.rmdir()


def _drop_links(folder: Path) -> None:
    """The program makes both folders itself: a link of that name is not ours, and goes without its target."""
    for name in (PREPARED, COMMITTED):
        if (folder / name).is_symlink():
            (folder / name).unlink()


def _refuse_links(folder: Path) -> None:
    """Old files behind a link would not be destroyed, or be moved into a folder of somebody else."""
    for name in (*_STORE_FILES, OLD):
        if (folder / name).is_symlink():
            raise LinkInFolder(name)


def _replace(folder: Path, name: str, kept_in: str | None) -> None:
    """Take the old file away (of a database its log first: it must never meet the new one), put the new."""
    for old in _with_companions(name):
        _take_away(folder, old, kept_in)
    sync_folder(folder)
    os.replace(folder / COMMITTED / name, folder / name)
    sync_folder(folder)
    sync_folder(folder / COMMITTED)


def _with_companions(name: str) -> tuple[str, ...]:
    if name != DATABASE:
        return (name,)
    return (*(name + suffix for suffix in WAL_SUFFIXES), name)


def _take_away(folder: Path, name: str, kept_in: str | None) -> None:
    old = folder / name
    if not old.exists():
        return
    if kept_in is None:
        old.unlink()
        return
    make_private_folder(folder / OLD)
    make_private_folder(folder / kept_in)
    os.replace(old, folder / kept_in / name)
    sync_folder(folder / kept_in)
    sync_folder(folder / OLD)


def _settle(path: Path) -> None:
    if os.name == "posix":
        path.chmod(0o600)
    sync_file(path)


def _refuse_incomplete(prepared: Path) -> None:
    present = {path.name for path in prepared.iterdir()} if prepared.is_dir() else set()
    if present != set(_STORE_FILES):
        raise ValueError(f"a new store is exactly {', '.join(_STORE_FILES)}")


def _checked_aside(aside: str) -> str:
    parts = PurePosixPath(aside).parts
    if len(parts) != 2 or parts[0] != OLD or not _NAME.fullmatch(parts[1]):
        raise ValueError(f"old files are kept as {OLD}/<name>")
    return "/".join(parts)


def _free_name(folder: Path, aside: str) -> str:
    name, number = aside, 2
    while (folder / name).exists():
        name, number = f"{aside}-{number}", number + 1
    return name


def _read_aside(committed: Path) -> str | None:
    try:
        with (committed / ASIDE_NOTE).open("rb") as stream:
            noted = stream.read(_MAX_NOTE_BYTES).decode("ascii").removesuffix("\n")
        return None if noted == _NOWHERE else _checked_aside(noted)
    except (FileNotFoundError, ValueError):
        return _UNKNOWN
