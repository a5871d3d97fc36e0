"""What was erased for good after a backup was made: it must not come back with it.

Known from two places: the table `wissing` of the present store, and `kluis.gewist` beside it, for when the
store no longer opens. Both hold marks only: an HMAC of an id, no name and no id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from kernteam_tui.data.opening.bestanden import disk_errors_named

ERASED = "kluis.gewist"
MAX_ERASED_BYTES = 16_777_216
"""A line is 65 bytes: a quarter of a million erasures."""
_MARK = re.compile(r"[0-9a-f]{64}")
_PROOF = "merk, nummer, gewist_op, grond, notities, gesprekken"


@dataclass(frozen=True)
class Wissingen:
    """Marks of what was erased, and the proofs of it as they stand in the present store."""

    merken: frozenset[str]
    bewijzen: tuple[tuple[Any, ...], ...] = ()


def marks_beside(folder: Path) -> frozenset[str]:
    """The marks in `kluis.gewist`; a line that is no mark is skipped. Raises DiskError."""
    with disk_errors_named():
        try:
            with (folder / ERASED).open("rb") as stream:
                content = stream.read(MAX_ERASED_BYTES)
        except (FileNotFoundError, IsADirectoryError):
            return frozenset()
    lines = content.decode("ascii", "replace").split("\n")
    return frozenset(line.strip() for line in lines if _MARK.fullmatch(line.strip()))


def proofs_in(connection: Any) -> tuple[tuple[Any, ...], ...]:
    """The proofs in an open store, over its bare connection; none in a store from before there were any."""
    known = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'wissing'").fetchone()[0]
    return tuple(connection.execute(f"SELECT {_PROOF} FROM wissing").fetchall()) if known else ()


def erase_again(engine: Engine, wissingen: Wissingen) -> int:
    """Erase in a restored store (of the newest form) what was erased since; answers how many casussen.

    The proofs come along first, as the store that held them is being replaced. Raises as `wissen.reapply`.
    """
    if not wissingen.merken:
        return 0
    from kernteam_tui.data.wissen import reapply  # it knows this module too

    with engine.begin() as connection:
        for proof in wissingen.bewijzen:
            connection.exec_driver_sql(
                f"INSERT INTO wissing ({_PROOF}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (merk) DO NOTHING",
                proof,
            )
    return reapply(engine, sorted(wissingen.merken))
