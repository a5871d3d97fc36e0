"""Ways to damage a file, each at a random place, and what each is called."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable
from random import Random

from kernteam_tui.data.sleutels.kop import WRAPPED_BYTES, canonical

Spoil = Callable[[bytes, Random], bytes]
"""Gives the damaged content; never the same as before."""

PAGE = 4096
SECTOR = 512
SMALL = (0, 1, 4095, 4096)
"""Lengths in bytes at which a store is easily taken for a new and empty one."""


def flip_bit(content: bytes, rng: Random) -> bytes:
    """One bit turned over."""
    spoilt = bytearray(content)
    spoilt[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    return bytes(spoilt)


def cut_off(content: bytes, rng: Random) -> bytes:
    """Shorter by anything from one byte to all."""
    return content[: rng.randrange(len(content))]


def cut_off_at_a_page(content: bytes, rng: Random) -> bytes:
    """Shorter by whole pages."""
    return content[: PAGE * rng.randrange(-(-len(content) // PAGE))]


def cut_off_small(content: bytes, rng: Random) -> bytes:
    """Almost nothing left."""
    return content[: rng.choice([length for length in SMALL if length < len(content)])]


def zero_sector(content: bytes, rng: Random) -> bytes:
    """One sector of the disk read as zeros."""
    start = SECTOR * rng.randrange(-(-len(content) // SECTOR))
    return _over(content, start, bytes(min(SECTOR, len(content) - start)))


def swap_pages(content: bytes, rng: Random) -> bytes:
    """Two pages in each other's place."""
    first, second = (PAGE * n for n in rng.sample(range(len(content) // PAGE), 2))
    one, other = content[first : first + PAGE], content[second : second + PAGE]
    return _over(_over(content, first, other), second, one)


def garbage_page(content: bytes, rng: Random) -> bytes:
    """One page of noise."""
    start = PAGE * rng.randrange(max(1, len(content) // PAGE))
    return _over(content, start, rng.randbytes(min(PAGE, len(content) - start)))


def append_junk(content: bytes, rng: Random) -> bytes:
    """Noise after the end: whole pages or not."""
    return content + rng.randbytes(rng.choice((1, 100, PAGE, 3 * PAGE)))


def swap_letters(content: bytes, rng: Random) -> bytes:
    """Two bytes next to each other in the other order, where they differ."""
    places = [n for n in range(len(content) - 1) if content[n] != content[n + 1]]
    at = rng.choice(places)
    return _over(content, at, bytes((content[at + 1], content[at])))


STORE: tuple[tuple[str, Spoil], ...] = (
    ("bit flipped", flip_bit),
    ("cut off", cut_off),
    ("bit flipped", flip_bit),
    ("cut off at a page", cut_off_at_a_page),
    ("bit flipped", flip_bit),
    ("cut off to 0-4096 bytes", cut_off_small),
    ("bit flipped", flip_bit),
    ("sector zeroed", zero_sector),
    ("bit flipped", flip_bit),
    ("pages swapped", swap_pages),
    ("bit flipped", flip_bit),
    ("page of noise", garbage_page),
    ("junk appended", append_junk),
)
"""In turn; a flipped bit, the smallest damage there is, as often as all else together."""

KEY_FILE: tuple[tuple[str, Spoil], ...] = (
    ("bit flipped", flip_bit),
    ("cut off", cut_off),
    ("bit flipped", flip_bit),
    ("bytes swapped", swap_letters),
    ("bit flipped", flip_bit),
    ("sector zeroed", zero_sector),
    ("bit flipped", flip_bit),
    ("junk appended", append_junk),
)


def _over(content: bytes, start: int, part: bytes) -> bytes:
    return content[:start] + part + content[start + len(part) :]


def forge_key_file(content: bytes, _rng: Random) -> bytes:
    """Another wrapped key for the passphrase, with a checksum that fits: not by accident."""
    fields = json.loads(content)
    wrap = next(slot["wrap"] for slot in fields["slots"] if slot["kind"] == "passphrase")
    wrap["ct"] = b64encode(bytes(WRAPPED_BYTES)).decode("ascii")
    without_sum = {name: value for name, value in fields.items() if name != "sum"}
    digest = hashlib.sha256(canonical(without_sum)).hexdigest()
    return canonical({**without_sum, "sum": digest}) + b"\n"
