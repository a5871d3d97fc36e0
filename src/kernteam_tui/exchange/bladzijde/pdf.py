"""The page for parents as a PDF."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.exchange.bladzijde.opbouw import Opbouw, bouw_op
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, druk, zet

LETTERGROOTTES = (12.0, 11.5, 11.0, 10.5)
"""Points, tried in this order until the page fits on one A4; smaller is not readable on a fridge door."""

PAPIER = Papier(
    "bladzijde/bladzijde.typ",
    "De bladzijde kon niet als PDF gemaakt worden.",
    "Maak hem als tekst en meld deze fout.",
)


@dataclass(frozen=True)
class Afdruk(Druk):
    """A printed page, and its letter size."""

    punten: float


def maak_pdf(bladzijde: Bladzijde) -> Afdruk:
    """Print the page. The same page gives the same bytes.

    It is set in 12 points, smaller (down to 10.5) when that makes it fit on one A4; what does not fit goes
    on, in 12 points, to a next sheet with a melding: words of a family are never cut. Signs that the fonts do
    not have become a box, with a melding. Thread-safe. Raises TaalOnbekend, PdfMislukt.
    """
    opbouw = bouw_op(bladzijde)
    zetsel = zet(opbouw)
    opschrift = _opschrift(opbouw, bladzijde)
    for punten in (*LETTERGROOTTES, LETTERGROOTTES[0]):
        gedrukt = druk(PAPIER, opschrift, zetsel.met(punten=punten))
        if gedrukt.bladzijden == 1:
            break
    meldingen = (*gedrukt.meldingen, *_lengte_melding(gedrukt.bladzijden))
    return Afdruk(gedrukt.data, gedrukt.bladzijden, meldingen, punten)


def _opschrift(opbouw: Opbouw, bladzijde: Bladzijde) -> Opschrift:
    return Opschrift(
        titel=opbouw.koppen["titel"],
        van_wie=opbouw.zinnen["gezinswerker"],
        dag=bladzijde.datum,
        taal=opbouw.taal,
        richting=opbouw.richting,
        bladzijde_van=opbouw.zinnen["bladzijde_van"],
    )


def _lengte_melding(aantal: int) -> tuple[str, ...]:
    if aantal == 1:
        return ()
    return (f"Dit past niet op één A4: het zijn {aantal} bladzijden. Maak de tekst samen korter.",)
