"""The whole plan as one HTML file: for a phone, a screen reader, or signs that no paper letter has."""

from __future__ import annotations

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.planpapier import Planpapier
from kernteam_tui.exchange.planpapier.opbouw import bouw_op
from kernteam_tui.exchange.webblad import Bladkop, maak_blad

SJABLOON = "planpapier/planpapier.html.jinja"


def maak_html(papier: Planpapier, doorlaat: Doorlaat) -> str:
    """The plan as one file without script or outside reference. The same plan gives the same text.

    It shows every sign of the family's words. Thread-safe. Raises DoorlaatOngeldig.
    """
    opbouw = bouw_op(papier, doorlaat)
    return maak_blad(
        SJABLOON, Bladkop(opbouw.koppen["titel"], opbouw.taal, groot=opbouw.groot), {"p": opbouw}
    )
