"""Consent to share: who gave it, about whom, to which partner, what, how much, until when (S35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.deelcodes import Onderwerp, ToestemmingHoe
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Toestemming(Record):
    """One person who agrees that one partner may know something. Never changed, only withdrawn."""

    casus_id: str
    jongere_id: str
    """About whom."""
    gever_id: str
    """Who gave it: a person of the family; empty where the giver is not one of them (`gever_naam`)."""
    gever_naam: str = ""
    """The giver as called, for a voogd who is no person of the family."""
    partner: PartnerSoort
    partner_naam: str = ""
    """Which one, where there can be more; empty means any partner of this kind."""
    partner_id: str = ""
    """Of a partner who is a person of the family (a parent who reads along): who; empty: goes by name."""
    onderwerp: Onderwerp = Onderwerp.HULP
    niveau: Niveau = Niveau.GESTART_GESTOPT
    hoe: ToestemmingHoe = ToestemmingHoe.GESPREK
    op: date
    tot: date | None = None
    """Last day on which it holds; None: until it is withdrawn or the help stops."""
    ingetrokken_op: date | None = None
    ingetrokken_reden: str = ""

    def geldt(self, op: date) -> bool:
        """Whether it holds on that day: given, not past its last day, not withdrawn."""
        if op < self.op or (self.tot is not None and op > self.tot):
            return False
        return self.ingetrokken_op is None or op < self.ingetrokken_op

    def niveau_op(self, op: date, gestopt_op: date | None) -> Niveau | None:
        """How far it goes on that day; None: it does not hold.

        `gestopt_op` is the last day of the help. What was agreed before without a last day ends with it:
        after that only that the help stopped may be told, which is what a partner waits for (S32, S35).
        """
        if not self.geldt(op):
            return None
        ended = gestopt_op is not None and self.tot is None and self.op <= gestopt_op < op
        return Niveau.GESTART_GESTOPT if ended else self.niveau

    def trek_in(self, op: date, reden: str) -> None:
        """Withdraw. From that day on it no longer holds; what was told stays told."""
        if self.ingetrokken_op is not None:
            raise RegelGeweigerd("Deze toestemming was al ingetrokken.", "Er verandert niets.")
        if op < self.op:
            raise RegelGeweigerd("Intrekken kan niet vóór de dag van geven.", "Kies een latere dag.")
        self.ingetrokken_op, self.ingetrokken_reden = op, reden.strip()
