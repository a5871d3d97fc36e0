"""The casussen that planning reckons with, whole: three SELECTs, however many there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kernteam_tui.data.queries.feiten import Welke
from kernteam_tui.data.queries.waarden import read_day
from kernteam_tui.data.typen import GEZINSTIJDEN, LESTIJDEN, codes
from kernteam_tui.domain.codes import Reden
from kernteam_tui.domain.gezinstijd import Gezinstijd, Lestijd

_REDENEN = codes(Reden)
_CASUSSEN = f"""
SELECT casus.id, casus.school_id, casus.mentor, casus.aangemeld, casus.redenen, casus.spoed,
    casus.gezin_vanaf, casus.oudertijden, casus.lessen
FROM casus {Welke.OPEN.value}
"""
_JONGEREN = f"""
SELECT casus.id, band.persoon_id
FROM casus JOIN casus_jongere AS band ON band.casus_id = casus.id {Welke.OPEN.value} ORDER BY band.volgorde
"""
_OUDERS = f"""
SELECT casus.id, ouder.id
FROM casus JOIN casus_jongere AS band ON band.casus_id = casus.id
JOIN ouderschap ON ouderschap.jongere_id = band.persoon_id
JOIN persoon AS ouder ON ouder.id = ouderschap.ouder_id AND ouder.overleden = 0
{Welke.OPEN.value} ORDER BY band.volgorde, ouderschap.rowid
"""


@dataclass(frozen=True)
class PlancasusRegel:
    """An open casus as far as planning asks for it."""

    id: str
    school_id: str
    mentor: str
    aangemeld: date
    redenen: tuple[Reden, ...]
    spoed: bool
    gezin_vanaf: date | None
    oudertijden: tuple[Gezinstijd, ...]
    lessen: tuple[Lestijd, ...]
    familie: tuple[str, ...]
    """Ids of the jongeren and then of their parents who are alive; nobody twice."""


def lees_plancasussen(conn: Connection) -> dict[str, PlancasusRegel]:
    """Every casus that is not closed, by id."""
    family: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for sql in (_JONGEREN, _OUDERS):
        for casus_id, persoon_id in conn.exec_driver_sql(sql):
            family[casus_id][persoon_id] = None
    return {
        row[0]: PlancasusRegel(
            id=row[0],
            school_id=row[1],
            mentor=row[2],
            aangemeld=date.fromisoformat(row[3]),
            redenen=_REDENEN.from_text(row[4]),
            spoed=bool(row[5]),
            gezin_vanaf=read_day(row[6]),
            oudertijden=GEZINSTIJDEN.from_text(row[7]),
            lessen=LESTIJDEN.from_text(row[8]),
            familie=tuple(family[row[0]]),
        )
        for row in conn.exec_driver_sql(_CASUSSEN)
    }
