"""The Textual app: theme, lock timer, crash screen, the stack of screens. No rules, no SQL.

Two modes: `slot` (closed: the lock screen, or the first set-up) and `werk` (an open store). Locking
removes the whole stack of `werk` and remembers only where the user was (`Plek`).
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, cast

from textual import events, on
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.klok import Klok
from kernteam_tui.schil.opdrachten import OVERAL, VOORRANG, ZONDER_SLEUTEL
from kernteam_tui.schil.slotwacht import Slotwacht
from kernteam_tui.schil.thema import KERNTEAM_THEMA
from kernteam_tui.schil.toetswacht import Echo, Toetswacht
from kernteam_tui.schil.vangnet import VangnetApp, bewaar
from kernteam_tui.schil.verbinding import Concepten, Sessie, Toegang, Vergrendeld
from kernteam_tui.screens.register import SCHERMEN, Argument, Plek, bestaat, maak_scherm
from kernteam_tui.screens.slot import SlotScreen

EERSTE = 1
"""Place of the main screen in the stack of `werk`. Below it lies an empty one: Textual cannot replace
the screen with which a mode begins."""
GEDULD_SECONDEN = 3.0
"""How long locking and quitting wait for a write that is under way."""
ONBEWAARD = "Er is tekst die nog niet bewaard kon worden. Ontgrendel eerst, of druk nog eens op ctrl+q."


class KernteamApp(VangnetApp, inherit_bindings=False):
    """The program on the screen.

    `merk` stands on every screen (VOORBEELD in the demo). With a `wachtwoordzin` (the demo's) the
    store is opened at start, and the phrase stands on the lock screen.
    """

    TITLE = "kernteam"
    CSS_PATH = [Path(__file__).parent / "styles" / "app.tcss"]
    DEFAULT_MODE = "slot"
    MODES = {"slot": SlotScreen}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(toets, op.id, op.tekst, show=False, id=f"{op.id}.{nummer}", priority=toets in VOORRANG)
        for op in OVERAL
        for nummer, toets in enumerate(op.toets.split(","))
    ]
    BINDINGS.append(
        Binding("ctrl+c", "uitleg_stoppen", "stoppen", show=False, id="uitleg_stoppen", system=True)
    )
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
    ) -> None:
        """`logbestand`: where failures of the program are noted; default the platform's log folder."""
        self.kluis_map = kluis_map
        self.klok = klok
        self.toegang = toegang
        self.merk = merk
        self.wachtwoordzin = wachtwoordzin
        self.logbestand = logbestand
        self._concepten = concepten
        self._sessie: Sessie | None = None
        self.slotwacht: Slotwacht | None = None
        self.toetswacht = Toetswacht(self)
        self._plekken: tuple[Plek, ...] = ()
        self._toch_stoppen = False
        self._schrijvend = 0
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

    # --- the open store ----------------------------------------------------------------

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
    def concepten(self) -> Concepten:
        """Where drafts are kept."""
        if self._concepten is None:
            self._concepten = cast(Concepten, import_module("kernteam_tui.services.concepten"))
        return self._concepten

    def on_mount(self) -> None:
        self.set_interval(1.0, self._tik)
        if not self.kluis_map.exists():
            self.begin_eerste_keer()

    def begin_eerste_keer(self) -> None:
        """Show the first set-up: there is no store."""
        if bestaat("eerste_keer") and isinstance(self.screen, SlotScreen):
            self.push_screen(maak_scherm("eerste_keer", {}))

    def on_ready(self) -> None:
        """The first frame stands: heavy work may begin."""
        self.eerste_beeld_staat = True
        for scherm in self.screen_stack:
            if isinstance(scherm, SlotScreen):
                scherm.na_eerste_beeld()
        self.let_op_einde(self.stop)

    def ontsluit(self, geheim: str) -> tuple[Sessie, int]:
        """Derive the key and open the store; slow, so for a thread. Raises KernteamError."""
        sessie = self.toegang.unlock(self.kluis_map, geheim, self.klok)
        return sessie, self.toegang.slot_minuten(sessie)

    def neem_sessie(self, sessie: Sessie, slot_minuten: int = 5, daarna: str = "") -> None:
        """Go to work with a store that was just opened or made; returns at once.

        `daarna`: a screen to open on top of the first one (the first school of a new store).
        """
        self.call_next(self._geopend, sessie, slot_minuten, daarna)

    async def _geopend(self, sessie: Sessie, slot_minuten: int, daarna: str = "") -> None:
        """To the first screen, or back to where the user was."""
        self._sessie = sessie
        self.al_geopend = True
        self.mislukte_pogingen = 0
        self.slotwacht = Slotwacht(slot_minuten)
        plekken = tuple(p for p in self._plekken if bestaat(p.scherm)) or (Plek(self._start()),)
        if bestaat(daarna):
            plekken = (*plekken, Plek(daarna))
        self._plekken = ()
        self.toetsen_sinds_openen = 0
        self.add_mode("werk", Screen)
        await self.switch_mode("werk")
        for plek in plekken:
            await self.push_screen(self._bouw(plek))
        await self.remove_mode("slot")
        for melding in sessie.meldingen:
            self.notify(melding, timeout=12)

    def stel_slot_in(self, minuten: int) -> None:
        """The setting changed: lock after so many idle minutes."""
        self.slotwacht = Slotwacht(minuten)
        self._toon_tijd()

    def _start(self) -> str:
        return self.START if bestaat(self.START) else next(iter(SCHERMEN))

    def _bouw(self, plek: Plek) -> Screen[Any]:
        scherm = maak_scherm(plek.scherm, dict(plek.argumenten))
        scherm.herstel(plek)
        return scherm

    # --- locking -------------------------------------------------------------------------

    def vergrendel(self, geduld: float = GEDULD_SECONDEN) -> None:
        """Save what is half typed, close the store, take every screen away, show the lock screen.

        While a write is under way its answer is waited for, at most `geduld` seconds, with the
        screen already empty.
        """
        if self._sessie is None:
            return
        if self._schrijvend and geduld > 0:
            self._dek_af()
            self.set_timer(0.05, lambda: self.vergrendel(geduld - 0.05))
            return
        zin = self._leg_vast()
        self.slotwacht = None
        self.toetswacht.vergeet()
        self.clear_notifications()
        self._leeg_klembord()
        self.add_mode("slot", lambda: SlotScreen(zin))
        self.switch_mode("slot")
        self.remove_mode("werk")
        self.sluit_kluis()

    def _dek_af(self) -> None:
        """Lay an empty sheet over the screen. Hiding the screen itself would be a fault in drawing it."""
        if not self.screen.query("#afdekking"):
            self.screen.mount(Static(id="afdekking"))

    def _leeg_klembord(self) -> None:
        """What was copied here may name a family: who sits down here next must not paste it."""
        if self.clipboard:
            self.copy_to_clipboard("")

    def _leg_vast(self) -> str:
        """Save every screen and remember the places; gives a Dutch sentence when saving failed."""
        zin = ""
        plekken: list[Plek] = []
        for scherm in self.screen_stack:
            onbewaard = None
            try:
                bewaar(scherm)
            except KernteamError as fout:
                onbewaard = scherm.onbewaard() if hasattr(scherm, "onbewaard") else None
                zin = f"Nog niet bewaard: {fout.zin} Ontgrendel eerst; je tekst is er nog."
            if hasattr(scherm, "plek"):
                plek: Plek = scherm.plek()
                plekken.append(Plek(plek.scherm, plek.argumenten, plek.focus, plek.cursor, onbewaard))
        self._plekken = tuple(plekken)
        return zin

    def _tik(self) -> None:
        if self.slotwacht is None:
            return
        if self.slotwacht.tik():
            self.vergrendel()
        else:
            self._toon_tijd()

    def _toon_tijd(self) -> None:
        for kop in self.screen.query("Kop"):
            kop.slot_tekst = self.slot_tekst()  # type: ignore[attr-defined]  # Kop, by name: not loaded at start
            kop.dag = self.klok.vandaag()  # type: ignore[attr-defined]  # as above

    def slot_tekst(self) -> str:
        """`slot over 4 min`; empty without an open store."""
        return f"slot over {self.slotwacht.minuten_over()} min" if self.slotwacht else ""

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent | events.Paste) and self.slotwacht is not None:
            self.slotwacht.actief()
        if not self.toetswacht.houd_vast(event):
            await self.geef_door(event)

    async def geef_door(self, event: events.Event) -> None:
        """Let the screen on top have this event."""
        if isinstance(event, events.InputEvent | events.Paste) and not isinstance(event, events.MouseMove):
            self.toetsen_sinds_openen += 1
        await super().on_event(event)

    @on(Echo)
    def _echo_terug(self, event: Echo) -> None:
        self.toetswacht.terug(event)

    def begin_schrijven(self) -> None:
        """A write has started; locking and quitting wait for it."""
        self._schrijvend += 1
        self.geschreven = True

    def einde_schrijven(self) -> None:
        """A write has ended and its answer was handled."""
        self._schrijvend -= 1

    # --- going from screen to screen -------------------------------------------------------

    def open(self, naam: str, **argumenten: Argument) -> None:
        """A screen on top of the others."""
        self.push_screen(maak_scherm(naam, argumenten))

    def vervang(self, naam: str, **argumenten: Argument) -> None:
        """A screen instead of the one on top."""
        if self._bewaard(self.screen):
            self.switch_screen(maak_scherm(naam, argumenten))

    def ga_naar(self, naam: str, **argumenten: Argument) -> None:
        """A main screen; all others close, after saving."""
        if not all(self._bewaard(scherm) for scherm in reversed(self.screen_stack)):
            return
        with self.batch_update():
            while len(self.screen_stack) > EERSTE + 1:
                self.pop_screen()
            self.switch_screen(maak_scherm(naam, argumenten))

    def terug(self) -> None:
        """To the screen below, after saving."""
        if not self.kan_terug() or not self._bewaard(self.screen):
            return
        self.pop_screen()
        if hasattr(self.screen, "ververs"):
            self.screen.ververs()

    def kan_terug(self) -> bool:
        return self.is_open and len(self.screen_stack) > EERSTE + 1

    def _bewaard(self, scherm: Screen[Any]) -> bool:
        try:
            bewaar(scherm)
        except KernteamError as fout:
            self.toon(fout)
            return False
        return True

    # --- commands ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Global commands rest while the store is closed or a dialog waits for an answer."""
        opdracht = next((op for op in OVERAL if op.id == action), None)
        if opdracht is None:
            return True
        if opdracht.scherm and not bestaat(opdracht.scherm):
            return False
        if opdracht.id in ZONDER_SLEUTEL:
            return True
        return self.is_open and not isinstance(self.screen, ModalScreen)

    def action_vandaag(self) -> None:
        self.ga_naar("vandaag")

    def action_caseload(self) -> None:
        self.ga_naar("caseload")

    def action_school(self) -> None:
        self.ga_naar("school")

    def action_nieuwe_aanmelding(self) -> None:
        self._open_eens("aanmelding")

    def action_zoeken(self) -> None:
        self._open_eens("zoeken")

    def action_instellingen(self) -> None:
        self._open_eens("instellingen")

    def _open_eens(self, naam: str) -> None:
        if getattr(self.screen, "NAAM", "") != naam:
            self.open(naam)

    def action_hulp(self) -> None:
        from kernteam_tui.screens.hulp import HulpScreen

        if not isinstance(self.screen, ModalScreen):
            self.push_screen(HulpScreen(self.screen))

    def action_opdrachten(self) -> None:
        from kernteam_tui.screens.basis import KernteamScreen
        from kernteam_tui.screens.palet import PaletScreen

        scherm = self.screen
        if isinstance(scherm, KernteamScreen):

            async def na(gekozen: str | None) -> None:
                if gekozen:
                    await scherm.voer_uit(gekozen)

            self.push_screen(PaletScreen(scherm.opdrachten()), na)

    def action_vergrendelen(self) -> None:
        self.vergrendel()

    def action_stoppen(self) -> None:
        if any(plek.niet_bewaard is not None for plek in self._plekken) and not self._toch_stoppen:
            self._toch_stoppen = True
            self.notify(ONBEWAARD, timeout=12)
            return
        self.stop()

    action_quit = action_stoppen  # type: ignore[assignment]  # Textual's own name; ours does not wait

    def action_uitleg_stoppen(self) -> None:
        self.notify("Stoppen doe je met ctrl+q. Alles wat je typt wordt vanzelf bewaard.")

    def stop(self, geduld: float = GEDULD_SECONDEN) -> None:
        """Save everything and end the program; a write under way is waited for."""
        if self._schrijvend and geduld > 0:
            self.set_timer(0.05, lambda: self.stop(geduld - 0.05))
            return
        if self._sessie is not None:
            if not all(self._bewaard(scherm) for scherm in reversed(self.screen_stack)):
                return
            self.sluit_kluis()
        self._leeg_klembord()
        self.exit(0)

    def zeg_fout(self, titel: str, tekst: str, stap: str) -> None:
        from kernteam_tui.screens.dialogen import Foutdialoog

        self.push_screen(Foutdialoog(titel, tekst, stap))

    def sluit_kluis(self) -> None:
        sessie, self._sessie = self._sessie, None
        if sessie is not None:
            sessie.close()
