"""Looking back together: what came of each goal, what helped, and when the family looks again (S94)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.doelverloop import Blik, noteer_blik, te_bekijken
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.planbeeld import (
    DoelBeeld,
    PlanBeeld,
    beeld_van,
    plan_om_te_schrijven,
    plan_van,
)
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class EvaluatieGegevens:
    """What an evaluation says: by id of a goal how it went, what came of it all, and the next day."""

    doelen: dict[str, Blik]
    uitkomst: str
    opnieuw_op: date | None = None


@dataclass(frozen=True)
class EvaluatieBeeld:
    """What an evaluation goes through; `doelen` is empty where the plan has no goal."""

    plan: PlanBeeld
    doelen: tuple[DoelBeeld, ...]


def open_evaluatie(sessie: Sessie, casus_id: str) -> EvaluatieBeeld:
    """The goals to go through: those that count now; where all rest, all of them. Logged as a look."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_van(uow, casus)
        ids = [doel.id for doel in te_bekijken(plan)]
        beeld = beeld_van(uow, casus, plan, sessie.vandaag())
    noteer_inzage(sessie, "gezinsplan", casus_id)
    return EvaluatieBeeld(beeld, tuple(doel for doel in beeld.doelen if doel.id in ids))


def leg_evaluatie_vast(sessie: Sessie, casus_id: str, gegevens: EvaluatieGegevens) -> PlanBeeld:
    """Keep an evaluation of today whole: marks, outcomes, words, the outcome as a whole, the next day.

    A goal that was reached or is not needed any more rests from then on. Nothing is frozen yet.
    Raises InhoudOngeldig where a plan with goals gets no outcome for any of them, without an outcome as
    a whole where there are none, and where the next day is not ahead; NietGevonden for a goal that is not
    in the plan any more.
    """
    vandaag = sessie.vandaag()
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        _controleer(plan, gegevens, vandaag)
        for doel in plan.doelen:
            if doel.id in gegevens.doelen:
                noteer_blik(plan, doel, vandaag, gegevens.doelen[doel.id])
        plan.noteer_evaluatie(gegevens.opnieuw_op, gegevens.uitkomst.strip(), vandaag)
        plan.geevalueerd_op = vandaag
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: evaluatie", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
    return get_plan(sessie, casus_id)


def _controleer(plan: Gezinsplan, gegevens: EvaluatieGegevens, vandaag: date) -> None:
    if not set(gegevens.doelen) <= {doel.id for doel in plan.doelen}:
        raise NietGevonden("Een van deze doelen staat niet meer in het plan.", "Open de evaluatie opnieuw.")
    if plan.doelen and all(blik.uitkomst is None for blik in gegevens.doelen.values()):
        raise InhoudOngeldig(
            "Bij geen enkel doel staat wat eruit kwam.", "Kies bij minstens één doel wat het werd."
        )
    if not plan.doelen and not gegevens.uitkomst.strip():
        raise InhoudOngeldig("Er staat nog niets.", "Schrijf op wat er samen uitkwam.")
    if gegevens.opnieuw_op is not None and gegevens.opnieuw_op <= vandaag:
        raise InhoudOngeldig(
            "De volgende keer ligt niet in de toekomst.", "Kies een dag na vandaag, of laat hem nog leeg."
        )
