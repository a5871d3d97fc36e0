"""The schools, whole with their kernteam."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kernteam_tui.data.typen import AANWEZIGHEID, DAGDELEN, DAGEN, LESUREN, OVERLEG, TEKSTEN
from kernteam_tui.domain.codes import Regio, Rol, SchoolSoort
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.domain.school import Aanwezigheid
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Lesuur, Overlegmoment

_SCHOLEN = """
SELECT id, naam, soort, regio, dicht, ruimtes, mentor_erbij, gesprek_minuten, lesuren, dagdelen, overleg
FROM school ORDER BY naam COLLATE NOCASE, created_at, id
"""
_KERNTEAM = """
SELECT school_id, id, rol, naam, email, telefoon, ik, aanwezig
FROM kernpartner ORDER BY volgorde, rowid
"""

_DAGEN = "SELECT school_id, id, van, tot_en_met, soort, wat FROM schooldag ORDER BY van, tot_en_met, rowid"


@dataclass(frozen=True)
class SchooldagBeeld:
    """Days of a school's own list."""

    id: str
    van: date
    tot_en_met: date
    soort: Schooldagsoort
    wat: str


@dataclass(frozen=True)
class PartnerBeeld:
    """A member of a kernteam."""

    id: str
    rol: Rol
    naam: str
    email: str
    telefoon: str
    ik: bool
    aanwezig: tuple[Aanwezigheid, ...]


@dataclass(frozen=True)
class SchoolBeeld:
    """A school with its kernteam."""

    id: str
    naam: str
    soort: SchoolSoort
    regio: Regio
    dicht: tuple[date, ...]
    ruimtes: tuple[str, ...]
    mentor_erbij: bool
    gesprek_minuten: int
    kernteam: tuple[PartnerBeeld, ...]
    lesuren: tuple[Lesuur, ...] = ()
    dagdelen: tuple[Dagdeeltijd, ...] = ()
    overleg: Overlegmoment | None = None
    dagen: tuple[SchooldagBeeld, ...] = ()


def lees_kernteams(conn: Connection) -> tuple[SchoolBeeld, ...]:
    """All schools by name, each with its kernteam in order."""
    kernteams: defaultdict[str, list[PartnerBeeld]] = defaultdict(list)
    for school_id, partner_id, rol, naam, email, telefoon, ik, aanwezig in conn.exec_driver_sql(_KERNTEAM):
        partner = PartnerBeeld(
            id=partner_id,
            rol=Rol(rol),
            naam=naam,
            email=email or "",
            telefoon=telefoon or "",
            ik=bool(ik),
            aanwezig=AANWEZIGHEID.from_text(aanwezig),
        )
        kernteams[school_id].append(partner)
    dagen: defaultdict[str, list[SchooldagBeeld]] = defaultdict(list)
    for school_id, dag_id, van, tot_en_met, soort, wat in conn.exec_driver_sql(_DAGEN):
        dagen[school_id].append(
            SchooldagBeeld(
                dag_id, date.fromisoformat(van), date.fromisoformat(tot_en_met), Schooldagsoort(soort), wat
            )
        )
    return tuple(
        SchoolBeeld(
            id=row[0],
            naam=row[1],
            soort=SchoolSoort(row[2]),
            regio=Regio(row[3]),
            dicht=DAGEN.from_text(row[4]),
            ruimtes=TEKSTEN.from_text(row[5]),
            mentor_erbij=bool(row[6]),
            gesprek_minuten=row[7],
            kernteam=tuple(kernteams[row[0]]),
            lesuren=LESUREN.from_text(row[8]),
            dagdelen=DAGDELEN.from_text(row[9]),
            overleg=OVERLEG.from_text(row[10]),
            dagen=tuple(dagen[row[0]]),
        )
        for row in conn.exec_driver_sql(_SCHOLEN)
    )
