"""Who may read the files of a store: the owner only (0600, folders 0700). On Windows the profile does it."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kernteam_tui.data.opening.bestanden import (
    DATABASE,
    KEYS,
    KEYS_COPY,
    LOCK,
    WAL_SUFFIXES,
    disk_errors_named,
)

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
_FILES = (DATABASE, *(DATABASE + suffix for suffix in WAL_SUFFIXES), KEYS, KEYS_COPY, LOCK)
_OWN_START = "kluis."
OWN_FOLDERS = ("reserve", "uit", "oud", "wissel.nieuw", "wissel.klaar")
"""Folders that the program makes beside the store."""


def make_store_folder(folder: Path) -> None:
    """Make the folder of a store, for the owner only.

    A folder that is there already is closed to others when it is empty or holds a store alone; what else
    lives in a folder may be somebody's to read (`open_to_others` then says so). Raises the named disk errors.
    """
    with disk_errors_named():
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if os.name == "posix" and _is_ours_alone(folder):
            folder.chmod(PRIVATE_FOLDER)


def close_to_others(folder: Path) -> None:
    """Take away what others were allowed on the store's own files and folders: an unpacked copy, an older
    umask. What cannot be changed stays, and what lies behind a link; `open_to_others` tells."""
    if os.name != "posix":
        return
    for path in _own(folder):
        if _lets_others_in(path) and not path.is_symlink():
            with contextlib.suppress(OSError):
                path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)


def open_to_others(folder: Path) -> tuple[str, ...]:
    """Names of the store's own files and folders that others may enter; `.` for the folder itself."""
    if os.name != "posix":
        return ()
    open_ = [path.name for path in _own(folder) if path != folder and _lets_others_in(path)]
    return (*((".",) if _lets_others_in(folder) else ()), *open_)


def _own(folder: Path) -> Iterator[Path]:
    if _is_ours_alone(folder):
        yield folder
    yield from (folder / name for name in (*_FILES, *OWN_FOLDERS) if (folder / name).exists())


def _is_ours_alone(folder: Path) -> bool:
    """Empty, or a store and nothing else: a folder `uit` or `oud` by itself may be somebody's."""
    try:
        names = os.listdir(folder)
    except OSError:
        return False
    files = [name for name in names if name.startswith(_OWN_START)]
    return not names or (bool(files) and set(names) <= {*files, *OWN_FOLDERS})


def _lets_others_in(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return bool(mode & (stat.S_IRWXG | stat.S_IRWXO))
