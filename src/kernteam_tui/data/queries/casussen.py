"""How many casussen there are, and from what a user types to the id of one."""

from __future__ import annotations

from sqlalchemy import Connection

from kernteam_tui.domain.fouten import NietGevonden


def tel_casussen(conn: Connection) -> int:
    """How many casussen there are, closed ones too."""
    return int(conn.exec_driver_sql("SELECT count(*) FROM casus").scalar_one())


def lees_nummers(conn: Connection) -> dict[str, str]:
    """Id of each casus -> its number."""
    return {row[0]: row[1] for row in conn.exec_driver_sql("SELECT id, nummer FROM casus")}


def zoek_casus(conn: Connection, nummer_of_id: str) -> str:
    """The id of the casus with this nummer (`2026-014`) or id; raises NietGevonden."""
    asked = nummer_of_id.strip()
    sql = "SELECT id FROM casus WHERE nummer = ? OR id = ?"
    found = conn.exec_driver_sql(sql, (asked, asked.lower())).scalar()
    if found is None:
        raise NietGevonden("Er is geen casus met dit nummer.", "Kijk in de caseload welk nummer het is.")
    return str(found)
