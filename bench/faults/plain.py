"""The control of the damages: a store without encryption has no code over its pages, so damage sleeps on."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

from bench.faults.spoil import flip_bit
from bench.faults.stores import copied, open_as_the_app_does
from bench.opstelling.tweeling import make_twin, open_plain


def missed_in_plain(source: Path, room: Path, tries: int, seed: int) -> int:
    """How many flipped bits go unseen by SQLite's own check while the rows read otherwise."""
    twin = room / "plain.db"
    with copied(source, room, "plain-source") as folder:
        sessie = open_as_the_app_does(folder)
        make_twin(sessie.store, twin)
        sessie.close()
    whole = twin.read_bytes()
    content = _rows(twin)
    missed = 0
    for number in range(tries):
        twin.write_bytes(flip_bit(whole, Random(f"{seed}/plain/{number}")))
        missed += _opens_green_with_other_content(twin, content)
    return missed


def _opens_green_with_other_content(path: Path, content: str) -> bool:
    try:
        return _checked_green(path) and _rows(path) != content
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _checked_green(path: Path) -> bool:
    plain = open_plain(path)
    try:
        return [row[0] for row in plain.execute("PRAGMA quick_check")] == ["ok"]
    finally:
        plain.close()


def _rows(path: Path) -> str:
    plain = open_plain(path)
    try:
        names = [
            name
            for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not name.startswith(("sqlite_", "zoekindex"))
        ]
        return repr([plain.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall() for name in names])
    finally:
        plain.close()
