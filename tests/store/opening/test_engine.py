"""The engine: who waits for whom, and how errors come out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, exc, text

from kernteam_tui.data.fouten import DiskError, DiskFull, StoreBusy, StoreDamaged, StoreInUse
from kernteam_tui.data.opening import engine as engine_module
from kernteam_tui.data.opening.driver import named_driver_error, open_keyed
from kernteam_tui.data.opening.engine import checkpoint, driver_connection, make_engine, reading_engine
from kernteam_tui.data.sleutels.datasleutel import DataKey
from tests.geduld import GEDULD

INSERT = text("INSERT INTO notitie (tekst, casus_id) VALUES (:tekst, 1)")
COUNT = text("SELECT count(*) FROM notitie")


def test_a_write_begins_at_once_and_a_read_does_not_wait_for_it(engine: Engine) -> None:
    """A read that had to wait would be refused: the write goes on until after it."""
    with engine.begin() as writer:
        writer.execute(INSERT, {"tekst": "nog niet opgeslagen"})
        with reading_engine(engine).connect() as reader:
            assert reader.execute(COUNT).scalar_one() == 200


def test_a_second_writer_waits_instead_of_failing(engine: Engine) -> None:
    """With a deferred BEGIN a read followed by a write fails at once when another has saved in between."""
    first_is_in, release = threading.Event(), threading.Event()

    def hold() -> None:
        with engine.begin() as connection:
            connection.execute(INSERT, {"tekst": "eerste"})
            first_is_in.set()
            release.wait(GEDULD)

    def read_then_write() -> int:
        first_is_in.wait(GEDULD)
        threading.Timer(0.2, release.set).start()
        with engine.begin() as connection:
            seen = connection.execute(COUNT).scalar_one()
            connection.execute(INSERT, {"tekst": "tweede"})
            return int(seen)

    with ThreadPoolExecutor(2) as threads:
        holder = threads.submit(hold)
        assert threads.submit(read_then_write).result(GEDULD) == 201
        holder.result(GEDULD)


def test_four_threads_save_at_once_and_nothing_is_lost(engine: Engine) -> None:
    def save(thread: int) -> None:
        for number in range(25):
            with engine.begin() as connection:
                connection.execute(INSERT, {"tekst": f"{thread}-{number}"})

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(save, range(4)))
    with engine.connect() as connection:
        assert connection.execute(COUNT).scalar_one() == 300


def test_a_refused_row_is_a_sqlalchemy_error_without_its_text(engine: Engine) -> None:
    with pytest.raises(exc.IntegrityError) as raised, engine.begin() as connection:
        connection.execute(text("INSERT INTO casus VALUES (1, :naam)"), {"naam": "Familie Jansen"})
    assert "Jansen" not in str(raised.value)


def test_without_the_module_errors_would_come_out_bare(kluis: Any) -> None:
    """The control for the test above: why `module=` stands in make_engine."""
    key = kluis.data_key()
    bare = create_engine("sqlite://", creator=lambda: open_keyed(kluis.database, key))
    with pytest.raises(sqlcipher.IntegrityError), bare.connect() as connection:
        connection.execute(text("INSERT INTO casus VALUES (1, 'x')"))
    bare.dispose()


def test_definitions_of_tables_roll_back_too(engine: Engine) -> None:
    def half_way() -> None:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE nieuw (x)"))
            connection.execute(text("SELECT bestaat_niet()"))

    with pytest.raises(exc.OperationalError):
        half_way()
    with engine.connect() as connection:
        found = connection.execute(text("SELECT count(*) FROM sqlite_master WHERE name = 'nieuw'"))
        assert found.scalar_one() == 0


def test_vacuum_needs_the_bare_connection(engine: Engine) -> None:
    """AUTOCOMMIT still begins a transaction; `driver_connection` does not."""
    with pytest.raises(exc.OperationalError), engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))
    with driver_connection(engine) as connection:
        assert not connection.in_transaction
        connection.execute("PRAGMA incremental_vacuum")


def test_a_full_disk_is_named_and_what_was_saved_stays(kluis: Any) -> None:
    engine = make_engine(kluis.database, kluis.data_key())
    with driver_connection(engine) as first, driver_connection(engine) as second:
        for connection in (first, second):
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    def save_much() -> None:
        with engine.begin() as connection:
            connection.execute(INSERT, {"tekst": "x" * 100_000})

    with pytest.raises(DiskFull) as raised:
        save_much()
    assert raised.value.code == "schijf_vol"
    assert raised.value.exit_status == 1
    with engine.begin() as connection:
        assert connection.execute(COUNT).scalar_one() == 200
        connection.execute(INSERT, {"tekst": "kort"})
    engine.dispose()


def test_damage_found_while_connecting_is_named(kluis: Any) -> None:
    engine = make_engine(kluis.database, DataKey.random())
    with pytest.raises(StoreDamaged):
        engine.connect()


def test_the_checkpoint_empties_the_log(engine: Engine, kluis: Any) -> None:
    with engine.begin() as connection:
        connection.execute(INSERT, {"tekst": "in het log"})
    wal = kluis.folder / "kluis.db-wal"
    assert wal.stat().st_size > 0
    assert checkpoint(engine)
    assert wal.stat().st_size == 0


@pytest.mark.parametrize(
    ("name", "expected", "no_room"),
    [
        ("SQLITE_FULL", DiskFull, False),
        ("SQLITE_IOERR_WRITE", DiskError, False),
        ("SQLITE_IOERR_WRITE", DiskFull, True),
        ("SQLITE_CANTOPEN", DiskError, False),
        ("SQLITE_READONLY", DiskError, False),
        ("SQLITE_CORRUPT_VTAB", StoreDamaged, False),
        ("SQLITE_NOTADB", StoreDamaged, False),
        ("SQLITE_BUSY", StoreInUse, False),
        ("SQLITE_BUSY_SNAPSHOT", StoreInUse, False),
        ("SQLITE_CONSTRAINT_UNIQUE", type(None), False),
    ],
)
def test_what_the_driver_reports_gets_a_name(
    name: str, expected: type, no_room: bool, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: Callable[[object], bool] = lambda _folder: no_room  # noqa: E731  a stand-in of one line
    monkeypatch.setattr("kernteam_tui.data.opening.schrijfproef._room_is_gone", told)
    error = sqlcipher.OperationalError("tekst doet er niet toe")
    error.sqlite_errorname = name
    assert type(named_driver_error(error, tmp_path)) is expected


def test_a_save_that_gets_no_connection_says_so_by_name(kluis: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "POOL_WAIT_SECONDS", 0.05)
    engine = make_engine(kluis.database, kluis.data_key())
    held = [engine.raw_connection() for _ in range(engine_module.POOL_SIZE)]
    for attempt in (engine.begin, reading_engine(engine).connect, lambda: driver_connection(engine)):
        with pytest.raises(StoreBusy) as raised, attempt():
            pass
        assert "blijft staan wat je typte" in raised.value.stap
    for taken in held:
        taken.close()
    with engine.begin() as connection:
        connection.execute(INSERT, {"tekst": "na het wachten"})
    engine.dispose()
