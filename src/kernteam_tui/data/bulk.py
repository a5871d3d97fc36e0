"""Many records at once, for the example caseload and for reading a whole caseload in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.orm import Session

from kernteam_tui.data import tabellen as t
from kernteam_tui.data.mapping import TABLES, children_of, parent_key
from kernteam_tui.data.store import Store
from kernteam_tui.data.zoekindex.zoekrijen import Zoekrij
from kernteam_tui.data.zoekindex.zoekschrijver import rows_of, write_rows
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.record import Record

BATCH = 1_000
"""Rows of one table per statement."""


def bulk_insert(store: Store, records: Iterable[Record]) -> None:
    """Insert new records with their children and search rows, all in one transaction.

    A gezin must come before its casussen, or be in the store already. `created_at` and `updated_at` stay
    as they are; revisions start at 1. Takes a generator: only families are held on to.
    """
    with store.engine.begin() as connection:
        writer = _BulkWriter(connection)
        for record in records:
            writer.add(record)
        writer.flush()


class _BulkWriter:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stored = Session(connection)
        self._rows: defaultdict[Table, list[dict[str, Any]]] = defaultdict(list)
        self._found: list[Zoekrij] = []
        self._gezinnen: dict[str, Gezin] = {}

    def add(self, record: Record) -> None:
        if isinstance(record, Gezin):
            self._gezinnen[record.id] = record
        for table, row in _rows(record):
            self._rows[table].append(row)
        self._found.extend(rows_of(record, self._gezin))
        if len(self._found) >= BATCH or any(len(rows) >= BATCH for rows in self._rows.values()):
            self.flush()

    def flush(self) -> None:
        for table, rows in self._rows.items():
            self._connection.execute(insert(table), rows)
        write_rows(self._connection, self._found)
        self._rows.clear()
        self._found.clear()

    def _gezin(self, gezin_id: str) -> Gezin | None:
        return self._gezinnen.get(gezin_id) or self._stored.get(Gezin, gezin_id)


def _rows(record: Record) -> Iterator[tuple[Table, dict[str, Any]]]:
    table = TABLES[type(record)]
    yield table, _row(record, table)
    for child in children_of(record):
        child_table = TABLES[type(child)]
        row = _row(child, child_table) | {parent_key(table, child_table).name: record.id}
        if isinstance(record, Gesprek) and child_table is t.terugkoppelafspraak:
            row["casus_id"] = record.casus_id
        yield child_table, row
    if isinstance(record, Casus):
        for jongere in record.jongeren:
            yield t.casus_jongere, {"casus_id": record.id, "persoon_id": jongere.id}


def _row(record: Record, table: Table) -> dict[str, Any]:
    return {column.name: getattr(record, column.name) for column in table.columns} | {"revision": 1}
