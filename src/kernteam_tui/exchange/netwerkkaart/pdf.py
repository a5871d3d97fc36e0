"""The netwerkkaart as a PDF on A4: circles, tagged (PDF/UA-1) with the map in words, lasting (PDF/A-2a).

As for the page for parents: typst gets one JSON string and shows it as values, own fonts and template only,
nothing is fetched or written, and the same facts give the same bytes.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from kernteam_tui.domain.netwerkkaart.kaart import Kaart
from kernteam_tui.domain.schoontekst import DOOS, op_papier, zonder_stuurtekens
from kernteam_tui.exchange.bladzijde.pdf import NORMEN, PdfMislukt, lees_dekking
from kernteam_tui.exchange.netwerkkaart.opbouw import bouw_op

_slot = threading.Lock()


@dataclass(frozen=True)
class Netwerkdruk:
    """The file's bytes, and what the worker should know."""

    data: bytes
    meldingen: tuple[str, ...]


def maak_netwerkpdf(kaart: Kaart, dag: date) -> Netwerkdruk:
    """Print this map, dated `dag`. What is in `kaart` stands on it: numbers too, where there are any.

    Signs that the fonts do not have become a box, with a melding. Thread-safe. Raises PdfMislukt.
    """
    vervangen: dict[str, None] = {}
    inhoud = _op_papier(bouw_op(kaart), vervangen)
    datum = {"dag": [dag.year, dag.month, dag.day], "datum": f"{dag.day}-{dag.month}-{dag.year}"}
    return Netwerkdruk(_druk({**inhoud, **datum}), _melding(vervangen))


@cache
def _compiler() -> typst.Compiler:
    bron = _assets() / "netwerkkaart"
    letters = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_assets() / "lettertypen")],
    )
    geen_pakketten = str(bron / "pakketten")
    return typst.Compiler(
        input=str(bron / "netwerkkaart.typ"),
        root=str(bron),
        font_paths=letters,
        package_path=geen_pakketten,
        package_cache_path=geen_pakketten,
    )


def _druk(inhoud: dict[str, Any]) -> bytes:
    data = json.dumps(inhoud, ensure_ascii=False)
    try:
        with _slot:
            pdf = _compiler().compile(
                sys_inputs={"data": data}, format="pdf", pdf_standards=NORMEN, timestamp=0
            )
    except typst.TypstError:
        # typst quotes the text in its message, so it may not be shown or kept
        raise PdfMislukt(
            "De netwerkkaart kon niet als PDF gemaakt worden.", "Maak hem als tekst en meld deze fout."
        ) from None
    assert isinstance(pdf, bytes)
    return pdf


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
