"""Changing all files of a store at once: stopped anywhere, it is wholly old or wholly new."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kernteam_tui.data.fouten import DiskError, StoreInUse
from kernteam_tui.data.opening.kluis import open_store_files
from kernteam_tui.data.opening.voorcontrole import controleer_voor_openen, kluis_aanwezig
from kernteam_tui.data.opening.wissel import commit, finish_pending, pending, prepare

FILES = ("kluis.db", "kluis.keys", "kluis.keys.bak")
OLD_SET = {name: f"oud {name}" for name in (*FILES, "kluis.db-wal", "kluis.db-shm")}
NEW_SET = {name: f"nieuw {name}" for name in FILES}
_REPO = Path(__file__).parents[3]
_OURS = (str(_REPO / "src"), str(_REPO / "tests"))
_TOUCHES_DISK = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.truncate")


class Killed(BaseException):
    """Stands for the process ending: no handler of the program catches it."""


class _Guard:
    """Stops the program before its n-th touch of the disk below `folder`; Python tells of each by itself."""

    def __init__(self) -> None:
        self.folder, self.left, self.error = "", -1, BaseException
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.left < 0 or event not in _TOUCHES_DISK or not str(arguments[0]).startswith(self.folder):
            return
        if not _is_of_our_code(sys._getframe(1)):
            return
        if self.left == 0:
            self.left = -1
            raise self.error("at this point")
        self.left -= 1


def _is_of_our_code(frame: FrameType | None) -> bool:
    """Whether the program or its test touched the disk here, and not something that Python or hypothesis
    cleans up meanwhile: what is raised there is swallowed, and nothing would stop."""
    while frame is not None:
        name = frame.f_code.co_filename
        if frame.f_code.co_name == "__del__" or f"{os.sep}hypothesis{os.sep}" in name:
            return False
        if name.startswith(_OURS):
            return True
        frame = frame.f_back
    return False


_guard = _Guard()


@contextmanager
def stopped_at(folder: Path, number: int, error: type[BaseException] = Killed) -> Iterator[list[bool]]:
    """Stop before touch `number`; the list holds True when that was reached."""
    _guard.folder, _guard.left, _guard.error = str(folder), number, error
    reached = [False]
    try:
        yield reached
    except error:
        reached[0] = True
    finally:
        reached[0] = reached[0] or _guard.left < 0
        _guard.left = -1


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is simulated here is a kill, which loses nothing that was written: waiting for the disk adds
    nothing."""
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)


@pytest.fixture
def fresh(tmp_path: Path) -> Callable[[], Path]:
    """Makes folder after folder with the old set in it."""
    numbers = itertools.count()

    def make() -> Path:
        folder = tmp_path / f"kluis{next(numbers)}"
        folder.mkdir()
        fill(folder, OLD_SET)
        return folder

    return make


def fill(folder: Path, content: dict[str, str]) -> None:
    for name, text in content.items():
        (folder / name).write_text(text)


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def change(folder: Path, aside: str | None) -> None:
    fill(prepare(folder), NEW_SET)
    commit(folder, aside)


def test_after_a_change_the_new_files_stand_there_and_nothing_else(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    change(folder, None)
    assert files(folder) == NEW_SET
    assert not [path for path in folder.iterdir() if path.is_dir()]


def test_old_files_are_kept_where_they_were_asked_for(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    change(folder, "oud/2026-11-22T013000")
    kept = folder / "oud" / "2026-11-22T013000"
    assert files(folder) == NEW_SET
    assert files(kept) == OLD_SET
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o700, 0o700)


def test_a_second_old_set_of_the_same_second_does_not_fall_over_the_first(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    for _ in range(2):
        change(folder, "oud/2026-11-22T013000")
    assert files(folder / "oud" / "2026-11-22T013000") == OLD_SET
    assert files(folder / "oud" / "2026-11-22T013000-2") == NEW_SET


@pytest.mark.parametrize("aside", [None, "oud/nu"])
def test_killed_at_every_touch_of_the_disk_it_is_wholly_old_or_wholly_new(
    fresh: Callable[[], Path], aside: str | None
) -> None:
    outcomes = []
    for number in itertools.count():
        folder = fresh()
        with stopped_at(folder, number) as reached:
            change(folder, aside)
        finish_pending(folder)
        found = files(folder)
        assert found in (OLD_SET, NEW_SET), number
        assert not (folder / "wissel.nieuw").exists()
        assert not pending(folder)
        if aside and found == NEW_SET:
            assert files(folder / aside) == OLD_SET
        outcomes.append(found == NEW_SET)
        if not reached[0]:
            break
    assert len(outcomes) > 20
    assert outcomes == sorted(outcomes), "once new, it is never old again"
    assert outcomes.count(False) > 8
    assert outcomes.count(True) > 8


@pytest.mark.parametrize("aside", [None, "oud/nu"])
def test_carrying_through_may_itself_be_killed_over_and_over(
    fresh: Callable[[], Path], aside: str | None
) -> None:
    for first, second in itertools.product(range(3), repeat=2):
        folder = fresh()
        decided(folder, aside)
        for _ in range(60):
            with stopped_at(folder, first) as reached:
                finish_pending(folder)
            with stopped_at(folder, first + second) as reached:
                finish_pending(folder)
            if not reached[0]:
                break
        finish_pending(folder)
        assert files(folder) == NEW_SET
        assert aside is None or files(folder / aside) == OLD_SET


def decided(folder: Path, aside: str | None) -> None:
    """A change that was killed right after the moment that counts."""
    for number in itertools.count():
        shutil.rmtree(folder)
        folder.mkdir()
        fill(folder, OLD_SET)
        with stopped_at(folder, number):
            change(folder, aside)
        if pending(folder):
            return


@pytest.mark.parametrize("aside", [None, "oud/nu"])
def test_a_disk_that_refuses_says_so_only_when_nothing_has_changed(
    fresh: Callable[[], Path], aside: str | None
) -> None:
    for number in itertools.count():
        folder, told = fresh(), False
        fill(prepare(folder), NEW_SET)
        with stopped_at(folder, number, OSError) as reached:
            try:
                commit(folder, aside)
            except DiskError:
                told = True
        finish_pending(folder)
        assert files(folder) == (OLD_SET if told else NEW_SET), number
        if not reached[0]:
            break


def test_a_preparation_that_was_never_decided_on_is_cleared(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    fill(prepare(folder), NEW_SET)
    assert not pending(folder)
    assert finish_pending(folder) is False
    assert files(folder) == OLD_SET
    assert not (folder / "wissel.nieuw").exists()


def test_a_new_preparation_begins_empty(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    fill(prepare(folder), NEW_SET)
    assert not list(prepare(folder).iterdir())


def test_an_incomplete_set_is_never_decided_on(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    (prepare(folder) / "kluis.db").write_text("alleen dit")
    with pytest.raises(ValueError, match="exactly"):
        commit(folder, None)
    assert files(folder) == OLD_SET


@pytest.mark.parametrize("aside", ["weg", "oud", "oud/..", "../weg", "/oud/x", "oud/a/b", "oud\\x"])
def test_old_files_never_go_outside_their_folder(fresh: Callable[[], Path], aside: str) -> None:
    folder = fresh()
    fill(prepare(folder), NEW_SET)
    with pytest.raises(ValueError, match="kept"):
        commit(folder, aside)
    assert files(folder) == OLD_SET


@pytest.mark.parametrize(
    "note",
    [
        None,
        b"",
        b"../weg\n",
        b"\xff",
        b"/tmp/weg\n",
        b"oud/x\0\n",
        b"oud/x\ny\n",
        b"oud/" + b"a" * 300,
        b"oud/." * 40_000,
    ],
)
def test_without_a_readable_note_the_old_files_are_kept(
    fresh: Callable[[], Path], note: bytes | None
) -> None:
    folder = fresh()
    decided(folder, None)
    written = folder / "wissel.klaar" / "apart.txt"
    written.unlink() if note is None else written.write_bytes(note)
    finish_pending(folder)
    assert files(folder) == NEW_SET
    assert files(folder / "oud" / "wissel") == OLD_SET


@pytest.mark.parametrize("missing", [(), ("kluis.db",), FILES])
def test_a_store_in_the_middle_of_a_change_is_never_called_missing(
    kluis: Any, missing: tuple[str, ...]
) -> None:
    committed = kluis.folder / "wissel.klaar"
    committed.mkdir()
    (committed / "apart.txt").write_text("geen\n")
    for name in missing:
        (kluis.folder / name).rename(committed / name)
    assert kluis_aanwezig(kluis.folder)
    controleer_voor_openen(kluis.folder)
    assert not pending(kluis.folder)
    open_store_files(kluis.folder, kluis.zin).close()


def test_opening_carries_a_change_through_first(kluis: Any) -> None:
    committed = kluis.folder / "wissel.klaar"
    committed.mkdir()
    (committed / "apart.txt").write_text("oud/nu\n")
    shutil.copytree(kluis.folder, committed, dirs_exist_ok=True, ignore=lambda *_: ["wissel.klaar"])
    (committed / "kluis.lock").unlink(missing_ok=True)
    kluis.database.write_bytes(b"geen kluis meer")
    open_store_files(kluis.folder, kluis.zin).close()
    assert (kluis.folder / "oud" / "nu" / "kluis.db").read_bytes() == b"geen kluis meer"


def test_a_change_is_not_carried_through_while_the_store_is_open_elsewhere(kluis: Any) -> None:
    opened = open_store_files(kluis.folder, kluis.zin)
    (kluis.folder / "wissel.klaar").mkdir()
    with pytest.raises(StoreInUse):
        controleer_voor_openen(kluis.folder)
    assert pending(kluis.folder)
    opened.close()


def test_what_is_cleaned_up_meanwhile_is_no_touch_of_the_program(tmp_path: Path) -> None:
    """An error in a finalizer is swallowed: the stop would be lost, and a warning would remain."""

    class Untidy:
        def __del__(self) -> None:
            (tmp_path / "opgeruimd").touch()

    with stopped_at(tmp_path, 0) as reached:
        Untidy()
        assert (tmp_path / "opgeruimd").exists()
        (tmp_path / "van ons").touch()
    assert reached[0]
    assert not (tmp_path / "van ons").exists()
