"""The look at how easily the worker's own text reads (13). Words of the family are never looked at."""

from __future__ import annotations

from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.plancontrole.punten import Oordeel
from kernteam_tui.domain.taalhulp.kijken import KAN_KORTER, langste_zin

LANGE_ZIN = KAN_KORTER
"""Words in a sentence of the worker, above which a reader loses the thread (domain 5.1)."""


def korte_zinnen(plan: Gezinsplan) -> Oordeel:
    """13: the section that it goes to is the one with the longest sentence."""
    texts = [(o.toelichting, o.sleutel) for o in plan.onderdelen]
    texts += [(actie.wat, "wie_doet_wat") for actie in plan.acties]
    longest, sleutel = max(((langste_zin(text), waar) for text, waar in texts), default=(0, ""))
    return Oordeel(
        f"Jouw zinnen zijn kort (hoogstens {LANGE_ZIN} woorden)",
        longest <= LANGE_ZIN,
        f"Knip je langste zin in tweeën: hij heeft {longest} woorden.",
        sleutel,
    )
