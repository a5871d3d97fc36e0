"""The SQLAlchemy engine over keyed connections: who may write, who only reads, how errors come out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

from kernteam_tui.data.fouten import StoreBusy
from kernteam_tui.data.opening.driver import named_driver_error, open_keyed
from kernteam_tui.data.sleutels.datasleutel import DataKey

POOL_SIZE = 2
"""One connection for the screen's reads, one for the worker that saves; never one shared by two threads."""
POOL_WAIT_SECONDS = 10.0

_READS_ONLY = "kernteam_reads_only"
_FOLDER = "kernteam_folder"


class _NamedPool(QueuePool):
    """Says by name that every connection stays out: without it a save would end in an error of SQLAlchemy."""

    def connect(self) -> PoolProxiedConnection:
        try:
            return super().connect()
        except PoolTimeout as error:
            raise StoreBusy() from error


def make_engine(path: Path, key: DataKey) -> Engine:
    """An engine on the store file. Each connection is keyed before SQLAlchemy sees it; `key` must outlive it.

    A transaction begins with BEGIN IMMEDIATE, so that it waits for another writer instead of failing halfway;
    for reads use `reading_engine`. Disk, damage and lock errors come out as named errors (see
    `driver.named_driver_error`), StoreBusy where no connection comes free; anything else as `sqlalchemy.exc`,
    without the values in the text.
    """
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: open_keyed(path, key),
        poolclass=_NamedPool,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_timeout=POOL_WAIT_SECONDS,
        hide_parameters=True,
        execution_options={_FOLDER: path.parent},
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _leave_no_transaction)
    event.listen(engine, "handle_error", lambda context: _name_error(context, path.parent))
    return engine


def reading_engine(engine: Engine) -> Engine:
    """The same engine and pool for reads: BEGIN (deferred), so a look never waits for a save or holds one up.

    A write through it is possible but fails at once when somebody else has saved in between: do not.
    """
    return engine.execution_options(**{_READS_ONLY: True})


@contextmanager
def driver_connection(engine: Engine) -> Iterator[Any]:
    """A bare sqlcipher3 connection outside any transaction, for VACUUM INTO, checkpoints and PRAGMAs.

    SQLAlchemy's AUTOCOMMIT option would not do: it still begins a transaction. Errors are named as for the
    engine; one without a name stays a sqlcipher3 error.
    """
    pooled = engine.raw_connection()
    try:
        yield pooled.driver_connection
    except sqlcipher.Error as error:
        named = named_driver_error(error, engine.get_execution_options()[_FOLDER])
        if named is None:
            raise
        raise named from error
    finally:
        pooled.close()


def checkpoint(engine: Engine) -> bool:
    """Move the write-ahead log into `kluis.db`; False when a reader or writer was in the way."""
    with driver_connection(engine) as connection:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def _begin(connection: Connection) -> None:
    reads_only = connection.get_execution_options().get(_READS_ONLY, False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def _leave_no_transaction(connection: Any, _record: object) -> None:
    """A COMMIT that SQLite refused leaves its transaction open, and SQLAlchemy then sends no ROLLBACK."""
    if connection is not None and connection.in_transaction:
        connection.rollback()


def _name_error(context: ExceptionContext, folder: Path) -> None:
    named = named_driver_error(context.original_exception, folder)
    if named is not None:
        raise named from context.original_exception
