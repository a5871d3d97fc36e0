"""The genogram as a PDF on A4 landscape: tagged (PDF/UA-1) with the family in words, lasting (PDF/A-2a).

As for the page for parents: typst gets one JSON string and shows it as values, own fonts and template only,
nothing is fetched or written, and the same facts give the same bytes.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from kernteam_tui.domain.genogram.omschrijving import beschrijf
from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.schoontekst import DOOS, op_papier, zonder_stuurtekens
from kernteam_tui.exchange.bladzijde.pdf import NORMEN, PdfMislukt, lees_dekking
from kernteam_tui.exchange.genogram.opbouw import bouw_op
from kernteam_tui.exchange.genogram.uitleg import bouw_uitleg

VLAK = (271.0, 152.0)
"""Millimetres of an A4 on its side that the drawing may take; title and legend take the rest."""
NAAM_BREED = 14

_slot = threading.Lock()


@dataclass(frozen=True)
class Genogramdruk:
    """The file's bytes, how large it is drawn (1 is the natural size), and what the worker should know."""

    data: bytes
    schaal: float
    meldingen: tuple[str, ...]


def maak_genogram(stamboom: Stamboom, titel: str, dag: date, naam_breed: int = NAAM_BREED) -> Genogramdruk:
    """Print the family on one A4 on its side, scaled to fit, dated `dag`.

    Signs that the fonts do not have become a box, with a melding. Thread-safe. Raises PdfMislukt.
    """
    blad = _blad(stamboom, titel, dag, naam_breed)
    return Genogramdruk(_druk(blad.inhoud, _als_pdf), blad.schaal, _melding(blad.vervangen))


def maak_beeld(stamboom: Stamboom, titel: str, dag: date, ppi: float = 110) -> bytes:
    """The same page as a PNG, to look at. Raises PdfMislukt."""
    blad = _blad(stamboom, titel, dag, NAAM_BREED)
    return _druk(blad.inhoud, lambda data: _compiler().compile(sys_inputs=data, format="png", ppi=ppi))


@dataclass(frozen=True)
class _Blad:
    inhoud: dict[str, Any]
    schaal: float
    vervangen: tuple[str, ...]


def _blad(stamboom: Stamboom, titel: str, dag: date, naam_breed: int) -> _Blad:
    tekening = maak_tekening(stamboom, naam_breed)
    opbouw = bouw_op(tekening, VLAK)
    vervangen: dict[str, None] = {}
    teksten = {
        "titel": titel,
        "omschrijving": " ".join(beschrijf(stamboom)) or "Er staat nog niemand in.",
        "vormen": opbouw.vormen,
        "uitleg": bouw_uitleg(tekening),
    }
    inhoud = {
        **_op_papier(teksten, vervangen),
        "breedte": opbouw.breedte,
        "hoogte": opbouw.hoogte,
        "schaal": opbouw.schaal,
        "dag": [dag.year, dag.month, dag.day],
        "datum": f"{dag.day}-{dag.month}-{dag.year}",
    }
    return _Blad(inhoud, opbouw.schaal, tuple(vervangen))


@cache
def _compiler() -> typst.Compiler:
    bron = _assets() / "genogram"
    letters = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_assets() / "lettertypen")],
    )
    geen_pakketten = str(bron / "pakketten")
    return typst.Compiler(
        input=str(bron / "genogram.typ"),
        root=str(bron),
        font_paths=letters,
        package_path=geen_pakketten,
        package_cache_path=geen_pakketten,
    )


def _als_pdf(data: dict[str, str]) -> object:
    return _compiler().compile(sys_inputs=data, format="pdf", pdf_standards=NORMEN, timestamp=0)


def _druk(inhoud: dict[str, Any], vorm: Callable[[dict[str, str]], object]) -> bytes:
    try:
        with _slot:
            bestand = vorm({"data": json.dumps(inhoud, ensure_ascii=False)})
    except typst.TypstError:
        # typst quotes the text in its message, so it may not be shown or kept
        raise PdfMislukt(
            "Het genogram kon niet als PDF gemaakt worden.", "Maak het als tekst en meld deze fout."
        ) from None
    assert isinstance(bestand, bytes)
    return bestand


def _assets() -> Path:
    return Path(str(files("kernteam_tui") / "assets"))


def _op_papier(waarde: Any, vervangen: dict[str, None]) -> Any:
    """The same value with every string made printable; adds the signs that became a box to `vervangen`."""
    if isinstance(waarde, str):
        papier = op_papier(zonder_stuurtekens(waarde), lees_dekking())
        vervangen.update(dict.fromkeys(papier.vervangen))
        return papier.tekst
    if isinstance(waarde, dict):
        return {sleutel: _op_papier(deel, vervangen) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_op_papier(deel, vervangen) for deel in waarde]
    return waarde


def _melding(vervangen: Iterable[str]) -> tuple[str, ...]:
    tekens = " ".join(vervangen)
    return (f"Dit kan niet op papier: {tekens} Daar staat nu {DOOS}.",) if tekens else ()
