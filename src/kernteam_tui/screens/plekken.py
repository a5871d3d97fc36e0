"""The cursor of a widget as plain numbers, and back."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import DataTable, Input, OptionList


def kan_focus(widget: Widget) -> bool:
    """Not in a step or a tab that is hidden now: what is typed there would go nowhere."""
    shown = all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
    return widget.focusable and shown


def cursor_van(widget: Widget) -> tuple[int, ...]:
    """`(column,)` of an Input, `(row, column)` of a text area or table, `(row,)` of a list; else empty."""
    if isinstance(widget, Input):
        return (widget.cursor_position,)
    if isinstance(widget, DataTable):
        return (widget.cursor_row, widget.cursor_column)
    if isinstance(widget, OptionList):
        return (widget.highlighted or 0,)
    plaats = getattr(widget, "cursor_location", None)  # a TextArea, without importing it
    return tuple(plaats) if plaats is not None else ()


def zet_cursor(widget: Widget, cursor: tuple[int, ...]) -> None:
    """Put the cursor there, as far as the widget goes; nothing happens for an empty `cursor`."""
    if not cursor:
        return
    if isinstance(widget, Input):
        widget.cursor_position = min(cursor[0], len(widget.value))
    elif isinstance(widget, DataTable):
        if widget.row_count:
            widget.move_cursor(row=min(cursor[0], widget.row_count - 1), column=cursor[1], animate=False)
    elif isinstance(widget, OptionList):
        if widget.option_count:
            widget.highlighted = min(cursor[0], widget.option_count - 1)
    elif hasattr(widget, "cursor_location"):
        widget.cursor_location = cursor
