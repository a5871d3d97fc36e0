"""The two terms of a gezinsplan: fixed within six weeks, on paper within fourteen days of a request
(Jeugdwet 4.1.3 lid 4 and 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.plantermijn import papier_vanaf, vaststellen_vanaf
from kernteam_tui.domain.wettelijk import PLAN_OP_PAPIER, PLAN_VASTGESTELD
from kernteam_tui.services.kalenders import wettermijn_uiterlijk
from kernteam_tui.services.planbeeld import plan_om_te_schrijven, plan_van
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Plantermijnen:
    """Where the two terms stand."""

    vaststellen_uiterlijk: date | None
    """None where a version is fixed already, or the six weeks do not run."""
    papier_gevraagd_op: date | None
    papier_gegeven_op: date | None
    papier_uiterlijk: date | None
    """None where nobody waits for it."""


@dataclass(frozen=True)
class PapierBeeld:
    """What the form about the plan on paper begins with."""

    casus: str
    jongere: str
    termijnen: Plantermijnen


def get_papier(sessie: Sessie, casus_id: str) -> PapierBeeld:
    """When the plan was asked for on paper and given. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        return PapierBeeld(casus.nummer, casus.naam, termijnen_van(plan_van(uow, casus), casus))


def termijnen_van(plan: Gezinsplan, casus: Casus) -> Plantermijnen:
    """Where the terms of this plan stand, by the casus from which it is looked at."""
    since = vaststellen_vanaf(plan.familieplan, plan.familieplan_op, casus.begeleiding_gestart)
    asked = papier_vanaf(plan.op_papier_gevraagd_op, plan.op_papier_gegeven_op)
    return Plantermijnen(
        vaststellen_uiterlijk=None if plan.versie else wettermijn_uiterlijk(since, PLAN_VASTGESTELD),
        papier_gevraagd_op=plan.op_papier_gevraagd_op,
        papier_gegeven_op=plan.op_papier_gegeven_op,
        papier_uiterlijk=wettermijn_uiterlijk(asked, PLAN_OP_PAPIER),
    )


def zet_op_papier(
    sessie: Sessie, casus_id: str, gevraagd_op: date | None, gegeven_op: date | None
) -> PapierBeeld:
    """Note when the plan was asked for on paper, and when it was given; None takes a day away.

    Raises RegelGeweigerd for a day that is yet to come, InhoudOngeldig where it would be given before it was
    asked, NietGevonden.
    """
    today = sessie.vandaag()
    if any(dag is not None and dag > today for dag in (gevraagd_op, gegeven_op)):
        raise RegelGeweigerd("Die dag ligt in de toekomst.", "Kies vandaag of een eerdere dag.")
    if gevraagd_op is not None and gegeven_op is not None and gegeven_op < gevraagd_op:
        raise InhoudOngeldig(
            "Het plan is gegeven voordat erom gevraagd werd.",
            "Vraagt het gezin het opnieuw? Maak dan ‘gegeven’ leeg tot ze het hebben.",
        )
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.op_papier_gevraagd_op, plan.op_papier_gegeven_op = gevraagd_op, gegeven_op
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: op papier", casus_id=casus_id)
        uow.commit()
    return get_papier(sessie, casus_id)
