"""A jongere from another municipality: the steps towards the woongemeente, and who decides there (S19)."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.domain.deelcodes import OverdrachtStap
from kernteam_tui.domain.woongemeente import BESCHIKKING, woont_elders
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van


class WoongemeenteScreen(Wijzigformulier):
    """The woongemeente, and the checklist that shows where it is another than Utrecht."""

    NAAM = "woongemeente"
    TITEL = "Woongemeente"
    UITLEG = (
        "Het vo-team helpt elke leerling van de school, waar die ook woont. Kan de woongemeente iets beter, "
        "dan zoek je dat samen met het gezin uit."
    )
    CSS_PATH = stijl("casus")

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)

    def concept_sleutel(self) -> str:
        return f"woongemeente:{self.argumenten['casus_id']}"

    def velden(self) -> ComposeResult:
        yield Tekstveld("woongemeente", "Woongemeente", voorbeeld="bv. Utrecht of Zeist")
        yield Tekst(
            "Woont de jongere in Utrecht, dan is er verder niets te doen.", id="hier", classes="zacht"
        )
        yield Tekst(BESCHIKKING, id="beschikking", classes="waarschuwing")
        yield Meerkeuze("overdracht", "Gedaan", opties_van(OverdrachtStap))

    def laad(self) -> None:
        self.lees(get_casus, self.argumenten["casus_id"], bij_klaar=self._begin_met_casus)

    def _begin_met_casus(self, casus: CasusBeeld) -> None:
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        self.begin_met(
            {
                "woongemeente": casus.woongemeente,
                "overdracht": [str(stap) for stap in casus.overdracht],
                self.REVISIE: casus.revision,
            }
        )

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id != "woongemeente":
            return
        elders = woont_elders(str(self.waarde.get("woongemeente", "")))
        self.query_one("#beschikking").display = elders
        self.query_one("#hier").display = not elders
        self.veld("overdracht").display = elders

    def afronden(self) -> None:
        veranderd = self.veranderd()
        if "overdracht" in veranderd:
            veranderd["overdracht"] = tuple(OverdrachtStap(code) for code in veranderd["overdracht"])
        if "woongemeente" in veranderd:
            veranderd["woongemeente"] = veranderd["woongemeente"].strip()
        self.rond_af(
            wijzig_casus,
            self.argumenten["casus_id"],
            int(self.waarde[self.REVISIE]),
            bij_klaar=lambda _: self._klaar(),
            ongedaan="Woongemeente vastgelegd",
            **veranderd,
        )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()
