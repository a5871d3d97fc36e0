"""The marks of a draft: when, with whom, reached or not."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import cast

from textual.app import ComposeResult

from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.notities import NotitieBeeld, get_notitie, wijzig_notitie
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tijdveld


class NotitieKenmerkenScreen(FormulierScreen):
    """A small form above the note."""

    NAAM = "notitie_kenmerken"
    TITEL = "Met wie en wanneer"
    UITLEG = "Een poging waarbij je niemand bereikte telt niet als contact met het gezin."

    def __init__(self, notitie_id: str) -> None:
        super().__init__(notitie_id=notitie_id)

    def concept_sleutel(self) -> str:
        return f"notitie-kenmerken:{self.argumenten['notitie_id']}"

    def velden(self) -> ComposeResult:
        yield Tekstveld("met_wie", "Met wie", voorbeeld="bv. Lina, moeder")
        yield Keuzerij("bereikt", "Bereikt?", [("ja", "ja"), ("niemand bereikt", "nee")], verplicht=True)
        yield Datumveld("datum", "Datum", self.kernteam.klok.vandaag(), verplicht=True)
        yield Tijdveld("tijd", "Tijd", verplicht=True)

    def laad(self) -> None:
        self.lees(get_notitie, self.argumenten["notitie_id"], bij_klaar=self._begin)

    def _begin(self, beeld: NotitieBeeld) -> None:
        moment = beeld.moment.astimezone(AMSTERDAM)
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        self.begin_met(
            {
                "met_wie": beeld.met_wie,
                "bereikt": "ja" if beeld.bereikt else "nee",
                "datum": dag_cijfers(moment),
                "tijd": f"{moment:%H:%M}",
            }
        )

    def afronden(self) -> None:
        dag = cast(date, self.query_one("#datum", Datumveld).datum)
        tijd = cast(time, self.query_one("#tijd", Tijdveld).tijd)
        self.rond_af(
            wijzig_notitie,
            self.argumenten["notitie_id"],
            moment=datetime.combine(dag, tijd, AMSTERDAM),
            met_wie=self.waarde["met_wie"],
            bereikt=self.waarde["bereikt"] == "ja",
            bij_klaar=self._klaar,
            ongedaan="Kenmerken van de notitie gewijzigd",
        )

    def _klaar(self, _: NotitieBeeld) -> None:
        self.klaar()
        self.terug()
