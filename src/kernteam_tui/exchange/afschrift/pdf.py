"""A copy of the file as a PDF: tagged (PDF/UA-1) and lasting (PDF/A-2a), as the page for parents is."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from kernteam_tui.domain.afschrift.stukken import Afschrift
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.schoontekst import DOOS, op_papier, richting
from kernteam_tui.exchange.afschrift.opbouw import bouw_op
from kernteam_tui.exchange.bladzijde.pdf import NORMEN, PdfMislukt, lees_dekking

_slot = threading.Lock()


@dataclass(frozen=True)
class Afschriftdruk:
    """The bytes of the file, and what the worker should know."""

    data: bytes
    meldingen: tuple[str, ...]


def maak_pdf(afschrift: Afschrift, doorlaat: Doorlaat) -> Afschriftdruk:
    """Print the copy on as many A4 as it needs; the same copy gives the same bytes. Thread-safe.

    A sign that the fonts do not have becomes a box, with a melding. Raises DoorlaatOngeldig, PdfMislukt.
    """
    opbouw = asdict(bouw_op(afschrift, doorlaat))
    replaced: dict[str, None] = {}
    inhoud = _papier(opbouw, replaced)
    dag = afschrift.datum
    inhoud["dag"] = [dag.year, dag.month, dag.day]
    signs = " ".join(replaced)
    meldingen = (f"Dit kan niet op papier: {signs} Daar staat nu {DOOS}.",) if signs else ()
    return Afschriftdruk(_druk(json.dumps(inhoud, ensure_ascii=False)), meldingen)


def _papier(waarde: Any, replaced: dict[str, None]) -> Any:
    """The same value with every string made printable; a paragraph of a piece also says how it runs."""
    if isinstance(waarde, str):
        papier = op_papier(waarde, lees_dekking())
        replaced.update(dict.fromkeys(papier.vervangen))
        return papier.tekst
    if isinstance(waarde, dict):
        return {
            sleutel: [_gericht(regel, replaced) for regel in deel]
            if sleutel == "regels"
            else _papier(deel, replaced)
            for sleutel, deel in waarde.items()
        }
    return [_papier(deel, replaced) for deel in waarde]


def _gericht(regel: tuple[str, tuple[str, ...]], replaced: dict[str, None]) -> dict[str, Any]:
    label, alineas = regel
    return {
        "label": _papier(label, replaced),
        "alineas": [{"tekst": _papier(een, replaced), "richting": richting(een)} for een in alineas],
    }


@cache
def _compiler() -> typst.Compiler:
    assets = Path(str(files("kernteam_tui") / "assets"))
    bron = assets / "afschrift"
    letters = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(assets / "lettertypen")],
    )
    geen_pakketten = str(bron / "pakketten")
    return typst.Compiler(
        input=str(bron / "afschrift.typ"),
        root=str(bron),
        font_paths=letters,
        package_path=geen_pakketten,
        package_cache_path=geen_pakketten,
    )


def _druk(data: str) -> bytes:
    try:
        with _slot:
            pdf = _compiler().compile(
                sys_inputs={"data": data}, format="pdf", pdf_standards=NORMEN, timestamp=0
            )
    except typst.TypstError:
        # typst quotes the text in its message, so it may not be shown or kept
        raise PdfMislukt(
            "Het afschrift kon niet als PDF gemaakt worden.", "Maak het als tekst en meld deze fout."
        ) from None
    assert isinstance(pdf, bytes)
    return pdf
