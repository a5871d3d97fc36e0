"""What may be typed after `kernteam verzoek` and `kernteam afschrift`."""

from __future__ import annotations

from kernteam_tui.cli.invoer import een_van, keuze, lees_datum, lees_pad, lees_woord
from kernteam_tui.cli.ontleder import Groep
from kernteam_tui.domain.deelcodes import VerzoekSoort

VORMEN = ("pdf", "tekst")
"""What a copy can be made as."""


def bouw_dossier(groep: Groep) -> None:
    """The commands about the file of a casus: noting a request, and making a copy."""
    verzoek = groep.maak("verzoek", "Noteer dat iemand iets vroeg over het dossier.")
    voeg = verzoek.add_argument
    voeg("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    voeg("--soort", metavar="SOORT", type=keuze(VerzoekSoort), required=True, help=", ".join(VerzoekSoort))
    voeg(
        "--van",
        metavar="WIE",
        type=lees_woord,
        required=True,
        help="jongere, een id uit ‘kernteam casus’, of hoe iemand anders heet",
    )
    voeg("--op", metavar="DATUM", type=lees_datum, required=True, help="dag waarop het werd gevraagd")
    voeg(
        "--tekst-bestand",
        metavar="BESTAND",
        help="bestand met wat er werd gevraagd of verklaard; - leest wat je doorgeeft",
    )
    voeg("--toch", action="store_true", help="ook als hetzelfde verzoek van deze persoon nog openstaat")
    copy = groep.maak("afschrift", "Maak een afschrift van het dossier voor één persoon.")
    voeg = copy.add_argument
    voeg("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    voeg(
        "--voor",
        metavar="WIE",
        type=lees_woord,
        required=True,
        help="jongere of een id uit ‘kernteam casus’",
    )
    voeg("--vorm", metavar="VORM", type=een_van(*VORMEN), required=True, help="pdf of tekst")
    voeg("--uit", metavar="BESTAND", type=lees_pad, help="waar het afschrift komt te staan; anders in uit/")
