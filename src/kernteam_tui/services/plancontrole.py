"""The fourteen looks at the gezinsplan of a family, with what they ask beside the plan (domain 2.5)."""

from __future__ import annotations

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.akkoordlijst import jongeren_van, wie_gevraagd
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.delen.beslissers import bepaal_vereiste, telt_mee, vraag_over
from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Oppstand
from kernteam_tui.domain.plancontrole import Controlepunt, PlanOmgeving, controleer_plan
from kernteam_tui.services.akkoordtekst import veranderd_na_akkoord
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.planbeeld import PlanBeeld, plan_om_te_schrijven, plan_van
from kernteam_tui.services.sessie import Sessie


def controleer(sessie: Sessie, casus_id: str) -> tuple[Controlepunt, ...]:
    """The fourteen looks at this plan, in order. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_van(uow, casus)
        return controleer_plan(plan, _omgeving(sessie, uow, casus, plan))


def set_opp(sessie: Sessie, casus_id: str, stand: Oppstand) -> PlanBeeld:
    """Whether the ontwikkelingsperspectief of school was looked at (S51): of the version in progress.
    Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        if plan.opp is not stand:
            plan.opp = stand
            uow.log(LogSoort.GEWIJZIGD, "gezinsplan: OPP", casus_id=casus_id)
            plan.gewijzigd = True
            uow.commit()
    return get_plan(sessie, casus_id)


def _omgeving(sessie: Sessie, uow: UnitOfWork, casus: Casus, plan: Gezinsplan) -> PlanOmgeving:
    gezin, vandaag = uow.gezinnen.get(casus.gezin_id), sessie.vandaag()
    andere = [ander for ander in uow.casussen.find(gezin_id=gezin.id) if ander.id != casus.id]
    jongeren = jongeren_van(plan, casus, andere)
    children = tuple(jongere.id for jongere in jongeren)
    bands = [band for band in gezin.ouderschappen if band.jongere_id in children]
    parents = {band.ouder_id for band in bands if telt_mee(gezin, band)}
    return PlanOmgeving(
        jongeren=tuple(jongere.roepnaam for jongere in jongeren),
        regisseur=casus.regisseur,
        gezag=tuple(gezin.gezag_van(ouder_id, children) for ouder_id in sorted(parents)),
        vandaag=vandaag,
        eigen_netwerk=_heeft_eigen_mensen(gezin),
        gevraagd=wie_gevraagd(gezin, jongeren, vandaag),
        vereisten=tuple(bepaal_vereiste(vraag_over(gezin, child, vandaag)) for child in children),
        eigen_namen=_eigen_namen(uow, casus, gezin),
        eerdere_tekst=_wie_zag_een_eerdere_tekst(plan),
    )


def _wie_zag_een_eerdere_tekst(plan: Gezinsplan) -> tuple[str, ...]:
    now = plan.versie_in_wording
    older = veranderd_na_akkoord(plan, now)
    return tuple(akkoord.naam for akkoord in plan.akkoorden_bij(now) if akkoord.id in older)


def _eigen_namen(uow: UnitOfWork, casus: Casus, gezin: Gezin) -> tuple[str, ...]:
    """Of the worker, as she set it and as she stands in the kernteam, and her first name: none that somebody
    of the family or around it is called by."""
    ik = uow.scholen.get(casus.school_id).ik
    whole = {naam.strip() for naam in (uow.instellingen().naam, ik.naam if ik else "") if naam.strip()}
    people = (
        *(persoon.naam for persoon in gezin.personen),
        *(lid.naam for lid in gezin.netwerk),
        casus.mentor,
    )
    words = [gevouwen(naam).split() for naam in people]
    taken = {" ".join(part) for naam in words for part in (naam, naam[:1])}
    own = whole | {naam.split()[0] for naam in whole}
    return tuple(sorted(naam for naam in own if " ".join(gevouwen(naam).split()) not in taken))


def _heeft_eigen_mensen(gezin: Gezin) -> bool:
    """Who lives in the family itself is not around it."""
    return any(lid.groep.eigen_kring and lid.groep is not Netwerkgroep.GEZIN for lid in gezin.netwerk)
