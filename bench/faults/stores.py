"""The stores that the fault tests spoil: each try gets its own copy, and a look at all that is in it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from kernteam_tui.services.controle import kijk_kluis_na
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import KluisStaat, kluis_staat, unlock

CLOCK = SysteemKlok(date(2026, 11, 23))
PASSPHRASE = "voorbeeld"
CASES = 25
OLD_STORE = Path(__file__).parents[2] / "tests/store/oud/schema-0001"
"""A store as the first version of the program left it."""

Manifest = dict[str, str]
"""Digest of all rows of each table, by its name."""


def make_store(folder: Path) -> Path:
    """The fictional caseload of the demo, closed. Its keys are the cheapest that are accepted."""
    maak_demo(folder, CLOCK, casussen=CASES)
    return folder


@contextmanager
def copied(source: Path, room: Path, name: str) -> Iterator[Path]:
    """A copy of a closed store, for one try; gone afterwards."""
    folder = room / name
    shutil.copytree(source, folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def open_as_the_app_does(folder: Path, secret: str = PASSPHRASE) -> Sessie:
    """The look before the passphrase is asked, then the opening. Raises the program's own errors."""
    if kluis_staat(folder) is not KluisStaat.AANWEZIG:
        raise AssertionError("the program would offer to make a new store")
    return unlock(folder, secret, CLOCK)


def failed_checks(sessie: Sessie) -> tuple[str, ...]:
    """Names of the program's own checks that found something; the check of the log comes first in it."""
    return tuple(finding.wat for finding in kijk_kluis_na(sessie) if not finding.in_orde)


def manifest(sessie: Sessie) -> Manifest:
    """What is in the store, table by table, whatever its pages look like."""
    with sessie.lezen() as conn:
        return manifest_of(conn)


def manifest_of(conn: Connection) -> Manifest:
    """As `manifest`, over this connection; without the tables that SQLite and its index keep themselves."""
    names = conn.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).scalars()
    tables = [name for name in names if not name.startswith(("sqlite_", "zoekindex_"))]
    return {
        name: _digest(conn.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY rowid').all()) for name in tables
    }


def leftovers(folder: Path) -> tuple[str, ...]:
    """Temporary files and folders that no longer belong beside a store that was opened and closed."""
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    return tuple(sorted(name for name in names if "tmp-" in name or name.startswith("wissel.")))


def _digest(rows: object) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()
