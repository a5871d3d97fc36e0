"""How much too long a page is that does not fit, and which part is longest: measured as it is set."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kernteam_tui.exchange.drukwerk import Opschrift, Papier, Zetsel, meet

IN_TE_KORTEN = ("waarom", "goed", "kring", "doelen", "acties", "school")
"""The parts that a family and a worker fill in themselves; the others are the same for everybody."""


@dataclass(frozen=True)
class Overlengte:
    """A page that does not fit. Lines are those of running text, in the smallest letter that was tried."""

    regels: int
    """That must go, at least 1; over a page break there may be a few more."""
    langste: str
    """Key of the part that takes most room."""
    langste_regels: int
    """Of that part, without its heading."""


def meet_overlengte(papier: Papier, opschrift: Opschrift, zetsel: Zetsel, vellen: int) -> Overlengte:
    """How much longer than `vellen` sheets this is. Only of a page that does not fit. Raises PdfMislukt."""
    gemeten = meet(papier, opschrift, zetsel.met(meten=True), "plek")
    maten = {str(wat): float(hoog) for wat, hoog in gemeten}
    over = maten["eind"] - maten["hoofd"] - vellen * maten["vel"]
    langste = max(IN_TE_KORTEN, key=lambda deel: maten.get(f"in-{deel}", 0.0))
    regels = round((maten[f"in-{langste}"] + maten["wit"]) / maten["regel"])
    return Overlengte(max(1, math.ceil(over / maten["regel"])), langste, max(1, regels))
