"""The whole plan as a PDF."""

from __future__ import annotations

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.planpapier import Planpapier
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, druk, zet
from kernteam_tui.exchange.planpapier.opbouw import bouw_op

PAPIER = Papier("planpapier/planpapier.typ", "Het gezinsplan kon niet als PDF gemaakt worden.")


def maak_pdf(papier: Planpapier, doorlaat: Doorlaat) -> Druk:
    """Print the plan on as many A4 as it needs; the same plan gives the same bytes. Thread-safe.

    A sign that the fonts do not have becomes a box, with a melding. Raises DoorlaatOngeldig, PdfMislukt.
    """
    opbouw = bouw_op(papier, doorlaat)
    zetsel = zet(opbouw)
    opschrift = Opschrift(
        titel=opbouw.koppen["titel"],
        van_wie=opbouw.zinnen["van_wie"],
        dag=papier.datum,
        taal=opbouw.taal,
        bladzijde_van=f"{zetsel.inhoud['merk']} · {opbouw.zinnen['bladzijde_van']}",
    )
    return druk(PAPIER, opschrift, zetsel)
