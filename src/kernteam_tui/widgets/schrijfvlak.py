"""A plain text area: no languages, no function keys of its own, Tab goes to the next field."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from kernteam_tui.widgets.invoer import zonder_nul

_WEG = frozenset({"f6", "f7", "ctrl+f"})


class Schrijfvlak(TextArea, inherit_bindings=False):
    """As Textual's TextArea without its f6, f7 and ctrl+f, which are commands of the program."""

    DEFAULT_CSS = """
    Schrijfvlak { border: none; padding: 0 1; background: $surface; }
    Schrijfvlak:focus { border: none; background: $panel; }
    Schrijfvlak .text-area--cursor-line { background: transparent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if isinstance(binding, Binding) and not _WEG & set(binding.key.split(","))
    ]

    def __init__(self, tekst: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(tekst, soft_wrap=True, show_line_numbers=False, id=id, classes=classes)
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a text that is only read ctrl+z is the one of the program: the last change."""
        if action == "undo" and self.read_only:
            return False
        return super().check_action(action, parameters)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = zonder_nul(event.text)

    def on_resize(self) -> None:
        """A notification takes a line, or the window became smaller: the line being typed stays in view."""
        if self.has_focus:
            self.call_after_refresh(self.scroll_cursor_visible)

    def on_unmount(self) -> None:
        """Undo keeps plain text in memory: forget it when the screen goes (locking)."""
        self.history.clear()
