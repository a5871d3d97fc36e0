"""A new data key: after it neither an old secret nor an old key file opens the store; nothing is lost."""

from __future__ import annotations

import itertools
import shutil
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kernteam_tui.data.controle import check_store
from kernteam_tui.data.fouten import (
    DiskError,
    SleutelwisselOnaf,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreNotOfKeys,
    WeakSecret,
    WrongSecret,
)
from kernteam_tui.data.opening import wissel
from kernteam_tui.data.opening.driver import open_keyed
from kernteam_tui.data.opening.engine import make_engine
from kernteam_tui.data.opening.kluis import OpenedFiles, open_store_files
from kernteam_tui.data.opening.slot import StoreLock
from kernteam_tui.data.opening.voorcontrole import controleer_voor_openen
from kernteam_tui.data.reservekopie.maken import make_backup
from kernteam_tui.data.sleutels import beheer, rotatie
from kernteam_tui.data.sleutels.beleid import STANDAARD, VOORBEELD
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.sleutels.kop import Header, read_header
from kernteam_tui.data.sleutels.organisatie import make_pair, read_private_key, read_public_key
from kernteam_tui.data.sleutels.rotatie import Rotation, copies_of_other_keys, prepare_rotation, remove_copy
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file
from kernteam_tui.data.sleutels.vakken import new_header
from kernteam_tui.data.unit_of_work import UnitOfWork
from tests.store.opening.test_wissel import stopped_at

NIEUW = "blauwe tractor zingt onder water"
MOMENT = datetime(2026, 11, 23, 8, tzinfo=UTC)


def nothing(_uow: UnitOfWork) -> None:
    """No line in the log."""


def rows(opened: OpenedFiles) -> int:
    with opened.engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM notitie")).scalar_one())


def rotate(opened: OpenedFiles, secret: Any) -> str:
    rotation = prepare_rotation(opened, secret, NIEUW, VOORBEELD)
    rotation.finish(nothing)
    return rotation.recovery_code


def refused(folder: Path, secret: Any) -> bool:
    try:
        open_store_files(folder, secret).close()
    except WrongSecret:
        return True
    return False


def test_the_old_secrets_no_longer_open_it_and_everything_is_there(kluis: Any, opened: OpenedFiles) -> None:
    before = rows(opened)
    code = rotate(opened, kluis.zin)
    opened.close()
    assert refused(kluis.folder, kluis.zin)
    assert refused(kluis.folder, kluis.code)
    for secret in (NIEUW, code):
        again = open_store_files(kluis.folder, secret)
        assert rows(again) == before
        assert all(finding.in_orde for finding in check_store(again.engine))
        again.close()


def test_the_session_goes_on_with_the_new_key(kluis: Any, opened: OpenedFiles) -> None:
    before = rows(opened)
    rotate(opened, kluis.zin)
    with opened.engine.begin() as connection:
        connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('erna', 1)"))
    assert rows(opened) == before + 1
    opened.close()
    again = open_store_files(kluis.folder, NIEUW)
    assert rows(again) == before + 1
    again.close()


def test_what_was_saved_just_before_is_in_it(kluis: Any, opened: OpenedFiles) -> None:
    """It is in the log beside the store, not in the store itself yet."""
    with opened.engine.begin() as connection:
        connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('net nog', 1)"))
    before = rows(opened)
    rotate(opened, kluis.zin)
    assert rows(opened) == before


def test_an_old_key_file_does_not_open_the_new_store(kluis: Any, opened: OpenedFiles, tmp_path: Path) -> None:
    old = tmp_path / "oud"
    shutil.copytree(kluis.folder, old)
    rotate(opened, kluis.zin)
    opened.close()
    for name in ("kluis.keys", "kluis.keys.bak"):
        shutil.copy(old / name, kluis.folder / name)
    with pytest.raises((StoreNotOfKeys, StoreDamaged)):
        open_store_files(kluis.folder, kluis.zin)
    with pytest.raises(StoreError):
        open_keyed(kluis.database, kluis.data_key())


def test_the_old_files_are_gone(kluis: Any, opened: OpenedFiles) -> None:
    rotate(opened, kluis.zin)
    opened.close()
    assert {path.name for path in kluis.folder.iterdir()} <= {
        "kluis.db",
        "kluis.keys",
        "kluis.keys.bak",
        "kluis.lock",
    }


def test_an_abandoned_rotation_changes_nothing(kluis: Any, opened: OpenedFiles) -> None:
    before = kluis.keys.read_bytes(), kluis.database.read_bytes()
    prepare_rotation(opened, kluis.zin, NIEUW, VOORBEELD).abandon()
    assert (kluis.keys.read_bytes(), kluis.database.read_bytes()) == before


def test_the_slot_of_the_organisation_comes_along(kluis: Any, opened: OpenedFiles) -> None:
    private, public = make_pair()
    beheer.prepare_organisation(opened, kluis.zin, read_public_key(public)).write()
    before = beheer.organisation_fingerprint(opened)
    rotate(opened, kluis.zin)
    assert beheer.organisation_fingerprint(opened) == before
    opened.close()
    open_store_files(kluis.folder, read_private_key(private)).close()


@pytest.mark.parametrize("which", ["zin", "code"])
def test_the_leaked_passphrase_is_no_new_one(kluis: Any, opened: OpenedFiles, which: str) -> None:
    with pytest.raises(WeakSecret, match="huidige"):
        prepare_rotation(opened, getattr(kluis, which), kluis.zin, VOORBEELD)


def test_an_open_laptop_is_not_enough(opened: OpenedFiles) -> None:
    with pytest.raises(WrongSecret):
        prepare_rotation(opened, "iets anders", NIEUW, VOORBEELD)


def test_a_weak_passphrase_is_refused(kluis: Any, opened: OpenedFiles) -> None:
    with pytest.raises(WeakSecret):
        prepare_rotation(opened, kluis.zin, "welkom123", STANDAARD)


def test_a_save_at_the_same_time_is_in_it_or_comes_after_it(kluis: Any, opened: OpenedFiles) -> None:
    """Every acknowledged save is there, whenever it came."""
    rotation = prepare_rotation(opened, kluis.zin, NIEUW, VOORBEELD)
    saved, refused_saves, stop = [rows(opened)], [0], threading.Event()

    def keep_saving() -> None:
        refused_saves[0] += 1  # taken back when all goes well
        while not stop.is_set():
            with opened.engine.begin() as connection:
                connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('tegelijk', 1)"))
            saved[0] += 1
            time.sleep(0.002)
        refused_saves[0] -= 1

    writer = threading.Thread(target=keep_saving)
    writer.start()
    time.sleep(0.05)
    rotation.finish(nothing)
    time.sleep(0.05)
    stop.set()
    writer.join()
    assert refused_saves == [0]
    assert rows(opened) == saved[0]
    opened.close()
    again = open_store_files(kluis.folder, NIEUW)
    assert rows(again) == saved[0]
    again.close()


def test_a_save_that_waits_too_long_for_a_new_key_is_named_and_can_be_done_again(
    kluis: Any, opened: OpenedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotation = prepare_rotation(opened, kluis.zin, NIEUW, VOORBEELD)
    waited: list[StoreBusy] = []

    def save_meanwhile(_uow: UnitOfWork) -> None:
        with pytest.raises(StoreBusy) as raised:
            save_one(opened)
        waited.append(raised.value)

    monkeypatch.setattr(opened.engine.pool, "_timeout", 0.05)
    rotation.finish(save_meanwhile)
    assert [error.code for error in waited] == ["kluis_bezig"]
    save_one(opened)
    opened.close()
    again = open_store_files(kluis.folder, NIEUW)
    with again.engine.connect() as connection:
        found = connection.execute(text("SELECT count(*) FROM notitie WHERE tekst = 'verder'")).scalar_one()
    assert found == 1
    again.close()


def test_a_key_that_is_asked_for_during_a_save_waits_and_changes_nothing(
    kluis: Any, opened: OpenedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotation = prepare_rotation(opened, kluis.zin, NIEUW, VOORBEELD)
    monkeypatch.setattr(opened.engine.pool, "_timeout", 0.05)
    with opened.engine.begin(), pytest.raises(StoreBusy, match="niets veranderd"):
        rotation.finish(nothing)
    opened.close()
    open_store_files(kluis.folder, kluis.zin).close()


def test_backups_from_before_are_found_and_still_open_with_the_old_key(
    kluis: Any, opened: OpenedFiles
) -> None:
    old = make_backup(opened, "dagelijks", MOMENT)
    kept = kluis.folder / "oud" / "2026-11-20T090000"
    kept.mkdir(parents=True)
    for name in ("kluis.keys", "kluis.keys.bak"):
        shutil.copy(kluis.folder / name, kept / name)
    assert copies_of_other_keys(opened) == ()
    rotate(opened, kluis.zin)
    fresh = make_backup(opened, "dagelijks", MOMENT.replace(hour=9))
    assert copies_of_other_keys(opened) == (old, kept)
    for copy in copies_of_other_keys(opened):
        remove_copy(copy)
    assert copies_of_other_keys(opened) == ()
    assert fresh.exists()


@pytest.fixture
def other_key(original: Any) -> tuple[bytes, Header]:
    """A data key and its header, made once: most tests below derive nothing."""
    key = DataKey.random()
    store_id = read_header(original.keys.read_bytes()).store_id
    return bytes(key.raw()), new_header(store_id, key, NIEUW, original.code, VOORBEELD.kdf())


def opened_without_deriving(folder: Path, original: Any) -> OpenedFiles:
    key, header = original.data_key(), read_header((folder / "kluis.keys").read_bytes())
    return OpenedFiles(folder, make_engine(folder / "kluis.db", key), header.store_id, key, StoreLock(folder))


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_stopped_at_every_touch_of_the_disk_it_is_wholly_of_the_old_or_the_new_key(
    original: Any,
    tmp_path: Path,
    other_key: tuple[bytes, Header],
    error: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)
    outcomes = []
    for number in itertools.count(step=3):
        folder = tmp_path / str(number)
        shutil.copytree(original.folder, folder)
        opened = opened_without_deriving(folder, original)
        rotation = Rotation("", opened, DataKey(bytearray(other_key[0])), other_key[1])
        told = False
        with stopped_at(folder, number, error) as reached:
            try:
                rotation.finish(nothing)
            except StoreError:
                told = True
        if error is OSError:
            save_one(opened)
        opened.close()
        new = is_of_new_key(folder, original.key, other_key)
        assert new != told or error is KeyboardInterrupt, number
        outcomes.append(new)
        shutil.rmtree(folder)
        if not reached[0]:
            break
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}


def save_one(opened: OpenedFiles) -> None:
    with opened.engine.begin() as connection:
        connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('verder', 1)"))


def is_of_new_key(folder: Path, old: bytes, new: tuple[bytes, Header]) -> bool:
    """Which key the store has, once the key file and the database have been seen to agree."""
    controleer_voor_openen(folder)
    header = read_key_file(folder).header
    key, other = (new[0], old) if header == new[1] else (old, new[0])
    open_keyed(folder / "kluis.db", DataKey(bytearray(key))).close()
    with pytest.raises(StoreDamaged):
        open_keyed(folder / "kluis.db", DataKey(bytearray(other)))
    return header == new[1]


def test_when_the_disk_refuses_the_last_step_it_says_so_and_the_next_opening_does_it(
    kluis: Any, opened: OpenedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotation = prepare_rotation(opened, kluis.zin, NIEUW, VOORBEELD)

    def refuse(_folder: Path) -> bool:
        raise DiskError()

    with monkeypatch.context() as patched:
        patched.setattr(wissel, "carry_through", lambda _folder, _kept: refuse(_folder))
        patched.setattr(rotatie, "finish_pending", refuse)
        patched.setattr(rotatie, "prepare", lambda folder: make_empty(folder / "wissel.nieuw"))
        with pytest.raises(SleutelwisselOnaf):
            rotation.finish(nothing)
    opened.close()
    assert wissel.pending(kluis.folder)
    again = open_store_files(kluis.folder, NIEUW)
    assert any("afgemaakt" in notice for notice in again.notices)
    again.close()
    assert not wissel.pending(kluis.folder)
    assert not list((kluis.folder / "oud").iterdir()), "the old key opens nothing that is left here"


def test_what_the_disk_refused_once_is_done_and_the_old_files_are_gone(
    kluis: Any, opened: OpenedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_through, refusals = wissel.carry_through, [DiskError()]

    def refuse_once(folder: Path, kept_in: str | None) -> None:
        if refusals:
            raise refusals.pop()
        carry_through(folder, kept_in)

    rotation = prepare_rotation(opened, kluis.zin, NIEUW, VOORBEELD)
    monkeypatch.setattr(wissel, "carry_through", refuse_once)
    rotation.finish(nothing)
    assert not wissel.pending(kluis.folder)
    assert not list((kluis.folder / "oud").iterdir())


def make_empty(folder: Path) -> Path:
    folder.mkdir()
    return folder
