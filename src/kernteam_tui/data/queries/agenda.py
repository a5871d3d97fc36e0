"""The talks of all cases between two moments: for Vandaag, and to see what clashes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from kernteam_tui.data.queries.waarden import read_moment
from kernteam_tui.data.typen import moment_text
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.gezin import korte_naam

LONGEST = timedelta(hours=24)
"""No talk takes longer, so none that began earlier than this before the first moment reaches into it."""

_TALKS = """
SELECT gesprek.id, casus.id, casus.nummer, persoon.roepnaam, persoon.achternaam, school.id, school.naam,
    gesprek.soort, gesprek.staat, gesprek.start, gesprek.minuten, gesprek.plek, gesprek.op_school,
    gesprek.ruimte
FROM gesprek JOIN casus ON casus.id = gesprek.casus_id JOIN school ON school.id = casus.school_id
LEFT JOIN persoon ON persoon.id = (
    SELECT persoon_id FROM casus_jongere WHERE casus_id = casus.id ORDER BY volgorde LIMIT 1)
WHERE gesprek.start > ? AND gesprek.start < ? ORDER BY gesprek.start, casus.nummer
"""
_WHO = """
SELECT deelnemer.gesprek_id, deelnemer.wie_id FROM deelnemer JOIN gesprek ON gesprek.id = deelnemer.gesprek_id
WHERE gesprek.start > ? AND gesprek.start < ? AND deelnemer.wie_id <> '' ORDER BY deelnemer.volgorde
"""


@dataclass(frozen=True)
class AgendaRegel:
    """One talk, whatever its state. `start` is UTC; `wie` the ids of kernpartners and personen."""

    gesprek_id: str
    casus_id: str
    nummer: str
    jongere: str
    """Short name of the (first) jongere, `Sami Y.`"""
    school_id: str
    school: str
    soort: GesprekSoort
    staat: GesprekStaat
    start: datetime
    minuten: int
    plek: str
    op_school: bool
    ruimte: str
    """The room of the school that it takes; empty where only `plek` says so."""
    wie: tuple[str, ...]

    @property
    def eind(self) -> datetime:
        """The end, UTC."""
        return self.start + timedelta(minutes=self.minuten)


def lees_agenda(conn: Connection, van: datetime, tot: datetime) -> tuple[AgendaRegel, ...]:
    """Talks that overlap [van, tot), in order of time; every state, the caller chooses."""
    span = (moment_text(van - LONGEST), moment_text(tot))
    who: defaultdict[str, list[str]] = defaultdict(list)
    for gesprek_id, wie_id in conn.exec_driver_sql(_WHO, span):
        who[gesprek_id].append(wie_id)
    lines = (
        AgendaRegel(
            gesprek_id=row[0],
            casus_id=row[1],
            nummer=row[2],
            jongere=korte_naam(row[3] or "", row[4] or ""),
            school_id=row[5],
            school=row[6],
            soort=GesprekSoort(row[7]),
            staat=GesprekStaat(row[8]),
            start=read_moment(row[9]),
            minuten=row[10],
            plek=row[11],
            op_school=bool(row[12]),
            ruimte=row[13],
            wie=tuple(who[row[0]]),
        )
        for row in conn.exec_driver_sql(_TALKS, span)
    )
    return tuple(line for line in lines if line.eind > van)


_OPEN_WITH = """
SELECT count(DISTINCT gesprek.id) FROM deelnemer JOIN gesprek ON gesprek.id = deelnemer.gesprek_id
WHERE deelnemer.wie_id = ? AND gesprek.staat IN ('gepland', 'verzet', 'aangeboden')
"""


def tel_open_gesprekken(conn: Connection, wie_id: str) -> int:
    """How many talks that still have to be held name this kernpartner or persoon."""
    return int(conn.exec_driver_sql(_OPEN_WITH, (wie_id,)).scalar_one())
