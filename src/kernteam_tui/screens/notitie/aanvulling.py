"""Adding to a finished note."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.notities import NotitieBeeld, get_notitie, vul_notitie_aan
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstvlak


class AanvullingScreen(FormulierScreen):
    """One text; it gets the moment at which it is finished."""

    NAAM = "aanvulling"
    TITEL = "Aanvulling"

    def __init__(self, notitie_id: str) -> None:
        super().__init__(notitie_id=notitie_id)

    def concept_sleutel(self) -> str:
        return f"aanvulling:{self.argumenten['notitie_id']}"

    def velden(self) -> ComposeResult:
        yield Tekst("De notitie zelf blijft zoals hij is. Hieronder komt jouw aanvulling.", classes="zacht")
        yield Tekstvlak("tekst", "Aanvulling", verplicht=True, hoogte=12)

    def laad(self) -> None:
        self.lees(get_notitie, self.argumenten["notitie_id"], bij_klaar=self._begin)

    def _begin(self, beeld: NotitieBeeld) -> None:
        self.kop(
            onderwerp=f"{beeld.soort.label} {moment_kort(beeld.moment)}  ·  {beeld.casus} {beeld.jongere}"
        )
        self.begin_met({})

    def afronden(self) -> None:
        self.rond_af(
            vul_notitie_aan, self.argumenten["notitie_id"], self.waarde["tekst"], bij_klaar=self._klaar
        )

    def _klaar(self, _: NotitieBeeld) -> None:
        self.klaar()
        self.terug()
