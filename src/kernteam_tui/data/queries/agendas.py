"""The calendars that were read in, per partner of a kernteam."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from kernteam_tui.data.queries.waarden import read_moment
from kernteam_tui.data.typen import BLOKKEN
from kernteam_tui.domain.agenda import Bezetblok

_AGENDAS = """
SELECT partneragenda.id, partner_id, bestand, peildatum, gelezen_op, van, tot, problemen, blokken
FROM partneragenda ORDER BY gelezen_op, partneragenda.rowid
"""
_KORT = """
SELECT id, revision, partner_id, bestand, peildatum, gelezen_op, tot, problemen, json_array_length(blokken)
FROM partneragenda ORDER BY gelezen_op, rowid
"""
_OUDSTE = "SELECT partner_id, min(peildatum) FROM partneragenda GROUP BY partner_id"


@dataclass(frozen=True)
class AgendaStand:
    """One calendar as it was read in; `tot` is not one of its days."""

    id: str
    partner_id: str
    bestand: str
    peildatum: date
    gelezen_op: datetime
    van: date
    tot: date
    problemen: int
    blokken: tuple[Bezetblok, ...]


def lees_agendas(conn: Connection) -> tuple[AgendaStand, ...]:
    """All of them, the one that was read last at the end."""
    return tuple(
        AgendaStand(
            id=row[0],
            partner_id=row[1],
            bestand=row[2],
            peildatum=date.fromisoformat(row[3]),
            gelezen_op=read_moment(row[4]),
            van=date.fromisoformat(row[5]),
            tot=date.fromisoformat(row[6]),
            problemen=row[7],
            blokken=BLOKKEN.from_text(row[8]),
        )
        for row in conn.exec_driver_sql(_AGENDAS)
    )


@dataclass(frozen=True)
class AgendaKort:
    """A calendar without its times, only how many there are; `tot` is not one of its days."""

    id: str
    revision: int
    partner_id: str
    bestand: str
    peildatum: date
    gelezen_op: datetime
    tot: date
    problemen: int
    tijden: int


def lees_agendas_kort(conn: Connection) -> tuple[AgendaKort, ...]:
    """All of them in the order of `lees_agendas`, read without unpacking a single time."""
    return tuple(
        AgendaKort(
            id=row[0],
            revision=row[1],
            partner_id=row[2],
            bestand=row[3],
            peildatum=date.fromisoformat(row[4]),
            gelezen_op=read_moment(row[5]),
            tot=date.fromisoformat(row[6]),
            problemen=row[7],
            tijden=row[8],
        )
        for row in conn.exec_driver_sql(_KORT)
    )


def lees_oudste(conn: Connection) -> dict[str, date]:
    """Per partner (its id) of which day the oldest agenda is."""
    return {row[0]: date.fromisoformat(row[1]) for row in conn.exec_driver_sql(_OUDSTE)}
