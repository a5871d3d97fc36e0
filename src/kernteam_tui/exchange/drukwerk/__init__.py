"""What every PDF shares: cleaning its text (`zet`), printing it (`druk`), and the errors of both.

A new paper is a template in `assets/` that imports `/drukwerk/huisstijl.typ`, and a function that makes its
values:

    BRIEF = Papier("brief/brief.typ", "De brief kon niet als PDF gemaakt worden.")
    druk(BRIEF, Opschrift("Brief", "de gezinswerker", dag), zet({"zinnen": [...]}))
"""

from kernteam_tui.exchange.drukwerk.pers import (
    NORMEN,
    Druk,
    Opschrift,
    Papier,
    PdfMislukt,
    druk,
    druk_beeld,
    meet,
)
from kernteam_tui.exchange.drukwerk.zetsel import Zetsel, lees_dekking, wijs_op_web, zet

__all__ = [
    "NORMEN",
    "Druk",
    "Opschrift",
    "Papier",
    "PdfMislukt",
    "Zetsel",
    "druk",
    "druk_beeld",
    "lees_dekking",
    "meet",
    "wijs_op_web",
    "zet",
]
