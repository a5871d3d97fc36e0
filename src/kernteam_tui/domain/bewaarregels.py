"""How long a backup is kept: 7 daily, 5 weekly and 12 monthly ones, and all of today.

Of today all: who makes a copy after a mistake must not lose the one of this morning.

The counting goes by days, weeks and months *that have a backup*, not by the calendar: after a holiday of six
weeks nothing is lost that was kept before it. A backup from the future (the clock was set back since) is
neither counted nor cleared: nothing can be said of its age.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kernteam_tui.domain.codes import Code
from kernteam_tui.domain.klok import AMSTERDAM

DAGEN, WEKEN, MAANDEN = 7, 5, 12
ZEKER_BEWAARD = timedelta(days=30)
"""A backup that stands before a step that may go wrong is kept at least this long."""
NIEUWE_NA = timedelta(hours=20)
"""Shorter than a day: who starts a little earlier each morning still gets one every day."""


class KopieReden(Code):
    """Why a backup was made."""

    DAGELIJKS = "dagelijks", "vanzelf, elke dag"
    OP_VERZOEK = "op_verzoek", "door jou gemaakt"
    VOOR_BIJWERKEN = "voor_bijwerken", "vóór het bijwerken"
    VOOR_TERUGZETTEN = "voor_terugzetten", "vóór het terugzetten"


VOOR_EEN_STAP = frozenset({KopieReden.VOOR_BIJWERKEN, KopieReden.VOOR_TERUGZETTEN})


def reden_tekst(reden: str) -> str:
    """The Dutch words for a reason; one that a later version wrote stands as it is."""
    return KopieReden(reden).label if reden in set(KopieReden) else reden


@dataclass(frozen=True)
class Kopie:
    """One backup as the rule sees it: a name, the moment it was made (aware), and why."""

    naam: str
    moment: datetime
    reden: str


def te_ruimen(kopieen: Collection[Kopie], nu: datetime) -> frozenset[Kopie]:
    """The backups that need not be kept any longer. Never the newest of those made before `nu`: it is that
    of its day."""
    verleden = sorted((k for k in kopieen if k.moment <= nu), key=_volgorde, reverse=True)
    bewaard = {
        *_nieuwste_per(verleden, _dag, DAGEN),
        *_nieuwste_per(verleden, _week, WEKEN),
        *_nieuwste_per(verleden, _maand, MAANDEN),
        *(k for k in verleden if _dag(k.moment) == _dag(nu)),
        *(k for k in verleden if k.reden in VOOR_EEN_STAP and nu - k.moment <= ZEKER_BEWAARD),
    }
    return frozenset(verleden) - bewaard


def volgorde(moment: datetime, naam: str) -> tuple[datetime, int, str]:
    """Sorting key, oldest first. Two of one second differ in their name: the later one is longer (`-2`)."""
    return moment, len(naam), naam


def _volgorde(kopie: Kopie) -> tuple[datetime, int, str]:
    return volgorde(kopie.moment, kopie.naam)


def nieuwe_nodig(momenten: Collection[datetime], nu: datetime) -> bool:
    """Whether it is time for the backup of today: the newest one is older than 20 hours.

    A moment in the future does not count: the clock was wrong then, or is now.
    """
    return not any(timedelta() <= nu - moment <= NIEUWE_NA for moment in momenten)


def _nieuwste_per(
    nieuwste_eerst: Collection[Kopie], tijdvak: Callable[[datetime], Hashable], aantal: int
) -> Collection[Kopie]:
    """The newest backup of each of the last `aantal` days, weeks or months that have one."""
    per_tijdvak: dict[Hashable, Kopie] = {}
    for kopie in nieuwste_eerst:
        per_tijdvak.setdefault(tijdvak(kopie.moment), kopie)
    return tuple(per_tijdvak.values())[:aantal]


def _dag(moment: datetime) -> date:
    """Days turn over at midnight in Amsterdam."""
    return moment.astimezone(AMSTERDAM).date()


def _week(moment: datetime) -> tuple[int, int]:
    """ISO 8601 year and week: 1 January can lie in the last week of the year before."""
    return _dag(moment).isocalendar()[:2]


def _maand(moment: datetime) -> tuple[int, int]:
    dag = _dag(moment)
    return dag.year, dag.month
