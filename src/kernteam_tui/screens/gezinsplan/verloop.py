"""How each goal goes over time: drawn from 0 to 10, and the same in words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.gezinsplan.verlooptekst import blik_in_woorden, grafiek, in_woorden, punten_van
from kernteam_tui.services.gezinsplan import get_plan, open_plan
from kernteam_tui.services.planbeeld import DoelBeeld, MetingBeeld, PlanBeeld
from kernteam_tui.widgets.tekst import ZACHT, Tekst

GEEN_DOELEN = "In dit plan staat nog geen doel."
_RAND = 3
"""Cells at the side that the drawing leaves free: the scroll bar and some room."""


class PlanverloopScreen(KernteamScreen):
    """Every goal of the plan, also one that rests. `item`: the goal that is shown first."""

    NAAM = "planverloop"
    TITEL = "Hoe het gaat"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "De cijfers van elk doel door de tijd, van 0 tot 10, met wat er toen gezegd is. Een cijfer komt "
        "erbij als je het in een doel verandert, of bij een evaluatie. Een doel dat rust, houdt zijn verloop."
    )
    OPDRACHTEN = (
        Opdracht("evalueren", "e", "evaluatie", "Samen terugkijken op de doelen", scherm="planevaluatie"),
    )
    AUTO_FOCUS = "#verloop-vak"

    def __init__(self, casus_id: str, item: str = "") -> None:
        super().__init__(casus_id=casus_id, item=item)
        self._plan: PlanBeeld | None = None

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="verloop-vak"):
            yield Tekst(id="verloop-lijf")

    def laad(self) -> None:
        haal = open_plan if self._plan is None else get_plan
        self.lees(haal, self.argumenten["casus_id"], bij_klaar=self._toon, groep="verloop")

    def _toon(self, plan: PlanBeeld) -> None:
        self._plan = plan
        self.kop(onderwerp=f"{plan.casus} {plan.jongere}")
        self._teken()

    def on_resize(self) -> None:
        self._teken()

    def _teken(self) -> None:
        if self._plan is not None:
            lijf = verloop(self._plan, str(self.argumenten["item"]), self.size.width - _RAND)
            self.query_one("#verloop-lijf", Tekst).update(lijf)

    def action_evalueren(self) -> None:
        self.open("planevaluatie", casus_id=self.argumenten["casus_id"])


def verloop(plan: PlanBeeld, eerst: str, breed: int) -> Content:
    """All goals under each other, the asked one first; drawings at most `breed` cells wide."""
    genummerd = sorted(enumerate(plan.doelen, 1), key=lambda paar: paar[1].id != eerst)
    if not genummerd:
        return Content(GEEN_DOELEN)
    return Content("\n\n").join(_doel(nummer, doel, breed) for nummer, doel in genummerd)


def _doel(nummer: int, doel: DoelBeeld, breed: int) -> Content:
    rust = "" if doel.actief else "  (rust nu)"
    regels = [
        Content.styled(f"{nummer}  {doel.wat}{rust}", "bold $primary"),
        Content.styled(f"   {in_woorden(doel)}", ZACHT),
        *(Content(regel) for regel in grafiek(punten_van(doel), doel.gewenst, breed)),
        *(_blik(meting) for meting in reversed(doel.metingen)),
    ]
    return Content("\n").join(regels)


def _blik(meting: MetingBeeld) -> Content:
    regel = Content(f"   {blik_in_woorden(meting)}")
    if not meting.tekst.strip():
        return regel
    van = f"{meting.van}: " if meting.van.strip() else ""
    return regel + Content.styled(f"\n   {van}{meting.tekst}", ZACHT)
