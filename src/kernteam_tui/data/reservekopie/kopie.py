"""A copy of the database, encrypted with the same key: made, looked through, taken away again."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from kernteam_tui.data.fouten import BackupInvalid, DiskError, DiskFull, StoreError
from kernteam_tui.data.opening.bestanden import (
    TEMPORARY,
    make_private_file,
    remove_with_companions,
    sync_file,
)
from kernteam_tui.data.opening.driver import named_driver_error, open_keyed, store_uri
from kernteam_tui.data.opening.onderbreken import interruptible
from kernteam_tui.data.sleutels.datasleutel import DataKey

Counts = dict[str, int]
"""Rows per table."""


def copy_database(engine: Engine, key: DataKey, target: Path) -> None:
    """VACUUM INTO an existing, empty file: compact, and consistent while others save.

    The copy was looked through when this returns. Raises BackupInvalid, DiskFull, DiskError, and
    StoreClosing when the store is closed meanwhile.
    """
    with interruptible(engine) as connection:
        before = row_counts(connection)
        try:
            connection.execute("VACUUM INTO ?", (store_uri(target.absolute(), "rwc"),))
        except sqlcipher.Error as error:
            raise named_driver_error(error, target.parent) or BackupInvalid() from error
        after = row_counts(connection)
    sync_file(target)
    if not _lies_between(look_through(target, key), before, after):
        raise BackupInvalid("De reservekopie bevat niet alles wat in de kluis staat.")


def look_through(copy: Path, key: DataKey) -> Counts:
    """Open a copied database and check all of it; returns its row counts. Raises BackupInvalid."""
    try:
        connection = open_keyed(copy, key)
    except (DiskFull, DiskError):
        raise
    except StoreError as error:
        raise BackupInvalid() from error
    try:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        structure = connection.execute("PRAGMA quick_check").fetchall()
        if pages or [row[0] for row in structure] != ["ok"]:
            raise BackupInvalid()
        return row_counts(connection)
    except sqlcipher.Error as error:
        raise BackupInvalid() from error
    finally:
        connection.close()


def row_counts(connection: Any) -> Counts:
    """Rows per ordinary table."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {
        name: connection.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0] for (name,) in tables
    }


@contextmanager
def temporary_file(folder: Path, name: str) -> Iterator[Path]:
    """An empty private file that is gone afterwards, unless it was given another name.

    What a killed program leaves of it is cleared at the next opening.
    """
    path = folder / f"{TEMPORARY}{secrets.token_hex(8)}-{name}"
    make_private_file(path)
    try:
        yield path
    finally:
        remove_with_companions(path)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _lies_between(copied: Counts, before: Counts, after: Counts) -> bool:
    """Whether each table has as many rows as before or after the copying, or a number in between."""
    if copied.keys() != before.keys() or copied.keys() != after.keys():
        return False
    return all(
        min(before[table], after[table]) <= rows <= max(before[table], after[table])
        for table, rows in copied.items()
    )
