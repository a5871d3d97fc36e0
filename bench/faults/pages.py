"""The pages of a store without their encryption: what somebody with the key can still find in it.

SQLCipher 4: AES-256-CBC per page; the last 80 bytes hold its IV (16) and HMAC (64); page 1 begins with the
salt (https://www.zetetic.net/sqlcipher/design/). A log holds whole pages behind frame headers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from kernteam_tui.data.opening.bestanden import PAGE_SIZE

SALT, IV, RESERVED = 16, 16, 80
LOG_HEADER, FRAME_HEADER = 32, 24


def readable(database: Path, key: bytes) -> bytes:
    """Every page of the file and of its log, one after the other."""
    log = database.with_name(f"{database.name}-wal")
    pages = [*_pages(database, 0, 0), *(_pages(log, LOG_HEADER, FRAME_HEADER) if log.exists() else ())]
    return b"".join(_decrypted(page, key) for page in pages)


def _pages(path: Path, header: int, before_each: int) -> Iterator[bytes]:
    content = path.read_bytes()
    for start in range(header + before_each, len(content) - PAGE_SIZE + 1, PAGE_SIZE + before_each):
        first = start == 0 or (
            before_each and content[start - before_each : start - before_each + 4] == FIRST
        )
        yield content[start + (SALT if first else 0) : start + PAGE_SIZE]


FIRST = (1).to_bytes(4, "big")
"""Number of page 1, as a log writes it."""


def _decrypted(page: bytes, key: bytes) -> bytes:
    body, iv = page[:-RESERVED], page[-RESERVED : -RESERVED + IV]
    reader = Cipher(AES256(key), CBC(iv)).decryptor()
    return reader.update(body) + reader.finalize()
