"""A plan format of the organisation itself, kept in the store so that a plan can always be read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class EigenFormaat(Record):
    """One format file as it was read. Never changed: a new version of it has a name of its own."""

    naam: str
    """As a plan remembers it: `wijkteam-2027-1`."""
    inhoud: str
    """The whole file (TOML)."""
    ingelezen_op: date
    in_gebruik: bool = False
    """New plans are begun in it; at most one."""
