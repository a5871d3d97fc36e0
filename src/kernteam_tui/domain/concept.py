"""What is half typed: bound to one form or record, so it never shows up in another."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.record import Record

PLEKKEN = "plekken"
"""Key of the draft that holds where the user was when the app locked: also what was being searched for."""


@dataclass(kw_only=True, eq=False)
class Concept(Record):
    """A draft. `sleutel` is unique: the form and the record it belongs to."""

    sleutel: str
    inhoud: str
    """JSON text of the form's draft value."""
