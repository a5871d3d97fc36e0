"""The buurtteams that were typed in a casus."""

from __future__ import annotations

from sqlalchemy import Connection

_TEAMS = "SELECT DISTINCT duo_team FROM casus WHERE trim(duo_team) <> ''"


def lees_buurtteams(conn: Connection) -> frozenset[str]:
    """Names of teams of a duo-partner, of casussen that are still there."""
    return frozenset(team.strip() for (team,) in conn.exec_driver_sql(_TEAMS).all())
