"""What was given of a gezinsplan: which version, to whom, when, how, and asked by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.gezinsplancodes import Verstrekwijze
from kernteam_tui.domain.record import Record


@dataclass(frozen=True)
class Opmaak:
    """How a paper looked, beside its form and language."""

    groot: bool = False
    """In large letters; text has none."""
    met_nederlands: bool = False
    """With the Dutch headings beside those of another language."""
    kring: bool = False
    """With the picture of who stands around the family."""
    variant: PlanVariant | None = None
    """Of a whole plan; None: a page, or not known any more."""


ZONDER_OPMAAK = Opmaak()
"""A page in Dutch, or a paper of which nothing is known any more."""


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
