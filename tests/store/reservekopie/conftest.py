"""A store with one family in it, and a backup of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kernteam_tui.data.reservekopie.maken import make_backup
from kernteam_tui.data.store import Store
from tests.store.conftest import Familie, new_family

NU = datetime(2026, 11, 23, 9, 0, 5, tzinfo=UTC)


@pytest.fixture
def familie(store: Store) -> Familie:
    """One family, stored."""
    family = new_family()
    with store.unit_of_work() as uow:
        uow.instellingen()  # made at the set-up: the secret of the marks of erasures
        uow.scholen.add(family.school)
        uow.gezinnen.add(family.gezin)
        uow.casussen.add(family.casus)
        uow.commit()
    return family


@pytest.fixture
def schrijf(store: Store, familie: Familie) -> Callable[[str], None]:
    """Writes a note in the open store."""

    def write(tekst: str) -> None:
        with store.unit_of_work() as uow:
            uow.notities.add(familie.notitie(tekst))
            uow.commit()

    return write


@pytest.fixture
def kopie(store: Store, schrijf: Callable[[str], None]) -> Path:
    """A backup in which the one note is ‘ervoor’; after it ‘erna’ was written. The store is open."""
    schrijf("ervoor")
    path = make_backup(store.opened, "dagelijks", NU)
    schrijf("erna")
    return path


def notes_in(store: Store) -> list[str]:
    with store.lezen() as conn:
        return sorted(row[0] for row in conn.exec_driver_sql("SELECT tekst FROM notitie"))


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the lock, with its content."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "kluis.lock"
    }
