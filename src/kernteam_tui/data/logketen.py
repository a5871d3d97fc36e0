"""The chain of the log: every line holds a hash of itself and of the line before it.

A line has two hashes. `inhoud` is over what may have to be erased one day (which casus, what, for whom) and
sixteen random bytes; `keten` is over the number, the moment, the kind and `inhoud`, and over the `keten` of
the line before. When a casus is erased its lines lose their content and the random bytes, and the chain still
holds: what is left tells that something was logged then, and cannot be guessed back to what.

The store's own triggers refuse every other change of a line. Lines cut off at the end show, because SQLite
remembers the highest number it gave out. Whoever holds the passphrase *and* can program could write the whole
log anew: the chain finds damage and clumsy tampering, it is no notary.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from kernteam_tui.data.typen import moment_text
from kernteam_tui.domain.logboek import LogRegel

SALT_BYTES = 16
START = hashlib.sha256(b"kernteam logboek/1").digest()
"""What the first line is chained to."""

LOG_DDL = (
    """CREATE TRIGGER logboek_alleen_erbij BEFORE UPDATE ON logboek
    WHEN NOT (new.nr IS old.nr AND new.moment IS old.moment AND new.soort IS old.soort
        AND new.inhoud IS old.inhoud AND new.keten IS old.keten
        AND new.casus_id IS NULL AND new.wat IS '' AND new.voor IS '' AND new.zout IS NULL)
    BEGIN SELECT RAISE(ABORT, 'logboek'); END""",
    """CREATE TRIGGER logboek_blijft BEFORE DELETE ON logboek
    BEGIN SELECT RAISE(ABORT, 'logboek'); END""",
)
"""A line may only be emptied (erasing), never changed or taken away."""

_INSERT = (
    "INSERT INTO logboek (nr, moment, soort, casus_id, wat, voor, zout, inhoud, keten) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Logrij(NamedTuple):
    """The columns of a line, in the order of the table."""

    nr: int
    moment: str
    soort: str
    casus_id: str | None
    wat: str
    voor: str
    zout: bytes | None
    inhoud: bytes
    keten: bytes


@dataclass(frozen=True)
class Ketenbreuk:
    """Where the log is not as it was written: the number of the first wrong line, and why (Dutch)."""

    nr: int
    tekst: str


def append_lines(connection: Connection, lines: Sequence[LogRegel], now: datetime) -> None:
    """Write these lines at the end of the chain; within a transaction that began with BEGIN IMMEDIATE."""
    if not lines:
        return
    last = connection.exec_driver_sql("SELECT nr, keten FROM logboek ORDER BY nr DESC LIMIT 1").first()
    number, previous = (0, START) if last is None else (last.nr, last.keten)
    rows = []
    for line in lines:
        number += 1
        row = new_row(number, previous, moment_text(now), line)
        rows.append(row)
        previous = row.keten
    connection.exec_driver_sql(_INSERT, rows)


def new_row(number: int, previous: bytes, moment: str, line: LogRegel) -> Logrij:
    """One line as it stands in the table, chained to the one before it."""
    salt = secrets.token_bytes(SALT_BYTES)
    content = content_hash(salt, line.casus_id, line.wat, line.voor)
    link = link_hash(previous, number, moment, line.soort, content)
    return Logrij(number, moment, str(line.soort), line.casus_id, line.wat, line.voor, salt, content, link)


def empty_lines(connection: Connection, casus_id: str) -> int:
    """Take the content out of every line of a casus; the chain still holds. Answers how many."""
    done = connection.exec_driver_sql(
        "UPDATE logboek SET casus_id = NULL, wat = '', voor = '', zout = NULL WHERE casus_id = ?", (casus_id,)
    )
    return done.rowcount


def find_break(connection: Connection) -> Ketenbreuk | None:
    """The first place where the log is not as it was written; None when the chain holds.

    About 0.1 s for 20,000 lines.
    """
    previous, expected = START, 0
    for row in connection.exec_driver_sql(
        "SELECT nr, moment, soort, casus_id, wat, voor, zout, inhoud, keten FROM logboek ORDER BY nr"
    ):
        expected += 1
        if row.nr != expected:
            return Ketenbreuk(expected, f"Regel {expected} van het logboek ontbreekt.")
        if not _content_holds(row):
            return Ketenbreuk(row.nr, f"De inhoud van regel {row.nr} van het logboek is veranderd.")
        if row.keten != link_hash(previous, row.nr, row.moment, row.soort, row.inhoud):
            return Ketenbreuk(row.nr, f"Regel {row.nr} van het logboek sluit niet aan op de regel ervoor.")
        previous = row.keten
    given_out = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'logboek'").scalar()
    if (given_out or 0) != expected:
        return Ketenbreuk(expected + 1, f"Na regel {expected} zijn regels uit het logboek verdwenen.")
    return _find_weakness(connection)


def _find_weakness(connection: Connection) -> Ketenbreuk | None:
    """The chain holds, but lines were emptied although nothing was erased, or the guards are gone."""
    emptied = connection.exec_driver_sql("SELECT min(nr) FROM logboek WHERE zout IS NULL").scalar()
    if emptied is not None and not connection.exec_driver_sql("SELECT count(*) FROM wissing").scalar():
        return Ketenbreuk(emptied, f"Regel {emptied} is leeggemaakt, maar er is nooit een casus gewist.")
    guards = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'logboek'"
    ).scalar()
    if guards != len(LOG_DDL):
        return Ketenbreuk(0, "De beveiliging tegen het wijzigen van het logboek is weggehaald.")
    return None


def content_hash(salt: bytes, casus_id: str | None, wat: str, voor: str) -> bytes:
    """Hash of what a line says; without the salt it cannot be guessed back."""
    return hashlib.sha256(salt + _canonical((casus_id, wat, voor))).digest()


def link_hash(previous: bytes, number: int, moment: str, soort: str, content: bytes) -> bytes:
    """The link of one line to the one before it."""
    return hashlib.sha256(previous + _canonical((number, moment, str(soort))) + content).digest()


def _content_holds(row: Row[Any]) -> bool:
    """An emptied line has nothing left to compare with."""
    if row.zout is None:
        return (row.casus_id, row.wat, row.voor) == (None, "", "")
    return bool(content_hash(row.zout, row.casus_id, row.wat, row.voor) == row.inhoud)


def _canonical(values: Iterable[object]) -> bytes:
    return json.dumps(list(values), ensure_ascii=True, separators=(",", ":")).encode("ascii")
