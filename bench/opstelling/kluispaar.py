"""One caseload twice, encrypted and plain, on the very same SQLite: what is left between them is encryption.

SQLCipher without a key is plain SQLite, so both sides have one version, and the same rows, search index and
pragmas. Each side can be worked by the app's own services and by bare statements.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlcipher

from kernteam_tui.data.opening import driver, engine
from kernteam_tui.data.opening.bestanden import DATABASE, KEYS, make_private_file
from kernteam_tui.data.opening.driver import open_keyed, store_uri
from kernteam_tui.data.opening.engine import driver_connection, make_engine
from kernteam_tui.data.opening.kluis import OpenedFiles
from kernteam_tui.data.opening.slot import StoreLock
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.store import Store
from kernteam_tui.domain.klok import Klok
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Kant:
    """One of the two: a session over its store, and a connection of its own past SQLAlchemy."""

    database: Path
    sessie: Sessie
    verbinding: Any
    open_nog_een: Callable[[], Any]
    """One more such connection."""


@dataclass(frozen=True)
class Kluispaar:
    """Both sides, with the same rows at first."""

    versleuteld: Kant
    gewoon: Kant


_Copy = Callable[[Store, Path], None]
_Open = Callable[[Path, DataKey], Any]


@contextmanager
def kluispaar(store: Store, klok: Klok, folder: Path) -> Iterator[Kluispaar]:
    """Copy an open store twice, both copies compact, and open them."""
    with (
        _kant(store, klok, folder / "versleuteld", _copy_encrypted, open_keyed) as ours,
        _kant(store, klok, folder / "gewoon", _copy_plain, _open_plain) as theirs,
    ):
        yield Kluispaar(ours, theirs)


@contextmanager
def _kant(store: Store, klok: Klok, folder: Path, copy: _Copy, open_file: _Open) -> Iterator[Kant]:
    folder.mkdir()
    database, key = folder / DATABASE, DataKey(bytearray(store.opened.key.raw()))
    copy(store, database)
    shutil.copyfile(store.map / KEYS, folder / KEYS)
    with patch.object(engine, "open_keyed", open_file):
        engine_ = make_engine(database, key)
        both = [engine_.raw_connection() for _ in range(engine.POOL_SIZE)]
        for pooled in both:
            pooled.close()
    opened = OpenedFiles(folder, engine_, store.store_id, key, StoreLock(folder))
    bare = open_file(database, key)
    try:
        yield Kant(database, Sessie(Store(opened), klok), bare, lambda: open_file(database, key))
    finally:
        bare.close()
        opened.close()


def _copy_encrypted(store: Store, target: Path) -> None:
    make_private_file(target)
    with driver_connection(store.engine) as source:
        source.execute("VACUUM INTO ?", (store_uri(target.absolute(), "rwc"),))


def _copy_plain(store: Store, target: Path) -> None:
    with driver_connection(store.engine) as source:
        version = source.execute("PRAGMA user_version").fetchone()[0]
        source.execute("ATTACH DATABASE ? AS gewoon KEY ''", (str(target),))
        source.execute("SELECT sqlcipher_export('gewoon')").fetchone()
        source.execute(f"PRAGMA gewoon.user_version = {version}")
        source.execute(f"PRAGMA gewoon.application_id = {driver.APPLICATION_ID}")
        source.execute("DETACH DATABASE gewoon")


def _open_plain(path: Path, _key: DataKey) -> Any:
    """As `driver.open_keyed`, without the key."""
    connection = sqlcipher.connect(
        store_uri(path.absolute(), "rw"),
        uri=True,
        timeout=driver.BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    driver._set_pragmas(connection)
    return connection
