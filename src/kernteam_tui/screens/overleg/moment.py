"""Another moment for one overleg; the fixed one of the school stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.widget import Widget

from kernteam_tui.domain.datumtekst import dag_cijfers, dag_van, tijd_kort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gesprekformulier import GesprekFormulier
from kernteam_tui.services.overleg.lezen import OverlegBeeld, get_overleg
from kernteam_tui.services.overleg.wijzigen import zet_moment
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Getalveld, Tijdveld


class OverlegMomentScreen(GesprekFormulier):
    """Day, time and length of this one overleg."""

    NAAM = "overleg_moment"
    TITEL = "Moment van het overleg"
    UITLEG = "Dit geldt voor één overleg. Het vaste moment van de school zet je bij School (F5) met u."
    CSS_PATH = stijl("overleg")

    def __init__(self, school_id: str) -> None:
        super().__init__(school_id=school_id)
        self._school_id = school_id

    def concept_sleutel(self) -> str:
        return f"overleg_moment:{self._school_id}"

    def laad(self) -> None:
        self.lees(get_overleg, self._school_id, bij_klaar=self._toon)

    def _toon(self, beeld: OverlegBeeld) -> None:
        self.kop(onderwerp=beeld.school)
        begin = {"minuten": str(beeld.minuten), "dag": "", "tijd": ""}
        if beeld.start is not None:
            begin |= {"dag": dag_cijfers(dag_van(beeld.start)), "tijd": tijd_kort(beeld.start)}
        self.toon_rijen(self._rijen(), begin)

    def _rijen(self) -> Iterator[Widget]:
        yield Datumveld("dag", "Dag", self.kernteam.klok.vandaag(), verplicht=True)
        yield Tijdveld("tijd", "Begint om", verplicht=True)
        yield Getalveld("minuten", "Duur (minuten)", verplicht=True)
        yield Tekst("De agenda gaat mee; alleen dit ene overleg verandert.", classes="zacht")

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        if not fouten and not self.waarde["minuten"].strip().isdecimal():
            fouten["minuten"] = "Typ een getal."
        return fouten

    def afronden(self) -> None:
        dag, tijd = self.query_one("#dag", Datumveld).datum, self.query_one("#tijd", Tijdveld).tijd
        if dag is None or tijd is None:
            return
        self.rond_af(
            zet_moment,
            self._school_id,
            datetime.combine(dag, tijd, AMSTERDAM),
            int(self.waarde["minuten"]),
            bij_klaar=lambda _: self._bewaard(),
            ongedaan="Moment van het overleg gewijzigd",
        )

    def _bewaard(self) -> None:
        self.klaar()
        self.terug()
