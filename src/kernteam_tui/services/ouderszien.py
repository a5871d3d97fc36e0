"""Whether the jongere wants the parents to see a section of the own plan (domain 2.3; S54)."""

from __future__ import annotations

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.ouderszien import vraagt_ouders_zien
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.planbeeld import PlanBeeld, plan_van
from kernteam_tui.services.planvorm import eis_onderdeel
from kernteam_tui.services.sessie import Sessie


def set_ouders_zien(sessie: Sessie, casus_id: str, sleutel: str, antwoord: JaNeeOnbekend) -> PlanBeeld:
    """Keep what the jongere answered for one section.

    Raises RegelGeweigerd where it is not asked: in another variant, or below 16 (Jeugdwet 7.3.5).
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_van(uow, casus)
        _weiger_waar_niet_gevraagd(plan, casus, sessie)
        eis_onderdeel(uow, plan, sleutel)
        if plan.revision == 0:
            uow.plannen.add(plan)
        plan.onderdeel(sleutel).ouders_zien = antwoord
        plan.gewijzigd = True
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: wat ouders mogen zien", casus_id=casus_id)
        uow.commit()
    return get_plan(sessie, casus_id)


def _weiger_waar_niet_gevraagd(plan: Gezinsplan, casus: Casus, sessie: Sessie) -> None:
    if not vraagt_ouders_zien(plan.variant, casus.jongeren, sessie.vandaag()):
        raise RegelGeweigerd(
            "Dit wordt alleen gevraagd in het plan van een jongere van 16 jaar of ouder.",
            "Kies bij ‘van wie’ (w) het plan van de jongere.",
        )
