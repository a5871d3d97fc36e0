"""The schools, whole with their kernteam."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kernteam_tui.data.typen import AANWEZIGHEID, DAGEN, TEKSTEN
from kernteam_tui.domain.codes import Regio, Rol, SchoolSoort
from kernteam_tui.domain.school import Aanwezigheid

_SCHOLEN = """
SELECT id, naam, soort, regio, dicht, ruimtes, mentor_erbij, gesprek_minuten
FROM school ORDER BY naam COLLATE NOCASE, created_at, id
"""
_KERNTEAM = """
SELECT school_id, id, rol, naam, email, telefoon, ik, aanwezig
FROM kernpartner ORDER BY volgorde, rowid
"""


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
        )
        for row in conn.exec_driver_sql(_SCHOLEN)
    )
