"""Schema 5: what belongs to a gezinsplan beside its text: marks of goals, who agrees, what was given."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = (
    """CREATE TABLE meting (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    doel_id TEXT NOT NULL,
    op TEXT NOT NULL,
    cijfer INTEGER,
    uitkomst TEXT,
    tekst TEXT NOT NULL,
    van TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES gezinsplan (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(doel_id) REFERENCES doel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT""",
    """CREATE TABLE akkoord (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    versie INTEGER NOT NULL,
    persoon_id TEXT NOT NULL,
    naam TEXT NOT NULL,
    standpunt TEXT NOT NULL,
    omdat TEXT NOT NULL,
    verklaring TEXT NOT NULL,
    op TEXT NOT NULL,
    getekend_op TEXT,
    tekst_toen TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES gezinsplan (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT""",
    """CREATE TABLE bijlage (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    gezin_id TEXT NOT NULL,
    naam TEXT NOT NULL,
    ontvangen_op TEXT NOT NULL,
    inhoud BLOB NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(gezin_id) REFERENCES gezin (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT""",
    """CREATE TABLE verstrekking (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    casus_id TEXT NOT NULL,
    persoon_id TEXT NOT NULL,
    rol TEXT NOT NULL,
    wat TEXT NOT NULL,
    versie INTEGER NOT NULL,
    op TEXT NOT NULL,
    hoe TEXT NOT NULL,
    vorm TEXT NOT NULL,
    taal TEXT NOT NULL,
    gevraagd_door TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    merk TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(casus_id) REFERENCES casus (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT""",
    """CREATE TABLE eigenformaat (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    naam TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    ingelezen_op TEXT NOT NULL,
    in_gebruik INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (naam)
)
 STRICT""",
)

INDEXES = (
    "CREATE INDEX ix_meting_doel_id ON meting (doel_id)",
    "CREATE INDEX ix_meting_plan_id ON meting (plan_id)",
    "CREATE INDEX ix_akkoord_plan_id ON akkoord (plan_id)",
    "CREATE INDEX ix_bijlage_gezin_id ON bijlage (gezin_id)",
    "CREATE INDEX ix_verstrekking_casus_id ON verstrekking (casus_id)",
)

COLUMNS = (
    "ALTER TABLE gezinsplan ADD COLUMN op_papier_gegeven_op TEXT",
    "ALTER TABLE gezinsplan ADD COLUMN opp TEXT DEFAULT 'onbekend' NOT NULL",
    "ALTER TABLE gezinsplan ADD COLUMN familieplan TEXT DEFAULT 'onbekend' NOT NULL",
    "ALTER TABLE gezinsplan ADD COLUMN familieplan_op TEXT",
    "ALTER TABLE gezinsplan ADD COLUMN geevalueerd_op TEXT",
    "ALTER TABLE onderdeel ADD COLUMN velden TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE onderdeel ADD COLUMN ouders_zien TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE doel ADD COLUMN opp_doel TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE doel ADD COLUMN opp_afgestemd_op TEXT",
    "ALTER TABLE doel ADD COLUMN familiedoel TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE notitie ADD COLUMN onderdelen TEXT DEFAULT '[]' NOT NULL",
)


def upgrade() -> None:
    """Add only: every row that is there stays as it is."""
    connection = op.get_bind()
    for statement in (*TABLES, *INDEXES, *COLUMNS, "PRAGMA user_version = 5"):
        connection.exec_driver_sql(statement)
