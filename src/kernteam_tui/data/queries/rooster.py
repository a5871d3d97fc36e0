"""Who of the kernteams is away, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kernteam_tui.domain.codes import Dagdeel
from kernteam_tui.domain.plancodes import Afwezigreden

_AFWEZIG = """
SELECT afwezigheid.id, afwezigheid.revision, kernpartner.school_id, partner_id, van, tot_en_met, dagdeel,
    reden, vervanger_id
FROM afwezigheid JOIN kernpartner ON kernpartner.id = afwezigheid.partner_id
WHERE tot_en_met >= ? ORDER BY van, tot_en_met, afwezigheid.rowid
"""


@dataclass(frozen=True)
class AfwezigRegel:
    """One absence, at the school where it was noted."""

    id: str
    revision: int
    school_id: str
    partner_id: str
    van: date
    tot_en_met: date
    dagdeel: Dagdeel | None
    reden: Afwezigreden
    vervanger_id: str | None

    def geldt_op(self, dag: date, dagdeel: Dagdeel) -> bool:
        """Whether it is about this part of this day."""
        return self.van <= dag <= self.tot_en_met and self.dagdeel in (None, dagdeel)


def lees_afwezigheden(conn: Connection, vanaf: date = date.min) -> tuple[AfwezigRegel, ...]:
    """Every absence that is not over before that day, the first to begin in front."""
    return tuple(
        AfwezigRegel(
            id=row[0],
            revision=row[1],
            school_id=row[2],
            partner_id=row[3],
            van=date.fromisoformat(row[4]),
            tot_en_met=date.fromisoformat(row[5]),
            dagdeel=Dagdeel(row[6]) if row[6] else None,
            reden=Afwezigreden(row[7]),
            vervanger_id=row[8],
        )
        for row in conn.exec_driver_sql(_AFWEZIG, (vanaf.isoformat(),))
    )
