"""What the app is made of: the folder, the clock, the door to the store, and the open store itself."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.app import ScreenStackError
from textual.css.query import NoMatches
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets._toast import ToastHolder, ToastRack

from kernteam_tui.domain.klok import Klok
from kernteam_tui.schil.herstart import Slotwijze
from kernteam_tui.schil.meldingen import Meldingen
from kernteam_tui.schil.namen import Namenwacht
from kernteam_tui.schil.nazorg import Nazorg, Stappen, geen_stappen
from kernteam_tui.schil.ongedaan import Terugweg
from kernteam_tui.schil.slotwacht import Slotwacht
from kernteam_tui.schil.stuurtekens import Stuurtekenfilter
from kernteam_tui.schil.thema import KERNTEAM_THEMA
from kernteam_tui.schil.toetswacht import Toetswacht
from kernteam_tui.schil.vangnet import VangnetApp
from kernteam_tui.schil.verbinding import Concepten, Sessie, Toegang, Vergrendeld
from kernteam_tui.schil.wekker import Wekker
from kernteam_tui.schil.zeef import Zeven
from kernteam_tui.screens.register import SCHERMEN, Plek, bestaat, maak_scherm
from kernteam_tui.screens.slot import SlotScreen

if TYPE_CHECKING:
    from kernteam_tui.app import KernteamApp

STUURTEKENS = Stuurtekenfilter()


class BasisApp(Wekker, VangnetApp):
    """The state of one run: at most one open store, and what is on its way to it.

    `merk` stands on every screen (VOORBEELD in the demo). With a `wachtwoordzin` (the demo's) the
    store is opened at start, and the phrase stands on the lock screen.
    """

    START = "vandaag"

    def __init__(
        self,
        kluis_map: Path,
        klok: Klok,
        toegang: Toegang,
        merk: str = "",
        wachtwoordzin: str = "",
        logbestand: Path | None = None,
        concepten: Concepten | None = None,
        slotwijze: Slotwijze = Slotwijze.BINNEN,
        nazorg: Stappen = geen_stappen,
    ) -> None:
        """`logbestand`: where failures of the program are noted; default the platform's log folder.
        `nazorg`: gives what is done after every opening (`services.nazorg.stappen`)."""
        self._zeven = Zeven()
        self.kluis_map = kluis_map
        self.klok = klok
        self.toegang = toegang
        self.merk = merk
        self.wachtwoordzin = wachtwoordzin
        self.logbestand = logbestand
        self.slotwijze = slotwijze
        self._concepten = concepten
        self._sessie: Sessie | None = None
        self.slotwacht: Slotwacht | None = None
        self.toetswacht = Toetswacht(self)
        self.namen = Namenwacht(self)
        self.meldingen = Meldingen(self)
        self.terugweg = Terugweg(self)
        self.nazorg = Nazorg(cast("KernteamApp", self), nazorg)
        self._plekken: tuple[Plek, ...] = ()
        self._nog_te_bewaren: dict[str, dict[str, object]] = {}
        """Drafts of dialogs that could not be saved at locking (a full disk), by key; saved after opening."""
        self._schrijvend = 0
        self._stilte = ExitStack()
        """Holds back every drawing from the moment that this process is on its way out."""
        self.mislukte_pogingen = 0
        self.toetsen_sinds_openen = 0
        self.eerste_beeld_staat = False
        self.al_geopend = False
        """True once the store was open in this run."""
        self.geschreven = False
        """True once something was written in this run."""
        super().__init__()
        self.register_theme(KERNTEAM_THEMA)
        self.theme = KERNTEAM_THEMA.name

    @property
    def sessie(self) -> Any:
        """The open store (`services.sessie.Sessie`), to hand on to services."""
        if self._sessie is None:
            raise Vergrendeld()
        return self._sessie

    @property
    def is_open(self) -> bool:
        return self._sessie is not None

    @property
    def aan_tafel(self) -> Screen[Any] | None:
        """The screen at which a family looks along now, also below a dialog."""
        return next((s for s in reversed(self.screen_stack) if getattr(s, "GEZIN_KIJKT_MEE", False)), None)

    @property
    def concepten(self) -> Concepten:
        """Where drafts are kept."""
        if self._concepten is None:
            self._concepten = cast(Concepten, import_module("kernteam_tui.services.concepten"))
        return self._concepten

    def begin_eerste_keer(self) -> None:
        """Show the first set-up: there is no store."""
        if bestaat("eerste_keer") and isinstance(self.screen, SlotScreen):
            self.push_screen(maak_scherm("eerste_keer", {}))

    async def geef_door(self, event: events.Event) -> None:
        """Let the screen on top have this event."""
        if isinstance(event, events.InputEvent | events.Paste) and not isinstance(event, events.MouseMove):
            self.toetsen_sinds_openen += 1
        await super().on_event(event)

    def dek_af(self) -> None:
        """Lay an empty sheet over the screen before it goes.

        Hiding the screen itself would be a fault in drawing it.
        """
        if not self.screen.query("#afdekking"):
            self.screen.mount(Static(id="afdekking"))

    def begin_schrijven(self) -> None:
        """A write has started; locking and quitting wait for it."""
        self._schrijvend += 1
        self.geschreven = True

    def einde_schrijven(self) -> None:
        """A write has ended and its answer was handled."""
        self._schrijvend -= 1
        self.namen.lees()

    def _refresh_notifications(self) -> None:
        """As Textual's, but a screen shows only the messages that belong to it (`schil.meldingen`)."""
        with suppress(ScreenStackError, NoMatches):
            scherm = self.screen
            self.call_later(self._toon_meldingen, scherm.get_child_by_type(ToastRack), scherm)

    def _toon_meldingen(self, rek: ToastRack, scherm: Screen[Any]) -> None:
        if rek.is_attached:  # the screen may be gone by now: the lock clears all of them
            zichtbaar = self.meldingen.op(scherm)
            blijven = {rek._toast_id(melding) for melding in zichtbaar}
            for houder in rek.query(ToastHolder):  # Textual takes out the text alone: its line would stay
                if houder.id not in blijven:
                    houder.remove()
            rek.show(zichtbaar)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [self._zeven.samen(*super().get_line_filters(), STUURTEKENS, *self.namen.filters)]

    def sluit_kluis(self) -> None:
        sessie, self._sessie = self._sessie, None
        self.namen.vergeet()
        self.terugweg.vergeet()
        self.nazorg.vergeet()
        if sessie is not None:
            sessie.close()

    def zeg_fout(self, titel: str, tekst: str, stap: str) -> None:
        from kernteam_tui.screens.dialogen import Foutdialoog

        self.push_screen(Foutdialoog(titel, tekst, stap))

    def _start(self) -> str:
        return self.START if bestaat(self.START) else next(iter(SCHERMEN))
