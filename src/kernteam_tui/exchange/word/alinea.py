"""Words put into a paragraph of a Word paper, each run with its language and its direction."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kernteam_tui.exchange.word.woorden import Woorden, loopjes, regels, taalmerk

_NA_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What comes after w:bidi within w:pPr: Word refuses a file with another order."""


def maak_rtl(alinea: Paragraph) -> None:
    """Let a paragraph run from right to left."""
    alinea._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_NA_BIDI)


def schrijf(alinea: Paragraph, woorden: Woorden, kant: str, stijl_id: str | None = None) -> None:
    """Add words to a paragraph that runs to `kant`; a line end in them becomes a space."""
    for loopje in loopjes(" ".join(regels(woorden.tekst)), kant):
        loop = alinea.add_run(loopje.tekst)
        loop._r.style = stijl_id
        if loopje.richting == "rtl":
            loop.font.rtl = True
        _zet_taal(loop, woorden.taal)


def schrijf_veld(alinea: Paragraph, opdracht: str, taal: str) -> None:
    """Add a field that Word fills in, `PAGE` or `NUMPAGES`; until then it says 1."""
    veld = OxmlElement("w:fldSimple", {qn("w:instr"): opdracht})
    loop = alinea.add_run("1")
    _zet_taal(loop, taal)
    veld.append(loop._r)
    alinea._p.append(veld)


def _zet_taal(loop: Run, taal: str) -> None:
    """It comes at the end of w:rPr; which of the three counts is up to the letters."""
    merk = taalmerk(taal)
    loop._r.get_or_add_rPr().append(
        OxmlElement("w:lang", {qn("w:val"): merk, qn("w:eastAsia"): merk, qn("w:bidi"): merk})
    )
