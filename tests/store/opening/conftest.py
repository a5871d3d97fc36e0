"""A small closed store, made once and copied for each test, so that most tests derive no key."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from kernteam_tui.data.opening.engine import make_engine
from kernteam_tui.data.opening.kluis import OpenedFiles, create_store_files, open_store_files
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.sleutels.datasleutel import DataKey

ZIN = "paarse giraf op de fiets"
NOTES = 200


@dataclass(frozen=True)
class ClosedStore:
    """A closed store with some rows in it, and what opens it."""

    folder: Path
    zin: str
    code: str
    key: bytes

    @property
    def database(self) -> Path:
        return self.folder / "kluis.db"

    @property
    def keys(self) -> Path:
        return self.folder / "kluis.keys"

    @property
    def keys_copy(self) -> Path:
        return self.folder / "kluis.keys.bak"

    def data_key(self) -> DataKey:
        return DataKey(bytearray(self.key))


def fill(engine: Engine) -> None:
    """Two tables with a reference between them, large enough for a few pages."""
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE casus (id INTEGER PRIMARY KEY, naam TEXT NOT NULL) STRICT"))
        connection.execute(
            text(
                "CREATE TABLE notitie (id INTEGER PRIMARY KEY, tekst TEXT NOT NULL, "
                "casus_id INTEGER NOT NULL REFERENCES casus ON DELETE CASCADE) STRICT"
            )
        )
        connection.execute(text("INSERT INTO casus VALUES (1, 'proef')"))
        rows = [{"tekst": f"zin nummer {number} " * 20} for number in range(NOTES)]
        connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES (:tekst, 1)"), rows)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> ClosedStore:
    folder = tmp_path_factory.mktemp("kluis") / "origineel"
    created = create_store_files(folder, ZIN, VOORBEELD, inrichten=fill)
    key = bytes(created.opened.key.raw())
    created.opened.close()
    return ClosedStore(folder, ZIN, created.recovery_code, key)


@pytest.fixture
def kluis(original: ClosedStore, tmp_path: Path) -> ClosedStore:
    """A closed store to do anything with."""
    folder = tmp_path / "kluis"
    shutil.copytree(original.folder, folder)
    return ClosedStore(folder, original.zin, original.code, original.key)


@pytest.fixture
def opened(kluis: ClosedStore) -> Iterator[OpenedFiles]:
    store = open_store_files(kluis.folder, kluis.zin)
    yield store
    store.close()


@pytest.fixture
def engine(kluis: ClosedStore) -> Iterator[Engine]:
    engine = make_engine(kluis.database, kluis.data_key())
    yield engine
    engine.dispose()
