"""The page for parents on paper, as HTML and as plain text: `maak_pdf`, `maak_html` and `maak_tekst`."""

from kernteam_tui.exchange.bladzijde.html import maak_html
from kernteam_tui.exchange.bladzijde.pdf import Afdruk, maak_pdf
from kernteam_tui.exchange.bladzijde.tekst import maak_tekst
from kernteam_tui.exchange.bladzijde.zinnen import TaalOnbekend, taalmeldingen, wat_school_weet

__all__ = [
    "Afdruk",
    "TaalOnbekend",
    "maak_html",
    "maak_pdf",
    "maak_tekst",
    "taalmeldingen",
    "wat_school_weet",
]
