"""What is known of somebody's agenda: when there is no time, and how old that knowledge is (contract 3).

Nothing else of an appointment exists here: no subject, no place, no people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.planning.week import Bezetstaat

OUD_VANAF = 7
"""Days from which the age of an agenda is said."""


@dataclass(frozen=True)
class Bezetblok:
    """A time at which somebody has no time: whole, also where it reaches over the window's edge.

    Both moments are aware, in UTC. `uid_hash` is a hash of the appointment's UID: enough to know it again.
    """

    van: datetime
    tot: datetime
    staat: Bezetstaat
    uid_hash: str


@dataclass(frozen=True)
class Agendaprobleem:
    """Something that could not be read, or was read otherwise than it stands.

    `uid` is the UID as in the file (empty where there is none): to be shown, never to be kept.
    """

    uid: str
    tekst: str
    begin: str = ""
    """The start as the file has it (`24-11-2026 09:00`), to find it by; empty where there is none."""


@dataclass(frozen=True)
class GelezenAgenda:
    """What an agenda says about a window, blocks by start.

    `peildatum` is the day in Amsterdam on which the agenda was last known to be right.
    """

    blokken: tuple[Bezetblok, ...]
    problemen: tuple[Agendaprobleem, ...]
    peildatum: date

    def dagen_oud(self, vandaag: date) -> int:
        """Whole days since `peildatum`; 0 for a day that has yet to come."""
        return dagen_oud(self.peildatum, vandaag)

    def ouderdom(self, vandaag: date) -> str:
        """`agenda is 12 dagen oud` from OUD_VANAF days on; empty before."""
        return ouderdom(self.dagen_oud(vandaag))


def dagen_oud(peildatum: date, vandaag: date) -> int:
    """Whole days since an agenda was right; 0 for a day that has yet to come."""
    return max(0, (vandaag - peildatum).days)


def ouderdom(dagen: int) -> str:
    """`agenda is 12 dagen oud` from OUD_VANAF days on; empty before."""
    return f"agenda is {dagen} dagen oud" if dagen >= OUD_VANAF else ""
