"""The third copy of the key file: only keys that have opened today's store are put back."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kernteam_tui.data.fouten import (
    BackupInvalid,
    HerstelcodeOnjuist,
    KeyFileDamaged,
    KeyFileMissing,
    StoreInUse,
    StoreMissing,
    WrongSecret,
)
from kernteam_tui.data.reservekopie.maken import make_backup
from kernteam_tui.data.reservekopie.sleutels import recover_key_file
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import Store, create_store, open_store
from tests.conftest import WACHTWOORDZIN
from tests.store.reservekopie.conftest import NU, files_of, notes_in


@pytest.fixture
def zonder_sleutels(store: Store, kopie: Path) -> Path:
    """A closed store with one copy of the key file damaged and one gone."""
    assert kopie.exists()
    store.close()
    (store.map / "kluis.keys").write_bytes(b'{"format":')
    (store.map / "kluis.keys.bak").unlink()
    return store.map


def test_the_store_opens_again_with_all_that_was_in_it(zonder_sleutels: Path) -> None:
    with pytest.raises(KeyFileDamaged):
        open_store(zonder_sleutels, WACHTWOORDZIN)
    assert recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU) == NU
    store = open_store(zonder_sleutels, WACHTWOORDZIN)
    assert notes_in(store) == ["erna", "ervoor"]
    assert store.meldingen == ()
    store.close()


def test_both_gone_is_mended_too(zonder_sleutels: Path) -> None:
    (zonder_sleutels / "kluis.keys").unlink()
    with pytest.raises(KeyFileMissing):
        open_store(zonder_sleutels, WACHTWOORDZIN)
    recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU)
    open_store(zonder_sleutels, WACHTWOORDZIN).close()


def test_what_stood_there_is_kept_private(zonder_sleutels: Path) -> None:
    recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU)
    kept = zonder_sleutels / "oud" / "sleutels-2026-11-23T100005" / "kluis.keys"
    assert kept.read_bytes() == b'{"format":'
    if os.name == "posix":
        assert kept.stat().st_mode & 0o077 == 0
        assert kept.parent.stat().st_mode & 0o077 == 0


def test_a_wrong_passphrase_writes_nothing(zonder_sleutels: Path) -> None:
    before = files_of(zonder_sleutels)
    with pytest.raises(WrongSecret):
        recover_key_file(zonder_sleutels, "iets anders", NU)
    with pytest.raises(HerstelcodeOnjuist):
        recover_key_file(zonder_sleutels, "18GX-CMYD-791D-HPY5-RK54-AE2K-0TT", NU)
    assert files_of(zonder_sleutels) == before


def test_keys_of_another_store_never_come_in_their_place(zonder_sleutels: Path, tmp_path: Path) -> None:
    other, _ = create_store(tmp_path / "ander", WACHTWOORDZIN, VOORBEELD)
    theirs = make_backup(other.opened, "dagelijks", NU)
    other.close()
    before = files_of(zonder_sleutels)
    with pytest.raises(KeyFileDamaged, match="passen niet"):
        recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU, [theirs])
    assert files_of(zonder_sleutels) == before
    shutil.copy(theirs, zonder_sleutels / "reserve" / "2027-01-01T100000.kluis")
    assert recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU) == NU  # the next one fits


def test_the_identity_of_the_store_must_be_that_of_the_keys_too(
    zonder_sleutels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kernteam_tui.data.reservekopie.sleutels.store_id_of", lambda _: "een ander")
    with pytest.raises(KeyFileDamaged, match="passen niet"):
        recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU)
    assert not (zonder_sleutels / "kluis.keys.bak").exists()


def test_a_damaged_backup_is_passed_over(zonder_sleutels: Path) -> None:
    (zonder_sleutels / "reserve" / "2027-01-01T100000.kluis").write_bytes(b"stuk")
    assert recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU) == NU


def test_without_a_backup_the_next_step_is_another_disk(zonder_sleutels: Path) -> None:
    shutil.rmtree(zonder_sleutels / "reserve")
    with pytest.raises(KeyFileDamaged, match="geen reservekopie") as caught:
        recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU)
    assert "stick" in caught.value.stap


def test_a_file_that_is_no_backup_is_named(zonder_sleutels: Path, tmp_path: Path) -> None:
    (tmp_path / "foto.kluis").write_bytes(b"jpeg")
    with pytest.raises(BackupInvalid):
        recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU, [tmp_path / "foto.kluis"])


def test_without_a_store_there_is_nothing_to_open(zonder_sleutels: Path) -> None:
    (zonder_sleutels / "kluis.db").unlink()
    with pytest.raises(StoreMissing):
        recover_key_file(zonder_sleutels, WACHTWOORDZIN, NU)


def test_a_store_in_use_is_left_alone(store: Store, kopie: Path) -> None:
    with pytest.raises(StoreInUse):
        recover_key_file(store.map, WACHTWOORDZIN, NU, [kopie])


def test_many_backups_with_the_same_keys_cost_one_try(
    store: Store, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kopie.exists()
    for day in range(1, 5):
        make_backup(store.opened, "dagelijks", NU - timedelta(days=day))
    store.close()
    tried: list[object] = []

    def refuse(header: object, _secret: str) -> None:
        tried.append(header)
        raise WrongSecret()

    monkeypatch.setattr("kernteam_tui.data.reservekopie.sleutels.unlock", refuse)
    with pytest.raises(WrongSecret):
        recover_key_file(store.map, WACHTWOORDZIN, NU)
    assert len(tried) == 1
