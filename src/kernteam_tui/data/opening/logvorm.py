"""How the write-ahead log and its index look from outside, without the key.

Page numbers, salts and sums stand unencrypted in both, and the sums are over the encrypted pages:
https://www.sqlite.org/fileformat2.html#walformat and https://www.sqlite.org/walformat.html. Looking here
changes nothing. Standard library only.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from kernteam_tui.data.opening.bestanden import PAGE_SIZE, disk_errors_named

LOG_SUFFIX, INDEX_SUFFIX = "-wal", "-shm"

_HEADER, _FRAME_HEADER = struct.Struct(">8I"), struct.Struct(">6I")
_FRAME = _FRAME_HEADER.size + PAGE_SIZE
_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""Magic number -> order of the bytes in the sums."""
_MASK = 0xFFFFFFFF

_INDEX_HEADER = struct.Struct("=3I2BH8I")
_INDEX_SALTS = 32
_INDEX_VERSION = 3007000
_INDEX_PAGE_SIZE = 4096
_INDEX_SUMMED = 40
"""Bytes of the index header that its sum is over."""
_INDEX_LEAST = 2 * _INDEX_HEADER.size + 4

Salts = tuple[int, int]


@dataclass(frozen=True)
class Frame:
    """One page in the log. Frames are numbered from 1."""

    number: int
    page: int
    length: int
    """Pages in the store after this frame; 0 inside a transaction, so anything else ends one."""
    salts: Salts
    start: int
    sums: tuple[int, int]


@dataclass(frozen=True)
class Index:
    """What the program that wrote the log knew of it (`kluis.db-shm`); it outlives a killed program.

    SQLite writes it after a transaction is on the disk, so it never promises too much.
    """

    frames: int
    """Frames of finished transactions."""
    salts: Salts
    in_store: int
    """So many of them were moved into the store, and are on the disk there."""


@dataclass(frozen=True)
class Log:
    """The write-ahead log as it lies there, whatever became of it."""

    content: bytes = field(repr=False)

    @cached_property
    def _order(self) -> str:
        """Order of the bytes in the sums; empty where this is not the beginning of a log of this program."""
        if len(self.content) < _HEADER.size:
            return ""
        magic, _, size, *_ = _HEADER.unpack_from(self.content)
        return _MAGIC.get(magic, "") if size == PAGE_SIZE else ""

    @cached_property
    def salts(self) -> Salts | None:
        """What marks the frames of its last use; None where it has no beginning to go by."""
        if not self._order:
            return None
        _, _, _, _, first, second, _, _ = _HEADER.unpack_from(self.content)
        return first, second

    @cached_property
    def is_begun_well(self) -> bool:
        """Whether its first bytes are as SQLite wrote them: without that it takes nothing of the rest."""
        if not self._order:
            return False
        *_, first, second = _HEADER.unpack_from(self.content)
        return _summed(self.content[: _HEADER.size - 8], self._order, (0, 0)) == (first, second)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Every whole frame, of the last use and of earlier ones."""
        return tuple(self._all_frames())

    def _all_frames(self) -> Iterator[Frame]:
        starts = range(_HEADER.size, len(self.content) - _FRAME + 1, _FRAME)
        for number, start in enumerate(starts, 1):
            page, length, salt1, salt2, *sums = _FRAME_HEADER.unpack_from(self.content, start)
            yield Frame(number, page, length, (salt1, salt2), start, (sums[0], sums[1]))

    @cached_property
    def claimed(self) -> tuple[Frame, ...]:
        """The frames up to the first with other salts; their sums are not looked at."""
        return tuple(takewhile(lambda frame: frame.salts == self.salts, self.frames))

    @cached_property
    def sound(self) -> tuple[Frame, ...]:
        """The frames up to the first that SQLite would not take; about 0.1 ms each."""
        return tuple(self._sound()) if self._order else ()

    def _sound(self) -> Iterator[Frame]:
        sums = _summed(self.content[: _HEADER.size - 8], self._order, (0, 0))
        for frame in self.claimed:
            body = frame.start + _FRAME_HEADER.size
            sums = _summed(self.content[frame.start : frame.start + 8], self._order, sums)
            sums = _summed(self.content[body : body + PAGE_SIZE], self._order, sums)
            if sums != frame.sums:
                return
            yield frame

    @property
    def accepted(self) -> int:
        """Number of the last frame that SQLite takes in: the end of the last transaction before a fault."""
        if not self.is_begun_well:
            return 0
        return max((frame.number for frame in self.sound if frame.length), default=0)

    def most_salts(self) -> Salts | None:
        """The salts that most frames carry, where its beginning cannot be believed."""
        counted = Counter(frame.salts for frame in self.frames)
        return counted.most_common(1)[0][0] if counted else None

    def commits_behind(self, number: int, salts: Salts | None) -> int:
        """How many transactions end behind this frame, of the use of the log that these salts mark."""
        return sum(
            bool(frame.length) and frame.salts == salts for frame in self.frames if frame.number > number
        )


def read_log(database: Path) -> Log:
    """The log beside this store; empty where there is none. Raises DiskError."""
    return Log(_content(database.with_name(database.name + LOG_SUFFIX)))


def read_index(database: Path) -> Index | None:
    """The index beside this store; None where there is none, or where it is not whole. Raises DiskError."""
    content = _content(database.with_name(database.name + INDEX_SUFFIX))
    size = _INDEX_HEADER.size
    if len(content) < _INDEX_LEAST or content[:size] != content[size : 2 * size]:
        return None
    version, _, _, begun, order, page, frames, *_, sum1, sum2 = _INDEX_HEADER.unpack_from(content)
    salts = _salts_as_in_log(content)
    known = version == _INDEX_VERSION and begun == 1 and order in (0, 1) and page == _INDEX_PAGE_SIZE
    if not known or _summed(content[:_INDEX_SUMMED], "=", (0, 0)) != (sum1, sum2):
        return None
    (in_store,) = struct.unpack_from("=I", content, 2 * size)
    return Index(frames, salts, min(in_store, frames))


def _salts_as_in_log(content: bytes) -> Salts:
    """They are kept there byte by byte as in the log, while all other numbers are of the machine."""
    first, second = struct.unpack_from(">2I", content, _INDEX_SALTS)
    return first, second


def _content(path: Path) -> bytes:
    with disk_errors_named():
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return b""


def _summed(part: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = iter(struct.unpack(f"{order}{len(part) // 4}I", part))
    for left, right in zip(words, words, strict=True):
        first = first + left + second & _MASK
        second = second + right + first & _MASK
    return first, second
