"""Long looks at the store that may be broken off: closing it must not wait for them.

A check or a copy reads for up to seconds, and emptying the log waits for readers. What runs through
`interruptible` ends with StoreClosing when `interrupt` is called; saves never run through it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakKeyDictionary

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from kernteam_tui.data.fouten import StoreClosing
from kernteam_tui.data.opening.engine import driver_connection

_INTERRUPTED = "SQLITE_INTERRUPT"


class _Running:
    """What is under way on one engine."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.connections: list[Any] = []
        self.closing = False

    def refuse_when_closing(self) -> None:
        if self.closing:
            raise StoreClosing()


_RUNNING: WeakKeyDictionary[Engine, _Running] = WeakKeyDictionary()
_GUARD = threading.Lock()


@contextmanager
def interruptible(engine: Engine) -> Iterator[Any]:
    """A bare connection as `driver_connection` gives it. Raises StoreClosing when the store closes."""
    running = _running(engine)
    running.refuse_when_closing()
    with driver_connection(engine) as connection:
        with running.lock:
            running.refuse_when_closing()
            running.connections.append(connection)
        try:
            yield connection
        finally:
            with running.lock:
                running.connections.remove(connection)


def finishes_within(connection: Any, statement: str, seconds: float) -> bool:
    """Run a statement that holds up saves for as long as it takes; False when it was broken off for that.

    The connection is one of `interruptible`.
    """
    start = time.monotonic()
    alarm = threading.Timer(seconds, connection.interrupt)
    alarm.daemon = True
    alarm.start()
    try:
        connection.execute(statement)
    except sqlcipher.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != _INTERRUPTED or time.monotonic() - start < seconds:
            raise
        return False
    finally:
        alarm.cancel()
        alarm.join()  # a late alarm must not meet the next statement on this connection
    return True


def interrupt(engine: Engine) -> None:
    """Break off what runs, and let nothing begin any more. Only when the store is being closed.

    Who is done leaves the list under the same lock before giving the connection back, so none is met in its
    next use; between two statements SQLite takes no notice.
    """
    running = _running(engine)
    with running.lock:
        running.closing = True
        for connection in running.connections:
            with suppress(sqlcipher.ProgrammingError):  # closed by who used it: nothing runs there
                connection.interrupt()


def _running(engine: Engine) -> _Running:
    with _GUARD:
        return _RUNNING.setdefault(engine, _Running())
