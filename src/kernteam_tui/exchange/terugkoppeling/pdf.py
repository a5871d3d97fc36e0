"""The message to a partner as a PDF: tagged (PDF/UA-1) and lasting (PDF/A-2a), as the page for parents is."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.schoontekst import DOOS, op_papier
from kernteam_tui.exchange.bladzijde.pdf import NORMEN, PdfMislukt, lees_dekking
from kernteam_tui.exchange.terugkoppeling.brief import Brief, bouw_op

_slot = threading.Lock()


@dataclass(frozen=True)
class Briefdruk:
    """The bytes of the file, and what the worker should know."""

    data: bytes
    meldingen: tuple[str, ...]


def maak_pdf(brief: Brief, doorlaat: Doorlaat) -> Briefdruk:
    """Print the message on one A4; the same message gives the same bytes. Thread-safe.

    A sign that the fonts do not have becomes a box, with a melding. Raises DoorlaatOngeldig, PdfMislukt.
    """
    opbouw = bouw_op(brief, doorlaat)
    replaced: dict[str, None] = {}
    dag = brief.datum
    inhoud = {
        "taal": opbouw.taal,
        "titel": opbouw.titel,
        "van_wie": opbouw.van_wie,
        "regels": [[label, _papier(waarde, replaced)] for label, waarde in opbouw.regels],
        "zin": opbouw.zin,
        "dag": [dag.year, dag.month, dag.day],
    }
    signs = " ".join(replaced)
    meldingen = (f"Dit kan niet op papier: {signs} Daar staat nu {DOOS}.",) if signs else ()
    return Briefdruk(_druk(json.dumps(inhoud, ensure_ascii=False)), meldingen)


def _papier(tekst: str, replaced: dict[str, None]) -> str:
    papier = op_papier(tekst, lees_dekking())
    replaced.update(dict.fromkeys(papier.vervangen))
    return papier.tekst


@cache
def _compiler() -> typst.Compiler:
    assets = Path(str(files("kernteam_tui") / "assets"))
    bron = assets / "terugkoppeling"
    letters = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(assets / "lettertypen")],
    )
    geen_pakketten = str(bron / "pakketten")
    return typst.Compiler(
        input=str(bron / "brief.typ"),
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
            "Het bericht kon niet als PDF gemaakt worden.", "Maak het als tekst en meld deze fout."
        ) from None
    assert isinstance(pdf, bytes)
    return pdf
