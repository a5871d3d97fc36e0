"""Whether a store was written with this key, asked of single pages.

SQLite opens a store by its first page alone and answers "not a database" for a flipped bit there as well as
for a key of another store. Every page carries its own code, so the other pages can tell the two apart.
Layout: SQLCipher 4, https://www.zetetic.net/sqlcipher/design/.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from kernteam_tui.data.opening.bestanden import PAGE_SIZE
from kernteam_tui.data.sleutels.datasleutel import KEY_BYTES, DataKey

_SALT_BYTES, _CODE_BYTES = 16, 64
_SALT_MASK, _ROUNDS = 0x3A, 2
_DISTINCT = 12
"""Sixteen random bytes hardly ever hold fewer different ones; zeroes, text and patterns do."""
_SAMPLE = 8
"""Pages that are looked at, spread over the file: one that fits is proof enough."""

_MOST_PAGES = 100_000


def any_page_fits(path: Path, key: DataKey) -> bool:
    """Whether at least one of a few pages was written with this key.

    All pages depend on the file's first bytes, the salt. Where those are gone, what may have become of them
    is tried: one bit turned over, the first page in another place, another page over it.
    Milliseconds; 0.2 s for 30 MB when nothing fits.
    """
    with path.open("rb") as stream:
        salt = stream.read(_SALT_BYTES)
        count = path.stat().st_size // PAGE_SIZE
        pages = []
        for number in sorted({1 + place * (count - 1) // _SAMPLE for place in range(_SAMPLE + 1)}):
            stream.seek((number - 1) * PAGE_SIZE)
            pages.append((number, stream.read(PAGE_SIZE)))
    raw = key.raw()
    if any(_fits(number, page, raw, salt) for number, page in pages):
        return True
    elsewhere = tuple(_salts_elsewhere(path, count))
    if salt in elsewhere:
        return True
    others = (*_one_bit_off(salt), *elsewhere)
    return any(_fits(*pages[-1], raw, other) or _fits(*pages[0], raw, other) for other in others)


def begins_at_random(path: Path) -> bool:
    """Whether the file begins as every store does, with random bytes: not overwritten with something else."""
    with path.open("rb") as stream:
        salt = stream.read(_SALT_BYTES)
    return len(set(salt)) >= _DISTINCT and not salt.isascii()


def _one_bit_off(salt: bytes) -> Iterator[bytes]:
    value = int.from_bytes(salt, "big")
    for bit in range(8 * len(salt)):
        yield (value ^ 1 << bit).to_bytes(len(salt), "big")


def _salts_elsewhere(path: Path, count: int) -> Iterator[bytes]:
    with path.open("rb") as stream:
        for number in range(1, min(count, _MOST_PAGES)):
            stream.seek(number * PAGE_SIZE)
            yield stream.read(_SALT_BYTES)


def _fits(number: int, page: bytes, raw: bytearray, salt: bytes) -> bool:
    masked = bytes(byte ^ _SALT_MASK for byte in salt)
    code_key = hashlib.pbkdf2_hmac("sha512", raw, masked, _ROUNDS, KEY_BYTES)
    start = _SALT_BYTES if number == 1 else 0
    covered = page[start:-_CODE_BYTES] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(code_key, covered, "sha512"), page[-_CODE_BYTES:])
