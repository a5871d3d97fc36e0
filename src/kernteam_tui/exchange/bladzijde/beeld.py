"""The pictures of the page by themselves, for a file that has no drawings of its own (DOCX, HTML).

    schaalbeeld(doel: Doelregel, opbouw: Opbouw) -> bytes
    kringbeeld(opbouw: Opbouw) -> bytes
    heeft_kringbeeld(opbouw: Opbouw) -> bool

Both are a PNG of `PPI` dots an inch at their natural size, cropped to the drawing, on white; they are the
drawings of the PDF. The words beside them (alt text) are `doel.schaal` and `opbouw.kring_uitleg`.
The same values give the same bytes. Thread-safe.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from kernteam_tui.exchange.bladzijde.kring import Kaartmaat, Kringkaart, plaats
from kernteam_tui.exchange.bladzijde.opbouw import Doelregel, Opbouw
from kernteam_tui.exchange.bladzijde.waaier import plaats_in_waaier, spiegel
from kernteam_tui.exchange.drukwerk import Opschrift, Papier, Zetsel, druk_beeld, meet, zet

PPI = 200
BREEDTE = 42.0
"""Widest drawing, in em: an A4 with its letters of 12 points."""

_MISLUKT = "De tekening kon niet gemaakt worden."
_STAP = "Maak de bladzijde als tekst en meld deze fout."
_BEELD = Papier("bladzijde/beeld.typ", _MISLUKT, _STAP)
_MATEN = Papier("bladzijde/kringmaat.typ", _MISLUKT, _STAP)


def schaalbeeld(doel: Doelregel, opbouw: Opbouw) -> bytes:
    """The scale of a goal. Only where `doel.schaal` says something. Raises PdfMislukt."""
    return _beeld(opbouw, {"soort": "schaal", "doel": asdict(doel)})


def heeft_kringbeeld(opbouw: Opbouw) -> bool:
    """Whether who stands around fits in the drawing: nobody or too many do not; the latter are a list."""
    return kringtekening(opbouw, BREEDTE) is not None


def kringbeeld(opbouw: Opbouw) -> bytes:
    """Who stands around us. Only where `heeft_kringbeeld`, else ValueError. Raises PdfMislukt."""
    tekening = kringtekening(opbouw, BREEDTE)
    if tekening is None:
        raise ValueError("these people are a list, not a drawing")
    return _beeld(opbouw, {"soort": "kring", "kring": tekening})


def kringtekening(opbouw: Opbouw, breed: float) -> dict[str, Any] | None:
    """The values of the drawing for a template, at most `breed` em wide; None: make it a list.

    Raises PdfMislukt.
    """
    return teken_kring(opbouw, meet_namen(opbouw), breed)


def meet_namen(opbouw: Opbouw) -> list[Kaartmaat]:
    """How large the card of each person is, in em. Raises PdfMislukt."""
    if not opbouw.kring:
        return []
    namen = zet({"kring": [asdict(wie) for wie in opbouw.kring], "groot": opbouw.groot})
    return [Kaartmaat(**maat) for maat in meet(_MATEN, _opschrift(opbouw), namen, "kaartmaat")]


def teken_kring(opbouw: Opbouw, maten: list[Kaartmaat], breed: float) -> dict[str, Any] | None:
    """`kringtekening` of names that were measured before."""
    return _waarden(opbouw, plaats(opbouw.kring, maten, breed))


def teken_waaier(opbouw: Opbouw, maten: list[Kaartmaat], breed: float) -> dict[str, Any] | None:
    """The lower drawing, from the side where the page begins; None where it does not fit either."""
    kaart = plaats_in_waaier(opbouw.kring, maten, breed)
    return _waarden(opbouw, spiegel(kaart) if kaart and opbouw.richting == "rtl" else kaart)


def _waarden(opbouw: Opbouw, kaart: Kringkaart | None) -> dict[str, Any] | None:
    if kaart is None:
        return None
    return {**asdict(kaart), "uitleg": opbouw.kring_uitleg or _namen(opbouw)}


def _namen(opbouw: Opbouw) -> str:
    return ", ".join(wie.naam for wie in opbouw.kring)


def _beeld(opbouw: Opbouw, inhoud: dict[str, Any]) -> bytes:
    zetsel: Zetsel = zet({"schaal": opbouw.schaal, "groot": opbouw.groot, **inhoud})
    return druk_beeld(_BEELD, _opschrift(opbouw), zetsel, PPI)


def _opschrift(opbouw: Opbouw) -> Opschrift:
    return Opschrift(opbouw.koppen["titel"], "", date(2000, 1, 1), opbouw.taal, opbouw.richting)
