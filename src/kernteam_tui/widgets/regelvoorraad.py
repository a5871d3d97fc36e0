"""The drawn lines of a text area, so that a key draws its own line and not the whole window again."""

from __future__ import annotations

from collections.abc import Callable

from textual.strip import Strip
from textual.widgets import TextArea

MEEST = 512
"""Lines kept: some windows full, also of a tall screen."""

Sleutel = tuple[str, int, int | None]
"""The paragraph, and from where to where in it the line runs; None: to its end. The wrapping can be one
drawing behind the width, so a number of the line would not do."""


class Regelvoorraad:
    """Lines of one text area that is wrapped, without colours for a language and without line numbers.

    A line that holds no cursor and no selection depends on its paragraph, on the width and on the style:
    empty it (`leeg`) when the style becomes another one.
    """

    def __init__(self, vlak: TextArea) -> None:
        self._vlak = vlak
        self._breedte = 0
        self._regels: dict[Sleutel, Strip] = {}

    def past_bij(self, breedte: int) -> None:
        """Forget what was wrapped at another width, in cells."""
        if breedte != self._breedte:
            self._breedte = breedte
            self.leeg()

    def leeg(self) -> None:
        """Forget every line."""
        self._regels.clear()

    def sleutel(self, y: int) -> Sleutel | None:
        """What the line at `y` of the window depends on; None where that is more than its text."""
        vlak = self._vlak
        if not vlak.document.end[1] and vlak.document.line_count == 1:
            return None  # the placeholder stands there
        plaatsen = vlak.wrapped_document._offset_to_line_info
        hoogte = y + vlak.scroll_offset.y
        if hoogte >= len(plaatsen):
            return None
        alinea, regel = plaatsen[hoogte]
        begin, einde = sorted(vlak.selection)
        haakje = vlak.matching_bracket_location
        if begin[0] <= alinea <= einde[0] or (haakje is not None and haakje[0] == alinea):
            return None
        knippen = vlak.wrapped_document.get_offsets(alinea)
        van = knippen[regel - 1] if regel else 0
        tot = knippen[regel] if regel < len(knippen) else None
        return vlak.document.get_line(alinea), van, tot

    def regel(self, sleutel: Sleutel, y: int, teken: Callable[[int], Strip]) -> Strip:
        """The line of that key: the one kept, or drawn now by `teken(y)`."""
        gevonden = self._regels.get(sleutel)
        if gevonden is None:
            if len(self._regels) >= MEEST:
                self.leeg()
            gevonden = self._regels[sleutel] = teken(y)
        return gevonden
