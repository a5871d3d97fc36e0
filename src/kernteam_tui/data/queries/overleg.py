"""When the overleggen of the kernteams are, without their points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from kernteam_tui.data.queries.waarden import read_moment
from kernteam_tui.domain.plancodes import Overlegstaat


@dataclass(frozen=True)
class OverlegRegel:
    """One overleg. `start` is UTC."""

    id: str
    school_id: str
    start: datetime
    staat: Overlegstaat


def lees_overleggen(conn: Connection) -> tuple[OverlegRegel, ...]:
    """Every overleg of every school that something was kept of, oldest first."""
    rows = conn.exec_driver_sql("SELECT id, school_id, start, staat FROM overleg ORDER BY start, id")
    return tuple(OverlegRegel(row[0], row[1], read_moment(row[2]), Overlegstaat(row[3])) for row in rows)
