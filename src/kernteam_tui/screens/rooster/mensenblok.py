"""What the pattern and a real week share: a row for each of the kernteam, with a cursor to walk through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.screens.rooster import tekenen
from kernteam_tui.services.school import PartnerBeeld

KOPREGELS, STAARTREGELS = 2, 2


class Mensenblok(Widget, can_focus=True):
    """Two lines above the rows and two below. It changes nothing itself: it says where the cursor is."""

    DEFAULT_CSS = """
    Mensenblok { height: auto; width: auto; }
    """

    rij: reactive[int] = reactive(0)

    class Verplaatst(Message):
        """The cursor stands somewhere else."""

    # --- what a subclass defines --------------------------------------------------------

    @property
    def kernteam(self) -> Sequence[PartnerBeeld]:
        """Who stands in the rows; empty as long as nothing was shown."""
        return ()

    # --- what the screen uses -----------------------------------------------------------

    @property
    def partner(self) -> PartnerBeeld | None:
        """Who the cursor is at."""
        return self.kernteam[self.rij] if self.rij < len(self.kernteam) else None

    @property
    def cursor_location(self) -> tuple[int, ...]:
        """Where the user is, to be restored after locking."""
        return (self.rij,)

    @cursor_location.setter
    def cursor_location(self, plaats: tuple[int, ...]) -> None:
        self.rij = plaats[0]

    # --- shared -------------------------------------------------------------------------

    def _getoond(self) -> None:
        """Other rows are shown; the cursor stays."""
        self.rij = min(self.rij, max(0, len(self.kernteam) - 1))
        self.refresh(layout=True)
        self.post_message(self.Verplaatst())

    def validate_rij(self, rij: int) -> int:
        laatste = len(self.kernteam) - 1 if self.kernteam else rij
        return min(max(0, laatste), max(0, rij))

    def watch_rij(self) -> None:
        self._verplaatst()

    def _verplaatst(self) -> None:
        self.post_message(self.Verplaatst())
        if isinstance(self.parent, VerticalScroll):
            boven = 0 if self.rij == 0 else self.rij + KOPREGELS
            plek = Region(0, boven, 1, self.rij + KOPREGELS - boven + 1 + STAARTREGELS)
            self.parent.scroll_to_region(plek, animate=False)

    @property
    def _namen(self) -> int:
        return tekenen.naam_breed(self.app.size.width)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's signature
        return tekenen.breedte(self._namen)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as above
        return KOPREGELS + STAARTREGELS + len(self.kernteam)

    def _teken(self, kop: Iterable[Content], samen: Content) -> Content:
        rijen = [
            tekenen.naam(partner, self._namen, self._hier(nummer)) + self._vakken(nummer, partner)
            for nummer, partner in enumerate(self.kernteam)
        ]
        return Content("\n").join([*kop, *rijen, Content(""), samen])

    def _hier(self, nummer: int) -> bool:
        return self.has_focus and nummer == self.rij

    def _vakken(self, nummer: int, partner: PartnerBeeld) -> Content:
        """The dagdelen of one row; a subclass draws them."""
        del nummer, partner
        return Content("")

    def _rij_op(self, y: int) -> int | None:
        """The row at a line of this widget."""
        rij = y - KOPREGELS
        return rij if 0 <= rij < len(self.kernteam) else None

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
