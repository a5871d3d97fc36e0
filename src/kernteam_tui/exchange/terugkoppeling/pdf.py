"""The message to a partner as a PDF."""

from __future__ import annotations

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, druk, zet
from kernteam_tui.exchange.terugkoppeling.brief import Brief, bouw_op

PAPIER = Papier("terugkoppeling/brief.typ", "Het bericht kon niet als PDF gemaakt worden.")


def maak_pdf(brief: Brief, doorlaat: Doorlaat) -> Druk:
    """Print the message on one A4; the same message gives the same bytes. Thread-safe.

    A sign that the fonts do not have becomes a box, with a melding. Raises DoorlaatOngeldig, PdfMislukt.
    """
    opbouw = bouw_op(brief, doorlaat)
    opschrift = Opschrift(opbouw.titel, opbouw.van_wie, brief.datum, opbouw.taal)
    return druk(PAPIER, opschrift, zet(opbouw))
