"""Record ids: UUID version 7 by RFC 9562 section 5.7."""

from __future__ import annotations

import secrets
import time
from uuid import UUID


def new_id() -> str:
    """A new UUIDv7 as lower-case text: 48 bits of Unix milliseconds, then 74 random bits.

    Ids sort by the millisecond in which they were made.
    """
    millis = time.time_ns() // 1_000_000
    value = (millis & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))
