"""Whether a child that comes to the table may already be known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kernteam_tui.data.queries.waarden import read_day
from kernteam_tui.data.zoekindex.letters import same_name_key
from kernteam_tui.domain.gezin import korte_naam

_KNOWN = """
SELECT casus.id, casus.nummer, casus.school_id, school.naam, casus.aangemeld, afsluiting.id IS NULL,
    persoon.roepnaam, persoon.achternaam, persoon.geboortedatum
FROM casus_jongere AS band JOIN casus ON casus.id = band.casus_id JOIN persoon ON persoon.id = band.persoon_id
JOIN school ON school.id = casus.school_id LEFT JOIN afsluiting ON afsluiting.casus_id = casus.id
ORDER BY casus.aangemeld DESC, casus.nummer DESC
"""


@dataclass(frozen=True)
class Dubbel:
    """A casus, open or closed, of what may be the same child."""

    casus_id: str
    nummer: str
    jongere: str
    """Short name, `Sami Y.`"""
    school: str
    aangemeld: date
    open: bool


@dataclass(frozen=True)
class _Kind:
    roepnaam: str
    achternaam: str
    geboortedatum: date | None
    school_id: str | None

    def may_be(self, other: _Kind) -> bool:
        """Same first name, and the same last name, birth date, or (one without last name) the same school."""
        if self.roepnaam != other.roepnaam:
            return False
        if self.geboortedatum and self.geboortedatum == other.geboortedatum:
            return True
        if self.achternaam and other.achternaam:
            return self.achternaam == other.achternaam
        born = {self.geboortedatum, other.geboortedatum} - {None}
        return len(born) < 2 and self.school_id == other.school_id


def zoek_dubbelen(
    conn: Connection,
    roepnaam: str,
    achternaam: str = "",
    geboortedatum: date | None = None,
    school_id: str | None = None,
) -> tuple[Dubbel, ...]:
    """Cases of children who may be this one, newest first. Case, accents and spaces do not matter."""
    asked = _Kind(same_name_key(roepnaam), same_name_key(achternaam), geboortedatum, school_id)
    found: dict[str, Dubbel] = {}
    for casus_id, nummer, school, school_naam, aangemeld, is_open, first, last, born in conn.exec_driver_sql(
        _KNOWN
    ):
        if asked.may_be(_Kind(same_name_key(first), same_name_key(last), read_day(born), school)):
            found[casus_id] = Dubbel(
                casus_id,
                nummer,
                korte_naam(first, last),
                school_naam,
                date.fromisoformat(aangemeld),
                bool(is_open),
            )
    return tuple(found.values())
