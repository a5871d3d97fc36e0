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

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "niets", show=False)]
    """Undo is of the text, and here there is none: the key may not go on and undo something else."""

    def on_mount(self) -> None:
        self.cursor_blink = False

    def render_lines(self, crop: Region) -> list[Strip]:
        return super().render_lines(crop) if self.is_attached else lege_regels(crop)

    def action_niets(self) -> None:
        """Nothing."""

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

    async def action_niets(self) -> None:  # type: ignore[override]  # Textual awaits an action that can be
        await self.run_action("app.ongedaan")


def zonder_nul(tekst: str) -> str:
    """Some Windows terminals put NUL bytes between pasted characters."""
    return tekst.replace("\x00", "")
