"""What must be done: one function per rule, from facts and the day. Never stored (design 4)."""

from kernteam_tui.domain.signalen.beeld import Beeld, Signaal
from kernteam_tui.domain.signalen.lijst import REGELS, bepaal_signalen, sorteer

__all__ = ["REGELS", "Beeld", "Signaal", "bepaal_signalen", "sorteer"]
