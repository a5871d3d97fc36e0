"""What rows were before and after a change, so that the change can be taken back.

A unit of work that runs within `opnemen()` notes the rows of each root that it touches, with its
children: before its first write and after its commit. Only what differs is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, literal_column, select, update

from kernteam_tui.data import tabellen as t
from kernteam_tui.data.mapping import CHILDREN, TABLES, parent_key
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.fouten import VerouderdeVersie
from kernteam_tui.domain.record import Record

Rij = Mapping[str, Any]
_Plek = tuple[str, Any]
"""Name of the table and primary key."""
_Beeld = dict[_Plek, Rij]

_PLAATS = "rowid"
"""Of a record its place among the others: what has no `volgorde` is read in this order."""
_BOEKHOUDING = frozenset({"id", "revision", "created_at", "updated_at", "verstuurd", "organisator", _PLAATS})
"""Columns that the store keeps itself."""
_SINDS_VASTSTELLEN = "gewijzigd"
"""Of a plan: stays when somebody went on writing in it."""


@dataclass(frozen=True)
class Wortel:
    """A root that was changed, and the revision it got; None: it was removed."""

    soort: type[Record]
    id: str
    revision: int | None
    wissingen: int = 0
    """How many erasures there had been then: its rows may hold words of who was erased since."""


@dataclass(frozen=True)
class Rijwissel:
    """One row that was added, removed or changed; of a changed one only the columns that differ."""

    wortel: Wortel
    tabel: str
    sleutel: Any
    voor: Rij | None
    na: Rij | None

    @property
    def is_wortel(self) -> bool:
        """This is the row of the root itself."""
        return self.sleutel == self.wortel.id and self.tabel == TABLES[self.wortel.soort].name


class Opname:
    """Collects what the units of work of one change did."""

    def __init__(self) -> None:
        self._voor: dict[tuple[type[Record], str], _Beeld] = {}
        self._na: dict[tuple[type[Record], str], _Beeld] = {}
        self._wissingen = 0

    def let_op(self, connection: Connection, roots: Iterable[Record]) -> None:
        """These are about to be written: note what is in the store now."""
        for root in roots:
            key = (type(root), root.id)
            if key not in self._voor:
                self._voor[key] = _lees(connection, *key)

    def kijk(self, connection: Connection) -> dict[tuple[type[Record], str], _Beeld]:
        """What the same roots look like just before the commit."""
        self._wissingen = _tel_wissingen(connection)
        return {key: _lees(connection, *key) for key in self._voor}

    def neem_aan(self, beelden: dict[tuple[type[Record], str], _Beeld]) -> None:
        """The commit has worked: this is how it is now."""
        self._na.update(beelden)

    def wissels(self) -> tuple[Rijwissel, ...]:
        """What differs, in the order in which the roots were touched."""
        return tuple(
            wissel
            for key, na in self._na.items()
            for wissel in _verschil(*key, self._voor[key], na, self._wissingen)
        )


_lopend: ContextVar[Opname | None] = ContextVar("opname", default=None)


@contextmanager
def opnemen() -> Iterator[Opname]:
    """Note what this thread changes in the store until the end of the block."""
    opname = Opname()
    token = _lopend.set(opname)
    try:
        yield opname
    finally:
        _lopend.reset(token)


def lopende_opname() -> Opname | None:
    """The one that this thread works under."""
    return _lopend.get()


def draai_terug(connection: Connection, wissels: tuple[Rijwissel, ...]) -> tuple[str, ...]:
    """Write back what was there before, where it stood; revisions rise. Answers the ids of rows that went.

    Raises VerouderdeVersie, before anything is written, when one of these rows was changed since, what they
    belong to is gone, or a casus was erased since.
    """
    _weiger_na_wissen(connection, wissels)
    wissels = tuple(_zonder_vlag(connection, wissel) for wissel in wissels)
    for wissel in wissels:
        _weiger_gewijzigd(connection, wissel)
    _weiger_wees(connection, wissels)
    now = datetime.now(UTC)
    for wissel in wissels:
        if wissel.voor is None:
            connection.execute(delete(_tabel(wissel)).where(_is(wissel)))
    for wissel in wissels:
        if wissel.voor is not None and wissel.na is not None and wissel.voor:
            connection.execute(update(_tabel(wissel)).where(_is(wissel)).values(**wissel.voor))
    for wissel in wissels:
        if wissel.na is None and wissel.voor is not None:
            connection.execute(insert(_tabel(wissel)).values(**_weer(wissel.voor, now)))
            _zet_op_plaats(connection, wissel, wissel.voor)
    _verhoog(connection, wissels, now)
    return tuple(wissel.sleutel for wissel in wissels if wissel.voor is None and wissel.tabel in _MET_ID)


_MET_ID = frozenset(table.name for table in TABLES.values())


def _lees(connection: Connection, soort: type[Record], root_id: str) -> _Beeld:
    """All rows of a root."""
    beeld: _Beeld = {}
    root = TABLES[soort]
    parts = [(root, root.c.id)]
    parts += [(TABLES[child], parent_key(root, TABLES[child])) for child in CHILDREN.get(soort, {}).values()]
    if soort is Casus:
        parts.append((t.casus_jongere, t.casus_jongere.c.casus_id))
    for table, column in parts:
        query = select(table).where(column == root_id)
        if "revision" in table.c:
            query = query.add_columns(literal_column(f"{table.name}.rowid").label(_PLAATS))
        for row in connection.execute(query).mappings():
            beeld[table.name, row[_pk(table)]] = dict(row)
    return beeld


def _verschil(
    soort: type[Record], root_id: str, voor: _Beeld, na: _Beeld, wissingen: int
) -> Iterator[Rijwissel]:
    now = na.get((TABLES[soort].name, root_id))
    wortel = Wortel(soort, root_id, now["revision"] if now else None, wissingen)
    for plek in dict.fromkeys([*voor, *na]):
        was, is_nu = voor.get(plek), na.get(plek)
        if was is not None and is_nu is not None:
            columns = [c for c in was if c not in _BOEKHOUDING and was[c] != is_nu[c]]
            if not columns:
                continue
            was, is_nu = {c: was[c] for c in columns}, {c: is_nu[c] for c in columns}
        yield Rijwissel(wortel, *plek, was, is_nu)


def _zonder_vlag(connection: Connection, wissel: Rijwissel) -> Rijwissel:
    if wissel.voor is None or wissel.na is None or _SINDS_VASTSTELLEN not in wissel.na:
        return wissel
    if _huidige(connection, wissel, "revision") == wissel.wortel.revision:
        return wissel
    voor, na = ({c: v for c, v in row.items() if c != _SINDS_VASTSTELLEN} for row in (wissel.voor, wissel.na))
    return Rijwissel(wissel.wortel, wissel.tabel, wissel.sleutel, voor, na)


def _weiger_na_wissen(connection: Connection, wissels: tuple[Rijwissel, ...]) -> None:
    now = _tel_wissingen(connection)
    if any(wissel.wortel.wissingen != now for wissel in wissels):
        raise _ingehaald()


def _tel_wissingen(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(t.wissing)) or 0


def _weiger_gewijzigd(connection: Connection, wissel: Rijwissel) -> None:
    row = connection.execute(select(_tabel(wissel)).where(_is(wissel))).mappings().one_or_none()
    if (row is None) != (wissel.na is None):
        raise _ingehaald()
    if row is None or wissel.na is None:
        return
    if any(row[column] != value for column, value in wissel.na.items() if column not in _BOEKHOUDING):
        raise _ingehaald()
    if wissel.voor is None and wissel.is_wortel and row["revision"] != wissel.wortel.revision:
        raise _ingehaald()  # with this root goes what was added to it since


def _weiger_wees(connection: Connection, wissels: tuple[Rijwissel, ...]) -> None:
    """What comes back must have something to belong to: its casus may have been erased."""
    back = {(w.tabel, w.sleutel) for w in wissels if w.na is None}
    for wissel in wissels:
        if wissel.na is not None or wissel.voor is None:
            continue
        for key in _tabel(wissel).foreign_keys:
            parent = (key.column.table.name, wissel.voor[key.parent.name])
            if parent[1] is None:
                continue
            known = parent in back or connection.scalar(select(key.column).where(key.column == parent[1]))
            if not known:
                raise _ingehaald()


def _verhoog(connection: Connection, wissels: tuple[Rijwissel, ...], now: datetime) -> None:
    """The revision of every changed row and of every root rises, so that an open screen notices."""
    stayed = {(w.tabel, w.sleutel) for w in wissels if w.voor and w.na is not None and w.tabel in _MET_ID}
    came = {(w.tabel, w.sleutel) for w in wissels if w.na is None}
    roots = {(TABLES[w.wortel.soort].name, w.wortel.id) for w in wissels}
    for tabel, sleutel in sorted((stayed | roots) - came):
        table = t.metadata.tables[tabel]
        values = {"revision": table.c.revision + 1, "updated_at": now}
        connection.execute(update(table).where(table.c.id == sleutel).values(values))


def _weer(row: Rij, now: datetime) -> Rij:
    if "revision" not in row:
        return row
    rest = {column: value for column, value in row.items() if column != _PLAATS}
    return {**rest, "revision": row["revision"] + 1, "updated_at": now}


def _zet_op_plaats(connection: Connection, wissel: Rijwissel, row: Rij) -> None:
    """Back to its old place, so that lists and pictures read as before; taken since: it stays the last."""
    if _PLAATS in row:
        statement = f"UPDATE OR IGNORE {_tabel(wissel).name} SET rowid = ? WHERE id = ?"
        connection.exec_driver_sql(statement, (row[_PLAATS], wissel.sleutel))


def _huidige(connection: Connection, wissel: Rijwissel, column: str) -> Any:
    return connection.scalar(select(_tabel(wissel).c[column]).where(_is(wissel)))


def _tabel(wissel: Rijwissel) -> Table:
    return t.metadata.tables[wissel.tabel]


def _pk(table: Table) -> str:
    return next(iter(table.primary_key)).name


def _is(wissel: Rijwissel) -> Any:
    table = _tabel(wissel)
    return table.c[_pk(table)] == wissel.sleutel


def _ingehaald() -> VerouderdeVersie:
    return VerouderdeVersie(
        "Dit is intussen weer veranderd; terugzetten zou dat overschrijven.",
        "Kijk wat er nu staat en pas het daar aan.",
    )
