"""A school and its kernteam: the four fixed faces and when they are in (S3, S4, S11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kernteam_tui.domain.codes import Dag, Dagdeel, Regio, Rol, SchoolSoort
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Lesuur, Overlegmoment, Schooldag


@dataclass(frozen=True, order=True)
class Aanwezigheid:
    """A dagdeel of the week on which a kernpartner is at the school, in which weeks, and in which time."""

    dag: Dag
    dagdeel: Dagdeel
    weken: Weken = Weken.ELKE
    van: date = date.min
    tot_en_met: date = date.max

    def geldt_op(self, dag: date) -> bool:
        """Whether this day is one of them."""
        if dag.weekday() != tuple(Dag).index(self.dag) or not self.van <= dag <= self.tot_en_met:
            return False
        return self.weken is Weken.ELKE or (dag.isocalendar().week % 2 == 0) == (self.weken is Weken.EVEN)


@dataclass(kw_only=True, eq=False)
class Kernpartner(Record):
    """A member of the kernteam of one school; `ik` marks the user herself (S2)."""

    school_id: str = ""
    rol: Rol
    naam: str
    email: str | None = None
    telefoon: str | None = None
    ik: bool = False
    aanwezig: tuple[Aanwezigheid, ...] = ()
    volgorde: int = 0

    @property
    def is_partner(self) -> bool:
        """Whether this is somebody other than a gezinswerker (contract 4, ranking step 1)."""
        return self.rol is not Rol.GEZINSWERKER


@dataclass(kw_only=True, eq=False)
class School(Record):
    """A school of the vo-team: any number of partners by role, any number of gezinswerkers (S3)."""

    naam: str
    soort: SchoolSoort = SchoolSoort.VO
    regio: Regio = Regio.MIDDEN
    dicht: tuple[date, ...] = ()
    """Days on which this school is closed beside the holidays (studiedagen)."""
    ruimtes: tuple[str, ...] = ()
    mentor_erbij: bool = True
    """Whether the mentor must be at a startgesprek; a setting per school (contract 4)."""
    gesprek_minuten: int = 60
    lesuren: tuple[Lesuur, ...] = ()
    dagdelen: tuple[Dagdeeltijd, ...] = ()
    """The hours of a dagdeel where they are not the usual ones."""
    overleg: Overlegmoment | None = None
    dagen: list[Schooldag] = field(default_factory=list)
    """The school's own list; it goes above the holidays of the region."""
    kernteam: list[Kernpartner] = field(default_factory=list)

    @property
    def ik(self) -> Kernpartner | None:
        """The user herself in this kernteam, if she entered herself."""
        return next((partner for partner in self.kernteam if partner.ik), None)
