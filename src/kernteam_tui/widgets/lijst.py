"""A list of things of a few lines each. Only the lines in sight are drawn, so that thousands stay quick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from kernteam_tui.widgets.regelplek import plek_na

T = TypeVar("T")

MERK = "› "
"""Stands before the marked item, so that it is seen without colour; the others are indented as far."""


class Lijst(ScrollView, Generic[T], can_focus=True):
    """Items with a key, each drawn by `teken(item, width)` as an equal number of lines.

    Refilling keeps the mark on its place. Lines that are too long end in `…`. The mark shows while
    the list has the focus; where it cannot have that (`can_focus` False), it is walked from elsewhere
    and the mark always shows.
    """

    DEFAULT_CSS = """
    Lijst { height: 1fr; background: $background; scrollbar-size-vertical: 1; }
    Lijst > .lijst--gemarkeerd { background: $block-cursor-background; }
    Lijst > .lijst--leeg { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lijst--gemarkeerd", "lijst--leeg"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "stap(-1)", "omhoog", show=False),
        Binding("down", "stap(1)", "omlaag", show=False),
        Binding("pageup", "blader(-1)", "bladzijde omhoog", show=False),
        Binding("pagedown", "blader(1)", "bladzijde omlaag", show=False),
        Binding("home", "naar(0)", "eerste", show=False),
        Binding("end", "naar(-1)", "laatste", show=False),
        Binding("enter", "kies", "openen", show=False),
    ]

    gemarkeerd: reactive[int] = reactive(0)
    """Number of the marked item."""

    class Bericht(Message):
        """About one item. Gekozen and Gemarkeerd are siblings: a handler of a base class is called too."""

        def __init__(self, lijst: Lijst[Any], sleutel: str) -> None:
            super().__init__()
            self.lijst = lijst
            self.sleutel = sleutel

        @property
        def control(self) -> Lijst[Any]:
            return self.lijst

    class Gekozen(Bericht):
        """Enter on an item, or a click on the item that was already marked."""

    class Gemarkeerd(Bericht):
        """The mark moved."""

    def __init__(self, teken: Callable[[T, int], Sequence[Content]], leeg: str = "", *, id: str) -> None:
        """`leeg`: what stands there when there is nothing, and what to do."""
        super().__init__(id=id)
        self._teken = teken
        self._leeg = leeg
        self._items: Sequence[tuple[str, T]] = ()
        self._hoogte = 1

    @property
    def items(self) -> Sequence[tuple[str, T]]:
        """What is shown: (key, item)."""
        return self._items

    @property
    def item(self) -> T | None:
        """The marked item; None in an empty list."""
        return self._items[self.gemarkeerd][1] if self._items else None

    @property
    def sleutel(self) -> str | None:
        """Key of the marked item; None in an empty list."""
        return self._items[self.gemarkeerd][0] if self._items else None

    @property
    def cursor_location(self) -> tuple[int, ...]:
        """Where the user is, to be restored after locking."""
        return (self.gemarkeerd,)

    @cursor_location.setter
    def cursor_location(self, plaats: tuple[int, ...]) -> None:
        self.gemarkeerd = plaats[0]

    def vul(self, items: Sequence[tuple[str, T]]) -> None:
        """Show these; the mark stays on the same key, or goes to what took its place (`plek_na`)."""
        plek = plek_na(self.sleutel, [own for own, _ in self._items], [own for own, _ in items])
        self._items = items
        self.gemarkeerd = plek
        self._meet()
        self._in_beeld()
        self.post_message(self.Gemarkeerd(self, self.sleutel or ""))

    def zet_leeg(self, tekst: str) -> None:
        """Another text for when there is nothing."""
        self._leeg = tekst
        self.refresh()

    def validate_gemarkeerd(self, nummer: int) -> int:
        return min(max(0, len(self._items) - 1), max(0, nummer))

    def watch_gemarkeerd(self) -> None:
        self._in_beeld()
        self.refresh()
        self.post_message(self.Gemarkeerd(self, self.sleutel or ""))

    # --- drawing -------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """For `height: auto`: all items, or the lines of the empty text."""
        del container, viewport
        if not self._items:
            return len(self._leegregels(width)) if self._leeg else 0
        return len(self._teken(self._items[0][1], width - len(MERK))) * len(self._items)

    def on_resize(self) -> None:
        self._meet()
        self._in_beeld()

    def _meet(self) -> None:
        breed = self.scrollable_content_region.width - len(MERK)
        self._hoogte = len(self._teken(self._items[0][1], breed)) if self._items else 1
        self.virtual_size = Size(0, self._hoogte * len(self._items))
        self.refresh(layout=self.styles.auto_dimensions)

    def _in_beeld(self) -> None:
        plaats = Region(0, self.gemarkeerd * self._hoogte, 1, self._hoogte)
        self.scroll_to_region(plaats, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        breed = self.scrollable_content_region.width
        regel = y + self.scroll_offset.y
        nummer, deel = divmod(regel, self._hoogte)
        if not self._items:
            regels = self._leegregels(breed)
            tekst = regels[y] if y < len(regels) else Content("")
            return self._strip(tekst, breed, "lijst--leeg")
        if nummer >= len(self._items):
            return self._strip(Content(""), breed)
        hier = nummer == self.gemarkeerd and (self.has_focus or not self.can_focus)
        merk = MERK if hier and deel == 0 else " " * len(MERK)
        regels = self._teken(self._items[nummer][1], breed - len(MERK))
        if deel >= len(regels):  # made wider just now: Textual draws before it tells that the size changed
            return self._strip(Content(""), breed)
        tekst = (Content(merk) + regels[deel]).truncate(breed, ellipsis=True)
        return self._strip(tekst, breed, *(("lijst--gemarkeerd",) if hier and regels[deel] else ()))

    def _leegregels(self, breed: int) -> Sequence[Content]:
        return [stuk for regel in self._leeg.split("\n") for stuk in Content(regel).wrap(max(1, breed))]

    def _strip(self, tekst: Content, breed: int, *klassen: str) -> Strip:
        stijl = self.get_visual_style(*klassen)
        strips = Visual.to_strips(self, tekst, breed, 1, stijl, pad=True)
        return strips[0] if strips else Strip.blank(breed, stijl.rich_style)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # --- keys and mouse --------------------------------------------------------------------

    def action_stap(self, stap: int) -> None:
        self.gemarkeerd += stap

    def action_blader(self, stap: int) -> None:
        self.gemarkeerd += stap * max(1, self.size.height // self._hoogte)

    def action_naar(self, nummer: int) -> None:
        self.gemarkeerd = nummer if nummer >= 0 else len(self._items) - 1

    def action_kies(self) -> None:
        if self.sleutel is not None:
            self.post_message(self.Gekozen(self, self.sleutel))

    def on_click(self, event: events.Click) -> None:
        plek = event.get_content_offset(self)
        nummer = (plek.y + self.scroll_offset.y) // self._hoogte if plek is not None else -1
        if not 0 <= nummer < len(self._items):
            return
        if nummer == self.gemarkeerd:
            self.action_kies()
        else:
            self.gemarkeerd = nummer
