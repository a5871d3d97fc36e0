"""Two small screens with text that looks like markup, to try the traps of Textual on."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tabel import Kolom, Tabel
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tijdveld
from tests.ui.hulpmiddel import (
    MAANDAG,
)

RAAR = ("[/]x", "[b]", "[@click=app.quit]y[/]", "\\[", "[red]Sami[/red]", "naam [1]")


class Vandaag(KernteamScreen):
    NAAM = "vandaag"
    TITEL = "Vandaag"
    OPDRACHTEN = (
        Opdracht("gekozen", "k", "kiezen", "Een regel kiezen"),
        Opdracht("iets", "f7", "iets", "Iets op F7"),
    )
    keren = 0

    def inhoud(self) -> ComposeResult:
        yield Kopregel(RAAR[0])
        yield Tekst(RAAR[2], id="tekst")
        yield Tabel([Kolom("naam", RAAR[0], 24), Kolom("wat", "wat")], f"Niets. {RAAR[0]}", id="lijst")

    def action_gekozen(self) -> None:
        self.kies(RAAR[0], [(tekst, tekst) for tekst in RAAR], self.meld)

    def action_iets(self) -> None:
        Vandaag.keren += 1


class Formulier(FormulierScreen):
    NAAM = "aanmelding"
    TITEL = "Aanmelding"

    def concept_sleutel(self) -> str:
        return "valkuil"

    def velden(self) -> ComposeResult:
        yield Tekstveld("naam", "Naam", verplicht=True)
        yield Datumveld("dag", "Dag", MAANDAG)
        yield Tijdveld("tijd", "Tijd")
        yield Keuzeveld("school", "School", [("De Brug", "s1")], verplicht=True)
