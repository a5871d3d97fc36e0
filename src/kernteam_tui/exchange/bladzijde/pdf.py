"""The page for parents as a PDF that everybody can read: tagged (PDF/UA-1) and lasting (PDF/A-2a).

typst gets the page as one JSON string and shows it as values only, so no text of a family is ever read as
markup. Nothing is written to disk and nothing is fetched: own fonts, own template, bytes back.
"""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.schoontekst import DOOS, op_papier
from kernteam_tui.exchange.bladzijde.opbouw import bouw_op

LETTERGROOTTES = (12.0, 11.5, 11.0, 10.5)
"""Points, tried in this order until the page fits on one A4; smaller is not readable on a fridge door."""

NORMEN: list[typst.PDFStandard] = ["a-2a", "ua-1"]

_slot = threading.Lock()


class PdfMislukt(KernteamError):
    """The PDF could not be made: a fault of the program, not of the user."""

    code = "pdf_mislukt"
    exit_status = 70
    titel = "De bladzijde is niet gemaakt"


@dataclass(frozen=True)
class Afdruk:
    """A printed page: the file's bytes, its length and letter size, and what the worker should know."""

    data: bytes
    bladzijden: int
    punten: float
    meldingen: tuple[str, ...]


def maak_pdf(bladzijde: Bladzijde) -> Afdruk:
    """Print the page. The same page gives the same bytes.

    It is set in 12 points, smaller (down to 10.5) when that makes it fit on one A4; what does not fit goes
    on, in 12 points, to a next sheet with a melding: words of a family are never cut. Signs that the fonts do
    not have become a box, with a melding. Takes about 10 ms, 50 ms the first time. Thread-safe.
    Raises TaalOnbekend, PdfMislukt.
    """
    opbouw = asdict(bouw_op(bladzijde))
    vervangen: dict[str, None] = {}
    inhoud = _op_papier(opbouw, vervangen)
    inhoud["dag"] = [bladzijde.datum.year, bladzijde.datum.month, bladzijde.datum.day]
    with _slot:
        for punten in LETTERGROOTTES:
            data, aantal = _druk(inhoud, punten)
            if aantal == 1:
                break
        else:
            punten = LETTERGROOTTES[0]
            data, aantal = _druk(inhoud, punten)
    return Afdruk(data, aantal, punten, (*_vervangen_melding(vervangen), *_lengte_melding(aantal)))


@cache
def lees_dekking() -> frozenset[int]:
    """The code points that our fonts can print."""
    inhoud = json.loads((_assets() / "lettertypen" / "dekking.json").read_text("utf-8"))
    return frozenset(teken for van, tot in inhoud["reeksen"] for teken in range(van, tot + 1))


@cache
def _compiler() -> typst.Compiler:
    """Made once: loading the fonts takes longer than printing."""
    bron = _assets() / "bladzijde"
    letters = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_assets() / "lettertypen")],
    )
    geen_pakketten = str(bron / "pakketten")
    return typst.Compiler(
        input=str(bron / "bladzijde.typ"),
        root=str(bron),
        font_paths=letters,
        package_path=geen_pakketten,
        package_cache_path=geen_pakketten,
    )


def _druk(inhoud: dict[str, Any], punten: float) -> tuple[bytes, int]:
    """The PDF and its number of pages. Its date is that of the page, never the clock of the machine."""
    compiler = _compiler()
    data = json.dumps({**inhoud, "punten": punten}, ensure_ascii=False)
    try:
        pdf = compiler.compile(sys_inputs={"data": data}, format="pdf", pdf_standards=NORMEN, timestamp=0)
        aantal = json.loads(compiler.query("<bladzijden>", field="value", one=True))
    except typst.TypstError:
        # typst quotes the text in its message, so it may not be shown or kept
        raise PdfMislukt(
            "De bladzijde kon niet als PDF gemaakt worden.", "Maak hem als tekst en meld deze fout."
        ) from None
    assert isinstance(pdf, bytes)
    return pdf, int(aantal)


def _assets() -> Path:
    return Path(str(files("kernteam_tui") / "assets"))


def _op_papier(waarde: Any, vervangen: dict[str, None]) -> Any:
    """The same value with every string made printable; adds the signs that became a box to `vervangen`."""
    if isinstance(waarde, str):
        papier = op_papier(waarde, lees_dekking())
        vervangen.update(dict.fromkeys(papier.vervangen))
        return papier.tekst
    if isinstance(waarde, dict):
        return {sleutel: _op_papier(deel, vervangen) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_op_papier(deel, vervangen) for deel in waarde]
    return waarde


def _vervangen_melding(vervangen: dict[str, None]) -> tuple[str, ...]:
    if not vervangen:
        return ()
    if len(vervangen) == 1:
        return (f"1 teken kan niet op papier: {next(iter(vervangen))} Daar staat nu {DOOS}.",)
    return (f"{len(vervangen)} tekens kunnen niet op papier: {' '.join(vervangen)} Daar staat nu {DOOS}.",)


def _lengte_melding(aantal: int) -> tuple[str, ...]:
    if aantal == 1:
        return ()
    return (f"Dit past niet op één A4: het zijn {aantal} bladzijden. Maak de tekst samen korter.",)
