"""Instellingen (F12): her own name, the team's agreements, the lock, and the store. Saves itself."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button

from kernteam_tui import __version__
from kernteam_tui.domain.codes import Bevrijdingsdag
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens import instellingen_dagen
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.dialogen import knop
from kernteam_tui.screens.rooster.woorden import raakt_zin
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.afwezigheden import GeraaktGesprek
from kernteam_tui.services.controle import ONBEKEND, Bevinding, aandacht, controleer, oordeel
from kernteam_tui.services.geraakt import get_geraakt_door_vrij
from kernteam_tui.services.instellingen import InstellingenBeeld, save_instellingen
from kernteam_tui.services.vrijedagen import EigenDagenBeeld, get_eigen_dagen
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Getalveld, Tekstveld, Veld
from kernteam_tui.widgets.vinklijst import opties_van

TEKSTEN = ("naam", "email", "telefoon")
GETALLEN = ("startgesprek_dagen", "kennismaking_werkdagen", "stil_na_dagen", "slot_minuten")
NA_SECONDEN = 0.6
"""After the last key: a number half typed (the 1 of 14) is not yet meant."""
NA_INDELEN = 0.1
"""After a text has grown: the screen must know its new height before it can go there."""
VERBETER = "Nog niet bewaard: verbeter eerst wat hierboven rood is."
AFSPRAAK = "Afspraken van je team, geen wet. De eerste twee bepalen tot wanneer er tijd is na een aanmelding."


class InstellingenScreen(Wijzigformulier):
    """Every field is saved on its own; what cannot be kept stays in the draft until it is mended."""

    NAAM = "instellingen"
    TITEL = "Instellingen"
    UITLEG = "Wat je verandert geldt meteen, ook voor de termijnen van casussen die er al zijn."
    CSS_PATH = stijl("instellingen")
    OPDRACHTEN = (
        Opdracht("klaar_maken", "ctrl+s", "klaar", "Terug naar je werk; alles is al bewaard"),
        Opdracht("controle", "f7", "kluis controleren", "Nagaan of de kluis heel is"),
        Opdracht("formaten", "f8", "planformaten", "De vorm van een gezinsplan, ook van je organisatie"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._timer: Timer | None = None
        self._dagen_voor: dict[str, Any] = {}
        """Her own days as they were when this screen was opened."""

    def concept_sleutel(self) -> str:
        return "instellingen"

    def laad(self) -> None:
        self.lees(get_eigen_dagen, bij_klaar=self._toon)
        self._kijk_wat_het_raakt()

    def _kijk_wat_het_raakt(self) -> None:
        self.lees(get_geraakt_door_vrij, bij_klaar=self._toon_geraakt)

    def _toon_geraakt(self, gesprekken: tuple[GeraaktGesprek, ...]) -> None:
        zin = raakt_zin(gesprekken, self.kernteam.klok.vandaag())
        regel = self.query_one("#vrij-raakt", Tekst)
        regel.update(zin)
        regel.display = bool(zin.plain)
        if zin.plain and self.veld(instellingen_dagen.VRIJ).has_pseudo_class("focus-within"):
            self.set_timer(NA_INDELEN, partial(regel.scroll_visible, animate=False))

    def _toon(self, beeld: EigenDagenBeeld) -> None:
        """Some rows depend on what is known: holidays to come, pairs of schools."""
        self.query_one("#ruil-rijen").mount(*instellingen_dagen.ruilvelden(beeld))
        reisvelden = instellingen_dagen.reisvelden(beeld)
        self.query_one("#reis-rijen").mount(*reisvelden)
        self.query_one("#reis-deel").display = bool(reisvelden)
        self._dagen_voor = instellingen_dagen.waarden(beeld)
        self.begin_met({**waarden_van(beeld.instellingen), **self._dagen_voor})

    def velden(self) -> ComposeResult:
        yield Kopregel("Jij")
        yield Tekstveld("naam", "Naam", uitleg="staat op uitnodigingen en op de bladzijde voor ouders")
        yield Tekstveld("email", "E-mail", uitleg="komt als afzender op uitnodigingen; mag leeg blijven")
        yield Tekstveld("telefoon", "Telefoon", uitleg="het nummer dat ouders mogen bellen; mag leeg blijven")
        yield Kopregel("Afspraken")
        yield Tekst(AFSPRAAK, classes="zacht")
        yield Getalveld("startgesprek_dagen", "Startgesprek (dagen)", uitleg="dagen na de aanmelding")
        yield Getalveld(
            "kennismaking_werkdagen", "Kennismaken (werkdagen)", uitleg="werkdagen na de aanmelding"
        )
        yield Getalveld(
            "stil_na_dagen", "Stil na (dagen)", uitleg="zo lang geen contact: dan staat het gezin op Vandaag"
        )
        yield Keuzerij(
            "goede_vrijdag_vrij",
            "Goede Vrijdag",
            [("vrij", "ja"), ("gewone werkdag", "nee")],
            uitleg="telt de dag mee als werkdag en schooldag?",
        )
        yield Keuzerij("bevrijdingsdag", "Bevrijdingsdag", opties_van(Bevrijdingsdag))
        yield from instellingen_dagen.velden()
        yield knop("Planformaten (F8)", "planformaten")
        yield Kopregel("Vergrendelen")
        yield Getalveld(
            "slot_minuten",
            "Op slot na (minuten)",
            uitleg="zo lang zonder toets, 1 tot en met 30; ctrl+l kan altijd",
        )
        yield Kopregel("Je kluis")
        yield Feiten(id="kluis-feiten")
        yield knop("Kluis controleren (F7)", "controleren")
        yield Tekst(id="bevindingen")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#kluis-feiten", Feiten).zet(
            [("Staat in", str(self.kernteam.kluis_map)), ("Versie", f"kernteam {__version__}")]
        )

    # --- saving by itself ------------------------------------------------------------------------

    def gewijzigd(self, veld_id: str) -> None:
        """Called for every field at the start too; then nothing differs yet."""
        if veld_id == instellingen_dagen.VRIJ:
            zin = instellingen_dagen.gelezen_zin(self.waarde[veld_id], self.kernteam.klok.vandaag())
            self.query_one("#vrij-gelezen", Tekst).update(zin)
        self._bewaar_straks()

    def _bewaar_straks(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.veranderd():
            self._timer = self.set_timer(NA_SECONDEN, self._bewaar)

    def _bewaar(self) -> None:
        te_bewaren = self.veranderd()
        if te_bewaren:
            self.doe(bewaar_velden, te_bewaren, bij_klaar=partial(self._bewaard, te_bewaren))

    def _bewaard(self, bewaard: dict[str, Any], fouten: dict[str, str]) -> None:
        self._onthoud(bewaard, fouten)
        self._kijk_wat_het_raakt()
        for naam, zin in fouten.items():
            if self.waarde[naam] == bewaard[naam]:
                self.veld(naam).fout(zin)
        if set(self.veranderd()) - set(fouten):
            self._bewaar_straks()  # typed while the save was under way
        else:
            self._toon_staat("bewaard")

    def _toon_staat(self, tekst: str) -> None:
        """While something is wrong, that is what matters; the draft was kept all the same."""
        super()._toon_staat(VERBETER if any(veld.has_class("-fout") for veld in self.query(Veld)) else tekst)

    def _onthoud(self, bewaard: dict[str, Any], fouten: dict[str, str]) -> None:
        goed = {naam: waarde for naam, waarde in bewaard.items() if naam not in fouten}
        self._begin.update(goed)
        if "slot_minuten" in goed:
            self.kernteam.stel_slot_in(int(goed["slot_minuten"]))
        self._typ()

    def bewaar_nu(self) -> None:
        self._neem_laatste_over()
        te_bewaren = self.veranderd()
        if te_bewaren:
            self._onthoud(te_bewaren, bewaar_velden(self.kernteam.sessie, te_bewaren))
        super().bewaar_nu()

    def afronden(self) -> None:
        """Leaving saves; what cannot be saved is shown first."""
        te_bewaren = self.veranderd()
        na = partial(self._afgerond, te_bewaren)
        self.doe(bewaar_velden, te_bewaren, bij_klaar=na, groep="afronden")

    def _afgerond(self, bewaard: dict[str, Any], fouten: dict[str, str]) -> None:
        self._onthoud(bewaard, fouten)
        if fouten:
            self.toon_fouten(fouten)
            self._toon_staat("")
        else:
            self.terug()

    def on_unmount(self) -> None:
        """What she changed of her own days can be taken back as one change."""
        weg = instellingen_dagen.ongedaan(self._dagen_voor, self._begin)
        if weg is not None and self.kernteam.is_open:
            self.kernteam.terugweg.bied_aan(weg)

    @on(Button.Pressed, "#planformaten")
    def action_formaten(self) -> None:
        """The forms in which a gezinsplan can be written."""
        self.open("planformaten")

    # --- the store -----------------------------------------------------------------------------

    @on(Button.Pressed, "#controleren")
    def action_controle(self) -> None:
        """Look the whole store through."""
        self.query_one("#bevindingen", Tekst).update("Even geduld, de kluis wordt nagekeken …")
        self.lees(controleer, bij_klaar=self._toon_bevindingen)

    def _toon_bevindingen(self, bevindingen: tuple[Bevinding, ...]) -> None:
        tekst = self.query_one("#bevindingen", Tekst)
        eerst = sorted(bevindingen, key=lambda bevinding: bevinding.in_orde)
        regels = (Content(f"{oordeel(bevindingen)} {aandacht(bevindingen)}\n"), *map(_bevinding, eerst))
        tekst.update(Content("\n").join(regels))
        self.set_timer(NA_INDELEN, partial(tekst.scroll_visible, animate=False, top=True))


def bewaar_velden(sessie: Any, waarden: dict[str, Any]) -> dict[str, str]:
    """Save each field on its own; gives what is wrong, by field."""
    fouten = {}
    for naam, waarde in waarden.items():
        try:
            if not instellingen_dagen.bewaar(sessie, naam, waarde):
                save_instellingen(sessie, **{naam: _instelling(naam, waarde)})
        except KernteamError as fout:
            fouten[naam] = fout.zin
    return fouten


def waarden_van(beeld: InstellingenBeeld) -> dict[str, Any]:
    """The fields of the form."""
    return {
        **{naam: getattr(beeld, naam) for naam in TEKSTEN},
        **{naam: str(getattr(beeld, naam)) for naam in GETALLEN},
        "goede_vrijdag_vrij": "ja" if beeld.goede_vrijdag_vrij else "nee",
        "bevrijdingsdag": str(beeld.bevrijdingsdag),
    }


def _instelling(naam: str, waarde: str) -> object:
    """What the service takes; what is no number goes as text, which it refuses."""
    schoon = waarde.strip()
    if naam in GETALLEN:
        return int(schoon) if schoon.isdecimal() else schoon
    if naam == "goede_vrijdag_vrij":
        return schoon == "ja"
    if naam == "bevrijdingsdag":
        return Bevrijdingsdag(schoon or Bevrijdingsdag.ELK_JAAR)
    return schoon


def _bevinding(bevinding: Bevinding) -> Content:
    if bevinding.tekst.startswith(ONBEKEND):
        staat = ("onbekend ", "$text-muted")
    elif bevinding.in_orde:
        staat = ("in orde  ", "$success")
    elif bevinding.van_de_kluis:
        staat = ("NIET GOED", "bold $error")
    else:
        staat = ("let op   ", "bold $warning")
    return Content.assemble(staat, f"  {bevinding.wat}: {bevinding.tekst}")
