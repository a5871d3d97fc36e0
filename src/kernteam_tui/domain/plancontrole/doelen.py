"""The looks at goals and actions (5 to 7)."""

from __future__ import annotations

from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.gezinsplan import MAX_DOELEN, Actie, Gezinsplan
from kernteam_tui.domain.plancontrole.punten import Oordeel, PlanOmgeving, kort


def doelen(plan: Gezinsplan) -> Oordeel:
    """5: one to three goals, each with how they see that it works."""
    goals = plan.actieve_doelen
    unseen = [doel for doel in goals if not doel.hoe_zien_we_dat.strip()]
    if len(goals) > MAX_DOELEN:
        what_now = f"Er lopen {len(goals)} doelen. Kies er samen {MAX_DOELEN}; de andere mogen rusten."
    elif unseen:
        what_now = f"Vraag bij ‘{kort(unseen[0].wat)}’: waaraan zie je dat het lukt?"
    else:
        what_now = f"Kies samen één tot {MAX_DOELEN} doelen."
    return Oordeel(
        "Eén tot drie doelen, elk met hoe je ziet dat het lukt",
        0 < len(goals) <= MAX_DOELEN and not unseen,
        what_now,
        "wat_willen_wij_bereiken",
    )


def acties(plan: Gezinsplan) -> Oordeel:
    """6: each action has a name and a day."""
    half = [actie for actie in plan.acties if not (actie.wie.strip() and actie.wanneer)]
    return Oordeel(
        "Elke actie heeft een naam en een dag",
        bool(plan.acties) and not half,
        _wat_mist(half) if half else "Spreek af wie wat doet, en wanneer.",
        "wie_doet_wat",
    )


def van_een_ander(plan: Gezinsplan, omgeving: PlanOmgeving) -> Oordeel:
    """7: at least one action is not of the worker, by whatever name she stands there."""
    own = {_als_naam(naam) for naam in omgeving.eigen_namen}
    whose = [_als_naam(actie.wie) for actie in plan.acties]
    others = [wie for wie in whose if wie and wie not in own and "gezinswerker" not in wie]
    return Oordeel(
        "Minstens één actie is niet van jou",
        bool(others),
        "Vraag wat het gezin, familie of school zelf kan doen.",
        "wie_doet_wat",
    )


def _als_naam(wie: str) -> str:
    return " ".join(gevouwen(wie).split())


def _wat_mist(half: list[Actie]) -> str:
    first = half[0]
    asked = [wat for wat, er in (("wie het doet", first.wie.strip()), ("wanneer", first.wanneer)) if not er]
    more = f" Zo zijn er {len(half)}." if len(half) > 1 else ""
    return f"Zet bij ‘{kort(first.wat)}’ {' en '.join(asked)}.{more}"
