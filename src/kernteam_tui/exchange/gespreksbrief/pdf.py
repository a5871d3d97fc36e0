"""The invitation on paper as a PDF."""

from __future__ import annotations

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, druk, zet
from kernteam_tui.exchange.gespreksbrief.brief import Gespreksbrief, bouw_op

PAPIER = Papier("gespreksbrief/brief.typ", "De brief kon niet als PDF gemaakt worden.", "Meld deze fout.")


def maak_pdf(brief: Gespreksbrief, doorlaat: Doorlaat) -> Druk:
    """Print the letter on one A4; the same letter gives the same bytes. Thread-safe.

    Raises DoorlaatOngeldig, PdfMislukt.
    """
    opbouw = bouw_op(brief, doorlaat)
    opschrift = Opschrift(opbouw.titel, opbouw.van_wie, brief.datum, opbouw.taal)
    return druk(PAPIER, opschrift, zet(opbouw))
