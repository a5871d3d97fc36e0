"""Boxes to tick, written as `[x]`: readable without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.domain.codes import Code

Opties = Sequence[tuple[str, str]]
"""(text on the screen, stored value)"""


TUSSENRUIMTE = 2
VINKJE = 4


def opties_van(codes: Iterable[Code]) -> list[tuple[str, str]]:
    """A list of codes (`opties_van(Reden)`) to choose from."""
    return [(code.label, code.value) for code in codes]


class Vinklijst(Widget, can_focus=True):
    """Boxes in as many columns as fit, read from left to right."""

    DEFAULT_CSS = """
    Vinklijst { height: auto; width: 1fr; padding: 0 1; }
    """

    plaats: reactive[int] = reactive(0)

    class Veranderd(Message):
        """A box was ticked or cleared."""

    def __init__(self, opties: Opties, *, id: str) -> None:
        super().__init__(id=id)
        self.teksten = [tekst for tekst, _ in opties]
        self.waarden = [waarde for _, waarde in opties]
        self.aan: set[str] = set()
        self._breed = max((Content(t).cell_length for t in self.teksten), default=0) + VINKJE

    def zet(self, waarden: Iterable[str]) -> None:
        """Tick these and no others; unknown values fall away."""
        self.aan = set(waarden) & set(self.waarden)
        self.refresh()

    def _kolommen(self, breed: int) -> int:
        return max(1, (breed + TUSSENRUIMTE) // (self._breed + TUSSENRUIMTE))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return -(-len(self.teksten) // self._kolommen(width)) or 1

    def render(self) -> Content:
        kolommen = self._kolommen(self.content_size.width)
        regels = [
            Content(" " * TUSSENRUIMTE).join(
                self._vakje(nummer) for nummer in range(begin, min(begin + kolommen, len(self.teksten)))
            )
            for begin in range(0, len(self.teksten), kolommen)
        ]
        return Content("\n").join(regels)

    def _vakje(self, nummer: int) -> Content:
        aan = self.waarden[nummer] in self.aan
        tekst = Content(f"[{'x' if aan else ' '}] {self.teksten[nummer]}").pad_right(
            self._breed - VINKJE - Content(self.teksten[nummer]).cell_length
        )
        if self.has_focus and nummer == self.plaats:
            return tekst.stylize("reverse bold" if aan else "reverse")
        return tekst.stylize("bold $primary") if aan else tekst

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        kolommen = self._kolommen(self.content_size.width)
        laatste = len(self.teksten) - 1
        stappen = {"left": -1, "right": 1, "up": -kolommen, "down": kolommen}
        stap = (stappen | {"home": -self.plaats, "end": laatste - self.plaats}).get(event.key)
        if stap is not None:
            if 0 <= self.plaats + stap <= laatste:
                self.plaats += stap
        elif event.key == "space":
            self._wissel(self.plaats)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        plek = event.get_content_offset_capture(self)
        kolommen = self._kolommen(self.content_size.width)
        kolom = plek.x // (self._breed + TUSSENRUIMTE)
        nummer = plek.y * kolommen + kolom
        if kolom < kolommen and 0 <= nummer < len(self.teksten):
            self.plaats = nummer
            self._wissel(nummer)

    def _wissel(self, nummer: int) -> None:
        if not self.waarden:
            return
        self.aan ^= {self.waarden[nummer]}
        self.refresh()
        self.post_message(self.Veranderd())
