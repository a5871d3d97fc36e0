"""The address book: every contact, and by how many families it is used."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from kernteam_tui.domain.gezinscodes import PartnerSoort

_CONTACTEN = """
SELECT c.id, c.revision, c.naam, c.soort, c.functie, c.organisatie, c.telefoon, c.email, c.opmerking,
       COUNT(DISTINCT n.gezin_id)
FROM contact c LEFT JOIN netwerklid n ON n.contact_id = c.id
GROUP BY c.id ORDER BY c.naam COLLATE NOCASE, c.created_at, c.id
"""
_GEZINNEN = "SELECT COUNT(DISTINCT gezin_id) FROM netwerklid WHERE contact_id = ?"


@dataclass(frozen=True)
class ContactBeeld:
    """A professional in the address book, and the number of families that know this one."""

    id: str
    revision: int
    naam: str
    soort: PartnerSoort
    functie: str
    organisatie: str
    telefoon: str
    email: str
    opmerking: str
    gezinnen: int


def lees_contacten(conn: Connection) -> tuple[ContactBeeld, ...]:
    """All contacts, by name."""
    return tuple(
        ContactBeeld(
            id_, revision, naam, PartnerSoort(soort), functie, org, tel or "", mail or "", opm, gezinnen
        )
        for id_, revision, naam, soort, functie, org, tel, mail, opm, gezinnen in conn.exec_driver_sql(
            _CONTACTEN
        )
    )


def tel_gezinnen(conn: Connection, contact_id: str) -> int:
    """How many families this contact stands around."""
    return int(conn.exec_driver_sql(_GEZINNEN, (contact_id,)).scalar_one())
