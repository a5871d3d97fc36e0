"""The agenda of a kernpartneroverleg as text and on paper: `maak_tekst` and `maak_pdf`."""

from kernteam_tui.exchange.overleg.blad import Agendablad, Bladpunt, maak_tekst
from kernteam_tui.exchange.overleg.pdf import maak_pdf

__all__ = ["Agendablad", "Bladpunt", "maak_pdf", "maak_tekst"]
