"""A log that was damaged after the program died: SQLite reads up to the first fault and says nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kernteam_tui.data.fouten import DiskFull, LogDamaged
from kernteam_tui.data.opening import opzij
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.opening.kluis import OpenedFiles, open_store_files
from kernteam_tui.data.opening.logbestand import Logschade, find_damage
from kernteam_tui.data.opening.logvorm import read_index, read_log

HEADER, FRAME = 32, 4096 + 24
SAVES = 10
Spoil = Callable[[bytes], bytes]


def save(opened: OpenedFiles, number: int) -> None:
    with opened.engine.begin() as connection:
        connection.execute(text(f"INSERT INTO notitie (tekst, casus_id) VALUES ('bewaard {number}', 1)"))


def as_killed(opened: OpenedFiles, folder: Path) -> Path:
    """The files as a killed program leaves them, the index of the log too."""
    return Path(shutil.copytree(opened.folder, folder, ignore=shutil.ignore_patterns("*.lock", "oud")))


@pytest.fixture
def killed(opened: OpenedFiles, tmp_path: Path) -> Path:
    for number in range(SAVES):
        save(opened, number)
    return as_killed(opened, tmp_path / "gedood")


def spoil_log(folder: Path, spoil: Spoil) -> None:
    log = folder / "kluis.db-wal"
    log.write_bytes(spoil(log.read_bytes()))


def without_index(folder: Path) -> None:
    """As in a copy of the folder, or after a power cut."""
    (folder / "kluis.db-shm").unlink()


def flipped(place: int) -> Spoil:
    def flip(content: bytes) -> bytes:
        spoilt = bytearray(content)
        spoilt[place] ^= 1
        return bytes(spoilt)

    return flip


def commits(folder: Path) -> list[int]:
    log = read_log(folder / "kluis.db")
    return [frame.number for frame in log.claimed if frame.length]


def frame_start(number: int) -> int:
    return HEADER + (number - 1) * FRAME


def saved(folder: Path, secret: str) -> tuple[int, OpenedFiles]:
    opened = open_store_files(folder, secret)
    with opened.engine.connect() as connection:
        found = connection.execute(
            text("SELECT count(*) FROM notitie WHERE tekst LIKE 'bewaard %'")
        ).scalar_one()
    return found, opened


def test_a_program_that_died_is_no_damage(killed: Path, kluis: Any) -> None:
    assert find_damage(killed / "kluis.db") is None
    found, opened = saved(killed, kluis.zin)
    assert (found, opened.log_damaged, opened.notices) == (SAVES, None, ())
    opened.close()
    assert not (killed / "oud").exists()


@pytest.mark.parametrize("place", [0, 8, 17, 27, 40, 60])
def test_a_fault_early_in_the_log_is_told_and_the_files_are_kept_as_they_were(
    killed: Path, kluis: Any, place: int
) -> None:
    """In the beginning of the log, in the head of a frame, in a page; with and without its index."""
    without_index(killed)
    spoil_log(killed, flipped(place))
    before = {path.name: path.read_bytes() for path in killed.iterdir()}
    found, opened = saved(killed, kluis.zin)
    assert found == 0
    assert isinstance(opened.log_damaged, LogDamaged)
    kept = killed / opened.log_damaged.apart
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == before
    assert {path.stat().st_mode & 0o777 for path in kept.iterdir()} == {0o600}
    assert f"apart in oud/{kept.name}" in opened.log_damaged.zin
    opened.close()


def test_it_is_told_once_and_work_goes_on_after_it(killed: Path, kluis: Any, tmp_path: Path) -> None:
    spoil_log(killed, flipped(frame_start(commits(killed)[4] + 1) + 1000))
    _, opened = saved(killed, kluis.zin)
    save(opened, 99)
    again = as_killed(opened, tmp_path / "weer gedood")
    without_index(again)
    opened.close()
    found, opened = saved(again, kluis.zin)
    assert (found, opened.log_damaged) == (6, None)
    opened.close()


@pytest.mark.parametrize("lost", range(1, SAVES))
def test_a_fault_in_any_save_leaves_those_before_it_whole(killed: Path, kluis: Any, lost: int) -> None:
    without_index(killed)
    first_of_it = commits(killed)[lost - 1] + 1
    spoil_log(killed, flipped(frame_start(first_of_it) + 1000))
    found, opened = saved(killed, kluis.zin)
    assert found == lost
    assert (opened.log_damaged is None) == (lost == SAVES - 1), "the last may be the power cut's own"
    opened.close()


def test_the_index_knows_that_the_last_save_was_finished(killed: Path) -> None:
    spoil_log(killed, flipped(frame_start(commits(killed)[-1]) + 1000))
    assert find_damage(killed / "kluis.db") == Logschade(saves_gone=True, store_is_further=False)


@pytest.mark.parametrize("left", [0, 20, HEADER, HEADER + FRAME + 7, -1])
def test_a_log_that_was_cut_off_is_told_by_its_index(killed: Path, kluis: Any, left: int) -> None:
    spoil_log(killed, lambda content: content[:left])
    found, opened = saved(killed, kluis.zin)
    assert found < SAVES
    assert opened.log_damaged is not None
    opened.close()


def test_a_log_that_is_gone_is_told_by_its_index(killed: Path) -> None:
    (killed / "kluis.db-wal").unlink()
    assert find_damage(killed / "kluis.db") == Logschade(saves_gone=True, store_is_further=False)


def test_the_save_that_a_crash_came_in_between_frightens_nobody(
    opened: OpenedFiles, kluis: Any, tmp_path: Path
) -> None:
    """Nobody was told that it was kept: the index does not know it yet, its frames are there in part."""
    for number in range(SAVES):
        save(opened, number)
    before = (opened.folder / "kluis.db-shm").read_bytes()
    told = read_log(opened.folder / "kluis.db").accepted
    save(opened, SAVES)
    for case, cut in enumerate((1, 24, 500, FRAME - 1)):
        folder = as_killed(opened, tmp_path / str(case))
        (folder / "kluis.db-shm").write_bytes(before)
        spoil_log(folder, itemgetter(slice(frame_start(told + 1) + cut)))
        found, again = saved(folder, kluis.zin)
        assert (found, again.log_damaged) == (SAVES, None)
        again.close()
    folder = as_killed(opened, tmp_path / "in een andere volgorde")
    (folder / "kluis.db-shm").write_bytes(before)
    spoil_log(folder, flipped(frame_start(told + 1) + 900))
    assert find_damage(folder / "kluis.db") is None
    without_index(folder)
    assert find_damage(folder / "kluis.db") is None


def test_frames_of_an_earlier_use_of_the_log_are_no_damage(opened: OpenedFiles, tmp_path: Path) -> None:
    for number in range(SAVES):
        save(opened, number)
    with driver_connection(opened.engine) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    save(opened, SAVES)
    folder = as_killed(opened, tmp_path / "gedood")
    log = read_log(folder / "kluis.db")
    assert len(log.claimed) < len(log.frames)
    assert find_damage(folder / "kluis.db") is None
    without_index(folder)
    assert find_damage(folder / "kluis.db") is None


def test_pages_that_were_moved_already_are_not_put_back_to_older_ones(
    opened: OpenedFiles, kluis: Any, tmp_path: Path
) -> None:
    """The whole log stands in the store: half of it, played back, would mix pages of two moments."""
    for number in range(SAVES):
        save(opened, number)
    with driver_connection(opened.engine) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    folder = as_killed(opened, tmp_path / "gedood")
    spoil_log(folder, flipped(frame_start(commits(folder)[SAVES // 2]) + 1000))
    assert find_damage(folder / "kluis.db") == Logschade(saves_gone=False, store_is_further=True)
    found, again = saved(folder, kluis.zin)
    assert (found, again.log_damaged) == (SAVES, None)
    assert any("niets kwijt" in notice for notice in again.notices)
    again.close()


def test_an_index_that_is_not_whole_says_nothing(killed: Path) -> None:
    index = killed / "kluis.db-shm"
    whole = index.read_bytes()
    assert read_index(killed / "kluis.db") is not None
    for place in range(0, 96, 5):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1
        index.write_bytes(spoilt)
        assert read_index(killed / "kluis.db") is None
    index.write_bytes(whole[:90])
    assert read_index(killed / "kluis.db") is None


def test_a_wrong_passphrase_keeps_nothing_aside(killed: Path) -> None:
    spoil_log(killed, flipped(60))
    with pytest.raises(Exception, match="wachtwoord"):
        open_store_files(killed, "een heel andere zin dan deze")
    assert not (killed / "oud").exists()


def test_without_room_to_keep_them_nothing_is_opened(
    killed: Path, kluis: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil_log(killed, flipped(60))
    before = (killed / "kluis.db-wal").read_bytes()

    def full(_source: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opzij, "_copy", full)
    with pytest.raises(DiskFull) as raised:
        open_store_files(killed, kluis.zin)
    assert "opzij" in raised.value.tekst
    assert (killed / "kluis.db-wal").read_bytes() == before
    assert not list((killed / "oud").iterdir())


def test_a_copying_that_was_killed_is_begun_anew(killed: Path, kluis: Any) -> None:
    spoil_log(killed, flipped(60))
    half = killed / "oud" / "logbestand-0a1b2c3d-onaf"
    half.mkdir(parents=True)
    (half / "kluis.db").write_bytes(b"half")
    _, opened = saved(killed, kluis.zin)
    assert opened.log_damaged is not None
    assert [path.name for path in (killed / "oud").iterdir()] == [opened.log_damaged.apart[4:]]
    opened.close()
