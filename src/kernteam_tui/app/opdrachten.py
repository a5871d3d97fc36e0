"""The commands that work everywhere: `action_<id>` for each line of `schil.opdrachten.OVERAL`."""

from __future__ import annotations

from textual.screen import ModalScreen

from kernteam_tui.app.gesloten import GeslotenApp
from kernteam_tui.schil.opdrachten import OVERAL, ZONDER_SLEUTEL
from kernteam_tui.screens.register import bestaat

ONBEWAARD = "Er is tekst die nog niet bewaard kon worden. Ontgrendel eerst, of druk nog eens op ctrl+q."


class OpdrachtenApp(GeslotenApp):
    """What F-keys and ctrl-keys do on every screen."""

    _toch_stoppen = False

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
        self._ga("vandaag")

    def action_caseload(self) -> None:
        self._ga("caseload")

    def action_planner(self) -> None:
        self._ga("planner")

    def action_school(self) -> None:
        self._ga("school")

    def action_nieuwe_aanmelding(self) -> None:
        self._open_eens("aanmelding")

    def action_zoeken(self) -> None:
        self._open_eens("zoeken")

    def action_instellingen(self) -> None:
        self._open_eens("instellingen")

    def action_kluis(self) -> None:
        self._open_eens("kluis")

    def action_adresboek(self) -> None:
        self._open_eens("adresboek")

    def action_agendas(self) -> None:
        self._open_eens("agendas")

    def _ga(self, naam: str) -> None:
        if not self._blijft_aan_tafel():
            self.ga_naar(naam)

    def _open_eens(self, naam: str) -> None:
        if not self._blijft_aan_tafel() and getattr(self.screen, "NAAM", "") != naam:
            self.open(naam)

    def _blijft_aan_tafel(self) -> bool:
        """A family looks along: this leads nowhere, and the way out is said."""
        tafel = self.aan_tafel
        if tafel is not None:
            self.meldingen.zeg_eens(tafel.weg_van_tafel)  # type: ignore[attr-defined]  # a KernteamScreen
        return tafel is not None

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

            self.push_screen(PaletScreen(self.terugweg.benoem(scherm.opdrachten())), na)

    def action_namen(self) -> None:
        self.namen.wissel()

    def action_ongedaan(self) -> None:
        if not self._blijft_aan_tafel():
            self.terugweg.draai_terug()

    def action_vergrendelen(self) -> None:
        self.vergrendel()

    def action_stoppen(self) -> None:
        onbewaard = self._nog_te_bewaren or any(plek.niet_bewaard is not None for plek in self._plekken)
        if onbewaard and not self._toch_stoppen:
            self._toch_stoppen = True
            self.notify(ONBEWAARD, timeout=12)
            return
        self.stop()

    action_quit = action_stoppen  # type: ignore[assignment]  # Textual's own name; ours does not wait

    def action_uitleg_stoppen(self) -> None:
        self.notify("Stoppen doe je met ctrl+q. Alles wat je typt wordt vanzelf bewaard.")
