"""The agenda of an overleg as a PDF."""

from __future__ import annotations

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, druk, zet
from kernteam_tui.exchange.overleg.blad import Agendablad, bouw_op

PAPIER = Papier("overleg/agenda.typ", "De agenda kon niet als PDF gemaakt worden.")


def maak_pdf(blad: Agendablad, doorlaten: tuple[Doorlaat, ...]) -> Druk:
    """Print it; the same agenda gives the same bytes. Thread-safe. Raises DoorlaatOngeldig, PdfMislukt."""
    opbouw = bouw_op(blad, doorlaten)
    opschrift = Opschrift(opbouw.titel, opbouw.van_wie, blad.datum, opbouw.taal)
    return druk(PAPIER, opschrift, zet(opbouw))
