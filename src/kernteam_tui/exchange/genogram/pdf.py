"""The genogram as a PDF on A4 landscape, with the family in words for who cannot see the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.genogram.omschrijving import beschrijf
from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, Zetsel, druk, druk_beeld, zet
from kernteam_tui.exchange.genogram.opbouw import bouw_op
from kernteam_tui.exchange.genogram.uitleg import bouw_uitleg

VLAK = (271.0, 152.0)
"""Millimetres of an A4 on its side that the drawing may take; title and legend take the rest."""
NAAM_BREED = 14

PAPIER = Papier("genogram/genogram.typ", "Het genogram kon niet als PDF gemaakt worden.")


@dataclass(frozen=True)
class Genogramdruk(Druk):
    """A printed genogram, and how large it is drawn (1 is the natural size)."""

    schaal: float


def maak_genogram(stamboom: Stamboom, titel: str, dag: date, naam_breed: int = NAAM_BREED) -> Genogramdruk:
    """Print the family on one A4 on its side, scaled to fit, dated `dag`; `titel` stands above it.

    Signs that the fonts do not have become a box, with a melding. Thread-safe. Raises PdfMislukt.
    """
    zetsel = _zetsel(stamboom, titel, dag, naam_breed)
    gedrukt = druk(PAPIER, _opschrift(dag), zetsel)
    schaal = float(zetsel.inhoud["schaal"])
    return Genogramdruk(gedrukt.data, gedrukt.bladzijden, gedrukt.meldingen, schaal)


def maak_beeld(stamboom: Stamboom, titel: str, dag: date, ppi: float = 110) -> bytes:
    """The same page as a PNG, to look at. Raises PdfMislukt."""
    return druk_beeld(PAPIER, _opschrift(dag), _zetsel(stamboom, titel, dag, NAAM_BREED), ppi)


def _opschrift(dag: date) -> Opschrift:
    return Opschrift("Genogram", "gezinswerker", dag)


def _zetsel(stamboom: Stamboom, titel: str, dag: date, naam_breed: int) -> Zetsel:
    tekening = maak_tekening(stamboom, naam_breed)
    opbouw = bouw_op(tekening, VLAK)
    return zet(
        {
            "titel": titel,
            "datum": f"{dag.day}-{dag.month}-{dag.year}",
            "omschrijving": " ".join(beschrijf(stamboom)) or "Er staat nog niemand in.",
            "vormen": opbouw.vormen,
            "uitleg": bouw_uitleg(tekening),
            "breedte": opbouw.breedte,
            "hoogte": opbouw.hoogte,
            "schaal": opbouw.schaal,
        }
    )
