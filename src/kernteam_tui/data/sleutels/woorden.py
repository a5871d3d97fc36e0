"""A proposal for a passphrase: random words from our own list."""

from __future__ import annotations

import functools
import secrets
from importlib.resources import files

WORD_COUNT = 5
"""Five words out of 1,296 or more: at least 2^51 possibilities."""


@functools.cache
def woordenlijst() -> tuple[str, ...]:
    """The words of `assets/woorden.txt`: lower-case ASCII, four to eight letters, each once."""
    text = files("kernteam_tui").joinpath("assets", "woorden.txt").read_text(encoding="ascii")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def stel_woorden_voor(aantal: int = WORD_COUNT) -> str:
    """`aantal` random words, with a space between them."""
    return " ".join(secrets.choice(woordenlijst()) for _ in range(aantal))
