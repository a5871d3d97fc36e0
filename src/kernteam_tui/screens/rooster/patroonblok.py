"""The weekly pattern of a kernteam, to walk through with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from kernteam_tui.domain.datumtekst import SCHOOLDAGEN
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.school import Aanwezigheid
from kernteam_tui.domain.weekpatroon import VAKKEN, Vak, delen_van
from kernteam_tui.screens.rooster import tekenen
from kernteam_tui.screens.rooster.mensenblok import Mensenblok
from kernteam_tui.screens.rooster.woorden import reken_samen
from kernteam_tui.services.rooster import RoosterBeeld
from kernteam_tui.services.school import PartnerBeeld
from kernteam_tui.widgets.tekst import ZACHT

MERK_TIJD = "*"
"""Behind a dagdeel that does not hold for ever."""
WOORD = {Weken.ELKE: tekenen.AAN, Weken.EVEN: "even", Weken.ONEVEN: "onev"}
LEGENDA = "■ elke week   even, onev: om de week   * een tijd lang   [3] samen"


class Patroonblok(Mensenblok):
    """Rows are people, columns the dagdelen."""

    kolom: reactive[int] = reactive(0)

    class Geklikt(Message):
        """A click on a dagdeel: the cursor stands there now."""

    def __init__(self, vandaag: date, *, id: str) -> None:
        super().__init__(id=id)
        self._vandaag = vandaag
        self._beeld: RoosterBeeld | None = None

    @property
    def kernteam(self) -> Sequence[PartnerBeeld]:
        return self._beeld.kernteam if self._beeld else ()

    @property
    def vak(self) -> Vak:
        """The dagdeel the cursor is at."""
        return VAKKEN[self.kolom]

    @property
    def cursor_location(self) -> tuple[int, ...]:
        return (self.rij, self.kolom)

    @cursor_location.setter
    def cursor_location(self, plaats: tuple[int, ...]) -> None:
        self.rij, self.kolom = plaats[0], plaats[1]

    def toon(self, beeld: RoosterBeeld) -> None:
        """Show this; the cursor stays."""
        self._beeld = beeld
        self._getoond()

    def validate_kolom(self, kolom: int) -> int:
        return min(len(VAKKEN) - 1, max(0, kolom))

    def watch_kolom(self) -> None:
        self._verplaatst()

    # --- drawing ---------------------------------------------------------------------------

    def render(self) -> Content:
        if self._beeld is None:
            return Content("")
        return self._teken(tekenen.kop(SCHOOLDAGEN, self._namen), self._samen())

    def _vakken(self, nummer: int, partner: PartnerBeeld) -> Content:
        tekens = [_teken(delen_van(partner.aanwezig, vak, self._vandaag)) for vak in VAKKEN]
        if self._hier(nummer):
            tekens[self.kolom] = tekens[self.kolom].stylize("reverse")
        return Content("").join(tekens)

    def _samen(self) -> Content:
        samen = reken_samen(self.kernteam, self._vandaag)
        vakken = [tekenen.samen_vak(een.tekst, een.opvallend) for een in samen.values()]
        return Content("").join([tekenen.samen_kop(self._namen), *vakken])

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
        rij, x = self._rij_op(plek.y), plek.x - self._namen
        if rij is not None and 0 <= x < tekenen.VAK_BREED * len(VAKKEN):
            self.rij, self.kolom = rij, x // tekenen.VAK_BREED
            self.post_message(self.Geklikt())


def _teken(delen: tuple[Aanwezigheid, ...]) -> Content:
    """Off, every week, or every second week; `*` where it begins or ends on a day."""
    if not delen:
        return tekenen.vak(tekenen.UIT, ZACHT)
    eerste = delen[0]
    altijd = len(delen) == 1 and (eerste.van, eerste.tot_en_met) == (date.min, date.max)
    return tekenen.vak(WOORD[eerste.weken] + ("" if altijd else MERK_TIJD), "$primary")
