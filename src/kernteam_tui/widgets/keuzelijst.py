"""One of a few, under each other, each with what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size

from kernteam_tui.widgets.eenkeuze import Eenkeuze, Eenkeuzeveld
from kernteam_tui.widgets.tekst import ZACHT

Uitgelegd = Sequence[tuple[str, str, str]]
"""(text on the screen, what it means, stored value)"""
INSPRONG = 4


class Uitgelegdelijst(Eenkeuze):
    """Options under each other; up and down choose too."""

    DEFAULT_CSS = """
    Uitgelegdelijst { height: auto; width: 1fr; padding: 0 1; }
    Uitgelegdelijst:focus { background: $panel; }
    """
    STAPPEN: ClassVar[dict[str, int]] = {**Eenkeuze.STAPPEN, "up": -1, "down": 1}

    def __init__(self, opties: Uitgelegd, *, id: str) -> None:
        super().__init__(len(opties), id=id)
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

    def on_click(self, event: events.Click) -> None:
        rest = event.get_content_offset_capture(self).y
        for nummer, blok in enumerate(self._blokken(self.content_size.width)):
            if rest < len(blok):
                self.kies(nummer)
                return
            rest -= len(blok)


class Keuzelijst(Eenkeuzeveld):
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
        keuze = Uitgelegdelijst(opties, id=self.invoer_id)
        self.zet_keuze(keuze, [eigen for _, _, eigen in opties], waarde)
