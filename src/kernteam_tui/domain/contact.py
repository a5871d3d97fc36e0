"""The address book: professionals that several families share."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Contact(Record):
    """A professional outside the kernteam: a huisarts, a wijkagent, a worker of a buurtteam (S21, S22)."""

    naam: str
    soort: PartnerSoort
    functie: str = ""
    organisatie: str = ""
    telefoon: str | None = None
    email: str | None = None
    opmerking: str = ""
    """How and when to reach; never something about a family."""
