"""Links that somebody put in the folder of the store: what is behind them is left alone.

Opening begins before a passphrase was given, so whoever may write in the folder could otherwise have the
program destroy what lies elsewhere.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import LinkInFolder
from kernteam_tui.data.opening import wissel
from kernteam_tui.data.opening.bestanden import clear_leftovers, write_durably
from kernteam_tui.data.opening.kluis import open_store_files
from kernteam_tui.data.opening.schrijfproef import PROBE, why_writing_failed
from kernteam_tui.data.opening.slot import StoreLock
from kernteam_tui.data.opening.voorcontrole import controleer_voor_openen
from kernteam_tui.services.toegang import ruim_buiten_op, tel_buiten

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="making a link there asks for a right")

TEXT = "iets dat van een ander is\n"


@pytest.fixture
def elders(tmp_path: Path) -> Path:
    """A folder of somebody else, with a file, a file that looks half made, and a folder in it."""
    folder = tmp_path / "elders"
    (folder / "map").mkdir(parents=True)
    for name in ("brief.txt", "tmp-brief.txt", "map/lijst.txt"):
        (folder / name).write_text(TEXT)
    folder.chmod(0o755)
    return folder


def untouched(elders: Path) -> bool:
    found = {path.relative_to(elders).as_posix() for path in elders.rglob("*")}
    whole = all(
        (elders / name).read_text() == TEXT for name in ("brief.txt", "tmp-brief.txt", "map/lijst.txt")
    )
    mode = stat.S_IMODE(elders.stat().st_mode)
    return whole and mode == 0o755 and found == {"brief.txt", "tmp-brief.txt", "map", "map/lijst.txt"}


@pytest.mark.parametrize("name", ["wissel.klaar", "wissel.nieuw", "uit", "reserve", "oud"])
def test_opening_leaves_what_lies_behind_a_folder_alone(kluis: Any, elders: Path, name: str) -> None:
    (kluis.folder / name).symlink_to(elders)
    controleer_voor_openen(kluis.folder)
    open_store_files(kluis.folder, kluis.zin).close()
    assert untouched(elders)


def test_without_a_passphrase_nothing_behind_uit_is_cleared(kluis: Any, elders: Path) -> None:
    (kluis.folder / "uit").symlink_to(elders)
    assert tel_buiten(kluis.folder) == 0
    assert ruim_buiten_op(kluis.folder) == 0
    assert untouched(elders)


def test_of_a_link_within_uit_only_the_link_goes(kluis: Any, elders: Path) -> None:
    (kluis.folder / "uit").mkdir()
    (kluis.folder / "uit" / "map").symlink_to(elders)
    assert tel_buiten(kluis.folder) == 1
    assert ruim_buiten_op(kluis.folder) == 0
    assert not list((kluis.folder / "uit").iterdir())
    assert untouched(elders)


def test_the_lock_is_never_taken_through_a_link(kluis: Any, elders: Path) -> None:
    (kluis.folder / "kluis.lock").unlink(missing_ok=True)
    (kluis.folder / "kluis.lock").symlink_to(elders / "brief.txt")
    for look in (controleer_voor_openen, StoreLock):
        with pytest.raises(LinkInFolder, match=r"kluis\.lock"):
            look(kluis.folder)
    assert untouched(elders)
    (kluis.folder / "kluis.lock").unlink()
    StoreLock(kluis.folder).release()


def test_a_temporary_name_that_is_a_link_is_not_written_through(tmp_path: Path, elders: Path) -> None:
    (tmp_path / f"doel.tmp-{os.getpid()}").symlink_to(elders / "brief.txt")
    write_durably(tmp_path / "doel", b"nieuw")
    assert (tmp_path / "doel").read_bytes() == b"nieuw"
    assert not (tmp_path / "doel").is_symlink()
    (tmp_path / f"{PROBE}{os.getpid()}").symlink_to(elders / "brief.txt")
    why_writing_failed(tmp_path)
    assert untouched(elders)


def test_a_temporary_file_that_stood_there_lends_nobody_its_mode(tmp_path: Path) -> None:
    there = tmp_path / f"doel.tmp-{os.getpid()}"
    there.touch()
    there.chmod(0o666)
    write_durably(tmp_path / "doel", b"nieuw")
    assert stat.S_IMODE((tmp_path / "doel").stat().st_mode) == 0o600


def test_only_half_made_backups_of_this_program_are_cleared(tmp_path: Path) -> None:
    (tmp_path / "reserve").mkdir()
    for name in ("tmp-0123456789abcdef-pak.kluis", "tmp-brief.txt"):
        (tmp_path / "reserve" / name).touch()
    clear_leftovers(tmp_path)
    assert [path.name for path in (tmp_path / "reserve").iterdir()] == ["tmp-brief.txt"]


@pytest.mark.parametrize("aside", [None, "oud/nu"])
@pytest.mark.parametrize("name", ["kluis.db", "kluis.keys", "oud"])
def test_a_change_of_all_files_is_refused_before_it_counts(
    kluis: Any, elders: Path, name: str, aside: str | None
) -> None:
    """Destroyed would be the link, and the old store live on behind it."""
    place = kluis.folder / name
    target = elders.parent / f"verplaatst-{name}"
    if place.exists():
        place.rename(target)
    else:
        target.mkdir()
    place.symlink_to(target)
    prepared = wissel.prepare(kluis.folder)
    for part in ("kluis.db", "kluis.keys", "kluis.keys.bak"):
        (prepared / part).write_text("nieuw")
    with pytest.raises(LinkInFolder, match=name):
        wissel.commit(kluis.folder, aside)
    assert not wissel.pending(kluis.folder)
    open_store_files(kluis.folder, kluis.zin).close()


def test_a_folder_that_somebody_put_in_a_change_keeps_nobody_out(kluis: Any) -> None:
    (kluis.folder / "wissel.klaar" / "map").mkdir(parents=True)
    (kluis.folder / "wissel.klaar" / "map" / "iets").touch()
    open_store_files(kluis.folder, kluis.zin).close()
    assert not (kluis.folder / "wissel.klaar").exists()
