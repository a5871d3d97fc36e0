"""The newest moment that the store knows, by the clock of the computer that wrote it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from kernteam_tui.data.queries.waarden import read_moment

_NEWEST = " UNION ALL ".join(
    (
        "SELECT max(moment) AS moment FROM logboek",
        *(
            f"SELECT max(updated_at) FROM {table}"
            for table in ("casus", "gesprek", "notitie", "gezinsplan", "school", "concept")
        ),
    )
)
"""The log is written with nearly every change, and a draft at every pause in typing."""


def jongste_moment(conn: Connection) -> datetime | None:
    """When something was last saved; None in a store without any record. UTC."""
    text = conn.exec_driver_sql(f"SELECT max(moment) FROM ({_NEWEST})").scalar()
    return None if text is None else read_moment(text)
