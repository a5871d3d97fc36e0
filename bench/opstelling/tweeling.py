"""A plain twin of an encrypted store, and the statements that work sends: the other side of a ratio."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event

from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.store import Store

Statement = tuple[str, Any, bool]
"""SQL, its parameters, and whether they are many rows."""

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "cache_size = -32000",
    "cell_size_check = ON",
)
"""As `data/opening/driver.py` sets them, without the key; trusted_schema stays on, since older SQLite refuses
its own full-text index in a trigger without it."""


def make_twin(store: Store, path: Path) -> None:
    """Copy schema and rows of the store into a plain SQLite file."""
    twin = open_plain(path)
    with driver_connection(store.engine) as source:
        objects = source.execute(
            "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        shadows = {f"{name}_{part}" for name, kind, sql in objects if "fts5" in sql for part in _SHADOWS}
        tables = [o for o in objects if o[1] == "table" and o[0] not in shadows]
        for name, _, sql in tables:
            twin.execute(sql)
            if "fts5" not in sql:
                _copy_rows(source, twin, name)
        for name, _, sql in tables:
            if "fts5" in sql:
                twin.execute(f"INSERT INTO {name}({name}) VALUES('rebuild')")
        for _, kind, sql in objects:
            if kind in ("index", "trigger"):
                twin.execute(sql)
    twin.commit()
    twin.close()


_SHADOWS = ("data", "idx", "docsize", "config", "content")


def _copy_rows(source: Any, twin: sqlite3.Connection, table: str) -> None:
    rows = source.execute(f"SELECT * FROM {table}").fetchall()
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        twin.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def open_plain(path: Path) -> sqlite3.Connection:
    """A plain connection in which the caller begins and commits, with the same pragmas."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


@contextmanager
def recorded(store: Store) -> Iterator[list[Statement]]:
    """The statements that go to the store inside this block, in order, BEGIN and COMMIT among them."""
    found: list[Statement] = []

    def note(_c: Any, _cur: Any, sql: str, parameters: Any, _ctx: Any, many: bool) -> None:
        found.append((sql, parameters, many))

    def commit(_c: Any) -> None:
        found.append(("COMMIT", (), False))

    def rollback(_c: Any) -> None:
        found.append(("ROLLBACK", (), False))

    listeners = (
        ("before_cursor_execute", note),
        ("commit", commit),
        ("rollback", rollback),
    )
    for name, listener in listeners:
        event.listen(store.engine, name, listener)
    try:
        yield found
    finally:
        for name, listener in listeners:
            event.remove(store.engine, name, listener)


def replay(connection: sqlite3.Connection, statements: list[Statement]) -> int:
    """Send the same statements and fetch every row; answers how many rows came."""
    rows = 0
    for sql, parameters, many in statements:
        if many:
            connection.executemany(sql, parameters)
        else:
            rows += len(connection.execute(sql, parameters or ()).fetchall())
    return rows


@dataclass
class Stopwatch:
    """Time that counts, in seconds; what happens outside `running` does not."""

    seconds: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time inside this block."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - start


Side = Callable[[Stopwatch], None]
"""One round of one side: it lets the stopwatch run during the work that is compared."""


@dataclass(frozen=True)
class Outcome:
    """Medians in milliseconds of both sides, and the median of the rounds' own ratios."""

    ours_ms: float
    theirs_ms: float
    ratio: float


def alternate(rounds: int, ours: Side, theirs: Side) -> Outcome:
    """Run both sides in turns, so that drift of the machine touches both."""
    pairs = [(_timed(ours), _timed(theirs)) for _ in range(rounds)]
    return Outcome(
        ours_ms=statistics.median(a for a, _ in pairs) * 1000,
        theirs_ms=statistics.median(b for _, b in pairs) * 1000,
        ratio=statistics.median(a / b for a, b in pairs),
    )


def _timed(side: Side) -> float:
    watch = Stopwatch()
    side(watch)
    return watch.seconds


def report(what: str, outcome: Outcome, goal: float, other: str) -> None:
    """Print both sides; the goal is told, never asserted."""
    verdict = "gehaald" if outcome.ratio <= goal else "NIET gehaald"
    print(
        f"{what}: kernteam {outcome.ours_ms:.2f} ms, {other} {outcome.theirs_ms:.2f} ms, "
        f"x{outcome.ratio:.2f} (doel {goal}: {verdict})"
    )
