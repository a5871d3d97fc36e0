"""An invitation for a talk on paper, without content: `maak_pdf`, and its lines with `bouw_op`."""

from kernteam_tui.exchange.gespreksbrief.brief import Gespreksbrief, bouw_op
from kernteam_tui.exchange.gespreksbrief.pdf import maak_pdf

__all__ = ["Gespreksbrief", "bouw_op", "maak_pdf"]
