"""Work on the closed store: the app locks, does it in a thread, and the lock screen says what came of it."""

from __future__ import annotations

from collections.abc import Callable

from kernteam_tui.app.slot import GEDULD_SECONDEN, SlotApp
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.draad import in_draad
from kernteam_tui.schil.herstart import Slotwijze, neem_melding, zeg_straks
from kernteam_tui.screens.slot import SlotScreen
from kernteam_tui.screens.slot_bezig import BezigSlotScreen


class GeslotenApp(SlotApp):
    """Between locking and the commands: putting a backup back needs a store that nobody has open."""

    def doe_gesloten(self, bezig: str, werk: Callable[[], str], geduld: float = GEDULD_SECONDEN) -> None:
        """Save, lock, and run `werk` in a thread; the sentence that it gives stands on the lock screen.

        `bezig`: what stands there meanwhile. Where something could not be saved, nothing happens. The places
        are forgotten: they are of a store that may be another one afterwards.
        """
        if self._sessie is None:
            return
        if self._schrijvend and geduld > 0:
            self.set_timer(0.05, lambda: self.doe_gesloten(bezig, werk, geduld - 0.05))
            return
        if not self._alles_bewaard():
            return
        self._wis_beeld()
        self._plekken = ()
        self.slotwacht = None
        self.toetswacht.vergeet()
        self.clear_notifications()
        self._leeg_klembord()
        scherm = BezigSlotScreen(bezig)
        self.add_mode("slot", lambda: scherm)
        self.switch_mode("slot")
        self.remove_mode("werk")
        self.sluit_kluis()
        self.run_worker(self._gesloten(scherm, werk), group="gesloten", exit_on_error=False)

    async def _gesloten(self, scherm: BezigSlotScreen, werk: Callable[[], str]) -> None:
        try:
            zin = await in_draad(werk)
        except KernteamError as fout:
            zin = fout.zin
        except Exception as fout:  # the border with the store: shown and logged, never swallowed
            zin = ""
            self.toon(fout)
        if zin and self.slotwijze is Slotwijze.NIEUW_PROCES:
            zeg_straks(zin)
            self._begin_opnieuw()
        else:
            scherm.klaar(zin)

    def on_ready(self) -> None:
        """Also called after the one of the app itself."""
        zin = neem_melding()
        for scherm in self.screen_stack:
            if zin and isinstance(scherm, SlotScreen):
                scherm.zeg(zin)
