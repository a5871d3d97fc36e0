"""Changing all files of a store at once: afterwards it is wholly the old one or wholly the new one.

A complete new set is prepared in `wissel.nieuw`. One renaming of that folder to `wissel.klaar` is the moment
that counts: before it nothing has happened, after it every opening first carries the change through. Each
step of that may be interrupted and done again: a file that still stands in `wissel.klaar` has not had its
turn. Standard library only.

Whoever may write in the folder can put a `wissel.klaar` there. Before a passphrase is known nothing can tell
it from the program's own, so an opening never destroys: what stood there is kept in `oud/`, and nothing kept
there is written over. What a change meant to destroy goes once the opened store confirms it by its key
(`wisselzegel`).
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from dataclasses import dataclass
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
DONE_NOTE = f"{OLD}/wissel.txt"
"""The same note, once an opening has carried a change through; it goes when the store was opened."""

_STORE_FILES = (DATABASE, KEYS, KEYS_COPY)
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,60}")
_MAX_NOTE_BYTES = 200
_DESTROY = "weg"
_SEAL = re.compile(r"[0-9a-f]{64}")
_UNKNOWN = f"{OLD}/wissel"
"""Where old files go when the note cannot be read: kept, since destroying has no way back."""


@dataclass(frozen=True)
class Note:
    """Where the old files of a change are kept, and whether they may go."""

    kept_in: str
    """As `oud/<name>` below the folder of the store."""
    seal: str = ""
    """Where they are to be destroyed: what shows that the store itself decided on it. Empty: they stay."""

    def written(self) -> bytes:
        words = (_DESTROY, self.kept_in, self.seal) if self.seal else (self.kept_in,)
        return f"{' '.join(words)}\n".encode("ascii")


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


def commit(folder: Path, aside: str | None, seal: str = "") -> Path | None:
    """Make the prepared set the store. The store must be closed; only for the holder of the lock.

    `aside` is where the old files are kept, as `oud/<name>` below the folder (a number is added when that
    exists); with None they are removed for good. Where that is interrupted the next opening keeps them,
    until the store confirms the `seal` (see `wisselzegel`). Returns the folder with the old files. Raises
    ValueError when the prepared set is not exactly the three files, or `aside` not below `oud`; LinkInFolder,
    DiskFull or DiskError when nothing has changed. Once the change counts this raises no more: what the disk
    refuses then is done (and told) by the next `finish_pending`.
    """
    prepared = folder / PREPARED
    _refuse_incomplete(prepared)
    note = Note(_free_name(folder, _UNKNOWN if aside is None else _checked_aside(aside)), seal)
    kept_in = None if aside is None else note.kept_in
    _refuse_links(folder)
    with disk_errors_named():
        for name in _STORE_FILES:
            _settle(prepared / name)
        write_durably(prepared / ASIDE_NOTE, note.written())
        os.rename(prepared, folder / COMMITTED)
    with contextlib.suppress(OSError, StoreError):
        sync_folder(folder)
        carry_through(folder, kept_in)
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
    with disk_errors_named():
        if (folder / OLD).is_symlink():
            raise LinkInFolder(OLD)
        kept_in = _choose_place(folder)
    carry_through(folder, kept_in)
    return True


def carry_through(folder: Path, kept_in: str | None) -> None:
    """Put the decided set in place; the old files go to `kept_in`, or for good. Raises DiskFull, DiskError.

    Only right after deciding in the same process may they go for good: see `finish_pending`.
    """
    committed = folder / COMMITTED
    with disk_errors_named():
        for name in _STORE_FILES:
            if (committed / name).exists():
                _replace(folder, name, kept_in)
        (committed / ASIDE_NOTE).unlink(missing_ok=True)
        _clear(committed)
        sync_folder(folder)


def done_note(folder: Path) -> Note | None:
    """What an opening carried through and no opened store has confirmed yet."""
    return None if (folder / OLD).is_symlink() else _read_note(folder / DONE_NOTE)


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


def _read_note(path: Path) -> Note | None:
    try:
        with path.open("rb") as stream:
            words = stream.read(_MAX_NOTE_BYTES).decode("ascii").removesuffix("\n").split(" ")
        if len(words) == 1:
            return Note(_checked_aside(words[0]))
        if len(words) == 3 and words[0] == _DESTROY and _SEAL.fullmatch(words[2]):
            return Note(_checked_aside(words[1]), words[2])
    except (OSError, ValueError):
        return None
    return None


def _choose_place(folder: Path) -> str:
    """Where the old files are kept, noted so that every next try goes on there.

    On a full disk it goes on without that note, which needs room: it changes nothing but what is told.
    """
    noted = _read_note(folder / COMMITTED / ASIDE_NOTE) or Note(_UNKNOWN)
    waiting = [name for name in _STORE_FILES if (folder / COMMITTED / name).exists()]
    old = [name for of in waiting for name in _with_companions(of) if _stands(folder / name)]
    note = Note(_never_over(folder, old, noted.kept_in), noted.seal)
    with contextlib.suppress(StoreError):
        if note != noted:
            write_durably(folder / COMMITTED / ASIDE_NOTE, note.written())
        if old or (folder / note.kept_in).is_dir():
            make_private_folder(folder / OLD)
            write_durably(folder / DONE_NOTE, note.written())
    return note.kept_in


def _never_over(folder: Path, names: list[str], aside: str) -> str:
    """This folder, or the next number of it where one of these files would come over another that is kept.

    What was interrupted goes on in the same folder: a file that was moved stands there only.
    """
    kept, number = aside, 2
    while (folder / kept).is_symlink() or any(_stands(folder / kept / name) for name in names):
        kept, number = f"{aside}-{number}", number + 1
    return kept


def _stands(path: Path) -> bool:
    return path.exists() or path.is_symlink()
