"""A list of options that takes every key, also before it has a place on the screen."""

from __future__ import annotations

from typing import Literal

from textual.app import ComposeResult
from textual.widgets import OptionList, Select
from textual.widgets._select import SelectCurrent, SelectOverlay  # no public way to its list
from textual.widgets.option_list import Option


class Optielijst(OptionList):
    """As Textual's OptionList, with markup off.

    Textual's page keys fail in a list that has no lines yet: just made, or in a window too small for it.
    """

    def __init__(self, *opties: Option, id: str) -> None:
        super().__init__(*opties, id=id, markup=False)

    @property
    def gemarkeerde_rijen(self) -> tuple[int, int]:
        """The first row of the screen that the marked option has, and the row below its last; one row at the
        top where none is marked or drawn."""
        boven = self.content_region.y - self.scroll_offset.y
        if self.highlighted not in self._index_to_line:
            return boven, boven + 1
        boven += self._index_to_line[self.highlighted]
        return boven, boven + self._heights[self.highlighted]

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        if self.scrollable_content_region:
            super()._move_page(direction)


class _Uitgeklapt(SelectOverlay):
    """The list of a drop-down, with the same care."""

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        if self.scrollable_content_region:
            super()._move_page(direction)


class Uitklapveld(Select[str]):
    """As Textual's Select; its list takes every key as soon as it opens."""

    def compose(self) -> ComposeResult:
        yield SelectCurrent(self.prompt)
        yield _Uitgeklapt().data_bind(compact=Select.compact)
