"""A proposal or a whole plan becomes talks."""

from __future__ import annotations

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.services.gesprekken import GesprekBeeld, GesprekGegevens, plan_gesprek, verzet_gesprek
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekplanner.beeld import Plaats, Plaatssoort, Weekmoment


def neem_aan(sessie: Sessie, casus_id: str, moment: Weekmoment) -> GesprekBeeld:
    """Plan the startgesprek of one casus at this moment. Raises as `plan_gesprek`."""
    return plan_gesprek(
        sessie,
        casus_id,
        GesprekGegevens(
            GesprekSoort.STARTGESPREK, moment.start, moment.minuten, plek=moment.plek, wie=moment.wie
        ),
    )


def neem_plan_aan(sessie: Sessie, plaatsen: tuple[Plaats, ...], reden: str = "") -> tuple[GesprekBeeld, ...]:
    """Plan and move what these places say, in their order; what stays is left alone.

    `reden` is needed where a talk moves. Raises as `plan_gesprek` and `verzet_gesprek`.
    """
    return tuple(
        _neem(sessie, plaats, reden) for plaats in plaatsen if plaats.soort is not Plaatssoort.BLIJFT
    )


def _neem(sessie: Sessie, plaats: Plaats, reden: str) -> GesprekBeeld:
    if plaats.soort is Plaatssoort.NIEUW:
        return neem_aan(sessie, plaats.casus_id, plaats.moment)
    return verzet_gesprek(sessie, plaats.gesprek_id, plaats.moment.start, reden, plaats.moment.plek)
