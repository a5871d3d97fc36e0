"""Looking back together: each goal in turn, then the whole, then the day of the next time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from kernteam_tui.domain.doelverloop import Blik
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.dialogen import Bevestiging
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.gezinsplan.cijferveld import Cijferveld
from kernteam_tui.screens.gezinsplan.naamveld import Naaminvoer, Naamveld
from kernteam_tui.screens.gezinsplan.verlooptekst import schaalregel
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.planbeeld import DoelBeeld, PlanBeeld
from kernteam_tui.services.planevaluatie import (
    EvaluatieBeeld,
    EvaluatieGegevens,
    leg_evaluatie_vast,
    open_evaluatie,
)
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstvlak

UITKOMSTEN = (
    ("bereikt", Doeluitkomst.BEREIKT),
    ("deels", Doeluitkomst.DEELS),
    ("niet", Doeluitkomst.NIET),
    ("niet nodig", Doeluitkomst.GESTOPT),
)
"""Short enough to stand beside each other at 80 columns."""
ZONDER_DOELEN = (
    "In dit plan staat nog geen doel. Schrijf op wat jullie samen zagen, en kies een nieuwe dag. "
    "Doelen zet je erbij in het gezinsplan."
)
MET_DOELEN = "Loop de doelen samen na. Wat je overslaat, blijft zoals het was."
GEEN_UITKOMST = "Kies bij minstens één doel wat het werd."


class PlanevaluatieScreen(FormulierScreen):
    """What came of each goal, in whose words. A goal that was reached rests from then on."""

    NAAM = "planevaluatie"
    TITEL = "Samen terugkijken"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Bij elk doel: welk cijfer nu, wat het werd, en wat hielp. Een doel dat bereikt is of niet meer "
        "nodig, rust daarna vanzelf. Het verloop blijft bewaard."
    )

    AUTO_FOCUS = ""
    """None: the first field comes with the goals, above what stands there already."""

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._doelen: tuple[DoelBeeld, ...] = ()

    @property
    def casus_id(self) -> str:
        return str(self.argumenten["casus_id"])

    def concept_sleutel(self) -> str:
        return f"planevaluatie:{self.casus_id}"

    def velden(self) -> ComposeResult:
        vandaag = self.kernteam.klok.vandaag()
        yield Tekst(id="evaluatie-begin", classes="zacht")
        yield Vertical(id="evaluatie-doelen")
        yield Kopregel("Alles bij elkaar")
        yield Tekstvlak(
            "uitkomst", "Wat kwam eruit?", hoogte=3, uitleg="In een paar zinnen, voor het hele gezin."
        )
        yield Datumveld(
            "opnieuw", "We kijken opnieuw op", vandaag, uitleg="Leeg: jullie kiezen later een dag."
        )

    def laad(self) -> None:
        self.lees(open_evaluatie, self.casus_id, bij_klaar=self._toon_doelen)

    def _toon_doelen(self, beeld: EvaluatieBeeld) -> None:
        self._doelen = beeld.doelen
        self.kop(onderwerp=f"{beeld.plan.casus} {beeld.plan.jongere}")
        self.query_one("#evaluatie-begin", Tekst).update(MET_DOELEN if beeld.doelen else ZONDER_DOELEN)
        self.call_later(self._zet_doelen, beeld.plan)

    async def _zet_doelen(self, plan: PlanBeeld) -> None:
        nummers = {doel.id: nummer for nummer, doel in enumerate(plan.doelen, 1)}
        rijen = [rij for doel in self._doelen for rij in _rijen(nummers[doel.id], doel)]
        await self.query_one("#evaluatie-doelen").mount(*rijen)
        for veld in self.query(Naamveld):
            veld.zet_namen(plan.mensen)
        self.begin_met({f"van-{doel.id}": doel.van for doel in self._doelen})

    @on(Naaminvoer.Kiezen)
    def _kies_naam(self, event: Naaminvoer.Kiezen) -> None:
        veld = (event.invoer.id or "").removesuffix("-invoer")
        namen = [(naam, naam) for naam in event.invoer.namen]
        self.kies("Wiens woorden zijn dit?", namen, lambda naam: self.zet(veld, naam))

    # --- finishing -----------------------------------------------------------------------------

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        opnieuw = self.query_one("#opnieuw", Datumveld).datum
        if opnieuw is not None and opnieuw <= self.kernteam.klok.vandaag():
            fouten["opnieuw"] = (
                "Deze dag ligt niet in de toekomst. Kies een dag na vandaag, of laat hem nog leeg."
            )
        if self._doelen and not any(self.waarde[f"werd-{doel.id}"] for doel in self._doelen):
            fouten[f"werd-{self._doelen[0].id}"] = GEEN_UITKOMST
        return fouten

    def afronden(self) -> None:
        gegevens = EvaluatieGegevens(
            doelen={doel.id: self._blik(doel.id) for doel in self._doelen},
            uitkomst=self.waarde["uitkomst"],
            opnieuw_op=self.query_one("#opnieuw", Datumveld).datum,
        )
        self.rond_af(
            leg_evaluatie_vast,
            self.casus_id,
            gegevens,
            bij_klaar=self._vastgelegd,
            ongedaan="Evaluatie bewaard",
        )

    def _blik(self, doel_id: str) -> Blik:
        werd: Any = self.waarde[f"werd-{doel_id}"]
        return Blik(
            cijfer=self.query_one(f"#cijfer-{doel_id}", Cijferveld).cijfer,
            uitkomst=Doeluitkomst(werd) if werd else None,
            van=self.waarde[f"van-{doel_id}"],
            tekst=self.waarde[f"tekst-{doel_id}"],
        )

    def _vastgelegd(self, plan: PlanBeeld) -> None:
        self.klaar()
        vraag = (
            f"De evaluatie staat in het plan. Stel je nu versie {plan.versie + 1} vast? Die blijft "
            "voortaan zoals het plan nu is. Het kan ook later, in het gezinsplan met F8."
        )
        self.app.push_screen(
            Bevestiging("De volgende versie", vraag, "Vaststellen", "Nog niet"), self._na_vraag
        )

    def _na_vraag(self, vaststellen: bool | None) -> None:
        if vaststellen:
            self.doe(stel_plan_vast, self.casus_id, bij_klaar=self._vastgesteld)
        else:
            self.terug()

    def _vastgesteld(self, plan: PlanBeeld) -> None:
        self.meld(f"Versie {plan.versie} is vastgesteld.")
        self.terug()


def _rijen(nummer: int, doel: DoelBeeld) -> Iterator[Widget]:
    yield Kopregel(f"{nummer}  {doel.wat}")
    yield Tekst(_stand(doel), classes="zacht evaluatie-stand")
    yield Cijferveld(f"cijfer-{doel.id}", "Welk cijfer nu?", uitleg="0 tot 10, door het gezin")
    yield Keuzerij(f"werd-{doel.id}", "Wat werd het?", UITKOMSTEN, uitleg="← → kiezen, Del weer weg")
    yield Tekstvlak(
        f"tekst-{doel.id}", "Wat hielp?", hoogte=2, uitleg="Of wat was lastig? In hun eigen woorden."
    )
    yield Naamveld(f"van-{doel.id}", "Wie zegt dat?", uitleg="↓ kiezen uit het gezin, of typ een naam")


def _stand(doel: DoelBeeld) -> str:
    hoe = doel.hoe_zien_we_dat.strip()
    delen = (schaalregel(doel), f"het lukt als: {hoe}" if hoe else "")
    return " · ".join(deel for deel in delen if deel)
