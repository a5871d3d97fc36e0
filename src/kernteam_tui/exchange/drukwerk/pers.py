"""From values to a PDF that everybody can read: tagged (PDF/UA-1) and lasting (PDF/A-2a).

typst gets the values as one JSON string and shows them as values only, so no text of a family is ever read as
markup. Nothing is written to disk and nothing is fetched: own fonts, own templates, bytes back.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.exchange.drukwerk.zetsel import Zetsel

NORMEN: list[typst.PDFStandard] = ["a-2a", "ua-1"]

_slot = threading.Lock()


class PdfMislukt(KernteamError):
    """The PDF could not be made: a fault of the program, not of the user. It never quotes a text."""

    code = "pdf_mislukt"
    exit_status = 70
    titel = "De PDF is niet gemaakt"


@dataclass(frozen=True)
class Papier:
    """One kind of paper."""

    sjabloon: str
    """Its template, within `assets/`."""
    mislukt: str
    """What the worker reads when it cannot be made."""
    stap: str = "Maak het als tekst en meld deze fout."


@dataclass(frozen=True)
class Opschrift:
    """What the file says of itself to every program that opens it: so never a name of a family."""

    titel: str
    """What kind of paper it is: `Genogram`."""
    van_wie: str
    """A role."""
    dag: date
    """The day of the paper, in the file too; the clock of the machine is not used."""
    taal: str = "nl"
    richting: str = "ltr"
    bladzijde_van: str = "bladzijde {nummer} van {totaal}"
    """The foot of a paper of more than one sheet."""


@dataclass(frozen=True)
class Druk:
    """A printed paper: the bytes of the file, how many sheets, and what the worker should know."""

    data: bytes
    bladzijden: int
    meldingen: tuple[str, ...]


def druk(papier: Papier, opschrift: Opschrift, zetsel: Zetsel) -> Druk:
    """Print it. The same values give the same bytes. About 10 ms, 50 ms the first time. Thread-safe.

    Raises PdfMislukt.
    """
    pers = _pers(papier.sjabloon)
    try:
        with _slot:
            pdf = pers.compile(
                sys_inputs=_invoer(opschrift, zetsel), format="pdf", pdf_standards=NORMEN, timestamp=0
            )
            aantal = json.loads(pers.query("<bladzijden>", field="value", one=True))
    except typst.TypstError:
        # typst quotes the text in its message, so it may not be shown or kept
        raise PdfMislukt(papier.mislukt, papier.stap) from None
    assert isinstance(pdf, bytes)
    return Druk(pdf, int(aantal), zetsel.meldingen)


def druk_beeld(papier: Papier, opschrift: Opschrift, zetsel: Zetsel, ppi: float = 110) -> bytes:
    """A paper of one sheet as a PNG, to look at. Raises PdfMislukt."""
    try:
        with _slot:
            beeld = _pers(papier.sjabloon).compile(
                sys_inputs=_invoer(opschrift, zetsel), format="png", ppi=ppi
            )
    except typst.TypstError:
        raise PdfMislukt(papier.mislukt, papier.stap) from None
    assert isinstance(beeld, bytes)
    return beeld


def meet(papier: Papier, opschrift: Opschrift, zetsel: Zetsel, wat: str) -> list[Any]:
    """What a template measured of itself and marked with the label `wat`, in order; nothing is printed.

    Raises PdfMislukt.
    """
    pers = _pers(papier.sjabloon)
    try:
        with _slot:
            pers.compile(sys_inputs=_invoer(opschrift, zetsel), format="png", ppi=1)
            gemeten = json.loads(pers.query(f"<{wat}>", field="value"))
    except typst.TypstError:
        raise PdfMislukt(papier.mislukt, papier.stap) from None
    assert isinstance(gemeten, list)
    return gemeten


def _invoer(opschrift: Opschrift, zetsel: Zetsel) -> dict[str, str]:
    dag = opschrift.dag
    eigen = {
        "titel": opschrift.titel,
        "van_wie": opschrift.van_wie,
        "taal": opschrift.taal,
        "richting": opschrift.richting,
        "bladzijde_van": opschrift.bladzijde_van,
        "dag": [dag.year, dag.month, dag.day],
    }
    return {"data": json.dumps({**zetsel.inhoud, "opschrift": eigen}, ensure_ascii=False)}


@cache
def _letters() -> typst.Fonts:
    """Loaded once for all papers: it takes longer than printing."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_assets() / "lettertypen")],
    )


@cache
def _pers(sjabloon: str) -> typst.Compiler:
    """A compiler that sees our assets only, and a folder of packages that is not there."""
    geen_pakketten = str(_assets() / "drukwerk" / "pakketten")
    return typst.Compiler(
        input=str(_assets() / sjabloon),
        root=str(_assets()),
        font_paths=_letters(),
        package_path=geen_pakketten,
        package_cache_path=geen_pakketten,
    )


def _assets() -> Path:
    return Path(str(files("kernteam_tui") / "assets"))
