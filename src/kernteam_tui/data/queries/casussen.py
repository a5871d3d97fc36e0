"""From what a user types to the id of a casus."""

from __future__ import annotations

from sqlalchemy import Connection

from ...domain.fouten import NietGevonden


def zoek_casus(conn: Connection, nummer_of_id: str) -> str:
    """The id of the casus with this nummer (`2026-014`) or id; raises NietGevonden."""
    asked = nummer_of_id.strip()
    sql = "SELECT id FROM casus WHERE nummer = ? OR id = ?"
    found = conn.exec_driver_sql(sql, (asked, asked.lower())).scalar()
    if found is None:
        raise NietGevonden("Er is geen casus met dit nummer.", "Kijk in de caseload welk nummer het is.")
    return str(found)
