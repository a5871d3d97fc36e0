"""Putting a backup back. First everything beside the store, under the lock; then one swap of all files.

Whatever state the present store is in (damaged, without keys, not there at all) this works, and what was
there is kept aside in `oud/`. Killed at any moment, the folder holds the old store or the new one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from kernteam_tui.data.fouten import DiskFull, StoreError
from kernteam_tui.data.opening import wissel
from kernteam_tui.data.opening.bestanden import (
    DATABASE,
    WAL_SUFFIXES,
    disk_errors_named,
    make_private_file,
    remove_with_companions,
)
from kernteam_tui.data.opening.driver import open_keyed
from kernteam_tui.data.opening.logherstel import keep_damaged_log
from kernteam_tui.data.opening.rechten import make_store_folder
from kernteam_tui.data.opening.slot import StoreLock
from kernteam_tui.data.reservekopie.bijgewerkt import erase_in_copy, opened_copy, write_clean
from kernteam_tui.data.reservekopie.gewist import Wissingen, marks_beside, proofs_in
from kernteam_tui.data.reservekopie.inzien import (
    Inhoud,
    contents_of,
    contents_of_copy,
    store_id_of,
    unlock_pack,
)
from kernteam_tui.data.reservekopie.pak import Pak, read_pack, unpack_database
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file, write_key_file
from kernteam_tui.data.sleutels.vakken import unlock
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.klok import AMSTERDAM

_UNPACKED = "uitgepakt.db"
_NO_ROOM = (
    "Er is geen ruimte om de reservekopie terug te zetten.",
    "Maak ruimte vrij, drie keer de grootte van de kopie, en probeer het opnieuw; er is niets veranderd.",
)


@dataclass(frozen=True)
class Teruggezet:
    """What was done."""

    apart: Path | None
    """Folder with the files that stood there before; None when there were none."""
    opnieuw_gewist: int
    """Casussen that were erased after the backup was made, and are now again."""


@dataclass(frozen=True)
class Terugzetting:
    """A backup that lies unpacked beside the store, which is locked meanwhile. Nothing was changed yet."""

    pak: Pak
    inhoud: Inhoud
    """What is in the backup."""
    huidig: Inhoud | None
    """What is in the present store; None when there is none, or it does not open with this secret."""
    _folder: Path
    _prepared: Path
    _key: DataKey
    _wissingen: Wissingen

    def carry_out(self, nu: datetime) -> Teruggezet:
        """Put it in place of the present store, and keep that one aside.

        Raises MigrationFailed, BackupInvalid, DiskFull, DiskError: then nothing has changed.
        """
        with _room_named(), disk_errors_named():
            erased = self._prepare_files()
            aside = wissel.commit(self._folder, f"{wissel.OLD}/{_stamp(nu)}")
        return Teruggezet(aside if aside is not None and aside.is_dir() else None, erased)

    def _prepare_files(self) -> int:
        """Exactly the three files of a store, ready for the swap."""
        unpacked, database = self._prepared / _UNPACKED, self._prepared / DATABASE
        erased = erase_in_copy(unpacked, self._key, self._wissingen)
        with opened_copy(unpacked, self._key) as engine:
            _log_restore(engine, self.pak.manifest.gemaakt)
        make_private_file(database)
        write_clean(unpacked, database, self._key)
        remove_with_companions(unpacked)
        for suffix in WAL_SUFFIXES:
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        write_key_file(self._prepared, self.pak.header)
        return erased


@contextlib.contextmanager
def prepare_restore(folder: Path, backup: Path, secret: str) -> Iterator[Terugzetting]:
    """Look at a backup with its own passphrase or recovery code, ready to put it back; one to three seconds.

    The folder is made when it is not there. Leaving the block without `carry_out` leaves everything as it
    was. Raises BackupInvalid, StoreTooNew, StoreInUse, WrongSecret, HerstelcodeOnjuist, DiskFull, DiskError.
    """
    pak = read_pack(backup)
    key = unlock_pack(pak, secret)
    try:
        make_store_folder(folder)
        lock = StoreLock(folder)
        try:
            with _room_named(), disk_errors_named():
                restore = _unpacked(folder, pak, key, secret)
            yield restore
        finally:
            with contextlib.suppress(StoreError, OSError):
                wissel.finish_pending(folder)
            lock.release()
    finally:
        key.wipe()


def _unpacked(folder: Path, pak: Pak, key: DataKey, secret: str) -> Terugzetting:
    prepared = wissel.prepare(folder)
    unpacked = prepared / _UNPACKED
    make_private_file(unpacked)
    unpack_database(pak, unpacked)
    content = contents_of_copy(unpacked, key, pak)
    present = _look_at_present(folder, key, secret)
    found = None if present is None else present.inhoud
    return Terugzetting(pak, content, found, folder, prepared, key, _erasures(folder, pak, present))


def _erasures(folder: Path, pak: Pak, present: _Present | None) -> Wissingen:
    marks = marks_beside(folder)
    if present is None or present.store_id != pak.header.store_id:
        return Wissingen(marks)
    return Wissingen(marks | {str(proof[0]) for proof in present.bewijzen}, present.bewijzen)


def present_contents(folder: Path, key: DataKey, secret: str) -> Inhoud | None:
    """What is in the present store, as far as the key of a backup or the same secret opens it.

    None also where the store is open elsewhere: this is for showing only.
    """
    if not (folder / DATABASE).is_file():
        return None
    try:
        lock = StoreLock(folder)
    except StoreError:
        return None
    try:
        wissel.finish_pending(folder)
        found = _look_at_present(folder, key, secret)
    finally:
        lock.release()
    return None if found is None else found.inhoud


@dataclass(frozen=True)
class _Present:
    store_id: str
    inhoud: Inhoud
    bewijzen: tuple[tuple[object, ...], ...]


def _look_at_present(folder: Path, key: DataKey, secret: str) -> _Present | None:
    """The present store, as far as the backup's key or the same secret opens it.

    A store that is damaged or locked with something else is no reason to stop: it is kept aside as it is.
    """
    if not (folder / DATABASE).is_file():
        return None
    keep_damaged_log(folder)
    found = _counted(folder, key)
    if found is not None:
        return found
    try:
        own_key = unlock(read_key_file(folder).header, secret)
    except StoreError:
        return None
    try:
        return _counted(folder, own_key)
    finally:
        own_key.wipe()


def _counted(folder: Path, key: DataKey) -> _Present | None:
    try:
        connection = open_keyed(folder / DATABASE, key)
    except StoreError:
        return None
    try:
        return _Present(store_id_of(connection) or "", contents_of(connection), proofs_in(connection))
    except (sqlcipher.Error, ValueError, TypeError):
        return None
    finally:
        connection.close()


def _log_restore(engine: Engine, made: datetime) -> None:
    with UnitOfWork(engine) as uow:
        day = made.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")
        uow.log(LogSoort.TERUGGEZET, f"reservekopie van {day}")
        uow.commit()


@contextlib.contextmanager
def _room_named() -> Iterator[None]:
    try:
        yield
    except DiskFull as error:
        raise DiskFull(*_NO_ROOM) from error


def _stamp(nu: datetime) -> str:
    return nu.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H%M%S")
