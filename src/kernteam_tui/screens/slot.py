"""The lock screen: the first thing painted, and all there is while the store is closed.

Imports Textual and little else: nothing here may load the store, pydantic or cryptography.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.draad import in_draad
from kernteam_tui.schil.wachttijd import nog_te_wachten, wachttijd
from kernteam_tui.schil.wekker import Wekker
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import ZACHT

if TYPE_CHECKING:
    from kernteam_tui.app import KernteamApp

UITLEG = (
    "Je werkkopie van de caseload staat versleuteld op deze computer. "
    "Alleen met je wachtwoordzin gaat hij open. Wat je half getypt had, staat er na het openen weer."
)
VERZONNEN = "Dit is een voorbeeld met verzonnen gezinnen."
VRAAG = "Wachtwoordzin, of je herstelcode als je de zin kwijt bent"
TOETSEN = "Enter openen    F1 hulp    ctrl+q stoppen"
NET_GEPROBEERD = "Er is net een verkeerde wachtwoordzin geprobeerd."
SLEUTEL_KWIJT = frozenset({"sleutelbestand_beschadigd", "sleutelbestand_ontbreekt"})
"""Codes of failures for which a backup may hold the cure."""
UIT_KOPIE = (
    "In de reservekopie van {moment} zit nog een kopie. Typ je wachtwoordzin (die van toen) en druk op "
    "Enter: dan komt die kopie ervoor in de plaats en gaat je kluis open, met alles wat er nu in staat."
)
TOETSEN_KOPIE = "Enter sleutels terughalen en openen    F1 hulp    ctrl+q stoppen"
KLUIS_STUK = frozenset({"kluis_beschadigd", "kluis_ontbreekt", "kluis_verwisseld"})
"""Codes of failures after which a backup is the way on."""
UIT_RESERVE = (
    "Er is een reservekopie van {moment}. Typ je wachtwoordzin (die van toen) en druk op F6: dan wordt hij "
    "teruggezet. Wat er nu staat blijft apart bewaard in de map ‘oud’."
)
TOETSEN_RESERVE = "F6 terugzetten    Enter openen    F1 hulp    ctrl+q stoppen"
TYP_EERST = "Typ eerst je wachtwoordzin of herstelcode, en druk dan op F6."
WORDT_TERUGGEZET = "Even geduld, de reservekopie wordt teruggezet …"
NOG_EENS = (
    "Druk nog eens op F8 om de map ‘uit’ leeg te maken. In je kluis verandert niets; een bladzijde of "
    "uitnodiging maak je zo opnieuw."
)
OPGERUIMD = "De map ‘uit’ is leeg."
BLEEF_LIGGEN = (
    "Niet alles kon weg ({aantal}). Staat het nog open in een ander programma? Sluit het daar eerst."
)
TERUGGEHAALD = "De sleutels zijn teruggehaald uit een reservekopie; je kluis is verder zoals hij was."


class SlotScreen(Wekker, Screen[None]):
    """Asks for the passphrase; says what is wrong with the store when something is."""

    CSS_PATH = [Path(__file__).parent.parent / "styles" / "slot.tcss"]
    BINDINGS = [
        Binding("f6", "zet_terug", "terugzetten", show=False, id="slot_terugzetten"),
        Binding("f8", "ruim_op", "opruimen", show=False, id="slot_opruimen"),
    ]

    def __init__(self, melding: str = "") -> None:
        """`melding`: something to say at once, as plain text."""
        super().__init__()
        self._melding = melding
        self._wacht = 0
        self._kopie_van: datetime | None = None
        """The key file is gone, and this is when the backup was made that has a copy."""
        self._ruimt_op = False
        """F8 was pressed once: the next time the files outside the store go."""
        self._reserve_van: datetime | None = None
        """The store does not open, and this is when the backup was made that can take its place."""

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
        self._tel_eerdere_pogingen()
        self._tel_buiten()
        if self.kernteam.wachtwoordzin and not self.kernteam.al_geopend:
            self._open(self.kernteam.wachtwoordzin)
        else:
            self.set_timer(0.05, self._warm_op)

    def zeg(self, zin: str) -> None:
        """Say something, as plain text; what this screen has to say next takes its place."""
        self._zeg(zin)

    def _bekijk_kluis(self) -> None:
        app = self.kernteam
        try:
            if app.toegang.kluis_staat(app.kluis_map) == "ontbreekt":
                app.begin_eerste_keer()
        except KernteamError as fout:
            self._zeg_fout(fout)

    def _zeg_fout(self, fout: KernteamError) -> None:
        """What is wrong and, under it, what to do."""
        self._zeg(f"{fout.tekst}\n{fout.stap}".strip())
        if fout.code in SLEUTEL_KWIJT and self._kopie_van is None:
            self.run_worker(self._bied_sleutelkopie_aan(fout), group="sleutelkopie", exit_on_error=False)
        if fout.code in KLUIS_STUK:
            self.run_worker(self._bied_reserve_aan(fout), group="reserve", exit_on_error=False)

    async def _bied_sleutelkopie_aan(self, fout: KernteamError) -> None:
        """Each backup holds the key file too: nothing is lost yet, and Enter is all that is needed."""
        app = self.kernteam
        try:
            self._kopie_van = await in_draad(partial(app.toegang.sleutelkopie_van, app.kluis_map))
        except KernteamError:
            return  # what is wrong stands there already, with another way out
        if self._kopie_van is not None:
            self._zeg(f"{fout.tekst}\n{UIT_KOPIE.format(moment=moment_kort(self._kopie_van))}")
            self.query_one("#slot-toetsen", Static).update(TOETSEN_KOPIE)

    async def _bied_reserve_aan(self, fout: KernteamError) -> None:
        """What is wrong stays on the screen; under it the way on, where there is one."""
        app = self.kernteam
        try:
            self._reserve_van = await in_draad(partial(app.toegang.sleutelkopie_van, app.kluis_map))
        except KernteamError:
            return
        if self._reserve_van is not None:
            self._zeg(f"{fout.tekst}\n{UIT_RESERVE.format(moment=moment_kort(self._reserve_van))}")
            self.query_one("#slot-toetsen", Static).update(TOETSEN_RESERVE)

    def action_zet_terug(self) -> None:
        """F6, once it is offered."""
        invoer = self.query_one("#slot-geheim", Invoer)
        if self._reserve_van is None or self._wacht or invoer.disabled:
            return
        if not invoer.value:
            self._zeg(TYP_EERST)
            return
        geheim = invoer.value
        self._invoer_aan(False)
        self._zeg(WORDT_TERUGGEZET)
        self.run_worker(self._zet_terug(geheim), group="ontgrendel", exit_on_error=False, exclusive=True)

    async def _zet_terug(self, geheim: str) -> None:
        app = self.kernteam
        try:
            zin = await in_draad(partial(app.toegang.zet_nieuwste_terug, app.kluis_map, geheim, app.klok))
        except KernteamError as fout:
            self._geweigerd(fout)
        except Exception as fout:  # the border with the store: shown and logged, never swallowed
            self._invoer_aan(True)
            app.toon(fout)
        else:
            self._reserve_van = None
            app.notify(zin, timeout=12)
            await self._ontgrendel(geheim)

    def _tel_buiten(self) -> None:
        """Files that anybody can read are offered for clearing up where the work ends."""
        app = self.kernteam
        aantal = app.toegang.tel_buiten(app.kluis_map)
        if aantal:
            wat = "ligt 1 bestand" if aantal == 1 else f"liggen {aantal} bestanden"
            zin = f"In de map ‘uit’ {wat}, niet versleuteld.    F8 opruimen"
            self.query_one("#slot-toetsen", Static).update(f"{TOETSEN}\n{zin}")

    def action_ruim_op(self) -> None:
        """F8 twice: whoever presses it by accident loses nothing."""
        app = self.kernteam
        aantal = app.toegang.tel_buiten(app.kluis_map)
        if aantal and not self._ruimt_op:
            self._ruimt_op = True
            self._zeg(NOG_EENS)
            return
        if aantal:
            bleef = app.toegang.ruim_buiten_op(app.kluis_map)
            self._zeg(BLEEF_LIGGEN.format(aantal=bleef) if bleef else OPGERUIMD)
        self._ruimt_op = False
        self.query_one("#slot-toetsen", Static).update(TOETSEN)
        self._tel_buiten()

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
            if self._kopie_van is not None:
                await in_draad(partial(app.toegang.herstel_sleutelbestand, app.kluis_map, geheim, app.klok))
                self._kopie_van = None
                app.notify(TERUGGEHAALD, timeout=12)
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
        self._zeg_fout(fout)
        if fout.code != "wachtwoord_onjuist":
            self._invoer_aan(True)
            return
        self.kernteam.mislukte_pogingen += 1
        self._tel_af(wachttijd(self.kernteam.mislukte_pogingen), self._melding)

    def _tel_eerdere_pogingen(self) -> None:
        """Beginning anew does not shorten the wait."""
        app = self.kernteam
        genoteerd, laatste = app.toegang.mislukte_pogingen(app.kluis_map)
        app.mislukte_pogingen = max(app.mislukte_pogingen, genoteerd)
        rest = nog_te_wachten(app.mislukte_pogingen, laatste, app.klok.nu())
        if rest:
            self._invoer_aan(False)
            self._tel_af(rest, self._melding or NET_GEPROBEERD)

    def _tel_af(self, seconden: int, zin: str) -> None:
        self._wacht = seconden
        if not seconden:
            self._zeg(zin)
            self._invoer_aan(True)
            return
        self._zeg(f"{zin} Nog {seconden} s wachten.".strip())
        self.set_timer(1.0, lambda: self._tel_af(seconden - 1, zin))

    def _invoer_aan(self, aan: bool) -> None:
        invoer = self.query_one("#slot-geheim", Invoer)
        invoer.disabled = not aan
        if aan:
            invoer.value = ""
            invoer.focus()

    def _zeg(self, zin: str) -> None:
        self._melding = zin
        self.query_one("#slot-melding", Static).update(zin)
