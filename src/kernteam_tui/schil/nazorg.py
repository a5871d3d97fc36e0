"""What follows opening, on the side of the app: one step after another in a thread, and their outcome shown.

Knows no store: the steps come from `services.nazorg`, loaded only when there is something to do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from kernteam_tui.schil import noodlog
from kernteam_tui.schil.draad import in_draad

if TYPE_CHECKING:
    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services.nazorg import Stap, Verslag

Stappen = Callable[[], "Sequence[Stap]"]
"""Gives the steps; called after opening, as they bring the store's modules with them."""
GROEP = "nazorg"
RUST_SECONDEN = 30.0
"""Idle time after which the write-ahead log is emptied."""
MISLUKT = "Het nakijken van de kluis is niet gelukt door een fout in het programma. Je werk is bewaard."
LANG = 12
"""Seconds that a sentence stands."""


def geen_stappen() -> Sequence[Stap]:
    """Nothing to do after opening: tests."""
    return ()


class Nazorg:
    """Runs the steps for one open store at a time."""

    def __init__(self, app: KernteamApp, stappen: Stappen) -> None:
        self._app = app
        self._stappen = stappen
        self._geleegd = False
        self.staat = ""
        """What the header says of the store: nothing yet, `kluis heel` or `kluis beschadigd`."""

    def begin(self, sessie: Any) -> None:
        """The store was opened and the first screen stands."""
        self.vergeet()
        self._app.run_worker(self._loop(sessie), group=GROEP, exit_on_error=False, exclusive=True)

    def vergeet(self) -> None:
        """The store is closed: what is still under way is of no matter any more."""
        self._app.workers.cancel_group(self._app, GROEP)
        self.staat = ""
        self._geleegd = False

    def tik(self, stil_seconden: float) -> None:
        """Called each second with the idle time: after a while without a key the log is emptied, once."""
        if stil_seconden < RUST_SECONDEN:
            self._geleegd = False
        elif not self._geleegd and self._app.is_open and self._stappen is not geen_stappen:
            self._geleegd = True
            leeg = self._leeg(self._app.sessie)
            self._app.run_worker(leeg, group=f"{GROEP}-rust", exit_on_error=False, exclusive=True)

    async def _loop(self, sessie: Any) -> None:
        for stap in await in_draad(self._stappen):
            if not self._is_nog(sessie):
                return
            verslag = await self._doe(stap, sessie)
            if verslag is None or not self._is_nog(sessie):
                return
            self._toon(verslag)
            if not verslag.verder:
                return

    async def _doe(self, stap: Stap, sessie: Any) -> Verslag | None:
        from kernteam_tui.services.nazorg import Verslag, doe_stap

        try:
            return await in_draad(partial(doe_stap, stap, sessie))
        except (
            Exception
        ) as fout:  # a fault of the program: noted, said, and no reason to stop somebody's work
            noodlog.noteer(fout, self._app.logbestand)
            return Verslag(meldingen=(MISLUKT,))

    async def _leeg(self, sessie: Any) -> None:
        from kernteam_tui.services.nazorg import leeg_logbestand

        await self._doe(leeg_logbestand, sessie)

    def _is_nog(self, sessie: Any) -> bool:
        return self._app.is_open and self._app.sessie is sessie

    def _toon(self, verslag: Verslag) -> None:
        if verslag.staat:
            self.staat = str(verslag.staat)
            self._app.toon_kluisstaat()
        for melding in verslag.meldingen:
            self._app.notify(melding, timeout=LANG)
        for waarschuwing in verslag.dringend:
            self._app.zeg_fout(waarschuwing.titel, waarschuwing.tekst, waarschuwing.stap)
