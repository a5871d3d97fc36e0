"""The empty A4 that a Word paper begins with, from the parts in `assets/word`."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from importlib.resources import files

ONDERDELEN = {
    "[Content_Types].xml": "inhoudstypen.xml",
    "_rels/.rels": "verwijzingen.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "verwijzingen-document.xml",
    "word/styles.xml": "stijlen.xml",
    "word/numbering.xml": "nummering.xml",
    "word/settings.xml": "instellingen.xml",
    "word/fontTable.xml": "lettertypen.xml",
}
_VOOR_MATEN = ('<w:sz w:val="', '<w:szCs w:val="', 'w:hanging="', 'w:left="', 'w:val="left" w:pos="')
_MAAT = re.compile("|".join(rf"(?<={voor})\d+" for voor in _VOOR_MATEN))
"""Letters and the room that a number, a point or a box hangs in."""
_GROEIT = ("stijlen.xml", "nummering.xml")
PUNTEN = 11.0
"""The letter size that the styles in assets are written for."""


@cache
def leeg_papier(punten: float) -> bytes:
    """A DOCX without words whose ordinary text has this letter size; headings grow along."""
    bron = files("kernteam_tui") / "assets" / "word"
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, bestand in ONDERDELEN.items():
            tekst = (bron / bestand).read_text("utf-8")
            pak.writestr(naam, _vergroot(tekst, punten / PUNTEN) if bestand in _GROEIT else tekst)
    return uit.getvalue()


def _vergroot(tekst: str, factor: float) -> str:
    return _MAAT.sub(lambda maat: str(round(int(maat.group()) * factor)), tekst)
