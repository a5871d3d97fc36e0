"""The form of the hours of a school: lesson hours, dagdelen and the weekly overleg of the kernteam."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button

from kernteam_tui.domain.codes import Dag, Dagdeel
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.lesrooster import maak_lesuren
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Overlegmoment
from kernteam_tui.domain.weekpatroon import SCHOOLWEEK
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.dialogen import knop
from kernteam_tui.screens.formulier import KLAAR
from kernteam_tui.screens.rooster.tijdenlezen import (
    lees_lesuren,
    lees_pauzes,
    lees_tijdvak,
    schrijf_lesuren,
    schrijf_tijdvak,
)
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.schooltijden import (
    Schooltijden,
    SchooltijdenBeeld,
    get_schooltijden,
    save_schooltijden,
)
from kernteam_tui.widgets.datumlezen import lees_tijd
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Getalveld, Periodeveld, Tekstvlak, Tijdveld

GEEN = "geen"
TIJDVAK_FOUT = "Typ van en tot, bijvoorbeeld 8.30-12.30."
PAUZE_FOUT = "Typ na welk uur en hoeveel minuten, bijvoorbeeld na 2: 20, na 5: 30."
GETAL_FOUT = "Typ een getal."
BEGIN: dict[str, Any] = {
    "uren_begin": "08:30",
    "uren_minuten": "50",
    "uren_aantal": "8",
    "uren_pauzes": "na 2: 20, na 5: 30",
}
"""What many schools have; only to begin with, nothing of it is kept by itself."""


class SchooltijdenScreen(Wijzigformulier):
    """The lines of the lesson hours are what is kept; the fields above them only make the lines."""

    NAAM = "schooltijden"
    TITEL = "Uren van de school"
    UITLEG = (
        "Vul in hoe laat het eerste uur begint, hoe lang een les is en waar de pauzes zitten; F6 maakt er "
        "regels van, die je daarna nog kunt verbeteren. Zo weet het programma hoe laat het 3e uur is."
    )
    CSS_PATH = stijl("rooster")
    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        KLAAR,
        Opdracht("uren_maken", "f6", "uren maken", "Lesuren maken van begin, lengte en pauzes"),
    )

    def __init__(self, school_id: str) -> None:
        super().__init__(school_id=school_id)
        self._school_id = school_id

    def concept_sleutel(self) -> str:
        return f"schooltijden:{self._school_id}"

    def laad(self) -> None:
        self.lees(get_schooltijden, self._school_id, bij_klaar=self._toon)

    def _toon(self, beeld: SchooltijdenBeeld) -> None:
        self.kop(onderwerp=beeld.school)
        self.begin_met(waarden_van(beeld))

    def velden(self) -> ComposeResult:
        yield Kopregel("Lesuren")
        yield Tijdveld("uren_begin", "Eerste uur begint")
        yield Getalveld("uren_minuten", "Minuten per uur")
        yield Getalveld("uren_aantal", "Aantal uren")
        yield Periodeveld("uren_pauzes", "Pauzes", uitleg="na welk uur en hoe lang: na 2: 20, na 5: 30")
        yield knop("Uren maken (F6)", "uren-maken")
        yield Tekstvlak(
            "lesuren",
            "De uren",
            hoogte=9,
            uitleg="een regel per uur: het nummer, en van en tot. Leeg: deze school heeft geen vaste uren",
        )
        yield Kopregel("Ochtend en middag")
        yield Tekst("Alleen anders invullen als deze school andere uren heeft.", classes="zacht")
        yield Periodeveld("ochtend", "Ochtend")
        yield Periodeveld("middag", "Middag")
        yield Kopregel("Kernpartneroverleg")
        yield Keuzerij(
            "overleg_dag", "Vaste dag", [(GEEN, GEEN), *((str(dag), str(dag)) for dag in SCHOOLWEEK)]
        )
        yield Tijdveld("overleg_van", "Begint om", verplicht=True)
        yield Getalveld("overleg_minuten", "Duur (minuten)", verplicht=True)

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "overleg_dag":
            for naam in ("overleg_van", "overleg_minuten"):
                self.veld(naam).display = self._overleg_dag is not None

    @property
    def _overleg_dag(self) -> Dag | None:
        dag = self.waarde.get("overleg_dag") or GEEN
        return None if dag == GEEN else Dag(dag)

    # --- making the lines ----------------------------------------------------------------------------

    @on(Button.Pressed, "#uren-maken")
    def action_uren_maken(self) -> None:
        """Lines of what stands in the fields above; lines that stood there are replaced."""
        self._neem_laatste_over()
        fouten = self._maakfouten()
        self.toon_fouten(fouten)
        begin = lees_tijd(self.waarde["uren_begin"])
        if fouten or begin is None:
            return
        try:
            lesuren = maak_lesuren(
                begin,
                int(self.waarde["uren_minuten"]),
                int(self.waarde["uren_aantal"]),
                lees_pauzes(self.waarde["uren_pauzes"]) or {},
            )
        except KernteamError as fout:
            self.toon_fouten({"uren_aantal": fout.zin})
            return
        self.zet("lesuren", schrijf_lesuren(lesuren))
        self.veld("lesuren").focus_invoer()

    def _maakfouten(self) -> dict[str, str]:
        fouten = {}
        if lees_tijd(self.waarde["uren_begin"]) is None:
            fouten["uren_begin"] = "Deze tijd ken ik niet. Typ bijvoorbeeld 8.30."
        for naam in ("uren_minuten", "uren_aantal"):
            if not self.waarde[naam].strip().isdecimal():
                fouten[naam] = GETAL_FOUT
        if lees_pauzes(self.waarde["uren_pauzes"]) is None:
            fouten["uren_pauzes"] = PAUZE_FOUT
        return fouten

    # --- finishing -------------------------------------------------------------------------------------

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        vreemd = lees_lesuren(self.waarde["lesuren"])[1]
        if vreemd:
            fouten["lesuren"] = f"Dit begrijp ik niet: {vreemd[0]}. Typ bijvoorbeeld 3  10:40-11:30."
        for deel in Dagdeel:
            if self.waarde[deel].strip() and lees_tijdvak(self.waarde[deel]) is None:
                fouten[str(deel)] = TIJDVAK_FOUT
        minuten = self.waarde["overleg_minuten"].strip()
        if self._overleg_dag is not None and minuten and not minuten.isdecimal():
            fouten["overleg_minuten"] = GETAL_FOUT
        return fouten

    def afronden(self) -> None:
        self.rond_af(
            save_schooltijden,
            self._school_id,
            self._tijden(),
            bij_klaar=lambda _: self._klaar(),
            bij_fout=self._geweigerd,
            ongedaan="Uren van de school gewijzigd",
        )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()

    def _geweigerd(self, fout: KernteamError) -> None:
        if fout.code == "lestijden_ongeldig" and "uur" in fout.tekst:
            self.toon_fouten({"lesuren": fout.zin})
        else:
            self.toon_fout(fout)

    def _tijden(self) -> Schooltijden:
        dagdelen = [(deel, lees_tijdvak(self.waarde[deel])) for deel in Dagdeel]
        return Schooltijden(
            lees_lesuren(self.waarde["lesuren"])[0],
            tuple(Dagdeeltijd(deel, *uren) for deel, uren in dagdelen if uren is not None),
            self._overleg(),
        )

    def _overleg(self) -> Overlegmoment | None:
        dag, van = self._overleg_dag, lees_tijd(self.waarde["overleg_van"])
        if dag is None or van is None:
            return None
        return Overlegmoment(dag, van, int(self.waarde["overleg_minuten"]))


def waarden_van(beeld: SchooltijdenBeeld) -> dict[str, Any]:
    """The fields of the form."""
    overleg = beeld.tijden.overleg
    return {
        **BEGIN,
        "lesuren": schrijf_lesuren(beeld.tijden.lesuren),
        "ochtend": schrijf_tijdvak(beeld.ochtend.van, beeld.ochtend.tot),
        "middag": schrijf_tijdvak(beeld.middag.van, beeld.middag.tot),
        "overleg_dag": str(overleg.dag) if overleg else GEEN,
        "overleg_van": f"{overleg.van:%H:%M}" if overleg else "",
        "overleg_minuten": str(overleg.minuten) if overleg else "60",
    }
