"""Writes the search rows of what changed, within the transaction of the change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, or_, select
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.orm import Session

from kernteam_tui.data import tabellen as t
from kernteam_tui.data.zoekindex.woordenlijst import woordenlijst_van
from kernteam_tui.data.zoekindex.zoekrijen import Zoekrij, casus_row, gesprek_rows, notitie_row, plan_rows
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.record import Record

_COLUMNS = tuple(name for name in Zoekrij.__dataclass_fields__ if name != "bron_id")


def _renewing_insert() -> Insert:
    """A row that stays the same is not written again."""
    statement = insert(t.zoektekst)
    fresh = {name: statement.excluded[name] for name in _COLUMNS}
    changed = or_(*(t.zoektekst.c[name].is_distinct_from(fresh[name]) for name in _COLUMNS))
    return statement.on_conflict_do_update(index_elements=["bron_id"], set_=fresh, where=changed)


_RENEW = _renewing_insert()
"""Built once: it takes longer than sending it."""


def write_rows(connection: Connection, rows: Sequence[Zoekrij]) -> None:
    """Add these rows or renew those of the same source."""
    if not rows:
        return
    connection.execute(_RENEW, [vars(row) for row in rows])
    words = woordenlijst_van(connection.engine)
    words.neem_op(text for row in rows for text in (row.titel, row.tekst, row.plat))


def renew_rows(session: Session, saved: Iterable[Record], removed: Iterable[Record]) -> None:
    """Bring the search rows in step with what this unit of work saved and removed; call after the flush."""
    rows: dict[str, Zoekrij] = {}
    empty = {record.id for record in removed}
    for record in _with_casussen(session, saved):
        found = rows_of(record, lambda gezin_id: session.get(Gezin, gezin_id))
        rows.update((row.bron_id, row) for row in found)
        empty.update(_sources_of(record))
    empty -= rows.keys()
    connection = session.connection()
    if empty:
        connection.execute(delete(t.zoektekst).where(t.zoektekst.c.bron_id.in_(sorted(empty))))
    write_rows(connection, list(rows.values()))


def rows_of(record: Record, gezin_of: Callable[[str], Gezin | None]) -> Iterator[Zoekrij]:
    """The search rows of one record; a gezin has none of its own. `gezin_of` gives the gezin with an id."""
    match record:
        case Notitie():
            yield notitie_row(record, record.addenda)
        case Gesprek():
            yield from gesprek_rows(record)
        case Gezinsplan():
            yield from plan_rows(record)
        case Casus():
            gezin = gezin_of(record.gezin_id)
            if gezin is not None:
                yield casus_row(record, gezin)


def _with_casussen(session: Session, saved: Iterable[Record]) -> Iterator[Record]:
    """The saved records, and for a gezin also its casussen: their rows hold the names."""
    for record in saved:
        yield record
        if isinstance(record, Gezin):
            yield from session.scalars(select(Casus).where(t.casus.c.gezin_id == record.id))


def _sources_of(record: Record) -> Iterator[str]:
    """Ids under which this record may have rows."""
    match record:
        case Gesprek():
            yield record.id
        case Gezinsplan():
            for part in (*record.onderdelen, *record.doelen, *record.acties, *record.akkoorden):
                yield part.id
