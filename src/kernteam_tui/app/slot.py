"""Opening, locking and ending.

Two modes: `slot` (closed: the lock screen, or the first set-up) and `werk` (an open store). Locking
saves, closes the store, and ends the process in favour of a new one that asks the passphrase; the
places (`Plek`) wait in the store. Where a new process would lose something (a full disk) or is not
wanted (`Slotwijze.BINNEN`), locking takes the whole stack of `werk` away and keeps the places in memory.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual.screen import Screen

from kernteam_tui.app import plekken
from kernteam_tui.app.gang import GangApp
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.herstart import OPNIEUW, Slotwijze, houd_stil
from kernteam_tui.schil.slotwacht import Slotwacht
from kernteam_tui.schil.vangnet import bewaar
from kernteam_tui.schil.verbinding import Sessie
from kernteam_tui.screens.register import Plek, bestaat, maak_scherm
from kernteam_tui.screens.slot import SlotScreen

GEDULD_SECONDEN = 3.0
"""How long locking and quitting wait for a write that is under way."""
NAMEN_VERBORGEN = "namen_verborgen"
"""Beside the places: names stay hidden in the next process."""
STAP = 0.1
"""Seconds between two tries at the end."""
WIS = "\x1b[2J"
"""Erase the display (ECMA-48 ED 2)."""


class SlotApp(GangApp):
    """From the lock screen to work, and back."""

    # --- opening -------------------------------------------------------------------------

    def ontsluit(self, geheim: str) -> tuple[Sessie, int]:
        """Derive the key and open the store; slow, so for a thread. Raises KernteamError."""
        sessie = self.toegang.unlock(self.kluis_map, geheim, self.klok)
        self.toegang.noteer_ontgrendeld(sessie)
        if self.slotwijze is Slotwijze.NIEUW_PROCES and not self._plekken:
            self._plekken = self._lees_plekken(sessie)
        self._bewaar_alsnog(sessie)
        return sessie, self.toegang.slot_minuten(sessie)

    def _bewaar_alsnog(self, sessie: Sessie) -> None:
        for sleutel, inhoud in list(self._nog_te_bewaren.items()):
            with suppress(KernteamError):  # still no room: it stays in memory
                self.concepten.save_concept(sessie, sleutel, inhoud)
                del self._nog_te_bewaren[sleutel]

    def _lees_plekken(self, sessie: Sessie) -> tuple[Plek, ...]:
        """What the process before this one left; read once. Without it work begins at the first screen."""
        try:
            inhoud = self.concepten.load_concept(sessie, plekken.SLEUTEL)
            if inhoud is not None:
                self.concepten.drop_concept(sessie, plekken.SLEUTEL)
                self.namen.verborgen = bool(inhoud.get(NAMEN_VERBORGEN))
        except KernteamError:
            return ()
        return plekken.uit_inhoud(inhoud, self.klok.vandaag())

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
        hier = tuple(p for p in self._plekken if bestaat(p.scherm)) or (Plek(self._start()),)
        if bestaat(daarna):
            hier = (*hier, Plek(daarna))
        self._plekken = ()
        self.toetsen_sinds_openen = 0
        self.add_mode("werk", Screen)
        await self.switch_mode("werk")
        for scherm in self._bouw(hier):
            await self.push_screen(scherm)
        await self.remove_mode("slot")
        for melding in sessie.meldingen:
            self.notify(melding, timeout=12)
        self.namen.lees()
        self.na_openen()

    def na_openen(self) -> None:
        """The first screen stands: the place for work that follows every opening (checks, backup)."""
        self.nazorg.begin(self.sessie)

    def _bouw(self, plekken: tuple[Plek, ...]) -> list[Screen[Any]]:
        """The screens of these places, the bottom one first, as far as this version of the program goes."""
        schermen: list[Screen[Any]] = []
        for plek in plekken:
            try:
                scherm = maak_scherm(plek.scherm, dict(plek.argumenten))
            except TypeError:  # its arguments are of a version from before an update
                break
            scherm.herstel(plek)
            schermen.append(scherm)
        return schermen or [maak_scherm(self._start(), {})]

    # --- the idle time -------------------------------------------------------------------

    def stel_slot_in(self, minuten: int) -> None:
        """The setting changed: lock after so many idle minutes."""
        self.slotwacht = Slotwacht(minuten)
        self._toon_tijd()

    def _tik(self) -> None:
        if self.slotwacht is None:
            return
        if self.slotwacht.tik():
            self.vergrendel()
        else:
            self._toon_tijd()
            self.nazorg.tik(self.slotwacht.seconden - self.slotwacht.over())

    def _toon_tijd(self) -> None:
        for kop in (kop for scherm in self.screen_stack[-1:] for kop in scherm.query("Kop")):
            kop.slot_tekst = self.slot_tekst()  # type: ignore[attr-defined]  # Kop, by name: not loaded at start
            kop.dag = self.klok.vandaag()  # type: ignore[attr-defined]  # as above

    def toon_kluisstaat(self) -> None:
        """The store was looked through: say it on every screen that is open."""
        for scherm in self.screen_stack:
            for kop in scherm.query("Kop"):
                kop.kluis = self.nazorg.staat  # type: ignore[attr-defined]  # Kop, by name: not loaded at start

    def slot_tekst(self) -> str:
        """`slot over 4 min`; empty without an open store."""
        return f"slot over {self.slotwacht.minuten_over()} min" if self.slotwacht else ""

    # --- locking -------------------------------------------------------------------------

    def vergrendel(self, geduld: float = GEDULD_SECONDEN) -> None:
        """Save what is half typed, take every screen away, close the store, and begin anew.

        While a write is under way its answer is waited for, at most `geduld` seconds, with the
        screen already empty.
        """
        if self._sessie is None:
            return
        if self._schrijvend and geduld > 0:
            self.dek_af()
            self.set_timer(0.05, lambda: self.vergrendel(geduld - 0.05))
            return
        self._wis_beeld()
        zin = self._leg_vast()
        self.slotwacht = None
        self.toetswacht.vergeet()
        self.clear_notifications()
        self._leeg_klembord()
        if not zin and self._bewaar_plekken():
            self._begin_opnieuw()
        else:
            self._blijf_op_slot(zin)

    def _begin_opnieuw(self) -> None:
        """End this process: whoever started the app begins anew (`schil.herstart`)."""
        self.sluit_kluis()
        self._stilte.enter_context(self.batch_update())
        houd_stil(getattr(self._driver, "attrs_before", None))
        self.exit(OPNIEUW, return_code=OPNIEUW)

    def _blijf_op_slot(self, zin: str) -> None:
        self.add_mode("slot", lambda: SlotScreen(zin))
        self.switch_mode("slot")
        self.remove_mode("werk")
        self.sluit_kluis()

    def _bewaar_plekken(self) -> bool:
        """Put the places in the store for the next process; False: this process has to keep them."""
        if self.slotwijze is not Slotwijze.NIEUW_PROCES:
            return False
        try:
            inhoud = plekken.naar_inhoud(self._plekken, self.klok.vandaag())
            inhoud[NAMEN_VERBORGEN] = self.namen.verborgen
            self.concepten.save_concept(self.sessie, plekken.SLEUTEL, inhoud)
        except KernteamError:
            return False
        return True

    def _wis_beeld(self) -> None:
        """Clear the terminal at once; what is drawn next is drawn whole. Saving may take a while."""
        if self._driver is not None:
            self._driver.write(WIS)
            self._driver.flush()

    def _leeg_klembord(self) -> None:
        """What was copied here may name a family: who sits down here next must not paste it."""
        if self.clipboard:
            self.copy_to_clipboard("")

    def _leg_vast(self) -> str:
        """Save every screen and remember the places; gives a Dutch sentence when saving failed."""
        zin = ""
        hier: list[Plek] = []
        for scherm in self.screen_stack:
            onbewaard = None
            try:
                bewaar(scherm)
            except KernteamError as fout:
                onbewaard = scherm.onbewaard() if hasattr(scherm, "onbewaard") else None
                self._nog_te_bewaren |= scherm.concept() if hasattr(scherm, "concept") else {}
                zin = f"Nog niet bewaard: {fout.zin} Ontgrendel eerst; je tekst is er nog."
            if hasattr(scherm, "plek"):
                plek: Plek = scherm.plek()
                hier.append(Plek(plek.scherm, plek.argumenten, plek.focus, plek.cursor, onbewaard))
        self._plekken = tuple(hier)
        return zin

    # --- the end -------------------------------------------------------------------------

    def stop(self, geduld: float = GEDULD_SECONDEN) -> None:
        """Save everything and end the program; a write under way is waited for."""
        if self._schrijvend and geduld > 0:
            self.set_timer(0.05, lambda: self.stop(geduld - 0.05))
            return
        if self._sessie is not None:
            if not self._alles_bewaard():
                return
            self.sluit_kluis()
        self._leeg_klembord()
        self.exit(0)

    def stop_meteen(self, geduld: float = GEDULD_SECONDEN) -> None:
        """The terminal is gone, or the machine goes off: save what can be saved and end; nobody can be asked.

        What cannot be saved is tried again until `geduld` seconds are over.
        """
        alles = self._sessie is None or not self._schrijvend
        for scherm in reversed(self.screen_stack) if self._sessie is not None else ():
            try:
                bewaar(scherm)
            except KernteamError:
                alles = False
        if not alles and geduld > 0:
            self.set_timer(STAP, lambda: self.stop_meteen(geduld - STAP))
            return
        self.sluit_kluis()
        self._leeg_klembord()
        self.exit(0)
