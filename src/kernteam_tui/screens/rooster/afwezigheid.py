"""The form of an absence: who, when, why, and who comes instead."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.codes import Dagdeel, Rol
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.periodetekst import periode_cijfers, periode_met_jaar
from kernteam_tui.domain.plancodes import Afwezigreden
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.afwezigheden import (
    AfwezigenBeeld,
    AfwezigGegevens,
    AfwezigheidBeeld,
    get_afwezigen,
    meld_afwezig,
    wijzig_afwezigheid,
)
from kernteam_tui.services.school import PartnerBeeld
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld
from kernteam_tui.widgets.periodelezen import lees_periode
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Periodeveld, Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

REDENEN = [*opties_van(r for r in Afwezigreden if r is not Afwezigreden.ANDERS), ("anders", "anders")]
HEEL, NIEMAND, IEMAND_ANDERS = "heel", "niemand", "iemand_anders"
NIET_BEGREPEN = "Dit begrijp ik niet. Typ bijvoorbeeld di, 24 nov, 24-26 nov of volgende week."
NIEUW = ("vervanger_naam", "vervanger_rol")


class AfwezigheidScreen(Wijzigformulier):
    """`afwezigheid_id` empty: a new one, of `partner_id` where that is known."""

    NAAM = "afwezigheid"
    TITEL = "Afwezig"
    UITLEG = (
        "Alleen dat iemand er niet is en tot wanneer; wat iemand heeft hoort hier niet. Wie aan twee scholen "
        "zit, is op allebei afwezig. Een vervanger is er wanneer de ander er zou zijn."
    )
    CSS_PATH = stijl("rooster")

    def __init__(self, school_id: str, partner_id: str = "", afwezigheid_id: str = "") -> None:
        super().__init__(school_id=school_id, partner_id=partner_id, afwezigheid_id=afwezigheid_id)
        self._school_id = school_id
        self._afwezigheid_id = afwezigheid_id

    def concept_sleutel(self) -> str:
        nieuw = f"nieuw:{self._school_id}:{self.argumenten['partner_id']}"
        return f"afwezigheid:{self._afwezigheid_id or nieuw}"

    def laad(self) -> None:
        self.lees(get_afwezigen, self._school_id, bij_klaar=self._toon)

    def _toon(self, beeld: AfwezigenBeeld) -> None:
        self.kop(onderwerp=beeld.school)
        mensen = [(_naam(partner), partner.id) for partner in beeld.kernteam]
        wie, vervanger = self.query_one("#wie", Keuzeveld), self.query_one("#vervanger", Keuzeveld)
        wie.zet_opties(mensen)
        vervanger.zet_opties([("niemand", NIEMAND), *mensen, ("iemand anders …", IEMAND_ANDERS)])
        bekend = next((een for een in beeld.afwezig if een.id == self._afwezigheid_id), None)
        self.begin_met(self._nieuw(beeld) if bekend is None else waarden_van(bekend))

    def _nieuw(self, beeld: AfwezigenBeeld) -> dict[str, Any]:
        partner_id = str(self.argumenten["partner_id"] or "")
        wie = partner_id if any(partner.id == partner_id for partner in beeld.kernteam) else ""
        return {**LEEG, "wie": wie, "wanneer": dag_cijfers(self.kernteam.klok.vandaag())}

    def begonnen(self) -> None:
        """Who is known already: go on with when."""
        if self.waarde["wie"] and self.te_herstellen is None:
            self.veld("wanneer").focus_invoer()

    def velden(self) -> ComposeResult:
        yield Keuzeveld("wie", "Wie", [], verplicht=True)
        yield Periodeveld(
            "wanneer",
            "Wanneer",
            verplicht=True,
            uitleg="bv. di, 24 nov, 24-26 nov, volgende week",
        )
        yield Tekst(id="wanneer-gelezen", classes="zacht")
        yield Keuzerij("dagdeel", "Dagdeel", [("hele dag", HEEL), *opties_van(Dagdeel)])
        yield Keuzerij("reden", "Reden", REDENEN)
        yield Keuzeveld("vervanger", "Wie valt in", [("niemand", NIEMAND)], uitleg="uit dit kernteam")
        yield Tekstveld(
            "vervanger_naam", "Naam vervanger", verplicht=True, uitleg="komt in het kernteam erbij"
        )
        yield Keuzeveld("vervanger_rol", "Rol vervanger", opties_van(Rol), verplicht=True)

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "wanneer":
            periode = lees_periode(self.waarde["wanneer"], self.kernteam.klok.vandaag())
            zin = periode_met_jaar(periode.van, periode.tot_en_met) if periode else ""
            self.query_one("#wanneer-gelezen", Tekst).update(zin)
        elif veld_id == "vervanger":
            for naam in NIEUW:
                self.veld(naam).display = self.waarde["vervanger"] == IEMAND_ANDERS

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        wanneer = self.waarde["wanneer"]
        if wanneer.strip() and lees_periode(wanneer, self.kernteam.klok.vandaag()) is None:
            fouten["wanneer"] = NIET_BEGREPEN
        if self.waarde["vervanger"] == self.waarde["wie"] != "":
            fouten["vervanger"] = "Iemand kan zichzelf niet vervangen."
        return fouten

    def afronden(self) -> None:
        gegevens = self._gegevens()
        if self._afwezigheid_id:
            args: tuple[Any, ...] = (wijzig_afwezigheid, self._afwezigheid_id, gegevens)
            args += (self.waarde.get(self.REVISIE),)
        else:
            args = (meld_afwezig, self._school_id, gegevens)
        wat = "Afwezigheid gewijzigd" if self._afwezigheid_id else "Afwezig gezet"
        self.rond_af(*args, bij_klaar=lambda _: self._klaar(), ongedaan=wat)

    def _klaar(self) -> None:
        self.klaar()
        self.terug()

    def _gegevens(self) -> AfwezigGegevens:
        waarde = self.waarde
        periode = lees_periode(waarde["wanneer"], self.kernteam.klok.vandaag())
        if periode is None:
            raise InhoudOngeldig(NIET_BEGREPEN)
        nieuw = waarde["vervanger"] == IEMAND_ANDERS
        bekend = "" if waarde["vervanger"] in (NIEMAND, IEMAND_ANDERS) else waarde["vervanger"]
        return AfwezigGegevens(
            partner_id=waarde["wie"],
            van=periode.van,
            tot_en_met=periode.tot_en_met,
            dagdeel=Dagdeel(waarde["dagdeel"]) if waarde["dagdeel"] in tuple(Dagdeel) else None,
            reden=Afwezigreden(waarde["reden"] or Afwezigreden.VRIJ),
            vervanger_id=bekend or None,
            nieuwe_vervanger=(Rol(waarde["vervanger_rol"]), waarde["vervanger_naam"]) if nieuw else None,
        )


LEEG: dict[str, Any] = {
    "wie": "",
    "wanneer": "",
    "dagdeel": HEEL,
    "reden": str(Afwezigreden.ZIEK),
    "vervanger": NIEMAND,
    "vervanger_naam": "",
    "vervanger_rol": "",
}


def waarden_van(een: AfwezigheidBeeld) -> dict[str, Any]:
    """The fields of the form as this absence has them."""
    return {
        **LEEG,
        "wie": een.partner_id,
        "wanneer": periode_cijfers(een.van, een.tot_en_met),
        "dagdeel": str(een.dagdeel) if een.dagdeel else HEEL,
        "reden": str(een.reden),
        "vervanger": een.vervanger_id or NIEMAND,
        Wijzigformulier.REVISIE: een.revision,
    }


def _naam(partner: PartnerBeeld) -> str:
    return f"{partner.naam} (jij)" if partner.ik else f"{partner.naam}, {partner.rol.label}"
