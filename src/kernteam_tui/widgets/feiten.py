"""Facts under each other: a label, and beside it the value, wrapped under itself."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from kernteam_tui.widgets.tekst import ZACHT

LABEL_BREED = 22
SMALST = 12
"""Cells that a value keeps, however narrow the screen is."""

Feit = tuple[str, str]
"""(label, value); the value is shown as it is."""


class Feiten(Widget):
    """A list of facts. A fact without a value is left out; one without a label stands under the last."""

    DEFAULT_CSS = """
    Feiten { height: auto; }
    """

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, breed: int = LABEL_BREED
    ) -> None:
        """`breed`: cells for the labels."""
        super().__init__(id=id, classes=classes)
        self._feiten: tuple[Feit, ...] = ()
        self._label_breed = breed

    def zet(self, feiten: Iterable[Feit]) -> None:
        """Show these."""
        self._feiten = tuple((label, waarde) for label, waarde in feiten if waarde.strip())
        self.display = bool(self._feiten)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(self._regels(width)) or 1

    def render(self) -> Content:
        return Content("\n").join(self._regels(self.content_size.width))

    def _regels(self, breed: int) -> list[Content]:
        ruimte = max(SMALST, breed - self._label_breed)
        regels: list[Content] = []
        for label, waarde in self._feiten:
            stukken = [stuk for regel in waarde.splitlines() for stuk in Content(regel).wrap(ruimte)]
            for nummer, stuk in enumerate(stukken or [Content("")]):
                kop = Content(label if nummer == 0 else "").truncate(self._label_breed - 1, pad=True)
                regels.append(kop.stylize(ZACHT) + Content(" ") + stuk)
        return regels
