"""The genogram as a vector drawing on paper: `maak_genogram`."""

from kernteam_tui.exchange.genogram.pdf import Genogramdruk, maak_genogram

__all__ = ["Genogramdruk", "maak_genogram"]
