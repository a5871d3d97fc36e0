"""A box that keeps what is being worked on in view: the line being written, the line marked in a list."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.containers import VerticalScroll
from textual.geometry import Offset, Region
from textual.widgets import OptionList, TextArea

from kernteam_tui.widgets.optielijst import Optielijst

ERONDER = 2
"""Lines kept in view below the one with the cursor: what is said of the text stands there."""


class Meelopend(VerticalScroll):
    """Textual scrolls a text field or a list within itself only; one that grows would leave its own box."""

    @on(TextArea.SelectionChanged)
    def _cursor_verplaatst(self, event: TextArea.SelectionChanged) -> None:
        if event.text_area.has_focus:
            self.call_after_refresh(self._loop_mee)

    @on(OptionList.OptionHighlighted)
    def _andere_regel(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.call_after_refresh(self._loop_mee)

    def watch_virtual_size(self) -> None:
        """What is in it grew or shrank."""
        self.call_after_refresh(self._loop_mee)

    def scroll_to_region(self, region: Region, **hoe: Any) -> Offset:
        """As Textual's; a list that gets the focus is followed by its marked line, not by its middle."""
        if isinstance(self._waar, Optielijst):
            self.call_after_refresh(self._loop_mee)
            return Offset()
        return super().scroll_to_region(region, **hoe)

    @property
    def _waar(self) -> object:
        """What in this box has the focus."""
        focus = self.screen.focused if self.is_attached else None
        return focus if focus is not None and self in focus.ancestors else None

    def _loop_mee(self) -> None:
        """Scroll only as far as it takes; a cursor that is in view moves nothing. Of a line that is higher
        than the box its beginning is shown."""
        waar, vak = self._waar, self.content_region
        if isinstance(waar, TextArea):
            boven = waar.cursor_screen_offset.y
            onder = boven + 1 + ERONDER
        elif isinstance(waar, Optielijst):
            boven, onder = waar.gemarkeerde_rijen
        else:
            return
        if boven < vak.y or onder - boven > vak.height:
            self.scroll_relative(y=boven - vak.y, animate=False)
        elif onder > vak.bottom:
            self.scroll_relative(y=onder - vak.bottom, animate=False)
