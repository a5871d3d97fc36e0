"""What was given of a gezinsplan: which version, to whom, when, how, and asked by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.gezinsplancodes import Verstrekwijze
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Verstrekking(Record):
    """One page or plan that went out. Never changed; it goes with the casus."""

    casus_id: str
    persoon_id: str
    """The reader: a person of the family."""
    rol: str
    """Of the reader: `ouder`, `jongere`."""
    wat: str
    """Kind of paper: `bladzijde`, `gezinsplan`."""
    versie: int
    """Of the plan; 0: as it was in progress."""
    op: date
    hoe: Verstrekwijze
    vorm: str
    """`pdf`, `docx`, `html`, `tekst`."""
    taal: str = "nl"
    gevraagd_door: str = ""
    """Who asked for it; empty: the worker offered it."""
    inhoud: str = ""
    """Everything that stood on it, as JSON, so that the very same can be made again."""
    merk: str = ""
    """SHA-256 of the file, in hex: whether it is the very same."""
