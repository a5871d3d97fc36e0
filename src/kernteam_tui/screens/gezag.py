"""Whether a parent has gezag, and how that was established: asked where it is needed."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.casus import get_casus, leg_gezag_vast
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld


class GezagScreen(FormulierScreen):
    """Gezag of one parent over the children of this casus (domain 3.2)."""

    NAAM = "gezag"
    TITEL = "Gezag vastleggen"
    UITLEG = "Zonder dit antwoord kan de bladzijde voor deze ouder niet worden gemaakt."

    def __init__(self, casus_id: str, ouder_id: str) -> None:
        super().__init__(casus_id=casus_id, ouder_id=ouder_id)

    def concept_sleutel(self) -> str:
        return f"gezag:{self.argumenten['casus_id']}:{self.argumenten['ouder_id']}"

    def velden(self) -> ComposeResult:
        yield Tekst("", id="gezag-vraag", classes="vet")
        yield Tekst(
            "Ga het zelf na, in het gezagsregister of in de stukken. "
            "Wat één ouder erover zegt is niet genoeg.",
            classes="zacht",
        )
        yield Tekst("")
        yield Keuzerij(
            "gezag",
            "Gezag",
            [("ja", JaNeeOnbekend.JA.value), ("nee", JaNeeOnbekend.NEE.value)],
            verplicht=True,
        )
        yield Tekstveld(
            "hoe", "Hoe weet je dat?", verplicht=True, voorbeeld="bv. gezagsregister bekeken op 23 november"
        )

    def laad(self) -> None:
        self.lees(get_casus, self.argumenten["casus_id"], bij_klaar=self._begin)

    def _begin(self, casus: CasusBeeld) -> None:
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        ouder = next(p for p in casus.personen if p.id == self.argumenten["ouder_id"])
        self.query_one("#gezag-vraag", Tekst).update(f"Heeft {ouder.naam} gezag?")
        bekend = ouder.gezag is not None and ouder.gezag is not JaNeeOnbekend.ONBEKEND
        self.begin_met({"gezag": str(ouder.gezag) if bekend else "", "hoe": ouder.gezag_hoe})

    def afronden(self) -> None:
        self.rond_af(
            leg_gezag_vast,
            self.argumenten["casus_id"],
            self.argumenten["ouder_id"],
            JaNeeOnbekend(self.waarde["gezag"]),
            self.waarde["hoe"],
            bij_klaar=self._vastgelegd,
            ongedaan="Gezag vastgelegd",
        )

    def _vastgelegd(self, _casus: CasusBeeld) -> None:
        self.klaar()
        self.terug()
