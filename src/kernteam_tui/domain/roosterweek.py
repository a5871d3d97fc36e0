"""One real week of a kernteam: who is in, who is away and who comes instead, per part of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kernteam_tui.domain.codes import Dagdeel, Rol
from kernteam_tui.domain.rooster import Kernteam, Partner, Rooster

SCHOOLDAGEN_PER_WEEK = 5


class Staat(Enum):
    """What somebody is doing at this school in a part of a day."""

    NIET = "niet"
    IN = "in"
    WEG = "weg"
    """Would have been in, but is away."""
    INVALLER = "invaller"
    """Comes instead of somebody else."""

    @property
    def is_in(self) -> bool:
        """Whether this person can be met there."""
        return self in (Staat.IN, Staat.INVALLER)


Dagstaat = tuple[Staat, Staat]
"""Morning and afternoon."""


@dataclass(frozen=True)
class Gedeeld:
    """How many partners are in together, and whether the user is too."""

    aantal: int
    met_mij: bool
    opvallend: bool
    """The most of this week, and at least two: the moment to plan a talk on."""


def maandag_van(dag: date) -> date:
    """The Monday of the week in which this day lies."""
    return dag - timedelta(days=dag.weekday())


def schooldagen_van(maandag: date) -> tuple[date, ...]:
    """Monday up to and including Friday."""
    return tuple(maandag + timedelta(days=n) for n in range(SCHOOLDAGEN_PER_WEEK))


def dagstaat(rooster: Rooster, partner: Partner, dag: date) -> Dagstaat:
    """What somebody does on this day, whether or not the school is open."""
    ochtend, middag = (_staat(rooster, partner, dag, deel) for deel in Dagdeel)
    return ochtend, middag


def _staat(rooster: Rooster, partner: Partner, dag: date, dagdeel: Dagdeel) -> Staat:
    gewoonlijk = any(a.dagdeel is dagdeel and a.geldt_op(dag) for a in partner.aanwezig)
    if dagdeel in rooster.dagdelen(partner, dag):
        return Staat.IN if gewoonlijk else Staat.INVALLER
    return Staat.WEG if gewoonlijk else Staat.NIET


def gedeeld(
    school: Kernteam, rooster: Rooster, dagen: Sequence[date], dicht: Sequence[bool]
) -> tuple[tuple[Gedeeld, Gedeeld], ...]:
    """Per day the shared morning and afternoon (S11); on a day that the school is closed nobody is in."""
    per_dag = [
        [_samen(school, rooster, dag, deel, weg) for deel in Dagdeel]
        for dag, weg in zip(dagen, dicht, strict=True)
    ]
    meeste = max((aantal for dag in per_dag for aantal, _ in dag), default=0)
    return tuple((_gedeeld(*ochtend, meeste), _gedeeld(*middag, meeste)) for ochtend, middag in per_dag)


def _gedeeld(aantal: int, met_mij: bool, meeste: int) -> Gedeeld:
    return Gedeeld(aantal, met_mij, aantal == meeste and aantal > 1)


def _samen(school: Kernteam, rooster: Rooster, dag: date, dagdeel: Dagdeel, dicht: bool) -> tuple[int, bool]:
    if dicht:
        return 0, False
    hier = [partner for partner in school.kernteam if dagdeel in rooster.dagdelen(partner, dag)]
    return sum(partner.rol is not Rol.GEZINSWERKER for partner in hier), any(partner.ik for partner in hier)
