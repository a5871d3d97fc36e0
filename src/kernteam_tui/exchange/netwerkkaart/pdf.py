"""The netwerkkaart as a PDF on A4: circles, and the map in words."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.netwerkkaart.kaart import Kaart
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, druk, zet
from kernteam_tui.exchange.netwerkkaart.opbouw import bouw_op

PAPIER = Papier(
    "netwerkkaart/netwerkkaart.typ",
    "De netwerkkaart kon niet als PDF gemaakt worden.",
    "Maak hem als tekst en meld deze fout.",
)


def maak_netwerkpdf(kaart: Kaart, dag: date) -> Druk:
    """Print this map, dated `dag`. What is in `kaart` stands on it: numbers too, where there are any.

    Signs that the fonts do not have become a box, with a melding. Thread-safe. Raises PdfMislukt.
    """
    datum = f"{dag.day}-{dag.month}-{dag.year}"
    zetsel = zet({**bouw_op(kaart), "datum": datum})
    return druk(PAPIER, Opschrift("Netwerkkaart", "gezinswerker", dag), zetsel)
