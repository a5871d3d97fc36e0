"""In which format plans are written, and the formats of the organisation as they were read in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

_PER_FORMAT = "SELECT formaat, count(*) FROM gezinsplan GROUP BY formaat"
_OF_CASES = """
SELECT casus.id, gezinsplan.formaat, gezinsplan.variant
FROM casus JOIN gezinsplan ON gezinsplan.gezin_id = casus.gezin_id WHERE casus.id IN ({marks})
"""
_OWN = "SELECT naam, inhoud FROM eigenformaat"


def tel_plannen(conn: Connection) -> dict[str, int]:
    """Name of a format -> how many plans are written in it."""
    return {row[0]: row[1] for row in conn.exec_driver_sql(_PER_FORMAT)}


def formaten_van(conn: Connection, casus_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Casus -> name of the format and code of the variant of its plan."""
    if not casus_ids:
        return {}
    query = _OF_CASES.format(marks=", ".join("?" * len(casus_ids)))
    return {row[0]: (row[1], row[2]) for row in conn.exec_driver_sql(query, tuple(casus_ids))}


def eigen_formaten(conn: Connection) -> dict[str, str]:
    """Name -> the whole file."""
    return {row[0]: row[1] for row in conn.exec_driver_sql(_OWN)}
