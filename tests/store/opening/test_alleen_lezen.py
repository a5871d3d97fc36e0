"""A place where nothing can be saved: said before the passphrase is asked, each cause by its own name."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import (
    DiskError,
    DiskFull,
    FolderReadOnly,
    QuotaReached,
    StoreOnNetworkDrive,
    StoreReadOnly,
)
from kernteam_tui.data.opening import schrijfproef
from kernteam_tui.data.opening.kluis import create_store_files, open_store_files
from kernteam_tui.data.opening.schrijfproef import named_disk_error, why_writing_failed
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from tests.geduld import GEDULD

AS_A_PLAIN_USER = """
import ctypes, pathlib, sys
from kernteam_tui.data.fouten import StoreError
from kernteam_tui.data.opening.kluis import open_store_files
from kernteam_tui.data.opening.voorcontrole import controleer_voor_openen

class Head(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]

class Sets(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable")]

ctypes.CDLL(None).capset(ctypes.byref(Head(0x20080522, 0)), (Sets * 2)())
folder, secret = pathlib.Path(sys.argv[1]), sys.argv[2]
for look in (lambda: controleer_voor_openen(folder), lambda: open_store_files(folder, secret).close()):
    try:
        look()
        print("goed", end=" ")
    except StoreError as error:
        print(error.code, end=" ")
"""
"""Root may write anything, so it gives that up first; for another user this changes nothing."""


@pytest.mark.skipif(sys.platform != "linux", reason="giving up the rights of root is Linux' own")
@pytest.mark.parametrize(
    ("name", "mode", "code"),
    [
        ("kluis.db", 0o400, "kluis_alleen_lezen"),
        ("kluis.lock", 0o400, "kluis_alleen_lezen"),
        (".", 0o500, "map_alleen_lezen"),
        (".", 0o700, "goed"),
        ("kluis.keys", 0o400, "goed"),
    ],
)
def test_what_may_not_be_written_is_said_before_and_at_opening(
    kluis: Any, name: str, mode: int, code: str
) -> None:
    (kluis.folder / "kluis.lock").touch()
    before = kluis.database.read_bytes()
    (kluis.folder / name).chmod(mode)
    done = subprocess.run(
        [sys.executable, "-c", AS_A_PLAIN_USER, str(kluis.folder), kluis.zin],
        capture_output=True,
        text=True,
        timeout=GEDULD,
        check=True,
    )
    kluis.folder.chmod(0o700)
    assert (done.stdout.split(), done.stderr) == ([code, code], "")
    assert kluis.database.read_bytes() == before


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EDQUOT, QuotaReached),
        (errno.EROFS, FolderReadOnly),
        (errno.EACCES, FolderReadOnly),
        (errno.EIO, DiskError),
    ],
)
def test_a_write_that_failed_is_tried_once_more_to_know_why(
    kluis: Any, monkeypatch: pytest.MonkeyPatch, number: int, expected: type
) -> None:
    """SQLite says `disk I/O error` for a quota as for a broken disk."""

    def refuse(*_: Any) -> int:
        raise OSError(number, "")

    monkeypatch.setattr("kernteam_tui.data.opening.schrijfproef.os.open", refuse)
    assert type(why_writing_failed(kluis.folder)) is expected
    assert type(named_disk_error(OSError(number, ""))) is expected


def test_a_disk_that_takes_half_is_full_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schrijfproef, "PROBE_BYTES", 10)
    assert type(why_writing_failed(tmp_path)) is DiskError
    assert os.listdir(tmp_path) == []
    with pytest.raises(OSError, match="28"):
        schrijfproef._refuse_half(4)


def test_no_store_is_made_on_a_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kernteam_tui.data.opening.kluis.netwerkschijf", lambda _folder: "NFS")
    with pytest.raises(StoreOnNetworkDrive) as raised:
        create_store_files(tmp_path / "kluis", "een zin voor de proef", VOORBEELD)
    assert "NFS" in raised.value.tekst
    assert not (tmp_path / "kluis").exists()


def test_a_store_that_came_to_lie_on_one_still_opens(kluis: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kernteam_tui.data.opening.kluis.netwerkschijf", lambda _folder: "NFS")
    open_store_files(kluis.folder, kluis.zin).close()


def test_both_read_only_errors_have_their_own_words() -> None:
    assert StoreReadOnly().tekst != FolderReadOnly().tekst
