"""Files that were written from the store, as far as they were not cleared up."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True)
class UitvoerRegel:
    """One file: where it was written, of which casus (number, or empty), what it is, for whom (a role)."""

    pad: str
    nummer: str
    soort: str
    voor: str


def lees_uitvoer(conn: Connection, casus_id: str | None = None) -> tuple[UitvoerRegel, ...]:
    """Every file that the program remembers, or those of one casus; it may be gone meanwhile."""
    where, values = ("", ()) if casus_id is None else ("WHERE u.casus_id = ?", (casus_id,))
    sql = (
        "SELECT u.pad, coalesce(c.nummer, ''), u.soort, u.voor FROM uitvoer u "
        f"LEFT JOIN casus c ON c.id = u.casus_id {where} ORDER BY u.nr"
    )
    return tuple(UitvoerRegel(*row) for row in conn.exec_driver_sql(sql, values))
