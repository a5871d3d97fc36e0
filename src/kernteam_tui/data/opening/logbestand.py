"""What the write-ahead log tells without the key: how long the store must be.

Page numbers, and the length of the store after each transaction, stand unencrypted in the log:
https://www.sqlite.org/fileformat2.html#walformat. Looking here changes nothing; opening a store that was cut
off would let SQLite move the log into it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.data.fouten import StoreDamaged
from kernteam_tui.data.opening.bestanden import PAGE_SIZE, disk_errors_named, has_wal

_HEADER, _FRAME_HEADER = struct.Struct(">8I"), struct.Struct(">6I")
_FRAME = _FRAME_HEADER.size + PAGE_SIZE
_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""Magic number -> order of the bytes in the sums."""
_MASK = 0xFFFFFFFF


@dataclass(frozen=True)
class _Frame:
    page: int
    length: int
    """Pages in the store after this frame; 0 inside a transaction."""
    start: int
    sums: tuple[int, int]


def refuse_cut_off(database: Path) -> None:
    """Refuse a store of which pages are gone that are in the log neither.

    Only frames that SQLite would take count: after a power cut a length may stand there whose pages never
    came. Raises StoreDamaged, DiskError.
    """
    if not has_wal(database):
        return
    with disk_errors_named():
        content = database.with_name(database.name + "-wal").read_bytes()
        in_file = database.stat().st_size // PAGE_SIZE
    frames = list(_frames(content))
    if _misses(frames, in_file) and _misses(list(_sound(content, frames)), in_file):
        raise StoreDamaged()


def _misses(frames: list[_Frame], in_file: int) -> bool:
    last = max((place for place, frame in enumerate(frames) if frame.length), default=-1)
    if last < 0:
        return False
    in_log = {frame.page for frame in frames[: last + 1]}
    return not set(range(in_file + 1, frames[last].length + 1)) <= in_log


def _frames(content: bytes) -> Iterator[_Frame]:
    """The frames of the last use of this log: older ones behind them carry other salts."""
    if len(content) < _HEADER.size:
        return
    magic, _, size, _, *salts, _, _ = _HEADER.unpack_from(content)
    if magic not in _MAGIC or size != PAGE_SIZE:
        return
    for start in range(_HEADER.size, len(content) - _FRAME + 1, _FRAME):
        page, length, salt1, salt2, *sums = _FRAME_HEADER.unpack_from(content, start)
        if [salt1, salt2] != salts:
            return
        yield _Frame(page, length, start, (sums[0], sums[1]))


def _sound(content: bytes, frames: list[_Frame]) -> Iterator[_Frame]:
    """The frames up to the first whose sum is wrong; about a millisecond each."""
    order = _MAGIC[_HEADER.unpack_from(content)[0]]
    sums = _summed(content[: _HEADER.size - 8], order, (0, 0))
    for frame in frames:
        sums = _summed(content[frame.start : frame.start + 8], order, sums)
        sums = _summed(content[frame.start + _FRAME_HEADER.size : frame.start + _FRAME], order, sums)
        if sums != frame.sums:
            return
        yield frame


def _summed(part: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(part) // 4}I", part)
    for left, right in zip(words[::2], words[1::2], strict=True):
        first = first + left + second & _MASK
        second = second + right + first & _MASK
    return first, second


def commits_in_log(database: Path) -> tuple[int, ...]:
    """Numbers (from 1) of the frames that end a transaction, whole or not; look before anything is opened."""
    if not has_wal(database):
        return ()
    with disk_errors_named():
        content = database.with_name(database.name + "-wal").read_bytes()
    return tuple(number for number, frame in enumerate(_frames(content), 1) if frame.length)


def lost_saves(commits: tuple[int, ...], accepted: int) -> int:
    """How many saves stand in a log behind the place where SQLite stopped reading it; `accepted`: frames.

    One may be the save that a power cut came in between, of which nobody was told that it was kept. Every
    save is on the disk before the next one begins, so two or more are damage, which SQLite passes over
    without a word.
    """
    lost = sum(number > accepted for number in commits)
    return lost if lost > 1 else 0
