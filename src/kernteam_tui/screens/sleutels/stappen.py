"""A change of the keys in steps, one in sight. What is typed lives in the steps only: no draft is kept."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.eerste_keer.herstelcode import HerstelcodeStap
from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.screens.eerste_keer.wachtwoordzin import WachtwoordzinStap
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld
from kernteam_tui.widgets.voet import Voet

S = TypeVar("S", bound=Stap)
TOON = Opdracht("toon_zin", "f8", "tonen", "Laten zien wat je typt, en weer verbergen")
REKENT = "De sleutel wordt berekend. Dat duurt een paar tellen …"


class HuidigStap(Stap):
    """An open laptop is not enough: what opens the store now."""

    NUMMER = 2
    NAAM = "je huidige zin"
    TERUG_NAAR = 1
    OPDRACHTEN = (TOON,)
    UITLEG: ClassVar[str] = (
        "Typ de wachtwoordzin waarmee je vandaag je kluis opende. Weet je die niet meer, typ dan je "
        "herstelcode."
    )

    def rijen(self) -> ComposeResult:
        yield Tekst(self.UITLEG, classes="stap-uitleg")
        yield Tekstveld("huidig", "Huidige wachtwoordzin", wachtwoord=True)
        yield Tekst("F8 tonen of verbergen", classes="zacht stap-uitleg")

    @property
    def zin(self) -> str:
        return self.query_one("#huidig", Tekstveld).waarde

    def verder(self) -> None:
        if self.zin.strip():
            self.klaar()
        else:
            self.zeg("Typ eerst je huidige wachtwoordzin.")

    def toon_zin(self) -> None:
        """Show what is typed, or hide it again."""
        invoer = self.query_one(Invoer)
        invoer.password = not invoer.password

    def binnen(self) -> None:
        """Typing anew replaces what is hidden behind the dots."""
        super().binnen()
        self.query_one(Invoer).action_select_all()

    def vergeet(self) -> None:
        """The passphrase goes out of the field."""
        self.query_one("#huidig", Tekstveld).waarde = ""


class StappenScreen(KernteamScreen):
    """Shows STAPPEN one after another. A subclass says in `na(stap)` what follows when one is done."""

    CSS_PATH = stijl("sleutels")
    STAPPEN: ClassVar[tuple[type[Stap], ...]] = ()
    OPDRACHTEN = WachtwoordzinStap.OPDRACHTEN

    def __init__(self) -> None:
        super().__init__()
        self._plaats = 0
        self._rekent = False

    def inhoud(self) -> ComposeResult:
        for stap in self.STAPPEN:
            yield stap()
        yield Tekst(id="rekent", classes="accent")

    def laad(self) -> None:
        self.toon(self.STAPPEN[self._plaats])

    def ververs(self) -> None:
        """What was typed stays when the screen above has closed."""

    def na(self, stap: Stap) -> None:
        """`stap` is done."""
        raise LookupError(f"nothing follows {type(stap).__name__} here")

    # --- which step is in sight ------------------------------------------------------------

    @property
    def stap_in_beeld(self) -> Stap:
        return self.stap(self.STAPPEN[self._plaats])

    def stap(self, soort: type[S]) -> S:
        """The step of that kind."""
        return self.query_one(soort)

    def toon(self, soort: type[Stap], zin: str = "") -> None:
        """Bring that step into sight; with a sentence about what is wrong."""
        self._plaats = self.STAPPEN.index(soort)
        self.rekent("")
        for stap in self.query(Stap):
            stap.display = type(stap) is soort
        totaal = len(self.STAPPEN)
        waar = f"stap {self._plaats + 1} van {totaal}: " if totaal > 1 else ""
        self.kop(onderwerp=f"{waar}{self.stap_in_beeld.NAAM}")
        self.query_one(Voet).toon(self.voetopdrachten())
        self.stap_in_beeld.binnen()
        self.stap_in_beeld.zeg(zin)

    def volgende(self) -> None:
        """The next step."""
        self.toon(self.STAPPEN[self._plaats + 1])

    def rekent(self, zin: str) -> None:
        """Say what is being done; meanwhile the step takes nothing. Empty when that is over."""
        self._rekent = self.slikt_toetsen = bool(zin)
        self.query_one("#rekent", Tekst).update(zin)
        self.set_class(self._rekent, "-rekent")
        self.stap_in_beeld.disabled = self._rekent

    def zeg_fout(self, fout: KernteamError) -> None:
        """What went wrong, under the step in sight."""
        self.toon(self.STAPPEN[self._plaats], fout.zin)

    @on(Stap.Klaar)
    def _klaar(self, event: Stap.Klaar) -> None:
        event.stop()
        if not self._rekent and event.stap is self.stap_in_beeld:
            self.na(event.stap)

    def action_terug(self) -> None:
        """Esc: one step back, or out of it where nothing has changed yet."""
        if self._rekent:
            return
        if self._plaats and self.stap_in_beeld.TERUG_NAAR:
            self.toon(self.STAPPEN[self._plaats - 1])
        else:
            self.terug()

    # --- commands ----------------------------------------------------------------------------

    def eigen_opdrachten(self) -> list[Opdracht]:
        """Those of the step in sight."""
        return list(self.STAPPEN[self._plaats].OPDRACHTEN)

    def action_andere_woorden(self) -> None:
        if isinstance(self.stap_in_beeld, WachtwoordzinStap):
            self.stap_in_beeld.andere_woorden()

    def action_neem_over(self) -> None:
        if isinstance(self.stap_in_beeld, WachtwoordzinStap):
            self.stap_in_beeld.neem_over()

    def action_toon_zin(self) -> None:
        if isinstance(self.stap_in_beeld, WachtwoordzinStap | HuidigStap):
            self.stap_in_beeld.toon_zin()


class NieuweCodeStap(HerstelcodeStap):
    """The fresh code; the old one works until this one was typed back."""

    NAAM = "je nieuwe herstelcode"
    BEZIG = "De nieuwe herstelcode wordt gemaakt. Dat duurt een paar tellen …"
    WAARVOOR = (
        "Je ziet deze code alleen nu. In de volgende stap typ je hem over van het papier; pas dan vervalt de "
        "oude. Gooi het papier met de oude code daarna weg."
    )
