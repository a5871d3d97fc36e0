"""Filters of the lines on the screen, as one: each of them is looked up for each line at every key."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class Zeef(LineFilter):
    """What these filters do, one after the other."""

    def __init__(self, filters: Iterable[LineFilter]) -> None:
        super().__init__()
        self.filters = tuple(filters)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments after the last of them."""
        for een in self.filters:
            segments = een.apply(segments, background)
        return segments


class Zeven:
    """Gives the same filter while what it is made of is the same: Textual keeps the lines of a filter."""

    def __init__(self) -> None:
        self._laatste = Zeef(())

    def samen(self, *filters: LineFilter) -> Zeef:
        """These as one."""
        if filters != self._laatste.filters:
            self._laatste = Zeef(filters)
        return self._laatste
