"""All fourteen looks, in the order of domain 2.5."""

from __future__ import annotations

from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.plancontrole import afspraken, doelen, hulp, inhoud, zinnen
from kernteam_tui.domain.plancontrole.punten import Controlepunt, PlanOmgeving


def controleer_plan(plan: Gezinsplan, omgeving: PlanOmgeving) -> tuple[Controlepunt, ...]:
    """All fourteen, in order: number and meaning of each are those of domain 2.5."""
    found = (
        inhoud.vraag(plan),
        inhoud.kracht(plan, omgeving),
        inhoud.veiligheid(plan, omgeving),
        inhoud.netwerk(plan, omgeving),
        doelen.doelen(plan),
        doelen.acties(plan),
        doelen.van_een_ander(plan, omgeving),
        afspraken.regisseur(omgeving),
        afspraken.evaluatie(plan, omgeving),
        afspraken.akkoord(plan, omgeving),
        afspraken.gezag_en_toestemming(plan, omgeving),
        hulp.hulp_erbij(plan),
        zinnen.korte_zinnen(plan),
        afspraken.opp(plan),
    )
    return tuple(oordeel.als_punt(nr) for nr, oordeel in enumerate(found, start=1))
