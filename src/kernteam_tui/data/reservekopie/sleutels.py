"""The third copy of the key file: the one in a backup, for when both copies beside the store are gone."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from kernteam_tui.data.fouten import (
    DiskError,
    DiskFull,
    HerstelcodeOnjuist,
    KeyFileDamaged,
    KeyFileTampered,
    StoreError,
    StoreMissing,
    WrongSecret,
)
from kernteam_tui.data.opening import wissel
from kernteam_tui.data.opening.bestanden import (
    DATABASE,
    KEYS,
    KEYS_COPY,
    check_file,
    disk_errors_named,
    make_private_folder,
)
from kernteam_tui.data.opening.driver import open_keyed
from kernteam_tui.data.opening.slot import StoreLock
from kernteam_tui.data.reservekopie.bewaren import list_backups
from kernteam_tui.data.reservekopie.inzien import store_id_of
from kernteam_tui.data.reservekopie.pak import Pak, read_pack
from kernteam_tui.data.sleutels.sleutelbestand import write_key_file
from kernteam_tui.data.sleutels.vakken import unlock
from kernteam_tui.domain.klok import AMSTERDAM

MOST_TRIED = 8
"""Key files that differ: each costs a second, and a passphrase is not changed that often."""

_FITS_NOT = (
    "De sleutels in de reservekopie passen niet bij deze kluis.",
    "Zet de hele kopie terug met ‘kernteam terugzetten BESTAND’; wat er nu staat blijft apart bewaard.",
)
_NO_BACKUP = (
    "Er is geen reservekopie waar het sleutelbestand uit kan komen.",
    "Zoek een reservekopie op een stick of andere schijf: ‘kernteam terugzetten BESTAND --alleen-sleutels’.",
)


def recover_key_file(folder: Path, secret: str, nu: datetime, backups: Iterable[Path] = ()) -> datetime:
    """Put back `kluis.keys` and its copy out of a backup, once they have opened today's store.

    Tries `backups`, or those in `reserve/` newest first. Afterwards the store opens with the passphrase and
    the recovery code of the moment that is returned. What stood there is kept in `oud/`. About a second for
    each key file that differs. Raises WrongSecret, HerstelcodeOnjuist when `secret` fits none of them,
    KeyFileDamaged when no key fits today's store or there is no backup, BackupInvalid for a given file that
    is none, StoreMissing, StoreDamaged, StoreInUse, DiskFull, DiskError; then nothing has changed.
    """
    given = tuple(read_pack(path) for path in backups)
    if not (folder / DATABASE).exists():
        raise StoreMissing()
    lock = StoreLock(folder)
    try:
        wissel.finish_pending(folder)
        check_file(folder / DATABASE)
        pak = _fitting(folder, given or _in_reserve(folder), secret)
        with disk_errors_named():
            _keep_aside(folder, nu)
            write_key_file(folder, pak.header)
    finally:
        lock.release()
    return pak.manifest.gemaakt


def _in_reserve(folder: Path) -> tuple[Pak, ...]:
    return tuple(reserve.pak for reserve in list_backups(folder) if reserve.pak is not None)


def _fitting(folder: Path, packs: Iterable[Pak], secret: str) -> Pak:
    """The first pack whose keys open today's store with this secret."""
    different = {pak.keys: pak for pak in reversed(tuple(packs))}
    if not different:
        raise KeyFileDamaged(*_NO_BACKUP)
    unlocked = False
    for pak in list(reversed(different.values()))[:MOST_TRIED]:
        fits = _opens(folder, pak, secret)
        if fits:
            return pak
        unlocked = unlocked or fits is False
    raise KeyFileDamaged(*_FITS_NOT) if unlocked else WrongSecret()


def _opens(folder: Path, pak: Pak, secret: str) -> bool | None:
    """Whether these keys are those of today's store; None when the secret does not open them."""
    try:
        key = unlock(pak.header, secret)
    except HerstelcodeOnjuist:
        raise
    except (WrongSecret, KeyFileTampered):
        return None
    try:
        connection = open_keyed(folder / DATABASE, key)
    except (DiskFull, DiskError):
        raise
    except StoreError:
        return False
    else:
        with contextlib.closing(connection):
            return store_id_of(connection) == pak.header.store_id
    finally:
        key.wipe()


def _keep_aside(folder: Path, nu: datetime) -> None:
    """A copy, not a move: killed here, there is as much as before."""
    present = [name for name in (KEYS, KEYS_COPY) if (folder / name).is_file()]
    if not present:
        return
    aside = folder / wissel.OLD / f"sleutels-{nu.astimezone(AMSTERDAM).strftime('%Y-%m-%dT%H%M%S')}"
    make_private_folder(folder / wissel.OLD)
    make_private_folder(aside)
    for name in present:
        shutil.copyfile(folder / name, aside / name)
        os.chmod(aside / name, 0o600)
