"""The plan in each form that it can be given in; a writer is loaded when it is needed first."""

from __future__ import annotations

from collections.abc import Callable

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.planpapier import Planpapier
from kernteam_tui.exchange.bladzijde.vormen import EXTENSIES, Vorm

__all__ = ["EXTENSIES", "Vorm", "maak_vorm"]


def maak_vorm(papier: Planpapier, doorlaat: Doorlaat, vorm: str) -> Vorm:
    """The plan as one of `domain.planpapier.VORMEN`. The same plan gives the same bytes.

    Raises DoorlaatOngeldig, PdfMislukt.
    """
    return _MAKERS[vorm](papier, doorlaat)


def _pdf(papier: Planpapier, doorlaat: Doorlaat) -> Vorm:
    from kernteam_tui.exchange.drukwerk import wijs_op_web
    from kernteam_tui.exchange.planpapier.pdf import maak_pdf

    printed = maak_pdf(papier, doorlaat)
    return Vorm(printed.data, wijs_op_web(printed.meldingen))


def _docx(papier: Planpapier, doorlaat: Doorlaat) -> Vorm:
    from kernteam_tui.exchange.planpapier.docx import maak_docx

    document = maak_docx(papier, doorlaat)
    return Vorm(document.data, document.meldingen)


def _html(papier: Planpapier, doorlaat: Doorlaat) -> Vorm:
    from kernteam_tui.exchange.planpapier.html import maak_html

    return Vorm(maak_html(papier, doorlaat).encode())


def _tekst(papier: Planpapier, doorlaat: Doorlaat) -> Vorm:
    from kernteam_tui.exchange.planpapier.tekst import maak_tekst

    return Vorm(maak_tekst(papier, doorlaat).encode())


_MAKERS: dict[str, Callable[[Planpapier, Doorlaat], Vorm]] = {
    "pdf": _pdf,
    "docx": _docx,
    "html": _html,
    "tekst": _tekst,
}
