"""Somebody of the kernteam is away: days or a dagdeel, and who comes instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import Dagdeel
from kernteam_tui.domain.plancodes import Afwezigreden
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Afwezigheid(Record):
    """Away from `van` up to and including `tot_en_met`; `dagdeel` None is the whole day.

    It is of one partner of one school; who is in the kernteam of two schools is away at both
    (`domain.rooster.zelfde_mens`).
    """

    partner_id: str
    van: date
    tot_en_met: date
    dagdeel: Dagdeel | None = None
    reden: Afwezigreden = Afwezigreden.VRIJ
    vervanger_id: str | None = None
    """The member of the same kernteam who comes instead."""

    def geldt_op(self, dag: date, dagdeel: Dagdeel) -> bool:
        """Whether it is about this part of this day."""
        return self.van <= dag <= self.tot_en_met and self.dagdeel in (None, dagdeel)
