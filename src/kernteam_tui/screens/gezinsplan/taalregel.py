"""The quiet line under the toelichting: how many places a family may stumble over."""

from __future__ import annotations

from textual.message import Message
from textual.timer import Timer

from kernteam_tui.domain.taalhulp.bevinding import Taalbeeld
from kernteam_tui.schil.wekker import Wekker
from kernteam_tui.widgets.tekst import Tekst

NA_RUST = 0.9
"""Seconds without a key before the text is looked at."""


class Taalregel(Wekker, Tekst):
    """Asks to look at the text (`Bekijken`) when typing has paused; shows what was seen."""

    class Bekijken(Message):
        """The text has been at rest for a while, or is another one."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, classes="zacht")
        self._timer: Timer | None = None

    def straks(self) -> None:
        """A key was pressed: look when no other one follows."""
        if self._timer is None:
            self._timer = self.set_timer(NA_RUST, self.nu)
        else:
            self._timer.reset()

    def nu(self) -> None:
        """Look at once."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.post_message(self.Bekijken())

    def toon(self, beeld: Taalbeeld) -> None:
        """What was seen; nothing where all is well."""
        self.update(f"{beeld.telling} — ctrl+t bekijken" if beeld.bevindingen else "")
