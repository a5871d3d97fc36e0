"""What may be typed after `kernteam agenda`."""

from __future__ import annotations

from kernteam_tui.cli.invoer import lees_dag, lees_woord
from kernteam_tui.cli.ontleder import Ontleder


def bouw_lezen(lezen: Ontleder) -> None:
    """The options of `kernteam agenda lezen`."""
    voeg = lezen.add_argument
    voeg("bestand", metavar="BESTAND", type=lees_woord, help="agenda (.ics); - leest wat je doorgeeft")
    voeg("--van", metavar="DATUM", type=lees_dag, required=True, help="eerste dag (JJJJ-MM-DD)")
    voeg("--tot", metavar="DATUM", type=lees_dag, required=True, help="dag na de laatste dag")
    voeg(
        "--ik",
        metavar="ADRES",
        type=lees_woord,
        default="",
        help="e-mailadres van wie de agenda is: wat die afzei telt dan niet mee",
    )
