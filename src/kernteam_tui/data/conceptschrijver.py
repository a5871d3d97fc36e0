"""The text of a draft, written past the records: the one save that comes with every pause in the typing."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, update

from kernteam_tui.data import tabellen as t
from kernteam_tui.data.zoekindex.zoekrijen import notitie_row
from kernteam_tui.data.zoekindex.zoekschrijver import write_rows
from kernteam_tui.domain.codes import NotitieStaat

_WRITE = (
    update(t.notitie)
    .where(
        t.notitie.c.id == bindparam("of"),
        t.notitie.c.revision == bindparam("known"),
        t.notitie.c.staat == NotitieStaat.CONCEPT,
    )
    .values(tekst=bindparam("text"), updated_at=bindparam("now"), revision=t.notitie.c.revision + 1)
    .returning(
        t.notitie.c.id,
        t.notitie.c.revision,
        t.notitie.c.casus_id,
        t.notitie.c.soort,
        t.notitie.c.moment,
        t.notitie.c.met_wie,
        t.notitie.c.tekst,
    )
)


def write_draft(connection: Connection, notitie_id: str, revision: int, tekst: str) -> int | None:
    """Replace the text and its search row; answers the new revision.

    None, and nothing is written, when there is no draft with that id and revision.
    """
    values = {"of": notitie_id, "known": revision, "text": tekst, "now": datetime.now(UTC)}
    row = connection.execute(_WRITE, values).one_or_none()
    if row is None:
        return None
    write_rows(connection, [notitie_row(row)])
    return int(row.revision)
