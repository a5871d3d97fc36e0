"""The schema number of a store, and the step from an older one to the newest.

`PRAGMA user_version` holds the number of the last migration, set in the same transaction, so an open
that needs no migration does not even load Alembic.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from kernteam_tui.data.opening.engine import driver_connection

SCHEMA_NUMBER = 5
"""Number of the newest migration in `versions`."""


def stored_schema_number(engine: Engine) -> int:
    """The schema number of this store; 0 where no table was made yet."""
    with driver_connection(engine) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(engine: Engine) -> None:
    """Run the migrations that this store has not had, in one transaction: all of them or none.

    In an empty store that makes every table.

    Native ALTER only (`render_as_batch` stays off): a batch would rebuild a table, and with foreign keys
    on that deletes the children and drops the triggers of the search index, both without an error.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
