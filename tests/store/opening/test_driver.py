"""The keyed connection: what a driver could get silently wrong, each told by a test."""

from __future__ import annotations

import sqlite3
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from kernteam_tui.data.fouten import DriverUnsafe, StoreDamaged, StoreMissing
from kernteam_tui.data.opening import driver
from kernteam_tui.data.opening.bestanden import make_private_file
from kernteam_tui.data.opening.driver import create_keyed, open_keyed, store_uri
from kernteam_tui.data.sleutels.datasleutel import DataKey

ODD_NAMES = ["gewoon", "met spatie", "100% vol", "wat?mode=rwc", "deel#2", "é en ü", "a&b=c", "'tje", 'x"y']


@pytest.mark.parametrize("length", [0, 1])
def test_an_empty_file_is_damage_and_never_a_new_store(kluis: Any, length: int) -> None:
    kluis.database.write_bytes(b"\x00" * length)
    with pytest.raises(StoreDamaged):
        open_keyed(kluis.database, kluis.data_key())
    assert kluis.database.stat().st_size == length


def test_a_missing_file_is_missing_and_is_not_made(kluis: Any) -> None:
    kluis.database.unlink()
    with pytest.raises(StoreMissing):
        open_keyed(kluis.database, kluis.data_key())
    assert not kluis.database.exists()


def test_a_plain_sqlite_file_is_refused(kluis: Any) -> None:
    kluis.database.unlink()
    plain = sqlite3.connect(kluis.database)
    plain.execute("CREATE TABLE casus (id)")
    plain.commit()
    plain.close()
    with pytest.raises(StoreDamaged):
        open_keyed(kluis.database, kluis.data_key())


def test_a_driver_that_does_not_encrypt_is_refused_before_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The driver of Python itself ignores a key without a word and would write plain text."""

    class WithSetKey(sqlite3.Connection):
        def set_key(self, _key: bytearray) -> None:
            return

    def connect_plain(*args: Any, **options: Any) -> sqlite3.Connection:
        return sqlite3.connect(*args, factory=WithSetKey, **options)

    monkeypatch.setattr(sqlcipher, "connect", connect_plain)
    path = tmp_path / "kluis.db"
    make_private_file(path)
    with pytest.raises(DriverUnsafe):
        create_keyed(path, DataKey.random())
    assert path.stat().st_size == 0


def test_a_driver_without_raw_keys_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlcipher, "connect", sqlite3.connect)
    path = tmp_path / "kluis.db"
    make_private_file(path)
    with pytest.raises(DriverUnsafe):
        create_keyed(path, DataKey.random())


def test_temporary_files_on_disk_are_refused(kluis: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """temp_store=FILE would leak note text: a value that does not stick is not accepted."""
    pragmas = tuple(
        (name, "FILE" if name == "temp_store" else value, want) for name, value, want in driver._PRAGMAS
    )
    monkeypatch.setattr(driver, "_PRAGMAS", pragmas)
    with pytest.raises(DriverUnsafe):
        open_keyed(kluis.database, kluis.data_key())


def test_every_pragma_holds_on_an_opened_connection(kluis: Any) -> None:
    connection = open_keyed(kluis.database, kluis.data_key())

    def value(pragma: str) -> object:
        return connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    try:
        assert value("cipher_version")
        assert value("journal_mode") == "wal"
        assert value("synchronous") == 2
        assert value("foreign_keys") == 1
        assert value("temp_store") == 2
        assert value("secure_delete") == 1
        assert value("busy_timeout") == 5000
        assert value("trusted_schema") == 0
        assert value("cell_size_check") == 1
        assert value("application_id") == 0x4B65726E
    finally:
        connection.close()


def test_a_store_of_another_program_is_not_ours(kluis: Any) -> None:
    connection = open_keyed(kluis.database, kluis.data_key())
    connection.execute("PRAGMA application_id = 7")
    connection.close()
    with pytest.raises(StoreDamaged):
        open_keyed(kluis.database, kluis.data_key())


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_any_other_length_is_refused(length: int) -> None:
    """SQLCipher would silently take it for a passphrase."""
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(bytearray(length))


def test_the_key_has_the_form_of_a_raw_key() -> None:
    form = DataKey(bytearray(range(32))).sqlcipher_form()
    assert form == b"x'" + bytes(range(32)).hex().encode() + b"'"


def test_a_wiped_key_opens_nothing_more(kluis: Any) -> None:
    key = kluis.data_key()
    memory = key.raw()
    key.wipe()
    assert not any(memory)
    with pytest.raises(RuntimeError):
        open_keyed(kluis.database, key)


def test_a_key_is_never_printed() -> None:
    key = DataKey(bytearray(b"geheim-geheim-geheim-geheim-1234"))
    assert "geheim" not in repr(key) + str(key)


def test_a_wrong_key_is_damage_and_says_nothing_on_the_screen(
    kluis: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    """At this point the passphrase has been proven right; SQLCipher itself would print over the screen."""
    with pytest.raises(StoreDamaged):
        open_keyed(kluis.database, DataKey.random())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    path, key = folder / "kluis.db", DataKey.random()
    make_private_file(path)
    create_keyed(path, key).close()
    connection = open_keyed(path, key)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert [found.name for found in folder.iterdir()] == ["kluis.db"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (r"C:\Mijn kluis\kluis.db", "file:///C:/Mijn%20kluis/kluis.db?mode=rw"),
        (r"C:\100%\é#\kluis.db", "file:///C:/100%25/%C3%A9%23/kluis.db?mode=rw"),
        (r"\\server\deel\kluis.db", "file:////server/deel/kluis.db?mode=rw"),
    ],
)
def test_windows_paths_are_written_as_sqlite_wants_them(path: str, uri: str) -> None:
    assert store_uri(PureWindowsPath(path), "rw") == uri


def test_nothing_is_readable_in_the_file(kluis: Any) -> None:
    content = kluis.database.read_bytes()
    assert b"zin nummer" not in content
    assert b"SQLite format" not in content


def test_the_same_words_are_readable_in_a_plain_file(tmp_path: Path) -> None:
    """The control: without a key the search above would find them."""
    path = tmp_path / "open.db"
    connection = sqlcipher.connect(str(path))
    connection.execute("CREATE TABLE t (x)")
    connection.execute("INSERT INTO t VALUES ('zin nummer 1')")
    connection.commit()
    connection.close()
    assert b"zin nummer" in path.read_bytes()
