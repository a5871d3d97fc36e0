"""What opening thousands of stores in one process costs little: a statement becomes SQL once, not per store.

SQLAlchemy keeps the SQL of a statement with the engine, and a program has one of those. The tests have one
for each store: they share what was kept, as every engine here speaks the same dialect with the same options.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from kernteam_tui.data.opening import engine

_bewaard: LRUCache[Any, Any] = LRUCache(4_000)


def _met_wat_er_was(*wat: Any, **hoe: Any) -> Engine:
    made = create_engine(*wat, **hoe)
    made._compiled_cache = _bewaard
    return made


def onthoud_vertalingen() -> None:
    """From now on, in this process."""
    vars(engine)["create_engine"] = _met_wat_er_was
    SQLiteDialect_pysqlite.__eq__ = lambda een, ander: type(een) is type(ander)  # type: ignore[method-assign]
    SQLiteDialect_pysqlite.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
