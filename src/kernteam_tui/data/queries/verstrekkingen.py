"""What was given in a casus, without the papers themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.gezinsplancodes import Verstrekwijze
from kernteam_tui.domain.verstrekking import Opmaak


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
    opmaak: Opmaak
    kan_opnieuw: bool
    """Whether it is still known what stood on it."""


_SQL = """
SELECT id, persoon_id, rol, wat, versie, op, hoe, vorm, taal, gevraagd_door, inhoud != '',
  CASE WHEN json_valid(inhoud) THEN inhoud ->> '$.groot' END,
  CASE WHEN json_valid(inhoud) THEN inhoud ->> '$.met_nederlands' END,
  CASE WHEN json_valid(inhoud) THEN json_array_length(inhoud, '$.kring') END,
  CASE WHEN json_valid(inhoud) THEN inhoud ->> '$.variant' END
FROM verstrekking WHERE casus_id = ? AND (? = '' OR id = ?)
ORDER BY op DESC, created_at DESC, id DESC
"""


def lees_verstrekkingen(conn: Connection, casus_id: str, alleen: str = "") -> tuple[VerstrekkingRij, ...]:
    """Everything that was given in this casus, the newest first; `alleen`: only the one with this id."""
    rows = conn.exec_driver_sql(_SQL, (casus_id, alleen, alleen))
    return tuple(_rij(tuple(row)) for row in rows)


def _rij(row: tuple[Any, ...]) -> VerstrekkingRij:
    id_, persoon_id, rol, wat, versie, op, hoe, vorm, taal, gevraagd_door, known, *opmaak = row
    groot, dutch_too, kring, variant = opmaak
    return VerstrekkingRij(
        id_,
        persoon_id,
        rol,
        wat,
        versie,
        date.fromisoformat(op),
        Verstrekwijze(hoe),
        vorm,
        taal,
        gevraagd_door,
        Opmaak(bool(groot), bool(dutch_too), bool(kring), PlanVariant(variant) if variant else None),
        kan_opnieuw=bool(known),
    )
