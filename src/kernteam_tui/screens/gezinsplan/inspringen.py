"""Text under a number or a box, with every line of it as far in as the first."""

from __future__ import annotations

import textwrap

ONBEKEND = 0
"""The width of a list that has no place on the screen yet."""
_SMALST = 12


def met_inspring(tekst: str, breed: int, inspring: int) -> str:
    """`tekst` in lines for a list of `breed` cells, all but the first with `inspring` spaces before them; one
    line while the width is ONBEKEND."""
    woorden = " ".join(tekst.split())
    if breed == ONBEKEND:
        return woorden
    regels = textwrap.wrap(woorden, max(breed - inspring, _SMALST)) or [""]
    return f"\n{' ' * inspring}".join(regels)
