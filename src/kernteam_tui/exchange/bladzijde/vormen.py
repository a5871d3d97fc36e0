"""The page in each form that it can be given in; a writer is loaded when it is needed first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kernteam_tui.domain.bladzijde import Bladzijde

EXTENSIES = {"pdf": "pdf", "docx": "docx", "html": "html", "tekst": "txt"}
"""Form -> extension of its file."""


@dataclass(frozen=True)
class Vorm:
    """A page in one form: the bytes of the file, and what the worker should know of it."""

    data: bytes
    meldingen: tuple[str, ...] = ()


def maak_vorm(bladzijde: Bladzijde, vorm: str) -> Vorm:
    """The page as `pdf`, `docx`, `html` or `tekst`. The same page gives the same bytes.

    Raises TaalOnbekend, PdfMislukt.
    """
    return _MAKERS[vorm](bladzijde)


def _pdf(bladzijde: Bladzijde) -> Vorm:
    from kernteam_tui.exchange.bladzijde.pdf import maak_pdf, wijs_op_letters
    from kernteam_tui.exchange.drukwerk import wijs_op_web

    printed = maak_pdf(bladzijde)
    return Vorm(printed.data, wijs_op_web(wijs_op_letters(printed)))


def _docx(bladzijde: Bladzijde) -> Vorm:
    from kernteam_tui.exchange.bladzijde.docx import maak_docx

    document = maak_docx(bladzijde)
    return Vorm(document.data, document.meldingen)


def _html(bladzijde: Bladzijde) -> Vorm:
    from kernteam_tui.exchange.bladzijde.html import maak_html

    return Vorm(maak_html(bladzijde).encode())


def _tekst(bladzijde: Bladzijde) -> Vorm:
    from kernteam_tui.exchange.bladzijde.tekst import maak_tekst

    return Vorm(maak_tekst(bladzijde).encode())


_MAKERS: dict[str, Callable[[Bladzijde], Vorm]] = {
    "pdf": _pdf,
    "docx": _docx,
    "html": _html,
    "tekst": _tekst,
}
