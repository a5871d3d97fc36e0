"""A backup on a stick: nothing there is touched, and each refusal has its own sentence."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from kernteam_tui.data.fouten import BackupFolderUnusable, BackupInvalid, DiskFull
from kernteam_tui.data.reservekopie.maken import make_backup_in, verify_backup
from kernteam_tui.data.store import Store
from tests.store.reservekopie.conftest import NU


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "vakantie.jpg").write_bytes(b"foto")
    return folder


def test_it_is_whole_and_the_rest_of_the_stick_is_left_alone(store: Store, stick: Path) -> None:
    path = make_backup_in(store.opened, stick, "op_verzoek", NU)
    verify_backup(path, store.opened.key)
    assert sorted(p.name for p in stick.iterdir()) == [path.name, "vakantie.jpg"]
    assert list((store.map / "reserve").iterdir()) == []


def test_what_bears_the_name_already_is_not_overwritten(store: Store, stick: Path) -> None:
    (stick / "2026-11-23T100005.kluis").write_bytes(b"van vorige week")
    path = make_backup_in(store.opened, stick, "op_verzoek", NU)
    assert path.name == "2026-11-23T100005-2.kluis"
    assert (stick / "2026-11-23T100005.kluis").read_bytes() == b"van vorige week"


def test_what_a_pulled_out_stick_kept_of_the_last_try_goes(store: Store, stick: Path) -> None:
    (stick / "tmp-0123456789abcdef-pak").write_bytes(b"half")
    (stick / "tmp-van mij-pak").write_bytes(b"niet van ons")
    make_backup_in(store.opened, stick, "op_verzoek", NU)
    names = {path.name for path in stick.iterdir()}
    assert "tmp-0123456789abcdef-pak" not in names
    assert "tmp-van mij-pak" in names


def test_a_stick_that_is_not_in_is_said_at_once(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupFolderUnusable, match="is er niet"):
        make_backup_in(store.opened, tmp_path / "weg", "op_verzoek", NU)
    assert not (tmp_path / "weg").exists()


def test_a_file_is_no_folder(store: Store, stick: Path) -> None:
    with pytest.raises(BackupFolderUnusable, match="geen map"):
        make_backup_in(store.opened, stick / "vakantie.jpg", "op_verzoek", NU)


@pytest.mark.parametrize(
    ("number", "expected", "words"),
    [
        (errno.EACCES, BackupFolderUnusable, "niet schrijven"),
        (errno.EROFS, BackupFolderUnusable, "niet schrijven"),
        (errno.ENOSPC, DiskFull, "geen ruimte"),
        (errno.EIO, BackupFolderUnusable, "neemt het bestand niet aan"),
        (errno.ENOENT, BackupFolderUnusable, "neemt het bestand niet aan"),
    ],
)
def test_what_the_stick_refuses_is_told_in_its_own_words(
    store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: type, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "nee")

    monkeypatch.setattr(shutil, "copyfile", refuse)
    with pytest.raises(expected, match=words):
        make_backup_in(store.opened, stick, "op_verzoek", NU)
    assert [p.name for p in stick.iterdir()] == ["vakantie.jpg"]
    assert list((store.map / "reserve").iterdir()) == []


def test_a_folder_without_leave_to_write_is_seen_before_anything_is_made(
    store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(BackupFolderUnusable, match="niet schrijven"):
        make_backup_in(store.opened, stick, "op_verzoek", NU)


def test_a_stick_that_loses_a_byte_is_found_out(
    store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(source: Path, target: Path) -> None:
        content = bytearray(source.read_bytes())
        content[len(content) // 2] ^= 1
        target.write_bytes(content)

    monkeypatch.setattr(shutil, "copyfile", careless)
    with pytest.raises(BackupInvalid):
        make_backup_in(store.opened, stick, "op_verzoek", NU)
    assert [p.name for p in stick.iterdir()] == ["vakantie.jpg"]
