"""The goals and the actions of a gezinsplan: adding, changing, taking away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.doelverloop import noteer_cijfer, weiger_cijfer
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gezinsplan import Actie, Doel, Gezinsplan
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.planbeeld import PlanBeeld, plan_om_te_schrijven
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
    opp_doel: str = ""
    """Goal in the OPP of school that this one goes along with (S51)."""
    opp_afgestemd_op: date | None = None
    """Day on which the two were last laid side by side with school."""
    familiedoel: str = ""
    """Goal of the familiegroepsplan that this one comes from."""


@dataclass(frozen=True)
class ActieGegevens:
    """What is asked of an action. `wie` is anybody: family, network, school, partner, worker."""

    wat: str
    wie: str = ""
    wanneer: date | None = None
    klaar: bool = False


def save_doel(
    sessie: Sessie, casus_id: str, doel_id: str | None, gegevens: DoelGegevens, rust_id: str = ""
) -> PlanBeeld:
    """Add or change a goal; the one with `rust_id` rests from now on. Another mark is kept as of today.

    Raises InhoudOngeldig without words, with a mark outside 0 to 10, or with an alignment of tomorrow.
    """
    _controleer(gegevens, sessie.vandaag())
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        doel = _vind(plan.doelen, doel_id) if doel_id is not None else _nieuw_doel(plan)
        _neem_over(doel, gegevens)
        noteer_cijfer(plan, doel, sessie.vandaag())
        if rust_id:
            _vind(plan.doelen, rust_id).actief = False
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: doel", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
    return get_plan(sessie, casus_id)


def verwijder_doel(sessie: Sessie, casus_id: str, doel_id: str) -> PlanBeeld:
    """Take a goal out of the plan in progress; frozen versions keep it."""
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.verwijder_doel(_vind(plan.doelen, doel_id))
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: doel weg", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
    return get_plan(sessie, casus_id)


def save_actie(sessie: Sessie, casus_id: str, actie_id: str | None, gegevens: ActieGegevens) -> PlanBeeld:
    """Add or change an action. Raises InhoudOngeldig without words."""
    if not gegevens.wat.strip():
        raise InhoudOngeldig("De actie is leeg.", "Schrijf op wat er gaat gebeuren.")
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        if actie_id is None:
            plan.acties.append(Actie(plan_id=plan.id, wat=gegevens.wat, volgorde=len(plan.acties)))
            actie = plan.acties[-1]
        else:
            actie = _vind(plan.acties, actie_id)
        actie.wat, actie.wie = gegevens.wat, gegevens.wie
        actie.wanneer, actie.klaar = gegevens.wanneer, gegevens.klaar
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: actie", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
    return get_plan(sessie, casus_id)


def verwijder_actie(sessie: Sessie, casus_id: str, actie_id: str) -> PlanBeeld:
    """Take an action out of the plan in progress; frozen versions keep it."""
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.acties.remove(_vind(plan.acties, actie_id))
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: actie weg", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
    return get_plan(sessie, casus_id)


def _controleer(gegevens: DoelGegevens, vandaag: date) -> None:
    if not gegevens.wat.strip():
        raise InhoudOngeldig("Het doel is leeg.", "Schrijf op wat het gezin wil bereiken.")
    weiger_cijfer(gegevens.nu)
    weiger_cijfer(gegevens.gewenst)
    if gegevens.opp_afgestemd_op is not None and gegevens.opp_afgestemd_op > vandaag:
        raise InhoudOngeldig(
            "Deze dag is nog niet geweest.", "Noteer wanneer je het doel met school naast het OPP legde."
        )


def _nieuw_doel(plan: Gezinsplan) -> Doel:
    plan.doelen.append(Doel(plan_id=plan.id, wat="", volgorde=len(plan.doelen)))
    return plan.doelen[-1]


def _neem_over(doel: Doel, gegevens: DoelGegevens) -> None:
    doel.wat, doel.van, doel.nu, doel.gewenst = gegevens.wat, gegevens.van, gegevens.nu, gegevens.gewenst
    doel.hoe_zien_we_dat, doel.actief = gegevens.hoe_zien_we_dat, gegevens.actief
    doel.opp_doel, doel.opp_afgestemd_op = gegevens.opp_doel, gegevens.opp_afgestemd_op
    doel.familiedoel = gegevens.familiedoel


def _vind(items: list[_Deel], wanted: str) -> _Deel:
    for item in items:
        if item.id == wanted:
            return item
    raise NietGevonden("Dit staat niet meer in het plan.", "Open het plan opnieuw.")
