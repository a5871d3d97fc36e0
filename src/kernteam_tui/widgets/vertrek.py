"""A field that is taken out of a screen just as that screen is drawn.

Textual forgets the colours of such a field before the screen forgets its place: drawing it in between
ended the program with a KeyError. What may be taken out asks `is_attached` first.
"""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip


def lege_regels(vlak: Region) -> list[Strip]:
    """Blank lines of the size of that region, in cells."""
    return [Strip.blank(vlak.width)] * vlak.height
