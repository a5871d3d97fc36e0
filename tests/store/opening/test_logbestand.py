"""A log beside a store that was cut off: seen before anything is opened, so nothing changes."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kernteam_tui.data.fouten import StoreDamaged
from kernteam_tui.data.opening.kluis import OpenedFiles, open_store_files
from kernteam_tui.data.opening.logbestand import refuse_cut_off
from kernteam_tui.data.opening.voorcontrole import controleer_voor_openen

PAGE = 4096


@pytest.fixture
def with_log(opened: OpenedFiles, tmp_path: Path) -> Path:
    """A copy of a store as a killed program leaves it: grown in its log, not yet in its file."""
    with opened.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO notitie (tekst, casus_id) VALUES (:tekst, 1)"), [{"tekst": "lang " * 900}] * 30
        )
    folder = tmp_path / "gedood"
    shutil.copytree(opened.folder, folder, ignore=shutil.ignore_patterns("*-shm"))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("lock")}


def test_a_whole_log_is_no_reason_to_refuse(with_log: Path, kluis: Any) -> None:
    refuse_cut_off(with_log / "kluis.db")
    open_store_files(with_log, kluis.zin).close()


@pytest.mark.parametrize("left", [2, 5, 9])
def test_a_store_cut_off_beside_its_log_is_refused_and_stays_as_it_is(
    with_log: Path, kluis: Any, left: int
) -> None:
    os.truncate(with_log / "kluis.db", left * PAGE)
    before = files(with_log)
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            open_store_files(with_log, kluis.zin)
        with pytest.raises(StoreDamaged):
            controleer_voor_openen(with_log)
    assert files(with_log) == before


def test_a_length_whose_pages_never_came_does_not_count(with_log: Path, kluis: Any) -> None:
    """After a power cut the last frame may be there while frames before it are not: SQLite stops before."""
    log = with_log / "kluis.db-wal"
    content, frame = bytearray(log.read_bytes()), PAGE + 24
    for number in range(2, 20):
        start = 32 + number * frame
        content[start : start + 4] = bytes(4)
    log.write_bytes(content)
    refuse_cut_off(with_log / "kluis.db")
    opened = open_store_files(with_log, kluis.zin)
    with opened.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM notitie")).scalar_one() == 200
    opened.close()


def test_any_log_is_looked_at_without_a_fault(with_log: Path) -> None:
    log, dice = with_log / "kluis.db-wal", random.Random(20261123)
    whole = log.read_bytes()
    for _ in range(60):
        content = bytearray(whole[: dice.randrange(len(whole))])
        for _ in range(dice.randrange(4)):
            if content:
                content[dice.randrange(len(content))] = dice.randrange(256)
        log.write_bytes(content)
        refuse_cut_off(with_log / "kluis.db")
