"""The gezinsplan: its sections, its variant, the day to look again; freezing a version."""

from __future__ import annotations

from datetime import date
from typing import Any

from kernteam_tui.domain.codes import LogSoort, PlanVariant
from kernteam_tui.domain.doelverloop import noteer_cijfer
from kernteam_tui.domain.fouten import RegelGeweigerd, VerouderdeVersie
from kernteam_tui.domain.gezinsplan import Citaat, Gezinsplan, Veldwaarde
from kernteam_tui.exchange.formaten.basis import read_model
from kernteam_tui.exchange.formaten.gezinsplan import GezinsplanInvoer
from kernteam_tui.exchange.formaten.planversie import schrijf_planversie
from kernteam_tui.services.akkoordtekst import laat_gelijke_tekst_los
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.planbeeld import (
    PlanBeeld,
    beeld_van,
    plan_om_te_schrijven,
    plan_van,
)
from kernteam_tui.services.planinhoud import inhoud_van, neem_inhoud_over
from kernteam_tui.services.planvorm import eis_onderdeel, formaat_in_gebruik, formaat_met_naam, laat_lege_los
from kernteam_tui.services.sessie import Sessie


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
    velden: tuple[Veldwaarde, ...] | None = None,
) -> int:
    """Keep one section; durable when this returns. Answers the new revision. Without `velden` its fields stay
    as they were.

    Raises VerouderdeVersie where the plan was saved elsewhere since `revision`.
    """
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        _weiger_verouderd(plan, revision)
        eis_onderdeel(uow, plan, sleutel)
        onderdeel = plan.onderdeel(sleutel)
        onderdeel.woorden = tuple(citaat for citaat in woorden if citaat.tekst.strip())
        onderdeel.toelichting = toelichting
        if velden is not None:
            onderdeel.velden = tuple(veld for veld in velden if veld.tekst.strip())
        if not plan.gewijzigd:  # every pause in the typing saves; the log needs the first one of a version
            uow.log(LogSoort.GEWIJZIGD, f"gezinsplan: begin van versie {plan.versie + 1}", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
        return plan.revision


def set_evaluatie(sessie: Sessie, casus_id: str, op: date | None, uitkomst: str) -> PlanBeeld:
    """When the family looks again, and what came out the last time (S94)."""
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.noteer_evaluatie(op, uitkomst, sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: evaluatie", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
    return get_plan(sessie, casus_id)


def kies_variant(sessie: Sessie, casus_id: str, variant: PlanVariant) -> PlanBeeld:
    """For whom the plan is written: order, titles and questions follow, what was written stays (S54).

    A plan that was begun in another format goes over to the one in use; what stands in a section or field
    that this one does not have stays and is shown (`planvorm`).
    """
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.variant, plan.formaat = variant, formaat_in_gebruik(uow)
        laat_lege_los(plan, formaat_met_naam(uow, plan.formaat))
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: van wie", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
    return get_plan(sessie, casus_id)


def stel_plan_vast(sessie: Sessie, casus_id: str) -> PlanBeeld:
    """Freeze the next version. An empty plan is refused, and one that did not change since the last."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_om_te_schrijven(uow, casus)
        laat_lege_los(plan, formaat_met_naam(uow, plan.formaat))
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
        plan = plan_om_te_schrijven(uow, casus)
        for sleutel in invoer.onderdelen:
            eis_onderdeel(uow, plan, sleutel)
        neem_inhoud_over(plan, invoer)
        laat_lege_los(plan, formaat_met_naam(uow, plan.formaat))
        for doel in plan.doelen:
            noteer_cijfer(plan, doel, sessie.vandaag())
        plan.gewijzigd = True
        if vaststellen:
            _stel_vast(plan, sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan", casus_id=casus_id)
        uow.commit()
    return get_plan(sessie, casus_id)


def _weiger_verouderd(plan: Gezinsplan, revision: int) -> None:
    if plan.revision != revision:
        raise VerouderdeVersie(
            "Dit gezinsplan is intussen ergens anders gewijzigd.",
            "Je tekst staat er nog. Open het plan opnieuw en vergelijk.",
        )


def _stel_vast(plan: Gezinsplan, vandaag: date) -> None:
    written = any(o.woorden or o.toelichting.strip() or o.velden for o in plan.onderdelen)
    if not (written or plan.doelen or plan.acties):
        raise RegelGeweigerd("Het gezinsplan is nog leeg.", "Vul samen minstens één onderdeel in.")
    if plan.versies and not plan.gewijzigd:
        raise RegelGeweigerd(
            f"Versie {plan.versie} is al vastgesteld en sindsdien is er niets veranderd.",
            "Je kunt meteen de bladzijde maken.",
        )
    plan.stel_vast(schrijf_planversie(inhoud_van(plan)), vandaag)
    laat_gelijke_tekst_los(plan, plan.versie)
