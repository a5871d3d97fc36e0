"""The weekly pattern of a kernteam, to walk through with the arrows."""

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
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.school import Aanwezigheid
from kernteam_tui.domain.weekpatroon import VAKKEN, Vak, delen_van
from kernteam_tui.screens.rooster import tekenen
from kernteam_tui.screens.rooster.woorden import reken_samen
from kernteam_tui.services.rooster import RoosterBeeld
from kernteam_tui.services.school import PartnerBeeld
from kernteam_tui.widgets.tekst import ZACHT

KOPREGELS, STAARTREGELS = 2, 2
MERK_TIJD = "*"
"""Behind a dagdeel that does not hold for ever."""
WOORD = {Weken.ELKE: tekenen.AAN, Weken.EVEN: "even", Weken.ONEVEN: "onev"}
LEGENDA = "■ elke week   even, onev: om de week   * een tijd lang   [3] samen"


class Patroonblok(Widget, can_focus=True):
    """Rows are people, columns the dagdelen. It changes nothing itself: it says where the cursor is."""

    DEFAULT_CSS = """
    Patroonblok { height: auto; width: auto; }
    """

    rij: reactive[int] = reactive(0)
    kolom: reactive[int] = reactive(0)

    class Verplaatst(Message):
        """The cursor stands somewhere else."""

    class Geklikt(Message):
        """A click on a dagdeel: the cursor stands there now."""

    def __init__(self, vandaag: date, *, id: str) -> None:
        super().__init__(id=id)
        self._vandaag = vandaag
        self._beeld: RoosterBeeld | None = None

    @property
    def partner(self) -> PartnerBeeld | None:
        """Who the cursor is at."""
        kernteam = self._beeld.kernteam if self._beeld else ()
        return kernteam[self.rij] if self.rij < len(kernteam) else None

    @property
    def vak(self) -> Vak:
        """The dagdeel the cursor is at."""
        return VAKKEN[self.kolom]

    @property
    def cursor_location(self) -> tuple[int, ...]:
        """Where the user is, to be restored after locking."""
        return (self.rij, self.kolom)

    @cursor_location.setter
    def cursor_location(self, plaats: tuple[int, ...]) -> None:
        self.rij, self.kolom = plaats[0], plaats[1]

    def toon(self, beeld: RoosterBeeld) -> None:
        """Show this; the cursor stays."""
        self._beeld = beeld
        self.rij = min(self.rij, max(0, len(beeld.kernteam) - 1))
        self.refresh(layout=True)
        self.post_message(self.Verplaatst())

    def validate_rij(self, rij: int) -> int:
        laatste = len(self._beeld.kernteam) - 1 if self._beeld else rij
        return min(max(0, laatste), max(0, rij))

    def validate_kolom(self, kolom: int) -> int:
        return min(len(VAKKEN) - 1, max(0, kolom))

    def watch_rij(self) -> None:
        self._verplaatst()

    def watch_kolom(self) -> None:
        self._verplaatst()

    def _verplaatst(self) -> None:
        self.post_message(self.Verplaatst())
        if isinstance(self.parent, VerticalScroll):
            plek = Region(0, self.rij + KOPREGELS, 1, 1 + STAARTREGELS)
            self.parent.scroll_to_region(plek, animate=False)

    @property
    def _namen(self) -> int:
        return tekenen.naam_breed(self.app.size.width)

    # --- drawing ---------------------------------------------------------------------------

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's signature
        return tekenen.breedte(self._namen)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as above
        return KOPREGELS + STAARTREGELS + (len(self._beeld.kernteam) if self._beeld else 0)

    def render(self) -> Content:
        if self._beeld is None:
            return Content("")
        regels = [self._regel(nummer, partner) for nummer, partner in enumerate(self._beeld.kernteam)]
        return Content("\n").join(
            [*tekenen.kop(SCHOOLDAGEN, self._namen), *regels, Content(""), self._samen()]
        )

    def _regel(self, nummer: int, partner: PartnerBeeld) -> Content:
        hier = self.has_focus and nummer == self.rij
        regel = tekenen.naam(partner, self._namen, hier)
        for plaats, vak in enumerate(VAKKEN):
            teken = _teken(delen_van(partner.aanwezig, vak, self._vandaag))
            regel += teken.stylize("reverse") if hier and plaats == self.kolom else teken
        return regel

    def _samen(self) -> Content:
        kernteam = self._beeld.kernteam if self._beeld else ()
        samen = reken_samen(kernteam, self._vandaag)
        vakken = [tekenen.samen_vak(een.tekst, een.opvallend) for een in samen.values()]
        return Content("").join([tekenen.samen_kop(self._namen), *vakken])

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # --- keys and mouse ----------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        stap = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}.get(event.key)
        if stap is not None:
            self.rij, self.kolom = self.rij + stap[0], self.kolom + stap[1]
        elif event.key in ("home", "end"):
            self.kolom = 0 if event.key == "home" else len(VAKKEN) - 1
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        plek = event.get_content_offset_capture(self)
        rij, x = plek.y - KOPREGELS, plek.x - self._namen
        aantal = len(self._beeld.kernteam) if self._beeld else 0
        if 0 <= rij < aantal and 0 <= x < tekenen.VAK_BREED * len(VAKKEN):
            self.rij, self.kolom = rij, x // tekenen.VAK_BREED
            self.post_message(self.Geklikt())


def _teken(delen: tuple[Aanwezigheid, ...]) -> Content:
    """Off, every week, or every second week; `*` where it begins or ends on a day."""
    if not delen:
        return tekenen.vak(tekenen.UIT, ZACHT)
    eerste = delen[0]
    altijd = len(delen) == 1 and (eerste.van, eerste.tot_en_met) == (date.min, date.max)
    return tekenen.vak(WOORD[eerste.weken] + ("" if altijd else MERK_TIJD), "$primary")
