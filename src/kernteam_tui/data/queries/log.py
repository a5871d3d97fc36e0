"""What the log says, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from kernteam_tui.data.queries.waarden import read_moment
from kernteam_tui.domain.codes import LogSoort


@dataclass(frozen=True)
class LogItem:
    """One line of the log; `moment` is UTC. A line of an erased casus has only its moment and kind left."""

    nr: int
    moment: datetime
    soort: LogSoort
    casus_id: str | None
    wat: str
    voor: str
    leeg: bool = False
    """The casus was erased, and what this line said with it."""


def tel_log(conn: Connection) -> int:
    """How many lines there are."""
    return int(conn.exec_driver_sql("SELECT count(*) FROM logboek").scalar_one())


def lees_log(conn: Connection, casus_id: str | None = None, aantal: int = 500) -> tuple[LogItem, ...]:
    """The last `aantal` lines, of one casus or of all."""
    where, values = ("", (aantal,)) if casus_id is None else ("WHERE casus_id = ?", (casus_id, aantal))
    columns = "nr, moment, soort, casus_id, wat, voor, zout IS NULL"
    sql = f"SELECT {columns} FROM logboek {where} ORDER BY nr DESC LIMIT ?"
    return tuple(
        LogItem(nr, read_moment(moment), LogSoort(soort), casus, wat, voor, bool(leeg))
        for nr, moment, soort, casus, wat, voor, leeg in conn.exec_driver_sql(sql, values)
    )


def tel_regels(conn: Connection) -> int:
    """How many lines the log has."""
    return int(conn.exec_driver_sql("SELECT count(*) FROM logboek").scalar_one())


def laatste_regel(conn: Connection, soort: LogSoort) -> datetime | None:
    """Moment (UTC) of the newest line of this kind."""
    found = conn.exec_driver_sql("SELECT max(moment) FROM logboek WHERE soort = ?", (str(soort),)).scalar()
    return None if found is None else read_moment(str(found))
