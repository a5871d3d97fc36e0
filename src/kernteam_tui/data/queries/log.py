"""What the log says, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from kernteam_tui.data.queries.waarden import read_moment
from kernteam_tui.domain.codes import LogSoort


@dataclass(frozen=True)
class LogItem:
    """One line of the log; `moment` is UTC."""

    moment: datetime
    soort: LogSoort
    casus_id: str | None
    wat: str
    voor: str


def lees_log(conn: Connection, casus_id: str | None = None, aantal: int = 500) -> tuple[LogItem, ...]:
    """The last `aantal` lines, of one casus or of all."""
    where, values = ("", (aantal,)) if casus_id is None else ("WHERE casus_id = ?", (casus_id, aantal))
    sql = f"SELECT created_at, soort, casus_id, wat, voor FROM logboek {where} ORDER BY rowid DESC LIMIT ?"
    return tuple(
        LogItem(read_moment(moment), LogSoort(soort), casus, wat, voor)
        for moment, soort, casus, wat, voor in conn.exec_driver_sql(sql, values)
    )
