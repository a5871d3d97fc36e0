"""One process at a time, and the lock goes with the process."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import StoreInUse
from kernteam_tui.data.opening.slot import StoreLock, refuse_when_in_use

HOLD = """
import sys, pathlib
from kernteam_tui.data.opening.slot import StoreLock
lock = StoreLock(pathlib.Path(sys.argv[1]))
print("vast", flush=True)
sys.stdin.read()
"""


def hold_elsewhere(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "vast\n"
    return process


def test_a_store_open_in_another_process_is_refused_with_its_number(tmp_path: Path) -> None:
    process = hold_elsewhere(tmp_path)
    try:
        with pytest.raises(StoreInUse) as raised:
            StoreLock(tmp_path)
        assert (raised.value.code, raised.value.exit_status) == ("kluis_in_gebruik", 5)
        assert f"proces {process.pid}" in raised.value.tekst
        with pytest.raises(StoreInUse):
            refuse_when_in_use(tmp_path)
    finally:
        process.communicate("")
    StoreLock(tmp_path).release()


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    process = hold_elsewhere(tmp_path)
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    process.communicate()
    assert (tmp_path / "kluis.lock").exists()
    StoreLock(tmp_path).release()


def test_an_old_lock_file_with_anything_in_it_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "kluis.lock").write_bytes(b"\xff\x00 999999 niet van ons")
    lock = StoreLock(tmp_path)
    with pytest.raises(StoreInUse):
        StoreLock(tmp_path)
    lock.release()
    lock.release()


def test_looking_whether_a_store_is_in_use_makes_no_file(tmp_path: Path) -> None:
    refuse_when_in_use(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_disk_without_room_for_the_number_still_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kernteam_tui.data.opening.slot.os.write", full)
    lock = StoreLock(tmp_path)
    with pytest.raises(StoreInUse):
        StoreLock(tmp_path)
    lock.release()


def test_the_number_of_an_earlier_process_never_shows_through(tmp_path: Path) -> None:
    (tmp_path / "kluis.lock").write_text("4194303999\n")
    process = hold_elsewhere(tmp_path)
    try:
        with pytest.raises(StoreInUse) as raised:
            StoreLock(tmp_path)
        assert f"(proces {process.pid})" in raised.value.tekst
    finally:
        process.communicate("")
