"""A warning while a name is typed where none may stand (S38)."""

from __future__ import annotations

from textual.timer import Timer

from kernteam_tui.screens.gesprekformulier import GesprekFormulier
from kernteam_tui.services.overleg.wijzigen import noemt_een_naam
from kernteam_tui.widgets.tekst import Tekst

WAARSCHUWING = (
    "Hier staat een naam of nummer van een gezin in. Bespreek een leerling zonder casus alleen anoniem, of "
    "vraag eerst of iemand met de ouders praat. Anderen krijgen dit punt zo niet te zien."
)
WACHT = 0.3
"""Seconds without a key before the text is looked at."""


class Naamwacht(GesprekFormulier):
    """A subclass gives `anonieme_tekst()` and puts `waarschuwing()` among its rows."""

    _naamtimer: Timer | None = None

    def anonieme_tekst(self) -> str:
        """What may hold no name; empty where names are all right."""
        return ""

    def waarschuwing(self) -> Tekst:
        """The line that comes when a name is seen."""
        regel = Tekst(WAARSCHUWING, id="naam-erin")
        regel.display = False
        return regel

    def gewijzigd(self, veld_id: str) -> None:
        del veld_id
        if self._naamtimer is not None:
            self._naamtimer.stop()
        self._naamtimer = self.set_timer(WACHT, self._kijk)

    def _kijk(self) -> None:
        tekst = self.anonieme_tekst()
        if not tekst.strip():
            self._toon_waarschuwing(False)
            return
        self.lees(noemt_een_naam, tekst, bij_klaar=self._toon_waarschuwing)

    def _toon_waarschuwing(self, erin: bool) -> None:
        self.query("#naam-erin").set(display=erin)
