"""A copy of all files of a store, in `oud/`, before something is done that has no way back."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from kernteam_tui.data.fouten import LinkInFolder
from kernteam_tui.data.opening.bestanden import (
    DATABASE,
    KEYS,
    KEYS_COPY,
    disk_errors_named,
    make_private_folder,
    sync_folder,
)
from kernteam_tui.data.opening.logvorm import INDEX_SUFFIX, LOG_SUFFIX
from kernteam_tui.data.opening.wissel import OLD

_COPIED = (DATABASE, KEYS, KEYS_COPY, DATABASE + LOG_SUFFIX, DATABASE + INDEX_SUFFIX)
_UNFINISHED = "onaf"


def copy_aside(folder: Path, name: str) -> Path:
    """Copy the store with its log and its keys to `oud/<name>-<mark>`; returns that folder.

    The mark follows from the log and its index, so that the same state is copied once, however often the
    opening is tried or interrupted. Only for the holder of the lock. Raises LinkInFolder, DiskFull,
    DiskError.
    """
    if (folder / OLD).is_symlink():
        raise LinkInFolder(OLD)
    with disk_errors_named():
        kept = folder / OLD / f"{name}-{_mark(folder)}"
        if kept.is_dir():
            return kept
        make_private_folder(folder / OLD)
        for interrupted in (folder / OLD).glob(f"{name}-*-{_UNFINISHED}"):
            shutil.rmtree(interrupted)
        unfinished = kept.with_name(f"{kept.name}-{_UNFINISHED}")
        make_private_folder(unfinished)
        try:
            for file in _COPIED:
                _copy(folder / file, unfinished / file)
        except OSError:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        sync_folder(unfinished)
        os.replace(unfinished, kept)
        sync_folder(folder / OLD)
    return kept


def _mark(folder: Path) -> str:
    digest = hashlib.sha256()
    for suffix in (LOG_SUFFIX, INDEX_SUFFIX):
        path = folder / (DATABASE + suffix)
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()[:8]


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        return
    descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with source.open("rb") as reading, os.fdopen(descriptor, "wb") as writing:
        shutil.copyfileobj(reading, writing)
        writing.flush()
        os.fsync(writing.fileno())
