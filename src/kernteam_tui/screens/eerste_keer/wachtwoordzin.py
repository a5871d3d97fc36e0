"""Step 3: a passphrase that is hard to guess, typed twice."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer

from kernteam_tui.schil.draad import in_draad
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.schil.wekker import Wekker
from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.services import toegang
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst
from kernteam_tui.widgets.velden import Tekstveld, Veld

STERK_GENOEG = 3
HOOGSTE = 4
NA_SECONDEN = 0.2
"""After the last key: judging takes a while, the first time most of a second."""
UITLEG = (
    "Met deze zin open je elke dag je kluis. Vijf losse woorden zijn makkelijk te onthouden en heel moeilijk "
    "te raden. Neem dit voorstel, of bedenk zelf iets."
)
STERKER = (
    "Te makkelijk te raden. Kies losse woorden die niets met elkaar te maken hebben, of neem het voorstel."
)
TEKEN_VOL, TEKEN_LEEG = "■", "□"


class WachtwoordzinStap(Wekker, Stap):
    """The passphrase lives in these two fields only, until the store is made; then `vergeet`."""

    NUMMER = 3
    NAAM = "je wachtwoordzin"
    TERUG_NAAR = 2
    OPDRACHTEN = (
        Opdracht("andere_woorden", "f6", "andere woorden", "Vijf andere woorden laten voorstellen"),
        Opdracht("neem_over", "f7", "overnemen", "De voorgestelde woorden overnemen"),
        Opdracht("toon_zin", "f8", "tonen", "Laten zien wat je typt, en weer verbergen"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._voorstel = ""
        self._timer: Timer | None = None
        self._beoordeeld: tuple[str, int] | None = None
        """The passphrase that was judged last, and its score."""
        self._wil_verder = False

    def rijen(self) -> ComposeResult:
        yield Tekst(UITLEG, classes="stap-uitleg")
        yield Kopregel("Voorstel")
        yield Tekst(id="voorstel", classes="stap-groot")
        yield Tekst("F6 andere woorden   F7 overnemen   F8 tonen of verbergen", classes="zacht stap-uitleg")
        yield Tekstveld("zin", "Wachtwoordzin", wachtwoord=True)
        yield Tekst(id="sterkte")
        yield Tekstveld("nog-eens", "Nog een keer", wachtwoord=True)

    def binnen(self) -> None:
        super().binnen()
        if not self._voorstel:
            self.andere_woorden()
            self._beoordeel_straks()  # loads what judging needs, while the user reads

    # --- the proposal -----------------------------------------------------------------------

    def andere_woorden(self) -> None:
        """Five other words."""
        self._voorstel = toegang.stel_wachtwoordzin_voor()
        self.query_one("#voorstel", Tekst).update(self._voorstel)

    def neem_over(self) -> None:
        """Fill in the proposal; typing it once more helps to remember it."""
        self._zin.waarde = self._voorstel
        self._verberg(False)
        self._nog_eens.waarde = ""
        self._nog_eens.focus_invoer()
        self.zeg("")

    def toon_zin(self) -> None:
        """Show what is typed, or hide it again."""
        self._verberg(not self._zin.query_one(Invoer).password)

    def _verberg(self, verborgen: bool) -> None:
        for veld in (self._zin, self._nog_eens):
            veld.query_one(Invoer).password = verborgen

    # --- its strength -----------------------------------------------------------------------

    @on(Veld.Gewijzigd)
    def _getypt(self, event: Veld.Gewijzigd) -> None:
        if event.veld is self._zin:
            self._wil_verder = False
            self._beoordeel_straks()

    def _beoordeel_straks(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(NA_SECONDEN, self._beoordeel)

    def _beoordeel(self) -> None:
        self.run_worker(self._wacht_oordeel(self.zin), group="sterkte", exclusive=True, exit_on_error=False)

    async def _wacht_oordeel(self, zin: str) -> None:
        score, tekst = await in_draad(partial(toegang.beoordeel, zin))
        if zin != self.zin:
            return
        self._beoordeeld = (zin, score)
        self.query_one("#sterkte", Tekst).update(_sterkte(score, tekst) if zin else "")
        if self._wil_verder:
            self.verder()

    # --- on -----------------------------------------------------------------------------------

    def verder(self) -> None:
        self._wil_verder = False
        if not self.zin.strip():
            self._weiger(self._zin, "Kies eerst een wachtwoordzin.")
        elif self._beoordeeld is None or self._beoordeeld[0] != self.zin:
            self._wil_verder = True
            self._beoordeel()
        elif self._beoordeeld[1] < STERK_GENOEG:
            self._weiger(self._zin, STERKER)
        elif not self._nog_eens.waarde:
            self._weiger(self._nog_eens, "Typ de zin nog een keer.")
        elif self._nog_eens.waarde != self.zin:
            self._weiger(
                self._nog_eens, "De twee zinnen zijn niet gelijk. Typ hem hier nog eens; F8 laat hem zien."
            )
        else:
            self.klaar()

    def _weiger(self, veld: Tekstveld, zin: str) -> None:
        self.zeg(zin)
        veld.focus_invoer()
        veld.query_one(Invoer).action_select_all()  # typing anew replaces what is hidden behind the dots

    def vergeet(self) -> None:
        """The store is made: the passphrase goes out of the fields, the proposal off the screen."""
        self._voorstel = ""
        self._beoordeeld = None
        self.query_one("#voorstel", Tekst).update("")
        self.query_one("#sterkte", Tekst).update("")
        for veld in (self._zin, self._nog_eens):
            veld.waarde = ""

    @property
    def zin(self) -> str:
        return self._zin.waarde

    @property
    def _zin(self) -> Tekstveld:
        return self.query_one("#zin", Tekstveld)

    @property
    def _nog_eens(self) -> Tekstveld:
        return self.query_one("#nog-eens", Tekstveld)


def _sterkte(score: int, tekst: str) -> Content:
    goed = score >= STERK_GENOEG
    blokjes = TEKEN_VOL * score + TEKEN_LEEG * (HOOGSTE - score)
    raad = "" if goed else "   nog te makkelijk te raden"
    return Content.assemble(
        (blokjes, "$success" if goed else "$warning"), f"  {tekst}", Content.styled(raad, ZACHT)
    )
