"""Opening a store whose log is damaged: first keep the files as they are, then say what is gone.

From the first connection on, SQLite throws away what it does not take of a log.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from kernteam_tui.data.fouten import DiskError, DiskFull, LogDamaged
from kernteam_tui.data.opening.bestanden import DATABASE, WAL_SUFFIXES, disk_errors_named, sync_folder
from kernteam_tui.data.opening.engine import checkpoint
from kernteam_tui.data.opening.logbestand import Logschade, find_damage
from kernteam_tui.data.opening.opzij import copy_aside
from kernteam_tui.data.opening.wissel import OLD

ASIDE = "logbestand"
"""How what is kept aside of it in `oud/` is called, with a mark behind it."""
_NO_ROOM = (
    "Het logbestand naast de kluis is beschadigd; er is geen ruimte om de bestanden eerst opzij te zetten.",
    "Maak ruimte vrij, zoveel als kluis.db groot is, en open de kluis opnieuw; er is niets veranderd.",
)
_NOT_NEEDED = (
    "Het logbestand naast de kluis (kluis.db-wal) was beschadigd, maar alles stond al in kluis.db: er is "
    "niets kwijt. De bestanden zoals ze waren staan in {apart}."
)


@dataclass(frozen=True)
class Logherstel:
    """What was kept of a damaged log, and what there is to say about it."""

    lost: LogDamaged | None = None
    """Saves that somebody was told of are gone."""
    notices: tuple[str, ...] = ()


def keep_damaged_log(folder: Path) -> Logherstel:
    """Look at the log, and copy a damaged one with its store to `oud/` before anything is opened.

    A log of which more was moved into the store than can still be read goes: it would put old pages over
    newer ones. Only for the holder of the lock, once a secret was right. Raises DiskFull, DiskError,
    LinkInFolder.
    """
    damage = find_damage(folder / DATABASE)
    if damage is None:
        return Logherstel()
    try:
        kept = copy_aside(folder, ASIDE)
    except DiskFull as error:
        raise DiskFull(*_NO_ROOM) from error
    if damage.store_is_further:
        _remove_log(folder)
    return _told(damage, f"{OLD}/{kept.name}")


def take_in_log(engine: Engine) -> None:
    """Empty the log that an earlier session left, so that nothing of it lies behind the saves of this one."""
    with contextlib.suppress(DiskFull, DiskError):
        checkpoint(engine)


def _told(damage: Logschade, kept: str) -> Logherstel:
    if damage.saves_gone:
        return Logherstel(LogDamaged(apart=kept))
    return Logherstel(notices=(_NOT_NEEDED.format(apart=kept),))


def _remove_log(folder: Path) -> None:
    with disk_errors_named():
        for suffix in WAL_SUFFIXES:
            (folder / (DATABASE + suffix)).unlink(missing_ok=True)
        sync_folder(folder)
