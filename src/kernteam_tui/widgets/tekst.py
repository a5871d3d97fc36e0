"""Text that is shown as it is: a name with `[/]` in it is a name, not markup."""

from __future__ import annotations

from textual.visual import VisualType
from textual.widgets import Static

ZACHT = "$foreground 65%"
"""The style of softer words in a Content. `$text-muted` is only for css: in a Content it comes out white."""


class Tekst(Static):
    """A Static that never reads markup. Give emphasis by css class or by a Content built by hand."""

    DEFAULT_CSS = """
    Tekst { width: 1fr; height: auto; }
    """

    def __init__(self, inhoud: VisualType = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(inhoud, markup=False, id=id, classes=classes)


class Kopregel(Tekst):
    """The heading of a part of a screen."""

    DEFAULT_CSS = """
    Kopregel { text-style: bold; color: $primary; margin-top: 1; }
    """
