"""A drawing of letters with one item marked: walked through with the arrows, kept in sight, never markup."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message

from kernteam_tui.domain.celtekst import Stuk, letterplek
from kernteam_tui.widgets.tekst import ZACHT, Tekst


class Beeld(Protocol):
    """What is drawn: lines, the places of the items in reading order, and who stands beside whom."""

    @property
    def regels(self) -> tuple[str, ...]: ...

    @property
    def plekken(self) -> Mapping[str, Any]: ...

    def buur(self, sleutel: str, richting: str, /) -> str:
        """The item `links`, `rechts`, `boven` or `onder` of this one; itself where there is none."""
        ...


B = TypeVar("B", bound=Beeld)


class Tekenvlak(ScrollableContainer, Generic[B], can_focus=True):
    """The drawing as large as fits; wider or higher than the screen it scrolls. Enter is left to the screen.

    A subclass gives the drawing for a size, the pieces of each item, and colours beside what letters say.
    """

    DEFAULT_CSS = """
    Tekenvlak { height: 1fr; align: center middle; background: $background; scrollbar-size: 1 1; }
    Tekenvlak > Tekst { width: auto; }
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
        self._tekst = Tekst()
        self.beeld: B | None = None
        """What is drawn now; None before the first facts, and out of sight."""
        self.sleutel: str | None = None
        """Id of the marked item; None in an empty drawing."""

    # --- what a subclass defines ----------------------------------------------------------

    @abstractmethod
    def maak_beeld(self, breedte: int, hoogte: int) -> B | None:
        """The drawing for this many cells and lines; None while there are no facts."""

    @abstractmethod
    def stukken(self, sleutel: str) -> Sequence[Stuk]:
        """Where this item stands, from top to bottom."""

    @abstractmethod
    def kleuren(self) -> Iterable[tuple[Stuk, str]]:
        """Pieces that are no soft line, each with its style; a later one goes over an earlier one."""

    # --- what a screen uses ---------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield self._tekst

    def teken(self) -> None:
        """Draw what is there now; the mark stays on the same item, else it goes to the first."""
        breedte, hoogte = self.size
        self.beeld = beeld = self.maak_beeld(breedte, hoogte) if breedte else None
        if beeld is None:
            return
        if self.sleutel not in beeld.plekken:
            self.sleutel = next(iter(beeld.plekken), None)
        self._toon()

    def markeer(self, sleutel: str) -> None:
        """Mark this item, when it is in the drawing, or in the one that is still to be made."""
        if self.beeld is None or sleutel in self.beeld.plekken:
            self.sleutel = sleutel
            self._toon()

    @property
    def cursor_location(self) -> tuple[int, ...]:
        """Number of the marked item in reading order, to be restored after locking."""
        return (self._sleutels.index(self.sleutel),) if self.sleutel in self._sleutels else ()

    @cursor_location.setter
    def cursor_location(self, plaats: tuple[int, ...]) -> None:
        self.action_naar(min(plaats[0], len(self._sleutels) - 1))

    # --- keys and mouse -------------------------------------------------------------------

    def action_loop(self, richting: str) -> None:
        if self.beeld is not None and self.sleutel is not None:
            self.markeer(self.beeld.buur(self.sleutel, richting))

    def action_naar(self, nummer: int) -> None:
        if self._sleutels:
            self.markeer(self._sleutels[nummer])

    def on_click(self, event: events.Click) -> None:
        punt = event.get_content_offset(self._tekst)
        for sleutel in self._sleutels:
            if punt is not None and any(_ligt_op(punt, stuk) for stuk in self.stukken(sleutel)):
                self.markeer(sleutel)

    def on_resize(self) -> None:
        self.teken()

    def on_focus(self) -> None:
        self._toon()

    def on_blur(self) -> None:
        self._toon()

    # --- drawing --------------------------------------------------------------------------

    @property
    def _sleutels(self) -> list[str]:
        return list(self.beeld.plekken) if self.beeld is not None else []

    def _toon(self) -> None:
        if self.beeld is None:
            return
        regels = [Content(regel).stylize(ZACHT) for regel in self.beeld.regels]
        sleutel = self.sleutel or ""
        gemarkeerd = self.stukken(sleutel) if sleutel in self.beeld.plekken else ()
        merk = "bold reverse" if self.has_focus else "underline"
        for stuk, stijl in (*self.kleuren(), *((stuk, merk) for stuk in gemarkeerd)):
            regel = regels[stuk.rij]
            begin, eind = (letterplek(regel.plain, cel) for cel in (stuk.kolom, stuk.kolom + stuk.lengte))
            regels[stuk.rij] = regel.stylize(stijl, begin, eind)
        self._tekst.update(Content("\n").join(regels))
        if gemarkeerd:
            self.scroll_to_region(_rondom(gemarkeerd), animate=False, force=True)
        self.post_message(self.Gemarkeerd())


def _ligt_op(punt: Offset, stuk: Stuk) -> bool:
    return stuk.rij == punt.y and stuk.kolom <= punt.x < stuk.kolom + stuk.lengte


def _rondom(stukken: Sequence[Stuk]) -> Region:
    """The item with a line above and below it."""
    links = min(stuk.kolom for stuk in stukken)
    rechts = max(stuk.kolom + stuk.lengte for stuk in stukken)
    boven, onder = stukken[0].rij - 1, stukken[-1].rij + 2
    return Region(links, boven, rechts - links, onder - boven)
