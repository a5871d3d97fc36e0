"""The drawing of a netwerkkaart, walked through with the arrows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kernteam_tui.domain.celtekst import Stuk
from kernteam_tui.domain.gezinscodes import Gevoel
from kernteam_tui.domain.netwerkkaart.kaart import Kaart
from kernteam_tui.domain.netwerkkaart.tekst import Kaartbeeld, teken_kaart
from kernteam_tui.widgets.tekenvlak import Tekenvlak
from kernteam_tui.widgets.tekst import ZACHT

STIJLEN = {
    Gevoel.STEUN: "$success",
    Gevoel.SPANNING: "$error",
    Gevoel.BEIDE: "$warning",
    Gevoel.ONBEKEND: ZACHT,
}
"""Colour beside the sign; without it the sign says the same."""
SMALST = 76
"""Cells in which a map is still worth drawing; in less it scrolls."""


class Kaartvlak(Tekenvlak[Kaartbeeld]):
    """The map as large as fits, with one person marked."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._kaart: Kaart | None = None

    def vul(self, kaart: Kaart) -> None:
        """Show this map; the mark stays on the same person."""
        self._kaart = kaart
        self.teken()

    def maak_beeld(self, breedte: int, hoogte: int) -> Kaartbeeld | None:
        if self._kaart is None:
            return None
        return teken_kaart(self._kaart, max(SMALST, breedte - 1), hoogte)

    def stukken(self, sleutel: str) -> Sequence[Stuk]:
        return (self.beeld.plekken[sleutel],) if self.beeld is not None else ()

    def kleuren(self) -> Iterator[tuple[Stuk, str]]:
        if self._kaart is None or self.beeld is None:
            return
        for kop in self.beeld.koppen:
            yield kop, "bold $foreground"
        for mens_id, plek in self.beeld.plekken.items():
            mens = self._kaart.mens(mens_id)
            if mens is not None:
                yield plek, "bold $primary" if mens.jim else "$foreground"
                yield replace(plek, lengte=1), f"bold {STIJLEN[mens.gevoel]}"
