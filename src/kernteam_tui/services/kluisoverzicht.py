"""How the store itself is doing, on one screen: backups, files outside, the log, the keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kernteam_tui.data.queries.log import laatste_regel, tel_regels
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.reservekopie import KopieStaat, get_reservekopieen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uit import get_uit


@dataclass(frozen=True)
class KluisOverzicht:
    """Counts and moments; moments in Amsterdam time."""

    map: Path
    kopieen: int
    """Backups that are sound."""
    laatste_kopie: datetime | None
    buiten: int
    """Files outside the encryption."""
    buiten_oud: int
    """Of these, older than a week."""
    logregels: int
    sleutel_gewijzigd_op: date | None
    """Day of the last change to passphrase, recovery code or slots; None when the log tells of none."""


def get_kluisoverzicht(sessie: Sessie) -> KluisOverzicht:
    """What the screen De kluis shows; reads the first bytes of each backup, so some milliseconds."""
    sound = [kopie for kopie in get_reservekopieen(sessie) if kopie.staat is KopieStaat.GOED]
    uit = get_uit(sessie)
    with sessie.lezen() as conn:
        lines = tel_regels(conn)
        changed = laatste_regel(conn, LogSoort.SLEUTEL)
    return KluisOverzicht(
        map=sessie.map,
        kopieen=len(sound),
        laatste_kopie=sound[0].moment.astimezone(AMSTERDAM) if sound else None,
        buiten=len(uit.regels),
        buiten_oud=len(uit.oude),
        logregels=lines,
        sleutel_gewijzigd_op=changed.astimezone(AMSTERDAM).date() if changed else None,
    )
