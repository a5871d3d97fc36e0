"""Stores that older programs made are opened, brought up to date and lose nothing; newer ones are refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kernteam_tui.data.fouten import StoreTooNew
from kernteam_tui.data.logketen import find_break
from kernteam_tui.data.migraties import SCHEMA_NUMBER, stored_schema_number
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.opening.kluis import open_store_files
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import open_store
from kernteam_tui.domain.ouderszien import wie_sluit
from kernteam_tui.exchange.formaten.planversie import lees_planversie

OLD = Path(__file__).parent / "oud"
STORES = sorted(folder.name for folder in OLD.iterdir() if folder.is_dir())
PASSPHRASE = "voorbeeld"
RENEWED = {"logboek", "alembic_version"}
"""Tables that a migration writes anew; their lines are compared apart."""


@pytest.fixture(params=STORES)
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "kluis"
    shutil.copytree(OLD / str(request.param), folder)
    return folder


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table as it stands, before the tables are looked at by the program."""
    opened = open_store_files(folder, PASSPHRASE)
    try:
        with driver_connection(opened.engine) as connection:
            names = [
                name
                for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                if not name.startswith(("sqlite_", "zoekindex"))
            ]
            return {
                name: connection.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall() for name in names
            }
    finally:
        opened.close()


def log_lines(folder: Path) -> list[tuple[object, ...]]:
    """What the log says, oldest first, before the program looks at it."""
    opened = open_store_files(folder, PASSPHRASE)
    try:
        with driver_connection(opened.engine) as connection:
            sql = "SELECT soort, casus_id, wat, voor FROM logboek ORDER BY rowid"
            return [tuple(row) for row in connection.execute(sql)]
    finally:
        opened.close()


def test_there_is_a_store_of_every_released_schema() -> None:
    assert [f"schema-{number:04d}" for number in range(1, SCHEMA_NUMBER)] == STORES


def test_an_old_store_comes_through_with_every_row(old_store: Path) -> None:
    before = contents(old_store)
    open_store(old_store, PASSPHRASE).close()
    after = contents(old_store)
    assert sum(len(rows) for rows in before.values()) > 100
    for table in before.keys() - RENEWED:
        kept = [row[: len(old)] for row, old in zip(after[table], before[table], strict=True)]
        assert kept == before[table], table


def test_the_lines_of_its_log_become_a_chain_in_their_order(old_store: Path) -> None:
    before = log_lines(old_store)
    store = open_store(old_store, PASSPHRASE)
    with store.lezen() as conn:
        assert find_break(conn) is None
        lines = [(str(line.soort), line.casus_id, line.wat, line.voor) for line in lees_log(conn)]
    store.close()
    assert lines[::-1] == before
    assert before


def test_it_is_whole_afterwards_and_a_backup_stands_beside_it(old_store: Path) -> None:
    store = open_store(old_store, PASSPHRASE)
    assert stored_schema_number(store.engine) == SCHEMA_NUMBER
    assert all(finding.in_orde for finding in store.controle())
    store.close()
    assert len(list((old_store / "reserve").glob("*.kluis"))) == 1


def test_a_store_of_a_program_to_come_is_refused_and_stays_as_it_is(old_store: Path) -> None:
    opened = open_store_files(old_store, PASSPHRASE)
    with driver_connection(opened.engine) as connection:
        connection.execute("CREATE TABLE van_later (id TEXT) STRICT")
        connection.execute(f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")
    opened.close()
    before = (old_store / "kluis.db").read_bytes()
    with pytest.raises(StoreTooNew):
        open_store(old_store, PASSPHRASE)
    assert (old_store / "kluis.db").read_bytes() == before
    assert not (old_store / "reserve").exists()


def _write_old_plan(folder: Path) -> None:
    """A plan with a section and a frozen version, as a program of that schema kept it."""
    opened = open_store_files(folder, PASSPHRASE)
    moment = "2026-11-21T09:00:00.000000+00:00"
    try:
        with driver_connection(opened.engine) as connection:
            (gezin_id,) = connection.execute("SELECT id FROM gezin ORDER BY rowid LIMIT 1").fetchone()
            for table, values in (
                ("gezinsplan", {"id": "p", "gezin_id": gezin_id, "formaat": "gezinsplan-2026-1"}),
                ("onderdeel", {"id": "o", "plan_id": "p", "sleutel": "veiligheid", "woorden": "[]"}),
                ("planversie", {"id": "v", "plan_id": "p", "nummer": 1, "vastgesteld_op": "2026-11-21"}),
            ):
                row: dict[str, object] = {"revision": 1, "created_at": moment, "updated_at": moment, **values}
                row |= _OLD_PLAN[table]
                marks = ", ".join("?" for _ in row)
                names = ", ".join(row)
                connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
    finally:
        opened.close()


_OLD_VERSION = '{"schema": "gezinsplan/1", "onderdelen": {"veiligheid": {"toelichting": "Oma belt."}}}'
_OLD_PLAN: dict[str, dict[str, object]] = {
    "gezinsplan": {"variant": "jongere", "evaluatie_uitkomst": "", "gewijzigd": 0},
    "onderdeel": {"toelichting": "Oma belt."},
    "planversie": {"inhoud": _OLD_VERSION},
}


def test_in_an_old_plan_nobody_was_asked_what_parents_may_see(old_store: Path) -> None:
    """Before schema 5 there was no such answer: what stood there is there, and nobody has closed it."""
    _write_old_plan(old_store)
    opened = open_store(old_store, PASSPHRASE)
    with opened.unit_of_work() as uow:
        plan = uow.plannen.get("p")
        (onderdeel,), (versie,) = plan.onderdelen, plan.versies
    opened.close()
    assert (onderdeel.toelichting, onderdeel.ouders_zien) == ("Oma belt.", ())
    frozen = lees_planversie(versie.inhoud)
    assert frozen.onderdelen["veiligheid"].toelichting == "Oma belt."
    assert wie_sluit(plan, frozen.ouders_zien) == {}
