"""What is in a backup, before anything is done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from kernteam_tui.data.fouten import (
    BackupInvalid,
    DiskError,
    DiskFull,
    KeyFileTampered,
    StoreError,
    StoreTooNew,
)
from kernteam_tui.data.migraties import SCHEMA_NUMBER
from kernteam_tui.data.opening.bestanden import DATABASE, disk_errors_named
from kernteam_tui.data.opening.driver import open_keyed
from kernteam_tui.data.reservekopie.kopie import temporary_file
from kernteam_tui.data.reservekopie.pak import Pak, unpack_database
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.sleutels.vakken import unlock

_WITH_LAST_CHANGE = ("casus", "gezin", "gesprek", "notitie", "gezinsplan", "school")
"""What people work on; settings and drafts do not make a store newer."""
_TRIGGERS = ("zoektekst_ai", "zoektekst_ad", "zoektekst_au", "logboek_alleen_erbij", "logboek_blijft")
"""Of every version so far."""


@dataclass(frozen=True)
class Inhoud:
    """How much is in a store: numbers, no names."""

    casussen: int
    gesprekken: int
    notities: int
    plannen: int
    laatst: datetime | None
    """Last change of a casus, family, talk, note, plan or school (UTC); None in an empty store."""
    schema: int


def unlock_pack(pak: Pak, secret: str) -> DataKey:
    """The data key of a backup, by the passphrase or recovery code it was made under; about a second.

    Raises WrongSecret, HerstelcodeOnjuist; BackupInvalid when its key file is not as it was written.
    """
    try:
        return unlock(pak.header, secret)
    except KeyFileTampered as error:
        raise BackupInvalid() from error


def look_inside(pak: Pak, key: DataKey, workplace: Path) -> Inhoud:
    """Unpack into an encrypted temporary file in `workplace`, and count.

    Raises BackupInvalid (also when the key is not its key), StoreTooNew, DiskFull, DiskError.
    """
    with disk_errors_named(), temporary_file(workplace, DATABASE) as copy:
        unpack_database(pak, copy)
        return contents_of_copy(copy, key, pak)


def contents_of_copy(copy: Path, key: DataKey, pak: Pak) -> Inhoud:
    """The content of an unpacked backup, once it is certain that it belongs to its key file.

    Raises BackupInvalid, StoreTooNew, DiskFull, DiskError.
    """
    try:
        connection = open_keyed(copy, key)
    except (DiskFull, DiskError):
        raise
    except StoreError as error:
        raise BackupInvalid() from error
    try:
        _refuse_newer(connection)
        _refuse_foreign_parts(connection)
        if store_id_of(connection) != pak.header.store_id:
            raise BackupInvalid("De kluis in de reservekopie hoort niet bij de sleutels erin.")
        return contents_of(connection)
    except sqlcipher.Error as error:
        raise BackupInvalid() from error
    finally:
        connection.close()


def contents_of(connection: Any) -> Inhoud:
    """Count what is in an open store, over its bare connection. Raises the driver's errors."""
    moments = (_one(connection, f"SELECT max(updated_at) FROM {table}") for table in _WITH_LAST_CHANGE)
    last = max((moment for moment in moments if moment is not None), default=None)
    return Inhoud(
        casussen=_one(connection, "SELECT count(*) FROM casus"),
        gesprekken=_one(connection, "SELECT count(*) FROM gesprek"),
        notities=_one(connection, "SELECT count(*) FROM notitie"),
        plannen=_one(connection, "SELECT count(*) FROM gezinsplan"),
        laatst=None if last is None else datetime.fromisoformat(last),
        schema=_one(connection, "PRAGMA user_version"),
    )


def store_id_of(connection: Any) -> str | None:
    """The identity of an open store. Raises the driver's errors where it is no store."""
    row = connection.execute("SELECT store_id FROM kluis_kenmerk").fetchone()
    return None if row is None else str(row[0])


def _refuse_newer(connection: Any) -> None:
    if _one(connection, "PRAGMA user_version") > SCHEMA_NUMBER:
        raise StoreTooNew(
            "Deze reservekopie is gemaakt met een nieuwere versie van het programma.",
            "Werk het programma bij en zet hem daarna terug; je kluis is niet veranderd.",
        )


def _refuse_foreign_parts(connection: Any) -> None:
    """A view in the place of a table can count for ever, a trigger can undo an erasure: no version has any
    but the triggers named here. Whoever made such a file wants something."""
    known = ", ".join("?" * len(_TRIGGERS))
    foreign = _one(
        connection,
        "SELECT count(*) FROM sqlite_master WHERE type = 'view' "
        f"OR type = 'trigger' AND name NOT IN ({known})",
        _TRIGGERS,
    )
    if foreign:
        raise BackupInvalid("In deze reservekopie zitten onderdelen die dit programma nooit maakt.")


def _one(connection: Any, statement: str, values: tuple[str, ...] = ()) -> Any:
    return connection.execute(statement, values).fetchone()[0]
