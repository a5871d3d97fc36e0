"""What was kept aside in `oud/`: whole stores from before a restore, and old key files.

They are as secret as the store itself, and hold what was erased since: so they are shown, and can go.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kernteam_tui.data.opening.bestanden import DATABASE, disk_errors_named, sync_folder
from kernteam_tui.data.opening.logherstel import ASIDE
from kernteam_tui.data.opening.wissel import OLD

_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,60}")
"""No dot: `..` would be the store itself."""


@dataclass(frozen=True)
class Apart:
    """One folder in `oud/`."""

    path: Path
    moment: datetime
    """When it was put there, UTC."""
    bytes: int
    hele_kluis: bool
    """False: a key file only."""
    log_beschadigd: bool
    """The store as it was found with a damaged log."""


def list_aside(folder: Path) -> tuple[Apart, ...]:
    """Every folder in `oud/`, newest first. Raises DiskError."""
    with disk_errors_named():
        if not (folder / OLD).is_dir():
            return ()
        found = [_looked_at(path) for path in (folder / OLD).iterdir() if path.is_dir()]
    return tuple(sorted(found, key=lambda aside: (aside.moment, aside.path.name), reverse=True))


def remove_aside(folder: Path, name: str) -> None:
    """Remove one of them for good. Raises DiskError; ValueError for a name elsewhere."""
    if not _NAME.fullmatch(name):
        raise ValueError("not the name of a folder that was kept aside")
    path = folder / OLD / name
    with disk_errors_named():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
            sync_folder(folder / OLD)


def _looked_at(path: Path) -> Apart:
    size = sum(part.stat().st_size for part in path.iterdir() if part.is_file())
    moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    damaged = path.name.startswith(f"{ASIDE}-")
    return Apart(path, moment, size, (path / DATABASE).exists(), damaged)
