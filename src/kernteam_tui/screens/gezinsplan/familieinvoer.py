"""Two forms: what the family answered to a familiegroepsplan, and a file that they gave."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult

from kernteam_tui.domain.bijlage import MEESTE_BYTES
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gezinsplancodes import Familieplan
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.agenda.lezend import LezendScreen
from kernteam_tui.screens.agenda.padveld import Padveld
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.familieplan import (
    FamilieplanBeeld,
    GelezenBijlage,
    bewaar_bijlage,
    get_familieplan,
    lees_bijlage,
    zet_familieplan,
)
from kernteam_tui.services.padtekst import lees_pad
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld

VELD = "bestand"


class FamilieplanAntwoordScreen(FormulierScreen):
    """What they answered, and on which day."""

    NAAM = "familieplan_antwoord"
    TITEL = "Wil het gezin zelf een plan maken?"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Wil het gezin geen eigen plan, dan maken jullie er samen een: vanaf die dag zijn er zes weken om "
        "het vast te stellen (Jeugdwet 4.1.3 lid 5). Maakt het gezin er zelf een, dan lopen die niet."
    )

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id

    def concept_sleutel(self) -> str:
        return f"familieplan:{self._casus_id}"

    def velden(self) -> ComposeResult:
        yield Keuzeveld(
            "stand", "Het gezin", [(stand.label, stand.value) for stand in Familieplan], verplicht=True
        )
        yield Datumveld(
            "op", "Op", self.kernteam.klok.vandaag(), verplicht=True, uitleg="de dag waarop ze dit zeiden"
        )

    def laad(self) -> None:
        self.lees(get_familieplan, self._casus_id, bij_klaar=self._toon)

    def _toon(self, beeld: FamilieplanBeeld) -> None:
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        dag = beeld.op or self.kernteam.klok.vandaag()
        self.begin_met({"stand": beeld.stand.value, "op": dag_cijfers(dag)})

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "stand":
            self.veld("op").display = self.waarde.get("stand") != Familieplan.ONBEKEND

    def afronden(self) -> None:
        self.rond_af(
            zet_familieplan,
            self._casus_id,
            Familieplan(self.waarde["stand"]),
            self.query_one("#op", Datumveld).datum,
            bij_klaar=self._bewaard,
            ongedaan="Antwoord bewaard",
        )

    def _bewaard(self, _: FamilieplanBeeld) -> None:
        self.klaar()
        self.terug()


class FamilieplanBestandScreen(LezendScreen, FormulierScreen):
    """Their plan as a file, in the form they chose."""

    NAAM = "familieplan_bestand"
    TITEL = "Hun plan erbij doen"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Typ de map en de naam van het bestand, plak die of sleep het bestand in het venster. Elk soort "
        "bestand mag: een foto van een vel papier, een PDF, een gesproken bericht. Het komt versleuteld in "
        "de kluis; het bestand zelf blijft liggen waar het lag."
    )
    OPDRACHTEN = (Opdracht("klaar_maken", "enter,ctrl+s", "erbij doen", "Dit bestand in de kluis bewaren"),)

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id

    def concept_sleutel(self) -> str:
        return f"familieplan-bestand:{self._casus_id}"

    def velden(self) -> ComposeResult:
        yield Padveld(
            VELD,
            "Bestand",
            "",
            uitleg=f"hoogstens {MEESTE_BYTES // 10**6} MB; typ, plak of sleep het hierheen",
            voorbeeld="bijvoorbeeld ~/Downloads/ons-plan.pdf",
        )
        yield Tekst(id="bijlage-bezig")
        yield Tekst(
            "Het blijft zoals zij het gaven. Er wordt niets aan nagekeken, ook niet tegen de onderdelen van "
            "het gezinsplan. Haal de losse kopie op je computer daarna zelf weg.",
            classes="zacht",
        )

    def laad(self) -> None:
        self.lees(get_familieplan, self._casus_id, bij_klaar=self._toon)

    def _toon(self, beeld: FamilieplanBeeld) -> None:
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        self.begin_met({VELD: ""})

    @on(Invoer.Submitted)
    def _enter(self) -> None:
        self.action_klaar_maken()

    def afronden(self) -> None:
        try:
            pad: Path = lees_pad(self.waarde[VELD])
        except KernteamError as fout:
            self._weiger(fout)
            return
        self.lees_rustig(lees_bijlage, pad, bij_klaar=self._bewaar, bij_fout=self._weiger)

    def toon_bezig(self, tekst: str) -> None:
        self.query_one("#bijlage-bezig", Tekst).update(tekst)

    def bezig_tekst(self) -> str:
        return "Het bestand wordt gelezen …  Esc breekt af"

    def _weiger(self, fout: KernteamError) -> None:
        self.toon_fouten({VELD: fout.zin})

    def _bewaar(self, gelezen: GelezenBijlage) -> None:
        self.rond_af(
            bewaar_bijlage,
            self._casus_id,
            gelezen,
            bij_klaar=self._bewaard,
            ongedaan="Bestand erbij gedaan",
        )

    def _bewaard(self, _: FamilieplanBeeld) -> None:
        self.klaar()
        self.terug()
