"""A new data key: for when somebody may know the passphrase, the recovery code or an old key file.

The store is copied, the copy encrypted anew, looked through and put in place by `data.wissel` together with a
key file of all new slots. Stopped anywhere, the store is wholly the old one or wholly the new one; after it
no old key file opens it. The old files are destroyed; a backup made before stays what it was.
"""

from __future__ import annotations

import contextlib
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from kernteam_tui.data.controle import check_store
from kernteam_tui.data.fouten import (
    DiskError,
    SleutelwisselOnaf,
    StoreBusy,
    StoreDamaged,
    StoreError,
    WeakSecret,
)
from kernteam_tui.data.opening.bestanden import (
    BACKUPS,
    DATABASE,
    KEYS,
    WAL_SUFFIXES,
    disk_errors_named,
    make_private_file,
)
from kernteam_tui.data.opening.driver import named_driver_error, open_keyed, store_uri
from kernteam_tui.data.opening.engine import POOL_SIZE, checkpoint, make_engine
from kernteam_tui.data.opening.kluis import OpenedFiles
from kernteam_tui.data.opening.wissel import OLD, commit, finish_pending, pending, prepare
from kernteam_tui.data.opening.wisselzegel import confirm_change, seal_of_change
from kernteam_tui.data.sleutels.beheer import WRITING, current_header, prove, refuse_same
from kernteam_tui.data.sleutels.beleid import STANDAARD, Sleutelbeleid
from kernteam_tui.data.sleutels.datasleutel import DataKey, wipe
from kernteam_tui.data.sleutels.herstelcode import new_recovery_code
from kernteam_tui.data.sleutels.kop import MAX_FILE_BYTES, AnySlot, Header, read_header
from kernteam_tui.data.sleutels.organisatie import seal
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file, write_key_file
from kernteam_tui.data.sleutels.sterkte import refuse_weak
from kernteam_tui.data.sleutels.vakken import (
    Opener,
    belongs_to,
    passphrase_slot,
    recovery_slot,
    signed_header,
    unlock,
    with_slot,
)
from kernteam_tui.data.unit_of_work import UnitOfWork

BACKUP_PATTERN = "*.kluis"
_STILL_SAVING = (
    "Er wordt nog iets bewaard of nagekeken; er is niets veranderd.",
    "Wacht even en probeer het opnieuw.",
)


@dataclass
class Rotation:
    """A new data key with its slots, in memory only: the store is still wholly the old one."""

    recovery_code: str = field(repr=False)
    """To be shown once and typed back before `finish`."""
    _opened: OpenedFiles = field(repr=False)
    _key: DataKey = field(repr=False)
    _header: Header = field(repr=False)

    def finish(self, before: Callable[[UnitOfWork], None]) -> None:
        """Encrypt the store anew and put it in place; a second for 30 MB. It stays open, with the new key.

        `before` runs on the new database before it counts (a line in the log). Meanwhile nobody can save:
        who tries waits. Raises StoreBusy when a save takes too long, StoreDamaged when the copy does not
        come through its check, DiskFull, DiskError: then nothing has changed. SleutelwisselOnaf when it has.
        """
        folder = self._opened.folder
        with disk_errors_named(), _all_connections(self._opened.engine) as connections:
            try:
                prepared = prepare(folder)
                _encrypt_anew(connections[0], prepared / DATABASE, self._opened.key, self._key, before)
                write_key_file(prepared, self._header)
                _close(connections)
                with WRITING:
                    commit(folder, aside=None, seal=seal_of_change(folder, self._key))
                    self._opened.key.become(self._key)
            except BaseException:
                _clear(folder)
                raise
            self._forget_light_slot()
            _carry_through(folder)
            confirm_change(folder, self._opened.key)

    def abandon(self) -> None:
        """Leave everything as it was. Only instead of `finish`."""
        self._key.wipe()

    def _forget_light_slot(self) -> None:
        if self._opened.verzwaring is not None:
            self._opened.verzwaring.wipe()
            self._opened.verzwaring = None


def prepare_rotation(
    opened: OpenedFiles, current: Opener, new: str, policy: Sleutelbeleid = STANDAARD
) -> Rotation:
    """A new data key in slots for a new passphrase and a new recovery code; four seconds.

    A slot of the organisation is sealed again, to the same public key. Raises WrongSecret; WeakSecret, also
    for the passphrase that the store has now.
    """
    refuse_weak(new, policy.minimale_sterkte)
    refuse_same(current, new)
    prove(opened, current)
    header = current_header(opened)
    _refuse_in_use(header, new)
    key, code, cost, store_id = DataKey.random(), new_recovery_code(), policy.kdf(), opened.store_id
    slots: tuple[AnySlot, ...] = (
        passphrase_slot(store_id, key, new, cost),
        recovery_slot(store_id, key, code, cost),
    )
    fresh = signed_header(store_id, slots, key)
    organisation = header.organisation_slot()
    if organisation is not None:
        fresh = with_slot(fresh, seal(store_id, key, organisation.public_key), key)
    return Rotation(code, opened, key, fresh)


def copies_of_other_keys(opened: OpenedFiles) -> tuple[Path, ...]:
    """Backups in `reserve/` and folders in `oud/` without today's data key: an old secret opens them."""
    packs = sorted((opened.folder / BACKUPS).glob(BACKUP_PATTERN))
    kept = sorted(path for path in (opened.folder / OLD).glob("*") if path.is_dir())
    return tuple(
        path
        for path, header in (*((pack, _packed(pack)) for pack in packs), *((old, _kept(old)) for old in kept))
        if header is None or not belongs_to(header, opened.key)
    )


def remove_copy(copy: Path) -> None:
    """Take away what `copies_of_other_keys` found. Raises DiskError."""
    with disk_errors_named():
        if copy.is_dir():
            shutil.rmtree(copy)
        else:
            copy.unlink(missing_ok=True)


def _refuse_in_use(header: Header, new: str) -> None:
    try:
        unlock(header, new).wipe()
    except StoreError:
        return
    raise WeakSecret("Dit is je huidige wachtwoordzin.", "Kies een andere wachtwoordzin.")


@contextmanager
def _all_connections(engine: Engine) -> Iterator[list[Any]]:
    """Every connection that the pool may give out, so that nobody reads or saves meanwhile.

    Afterwards the pool opens new ones, with the key as it is then. Raises StoreBusy when one stays out.
    """
    with contextlib.ExitStack() as held:
        connections: list[Any] = []
        for _ in range(POOL_SIZE):
            try:
                pooled = engine.raw_connection()
            except StoreBusy as error:
                raise StoreBusy(*_STILL_SAVING) from error
            held.callback(pooled.invalidate)
            connections.append(pooled.driver_connection)
        yield connections


def _close(connections: list[Any]) -> None:
    for connection in connections:
        connection.close()


def _encrypt_anew(
    source: Any, target: Path, old: DataKey, new: DataKey, before: Callable[[UnitOfWork], None]
) -> None:
    make_private_file(target)
    try:
        source.execute("VACUUM INTO ?", (store_uri(target.absolute(), "rwc"),))
        _change_key(target, old, new)
    except sqlcipher.Error as error:
        raise named_driver_error(error, target.parent) or DiskError() from error
    engine = make_engine(target, new)
    try:
        _look_through(engine, source)
        with UnitOfWork(engine) as uow:
            before(uow)
            uow.commit()
        checkpoint(engine)
    finally:
        engine.dispose()
    _refuse_old_key(target, old)
    for suffix in WAL_SUFFIXES:
        target.with_name(target.name + suffix).unlink(missing_ok=True)


def _change_key(target: Path, old: DataKey, new: DataKey) -> None:
    connection = open_keyed(target, old)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        form = new.sqlcipher_form()
        try:
            connection.reset_key(form)
        finally:
            wipe(form)
    finally:
        connection.close()


def _look_through(engine: Engine, source: Any) -> None:
    """The new database is whole and has as many rows as the old one, table by table."""
    if not all(finding.in_orde for finding in check_store(engine)):
        raise StoreDamaged("De opnieuw versleutelde kluis kwam niet goed door de controle.")
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if _row_counts(driver) != _row_counts(source):
            raise StoreDamaged("De opnieuw versleutelde kluis bevat niet alles.")


def _row_counts(connection: Any) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {
        name: connection.execute('SELECT count(*) FROM "{}"'.format(name.replace('"', '""'))).fetchone()[0]
        for (name,) in names
    }


def _refuse_old_key(target: Path, old: DataKey) -> None:
    """A rekey that silently did nothing must never count."""
    try:
        open_keyed(target, old).close()
    except StoreDamaged:
        return
    raise DiskError("De kluis kon niet opnieuw worden versleuteld; alles staat nog zoals het stond.")


def _carry_through(folder: Path) -> None:
    """Try once more what the disk refused after the change counted."""
    try:
        finish_pending(folder)
    except StoreError as error:
        raise SleutelwisselOnaf() from error


def _clear(folder: Path) -> None:
    if pending(folder):
        return
    with contextlib.suppress(StoreError, OSError):
        finish_pending(folder)


def _packed(pack: Path) -> Header | None:
    try:
        with zipfile.ZipFile(pack) as archive, archive.open(KEYS) as stream:
            return read_header(stream.read(MAX_FILE_BYTES + 1))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, StoreError):
        return None


def _kept(folder: Path) -> Header | None:
    try:
        return read_key_file(folder).header
    except StoreError:
        return None
