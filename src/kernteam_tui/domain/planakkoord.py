"""Who agrees with a version of the gezinsplan, who does not and why, and their own statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Akkoord(Record):
    """What one person says of one version (S92)."""

    plan_id: str = ""
    versie: int
    """Number of the version it is about: that in progress gets this number when it is frozen."""
    persoon_id: str = ""
    """Of the family; empty for somebody else, who goes by name."""
    naam: str
    standpunt: Standpunt
    omdat: str = ""
    """Why not, or not quite; in their words."""
    verklaring: str = ""
    """Their own statement, word for word: it is added to the file on request (Jeugdwet 7.3.8 lid 2)."""
    op: date
    getekend_op: date | None = None
    """Day of the signature on paper."""
