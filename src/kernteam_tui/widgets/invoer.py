"""A one-line text field that loses nothing of what is pasted into it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

from kernteam_tui.widgets.vertrek import lege_regels


class Invoer(Input):
    """As Textual's Input; a paste of several lines becomes one line, NUL bytes fall away."""

    DEFAULT_CSS = """
    Invoer { width: 1fr; height: 1; border: none; padding: 0 1; background: $surface; }
    Invoer:focus { border: none; background: $panel; }
    Invoer:disabled { color: $text-muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "zet_terug", show=False)]
    """Undo is of the text: the key may not go on and undo something else of the program."""

    _stond: str | None = None
    """What stood there before the first key since the cursor came in; None: no key yet, or a passphrase."""
    _getypt = ""
    """What the last key left. Other text than this the program put there: that is not undone."""

    def on_mount(self) -> None:
        self.cursor_blink = False

    def on_focus(self, event: events.Focus) -> None:
        if event.from_app_focus:
            return
        self._stond = None
        if not self.select_on_focus:
            self.cursor_position = len(self.value)

    def render_lines(self, crop: Region) -> list[Strip]:
        return super().render_lines(crop) if self.is_attached else lege_regels(crop)

    def replace(self, text: str, start: int, end: int) -> None:
        """As a key does; `ctrl+z` knows what stood there."""
        eerst = self.value
        super().replace(text, start, end)
        self._onthoud(eerst)

    def action_cursor_right(self, select: bool = False) -> None:
        """To the right; at the end that takes a completion over, as if it was typed."""
        eerst = self.value
        super().action_cursor_right(select)
        self._onthoud(eerst)

    def action_zet_terug(self) -> None:
        """What stood there before the first key since the cursor came in; without a key nothing happens."""
        stond, self._stond = self._stond, None
        if stond is not None and self.value == self._getypt:
            self.value = stond
            self.cursor_position = len(stond)

    def _onthoud(self, eerst: str) -> None:
        if self.password or self.value == eerst:
            return
        if self._stond is None or self._getypt != eerst:
            self._stond = eerst
        self._getypt = self.value

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        tekst = " ".join(regel.strip() for regel in zonder_nul(event.text).splitlines() if regel.strip())
        start, eind = sorted(self.selection)
        self.replace(tekst, start, eind)

    def action_copy(self) -> None:
        """Copy the selection; a passphrase goes to no clipboard."""
        if not self.password:
            super().action_copy()

    def action_cut(self) -> None:
        """Cut the selection; a passphrase goes to no clipboard, and stays."""
        if not self.password:
            super().action_cut()


class Lijstinvoer(Invoer):
    """The line above a list that is changed while this line has the focus: ctrl+z is of the last change."""

    async def action_zet_terug(self) -> None:  # type: ignore[override]  # Textual awaits an action that can be
        await self.run_action("app.ongedaan")


def zonder_nul(tekst: str) -> str:
    """Some Windows terminals put NUL bytes between pasted characters."""
    return tekst.replace("\x00", "")
