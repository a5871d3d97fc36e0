"""A backup: one file that opens on another laptop with the passphrase or the recovery code.

`reserve/2026-11-21T204815.kluis` is a ZIP (stored) of `manifest.json`, `kluis.keys` and `kluis.db`. The
copy is made and looked through under a temporary name; a file that bears the name of a backup has passed
its check. Row counts are compared but not written down: the manifest can be read without the key.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from kernteam_tui.data.bestanden import (
    BACKUPS,
    DATABASE,
    KEYS,
    TEMPORARY,
    disk_errors_named,
    make_private_file,
    make_private_folder,
    remove_with_companions,
    sync_file,
    sync_folder,
)
from kernteam_tui.data.driver import named_driver_error, open_keyed, store_uri
from kernteam_tui.data.engine import driver_connection
from kernteam_tui.data.fouten import (
    BackupInvalid,
    DiskError,
    DiskFull,
    KeyFileDamaged,
    KeyFileTampered,
    StoreError,
)
from kernteam_tui.data.kluis import OpenedFiles
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.sleutels.kop import read_header
from kernteam_tui.domain.klok import AMSTERDAM

FORMAT = "kernteam-reserve/1"
SUFFIX = ".kluis"
MANIFEST = "manifest.json"
_CHUNK = 1_048_576

_BROKEN_PACK = (zipfile.BadZipFile, KeyError, TypeError, ValueError, KeyFileDamaged, KeyFileTampered)

Counts = dict[str, int]


def make_backup(opened: OpenedFiles, reden: str, nu: datetime) -> Path:
    """Copy the open store into a new file under `reserve/` and check it; about half a second for 30 MB.

    `reden` is one word for the manifest (`bijwerken`). Others may go on saving. Raises BackupInvalid when
    the copy does not come through its check, DiskFull, DiskError; what was half made is then taken away.
    """
    folder = opened.folder / BACKUPS
    make_private_folder(folder)
    with (
        disk_errors_named(),
        _temporary_file(folder, DATABASE) as copy,
        _temporary_file(folder, "pak") as pack,
    ):
        _copy_database(opened, copy)
        _write_pack(pack, copy, opened.folder / KEYS, _manifest(opened, copy, reden, nu))
        _check_pack(pack)
        target = _free_name(folder, nu)
        os.replace(pack, target)
        sync_folder(folder)
    return target


def verify_backup(path: Path, key: DataKey) -> None:
    """Open the backup with the data key and look it through. Raises BackupInvalid with what is wrong."""
    _check_pack(path)
    with disk_errors_named(), _temporary_file(path.parent, DATABASE) as copy:
        with zipfile.ZipFile(path) as pack, pack.open(DATABASE) as source, copy.open("wb") as target:
            while chunk := source.read(_CHUNK):
                target.write(chunk)
        _look_through(copy, key)


def _copy_database(opened: OpenedFiles, target: Path) -> None:
    """VACUUM INTO: the same key, compact, consistent while others save. The target exists and is empty."""
    with driver_connection(opened.engine) as connection:
        before = _row_counts(connection)
        try:
            connection.execute("VACUUM INTO ?", (store_uri(target.absolute(), "rwc"),))
        except sqlcipher.Error as error:
            raise named_driver_error(error, target.parent) or BackupInvalid() from error
        after = _row_counts(connection)
    sync_file(target)
    copied = _look_through(target, opened.key)
    if not _lies_between(copied, before, after):
        raise BackupInvalid("De reservekopie bevat niet alles wat in de kluis staat.")


def _look_through(copy: Path, key: DataKey) -> Counts:
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
        return _row_counts(connection)
    except sqlcipher.Error as error:
        raise BackupInvalid() from error
    finally:
        connection.close()


def _row_counts(connection: Any) -> Counts:
    """Rows per ordinary table."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {
        name: connection.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0] for (name,) in tables
    }


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


def _manifest(opened: OpenedFiles, copy: Path, reden: str, nu: datetime) -> dict[str, object]:
    with driver_connection(opened.engine) as connection:
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
    return {
        "format": FORMAT,
        "gemaakt": nu.astimezone(AMSTERDAM).isoformat(timespec="seconds"),
        "reden": reden,
        "kluis": opened.store_id,
        "programma": version("kernteam-tui"),
        "schema": schema,
        "sha256": {DATABASE: _digest_of_file(copy), KEYS: _digest_of_file(opened.folder / KEYS)},
    }


def _write_pack(pack: Path, copy: Path, keys: Path, manifest: dict[str, object]) -> None:
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        archive.write(keys, KEYS)
        archive.write(copy, DATABASE)
    sync_file(pack)


def _check_pack(path: Path) -> None:
    """Whether the pack is whole: its members are those of the manifest. Raises BackupInvalid."""
    try:
        with disk_errors_named(), zipfile.ZipFile(path) as pack:
            manifest = json.loads(pack.read(MANIFEST))
            read_header(pack.read(KEYS))
            found = {name: _digest_of_member(pack, name) for name in (DATABASE, KEYS)}
            whole = manifest["format"] == FORMAT and manifest["sha256"] == found
    except _BROKEN_PACK as error:
        raise BackupInvalid() from error
    if not whole:
        raise BackupInvalid()


def _digest_of_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _digest_of_member(pack: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with pack.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _free_name(folder: Path, nu: datetime) -> Path:
    """`2026-11-21T204815.kluis`, in Amsterdam time; with `-2` and up when it is taken."""
    stem = nu.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H%M%S")
    target, number = folder / f"{stem}{SUFFIX}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}{SUFFIX}"
    return target


@contextmanager
def _temporary_file(folder: Path, name: str) -> Iterator[Path]:
    """An empty private file that is gone afterwards, unless it was given another name."""
    path = folder / f"{TEMPORARY}{secrets.token_hex(8)}-{name}"
    make_private_file(path)
    try:
        yield path
    finally:
        remove_with_companions(path)
