"""A copy of the file for one reader, on paper and as plain text: `maak_pdf` and `maak_tekst`."""

from kernteam_tui.exchange.afschrift.pdf import Afschriftdruk, maak_pdf
from kernteam_tui.exchange.afschrift.tekst import maak_tekst

__all__ = ["Afschriftdruk", "maak_pdf", "maak_tekst"]
