"""The whole gezinsplan on paper: `maak_pdf`, `maak_tekst`; every form by `vormen.maak_vorm`."""

from kernteam_tui.exchange.planpapier.pdf import maak_pdf
from kernteam_tui.exchange.planpapier.tekst import maak_tekst

__all__ = ["maak_pdf", "maak_tekst"]
