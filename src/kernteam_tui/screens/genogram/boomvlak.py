"""The drawing of a genogram, walked through with the arrows."""

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
from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.tekst import Plek, Tekstbeeld, teken_tekst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

SMALST = 40


class Boomvlak(ScrollableContainer, can_focus=True):
    """The drawing as large as fits, with one person marked; wider or higher than the screen it scrolls."""

    DEFAULT_CSS = """
    Boomvlak { height: 1fr; background: $background; scrollbar-size: 1 1; }
    Boomvlak > Tekst { width: auto; }
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
        """The mark moved, or the drawing changed."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._stamboom: Stamboom | None = None
        self._beeld = Tekstbeeld((), (), {}, 0)
        self._tekst = Tekst()
        self.sleutel: str | None = None
        """Id of the marked person; None in an empty drawing."""

    def compose(self) -> ComposeResult:
        yield self._tekst

    @property
    def legenda(self) -> tuple[str, ...]:
        """The signs that are used, explained."""
        return self._beeld.legenda

    def vul(self, stamboom: Stamboom, bij: str) -> None:
        """Show this family; the mark stays on the same person, at first on `bij`."""
        self._stamboom = stamboom
        hier = [lid.id for lid in stamboom.leden]
        if self.sleutel not in hier:
            self.sleutel = bij if bij in hier else None
        self._teken()

    def markeer(self, lid_id: str) -> None:
        """Mark this person, when they are in the drawing."""
        if lid_id in self._beeld.plekken:
            self.sleutel = lid_id
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
        for lid_id, plek in self._beeld.plekken.items():
            at_sign = plek.rij == punt.y and plek.kolom <= punt.x < plek.kolom + plek.lengte
            below = plek.rij + 1 == punt.y and 0 <= punt.x - plek.naam_kolom < plek.naam_lengte
            if at_sign or below:
                self.markeer(lid_id)

    # --- drawing --------------------------------------------------------------------------

    def _teken(self) -> None:
        if self._stamboom is None or not self.size.width:
            return
        self._beeld = teken_tekst(self._stamboom, max(SMALST, self.size.width - 1))
        if self.sleutel not in self._beeld.plekken:
            self.sleutel = next(iter(self._beeld.plekken), None)
        self._toon()

    def _toon(self) -> None:
        regels = [Content(regel).stylize(ZACHT) for regel in self._beeld.regels]
        jongeren = {lid.id for lid in self._stamboom.leden if lid.jongere} if self._stamboom else set()
        for lid_id, plek in self._beeld.plekken.items():
            stijl = "bold $primary" if lid_id in jongeren else "$foreground"
            for rij, kolom, lengte in _stukken(plek):
                regels[rij] = _kleur(regels[rij], kolom, lengte, stijl)
                if lid_id == self.sleutel:
                    merk = "bold reverse" if self.has_focus else "underline"
                    regels[rij] = _kleur(regels[rij], kolom, lengte, merk)
        self._tekst.update(Content("\n").join(regels))
        hier = self._beeld.plekken.get(self.sleutel or "")
        if hier is not None:
            around = Region(hier.naam_kolom, hier.rij - 1, max(hier.lengte, hier.naam_lengte), 4)
            self.scroll_to_region(around, animate=False, force=True)
        self.post_message(self.Gemarkeerd())


def _stukken(plek: Plek) -> tuple[tuple[int, int, int], ...]:
    return (plek.rij, plek.kolom, plek.lengte), (plek.rij + 1, plek.naam_kolom, plek.naam_lengte)


def _kleur(regel: Content, kolom: int, lengte: int, stijl: str) -> Content:
    return regel.stylize(stijl, _letter(regel.plain, kolom), _letter(regel.plain, kolom + lengte))


def _letter(regel: str, cel: int) -> int:
    """Number of the letter that stands at this cell."""
    plaats = letters = 0
    for stuk in cellen(regel):
        if plaats >= cel:
            break
        plaats += celbreedte(stuk)
        letters += len(stuk)
    return letters
