"""Wat naar buiten ging: files that left the store and still lie on this computer, to clear up."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.uit import OUD_NA_DAGEN, OpruimUitkomst, UitBeeld, UitRegel, get_uit, ruim_op
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import ZACHT, Tekst
from kernteam_tui.widgets.voet import Voet

KOLOMMEN = (
    Kolom("wat", "Wat", 25),
    Kolom("casus", "Casus", 9),
    Kolom("voor", "Voor", 11),
    Kolom("geschreven", "Gemaakt", 11),
    Kolom("oud", "Oud", 9),
)
LEEG = (
    "Er liggen geen bestanden buiten de kluis. Wat je opslaat of als uitnodiging maakt, "
    "zie je hier terug tot je het opruimt."
)
UITLEG_BOVEN = "Deze bestanden zijn niet versleuteld: wie bij je laptop kan, kan ze lezen."
ELDERS = "Dit bestand staat niet in de map ‘uit’, maar waar jij het opsloeg."


class UitScreen(KernteamScreen):
    """Everything can be made again, so one file goes at once; only clearing all of it asks first."""

    NAAM = "uit"
    TITEL = "Wat naar buiten ging"
    UITLEG = (
        "Bladzijden en uitnodigingen die je opsloeg, en die nog op deze computer staan. "
        "Opruimen haalt alleen het bestand weg; een bladzijde of uitnodiging maak je zo opnieuw."
    )
    CSS_PATH = stijl("uit")
    OPDRACHTEN = (
        Opdracht("ruim_op", "d,delete", "opruimen", "Dit bestand weghalen"),
        Opdracht("ruim_oude_op", "w", "ouder dan een week", "Weghalen wat ouder is dan een week"),
        Opdracht("ruim_alles_op", "a", "alles", "Alle bestanden in deze lijst weghalen"),
    )
    AUTO_FOCUS = "#uit-tabel-tabel"

    def __init__(self) -> None:
        super().__init__()
        self._beeld: UitBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="uit-boven")
        yield Tabel(KOLOMMEN, LEEG, id="uit-tabel")
        yield Tekst(id="uit-pad", classes="zacht")

    def eigen_opdrachten(self) -> list[Opdracht]:
        """None while there is nothing to clear up."""
        return super().eigen_opdrachten() if self._beeld and self._beeld.regels else []

    def laad(self) -> None:
        self.lees(get_uit, bij_klaar=self._toon)

    def _toon(self, beeld: UitBeeld) -> None:
        self._beeld = beeld
        self.query_one("#uit-boven", Tekst).update(_boven(beeld))
        self._tabel.vul([_rij(regel) for regel in beeld.regels])
        self._toon_pad()
        self.query_one("#voet", Voet).toon(self.voetopdrachten())

    @on(Tabel.Gemarkeerd)
    def _toon_pad(self) -> None:
        """Below the list: where the file lies."""
        regel = self._gekozen
        plek = "" if regel is None else f"{regel.pad}" + ("" if regel.in_uit else f"\n{ELDERS}")
        self.query_one("#uit-pad", Tekst).update(plek)

    @property
    def _tabel(self) -> Tabel:
        return self.query_one("#uit-tabel", Tabel)

    @property
    def _gekozen(self) -> UitRegel | None:
        regels = self._beeld.regels if self._beeld else ()
        return next((regel for regel in regels if str(regel.pad) == self._tabel.sleutel), None)

    # --- clearing up --------------------------------------------------------------------------

    def action_ruim_op(self) -> None:
        if self._gekozen is not None:
            self._haal_weg((self._gekozen.pad,))

    def action_ruim_oude_op(self) -> None:
        oude = self._beeld.oude if self._beeld else ()
        if oude:
            self._haal_weg(tuple(regel.pad for regel in oude))
        else:
            self.meld(f"Er is niets ouder dan {OUD_NA_DAGEN} dagen.")

    def action_ruim_alles_op(self) -> None:
        paden = tuple(regel.pad for regel in self._beeld.regels) if self._beeld else ()
        if not paden:
            return
        self.bevestig(
            "Alles opruimen?",
            f"{_aantal(len(paden))} weg van deze computer. In de kluis verandert niets.",
            lambda: self._haal_weg(paden),
            ja="Opruimen",
            nee="Laten staan",
        )

    def _haal_weg(self, paden: tuple[Path, ...]) -> None:
        self.doe(ruim_op, paden, bij_klaar=self._opgeruimd)

    def _opgeruimd(self, uitkomst: OpruimUitkomst) -> None:
        if uitkomst.verwijderd:
            self.meld(f"{_aantal(len(uitkomst.verwijderd))} opgeruimd.")
        if bleef := len(uitkomst.bleef):
            kon = "kon" if bleef == 1 else "konden"
            self.meld(
                f"{_aantal(bleef)} {kon} niet weg. Staat er een nog open in een ander programma? Sluit het "
                "daar en probeer het opnieuw."
            )
        self.laad()


def _boven(beeld: UitBeeld) -> Content:
    if not beeld.regels:
        return Content("")
    oud = f"   {len(beeld.oude)} ouder dan een week" if beeld.oude else ""
    return Content.assemble(
        (_aantal(len(beeld.regels)), "bold"), (oud, "$warning"), "\n", (UITLEG_BOVEN, ZACHT)
    )


def _rij(regel: UitRegel) -> Rij:
    oud = Text(_dagen(regel.dagen_oud), style="bold" if regel.oud else "")
    wat = regel.wat or regel.pad.name
    return Rij(str(regel.pad), (wat, regel.nummer, regel.voor, dag_kort(regel.geschreven.date()), oud))


def _aantal(aantal: int) -> str:
    return "1 bestand" if aantal == 1 else f"{aantal} bestanden"


def _dagen(dagen: int) -> str:
    return "vandaag" if dagen == 0 else "1 dag" if dagen == 1 else f"{dagen} dagen"
