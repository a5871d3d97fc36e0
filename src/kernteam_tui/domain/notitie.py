"""A note: draft while it is typed, then final, then only addenda."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kernteam_tui.domain.codes import NotitieSoort, NotitieStaat
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Addendum(Record):
    """Something added to a finished note, with its own moment (`created_at`)."""

    notitie_id: str = ""
    tekst: str


@dataclass(kw_only=True, eq=False)
class Notitie(Record):
    """What was said or tried. Every note may be read by the family later (domain 3.1)."""

    casus_id: str
    soort: NotitieSoort
    moment: datetime
    """When it happened, UTC."""
    met_wie: str = ""
    bereikt: bool = True
    """False: tried, nobody reached; counted apart and no contact (features 54)."""
    staat: NotitieStaat = NotitieStaat.CONCEPT
    tekst: str = ""
    afgerond_op: datetime | None = None
    onderdelen: tuple[str, ...] = ()
    """Keys of the sections of the gezinsplan that it has something for."""
    addenda: list[Addendum] = field(default_factory=list)

    def schrijf(self, tekst: str) -> None:
        """Replace the text of a draft."""
        self._alleen_concept()
        self.tekst = tekst

    def rond_af(self, nu: datetime) -> None:
        """Make it final: from now on only addenda."""
        self._alleen_concept()
        self.staat = NotitieStaat.AFGEROND
        self.afgerond_op = nu

    def vul_aan(self, tekst: str) -> Addendum:
        """Add to a finished note."""
        if self.staat is not NotitieStaat.AFGEROND:
            raise RegelGeweigerd("Deze notitie is nog een concept.", "Schrijf gewoon verder in de notitie.")
        if not tekst.strip():
            raise RegelGeweigerd("De aanvulling is leeg.", "Schrijf eerst iets op.")
        addendum = Addendum(notitie_id=self.id, tekst=tekst)
        self.addenda.append(addendum)
        return addendum

    def _alleen_concept(self) -> None:
        if self.staat is NotitieStaat.AFGEROND:
            raise RegelGeweigerd(
                "Deze notitie is afgerond en blijft zoals hij is.", "Schrijf er een aanvulling bij."
            )
