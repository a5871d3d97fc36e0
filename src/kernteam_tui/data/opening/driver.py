"""One keyed SQLCipher connection, with every pragma set and checked.

A driver that does not encrypt ignores the key without a word and writes plain text, so nothing is
trusted here: what a pragma should have done is read back.
"""

from __future__ import annotations

import functools
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from kernteam_tui.data.fouten import (
    DiskError,
    DiskFull,
    DriverUnsafe,
    StoreClosing,
    StoreDamaged,
    StoreError,
    StoreInUse,
)
from kernteam_tui.data.opening.bestanden import check_file
from kernteam_tui.data.opening.schrijfproef import why_writing_failed
from kernteam_tui.data.sleutels.datasleutel import DataKey, wipe

APPLICATION_ID = 0x4B65726E
"""`Kern` in ASCII; a file that opens without it is not a store of this program (or was empty)."""
BUSY_SECONDS = 5.0
CACHE_KIB = 32_000

_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("cache_size", str(-CACHE_KIB), -CACHE_KIB),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("fullfsync", "ON", 1),
)
"""Name, value to set, value that must be read back. `fullfsync` matters on macOS only."""


def open_keyed(path: Path, key: DataKey) -> Any:
    """Open an existing store file with its key; returns a sqlcipher3 connection in autocommit mode.

    Raises StoreMissing, StoreDamaged, StoreInUse, DriverUnsafe, DiskFull or DiskError. The key has been
    checked before (key file), so a file that cannot be read with it is damaged: never a wrong passphrase.
    """
    check_file(path)
    connection = _connect(path, key)
    try:
        if _value(connection, "application_id") != APPLICATION_ID:
            raise StoreDamaged("Het bestand kluis.db is leeg of is geen kluis van dit programma.")
    except BaseException:
        connection.close()
        raise
    return connection


def create_keyed(path: Path, key: DataKey) -> Any:
    """Make a store in an existing, empty file: keyed, with the application id. Returns as `open_keyed`."""
    connection = _connect(path, key)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except sqlcipher.Error as error:
        connection.close()
        raise named_driver_error(error, path.parent) or DiskError() from error
    return connection


def store_uri(path: PurePath, mode: str) -> str:
    """The file as SQLite wants it, whatever characters are in its path. `mode`: rw (must exist) or rwc.

    With `rw` a file that is missing is an error, not a new and empty store.
    """
    if path.drive.startswith("\\\\"):
        return f"file:////{quote(path.as_posix().lstrip('/'))}?mode={mode}"
    return f"{path.as_uri()}?mode={mode}"


def named_driver_error(error: BaseException, folder: Path) -> StoreError | None:
    """The named error for what SQLite reports about disk, lock or damage; None for any other error.

    Goes by the error's name (`SQLITE_FULL`), not by its text.
    """
    name = str(getattr(error, "sqlite_errorname", ""))
    if name == "SQLITE_FULL":
        return DiskFull()
    if name.startswith(("SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return why_writing_failed(folder)
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return StoreDamaged()
    if name == "SQLITE_INTERRUPT":
        return StoreClosing()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreInUse()
    return None


def _connect(path: Path, key: DataKey) -> Any:
    _silence_cipher_log()
    try:
        connection = sqlcipher.connect(
            store_uri(path.absolute(), "rw"),
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
    except sqlcipher.Error as error:
        raise named_driver_error(error, path.parent) or DiskError() from error
    try:
        _set_key(connection, key)
        _check_cipher(connection)
        _set_pragmas(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.Error as error:
        connection.close()
        raise named_driver_error(error, path.parent) or StoreDamaged() from error
    except BaseException:
        connection.close()
        raise
    return connection


@functools.cache
def _silence_cipher_log() -> None:
    """Keep SQLCipher from printing over the screen: process-wide, and only in time before the first open."""
    connection = sqlcipher.connect(":memory:")
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
    finally:
        connection.close()


def _set_key(connection: Any, key: DataKey) -> None:
    form = key.sqlcipher_form()
    try:
        connection.set_key(form)
    except AttributeError as error:
        raise DriverUnsafe() from error
    finally:
        wipe(form)


def _check_cipher(connection: Any) -> None:
    row = connection.execute("PRAGMA cipher_version").fetchone()
    if row is None or not row[0]:
        raise DriverUnsafe()


def _set_pragmas(connection: Any) -> None:
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
        if _value(connection, name) != expected:
            raise DriverUnsafe()


def _value(connection: Any, pragma: str) -> object:
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return None if row is None else row[0]
