"""The form of days in a school's own list: `24 nov` and done."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.periodetekst import periode_cijfers, periode_met_jaar
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.schooldagen import (
    Dagregel,
    SchooldagGegevens,
    get_schooldag,
    wijzig_schooldag,
    zet_schooldagen,
)
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.periodelezen import lees_periodes
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Periodeveld, Tekstveld

SOORTEN = [(soort.label.partition(" van ")[0], soort.value) for soort in Schooldagsoort]
UITLEG_SOORT = "bij een toetsweek en bij gewoon open is er les"


class SchooldagScreen(Wijzigformulier):
    """`sleutel` empty: new days."""

    NAAM = "schooldag"
    TITEL = "Dagen van de school"
    UITLEG = (
        "Typ een of meer dagen en wat het is. De eigen lijst van de school gaat voor op de vakanties van de "
        "regio: met ‘gewoon open’ is er les op een dag die in de regio vrij is."
    )
    CSS_PATH = stijl("rooster")

    def __init__(self, school_id: str, sleutel: str = "") -> None:
        super().__init__(school_id=school_id, sleutel=sleutel)
        self._school_id = school_id
        self._sleutel = sleutel

    def concept_sleutel(self) -> str:
        return f"schooldag:{self._school_id}:{self._sleutel or 'nieuw'}"

    def laad(self) -> None:
        if self._sleutel:
            self.lees(get_schooldag, self._school_id, self._sleutel, bij_klaar=self._toon_dag)
        else:
            self.begin_met(LEEG)

    def _toon_dag(self, regel: Dagregel) -> None:
        wat = "" if regel.oud else regel.wat
        wanneer = periode_cijfers(regel.van, regel.tot_en_met)
        self.begin_met({"wanneer": wanneer, "soort": str(regel.soort), "wat": wat})

    def velden(self) -> ComposeResult:
        yield Periodeveld(
            "wanneer",
            "Wanneer",
            verplicht=True,
            voorbeeld="bv. 24 nov, 3-7 mei",
            uitleg="met een komma ertussen meer dagen tegelijk",
        )
        yield Tekst(id="wanneer-gelezen", classes="zacht")
        yield Keuzerij("soort", "Wat", SOORTEN, uitleg=UITLEG_SOORT)
        yield Tekstveld("wat", "Hoe heet het", voorbeeld="mag leeg blijven, bv. rapportvergadering")

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "wanneer":
            periodes, vreemd = lees_periodes(self.waarde["wanneer"], self.kernteam.klok.vandaag())
            zin = ", ".join(periode_met_jaar(p.van, p.tot_en_met) for p in periodes)
            if vreemd and periodes:
                zin = f"{zin}  (niet begrepen: {', '.join(vreemd)})"
            self.query_one("#wanneer-gelezen", Tekst).update(zin)

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        vreemd = lees_periodes(self.waarde["wanneer"], self.kernteam.klok.vandaag())[1]
        if vreemd:
            fouten["wanneer"] = (
                f"Dit begrijp ik niet: {', '.join(vreemd)}. Typ bijvoorbeeld 24 nov of 3-7 mei."
            )
        return fouten

    def afronden(self) -> None:
        periodes = lees_periodes(self.waarde["wanneer"], self.kernteam.klok.vandaag())[0]
        soort = Schooldagsoort(self.waarde["soort"] or Schooldagsoort.STUDIEDAG)
        gegevens = SchooldagGegevens(periodes, soort, self.waarde["wat"])
        if self._sleutel:
            werk: tuple[Any, ...] = (wijzig_schooldag, self._school_id, self._sleutel, gegevens)
        else:
            werk = (zet_schooldagen, self._school_id, gegevens)
        wat = "Dagen gewijzigd" if self._sleutel else "Dagen erbij gezet"
        self.rond_af(*werk, bij_klaar=lambda _: self._klaar(), ongedaan=wat)

    def _klaar(self) -> None:
        self.klaar()
        self.terug()


LEEG: dict[str, Any] = {"wanneer": "", "soort": str(Schooldagsoort.STUDIEDAG), "wat": ""}
