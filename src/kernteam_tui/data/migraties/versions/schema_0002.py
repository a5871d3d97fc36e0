"""Schema 2: the log as a chain, proofs of erasures, files that left the store, requests for destruction,
and an index by which hits of a search are ordered without reading their text."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Connection

from kernteam_tui.data.logketen import LOG_DDL, START, new_row
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.logboek import LogRegel

revision = "0002"
down_revision = "0001"

LOGBOEK = """CREATE TABLE logboek (
    nr INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    moment TEXT NOT NULL,
    soort TEXT NOT NULL,
    casus_id TEXT,
    wat TEXT NOT NULL,
    voor TEXT NOT NULL,
    zout BLOB,
    inhoud BLOB NOT NULL,
    keten BLOB NOT NULL
) STRICT"""

TABLES = (
    """CREATE TABLE wissing (
    merk TEXT NOT NULL,
    nummer TEXT NOT NULL,
    gewist_op TEXT NOT NULL,
    grond TEXT NOT NULL,
    notities INTEGER NOT NULL,
    gesprekken INTEGER NOT NULL,
    PRIMARY KEY (merk)
) STRICT""",
    """CREATE TABLE uitvoer (
    nr INTEGER NOT NULL,
    casus_id TEXT,
    pad TEXT NOT NULL,
    soort TEXT NOT NULL,
    voor TEXT NOT NULL,
    gemaakt_op TEXT NOT NULL,
    PRIMARY KEY (nr),
    FOREIGN KEY(casus_id) REFERENCES casus (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    "CREATE INDEX ix_uitvoer_casus_id ON uitvoer (casus_id)",
    "CREATE INDEX ix_zoektekst_nr ON zoektekst (nr, soort, datum)",
    "ALTER TABLE casus ADD COLUMN vernietiging_gevraagd_op TEXT",
    "ALTER TABLE casus ADD COLUMN vernietiging_geweigerd TEXT",
)


def upgrade() -> None:
    """Chain the lines that are there, in the order in which they were written."""
    connection = op.get_bind()
    _renew_log(connection)
    for statement in (*TABLES, *LOG_DDL, "PRAGMA user_version = 2"):
        connection.exec_driver_sql(statement)


def _renew_log(connection: Connection) -> None:
    lines = connection.exec_driver_sql(
        "SELECT created_at, soort, wat, casus_id, voor FROM logboek ORDER BY rowid"
    ).all()
    connection.exec_driver_sql("DROP TABLE logboek")
    connection.exec_driver_sql(LOGBOEK)
    connection.exec_driver_sql("CREATE INDEX ix_logboek_casus_id ON logboek (casus_id)")
    previous, rows = START, []
    for number, (moment, soort, wat, casus_id, voor) in enumerate(lines, start=1):
        rows.append(new_row(number, previous, moment, LogRegel(LogSoort(soort), wat, casus_id, voor)))
        previous = rows[-1].keten
    if rows:
        connection.exec_driver_sql("INSERT INTO logboek VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
