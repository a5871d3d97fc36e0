"""The footer: the keys that matter here, read from the command table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from kernteam_tui.schil.opdrachten import Opdracht, eerste_toets

TUSSEN = 2
"""Cells between two pairs."""


class Voet(Widget):
    """One line of `key word` pairs. The last one (help, which tells them all) stands at the right edge;
    of the others those that do not fit fall away at the end."""

    DEFAULT_CSS = """
    Voet { dock: bottom; height: 2; padding: 0 1; border-top: solid $secondary; }
    """

    class Gekozen(Message):
        """A pair was clicked."""

        def __init__(self, opdracht: Opdracht) -> None:
            super().__init__()
            self.opdracht = opdracht

    def __init__(self, opdrachten: Iterable[Opdracht], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._opdrachten: Sequence[Opdracht] = tuple(opdrachten)
        self._plaatsen: list[tuple[int, int, Opdracht]] = []

    def toon(self, opdrachten: Iterable[Opdracht]) -> None:
        """Show other commands."""
        self._opdrachten = tuple(opdrachten)
        self.refresh()

    def render(self) -> Content:
        self._plaatsen = []
        regel = Content("")
        if not self._opdrachten:
            return regel
        breed = self.content_size.width
        *voorste, (laatste, slot) = [(opdracht, _paar(opdracht)) for opdracht in self._opdrachten]
        ruimte = breed - slot.cell_length - TUSSEN
        for opdracht, paar in voorste:
            start = regel.cell_length + (TUSSEN if self._plaatsen else 0)
            if start + paar.cell_length > ruimte:
                break
            regel = regel.pad_right(start - regel.cell_length) + paar
            self._plaatsen.append((start, start + paar.cell_length, opdracht))
        start = max(0, breed - slot.cell_length)
        self._plaatsen.append((start, breed, laatste))
        return regel.pad_right(start - regel.cell_length) + slot

    def on_click(self, event: events.Click) -> None:
        x = event.get_content_offset_capture(self).x
        for start, eind, opdracht in self._plaatsen:
            if start <= x < eind:
                self.post_message(self.Gekozen(opdracht))


def _paar(opdracht: Opdracht) -> Content:
    return Content.styled(eerste_toets(opdracht), "bold $primary") + Content(f" {opdracht.tekst}")
