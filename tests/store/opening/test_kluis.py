"""Making, opening and closing a store as files."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from kernteam_tui.data.controle import check_store
from kernteam_tui.data.fouten import (
    DiskError,
    DiskFull,
    KeyFileMissing,
    StoreAlreadyExists,
    StoreDamaged,
    StoreError,
    StoreInUse,
    StoreMissing,
    StoreNotOfKeys,
    StoreSwapped,
    WeakSecret,
    WrongSecret,
)
from kernteam_tui.data.opening import kluis as kluis_module
from kernteam_tui.data.opening.kluis import OpenedFiles, create_store_files, open_store_files
from kernteam_tui.data.opening.voorcontrole import controleer_voor_openen, kluis_aanwezig
from kernteam_tui.data.sleutels.beleid import MINIMUM_STRENGTH, VOORBEELD, Sleutelbeleid, lightest
from kernteam_tui.data.sleutels.herstelcode import new_recovery_code

COUNT = text("SELECT count(*) FROM notitie")


def test_a_new_store_opens_with_the_passphrase_and_with_the_code(tmp_path: Path) -> None:
    created = create_store_files(tmp_path / "nieuw", "voorbeeld", VOORBEELD)
    created.opened.close()
    for secret in ("voorbeeld", created.recovery_code, created.recovery_code.lower().replace("-", " ")):
        opened = open_store_files(tmp_path / "nieuw", secret)
        opened.close()
        assert opened.store_id == created.opened.store_id
        assert opened.notices == ()


def test_the_recovery_code_is_kept_nowhere(tmp_path: Path) -> None:
    created = create_store_files(tmp_path / "nieuw", "voorbeeld", VOORBEELD)
    created.opened.close()
    code = created.recovery_code
    assert code not in repr(created)
    for file in (tmp_path / "nieuw").iterdir():
        assert code.encode() not in file.read_bytes()
        assert code.replace("-", "").encode() not in file.read_bytes()


def test_what_was_saved_is_there_after_closing(kluis: Any) -> None:
    opened = open_store_files(kluis.folder, kluis.zin)
    with opened.engine.begin() as connection:
        connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('huisbezoek', 1)"))
    opened.close()
    assert not (kluis.folder / "kluis.db-wal").exists()
    again = open_store_files(kluis.folder, kluis.zin)
    with again.engine.connect() as connection:
        assert connection.execute(COUNT).scalar_one() == 201
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows goes by the rights of the profile")
def test_files_and_folder_are_for_the_owner_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        opened = create_store_files(tmp_path / "nieuw", "voorbeeld", VOORBEELD).opened
        with opened.engine.begin() as connection:
            connection.execute(text("CREATE TABLE t (x)"))
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in opened.folder.iterdir()}
        opened.close()
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "nieuw").stat().st_mode) == 0o700
    assert {"kluis.db", "kluis.db-wal", "kluis.keys", "kluis.keys.bak", "kluis.lock"} <= found.keys()
    assert set(found.values()) == {0o600}


def test_a_wrong_passphrase_leaves_the_store_free(kluis: Any) -> None:
    for secret in ("verkeerd", "", new_recovery_code()):
        with pytest.raises(WrongSecret) as raised:
            open_store_files(kluis.folder, secret)
        assert (raised.value.code, raised.value.exit_status) == ("wachtwoord_onjuist", 3)
    open_store_files(kluis.folder, kluis.zin).close()


def test_closing_wipes_the_key_and_can_be_done_twice(kluis: Any) -> None:
    opened = open_store_files(kluis.folder, kluis.zin)
    memory = opened.key.raw()
    opened.close()
    opened.close()
    assert opened.key.wiped
    assert not any(memory)


def test_a_weak_passphrase_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    policy = Sleutelbeleid(lightest, MINIMUM_STRENGTH)
    for zin in ("welkom01", "wachtwoord", "", "   ", new_recovery_code()):
        with pytest.raises(WeakSecret):
            create_store_files(tmp_path / "nieuw", zin, policy)
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.parametrize("name", ["kluis.db", "kluis.keys", "kluis.keys.bak"])
def test_a_folder_with_any_file_of_a_store_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"van iemand")
    with pytest.raises(StoreAlreadyExists) as raised:
        create_store_files(tmp_path, "voorbeeld", VOORBEELD)
    assert (raised.value.code, raised.value.exit_status) == ("kluis_bestaat_al", 1)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_failure_while_making_leaves_nothing_that_looks_like_a_store(tmp_path: Path) -> None:
    def fails(_engine: Engine) -> None:
        raise RuntimeError("halverwege")

    with pytest.raises(RuntimeError):
        create_store_files(tmp_path, "voorbeeld", VOORBEELD, inrichten=fails)
    assert not kluis_aanwezig(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} <= {"kluis.lock"}


def test_a_making_that_was_killed_is_no_store_and_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after SIGKILL: nothing is cleared away, whatever had been written stays."""

    class Killed(BaseException):
        pass

    def killed(_engine: Engine) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(kluis_module, "_clear_unfinished", lambda _folder: None)
        with pytest.raises(Killed):
            create_store_files(tmp_path, "voorbeeld", VOORBEELD, inrichten=killed)
    assert (tmp_path / "kluis.keys").exists()
    assert not kluis_aanwezig(tmp_path)
    with pytest.raises(StoreMissing):
        open_store_files(tmp_path, "voorbeeld")
    create_store_files(tmp_path, "opnieuw", VOORBEELD).opened.close()
    open_store_files(tmp_path, "opnieuw").close()


def truncate(path: Path, length: int) -> None:
    with path.open("r+b") as stream:
        stream.truncate(length)


@pytest.mark.parametrize("length", [0, 1, 100, 4095, 4097, 5000, 4096, 8192])
def test_a_store_that_was_cut_off_is_damaged_and_not_a_wrong_passphrase(kluis: Any, length: int) -> None:
    truncate(kluis.database, length)
    with pytest.raises(StoreDamaged) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert (raised.value.code, raised.value.exit_status) == ("kluis_beschadigd", 4)


@pytest.mark.parametrize("length", [4096, 5000, 16384])
def test_a_store_cut_off_with_its_log_beside_it_is_damaged(kluis: Any, length: int) -> None:
    """SQLite goes by the log there and would not see it."""
    leave_unclosed(kluis)
    truncate(kluis.database, length)
    with pytest.raises(StoreDamaged):
        open_store_files(kluis.folder, kluis.zin)


def leave_unclosed(kluis: Any) -> None:
    """The files as they are when the program is killed after a save."""
    opened = open_store_files(kluis.folder, kluis.zin)
    with opened.engine.begin() as connection:
        connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('laatste zin', 1)"))
    kept = {path: path.read_bytes() for path in kluis.folder.glob("kluis.db*") if path.suffix != ".db-shm"}
    opened.close()
    for path, content in kept.items():
        path.write_bytes(content)


def test_a_store_that_was_not_closed_opens_with_its_last_save(kluis: Any) -> None:
    leave_unclosed(kluis)
    assert (kluis.folder / "kluis.db-wal").stat().st_size > 0
    opened = open_store_files(kluis.folder, kluis.zin)
    with opened.engine.connect() as connection:
        assert connection.execute(COUNT).scalar_one() == 201
    opened.close()


def test_a_last_page_half_written_is_mended_by_the_log(kluis: Any) -> None:
    """A power cut while the log is taken in may leave the file at an odd length: that is not damage."""
    leave_unclosed(kluis)
    with kluis.database.open("ab") as stream:
        stream.write(b"\x00" * 100)
    opened = open_store_files(kluis.folder, kluis.zin)
    with opened.engine.connect() as connection:
        assert connection.execute(COUNT).scalar_one() == 201
    opened.close()


@pytest.mark.parametrize("place", [20, 100, 4000])
def test_a_damaged_first_page_is_not_a_wrong_passphrase(kluis: Any, place: int) -> None:
    with kluis.database.open("r+b") as stream:
        stream.seek(place)
        stream.write(b"\xaa\x55\xaa")
    with pytest.raises(StoreDamaged):
        open_store_files(kluis.folder, kluis.zin)


def test_a_store_of_somebody_else_does_not_open_with_these_keys(kluis: Any, tmp_path: Path) -> None:
    create_store_files(tmp_path / "ander", "voorbeeld", VOORBEELD).opened.close()
    kluis.database.write_bytes((tmp_path / "ander" / "kluis.db").read_bytes())
    with pytest.raises(StoreNotOfKeys) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert (raised.value.code, raised.value.exit_status) == ("kluis_beschadigd", 4)


@pytest.mark.parametrize("bit", range(0, 128, 9))
def test_one_bit_in_the_salt_is_damage_and_no_other_store(kluis: Any, bit: int) -> None:
    """No page fits any more, but one that nearly is this salt would make them fit."""
    content = bytearray(kluis.database.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    kluis.database.write_bytes(content)
    with pytest.raises(StoreDamaged) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert raised.value.code == "kluis_beschadigd"


@pytest.mark.parametrize("start", [bytes(16), b"this is no store", b"\xaa\x55" * 8, b"\xff" * 4096])
def test_a_beginning_that_no_store_has_is_damage(kluis: Any, start: bytes) -> None:
    with kluis.database.open("r+b") as stream:
        stream.write(start)
    with pytest.raises(StoreDamaged) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert raised.value.code == "kluis_beschadigd"


def test_a_salt_beyond_telling_is_said_to_be_either(kluis: Any) -> None:
    with kluis.database.open("r+b") as stream:
        stream.write(b"\xaa\x55\xaa")
    with pytest.raises(StoreNotOfKeys) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert "andere kluis" in raised.value.tekst
    assert "beschadigd" in raised.value.tekst


def test_another_store_id_under_the_same_key_is_noticed(kluis: Any) -> None:
    opened = open_store_files(kluis.folder, kluis.zin)
    with opened.engine.begin() as connection:
        connection.execute(text("UPDATE kluis_kenmerk SET store_id = 'anders'"))
    opened.close()
    with pytest.raises(StoreSwapped) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert (raised.value.code, raised.value.exit_status) == ("kluis_verwisseld", 4)


def test_a_store_whose_database_has_gone_is_missing(kluis: Any) -> None:
    kluis.database.unlink()
    with pytest.raises(StoreMissing) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert (raised.value.code, raised.value.exit_status) == ("kluis_ontbreekt", 4)


def test_an_empty_folder_and_no_folder_are_no_store(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nergens"):
        with pytest.raises(StoreMissing):
            open_store_files(folder, "voorbeeld")
        assert not (folder / "kluis.lock").exists()


def test_an_open_store_cannot_be_opened_twice(kluis: Any, opened: OpenedFiles) -> None:
    with pytest.raises(StoreInUse):
        open_store_files(kluis.folder, kluis.zin)
    with opened.engine.connect() as connection:
        assert connection.execute(COUNT).scalar_one() == 200


def test_what_is_wrong_is_told_before_the_passphrase_is_asked(kluis: Any) -> None:
    controleer_voor_openen(kluis.folder)
    saved = kluis.database.read_bytes()
    kluis.database.write_bytes(b"")
    with pytest.raises(StoreDamaged):
        controleer_voor_openen(kluis.folder)
    kluis.database.unlink()
    with pytest.raises(StoreMissing):
        controleer_voor_openen(kluis.folder)
    kluis.database.write_bytes(saved)
    kluis.keys.unlink()
    controleer_voor_openen(kluis.folder)
    kluis.keys_copy.unlink()
    with pytest.raises(KeyFileMissing):
        controleer_voor_openen(kluis.folder)


def test_an_open_store_is_told_before_the_passphrase_is_asked(opened: OpenedFiles) -> None:
    with pytest.raises(StoreInUse):
        controleer_voor_openen(opened.folder)
    opened.close()
    controleer_voor_openen(opened.folder)


@pytest.mark.parametrize("error", [DiskFull, DiskError])
def test_mending_on_a_full_disk_does_not_keep_the_store_shut(
    kluis: Any, monkeypatch: pytest.MonkeyPatch, error: type[StoreError]
) -> None:
    def refuse(*_: object) -> None:
        raise error()

    kluis.keys_copy.unlink()
    monkeypatch.setattr("kernteam_tui.data.sleutels.sleutelbestand.write_durably", refuse)
    opened = open_store_files(kluis.folder, kluis.zin)
    opened.close()
    assert len(opened.notices) == 1
    assert "niet" in opened.notices[0]


def test_a_full_disk_while_making_is_named_and_leaves_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kernteam_tui.data.opening.bestanden.os.replace", full)
    with pytest.raises(DiskFull):
        create_store_files(tmp_path, "voorbeeld", VOORBEELD)
    assert not kluis_aanwezig(tmp_path)


def test_every_error_of_the_store_says_what_to_do_and_never_to_begin_anew() -> None:
    classes = [*StoreError.__subclasses__(), *WrongSecret.__subclasses__()]
    assert len(classes) >= 17
    for named in classes:
        error = named()
        assert error.tekst.endswith(".")
        assert error.stap.endswith(".")
        assert "begin opnieuw" not in error.zin.lower()
        assert error.exit_status in {1, 3, 4, 5}


def test_one_damaged_page_far_away_does_not_keep_the_last_work_shut(kluis: Any) -> None:
    """It is found by the check; refusing to open would cost more than the page."""
    leave_unclosed(kluis)
    with kluis.database.open("r+b") as stream:
        stream.seek(20_000)
        stream.write(b"\x00" * 16)
    opened = open_store_files(kluis.folder, kluis.zin)
    assert not all(finding.in_orde for finding in check_store(opened.engine))
    opened.close()


def test_pages_that_are_only_in_the_log_are_not_missing(kluis: Any) -> None:
    opened = open_store_files(kluis.folder, kluis.zin)
    with opened.engine.begin() as connection:
        for _ in range(20):
            connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES (hex(zeroblob(9000)), 1)"))
    kept = {path: path.read_bytes() for path in kluis.folder.glob("kluis.db*") if path.suffix != ".db-shm"}
    opened.close()
    for path, content in kept.items():
        path.write_bytes(content)
    again = open_store_files(kluis.folder, kluis.zin)
    with again.engine.connect() as connection:
        assert connection.execute(COUNT).scalar_one() == 220
    again.close()
