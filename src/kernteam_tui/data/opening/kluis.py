"""The store as files in one folder: making it, opening it, closing it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from kernteam_tui.data.fouten import (
    DiskError,
    DiskFull,
    HerstelcodeOnjuist,
    LogDamaged,
    StoreAlreadyExists,
    StoreDamaged,
    StoreError,
    StoreMissing,
    StoreNotOfKeys,
    StoreOnNetworkDrive,
    StoreSwapped,
    WrongSecret,
)
from kernteam_tui.data.omgeving.netwerkschijf import netwerkschijf
from kernteam_tui.data.opening.bestanden import (
    DATABASE,
    KEYS,
    KEYS_COPY,
    UNFINISHED,
    check_file,
    clear_leftovers,
    cut_off_beside_log,
    disk_errors_named,
    has_wal,
    make_private_file,
    remove_with_companions,
    sync_file,
    sync_folder,
)
from kernteam_tui.data.opening.driver import create_keyed
from kernteam_tui.data.opening.engine import checkpoint, driver_connection, make_engine
from kernteam_tui.data.opening.logbestand import refuse_cut_off
from kernteam_tui.data.opening.logherstel import keep_damaged_log, take_in_log
from kernteam_tui.data.opening.onderbreken import interrupt
from kernteam_tui.data.opening.paginaproef import any_page_fits, begins_at_random
from kernteam_tui.data.opening.rechten import close_to_others, make_store_folder
from kernteam_tui.data.opening.schrijfproef import refuse_read_only
from kernteam_tui.data.opening.slot import StoreLock
from kernteam_tui.data.opening.voorcontrole import kluis_aanwezig, refuse_a_file, refuse_gone
from kernteam_tui.data.opening.wissel import finish_pending
from kernteam_tui.data.opening.wisselzegel import change_told, confirm_change
from kernteam_tui.data.sleutels.beleid import STANDAARD, Sleutelbeleid
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.sleutels.herstelcode import new_recovery_code
from kernteam_tui.data.sleutels.kop import Header
from kernteam_tui.data.sleutels.sleutelbestand import KeyFile, mend_key_file, read_key_file, write_key_file
from kernteam_tui.data.sleutels.sterkte import refuse_weak
from kernteam_tui.data.sleutels.vakken import Opener, belongs_to, new_header, unlock_slot
from kernteam_tui.data.sleutels.verzwaring import Verzwaring, light_slot
from kernteam_tui.domain.ids import new_id

_NOT_MENDED = (
    "Een van de twee kopieën van het sleutelbestand is niet heel, en herstellen lukte niet: "
    "kijk of de schijf vol is."
)
"""Opening goes on: on a full disk a worker must still be able to read."""


@dataclass
class OpenedFiles:
    """An open store: unlocked, locked against other processes. Close it when done."""

    folder: Path
    engine: Engine
    store_id: str
    key: DataKey
    lock: StoreLock
    notices: tuple[str, ...] = ()
    """What was mended while opening, as Dutch sentences for the user."""
    log_damaged: LogDamaged | None = None
    """The last saves are gone: told, not raised, since what is there is whole."""
    verzwaring: Verzwaring | None = field(default=None, repr=False)
    """The slot that opened it, when that is too light; with its secret, so used or wiped soon."""
    _closed: bool = field(default=False, repr=False)

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def is_closed(self) -> bool:
        return self._closed

    def close(self) -> None:
        """Empty the log, close the connections, wipe the key, free the lock. Twice is harmless.

        When the log cannot be emptied (disk full, a connection still out) it stays: the next opening takes
        it in.
        """
        if self._closed:
            return
        self._closed = True
        interrupt(self.engine)
        try:
            with contextlib.suppress(StoreError, SQLAlchemyError, sqlcipher.Error):
                checkpoint(self.engine)
        finally:
            self.engine.dispose()
            self.key.wipe()
            if self.verzwaring is not None:
                self.verzwaring.wipe()
            self.lock.release()


@dataclass(frozen=True)
class CreatedStore:
    """A store just made, already open, and its recovery code: shown once, kept nowhere."""

    recovery_code: str = field(repr=False)
    opened: OpenedFiles


@dataclass
class PreparedFiles:
    """A store that is whole on the disk, but under its temporary name: not a store yet.

    `finish` makes it one. Without that (the program was killed) the next try clears it away.
    """

    folder: Path
    recovery_code: str = field(repr=False)
    store_id: str
    key: DataKey
    lock: StoreLock

    def finish(self) -> OpenedFiles:
        """Give the store its own name and open it. Raises DiskError; may then be tried again."""
        with disk_errors_named():
            os.replace(self.folder / UNFINISHED, self.folder / DATABASE)
            sync_folder(self.folder)
        engine = make_engine(self.folder / DATABASE, self.key)
        return OpenedFiles(self.folder, engine, self.store_id, self.key, self.lock)

    def abandon(self) -> None:
        """Take everything away again and free the lock. Only instead of `finish`."""
        self.key.wipe()
        with contextlib.suppress(OSError):
            _clear_unfinished(self.folder)
        self.lock.release()


def create_store_files(
    folder: Path,
    passphrase: str,
    policy: Sleutelbeleid = STANDAARD,
    *,
    inrichten: Callable[[Engine], None] | None = None,
) -> CreatedStore:
    """Make a store in `folder` (made if needed); takes about two seconds for the two keys.

    Raises what `prepare_store_files` raises.
    """
    prepared = prepare_store_files(folder, passphrase, policy, inrichten=inrichten)
    try:
        return CreatedStore(prepared.recovery_code, prepared.finish())
    except BaseException:
        prepared.abandon()
        raise


def prepare_store_files(
    folder: Path,
    passphrase: str,
    policy: Sleutelbeleid = STANDAARD,
    *,
    inrichten: Callable[[Engine], None] | None = None,
) -> PreparedFiles:
    """Make everything of a store except its name, so that its recovery code can be written down first.

    `inrichten` builds the tables, on an engine over the database under its temporary name. Only when that
    is done does the file get its own name, so an interruption leaves nothing that looks like a store; what
    it leaves is cleared away by the next try. Raises StoreAlreadyExists, StoreOnNetworkDrive, WeakSecret,
    FolderIsAFile, StoreInUse, DiskFull, DiskError.
    """
    refuse_a_file(folder)
    if kluis_aanwezig(folder):
        raise StoreAlreadyExists()
    _refuse_network_drive(folder)
    refuse_weak(passphrase, policy.minimale_sterkte)
    make_store_folder(folder)
    lock = StoreLock(folder)
    try:
        return _prepare_locked(folder, passphrase, policy, inrichten, lock)
    except BaseException:
        lock.release()
        raise


def open_store_files(folder: Path, secret: Opener) -> OpenedFiles:
    """Open the store in `folder` with the passphrase or the recovery code; takes about a second.

    With the private key of the organisation it opens at once. A change of all files that was interrupted is
    carried through first, before anything of the store is read. Where the two copies of the key file
    differ, the second one is tried when the first one does not open this store: a second more.

    Raises, in this order: StoreMissing; StoreInUse; KeyFileMissing, KeyFileDamaged, KeyFileTampered,
    StoreTooNew; StoreDamaged as far as it shows from outside; HerstelcodeOnjuist, WrongSecret,
    KeyFileTampered; DiskFull where a damaged log finds no room to be kept aside; StoreDamaged, StoreSwapped,
    DriverUnsafe, DiskError. Before all that FolderReadOnly and StoreReadOnly. The version of the tables is
    the caller's to look at.
    """
    if not kluis_aanwezig(folder):
        raise StoreMissing()
    refuse_gone(folder)
    refuse_read_only(folder)
    lock = StoreLock(folder)
    try:
        with change_told(folder):
            return _open_locked(folder, secret, lock)
    except BaseException:
        lock.release()
        raise


def _prepare_locked(
    folder: Path,
    passphrase: str,
    policy: Sleutelbeleid,
    inrichten: Callable[[Engine], None] | None,
    lock: StoreLock,
) -> PreparedFiles:
    if kluis_aanwezig(folder):
        raise StoreAlreadyExists()
    unfinished, store_id, key = folder / UNFINISHED, new_id(), DataKey.random()
    recovery_code = new_recovery_code()
    header = new_header(store_id, key, passphrase, recovery_code, policy.kdf())
    try:
        with disk_errors_named():
            _clear_unfinished(folder)
            make_private_file(unfinished)
            sync_folder(folder)
            write_key_file(folder, header)
            _build(unfinished, key, store_id, inrichten)
    except BaseException:
        key.wipe()
        with contextlib.suppress(OSError):
            _clear_unfinished(folder)
        raise
    return PreparedFiles(folder, recovery_code, store_id, key, lock)


def _build(path: Path, key: DataKey, store_id: str, inrichten: Callable[[Engine], None] | None) -> None:
    """Make the database in an empty file, whole and on the disk, with no log left beside it."""
    create_keyed(path, key).close()
    engine = make_engine(path, key)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE kluis_kenmerk (store_id TEXT NOT NULL) STRICT")
            connection.exec_driver_sql("INSERT INTO kluis_kenmerk VALUES (?)", (store_id,))
        if inrichten is not None:
            inrichten(engine)
        checkpoint(engine)
    finally:
        engine.dispose()
    sync_file(path)


def _clear_unfinished(folder: Path) -> None:
    """Take away what an interrupted making left; the marker goes last, as without it keys are precious."""
    if (folder / UNFINISHED).exists() and not (folder / DATABASE).exists():
        for name in (KEYS, KEYS_COPY):
            (folder / name).unlink(missing_ok=True)
        remove_with_companions(folder / UNFINISHED)


def _open_locked(folder: Path, secret: Opener, lock: StoreLock) -> OpenedFiles:
    finish_pending(folder)
    key_file = read_key_file(folder)
    check_file(folder / DATABASE)
    refuse_cut_off(folder / DATABASE)
    try:
        return _open_with(folder, key_file, secret, lock)
    except HerstelcodeOnjuist:
        raise
    except (WrongSecret, StoreNotOfKeys, StoreSwapped):
        if key_file.other is None:
            raise
        with contextlib.suppress(WrongSecret):
            return _open_with(folder, key_file.other, secret, lock, instead_of=key_file.header)
        raise


def _open_with(
    folder: Path,
    key_file: KeyFile,
    secret: Opener,
    lock: StoreLock,
    *,
    instead_of: Header | None = None,
) -> OpenedFiles:
    """Open it by this copy of the key file. Changes nothing when that does not fit, but for what is kept of a
    damaged log.

    Raises WrongSecret when `instead_of`, which the secret does not open, is of the same data key: what opens
    this copy was replaced since.
    """
    unlocked = unlock_slot(key_file.header, secret)
    key = unlocked.key
    if instead_of is not None and belongs_to(instead_of, key):
        key.wipe()
        raise WrongSecret()
    engine = make_engine(folder / DATABASE, key)
    try:
        log, had_log = keep_damaged_log(folder), has_wal(folder / DATABASE)
        _check_key_fits(engine, folder / DATABASE, key)
        _check_length(engine, folder / DATABASE)
        _check_store_id(engine, key_file.header.store_id)
        if had_log:
            take_in_log(engine)
        notices = (*_mend(folder, key_file), *log.notices, *confirm_change(folder, key))
        clear_leftovers(folder)
        close_to_others(folder)
    except BaseException:
        engine.dispose()
        key.wipe()
        raise
    store_id, light = key_file.header.store_id, light_slot(unlocked, secret)
    return OpenedFiles(folder, engine, store_id, key, lock, notices, log.lost, light)


def _refuse_network_drive(folder: Path) -> None:
    kind = netwerkschijf(folder)
    if kind:
        raise StoreOnNetworkDrive(
            f"Deze map staat op een netwerkschijf ({kind}); daar kan een kluis stukgaan als de verbinding "
            "hapert."
        )


def _check_key_fits(engine: Engine, database: Path, key: DataKey) -> None:
    """Read the first page; where that fails, tell damage from a key file of another store."""
    try:
        with driver_connection(engine):
            return
    except StoreDamaged:
        if any_page_fits(database, key) or not begins_at_random(database):
            raise
        raise StoreNotOfKeys() from None


def _check_length(engine: Engine, database: Path) -> None:
    """Refuse a store that was cut off, also when the last session left its log."""
    with driver_connection(engine) as connection:
        page_count = connection.execute("PRAGMA page_count").fetchone()[0]
    if cut_off_beside_log(database, page_count):
        raise StoreDamaged()


def _check_store_id(engine: Engine, expected: str) -> None:
    with driver_connection(engine) as connection:
        known = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'kluis_kenmerk'"
        ).fetchone()[0]
        if not known:
            raise StoreDamaged("Het bestand kluis.db is leeg of is geen kluis van dit programma.")
        row = connection.execute("SELECT store_id FROM kluis_kenmerk").fetchone()
    if row is None or row[0] != expected:
        raise StoreSwapped()


def _mend(folder: Path, key_file: KeyFile) -> tuple[str, ...]:
    try:
        return mend_key_file(folder, key_file)
    except (DiskFull, DiskError):
        return (_NOT_MENDED,)
