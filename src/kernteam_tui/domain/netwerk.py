"""Who stands around a family: own people and professionals, what they give, and the JIM (S45, S60)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort, Netwerkgroep
from kernteam_tui.domain.record import Record

NABIJ = range(1, 4)
"""How near somebody stands: 1 close, 3 at the edge."""


@dataclass(kw_only=True, eq=False)
class Netwerklid(Record):
    """Somebody on the netwerkkaart. One of `persoon_id` (of the family) and `contact_id` (of the address
    book) may be set; else this is only a name."""

    gezin_id: str = ""
    rond_id: str | None = None
    """The jongere around whom this person stands; None: around the whole family."""
    persoon_id: str | None = None
    contact_id: str | None = None
    naam: str = ""
    relatie: str = ""
    """What the family calls this person: `oma`, `trainer`."""
    groep: Netwerkgroep
    hulp: tuple[Hulpsoort, ...] = ()
    gevoel: Gevoel = Gevoel.ONBEKEND
    nabij: int = 2
    telefoon: str | None = None
    jim: bool = False
    """Jouw Ingebrachte Mentor: chosen by the jongere, one at most (S45)."""
    jim_jongere_op: date | None = None
    jim_ouders_op: date | None = None
    jim_zelf_op: date | None = None
    """Days on which jongere, parents and the JIM agreed."""
    volgorde: int = 0

    @property
    def jim_afgesproken(self) -> bool:
        """Whether all three agreements stand (S45)."""
        return self.jim and None not in (self.jim_jongere_op, self.jim_ouders_op, self.jim_zelf_op)
