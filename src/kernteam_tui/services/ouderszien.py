"""Whether a jongere wants the parents to see a section of the plan of the gezin (domain 2.3; S54)."""

from __future__ import annotations

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.ouderszien import vraagt_ouders_zien, zet_antwoord
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.ouderantwoorden import Antwoorders
from kernteam_tui.services.planbeeld import PlanBeeld, plan_om_te_schrijven
from kernteam_tui.services.planvorm import eis_onderdeel
from kernteam_tui.services.sessie import Sessie


def set_ouders_zien(
    sessie: Sessie, casus_id: str, sleutel: str, antwoord: JaNeeOnbekend, jongere_id: str = ""
) -> PlanBeeld:
    """Keep what a jongere of this casus answered for one section; empty: the only one that it has. What
    another jongere of the gezin answered stays.

    Raises RegelGeweigerd where it is not asked (in another variant, or below 16: Jeugdwet 7.3.5) and for a
    jongere of another casus, InhoudOngeldig where nobody can tell whose answer it is.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_om_te_schrijven(uow, casus)
        _weiger_waar_niet_gevraagd(plan, casus, sessie)
        eis_onderdeel(uow, plan, sleutel)
        zet_antwoord(plan.onderdeel(sleutel), _wie(casus, jongere_id), antwoord)
        plan.gewijzigd = True
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: wat ouders mogen zien", casus_id=casus_id)
        uow.commit()
    return get_plan(sessie, casus_id)


def open_voor_ouders(sessie: Sessie, casus_id: str, sleutel: str) -> PlanBeeld:
    """Open a section again that was closed by somebody who has no casus in this gezin any more: nobody is
    left to ask, so the worker decides. Raises RegelGeweigerd where it was not closed so."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_om_te_schrijven(uow, casus)
        antwoorders = _antwoorders(uow, plan, casus, sessie)
        eis_onderdeel(uow, plan, sleutel)
        onderdeel = plan.onderdeel(sleutel)
        if not antwoorders.is_wees(onderdeel):
            raise RegelGeweigerd(
                "Dit onderdeel is niet gesloten door iemand die er niet meer is.", "Kijk wat er nu bij staat."
            )
        onderdeel.ouders_zien = tuple(
            een for een in onderdeel.ouders_zien if een.jongere_id in antwoorders.bekend
        )
        plan.gewijzigd = True
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: niet meer dicht voor ouders", casus_id=casus_id)
        uow.commit()
    return get_plan(sessie, casus_id)


def _antwoorders(uow: UnitOfWork, plan: Gezinsplan, casus: Casus, sessie: Sessie) -> Antwoorders:
    found = uow.casussen.find(gezin_id=casus.gezin_id)
    andere = [ander for ander in found if ander.id != casus.id]
    return Antwoorders.van(plan, casus, andere, sessie.vandaag())


def _wie(casus: Casus, jongere_id: str) -> str:
    own = [jongere.id for jongere in casus.jongeren]
    if not jongere_id and len(own) > 1:
        raise InhoudOngeldig("Er staat niet bij wie dit zegt.", "Kies een van de jongeren.")
    if jongere_id and jongere_id not in own:
        raise RegelGeweigerd(
            "Dit is het antwoord van een andere jongere.", "Vraag het in de casus van die jongere."
        )
    return jongere_id or own[0]


def _weiger_waar_niet_gevraagd(plan: Gezinsplan, casus: Casus, sessie: Sessie) -> None:
    if not vraagt_ouders_zien(plan.variant, casus.jongeren, sessie.vandaag()):
        raise RegelGeweigerd(
            "Dit wordt alleen gevraagd in het plan van een jongere van 16 jaar of ouder.",
            "Kies bij ‘van wie’ (w) het plan van de jongere.",
        )
