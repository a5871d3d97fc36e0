"""One of a few, under each other, each with what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events, on
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.widgets.tekst import ZACHT
from kernteam_tui.widgets.velden import Veld

Uitgelegd = Sequence[tuple[str, str, str]]
"""(text on the screen, what it means, stored value)"""
INSPRONG = 4


class Uitgelegdelijst(Widget, can_focus=True):
    """Up and down choose; space takes the choice away."""

    DEFAULT_CSS = """
    Uitgelegdelijst { height: auto; width: 1fr; padding: 0 1; }
    Uitgelegdelijst:focus { background: $panel; }
    """

    gekozen: reactive[int] = reactive(-1)

    class Gekozen(Message):
        """The user chose another option."""

    def __init__(self, opties: Uitgelegd, *, id: str) -> None:
        super().__init__(id=id)
        self._opties = opties

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return sum(len(blok) for blok in self._blokken(width)) or 1

    def render(self) -> Content:
        blokken = self._blokken(self.content_size.width)
        return Content("\n").join([regel for blok in blokken for regel in blok])

    def _blokken(self, breed: int) -> list[list[Content]]:
        """The lines of each option."""
        blokken = []
        for nummer, (tekst, uitleg, _) in enumerate(self._opties):
            aan = nummer == self.gekozen
            kop = Content(f"({'•' if aan else ' '}) {tekst}").stylize("bold $primary" if aan else "")
            regels = Content(uitleg).wrap(max(20, breed - INSPRONG))
            blokken.append([kop, *(Content(" " * INSPRONG) + r.stylize(ZACHT) for r in regels)])
        return blokken

    def on_key(self, event: events.Key) -> None:
        stap = {"up": -1, "down": 1, "left": -1, "right": 1}.get(event.key)
        if stap is not None:
            self._kies(min(len(self._opties) - 1, max(0, self.gekozen + stap)))
        elif event.key in ("space", "backspace", "delete"):
            self._kies(-1 if self.gekozen >= 0 else 0)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        rest = event.get_content_offset_capture(self).y
        for nummer, blok in enumerate(self._blokken(self.content_size.width)):
            if rest < len(blok):
                self._kies(nummer)
                return
            rest -= len(blok)

    def _kies(self, nummer: int) -> None:
        if nummer != self.gekozen:
            self.gekozen = nummer
            self.post_message(self.Gekozen())


class Keuzelijst(Veld):
    """A row with one of a few options whose meaning stands under them."""

    def __init__(
        self,
        id: str,
        label: str,
        opties: Uitgelegd,
        *,
        verplicht: bool = False,
        uitleg: str = "",
        waarde: str = "",
    ) -> None:
        super().__init__(id, label, verplicht=verplicht, uitleg=uitleg or "pijltjes omhoog en omlaag kiezen")
        self._waarden = [eigen for _, _, eigen in opties]
        self._invoer = Uitgelegdelijst(opties, id=self.invoer_id)
        self.waarde = waarde

    def invoer(self) -> Widget:
        return self._invoer

    @property
    def waarde(self) -> str:
        return self._waarden[self._invoer.gekozen] if self._invoer.gekozen >= 0 else ""

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._invoer.gekozen = self._waarden.index(waarde) if waarde in self._waarden else -1

    @on(Uitgelegdelijst.Gekozen)
    def _veranderd(self, event: Uitgelegdelijst.Gekozen) -> None:
        event.stop()
        self.meld_wijziging()
