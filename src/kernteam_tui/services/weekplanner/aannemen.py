"""A proposal or a whole plan becomes talks: all of it in one change, or nothing."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.services.gesprekken import (
    GesprekBeeld,
    GesprekGegevens,
    Verzetting,
    get_gesprek,
    plan_gesprek,
    plan_in,
    verzet_in,
)
from kernteam_tui.services.moment import Moment
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekplanner.beeld import Plaats, Plaatssoort


class PlanBotst(RegelGeweigerd):
    """Two talks of the part of a plan that was chosen want one person or one room at a time."""

    code = "plan_botst"


def neem_aan(sessie: Sessie, casus_id: str, moment: Moment) -> GesprekBeeld:
    """Plan the startgesprek of one casus at this moment. Raises as `plan_gesprek`."""
    return plan_gesprek(sessie, casus_id, _gegevens(moment))


def neem_plan_aan(
    sessie: Sessie, plaatsen: tuple[Plaats, ...], reden: str = "", *, laat: tuple[Plaats, ...] = ()
) -> tuple[GesprekBeeld, ...]:
    """Plan and move what these places say, all in one change; what stays is left alone.

    `reden` is needed where a talk moves. `laat` holds the places that were not chosen: a talk among them that
    would have moved stays where it was. Raises PlanBotst where a chosen place needs that time, and as
    `plan_gesprek` and `verzet_gesprek`; then nothing is kept.
    """
    _weiger_botsing(plaatsen, laat)
    with sessie.unit_of_work() as uow:
        ids = [
            _neem(uow, sessie, plaats, reden) for plaats in plaatsen if plaats.soort is not Plaatssoort.BLIJFT
        ]
        uow.commit()
    return tuple(get_gesprek(sessie, gesprek_id) for gesprek_id in ids)


def _neem(uow: UnitOfWork, sessie: Sessie, plaats: Plaats, reden: str) -> str:
    moment = plaats.moment
    if plaats.soort is Plaatssoort.NIEUW:
        return plan_in(uow, plaats.casus_id, _gegevens(moment), sessie.vandaag())
    naar = Verzetting(moment.start, reden, moment.plek, moment.wie)
    verzet_in(uow, plaats.gesprek_id, naar, sessie.nu())
    return plaats.gesprek_id


def _gegevens(moment: Moment) -> GesprekGegevens:
    return GesprekGegevens(
        GesprekSoort.STARTGESPREK, moment.start, moment.minuten, plek=moment.plek, wie=moment.wie
    )


def _weiger_botsing(plaatsen: tuple[Plaats, ...], laat: tuple[Plaats, ...]) -> None:
    """The worker is at every talk, so no two share time; a talk that was left out keeps its old time."""
    kept = [(p.was, p) for p in laat if p.was is not None and p.soort is Plaatssoort.VERSCHUIFT]
    new = [(p.moment.start, p) for p in plaatsen]
    for (start, een), (other, ander) in combinations([*new, *kept], 2):
        length, other_length = (timedelta(minutes=p.moment.minuten) for p in (een, ander))
        if start < other + other_length and other < start + length:
            raise PlanBotst(
                f"{een.casus} en {ander.casus} vallen samen op {moment_kort(max(start, other))}.",
                "Neem ze allebei mee, of laat ze allebei weg.",
            )
