"""The first run, up to an opened store: five steps. The store begins to exist when its code is typed back."""

from __future__ import annotations

from typing import TypeVar

from textual import on
from textual.app import ComposeResult

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.draad import in_draad
from kernteam_tui.schil.opdrachten import OVERAL, TERUG, ZONDER_SLEUTEL, Opdracht
from kernteam_tui.schil.verbinding import Sessie
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.eerste_keer.herstelcode import HerstelcodeStap
from kernteam_tui.screens.eerste_keer.jij import JijStap
from kernteam_tui.screens.eerste_keer.stap import AANTAL, Stap
from kernteam_tui.screens.eerste_keer.terugtypen import ANDERS, TerugtypenStap
from kernteam_tui.screens.eerste_keer.wachtwoordzin import WachtwoordzinStap
from kernteam_tui.screens.eerste_keer.welkom import WelkomStap
from kernteam_tui.services import toegang
from kernteam_tui.widgets.voet import Voet

S = TypeVar("S", bound=Stap)
STAPPEN: tuple[type[Stap], ...] = (
    WelkomStap,
    JijStap,
    WachtwoordzinStap,
    HerstelcodeStap,
    TerugtypenStap,
)


class EersteKeerScreen(KernteamScreen):
    """Stands over the lock screen while there is no store. What was typed lives in the steps only."""

    NAAM = "eerste_keer"
    TITEL = "Inrichten"
    UITLEG = (
        "Je maakt hier een lege, versleutelde kluis. Stop je voordat de herstelcode is overgetypt, dan is er "
        "niets gemaakt en begin je de volgende keer opnieuw."
    )
    CSS_PATH = stijl("eerste_keer")
    OPDRACHTEN = WachtwoordzinStap.OPDRACHTEN

    def __init__(self) -> None:
        super().__init__()
        self._nummer = 1
        self._kluis: toegang.KluisInWording | None = None

    def inhoud(self) -> ComposeResult:
        for stap in STAPPEN:
            yield stap()

    def laad(self) -> None:
        self._toon(1)
        self.run_worker(in_draad(toegang.warm_up), group="warm-op", exit_on_error=False)

    # --- going through the steps --------------------------------------------------------------

    @property
    def _soort(self) -> type[Stap]:
        return STAPPEN[self._nummer - 1]

    @property
    def stap(self) -> Stap:
        """The step in sight."""
        return self._stap(self._soort)

    def _stap(self, soort: type[S]) -> S:
        return self.query_one(soort)

    def _toon(self, nummer: int) -> None:
        self._nummer = nummer
        for stap in self.query(Stap):
            stap.display = nummer == stap.NUMMER
        self.kop(onderwerp=f"stap {nummer} van {AANTAL}: {self.stap.NAAM}")
        self.query_one(Voet).toon(self.voetopdrachten())
        self.stap.binnen()

    @on(Stap.Klaar)
    def _volgende(self, event: Stap.Klaar) -> None:
        if isinstance(event.stap, WachtwoordzinStap):
            self._maak_kluis(event.stap.zin)
        elif isinstance(event.stap, TerugtypenStap):
            self._bevestig(event.stap.code)
        elif self._nummer == event.stap.NUMMER and not event.stap.has_class("-bezig"):
            self._toon(self._nummer + 1)

    def action_terug(self) -> None:
        if self.stap.TERUG_NAAR:
            self._toon(self.stap.TERUG_NAAR)

    # --- making the store ---------------------------------------------------------------------

    def _maak_kluis(self, zin: str) -> None:
        self._toon(HerstelcodeStap.NUMMER)
        self._stap(HerstelcodeStap).toon("")
        self.roep(
            toegang.begin_kluis,
            self.kernteam.kluis_map,
            zin,
            self.kernteam.klok,
            bij_klaar=self._gemaakt,
            bij_fout=self._niet_gemaakt,
        )

    def _gemaakt(self, kluis: toegang.KluisInWording) -> None:
        self._kluis = kluis
        self._stap(WachtwoordzinStap).vergeet()
        self._stap(HerstelcodeStap).toon(kluis.herstelcode)

    def _niet_gemaakt(self, fout: KernteamError) -> None:
        self._toon(WachtwoordzinStap.NUMMER)
        self.stap.zeg(fout.zin)

    def _bevestig(self, code: str) -> None:
        if self._kluis is not None:
            self.roep(self._kluis.bevestig, code, bij_klaar=self._bevestigd, bij_fout=self._niet_bevestigd)

    def _niet_bevestigd(self, fout: KernteamError) -> None:
        self.stap.zeg(ANDERS if fout.code == "wachtwoord_onjuist" else fout.zin)

    def _bevestigd(self, sessie: Sessie) -> None:
        from kernteam_tui.services.instellingen import save_instellingen

        self._kluis = None
        self._stap(HerstelcodeStap).toon("")
        self._stap(TerugtypenStap).vergeet()
        self.roep(
            save_instellingen,
            sessie,
            **self._stap(JijStap).waarden,
            bij_klaar=lambda _: self.kernteam.neem_sessie(sessie, daarna="eerste_school"),
            bij_fout=lambda fout: self._zonder_gegevens(sessie, fout),
        )

    def _zonder_gegevens(self, sessie: Sessie, fout: KernteamError) -> None:
        """The store is there all the same; name and e-mail can be filled in later."""
        self.kernteam.neem_sessie(sessie, daarna="eerste_school")
        self.kernteam.toon(fout)

    def on_unmount(self) -> None:
        if self._kluis is not None:
            self._kluis.laat()

    # --- commands -------------------------------------------------------------------------------

    def opdrachten(self) -> list[Opdracht]:
        terug = [TERUG] if self._soort.TERUG_NAAR else []
        overal = (op for op in OVERAL if op.id in ZONDER_SLEUTEL and op.id != "vergrendelen")
        return [*self.eigen_opdrachten(), *terug, *overal]

    def eigen_opdrachten(self) -> list[Opdracht]:
        """Those of the step in sight."""
        return list(self._soort.OPDRACHTEN)

    def action_andere_woorden(self) -> None:
        if isinstance(self.stap, WachtwoordzinStap):
            self.stap.andere_woorden()

    def action_neem_over(self) -> None:
        if isinstance(self.stap, WachtwoordzinStap):
            self.stap.neem_over()

    def action_toon_zin(self) -> None:
        if isinstance(self.stap, WachtwoordzinStap):
            self.stap.toon_zin()
