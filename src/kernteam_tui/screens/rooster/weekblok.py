"""A real week of a kernteam: who is in, who is away, who comes instead, which days are closed."""

from __future__ import annotations

from datetime import date

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.domain.datumtekst import SCHOOLDAGEN
from kernteam_tui.domain.roosterweek import Dagstaat, Gedeeld, Staat
from kernteam_tui.screens.rooster import tekenen
from kernteam_tui.services.rooster import RoosterWeek
from kernteam_tui.services.school import PartnerBeeld
from kernteam_tui.widgets.tekst import ZACHT

KOPREGELS, STAARTREGELS = 2, 2
LEGENDA = "■ op school   × afwezig   + valt in   ─ school dicht   [3] samen"
_TEKENS = {
    Staat.IN: (tekenen.AAN, "$primary"),
    Staat.NIET: (tekenen.UIT, ZACHT),
    Staat.WEG: (tekenen.WEG, "bold $warning"),
    Staat.INVALLER: (tekenen.INVALLER, "bold $primary"),
}


class Weekblok(Widget, can_focus=True):
    """Up and down walk through the people, left and right through the weeks, home is this week."""

    DEFAULT_CSS = """
    Weekblok { height: auto; width: auto; }
    """

    rij: reactive[int] = reactive(0)

    class Bladeren(Message):
        """Another week is wanted: that many weeks on, or 0 for the one of today."""

        def __init__(self, stap: int) -> None:
            super().__init__()
            self.stap = stap

    class Verplaatst(Message):
        """The cursor stands at somebody else."""

    def __init__(self, vandaag: date, *, id: str) -> None:
        super().__init__(id=id)
        self._vandaag = vandaag
        self._week: RoosterWeek | None = None

    @property
    def partner(self) -> PartnerBeeld | None:
        """Who the cursor is at."""
        kernteam = self._week.kernteam if self._week else ()
        return kernteam[self.rij] if self.rij < len(kernteam) else None

    @property
    def cursor_location(self) -> tuple[int, ...]:
        """Where the user is, to be restored after locking."""
        return (self.rij,)

    @cursor_location.setter
    def cursor_location(self, plaats: tuple[int, ...]) -> None:
        self.rij = plaats[0]

    def toon(self, week: RoosterWeek) -> None:
        """Show this; the cursor stays at the same person."""
        self._week = week
        self.rij = min(self.rij, max(0, len(week.kernteam) - 1))
        self.refresh(layout=True)
        self.post_message(self.Verplaatst())

    def validate_rij(self, rij: int) -> int:
        laatste = len(self._week.kernteam) - 1 if self._week else rij
        return min(max(0, laatste), max(0, rij))

    def watch_rij(self) -> None:
        self.post_message(self.Verplaatst())
        if isinstance(self.parent, VerticalScroll):
            self.parent.scroll_to_region(Region(0, self.rij + KOPREGELS, 1, 1 + STAARTREGELS), animate=False)

    @property
    def _namen(self) -> int:
        return tekenen.naam_breed(self.app.size.width)

    # --- drawing ---------------------------------------------------------------------------

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's signature
        return tekenen.breedte(self._namen)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as above
        return KOPREGELS + STAARTREGELS + (len(self._week.kernteam) if self._week else 0)

    def render(self) -> Content:
        week = self._week
        if week is None:
            return Content("")
        dagen = [f"{naam} {dag.day}" for naam, dag in zip(SCHOOLDAGEN, week.dagen, strict=True)]
        vandaag = week.dagen.index(self._vandaag) if self._vandaag in week.dagen else None
        regels = [
            self._regel(nummer, partner, staten)
            for nummer, (partner, staten) in enumerate(zip(week.kernteam, week.staten, strict=True))
        ]
        return Content("\n").join(
            [*tekenen.kop(dagen, self._namen, vandaag), *regels, Content(""), _samen(week, self._namen)]
        )

    def _regel(self, nummer: int, partner: PartnerBeeld, staten: tuple[Dagstaat, ...]) -> Content:
        regel = tekenen.naam(partner, self._namen, self.has_focus and nummer == self.rij)
        dicht = self._week.dicht if self._week else ()
        for dag, reden in zip(staten, dicht, strict=True):
            regel += _dicht_vak() if reden else Content("").join(tekenen.vak(*_TEKENS[deel]) for deel in dag)
        return regel

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # --- keys --------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            self.rij += -1 if event.key == "up" else 1
        elif event.key in ("left", "right", "home"):
            self.post_message(self.Bladeren({"left": -1, "right": 1, "home": 0}[event.key]))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        rij = event.get_content_offset_capture(self).y - KOPREGELS
        if 0 <= rij < (len(self._week.kernteam) if self._week else 0):
            self.rij = rij


def _dicht_vak() -> Content:
    return tekenen.vak(tekenen.DICHT, ZACHT) + tekenen.vak(tekenen.DICHT, ZACHT)


def _samen(week: RoosterWeek, namen: int) -> Content:
    def telling(een: Gedeeld) -> Content:
        return tekenen.samen_vak(str(een.aantal), een.opvallend)

    regel = tekenen.samen_kop(namen)
    for dag, reden in zip(week.samen, week.dicht, strict=True):
        regel += _dicht_vak() if reden else telling(dag[0]) + telling(dag[1])
    return regel
