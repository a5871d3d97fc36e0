"""Putting a backup back: what was there stays aside, and any refusal leaves everything as it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kernteam_tui.data.fouten import (
    BackupInvalid,
    DiskFull,
    MigrationFailed,
    StoreInUse,
    StoreTooNew,
    WrongSecret,
)
from kernteam_tui.data.opening import wissel
from kernteam_tui.data.opening.driver import open_keyed
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.opening.kluis import open_store_files
from kernteam_tui.data.reservekopie.inzien import unlock_pack
from kernteam_tui.data.reservekopie.maken import make_backup
from kernteam_tui.data.reservekopie.pak import digests, read_pack, unpack_database, write_pack
from kernteam_tui.data.reservekopie.terugzetten import Teruggezet, prepare_restore
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import Store, create_store, open_store
from tests.conftest import WACHTWOORDZIN
from tests.store.reservekopie.conftest import NU, files_of, notes_in


@pytest.fixture
def gesloten(store: Store, kopie: Path) -> Path:
    """The folder of the store, closed; it holds both notes, the backup only the first."""
    store.close()
    assert kopie.exists()
    return store.map


def restore(folder: Path, backup: Path, secret: str = WACHTWOORDZIN) -> Teruggezet:
    with prepare_restore(folder, backup, secret) as ready:
        return ready.carry_out(NU)


def opened_notes(folder: Path, secret: str = WACHTWOORDZIN) -> list[str]:
    store = open_store(folder, secret)
    try:
        assert all(finding.in_orde for finding in store.controle())
        return notes_in(store)
    finally:
        store.close()


def test_the_store_is_as_it_was_then(gesloten: Path, kopie: Path) -> None:
    restore(gesloten, kopie)
    assert opened_notes(gesloten) == ["ervoor"]


def test_it_is_said_first_what_is_in_both(gesloten: Path, kopie: Path) -> None:
    with prepare_restore(gesloten, kopie, WACHTWOORDZIN) as ready:
        assert (ready.inhoud.casussen, ready.inhoud.notities) == (1, 1)
        assert ready.huidig is not None
        assert (ready.huidig.casussen, ready.huidig.notities) == (1, 2)
        assert ready.huidig.laatst is not None
        assert ready.inhoud.laatst is not None
        assert ready.huidig.laatst > ready.inhoud.laatst


def test_looking_changes_nothing(gesloten: Path, kopie: Path) -> None:
    before = files_of(gesloten)
    with prepare_restore(gesloten, kopie, WACHTWOORDZIN):
        pass
    assert files_of(gesloten) == before


def test_what_stood_there_is_kept_aside_and_still_opens(gesloten: Path, kopie: Path) -> None:
    done = restore(gesloten, kopie)
    assert done.apart == gesloten / "oud" / "2026-11-23T100005"
    assert opened_notes(done.apart) == ["erna", "ervoor"]


def test_twice_in_one_second_keeps_both_aside(gesloten: Path, kopie: Path) -> None:
    first, second = restore(gesloten, kopie).apart, restore(gesloten, kopie).apart
    assert first != second
    assert first is not None
    assert opened_notes(first) == ["erna", "ervoor"]


def test_a_line_in_the_log_tells_of_it(gesloten: Path, kopie: Path) -> None:
    restore(gesloten, kopie)
    store = open_store(gesloten, WACHTWOORDZIN)
    with store.lezen() as conn:
        last = conn.exec_driver_sql("SELECT soort, wat FROM logboek ORDER BY nr DESC LIMIT 1").one()
    store.close()
    assert tuple(last) == ("teruggezet", "reservekopie van 2026-11-23T10:00")


@pytest.mark.usefixtures("gesloten")
def test_a_new_laptop_needs_nothing_but_the_file(kopie: Path, tmp_path: Path) -> None:
    new = tmp_path / "nieuwe laptop" / "kernteam"
    done = restore(new, kopie)
    assert done.apart is None
    assert opened_notes(new) == ["ervoor"]
    if os.name == "posix":
        assert [oct(path.stat().st_mode & 0o077) for path in new.rglob("*")] == ["0o0"] * len(
            list(new.rglob("*"))
        )


@pytest.mark.parametrize("state", ["damaged", "empty", "plain", "gone", "no keys", "broken keys", "all gone"])
def test_it_works_when_one_needs_it(gesloten: Path, kopie: Path, tmp_path: Path, state: str) -> None:
    backup = Path(shutil.copy(kopie, tmp_path / "stick.kluis"))
    database, keys = gesloten / "kluis.db", gesloten / "kluis.keys"
    if state == "damaged":
        database.write_bytes(database.read_bytes()[:9_000])
    if state == "empty":
        database.write_bytes(b"")
    if state == "plain":
        database.write_bytes(b"SQLite format 3\0" + b"\0" * 9_000)
    if state in ("gone", "all gone"):
        database.unlink()
    if state in ("no keys", "all gone"):
        keys.unlink()
        keys.with_name("kluis.keys.bak").unlink()
    if state == "broken keys":
        keys.write_bytes(b"{")
        keys.with_name("kluis.keys.bak").write_bytes(b"")
    kept = files_of(gesloten)
    done = restore(gesloten, backup)
    assert opened_notes(gesloten) == ["ervoor"]
    aside = {} if done.apart is None else files_of(done.apart)
    assert aside == {name: content for name, content in kept.items() if "/" not in name}


def test_the_log_of_a_store_that_was_not_closed_goes_aside_with_it(gesloten: Path, kopie: Path) -> None:
    """It must never be taken for the log of the store that comes in its place."""
    (gesloten / "kluis.db").write_bytes(b"weg")
    (gesloten / "kluis.db-wal").write_bytes(b"log")
    done = restore(gesloten, kopie)
    assert done.apart is not None
    assert (done.apart / "kluis.db-wal").read_bytes() == b"log"
    assert opened_notes(gesloten) == ["ervoor"]


def test_the_recovery_code_of_the_backup_opens_it(tmp_path: Path) -> None:
    store, code = create_store(tmp_path / "kluis", "een zin", VOORBEELD)
    backup = make_backup(store.opened, "dagelijks", NU)
    store.close()
    restore(tmp_path / "elders", backup, code)
    open_store(tmp_path / "elders", "een zin").close()


def test_a_wrong_passphrase_changes_nothing(gesloten: Path, kopie: Path) -> None:
    before = files_of(gesloten)
    with pytest.raises(WrongSecret):
        restore(gesloten, kopie, "iets anders")
    assert files_of(gesloten) == before


def test_a_store_in_use_is_left_alone(store: Store, kopie: Path) -> None:
    with pytest.raises(StoreInUse):
        restore(store.map, kopie)
    assert notes_in(store) == ["erna", "ervoor"]
    assert not list(store.map.glob("wissel*"))


def test_a_backup_of_a_newer_program_is_refused_before_anything_changes(store: Store) -> None:
    with driver_connection(store.engine) as connection:
        connection.execute("PRAGMA user_version = 99")
    newer = make_backup(store.opened, "dagelijks", NU)
    with driver_connection(store.engine) as connection:
        connection.execute("PRAGMA user_version = 2")
    store.close()
    before = files_of(store.map)
    with pytest.raises(StoreTooNew):
        restore(store.map, newer)
    assert files_of(store.map) == before


def test_the_store_of_somebody_else_in_the_pack_is_refused(
    gesloten: Path, kopie: Path, tmp_path: Path
) -> None:
    """Its digests are right, but the database does not open with the keys beside it."""
    other, _ = create_store(tmp_path / "ander", WACHTWOORDZIN, VOORBEELD)
    theirs = read_pack(make_backup(other.opened, "dagelijks", NU))
    ours = read_pack(kopie)
    unpack_database(theirs, tmp_path / "hun.db")
    sums = digests(tmp_path / "hun.db", ours.keys)
    mixed = tmp_path / "gemengd.kluis"
    mixed.touch()
    write_pack(mixed, tmp_path / "hun.db", ours.keys, replace(ours.manifest, sha256=sums))
    other.close()
    before = files_of(gesloten)
    with pytest.raises(BackupInvalid):
        restore(gesloten, mixed)
    assert files_of(gesloten) == before


@pytest.mark.parametrize("page", [2, 20, -1])
def test_damage_that_its_own_digest_does_not_show_is_that_of_the_backup(
    gesloten: Path, kopie: Path, tmp_path: Path, page: int
) -> None:
    """Somebody packed a damaged store: it must not be called the store of the user."""
    pack = read_pack(kopie)
    (tmp_path / "stuk.db").touch()
    unpack_database(pack, tmp_path / "stuk.db")
    content = bytearray((tmp_path / "stuk.db").read_bytes())
    content[(page * 4096 if page > 0 else len(content) - 4096) + 700] ^= 1
    (tmp_path / "stuk.db").write_bytes(content)
    sums = digests(tmp_path / "stuk.db", pack.keys)
    bad = tmp_path / "stuk.kluis"
    bad.touch()
    write_pack(bad, tmp_path / "stuk.db", pack.keys, replace(pack.manifest, sha256=sums))
    before = files_of(gesloten)
    with pytest.raises(BackupInvalid):
        restore(gesloten, bad)
    assert files_of(gesloten) == before


def test_a_store_with_another_identity_than_its_keys_is_refused(
    gesloten: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kernteam_tui.data.reservekopie.inzien.store_id_of", lambda _: "een ander")
    before = files_of(gesloten)
    with pytest.raises(BackupInvalid, match="hoort niet bij"):
        restore(gesloten, kopie)
    assert files_of(gesloten) == before


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ("copy_database", DiskFull()),
        ("bring_up_to_date", MigrationFailed()),
        ("copy_database", OSError(28, "vol")),
    ],
)
def test_what_fails_on_the_way_changes_nothing(
    gesloten: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(f"kernteam_tui.data.reservekopie.bijgewerkt.{step}", fail)
    before = files_of(gesloten)
    expected = MigrationFailed if step == "bring_up_to_date" else DiskFull
    with pytest.raises(expected) as caught:
        restore(gesloten, kopie)
    if expected is DiskFull:
        assert "terug te zetten" in caught.value.tekst
    assert files_of(gesloten) == before


def test_a_backup_of_the_first_form_comes_back_in_the_newest(tmp_path: Path) -> None:
    """The real first schema, as it was released."""
    folder = Path(shutil.copytree(Path(__file__).parents[1] / "oud" / "schema-0001", tmp_path / "kluis"))
    opened = open_store_files(folder, "voorbeeld")
    backup = make_backup(opened, "dagelijks", NU)
    opened.close()
    (folder / "kluis.db").unlink()
    assert read_pack(backup).manifest.schema == 1
    with prepare_restore(folder, backup, "voorbeeld") as ready:
        assert (ready.inhoud.schema, ready.inhoud.casussen) == (1, 12)
        ready.carry_out(NU)
    assert len(opened_notes(folder, "voorbeeld")) == ready.inhoud.notities
    assert read_pack(backup).manifest.schema == 1  # the backup itself is as it was


@pytest.mark.skipif(os.name == "nt", reason="a SIGKILL of a fork")
def test_killed_at_any_step_it_is_wholly_the_old_or_the_new(gesloten: Path, kopie: Path) -> None:
    """Six of its steps here; `bench/faults` does 120."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.store.reservekopie.afgebroken", gesloten, kopie, WACHTWOORDZIN, "6"],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(answer.stdout)
    assert told["oud"] + told["nieuw"] == told["kills"] == 6
    assert told["oud"] > 0
    assert told["nieuw"] > 0
    assert told["apart"] == told["nieuw"]


def test_a_restore_that_was_decided_on_is_finished_by_the_next_opening(
    gesloten: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(wissel, "finish_pending", lambda _: False)
        patched.setattr(wissel, "carry_through", lambda _folder, _kept: None)
        with prepare_restore(gesloten, kopie, WACHTWOORDZIN) as ready:
            ready.carry_out(NU)
        assert wissel.pending(gesloten)
    assert opened_notes(gesloten) == ["ervoor"]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_a_folder_with_other_things_in_it_is_not_closed_to_others(gesloten: Path, kopie: Path) -> None:
    shared = gesloten.parent / "gedeeld"
    shared.mkdir()
    shared.chmod(0o755)
    (shared / "rooster.txt").touch()
    restore(shared, kopie)
    assert shared.stat().st_mode & 0o777 == 0o755
    assert (shared / "kluis.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER blijft BEFORE DELETE ON notitie BEGIN SELECT RAISE(IGNORE); END",
        "CREATE VIEW lijst AS SELECT 1",
        "CREATE VIEW gesprek AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) "
        "SELECT id, '' AS updated_at FROM r",
    ],
    ids=["a trigger that undoes erasing", "a view", "a view without an end in the place of a table"],
)
def test_a_backup_with_parts_that_no_version_makes_is_refused(
    gesloten: Path, kopie: Path, tmp_path: Path, sql: str
) -> None:
    pak, database, crafted = read_pack(kopie), tmp_path / "los.db", tmp_path / "gemaakt.kluis"
    key = unlock_pack(pak, WACHTWOORDZIN)
    for path in (database, crafted):
        path.touch()
    unpack_database(pak, database)
    connection = open_keyed(database, key)
    connection.execute("PRAGMA foreign_keys = OFF")
    if "VIEW gesprek" in sql:
        connection.execute("DROP TABLE gesprek")
    connection.execute(sql)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    write_pack(crafted, database, pak.keys, replace(pak.manifest, sha256=digests(database, pak.keys)))
    before = files_of(gesloten)
    with pytest.raises(BackupInvalid, match="nooit maakt"):
        restore(gesloten, crafted)
    assert files_of(gesloten) == before
