"""Which backups lie in `reserve/`, and clearing those that need not be kept. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kernteam_tui.data.fouten import StoreError
from kernteam_tui.data.opening.bestanden import BACKUP_SUFFIX, BACKUPS, disk_errors_named, sync_folder
from kernteam_tui.data.reservekopie.pak import Pak, read_pack
from kernteam_tui.domain.bewaarregels import Kopie, te_ruimen, volgorde
from kernteam_tui.domain.klok import AMSTERDAM

_STEM = re.compile(r"(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})(-\d+)?")


@dataclass(frozen=True)
class Reserve:
    """One file in `reserve/`."""

    path: Path
    moment: datetime
    """When it was made, by its manifest; of a damaged one by its name."""
    bytes: int
    pak: Pak | None
    fout: StoreError | None
    """Why it is no use; its database was not looked at."""


def list_backups(folder: Path) -> tuple[Reserve, ...]:
    """Every backup beside the store in `folder`, newest first; a millisecond each. Raises DiskError."""
    with disk_errors_named():
        if not (folder / BACKUPS).is_dir():
            return ()
        paths = [path for path in (folder / BACKUPS).glob(f"*{BACKUP_SUFFIX}") if path.is_file()]
        found = [_looked_at(path) for path in paths]
    return tuple(sorted(found, key=lambda reserve: volgorde(reserve.moment, reserve.path.name), reverse=True))


def clear_old(folder: Path, store_id: str, nu: datetime) -> tuple[Path, ...]:
    """Remove the backups of this store that need not be kept (7 daily, 5 weekly, 12 monthly).

    A damaged one and one of another store are neither counted nor removed. Returns what went. Raises
    DiskError.
    """
    ours = {
        reserve.path.name: reserve
        for reserve in list_backups(folder)
        if reserve.pak is not None and reserve.pak.manifest.kluis == store_id
    }
    copies = [Kopie(name, reserve.moment, _reason(reserve)) for name, reserve in ours.items()]
    gone = tuple(ours[copy.naam].path for copy in sorted(te_ruimen(copies, nu), key=lambda copy: copy.naam))
    with disk_errors_named():
        for path in gone:
            path.unlink(missing_ok=True)
        if gone:
            sync_folder(folder / BACKUPS)
    return gone


def remove_backup(folder: Path, name: str) -> None:
    """Remove one backup for good, by its file name. Raises DiskError; ValueError for a name elsewhere."""
    path = folder / BACKUPS / name
    if path.name != name or path.suffix != BACKUP_SUFFIX:
        raise ValueError("not the name of a backup")
    with disk_errors_named():
        path.unlink(missing_ok=True)
        sync_folder(folder / BACKUPS)


def _looked_at(path: Path) -> Reserve:
    status = path.stat()
    try:
        pak = read_pack(path)
    except StoreError as error:
        return Reserve(path, _moment_of_name(path, status.st_mtime), status.st_size, None, error)
    return Reserve(path, pak.manifest.gemaakt.astimezone(UTC), status.st_size, pak, None)


def _moment_of_name(path: Path, changed: float) -> datetime:
    found = _STEM.fullmatch(path.stem)
    if found is not None:
        try:
            year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
            moment = datetime(year, month, day, hour, minute, second, tzinfo=AMSTERDAM)
            return moment.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    return datetime.fromtimestamp(changed, UTC)


def _reason(reserve: Reserve) -> str:
    return "" if reserve.pak is None else reserve.pak.manifest.reden
