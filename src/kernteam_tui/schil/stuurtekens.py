"""No sign on the screen commands the terminal: a file name may hold any.

Textual writes text to the terminal as it is. A file that somebody put in `uit/` or `reserve/` with an escape
sequence for a name could rename the window, fill the clipboard or draw over the screen.
"""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_STUURTEKEN = re.compile("[\x00-\x1f\x7f-\x9f]")
"""C0, DEL and C1; they take no room on a line, so nothing moves without them."""


class Stuurtekenfilter(LineFilter):
    """Leaves the control signs out of every line; what Textual itself sends has segments of its own."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The same segments and widths."""
        if all(segment.control or segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(_STUURTEKEN.sub("", segment.text), segment.style)
            for segment in segments
        ]
