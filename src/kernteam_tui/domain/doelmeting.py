"""How far a goal is on a day: a mark, and at an evaluation what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Meting(Record):
    """One look at one goal. One a day: a later look on the same day takes its place."""

    plan_id: str = ""
    doel_id: str
    op: date
    cijfer: int | None = None
    """0 to 10, by the family."""
    uitkomst: Doeluitkomst | None = None
    """Only at an evaluation."""
    tekst: str = ""
    """In the family's words: why this mark, what helped."""
    van: str = ""
    """Whose mark and words."""
