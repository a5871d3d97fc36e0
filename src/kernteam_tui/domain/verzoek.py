"""What somebody asked about the file: to read it, to have it corrected, to add a statement of one's own."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.deelcodes import VerzoekSoort, VerzoekUitkomst
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.record import Record


def antwoord_uiterlijk(op: date) -> date:
    """The last day to answer: a month on (AVG art. 12 lid 3), at most the last day of that month."""
    jaar, maand = op.year + op.month // 12, op.month % 12 + 1
    return date(jaar, maand, min(op.day, calendar.monthrange(jaar, maand)[1]))


@dataclass(kw_only=True, eq=False)
class Verzoek(Record):
    """One request, with its dates (Jeugdwet 7.3.8 lid 2, 7.3.10; BW 1:377c; AVG art. 16)."""

    casus_id: str
    soort: VerzoekSoort
    van_id: str = ""
    """Who asks: a person of the family; empty where it is somebody else (`van_naam`)."""
    van_naam: str = ""
    op: date
    tekst: str = ""
    """What is asked; of a statement the words themselves, letter for letter."""
    uitkomst: VerzoekUitkomst | None = None
    afgehandeld_op: date | None = None
    reden: str = ""
    """Why not, or not all of it; or what was done."""

    @property
    def open(self) -> bool:
        """Whether nothing was done with it yet."""
        return self.uitkomst is None

    def vraagt_hetzelfde(self, ander: Verzoek) -> bool:
        """Whether the same person asks the same thing; on which day makes no difference, nor do capitals and
        spaces. Two facts to correct, or two parts of the file to read, are two requests."""
        same_kind = (self.soort, self.van_id) == (ander.soort, ander.van_id)
        return same_kind and all(
            _kaal(eigen) == _kaal(hun)
            for eigen, hun in ((self.van_naam, ander.van_naam), (self.tekst, ander.tekst))
        )

    def handel_af(self, uitkomst: VerzoekUitkomst, op: date, reden: str) -> None:
        """Note what was done. Refusing, also in part, asks for a reason."""
        if not self.open:
            raise RegelGeweigerd("Dit verzoek is al afgehandeld.", "Noteer een nieuw verzoek.")
        if op < self.op:
            raise RegelGeweigerd("Afhandelen kan niet vóór de dag van het verzoek.", "Kies een latere dag.")
        if uitkomst is not VerzoekUitkomst.TOEGEWEZEN and not reden.strip():
            raise RegelGeweigerd("De reden ontbreekt.", "Schrijf op waarom, zodat je het kunt uitleggen.")
        self.uitkomst, self.afgehandeld_op, self.reden = uitkomst, op, reden.strip()


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()
