"""A change of all files that somebody else put ready: an opening carries it through and destroys nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import KeyFileDamaged, LinkInFolder, WrongSecret
from kernteam_tui.data.opening.kluis import create_store_files, open_store_files
from kernteam_tui.data.opening.voorcontrole import controleer_voor_openen
from kernteam_tui.data.opening.wissel import done_note, finish_pending, prepare
from kernteam_tui.data.opening.wisselzegel import seal_of_change
from kernteam_tui.data.sleutels.beleid import VOORBEELD

FILES = ("kluis.db", "kluis.keys", "kluis.keys.bak")
ANDERE_ZIN = "zin van iemand die er niet bij hoort"


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def put_ready(folder: Path, source: Path, note: str) -> None:
    committed = folder / "wissel.klaar"
    committed.mkdir()
    for name in FILES:
        shutil.copy(source / name, committed / name)
    (committed / "apart.txt").write_text(note)


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of somebody else."""
    folder = tmp_path_factory.mktemp("vreemd") / "kluis"
    create_store_files(folder, ANDERE_ZIN, VOORBEELD).opened.close()
    return folder


@pytest.mark.parametrize("note", ["geen\n", "weg oud/weg " + 64 * "0" + "\n", "oud/weg\n", ""])
def test_the_store_that_stood_there_is_kept_whatever_the_note_says(
    kluis: Any, foreign: Path, note: str
) -> None:
    before = contents(kluis.folder)
    put_ready(kluis.folder, foreign, note)
    controleer_voor_openen(kluis.folder)
    with pytest.raises(WrongSecret) as raised:
        open_store_files(kluis.folder, kluis.zin)
    [kept] = [path for path in (kluis.folder / "oud").iterdir() if path.is_dir()]
    assert f"oud/{kept.name}" in raised.value.stap
    assert contents(kept) == before
    again = open_store_files(kluis.folder, ANDERE_ZIN)
    assert any(f"oud/{kept.name}" in notice for notice in again.notices)
    again.close()
    assert contents(kept) == before


def test_a_second_one_does_not_come_over_what_the_first_one_moved(kluis: Any, foreign: Path) -> None:
    before = contents(kluis.folder)
    for _ in range(3):
        put_ready(kluis.folder, foreign, "oud/weg\n")
        finish_pending(kluis.folder)
    assert contents(kluis.folder / "oud" / "weg") == before
    assert contents(kluis.folder / "oud" / "weg-2") == contents(kluis.folder / "oud" / "weg-3")


def test_a_folder_for_old_files_that_is_a_link_stops_it(kluis: Any, foreign: Path, tmp_path: Path) -> None:
    before = contents(kluis.folder)
    (tmp_path / "elders").mkdir()
    (kluis.folder / "oud").symlink_to(tmp_path / "elders")
    put_ready(kluis.folder, foreign, "oud/weg\n")
    with pytest.raises(LinkInFolder):
        open_store_files(kluis.folder, kluis.zin)
    assert contents(kluis.folder) == before


def test_files_that_are_nothing_are_told_with_where_the_store_went(kluis: Any, tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(b"niets " * 1000)
    put_ready(kluis.folder, tmp_path, "oud/weg\n")
    with pytest.raises(KeyFileDamaged) as raised:
        controleer_voor_openen(kluis.folder)
    assert "oud/weg" in raised.value.stap


def interrupted(kluis: Any, seal: Callable[[], str]) -> dict[str, bytes]:
    """A change of the key that was decided on and stopped: the same store stands for the new one."""
    before = contents(kluis.folder)
    put_ready(kluis.folder, kluis.folder, f"weg oud/wissel {seal()}\n")
    return before


def test_what_the_store_itself_had_to_destroy_goes_once_it_is_open(kluis: Any) -> None:
    interrupted(kluis, lambda: seal_of_change(kluis.folder, kluis.data_key()))
    finish_pending(kluis.folder)
    assert (kluis.folder / "oud" / "wissel" / "kluis.db").exists(), "nobody has shown the key yet"
    opened = open_store_files(kluis.folder, kluis.zin)
    assert not (kluis.folder / "oud" / "wissel").exists()
    assert any("afgemaakt" in notice for notice in opened.notices)
    opened.close()
    again = open_store_files(kluis.folder, kluis.zin)
    assert (again.notices, done_note(kluis.folder)) == ((), None)
    again.close()


def test_a_seal_over_other_files_destroys_nothing(kluis: Any, foreign: Path) -> None:
    """One that was seen before, used to take away the store of today."""
    before = interrupted(kluis, lambda: seal_of_change(foreign, kluis.data_key()))
    opened = open_store_files(kluis.folder, kluis.zin)
    opened.close()
    assert contents(kluis.folder / "oud" / "wissel") == before


def test_a_note_of_a_kept_folder_that_is_a_link_takes_nothing_away(kluis: Any, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    shutil.copy(kluis.database, elsewhere)
    shutil.copy(kluis.keys, elsewhere)
    (kluis.folder / "oud").mkdir()
    (kluis.folder / "oud" / "weg").symlink_to(elsewhere)
    seal = seal_of_change(elsewhere, kluis.data_key())
    (kluis.folder / "oud" / "wissel.txt").write_text(f"weg oud/weg {seal}\n")
    open_store_files(kluis.folder, kluis.zin).close()
    assert (elsewhere / "kluis.db").exists()


def test_a_new_change_begins_with_what_was_left_undone(kluis: Any, foreign: Path) -> None:
    before = contents(kluis.folder)
    put_ready(kluis.folder, foreign, "oud/weg\n")
    prepare(kluis.folder)
    assert contents(kluis.folder / "oud" / "weg") == before


def test_what_a_killed_opening_left_beside_its_note_is_cleared(kluis: Any) -> None:
    left = kluis.folder / "oud" / "wissel.txt.tmp-4766"
    left.parent.mkdir()
    left.touch()
    open_store_files(kluis.folder, kluis.zin).close()
    assert not left.exists()
