"""A text to read and to close: the arrow keys go through it while the button waits for Enter."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button

from kernteam_tui.screens.dialogen import Dialoog, knop


class Leesdialoog(Dialoog[None]):
    """Fill in `lijf`."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "lees('up')", show=False),
        Binding("down", "lees('down')", show=False),
        Binding("pageup", "lees('page_up')", show=False),
        Binding("pagedown", "lees('page_down')", show=False),
        Binding("home", "lees('home')", show=False),
        Binding("end", "lees('end')", show=False),
    ]

    @abstractmethod
    def lijf(self) -> ComposeResult:
        """The text."""

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(classes="dialoog-tekst", id="lijf", can_focus=False):
            yield from self.lijf()
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Goed", "goed", hoofd=True)

    def on_mount(self) -> None:
        self.query_one("#goed").focus()

    def action_lees(self, waarheen: str) -> None:
        getattr(self.query_one("#lijf"), f"scroll_{waarheen}")(animate=False)

    @on(Button.Pressed)
    def _gedrukt(self) -> None:
        self.dismiss(None)
