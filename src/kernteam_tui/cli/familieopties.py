"""What may be typed after `kernteam netwerk` and `kernteam genogram`."""

from __future__ import annotations

from kernteam_tui.cli.invoer import lees_woord
from kernteam_tui.cli.ontleder import Groep


def bouw_familie(groep: Groep) -> None:
    """The commands about who belongs to a family, and who stands around it."""
    netwerk = groep.maak("netwerk", "Laat zien wie er om een jongere of gezin heen staan.")
    netwerk.add_argument("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    netwerk.add_argument(
        "--rond",
        metavar="WIE",
        type=lees_woord,
        default="",
        help="id van een jongere, of allen voor het hele gezin; anders de eerste jongere van de casus",
    )
    genogram = groep.maak("genogram", "Laat in woorden zien hoe de familie bij elkaar hoort.")
    genogram.add_argument("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
