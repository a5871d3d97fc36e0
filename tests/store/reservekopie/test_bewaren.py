"""Which backups there are, and which go."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from kernteam_tui.data.fouten import BackupInvalid
from kernteam_tui.data.reservekopie.bewaren import clear_old, list_backups, remove_backup
from kernteam_tui.data.reservekopie.maken import make_backup
from kernteam_tui.data.store import Store
from tests.store.reservekopie.conftest import NU

DAG = timedelta(days=1)


def made_at(store: Store, *moments: datetime, reden: str = "dagelijks") -> list[str]:
    return [make_backup(store.opened, reden, moment).name for moment in moments]


def names(store: Store) -> list[str]:
    return [reserve.path.name for reserve in list_backups(store.map)]


def test_without_a_folder_there_are_none(store: Store) -> None:
    assert list_backups(store.map) == ()


def test_the_newest_stands_first(store: Store) -> None:
    old, new = made_at(store, NU - timedelta(days=1), NU)
    assert names(store) == [new, old]


def test_what_lies_there_besides_is_no_backup(store: Store) -> None:
    made_at(store, NU)
    (store.map / "reserve" / "tmp-0-pak").write_bytes(b"half")
    (store.map / "reserve" / "brief.txt").write_bytes(b"hoi")
    (store.map / "reserve" / "map.kluis").mkdir()
    assert len(list_backups(store.map)) == 1


def test_a_damaged_one_is_shown_with_the_moment_of_its_name(store: Store) -> None:
    [name] = made_at(store, NU)
    (store.map / "reserve" / name).write_bytes(b"stuk")
    [reserve] = list_backups(store.map)
    assert isinstance(reserve.fout, BackupInvalid)
    assert reserve.moment == datetime(2026, 11, 23, 9, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", ["9999-99-99T999999.kluis", "mijn kopie.kluis", "0001-01-01T000000.kluis"])
def test_a_name_that_is_no_moment_does_no_harm(store: Store, name: str) -> None:
    made_at(store, NU)
    (store.map / "reserve" / name).write_bytes(b"stuk")
    assert len(list_backups(store.map)) == 2


def test_of_two_on_one_day_the_older_goes(store: Store) -> None:
    early, late = made_at(store, NU - timedelta(hours=2), NU)
    assert clear_old(store.map, store.store_id, NU) == (), "of today all stay"
    assert [path.name for path in clear_old(store.map, store.store_id, NU + DAG)] == [early]
    assert names(store) == [late]


def test_the_one_from_before_a_migration_stays(store: Store) -> None:
    made_at(store, NU - timedelta(hours=2), reden="voor_bijwerken")
    made_at(store, NU)
    assert clear_old(store.map, store.store_id, NU) == ()


def test_what_is_damaged_or_of_another_store_is_neither_counted_nor_cleared(store: Store) -> None:
    [broken] = made_at(store, NU - timedelta(hours=1))
    (store.map / "reserve" / broken).write_bytes(b"stuk")
    made_at(store, NU - timedelta(hours=2), NU - timedelta(hours=3))
    assert len(clear_old(store.map, "een-ander", NU + DAG)) == 0
    assert len(clear_old(store.map, store.store_id, NU + DAG)) == 1
    assert broken in names(store)


def test_one_is_removed_by_its_name_and_nothing_else(store: Store) -> None:
    [name] = made_at(store, NU)
    shutil.copy(store.map / "reserve" / name, store.map / "buiten.kluis")
    for elsewhere in ("../buiten.kluis", "../kluis.db", "x.txt", str(store.map / "buiten.kluis")):
        with pytest.raises(ValueError, match="backup"):
            remove_backup(store.map, elsewhere)
    remove_backup(store.map, name)
    assert names(store) == []
    assert (store.map / "buiten.kluis").exists()
