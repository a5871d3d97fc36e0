"""What every paper on a screen shares: one HTML file without script or outside reference (`maak_blad`).

A new paper is a template in `assets/` that extends `webblad/basis.html.jinja` and fills its block `blad`,
with the pieces of `webblad/delen.html.jinja` (a text in its own language, label and value, a list, a table):

    maak_blad("planpapier/plan.html.jinja", Bladkop("Ons plan"), {"p": opbouw})
"""

from kernteam_tui.exchange.webblad.blad import CSP, Bladkop, maak_blad
from kernteam_tui.exchange.webblad.letters import breek_af, schat_breedte

__all__ = ["CSP", "Bladkop", "breek_af", "maak_blad", "schat_breedte"]
