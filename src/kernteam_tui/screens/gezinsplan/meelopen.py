"""A box that keeps the line being written in view, however far the text in it grows."""

from __future__ import annotations

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import TextArea

ERONDER = 2
"""Lines kept in view below the one with the cursor: what is said of the text stands there."""


class Meelopend(VerticalScroll):
    """Textual scrolls a text field within itself only; one that grows would leave its own box."""

    @on(TextArea.SelectionChanged)
    def _cursor_verplaatst(self, event: TextArea.SelectionChanged) -> None:
        if event.text_area.has_focus:
            self.call_after_refresh(self._loop_mee)

    def watch_virtual_size(self) -> None:
        """What is in it grew or shrank."""
        self.call_after_refresh(self._loop_mee)

    def _loop_mee(self) -> None:
        """Scroll only as far as it takes; a cursor that is in view moves nothing."""
        vlak = self.screen.focused if self.is_attached else None
        if not isinstance(vlak, TextArea) or self not in vlak.ancestors:
            return
        rij, vak = vlak.cursor_screen_offset.y, self.content_region
        if rij < vak.y:
            self.scroll_relative(y=rij - vak.y, animate=False)
        elif rij >= vak.bottom - ERONDER:
            self.scroll_relative(y=rij - vak.bottom + ERONDER + 1, animate=False)
