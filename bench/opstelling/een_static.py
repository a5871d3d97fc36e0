"""The smallest Textual app: one Static of 300 characters. The other side of the first frame."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

TEXT = "Kernteam in de school. " * 13 + "x"


class OneStatic(App[None]):
    """Shows one text."""

    def compose(self) -> ComposeResult:
        yield Static(TEXT)


if __name__ == "__main__":
    OneStatic().run()
