"""After erasing nothing of a casus is left on any page: not in rows, index, free pages or write-ahead log.

Pages of an encrypted file cannot be searched, so the same steps run on a store without encryption: the same
library, pragmas, tables and statements. Each look has a control that finds what it looks for.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from kernteam_tui.data import wissen
from kernteam_tui.data.mapping import start_mapping
from kernteam_tui.data.migraties import migrate
from kernteam_tui.data.opening import driver
from kernteam_tui.data.opening.engine import driver_connection, make_engine
from kernteam_tui.data.reservekopie.maken import make_backup
from kernteam_tui.data.reservekopie.vernieuwen import renew_backups
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.store import Store
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.data.wissen import clean_pages, erase_casus
from kernteam_tui.domain.bewaarregels import KopieReden
from kernteam_tui.domain.codes import NotitieSoort, WisGrond
from kernteam_tui.domain.notitie import Notitie
from tests.store.conftest import new_family
from tests.store.wisgezin import WOORDEN, bewaar_wisgezin

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)
ANDERE = 300
"""Notes of somebody else: enough for the index to have several segments."""


@dataclass
class Open:
    """A store whose pages can be read."""

    path: Path
    engine: Engine
    casus_id: str = ""

    def found(self) -> set[str]:
        """Which of the words stand anywhere in the files of the store."""
        content = b"".join(
            file.read_bytes().lower()
            for file in self.path.parent.glob(f"{self.path.name}*")
            if file.is_file()
        )
        return {where for where, word in WOORDEN.items() if word.lower().encode() in content}

    def checkpoint(self) -> None:
        clean_pages(self.engine)

    def erase(self) -> None:
        erase_casus(self.engine, self.casus_id, WisGrond.OP_VERZOEK, NU)


@pytest.fixture
def open_plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Open]]:
    """A store without encryption, filled; `pragmas` come after those of the program."""
    made: list[Open] = []

    def build(*pragmas: str) -> Open:
        path = tmp_path / f"plain-{len(made)}.db"

        def connect(_path: Path, _key: DataKey) -> object:
            connection = sqlcipher.connect(
                str(path), timeout=driver.BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            driver._set_pragmas(connection)
            for pragma in pragmas:
                connection.execute(pragma)
            return connection

        monkeypatch.setattr("kernteam_tui.data.opening.engine.open_keyed", connect)
        store = Open(path, make_engine(path, DataKey.random()))
        made.append(store)
        start_mapping()
        migrate(store.engine)
        fill(store)
        return store

    yield build
    for store in made:
        store.engine.dispose()


def fill(store: Open) -> None:
    family = new_family("2026-090")
    with UnitOfWork(store.engine) as uow:
        uow.scholen.add(family.school)
        uow.gezinnen.add(family.gezin)
        uow.casussen.add(family.casus)
        uow.commit()
    for number in range(3):
        with UnitOfWork(store.engine) as uow:
            for line in range(number, ANDERE, 3):
                uow.notities.add(
                    family.notitie(f"Gewoon een notitie over school en thuis, nummer {line}. " * 5)
                )
            uow.commit()
        if number == 1:
            with UnitOfWork(store.engine) as uow:
                store.casus_id = bewaar_wisgezin(uow).casus.id
    store.checkpoint()


def test_every_word_of_the_casus_is_found_before(open_plain: Callable[..., Open]) -> None:
    assert open_plain().found() == WOORDEN.keys()


def test_nothing_remains_after_erasing(open_plain: Callable[..., Open]) -> None:
    store = open_plain()
    store.erase()
    store.checkpoint()
    assert store.found() == set()


def test_without_emptying_the_log_the_old_pages_are_still_there(open_plain: Callable[..., Open]) -> None:
    store = open_plain()
    store.erase()
    assert store.found()


def test_without_secure_delete_the_words_stay_on_free_pages(open_plain: Callable[..., Open]) -> None:
    store = open_plain("PRAGMA secure_delete = OFF")
    store.erase()
    store.checkpoint()
    assert store.found()


def test_without_merging_the_index_its_words_stay(
    open_plain: Callable[..., Open], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_plain()
    monkeypatch.setattr(wissen, "OPTIMIZE", "SELECT 1")
    store.erase()
    store.checkpoint()
    assert store.found()


def test_a_text_that_grew_while_it_was_typed_leaves_nothing_either(open_plain: Callable[..., Open]) -> None:
    store = open_plain()
    for length in range(1, 60):
        with UnitOfWork(store.engine) as uow:
            draft = uow.notities.find(casus_id=store.casus_id)[1]
            draft.tekst = f"{WOORDEN['concept']} {WOORDEN['verslag']} " * length
            uow.commit()
    with UnitOfWork(store.engine) as uow:
        uow.notities.add(
            Notitie(casus_id=store.casus_id, soort=NotitieSoort.OVERIG, moment=NU, tekst="x" * 9000)
        )
        uow.commit()
    store.erase()
    store.checkpoint()
    assert store.found() == set()


def test_nothing_remains_in_the_encrypted_store(store: Store, tmp_path: Path) -> None:
    with store.unit_of_work() as uow:
        casus_id = bewaar_wisgezin(uow).casus.id
    before = exported(store, tmp_path / "voor.db")
    erase_casus(store.engine, casus_id, WisGrond.OP_VERZOEK, NU)
    clean_pages(store.engine)
    after = exported(store, tmp_path / "na.db")
    assert before == WOORDEN.keys()
    assert after == set()


def test_nothing_remains_in_a_backup_that_was_made_anew(store: Store, tmp_path: Path) -> None:
    with store.unit_of_work() as uow:
        casus_id = bewaar_wisgezin(uow).casus.id
    backup = make_backup(store.opened, KopieReden.OP_VERZOEK, NU)
    erase_casus(store.engine, casus_id, WisGrond.OP_VERZOEK, NU)
    before = words_in_backup(backup, store, tmp_path / "voor")
    assert renew_backups(store.opened, NU).vernieuwd == (backup.name,)
    assert before == WOORDEN.keys()
    assert words_in_backup(backup, store, tmp_path / "na") == set()


def words_in_backup(backup: Path, store: Store, folder: Path) -> set[str]:
    """Words in the database of a backup, decrypted."""
    folder.mkdir()
    copy = folder / "kluis.db"
    copy.write_bytes(zipfile.ZipFile(backup).read("kluis.db"))
    connection = driver.open_keyed(copy, store.opened.key)
    found = words_in(connection, folder / "kaal.db")
    connection.close()
    return found


def exported(store: Store, target: Path) -> set[str]:
    """Words in a plain copy of the store, made with its key."""
    with driver_connection(store.engine) as connection:
        return words_in(connection, target)


def words_in(connection: Any, target: Path) -> set[str]:
    connection.execute("ATTACH DATABASE ? AS kaal KEY ''", (str(target),))
    connection.execute("SELECT sqlcipher_export('kaal')")
    connection.execute("DETACH DATABASE kaal")
    content = target.read_bytes().lower()
    return {where for where, word in WOORDEN.items() if word.lower().encode() in content}
