"""A store is brought to the newest form after a backup, or refused when it is newer than the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.schema import CreateIndex, CreateTable

from kernteam_tui.data import migraties
from kernteam_tui.data import store as store_module
from kernteam_tui.data.fouten import MigrationFailed, StoreTooNew
from kernteam_tui.data.logketen import LOG_DDL
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.reservekopie.maken import verify_backup
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import Store, create_store, open_store
from kernteam_tui.data.tabellen import metadata
from kernteam_tui.data.zoekindex.zoekrijen import FTS_DDL

ZIN = "een zin voor de proef"


def squeeze(sql: str) -> str:
    return "".join(sql.split())


def objects(store: Store) -> dict[str, str]:
    with store.lezen() as conn:
        rows = conn.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    return {name: squeeze(sql) for name, sql in rows}


def test_the_migrations_make_exactly_the_tables_of_the_program(store: Store) -> None:
    made = objects(store)
    for table in metadata.sorted_tables:
        assert made.pop(table.name) == squeeze(str(CreateTable(table).compile(store.engine)))
        for index in table.indexes:
            assert made.pop(str(index.name)) == squeeze(str(CreateIndex(index).compile(store.engine)))
    for name in [name for name in made if name.startswith("zoekindex") or name.startswith("zoektekst_a")]:
        made.pop(name)
    for ddl in LOG_DDL:
        assert made.pop(ddl.split()[2]) == squeeze(ddl)
    assert set(made) == {"alembic_version", "kluis_kenmerk", "sqlite_sequence"}


def test_the_search_index_has_its_triggers(store: Store) -> None:
    made = objects(store)
    for ddl in FTS_DDL:
        if ddl.startswith("CREATE"):
            name = ddl.split()[3] if "VIRTUAL" in ddl else ddl.split()[2]
            assert made[name] == squeeze(ddl)


def test_a_new_store_carries_the_number_of_the_newest_migration(store: Store) -> None:
    versions = sorted((Path(migraties.__file__).parent / "versions").glob("schema_*.py"))
    assert migraties.stored_schema_number(store.engine) == migraties.SCHEMA_NUMBER == len(versions)


def test_a_store_of_a_newer_program_is_refused_and_stays_as_it_is(store: Store) -> None:
    set_number(store, migraties.SCHEMA_NUMBER + 1)
    store.close()
    with pytest.raises(StoreTooNew) as refused:
        open_store(store.map, ZIN)
    assert refused.value.code == "kluis_te_nieuw"
    with pytest.raises(StoreTooNew):
        open_store(store.map, ZIN)


def set_number(store: Store, number: int) -> None:
    with driver_connection(store.engine) as connection:
        connection.execute(f"PRAGMA user_version = {number}")


def make_older(store: Store) -> None:
    """As if the newest migration adds the column `mentor_erbij` to school."""
    with driver_connection(store.engine) as connection:
        connection.execute("ALTER TABLE school DROP COLUMN mentor_erbij")
        connection.execute("PRAGMA user_version = 0")


def test_an_older_store_is_migrated_after_a_verified_backup(
    store: Store, familie: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_older(store)
    store.close()

    def add_column(engine: Engine) -> None:
        with engine.begin() as conn:
            conn.exec_driver_sql("ALTER TABLE school ADD COLUMN mentor_erbij INTEGER NOT NULL DEFAULT 1")
            conn.exec_driver_sql(f"PRAGMA user_version = {migraties.SCHEMA_NUMBER}")

    monkeypatch.setattr(store_module, "migrate", add_column)
    opened = open_store(store.map, ZIN)
    [backup] = list((store.map / "reserve").iterdir())
    verify_backup(backup, opened.opened.key)
    with opened.unit_of_work() as uow:
        assert uow.scholen.get(familie.school.id).mentor_erbij
        assert uow.casussen.get(familie.casus.id).naam == "Sami Yıldız"
    assert all(finding.in_orde for finding in opened.controle())
    opened.close()


@pytest.mark.usefixtures("familie")
def test_a_migration_that_fails_leaves_the_store_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_older(store)
    before = objects(store)
    store.close()

    def fail_halfway(engine: Engine) -> None:
        with engine.begin() as conn:
            conn.exec_driver_sql("ALTER TABLE school ADD COLUMN mentor_erbij INTEGER NOT NULL DEFAULT 1")
            conn.exec_driver_sql("DELETE FROM casus")
            raise CommandError("halverwege")

    monkeypatch.setattr(store_module, "migrate", fail_halfway)
    with pytest.raises(MigrationFailed):
        open_store(store.map, ZIN)
    monkeypatch.setattr(store_module, "migrate", lambda _engine: None)
    opened = open_store(store.map, ZIN)
    assert objects(opened) == before
    with opened.lezen() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM casus").scalar_one() == 1
    opened.close()


def test_a_migration_runs_once(store: Store) -> None:
    before = objects(store)
    migraties.migrate(store.engine)
    assert objects(store) == before


def test_opening_a_store_of_today_makes_no_backup_and_loads_no_alembic(kluis_map: Path) -> None:
    opened, _ = create_store(kluis_map, ZIN, VOORBEELD)
    opened.close()
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from kernteam_tui.data.store import open_store\n"
        f"open_store(Path({str(kluis_map)!r}), {ZIN!r}).close()\n"
        "print('alembic' in sys.modules)\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
    assert not (kluis_map / "reserve").exists()


def test_foreign_keys_hold_while_a_table_is_changed(store: Store, familie: Any) -> None:
    """Native ALTER keeps the triggers of the search index and the children of the table."""
    with store.engine.begin() as conn:
        conn.exec_driver_sql("ALTER TABLE zoektekst ADD COLUMN proef TEXT NOT NULL DEFAULT ''")
        conn.exec_driver_sql("ALTER TABLE casus ADD COLUMN proef TEXT NOT NULL DEFAULT ''")
    with store.unit_of_work() as uow:
        uow.notities.add(familie.notitie("struisvogel"))
        uow.commit()
    with store.lezen() as conn:
        found = conn.exec_driver_sql("SELECT count(*) FROM zoekindex WHERE zoekindex MATCH 'struisvogel'")
        assert found.scalar_one() == 1
    assert all(finding.in_orde for finding in store.controle())
