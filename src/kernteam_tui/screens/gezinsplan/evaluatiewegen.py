"""From the gezinsplan to looking back: the evaluation, and how the goals go over time."""

from __future__ import annotations

from typing import ClassVar

from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.gezinsplan.planbasis import Planbasis
from kernteam_tui.screens.gezinsplan.planlijst import Planlijst
from kernteam_tui.services.planbeeld import PlanBeeld


class Planterugblik(Planbasis):
    """Two keys of the plan, and opening it at one goal or action."""

    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        Opdracht("evalueren", "e", "evaluatie", "Samen terugkijken op de doelen", "planevaluatie", False),
        Opdracht("verloop", "l", "verloop", "Hoe de doelen lopen door de tijd", "planverloop", False),
    )

    def __init__(self, casus_id: str, onderdeel: str = "", item: str = "") -> None:
        """`item`: the goal or action on which it opens."""
        super().__init__(casus_id, onderdeel)
        self.argumenten["item"] = item

    def _toon_gelezen(self, keren: int, plan: PlanBeeld) -> None:
        item, self.argumenten["item"] = str(self.argumenten["item"] or ""), ""
        if hier := plan.onderdeel_met(item):
            self.argumenten["onderdeel"] = hier
        super()._toon_gelezen(keren, plan)
        if hier:
            self.query_one(Planlijst).markeer(item)

    def action_evalueren(self) -> None:
        if self._bewaar_of_meld():
            self.open("planevaluatie", casus_id=self._casus_id)

    def action_verloop(self) -> None:
        if self._bewaar_of_meld():
            lijst = self.query_one(Planlijst)
            item = lijst.sleutel if lijst.invul is Invul.DOELEN else ""
            self.open("planverloop", casus_id=self._casus_id, item=item)
