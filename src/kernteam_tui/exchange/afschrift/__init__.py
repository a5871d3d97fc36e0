"""A copy of the file for one reader, on paper and as plain text: `maak_pdf` and `maak_tekst`."""

from kernteam_tui.exchange.afschrift.pdf import maak_pdf
from kernteam_tui.exchange.afschrift.tekst import maak_tekst

__all__ = ["maak_pdf", "maak_tekst"]
