"""Schema 4: the days of a school, who is away, calendars, the overleg; times of a family, talks in detail."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

TABLES = (
    """CREATE TABLE schooldag (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    school_id TEXT NOT NULL,
    van TEXT NOT NULL,
    tot_en_met TEXT NOT NULL,
    soort TEXT NOT NULL,
    wat TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE afwezigheid (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    van TEXT NOT NULL,
    tot_en_met TEXT NOT NULL,
    dagdeel TEXT,
    reden TEXT NOT NULL,
    vervanger_id TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(partner_id) REFERENCES kernpartner (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE partneragenda (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    bestand TEXT NOT NULL,
    peildatum TEXT NOT NULL,
    gelezen_op TEXT NOT NULL,
    van TEXT NOT NULL,
    tot TEXT NOT NULL,
    problemen INTEGER NOT NULL,
    blokken TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(partner_id) REFERENCES kernpartner (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE overleg (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    school_id TEXT NOT NULL,
    start TEXT NOT NULL,
    minuten INTEGER NOT NULL,
    staat TEXT NOT NULL,
    aanwezig TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE overlegpunt (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    overleg_id TEXT NOT NULL,
    casus_id TEXT,
    soort TEXT NOT NULL,
    tekst TEXT NOT NULL,
    uitkomst TEXT NOT NULL,
    gesprek_id TEXT NOT NULL,
    wie TEXT NOT NULL,
    actie TEXT NOT NULL,
    actie_op TEXT,
    actie_klaar INTEGER NOT NULL,
    besproken INTEGER NOT NULL,
    volgorde INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(overleg_id) REFERENCES overleg (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(casus_id) REFERENCES casus (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT""",
)

INDEXES = (
    "CREATE INDEX ix_schooldag_school_id ON schooldag (school_id)",
    "CREATE INDEX ix_afwezigheid_partner_id ON afwezigheid (partner_id)",
    "CREATE INDEX ix_partneragenda_partner_id ON partneragenda (partner_id)",
    "CREATE INDEX ix_overleg_school_id ON overleg (school_id)",
    "CREATE INDEX ix_overleg_start ON overleg (start)",
    "CREATE INDEX ix_overlegpunt_casus_id ON overlegpunt (casus_id)",
    "CREATE INDEX ix_overlegpunt_overleg_id ON overlegpunt (overleg_id)",
)

COLUMNS = (
    "ALTER TABLE casus ADD COLUMN startgesprek_keuze TEXT",
    "ALTER TABLE casus ADD COLUMN startgesprek_aangeboden_op TEXT",
    "ALTER TABLE casus ADD COLUMN gezin_vanaf TEXT",
    "ALTER TABLE casus ADD COLUMN oudertijden TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE casus ADD COLUMN lessen TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE casus ADD COLUMN hoe_snel TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE casus ADD COLUMN intussen TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE casus ADD COLUMN wachtcontact TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE toestemming ADD COLUMN partner_id TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE gesprek ADD COLUMN ruimte TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE gesprek ADD COLUMN aangeboden_op TEXT",
    "ALTER TABLE gesprek ADD COLUMN tolk_geregeld_op TEXT",
    "ALTER TABLE gesprek ADD COLUMN verstuurd TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE gesprek ADD COLUMN organisator TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE deelnemer ADD COLUMN gevraagd_op TEXT",
    "ALTER TABLE deelnemer ADD COLUMN reactie TEXT DEFAULT 'geen' NOT NULL",
    "ALTER TABLE deelnemer ADD COLUMN akkoord TEXT DEFAULT 'onbekend' NOT NULL",
    "ALTER TABLE instellingen ADD COLUMN vrije_dagen TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE instellingen ADD COLUMN ruildagen TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE instellingen ADD COLUMN reistijden TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE instellingen ADD COLUMN agenda_map TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE school ADD COLUMN lesuren TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE school ADD COLUMN dagdelen TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE school ADD COLUMN overleg TEXT",
    "ALTER TABLE gezinsplan ADD COLUMN op_papier_gevraagd_op TEXT",
)


def upgrade() -> None:
    """Add only: every row that is there stays as it is."""
    connection = op.get_bind()
    for statement in (*TABLES, *INDEXES, *COLUMNS, "PRAGMA user_version = 4"):
        connection.exec_driver_sql(statement)
