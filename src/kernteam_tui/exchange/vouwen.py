"""Lines of plain text, for a message, an e-mail or a screen reader."""

from __future__ import annotations

import textwrap

BREEDTE = 72
"""Columns. A word longer than a line is never broken and may stick out (a web address stays whole)."""


def vouw(tekst: str, begin: str = "", vervolg: str = "", breedte: int = BREEDTE) -> list[str]:
    """One paragraph as lines between words: `begin` stands before the first, `vervolg` before the others.

    Without words it is `begin` alone.
    """
    return textwrap.wrap(
        tekst,
        breedte,
        initial_indent=begin,
        subsequent_indent=vervolg,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [begin.rstrip()]
