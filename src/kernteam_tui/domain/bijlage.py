"""A paper of the family that is kept with their plan: a familiegroepsplan, in the form they chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.record import Record

MEESTE_BYTES = 5_000_000
"""A larger one is refused: every backup of the store holds it too."""


@dataclass(kw_only=True, eq=False)
class Bijlage(Record):
    """One file as it came. A familiegroepsplan has no fixed form, so it is never checked (domain 2.1)."""

    gezin_id: str
    naam: str
    """Of the file, as the family gave it."""
    ontvangen_op: date
    inhoud: bytes
