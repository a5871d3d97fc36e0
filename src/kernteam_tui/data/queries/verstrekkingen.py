"""What was given in a casus, without the papers themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from kernteam_tui.domain.gezinsplancodes import Verstrekwijze


@dataclass(frozen=True)
class VerstrekkingRij:
    """One paper that went out; see `domain.verstrekking`."""

    id: str
    persoon_id: str
    rol: str
    wat: str
    versie: int
    op: date
    hoe: Verstrekwijze
    vorm: str
    taal: str
    gevraagd_door: str
    kan_opnieuw: bool
    """Whether it is still known what stood on it."""


_SQL = """
SELECT id, persoon_id, rol, wat, versie, op, hoe, vorm, taal, gevraagd_door, inhoud != ''
FROM verstrekking WHERE casus_id = ? ORDER BY op DESC, created_at DESC, id DESC
"""


def lees_verstrekkingen(conn: Connection, casus_id: str) -> tuple[VerstrekkingRij, ...]:
    """Everything that was given in this casus, the newest first."""
    return tuple(_rij(tuple(row)) for row in conn.exec_driver_sql(_SQL, (casus_id,)))


def _rij(row: tuple[Any, ...]) -> VerstrekkingRij:
    id_, persoon_id, rol, wat, versie, op, hoe, vorm, taal, gevraagd_door, known = row
    day, how = date.fromisoformat(op), Verstrekwijze(hoe)
    return VerstrekkingRij(
        id_, persoon_id, rol, wat, versie, day, how, vorm, taal, gevraagd_door, kan_opnieuw=bool(known)
    )
