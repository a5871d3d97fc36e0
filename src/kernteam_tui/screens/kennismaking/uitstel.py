"""Why the startgesprek is later than the agreed week, and whose choice that is (S26)."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.codes import RedenLater
from kernteam_tui.domain.datumtekst import dag_cijfers, dag_kort
from kernteam_tui.domain.uitstel import KEUZE_VAN_GEZIN
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.uitstel import Uitstel, zet_uitstel
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van


class UitstelScreen(Wijzigformulier):
    """Of one casus; also before anything is planned."""

    NAAM = "uitstel"
    TITEL = "Startgesprek later"
    UITLEG = (
        "Wil het gezin later, dan is dat hun keuze en nooit jouw achterstand: het wordt nergens rood. "
        "Noem je de dag vanaf wanneer zij willen, dan telt de week vanaf die dag."
    )
    CSS_PATH = stijl("kennismaking")

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)

    def concept_sleutel(self) -> str:
        return f"uitstel:{self.argumenten['casus_id']}"

    def laad(self) -> None:
        self.lees(get_casus, self.argumenten["casus_id"], bij_klaar=self._toon)

    def velden(self) -> ComposeResult:
        yield Tekst(id="uitstel-stand", classes="zacht")
        yield Keuzerij("keuze", "Wiens keuze", opties_van(RedenLater), verplicht=True)
        yield Datumveld("gezin_vanaf", "Gezin wil vanaf", self._vandaag, uitleg="Mag leeg blijven.")
        yield Tekstveld("reden", "Waarom", voorbeeld="in een paar woorden; mag leeg blijven")

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def _toon(self, casus: CasusBeeld) -> None:
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        uiterlijk = dag_kort(casus.termijnen.startgesprek_uiterlijk)
        self.query_one("#uitstel-stand", Tekst).update(f"De afgesproken week loopt tot en met {uiterlijk}.")
        self.begin_met(
            {
                "keuze": str(casus.startgesprek_keuze or ""),
                "gezin_vanaf": dag_cijfers(casus.gezin_vanaf) if casus.gezin_vanaf else "",
                "reden": casus.startgesprek_reden_later,
                self.REVISIE: casus.revision,
            }
        )

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "keuze":
            self.veld("gezin_vanaf").display = self._van_gezin()

    def _van_gezin(self) -> bool:
        return self.waarde.get("keuze") in {reden.value for reden in KEUZE_VAN_GEZIN}

    def afronden(self) -> None:
        vanaf = str(self.waarde["gezin_vanaf"]) if self._van_gezin() else ""
        uitstel = Uitstel(
            RedenLater(str(self.waarde["keuze"])),
            lees_datum(vanaf, self._vandaag) if vanaf.strip() else None,
            str(self.waarde["reden"]),
        )
        self.rond_af(
            zet_uitstel,
            self.argumenten["casus_id"],
            int(self.waarde[self.REVISIE]),
            uitstel,
            bij_klaar=self._gedaan,
            ongedaan="Genoteerd wiens keuze het is",
        )

    def _gedaan(self, _: Any) -> None:
        self.klaar()
        self.terug()
