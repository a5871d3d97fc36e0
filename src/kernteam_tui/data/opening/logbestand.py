"""What the write-ahead log tells without the key: how long the store must be, and what is gone from the log.

SQLite reads a log up to the first frame that is wrong and takes the rest as never written, without a word.
So it is looked at before anything is opened: opening would let SQLite move the log into the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.data.fouten import StoreDamaged
from kernteam_tui.data.opening.bestanden import PAGE_SIZE, disk_errors_named, has_wal
from kernteam_tui.data.opening.logvorm import Frame, Index, Log, read_index, read_log


@dataclass(frozen=True)
class Logschade:
    """A log that SQLite does not read to the end, although what is behind was finished."""

    saves_gone: bool
    """Saves that somebody was told of are neither in the store nor to be read from the log."""
    store_is_further: bool
    """More of the log was moved into the store than can still be read: it would put old pages over newer
    ones."""


def refuse_cut_off(database: Path) -> None:
    """Refuse a store of which pages are gone that are in the log neither.

    Only frames that SQLite would take count: after a power cut a length may stand there whose pages never
    came. Raises StoreDamaged, DiskError.
    """
    if not has_wal(database):
        return
    with disk_errors_named():
        in_file = database.stat().st_size // PAGE_SIZE
    log = read_log(database)
    if _misses(log.claimed, in_file) and _misses(log.sound, in_file):
        raise StoreDamaged()


def find_damage(database: Path) -> Logschade | None:
    """What is wrong with the log beside this store; None where all that was finished can be read.

    A crash or a power cut is no damage: it comes in between one save, of which nobody was told that it was
    kept, and every save is on the disk before the next one begins. So two ends of a save behind the place
    where SQLite stops are damage; so is one that the index knows as finished. Frames of an earlier use of
    the log, which carry other salts, never count. To be called before the store is opened, by the holder of
    the lock. Raises DiskError.
    """
    log, index = read_log(database), read_index(database)
    if not log.content and index is None:
        return None
    salts = log.salts if log.is_begun_well else _likely_salts(log, index)
    finished, in_store = (index.frames, index.in_store) if index and index.salts == salts else (0, 0)

    def gone_behind(number: int) -> bool:
        return finished > number or _too_much(log, log.commits_behind(number, salts))

    if not gone_behind(log.accepted):
        return None
    return Logschade(gone_behind(max(log.accepted, in_store)), store_is_further=in_store > log.accepted)


def _likely_salts(log: Log, index: Index | None) -> tuple[int, int] | None:
    return log.most_salts() if index is None else index.salts


def _too_much(log: Log, commits: int) -> bool:
    """The beginning of a log is on the disk before its first frame: where it is wrong, one is too much."""
    return commits > (1 if log.is_begun_well else 0)


def _misses(frames: Sequence[Frame], in_file: int) -> bool:
    last = max((place for place, frame in enumerate(frames) if frame.length), default=-1)
    if last < 0:
        return False
    in_log = {frame.page for frame in frames[: last + 1]}
    return not set(range(in_file + 1, frames[last].length + 1)) <= in_log
