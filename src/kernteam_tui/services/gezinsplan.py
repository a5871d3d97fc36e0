"""The gezinsplan: sections, goals, actions, evaluation; freezing a version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort, PlanVariant
from kernteam_tui.domain.delen.beslissers import telt_mee
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd, VerouderdeVersie
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan
from kernteam_tui.domain.plancontrole import Controlepunt, PlanOmgeving, controleer_plan
from kernteam_tui.exchange.formaten.basis import read_model
from kernteam_tui.exchange.formaten.gezinsplan import GezinsplanInvoer
from kernteam_tui.exchange.formaten.planversie import schrijf_planversie
from kernteam_tui.exchange.planformaat import HUIDIG, read_planformaat
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.planbeeld import PlanBeeld, beeld_van, plan_van
from kernteam_tui.services.planinhoud import inhoud_van, neem_inhoud_over
from kernteam_tui.services.sessie import Sessie

_Deel = TypeVar("_Deel", Doel, Actie)


@dataclass(frozen=True)
class DoelGegevens:
    """What is asked of a goal."""

    wat: str
    van: str = ""
    nu: int | None = None
    gewenst: int | None = None
    hoe_zien_we_dat: str = ""
    actief: bool = True


@dataclass(frozen=True)
class ActieGegevens:
    """What is asked of an action."""

    wat: str
    wie: str = ""
    wanneer: date | None = None
    klaar: bool = False


def get_plan(sessie: Sessie, casus_id: str) -> PlanBeeld:
    """The plan of the family of this casus. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        return beeld_van(uow, casus, plan_van(uow, casus), sessie.vandaag())


def open_plan(sessie: Sessie, casus_id: str) -> PlanBeeld:
    """The plan that somebody is going to read or write; logged. Raises NietGevonden."""
    beeld = get_plan(sessie, casus_id)
    noteer_inzage(sessie, "gezinsplan", casus_id)
    return beeld


def save_onderdeel(
    sessie: Sessie,
    casus_id: str,
    revision: int,
    sleutel: str,
    woorden: tuple[Citaat, ...],
    toelichting: str,
) -> int:
    """Keep one section; durable when this returns. Answers the new revision.

    Raises VerouderdeVersie where the plan was saved elsewhere since `revision`.
    """
    with sessie.unit_of_work() as uow:
        plan = _plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        _weiger_verouderd(plan, revision)
        read_planformaat(plan.formaat).require(sleutel)
        onderdeel = plan.onderdeel(sleutel)
        onderdeel.woorden = tuple(citaat for citaat in woorden if citaat.tekst.strip())
        onderdeel.toelichting = toelichting
        if not plan.gewijzigd:  # every pause in the typing saves; the log needs the first one of a version
            uow.log(LogSoort.GEWIJZIGD, f"gezinsplan: begin van versie {plan.versie + 1}", casus_id=casus_id)
        return _bewaar(uow, plan)


def save_doel(
    sessie: Sessie, casus_id: str, doel_id: str | None, gegevens: DoelGegevens, rust_id: str = ""
) -> PlanBeeld:
    """Add or change a goal; the one with `rust_id` rests from now on.

    Raises InhoudOngeldig without words or with a mark outside 0 to 10.
    """
    if not gegevens.wat.strip():
        raise InhoudOngeldig("Het doel is leeg.", "Schrijf op wat het gezin wil bereiken.")
    for cijfer in (gegevens.nu, gegevens.gewenst):
        if cijfer is not None and not 0 <= cijfer <= 10:
            raise InhoudOngeldig("Een cijfer loopt van 0 tot en met 10.")
    with sessie.unit_of_work() as uow:
        plan = _plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        if doel_id is None:
            plan.doelen.append(Doel(plan_id=plan.id, wat=gegevens.wat, volgorde=len(plan.doelen)))
            doel = plan.doelen[-1]
        else:
            doel = _vind(plan.doelen, doel_id)
        doel.wat, doel.van, doel.nu, doel.gewenst = gegevens.wat, gegevens.van, gegevens.nu, gegevens.gewenst
        doel.hoe_zien_we_dat, doel.actief = gegevens.hoe_zien_we_dat, gegevens.actief
        if rust_id:
            _vind(plan.doelen, rust_id).actief = False
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: doel", casus_id=casus_id)
        _bewaar(uow, plan)
    return get_plan(sessie, casus_id)


def verwijder_doel(sessie: Sessie, casus_id: str, doel_id: str) -> PlanBeeld:
    """Take a goal out of the plan in progress; frozen versions keep it."""
    with sessie.unit_of_work() as uow:
        plan = _plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.verwijder_doel(_vind(plan.doelen, doel_id))
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: doel weg", casus_id=casus_id)
        _bewaar(uow, plan)
    return get_plan(sessie, casus_id)


def save_actie(sessie: Sessie, casus_id: str, actie_id: str | None, gegevens: ActieGegevens) -> PlanBeeld:
    """Add or change an action. Raises InhoudOngeldig without words."""
    if not gegevens.wat.strip():
        raise InhoudOngeldig("De actie is leeg.", "Schrijf op wat er gaat gebeuren.")
    with sessie.unit_of_work() as uow:
        plan = _plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        if actie_id is None:
            plan.acties.append(Actie(plan_id=plan.id, wat=gegevens.wat, volgorde=len(plan.acties)))
            actie = plan.acties[-1]
        else:
            actie = _vind(plan.acties, actie_id)
        actie.wat, actie.wie = gegevens.wat, gegevens.wie
        actie.wanneer, actie.klaar = gegevens.wanneer, gegevens.klaar
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: actie", casus_id=casus_id)
        _bewaar(uow, plan)
    return get_plan(sessie, casus_id)


def verwijder_actie(sessie: Sessie, casus_id: str, actie_id: str) -> PlanBeeld:
    """Take an action out of the plan in progress; frozen versions keep it."""
    with sessie.unit_of_work() as uow:
        plan = _plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.acties.remove(_vind(plan.acties, actie_id))
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: actie weg", casus_id=casus_id)
        _bewaar(uow, plan)
    return get_plan(sessie, casus_id)


def set_evaluatie(sessie: Sessie, casus_id: str, op: date | None, uitkomst: str) -> PlanBeeld:
    """When the family looks again, and what came out the last time (S94)."""
    with sessie.unit_of_work() as uow:
        plan = _plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.evaluatie_op, plan.evaluatie_uitkomst = op, uitkomst
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: evaluatie", casus_id=casus_id)
        _bewaar(uow, plan)
    return get_plan(sessie, casus_id)


def kies_variant(sessie: Sessie, casus_id: str, variant: PlanVariant) -> PlanBeeld:
    """For whom the plan is written: order, titles and questions follow, what was written stays (S54).

    A plan that was begun in an older format goes over to the present one, which has the same sections.
    """
    with sessie.unit_of_work() as uow:
        plan = _plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.variant, plan.formaat = variant, HUIDIG
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: variant", casus_id=casus_id)
        _bewaar(uow, plan)
    return get_plan(sessie, casus_id)


def stel_plan_vast(sessie: Sessie, casus_id: str) -> PlanBeeld:
    """Freeze the next version. An empty plan is refused, and one that did not change since the last."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = _plan_om_te_schrijven(uow, casus)
        _stel_vast(plan, sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, f"gezinsplan versie {plan.versie} vastgesteld", casus_id=casus_id)
        uow.commit()
    return get_plan(sessie, casus_id)


def lees_plan(
    sessie: Sessie, casus_id: str, gegevens: dict[str, Any], *, vaststellen: bool = False
) -> PlanBeeld:
    """Take over a whole plan from `gezinsplan/1` and freeze it where asked. Raises VeldenOngeldig."""
    invoer = read_model(GezinsplanInvoer, gegevens)
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = _plan_om_te_schrijven(uow, casus)
        formaat = read_planformaat(plan.formaat)
        for sleutel in invoer.onderdelen:
            formaat.require(sleutel)
        neem_inhoud_over(plan, invoer)
        plan.gewijzigd = True
        if vaststellen:
            _stel_vast(plan, sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan", casus_id=casus_id)
        uow.commit()
    return get_plan(sessie, casus_id)


def controleer(sessie: Sessie, casus_id: str) -> tuple[Controlepunt, ...]:
    """The fourteen looks at this plan (domain 2.5)."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        children = tuple(jongere.id for jongere in casus.jongeren)
        bands = [band for band in gezin.ouderschappen if band.jongere_id in children]
        parents = {band.ouder_id for band in bands if telt_mee(gezin, band)}
        omgeving = PlanOmgeving(
            jongeren=tuple(jongere.roepnaam for jongere in casus.jongeren),
            regisseur=casus.regisseur,
            gezag=tuple(gezin.gezag_van(ouder_id, children) for ouder_id in sorted(parents)),
            vandaag=sessie.vandaag(),
        )
        return controleer_plan(plan_van(uow, casus), omgeving)


def _plan_om_te_schrijven(uow: UnitOfWork, casus: Casus) -> Gezinsplan:
    plan = plan_van(uow, casus)
    if plan.revision == 0:
        uow.plannen.add(plan)
    return plan


def _bewaar(uow: UnitOfWork, plan: Gezinsplan) -> int:
    plan.gewijzigd = True
    uow.commit()
    return plan.revision


def _weiger_verouderd(plan: Gezinsplan, revision: int) -> None:
    if plan.revision != revision:
        raise VerouderdeVersie(
            "Dit gezinsplan is intussen ergens anders gewijzigd.",
            "Je tekst staat er nog. Open het plan opnieuw en vergelijk.",
        )


def _stel_vast(plan: Gezinsplan, vandaag: date) -> None:
    written = any(o.woorden or o.toelichting.strip() for o in plan.onderdelen)
    if not (written or plan.doelen or plan.acties):
        raise RegelGeweigerd("Het gezinsplan is nog leeg.", "Vul samen minstens één onderdeel in.")
    if plan.versies and not plan.gewijzigd:
        raise RegelGeweigerd(
            f"Versie {plan.versie} is al vastgesteld en sindsdien is er niets veranderd.",
            "Je kunt meteen de bladzijde maken.",
        )
    plan.stel_vast(schrijf_planversie(inhoud_van(plan)), vandaag)


def _vind(items: list[_Deel], wanted: str) -> _Deel:
    for item in items:
        if item.id == wanted:
            return item
    raise NietGevonden("Dit staat niet meer in het plan.", "Open het plan opnieuw.")
