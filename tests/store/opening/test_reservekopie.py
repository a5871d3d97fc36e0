"""A backup that bears the name of one has passed its check, and opens by itself."""

from __future__ import annotations

import json
import shutil
import stat
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kernteam_tui.data.fouten import BackupInvalid, DiskFull
from kernteam_tui.data.opening.driver import open_keyed
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.opening.kluis import OpenedFiles, open_store_files
from kernteam_tui.data.reservekopie.maken import make_backup, verify_backup
from kernteam_tui.data.sleutels.datasleutel import DataKey
from tests.geduld import GEDULD

NU = datetime(2026, 11, 23, 9, 0, 5, tzinfo=UTC)


def test_a_backup_is_made_under_the_time_in_amsterdam(opened: OpenedFiles) -> None:
    path = make_backup(opened, "bijwerken", NU)
    assert path == opened.folder / "reserve" / "2026-11-23T100005.kluis"
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    verify_backup(path, opened.key)


def test_two_backups_in_one_second_both_stay(opened: OpenedFiles) -> None:
    first, second = make_backup(opened, "a", NU), make_backup(opened, "b", NU)
    assert first != second
    assert first.exists()
    assert second.exists()


def test_a_backup_opens_elsewhere_with_the_passphrase_and_the_code(
    kluis: Any, opened: OpenedFiles, tmp_path: Path
) -> None:
    path = make_backup(opened, "bijwerken", NU)
    for number, secret in enumerate((kluis.zin, kluis.code)):
        folder = tmp_path / f"laptop{number}"
        folder.mkdir()
        with zipfile.ZipFile(path) as pack:
            assert {info.compress_type for info in pack.infolist()} == {zipfile.ZIP_STORED}
            pack.extractall(folder, ["kluis.db", "kluis.keys"])
        restored = open_store_files(folder, secret)
        with restored.engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM notitie")).scalar_one() == 200
        restored.close()


def test_the_manifest_says_what_it_is_and_nothing_about_the_work(opened: OpenedFiles) -> None:
    with zipfile.ZipFile(make_backup(opened, "bijwerken", NU)) as pack:
        manifest = json.loads(pack.read("manifest.json"))
    assert manifest["format"] == "kernteam-reserve/1"
    assert manifest["gemaakt"] == "2026-11-23T10:00:05+01:00"
    assert "notitie" not in json.dumps(manifest)


def test_a_backup_holds_what_only_the_log_had(opened: OpenedFiles) -> None:
    with opened.engine.begin() as connection:
        connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('nog in het log', 1)"))
    path = make_backup(opened, "bijwerken", NU)
    assert rows_in(path, opened) == 201


def rows_in(path: Path, opened: OpenedFiles) -> int:
    folder = path.parent / "uit"
    with zipfile.ZipFile(path) as pack:
        pack.extract("kluis.db", folder)
    connection = open_keyed(folder / "kluis.db", opened.key)
    rows = connection.execute("SELECT count(*) FROM notitie").fetchone()[0]
    connection.close()
    shutil.rmtree(folder)
    return int(rows)


def test_a_backup_can_be_made_while_somebody_saves(opened: OpenedFiles) -> None:
    stop = threading.Event()

    def save() -> None:
        while not stop.is_set():
            with opened.engine.begin() as connection:
                connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('bezig', 1)"))

    writer = threading.Thread(target=save)
    writer.start()
    try:
        path = make_backup(opened, "bijwerken", NU)
    finally:
        stop.set()
        writer.join(GEDULD)
    verify_backup(path, opened.key)
    assert rows_in(path, opened) >= 200


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "no keys"])
def test_a_damaged_backup_is_seen(opened: OpenedFiles, damage: str) -> None:
    path = make_backup(opened, "bijwerken", NU)
    content = path.read_bytes()
    if damage == "no keys":
        with zipfile.ZipFile(path, "w") as pack:
            pack.writestr("manifest.json", "{}")
    else:
        middle = len(content) // 2
        flipped = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        path.write_bytes({"cut": content[:middle], "flip": flipped, "empty": b""}[damage])
    with pytest.raises(BackupInvalid):
        verify_backup(path, opened.key)


def test_a_backup_of_another_store_is_not_taken_for_ours(opened: OpenedFiles) -> None:
    path = make_backup(opened, "bijwerken", NU)
    with pytest.raises(BackupInvalid):
        verify_backup(path, DataKey.random())


def test_a_copy_that_is_not_complete_never_gets_the_name_of_a_backup(
    opened: OpenedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """VACUUM INTO that was cut short leaves a file that opens as a partial store without an error."""
    monkeypatch.setattr(
        "kernteam_tui.data.reservekopie.kopie.look_through", lambda *_: {"casus": 1, "notitie": 3}
    )
    with pytest.raises(BackupInvalid):
        make_backup(opened, "bijwerken", NU)
    assert not list((opened.folder / "reserve").iterdir())


def test_no_room_for_a_backup_is_named_and_leaves_nothing(
    opened: OpenedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kernteam_tui.data.reservekopie.kopie.sync_file", full)
    with pytest.raises(DiskFull):
        make_backup(opened, "bijwerken", NU)
    assert not list((opened.folder / "reserve").iterdir())


def test_vacuum_into_an_existing_file_is_an_error(opened: OpenedFiles, tmp_path: Path) -> None:
    """Why each copy goes to a fresh temporary name."""
    target = tmp_path / "vol.db"
    shutil.copy(opened.database, target)
    with driver_connection(opened.engine) as connection, pytest.raises(Exception, match="exists"):
        connection.execute("VACUUM INTO ?", (str(target),))


def test_unfinished_copies_of_a_killed_session_are_cleared(kluis: Any) -> None:
    reserve = kluis.folder / "reserve"
    reserve.mkdir()
    (reserve / "tmp-0123456789abcdef-kluis.db").write_bytes(b"half")
    (reserve / "2026-11-20T100000.kluis").write_bytes(b"blijft")
    open_store_files(kluis.folder, kluis.zin).close()
    assert [path.name for path in reserve.iterdir()] == ["2026-11-20T100000.kluis"]
