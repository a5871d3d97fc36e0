"""The page for parents on paper and as plain text: `maak_pdf` and `maak_tekst`."""

from kernteam_tui.exchange.bladzijde.pdf import Afdruk, maak_pdf
from kernteam_tui.exchange.bladzijde.tekst import maak_tekst
from kernteam_tui.exchange.bladzijde.zinnen import TaalOnbekend, wat_school_weet

__all__ = ["Afdruk", "TaalOnbekend", "maak_pdf", "maak_tekst", "wat_school_weet"]
