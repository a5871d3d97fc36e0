"""What the user set."""

from __future__ import annotations

from sqlalchemy import Connection

from kernteam_tui.data.typen import DAGEN, REISTIJDEN, VRIJE_DAGEN
from kernteam_tui.domain.codes import Bevrijdingsdag
from kernteam_tui.domain.instellingen import Instellingen

_SETTINGS = """
SELECT naam, email, telefoon, startgesprek_dagen, kennismaking_werkdagen, goede_vrijdag_vrij, bevrijdingsdag,
    slot_minuten, stil_na_dagen, vrije_dagen, ruildagen, reistijden, agenda_map
FROM instellingen
"""


def lees_geheim(conn: Connection) -> bytes | None:
    """The secret from which UIDs of talks are made; None until the settings were used for the first time."""
    secret: bytes | None = conn.exec_driver_sql("SELECT geheim FROM instellingen").scalar()
    return secret


def lees_instellingen(conn: Connection) -> Instellingen | None:
    """The settings, to look at; without the secret. None until they were used for the first time."""
    row = conn.exec_driver_sql(_SETTINGS).first()
    if row is None:
        return None
    return Instellingen(
        naam=row[0],
        email=row[1],
        telefoon=row[2],
        startgesprek_dagen=row[3],
        kennismaking_werkdagen=row[4],
        goede_vrijdag_vrij=bool(row[5]),
        bevrijdingsdag=Bevrijdingsdag(row[6]),
        slot_minuten=row[7],
        stil_na_dagen=row[8],
        vrije_dagen=VRIJE_DAGEN.from_text(row[9]),
        ruildagen=DAGEN.from_text(row[10]),
        reistijden=REISTIJDEN.from_text(row[11]),
        agenda_map=row[12],
    )
