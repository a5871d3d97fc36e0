"""An agreement to tell a partner something, made between talks or changed later (S32)."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.codes import Niveau, TerugkoppelMoment
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.delen.partners import naam_in_tekst, partner_van_tekst
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld, TerugkoppelRegel
from kernteam_tui.services.terugkoppelafspraken import (
    GEEN_PARTNER,
    AfspraakGegevens,
    maak_afspraak,
    wijzig_afspraak,
)
from kernteam_tui.widgets.keuzelijst import Keuzelijst
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

_UITLEG = {
    Niveau.GESTART_GESTOPT: "Het bericht zegt alleen dat de hulp begon of stopte.",
    Niveau.PROCES: "Ook hoe het loopt; dat vertel je in een overleg.",
    Niveau.INHOUD: "Ook wat er speelt; dat vertel je in een overleg, met het gezin erbij.",
}


class AfspraakScreen(FormulierScreen):
    """Who hears what, when. Without `afspraak_id` a new one."""

    NAAM = "afspraak"
    TITEL = "Afspraak over terugkoppelen"
    UITLEG = (
        "Wat je met het gezin afspreekt: wie hoort wat, en wanneer. De afspraak komt bij het laatste gesprek "
        "te staan. Toestemming leg je apart vast, met t op tabblad 6."
    )

    def __init__(self, casus_id: str, afspraak_id: str = "") -> None:
        super().__init__(casus_id=casus_id, afspraak_id=afspraak_id)

    def concept_sleutel(self) -> str:
        return f"afspraak:{self.argumenten['casus_id']}:{self.argumenten['afspraak_id']}"

    def velden(self) -> ComposeResult:
        partners = [soort for soort in PartnerSoort if soort not in GEEN_PARTNER]
        yield Tekst("Spreek dit af met het gezin erbij.", classes="zacht")
        yield Tekst("")
        yield Keuzeveld("soort", "Partner", opties_van(partners), verplicht=True)
        yield Tekstveld("naam", "Naam", voorbeeld="mag leeg")
        yield Keuzelijst(
            "niveau", "Mag weten", [(n.label, _UITLEG[n], n.value) for n in Niveau], verplicht=True
        )
        yield Keuzeveld("moment", "Wanneer", opties_van(TerugkoppelMoment), verplicht=True)
        yield Datumveld("op", "Op welke dag", self.kernteam.klok.vandaag())

    def laad(self) -> None:
        self.lees(get_casus, self.argumenten["casus_id"], bij_klaar=self._begin)

    def _begin(self, casus: CasusBeeld) -> None:
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        wanted = self.argumenten["afspraak_id"]
        bekend = next((t for t in casus.terugkoppelingen if t.id == wanted), None)
        self.begin_met(_waarde(bekend))

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "moment":
            self.veld("op").display = self.waarde.get("moment") == TerugkoppelMoment.OP_DATUM

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        op_datum = self.waarde.get("moment") == TerugkoppelMoment.OP_DATUM
        if op_datum and self.query_one("#op", Datumveld).datum is None:
            fouten["op"] = "Vul een dag in, bijvoorbeeld 4-12 of +14."
        return fouten

    def afronden(self) -> None:
        gegevens = AfspraakGegevens(
            soort=PartnerSoort(self.waarde["soort"]),
            niveau=Niveau(self.waarde["niveau"]),
            moment=TerugkoppelMoment(self.waarde["moment"]),
            op=self.query_one("#op", Datumveld).datum,
            naam=self.waarde["naam"],
        )
        casus_id, afspraak_id = self.argumenten["casus_id"], self.argumenten["afspraak_id"]
        if afspraak_id:
            self.rond_af(
                wijzig_afspraak,
                casus_id,
                afspraak_id,
                gegevens,
                bij_klaar=self._vastgelegd,
                ongedaan="Afspraak gewijzigd",
            )
        else:
            self.rond_af(
                maak_afspraak, casus_id, gegevens, bij_klaar=self._vastgelegd, ongedaan="Afspraak vastgelegd"
            )

    def _vastgelegd(self, _casus: CasusBeeld) -> None:
        self.klaar()
        self.terug()


def _waarde(bekend: TerugkoppelRegel | None) -> dict[str, Any]:
    if bekend is None:
        return {
            "soort": "",
            "naam": "",
            "niveau": Niveau.GESTART_GESTOPT.value,
            "moment": TerugkoppelMoment.BIJ_START.value,
            "op": "",
        }
    soort = bekend.soort or partner_van_tekst(bekend.partner)
    level = next(n for n in Niveau if n.label == bekend.niveau)
    return {
        "soort": soort.value if soort else "",
        "naam": naam_in_tekst(bekend.partner) if soort else bekend.partner,
        "niveau": level.value,
        "moment": bekend.bij.value,
        "op": dag_cijfers(bekend.op) if bekend.op else "",
    }
