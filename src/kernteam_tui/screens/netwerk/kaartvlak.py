"""The drawing of a netwerkkaart, walked through with the arrows."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from kernteam_tui.domain.genogram.etiket import celbreedte, cellen
from kernteam_tui.domain.gezinscodes import Gevoel
from kernteam_tui.domain.netwerkkaart.kaart import Kaart
from kernteam_tui.domain.netwerkkaart.tekst import Kaartbeeld, Plek, teken_kaart
from kernteam_tui.widgets.tekst import ZACHT, Tekst

STIJLEN = {
    Gevoel.STEUN: "$success",
    Gevoel.SPANNING: "$error",
    Gevoel.BEIDE: "$warning",
    Gevoel.ONBEKEND: ZACHT,
}
"""Colour beside the sign; without it the sign says the same."""
SMALST = 76
"""Cells in which a map is still worth drawing; in less it scrolls."""


class Kaartvlak(ScrollableContainer, can_focus=True):
    """The map as large as fits, with one person marked. Enter is left to the screen."""

    DEFAULT_CSS = """
    Kaartvlak { height: 1fr; background: $background; scrollbar-size: 1 1; }
    Kaartvlak > Tekst { width: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "loop('boven')", "omhoog", show=False),
        Binding("down", "loop('onder')", "omlaag", show=False),
        Binding("left", "loop('links')", "naar links", show=False),
        Binding("right", "loop('rechts')", "naar rechts", show=False),
        Binding("home", "naar(0)", "eerste", show=False),
        Binding("end", "naar(-1)", "laatste", show=False),
    ]

    class Gemarkeerd(Message):
        """The mark moved, or the map changed."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._kaart: Kaart | None = None
        self._beeld = Kaartbeeld((), {}, 0)
        self._tekst = Tekst()
        self.sleutel: str | None = None
        """Id of the marked person; None on an empty map."""

    def compose(self) -> ComposeResult:
        yield self._tekst

    def vul(self, kaart: Kaart) -> None:
        """Show this map; the mark stays on the same person."""
        self._kaart = kaart
        self._teken()

    def markeer(self, mens_id: str) -> None:
        """Mark this person, when they stand on the map."""
        if mens_id in self._beeld.plekken:
            self.sleutel = mens_id
            self._toon()

    @property
    def cursor_location(self) -> tuple[int, ...]:
        """Number of the marked person in reading order, to be restored after locking."""
        volgorde = list(self._beeld.plekken)
        return (volgorde.index(self.sleutel),) if self.sleutel in volgorde else ()

    @cursor_location.setter
    def cursor_location(self, plaats: tuple[int, ...]) -> None:
        self.action_naar(min(plaats[0], len(self._beeld.plekken) - 1))

    def on_resize(self) -> None:
        self._teken()

    def on_focus(self) -> None:
        self._toon()

    def on_blur(self) -> None:
        self._toon()

    def action_loop(self, richting: str) -> None:
        if self.sleutel is not None:
            self.markeer(self._beeld.buur(self.sleutel, richting))

    def action_naar(self, nummer: int) -> None:
        volgorde = list(self._beeld.plekken)
        if volgorde:
            self.markeer(volgorde[nummer])

    def on_click(self, event: events.Click) -> None:
        punt = event.get_content_offset(self._tekst)
        if punt is None:
            return
        for mens_id, plek in self._beeld.plekken.items():
            if plek.rij == punt.y and plek.kolom <= punt.x < plek.kolom + plek.lengte:
                self.markeer(mens_id)

    # --- drawing --------------------------------------------------------------------------

    def _teken(self) -> None:
        if self._kaart is None or not self.size.width:
            return
        self._beeld = teken_kaart(self._kaart, max(SMALST, self.size.width - 1), self.size.height)
        if self.sleutel not in self._beeld.plekken:
            self.sleutel = next(iter(self._beeld.plekken), None)
        self._toon()

    def _toon(self) -> None:
        regels = [Content(regel).stylize(ZACHT) for regel in self._beeld.regels]
        for plek in self._beeld.koppen:
            regels[plek.rij] = _vet(regels[plek.rij], plek)
        for mens_id, plek in self._beeld.plekken.items():
            regels[plek.rij] = self._kleur(regels[plek.rij], mens_id, plek)
        self._tekst.update(Content("\n").join(regels))
        if self.sleutel is not None:
            plek = self._beeld.plekken[self.sleutel]
            self.scroll_to_region(Region(plek.kolom, plek.rij - 1, plek.lengte, 3), animate=False, force=True)
        self.post_message(self.Gemarkeerd())

    def _kleur(self, regel: Content, mens_id: str, plek: Plek) -> Content:
        mens = self._kaart.mens(mens_id) if self._kaart else None
        if mens is None:
            return regel
        begin, eind = _letter(regel.plain, plek.kolom), _letter(regel.plain, plek.kolom + plek.lengte)
        regel = regel.stylize("$foreground", begin, eind)
        regel = regel.stylize(f"bold {STIJLEN[mens.gevoel]}", begin, begin + 1)
        if mens.jim:
            regel = regel.stylize("bold $primary", begin + 1, eind)
        if mens_id == self.sleutel:
            regel = regel.stylize("bold reverse" if self.has_focus else "underline", begin, eind)
        return regel


def _vet(regel: Content, plek: Plek) -> Content:
    begin, eind = _letter(regel.plain, plek.kolom), _letter(regel.plain, plek.kolom + plek.lengte)
    return regel.stylize("bold $foreground", begin, eind)


def _letter(regel: str, cel: int) -> int:
    """Number of the letter that stands at this cell."""
    plaats = letters = 0
    for stuk in cellen(regel):
        if plaats >= cel:
            break
        plaats += celbreedte(stuk)
        letters += len(stuk)
    return letters
