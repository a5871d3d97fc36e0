"""What the planner shows: one week of one school or of all, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, Rol
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.services.moment import Moment


@dataclass(frozen=True)
class Stuk:
    """A stretch of one day, by the clock in Amsterdam; `tot` is not in it."""

    van: time
    tot: time


@dataclass(frozen=True)
class Bezetstuk(Stuk):
    """A stretch of one day in which somebody has no time."""

    staat: Bezetstaat
    gesprek_id: str = ""
    """The talk of this store that takes it; empty: from a calendar that was read in."""


@dataclass(frozen=True)
class Gedeeldstuk(Stuk):
    """A stretch in which this many partners of the kernteam are in and free together."""

    aantal: int
    met_mij: bool


@dataclass(frozen=True)
class Dagkop:
    """One day of one school. `dicht` says why it is closed (empty: open); `bekend`: whether that is known."""

    dag: date
    dicht: str
    bekend: bool
    toetsen: bool


@dataclass(frozen=True)
class PartnerWeek:
    """A member of a kernteam, per day when she is in and when she has no time."""

    partner_id: str
    rol: Rol
    naam: str
    ik: bool
    aanwezig: tuple[tuple[Stuk, ...], ...]
    bezet: tuple[tuple[Bezetstuk, ...], ...]
    weg: tuple[str, ...]
    """Per day why she is away (`ziek`); empty where she is not."""
    agenda: str
    """`agenda is 12 dagen oud`; empty where it is fresh or where none was read."""


@dataclass(frozen=True)
class SchoolWeek:
    """One school in one week; days Monday up to and including Friday."""

    school_id: str
    naam: str
    dagen: tuple[Dagkop, ...]
    partners: tuple[PartnerWeek, ...]
    samen: tuple[tuple[Gedeeldstuk, ...], ...]


@dataclass(frozen=True)
class Weekgesprek:
    """A talk of the week that is planned, held or missed. `start` is UTC."""

    gesprek_id: str
    casus_id: str
    casus: str
    jongere: str
    school_id: str
    school: str
    soort: GesprekSoort
    staat: GesprekStaat
    start: datetime
    minuten: int
    plek: str
    te_laat: str
    """Of a startgesprek after the agreed week: why, and whose choice; empty: in time."""
    dicht: str = ""
    """Of a talk at school that is still to be held: why the school is closed that day; empty: open."""


@dataclass(frozen=True)
class OpenStart:
    """A casus whose startgesprek is not planned yet."""

    casus_id: str
    casus: str
    jongere: str
    school_id: str
    school: str
    uiterlijk: date
    """Last day by the team's agreement."""
    dagen: int
    """Calendar days left, today not counted; negative: that many too late."""
    schooldagen: int | None
    """School days left, today counted; None where holidays are not known."""
    spoed: bool
    keuze: str
    """Whose choice it is that it comes later, where the family or a partner wanted that; else empty."""
    voorstel: Moment | None
    """The best moment in this week for this casus alone."""
    waarom_niet: tuple[str, ...]
    """Without one: what stands in the way, and what would help."""


@dataclass(frozen=True)
class WeekBeeld:
    """The planner's week."""

    maandag: date
    vandaag: date
    scholen: tuple[SchoolWeek, ...]
    gesprekken: tuple[Weekgesprek, ...]
    open: tuple[OpenStart, ...]
    """Most urgent first."""


class Plaatssoort(Enum):
    """What a plan does with a casus."""

    NIEUW = "nieuw"
    BLIJFT = "blijft"
    VERSCHUIFT = "verschuift"


@dataclass(frozen=True)
class Plaats:
    """One startgesprek in a plan for the week."""

    soort: Plaatssoort
    casus_id: str
    casus: str
    jongere: str
    school: str
    uiterlijk: date
    moment: Moment
    gesprek_id: str = ""
    """The talk that stays or moves; empty for a new one."""
    was: datetime | None = None
    """Where a talk that moves stood, UTC."""


@dataclass(frozen=True)
class NietGepland:
    """A casus that found no place in the plan, and why."""

    casus_id: str
    casus: str
    jongere: str
    uiterlijk: date
    reden: str


@dataclass(frozen=True)
class Weekplan:
    """A plan for all open startgesprekken of a week at once; nothing is kept until it is accepted."""

    maandag: date
    plaatsen: tuple[Plaats, ...]
    """By start."""
    niet: tuple[NietGepland, ...]
    bewezen: bool
    """No better plan exists."""

    @property
    def verandert(self) -> tuple[Plaats, ...]:
        """What accepting it would make or move."""
        return tuple(plaats for plaats in self.plaatsen if plaats.soort is not Plaatssoort.BLIJFT)
