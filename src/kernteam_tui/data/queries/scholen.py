"""The schools, for a list to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from ...domain.codes import Regio, SchoolSoort


@dataclass(frozen=True)
class SchoolRegel:
    """One school in a list."""

    id: str
    naam: str
    soort: SchoolSoort
    regio: Regio


def lees_scholen(conn: Connection) -> tuple[SchoolRegel, ...]:
    """All schools by name."""
    rows = conn.exec_driver_sql("SELECT id, naam, soort, regio FROM school ORDER BY naam COLLATE NOCASE, id")
    return tuple(SchoolRegel(row[0], row[1], SchoolSoort(row[2]), Regio(row[3])) for row in rows)
