"""The message without content to a partner, as text and on paper: `maak_tekst` and `maak_pdf`."""

from kernteam_tui.exchange.terugkoppeling.brief import Brief, maak_tekst
from kernteam_tui.exchange.terugkoppeling.pdf import maak_pdf

__all__ = ["Brief", "maak_pdf", "maak_tekst"]
