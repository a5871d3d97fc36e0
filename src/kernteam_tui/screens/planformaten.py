"""Planformaten: in which form a new gezinsplan is begun, and reading in that of one's own organisation."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.reservekopieen.padvraag import Padvraag
from kernteam_tui.screens.vragen import Gebrek
from kernteam_tui.services.padtekst import lees_pad
from kernteam_tui.services.planformaten import FormaatBeeld, kies_formaat, lees_formaatbestand, list_formaten
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import ZACHT, Tekst

KOLOMMEN = (
    Kolom("gebruik", "", 1),
    Kolom("naam", "Formaat", 20),
    Kolom("van", "Van", 21),
    Kolom("onderdelen", "Onderdelen", 10),
    Kolom("velden", "Velden", 6),
    Kolom("plannen", "Plannen", 7),
)
BOVEN = (
    "Een planformaat zegt welke onderdelen, vragen en velden een gezinsplan heeft. Wat je hier kiest geldt "
    "voor nieuwe plannen; een plan dat begonnen is blijft zoals het is."
)
IN_GEBRUIK = "Nieuwe gezinsplannen beginnen in dit formaat."
KIEZEN = "Enter: nieuwe gezinsplannen voortaan in dit formaat."
OUDER = "Een eerder formaat van het programma. Plannen die erin begonnen zijn blijven ermee leesbaar."
VOORBEELD = "bijvoorbeeld ~/Downloads/wijkteam-2026-1.toml"


class PlanformatenScreen(KernteamScreen):
    """The list; Enter puts one in use."""

    NAAM = "planformaten"
    TITEL = "Planformaten"
    UITLEG = (
        "Heeft je organisatie een eigen vorm voor het gezinsplan, lees die hier dan in met i. De kluis "
        "bewaart er een kopie van: het bestand zelf mag daarna weg. Kies je bij een gezinsplan van wie het "
        "is (w), dan gaat ook dat plan over op wat hier in gebruik is."
    )
    CSS_PATH = stijl("planformaten")
    OPDRACHTEN = (
        Opdracht("kiezen", "enter", "in gebruik nemen", "Nieuwe plannen in dit formaat beginnen"),
        Opdracht("inlezen", "i", "inlezen", "Een formaat van je organisatie inlezen uit een bestand"),
        Opdracht("eigen_weg", "p", "van het programma", "Terug naar het formaat van het programma"),
    )
    AUTO_FOCUS = "#formaten-tabel"

    def __init__(self) -> None:
        super().__init__()
        self._formaten: tuple[FormaatBeeld, ...] = ()

    def inhoud(self) -> ComposeResult:
        yield Tekst(BOVEN, id="formaten-boven", classes="zacht")
        yield Tabel(KOLOMMEN, "", id="formaten")
        yield Tekst(id="formaten-onder")

    def laad(self) -> None:
        self.lees(list_formaten, bij_klaar=self._toon)

    def _toon(self, formaten: tuple[FormaatBeeld, ...]) -> None:
        self._formaten = formaten
        self._tabel.vul([_rij(formaat) for formaat in formaten])
        self._toon_onder()

    @on(Tabel.Gemarkeerd)
    def _toon_onder(self) -> None:
        formaat = self._gekozen
        if formaat is None:
            return
        zin = IN_GEBRUIK if formaat.in_gebruik else KIEZEN if self._kan(formaat) else OUDER
        self.query_one("#formaten-onder", Tekst).update(Content.styled(zin, ZACHT))

    @property
    def _tabel(self) -> Tabel:
        return self.query_one("#formaten", Tabel)

    @property
    def _gekozen(self) -> FormaatBeeld | None:
        return next((een for een in self._formaten if een.naam == self._tabel.sleutel), None)

    @property
    def _van_het_programma(self) -> str:
        """Name of the newest of the program."""
        return next((een.naam for een in self._formaten if een.ingelezen_op is None), "")

    def _kan(self, formaat: FormaatBeeld) -> bool:
        return formaat.ingelezen_op is not None or formaat.naam == self._van_het_programma

    # --- in use ----------------------------------------------------------------------------------

    @on(Tabel.Gekozen)
    def action_kiezen(self) -> None:
        formaat = self._gekozen
        if formaat is None:
            return
        if formaat.in_gebruik:
            self.meld(IN_GEBRUIK)
        elif self._kan(formaat):
            self._neem(formaat.naam)
        else:
            self.meld("Nieuwe plannen beginnen niet in een eerder formaat.")

    def action_eigen_weg(self) -> None:
        if any(een.in_gebruik and een.naam == self._van_het_programma for een in self._formaten):
            self.meld("Nieuwe plannen beginnen al in het formaat van het programma.")
        elif self._formaten:
            self._neem(self._van_het_programma)

    def _neem(self, naam: str) -> None:
        self.doe(kies_formaat, naam, bij_klaar=self._toon, ongedaan="Ander planformaat in gebruik")

    # --- reading in --------------------------------------------------------------------------------

    def action_inlezen(self, gebrek: Gebrek | None = None) -> None:
        vraag = "Welk bestand? Typ de map en de naam (.toml). Het wordt eerst helemaal nagekeken."
        self.app.push_screen(
            Padvraag("Planformaat inlezen", vraag, VOORBEELD, lees_pad, "Inlezen", gebrek), self._lees_in
        )

    def _lees_in(self, pad: Path | None) -> None:
        if pad is not None:
            self.doe(
                lees_formaatbestand,
                str(pad),
                bij_klaar=self._ingelezen,
                bij_fout=partial(self._niet_ingelezen, str(pad)),
                ongedaan="Planformaat ingelezen",
            )

    def _ingelezen(self, formaten: tuple[FormaatBeeld, ...]) -> None:
        voor = {een.naam for een in self._formaten}
        self._toon(formaten)
        nieuw = next((een.naam for een in formaten if een.naam not in voor), "")
        if nieuw:
            self._tabel.markeer(nieuw)
            self.meld(f"{nieuw} is ingelezen. Met Enter beginnen nieuwe plannen erin.")
        else:
            self.meld("Dit formaat stond er al; er is niets veranderd.")

    def _niet_ingelezen(self, pad: str, fout: KernteamError) -> None:
        self.action_inlezen(Gebrek(pad, fout.zin))


def _rij(formaat: FormaatBeeld) -> Rij:
    dag = formaat.ingelezen_op
    van = f"ingelezen {dag_kort(dag)[3:]} {dag.year}" if dag else "van het programma"
    gebruik = "✓" if formaat.in_gebruik else ""
    aantallen = (str(formaat.onderdelen), str(formaat.velden), str(formaat.plannen))
    return Rij(formaat.naam, (gebruik, formaat.naam, van, *aantallen))
