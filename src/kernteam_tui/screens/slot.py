"""The lock screen: the first thing painted, and all there is while the store is closed.

Imports Textual and little else: nothing here may load the store, pydantic or cryptography.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.draad import in_draad
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import ZACHT

if TYPE_CHECKING:
    from kernteam_tui.app import KernteamApp

WACHTTIJDEN = (0, 1, 2, 4, 8)
"""Seconds to wait after the first, second, … wrong passphrase; the last one stays."""

UITLEG = (
    "Je werkkopie van de caseload staat versleuteld op deze computer. "
    "Alleen met je wachtwoordzin gaat hij open. Wat je half getypt had, staat er na het openen weer."
)
VERZONNEN = "Dit is een voorbeeld met verzonnen gezinnen."
VRAAG = "Wachtwoordzin, of je herstelcode als je de zin kwijt bent"
TOETSEN = "Enter openen    F1 hulp    ctrl+q stoppen"


class SlotScreen(Screen[None]):
    """Asks for the passphrase; says what is wrong with the store when something is."""

    CSS_PATH = [Path(__file__).parent.parent / "styles" / "slot.tcss"]

    def __init__(self, melding: str = "") -> None:
        """`melding`: something to say at once, as plain text."""
        super().__init__()
        self._melding = melding
        self._wacht = 0

    @property
    def kernteam(self) -> KernteamApp:
        return cast("KernteamApp", self.app)

    def compose(self) -> ComposeResult:
        # few widgets: each one costs time before the first frame
        yield Static(self._boven(), id="slot-boven", classes="slot", markup=False)
        yield Invoer(password=True, id="slot-geheim", classes="slot")
        yield Static(self._melding, id="slot-melding", classes="slot", markup=False)
        yield Static(TOETSEN, id="slot-toetsen", classes="slot", markup=False)

    def _boven(self) -> Content:
        app = self.kernteam
        titel = "   ".join(deel for deel in ("kernteam", app.merk) if deel)
        voorbeeld = f"{VERZONNEN}\nWachtwoordzin: {app.wachtwoordzin}\n\n" if app.wachtwoordzin else ""
        return Content.assemble((titel, "bold $primary"), f"\n\n{UITLEG}\n\n{voorbeeld}", (VRAAG, ZACHT))

    def on_mount(self) -> None:
        self.query_one("#slot-geheim", Invoer).focus()
        if self.kernteam.eerste_beeld_staat:
            self.call_after_refresh(self.na_eerste_beeld)

    def na_eerste_beeld(self) -> None:
        """Called when this screen is painted: look at the store, open the demo, load what opening needs."""
        self._bekijk_kluis()
        if self.kernteam.wachtwoordzin and not self.kernteam.al_geopend:
            self._open(self.kernteam.wachtwoordzin)
        else:
            self.set_timer(0.05, self._warm_op)

    def _bekijk_kluis(self) -> None:
        app = self.kernteam
        try:
            if app.toegang.kluis_staat(app.kluis_map) == "ontbreekt":
                app.begin_eerste_keer()
        except KernteamError as fout:
            self._zeg(fout.zin)

    def _warm_op(self) -> None:
        self.run_worker(
            in_draad(self.kernteam.toegang.warm_up), group="warm-op", exit_on_error=False, exclusive=True
        )

    @on(Invoer.Submitted, "#slot-geheim")
    def _ingevuld(self, event: Invoer.Submitted) -> None:
        if event.value and not self._wacht:
            self._open(event.value)

    def _open(self, geheim: str) -> None:
        self._invoer_aan(False)
        self._zeg("Even geduld, de sleutel wordt berekend …")
        self.run_worker(self._ontgrendel(geheim), group="ontgrendel", exit_on_error=False, exclusive=True)

    async def _ontgrendel(self, geheim: str) -> None:
        app = self.kernteam
        try:
            sessie, minuten = await in_draad(partial(app.ontsluit, geheim))
        except KernteamError as fout:
            self._geweigerd(fout)
        except Exception as fout:  # the border with the store: shown and logged, never swallowed
            self._invoer_aan(True)
            self._zeg("Openen lukt niet door een fout in het programma.")
            app.toon(fout)
        else:
            app.neem_sessie(sessie, minuten)

    def _geweigerd(self, fout: KernteamError) -> None:
        self._zeg(fout.zin)
        if fout.code != "wachtwoord_onjuist":
            self._invoer_aan(True)
            return
        pogingen = self.kernteam.mislukte_pogingen
        self.kernteam.mislukte_pogingen += 1
        self._tel_af(WACHTTIJDEN[min(pogingen, len(WACHTTIJDEN) - 1)], fout.zin)

    def _tel_af(self, seconden: int, zin: str) -> None:
        self._wacht = seconden
        if not seconden:
            self._zeg(zin)
            self._invoer_aan(True)
            return
        self._zeg(f"{zin} Nog {seconden} s wachten.")
        self.set_timer(1.0, lambda: self._tel_af(seconden - 1, zin))

    def _invoer_aan(self, aan: bool) -> None:
        invoer = self.query_one("#slot-geheim", Invoer)
        invoer.disabled = not aan
        if aan:
            invoer.value = ""
            invoer.focus()

    def _zeg(self, zin: str) -> None:
        self.query_one("#slot-melding", Static).update(zin)
