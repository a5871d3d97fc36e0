"""One casus as the planner looks at it: the days that will do, who must be there, what the family wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from kernteam_tui.domain.codes import Reden
from kernteam_tui.domain.gezinstijd import Gezinstijd, Lestijd
from kernteam_tui.domain.planning.week import Oudertijd, Plancasus, Voorkeur, Weektijd
from kernteam_tui.domain.uitstel import week_van_gezin
from kernteam_tui.services.school import SchoolBeeld

MENTOR = "mentor"
"""Id of the mentor where a talk is planned; a mentor has no record."""
LATER = timedelta(days=14)
"""How far ahead of today is looked where the week is over or the family wants later."""


class Planbaar(Protocol):
    """What planning asks of a casus: the record, or a frozen value of it."""

    @property
    def id(self) -> str: ...
    @property
    def aangemeld(self) -> date: ...
    @property
    def redenen(self) -> Sequence[Reden]: ...
    @property
    def spoed(self) -> bool: ...
    @property
    def gezin_vanaf(self) -> date | None: ...
    @property
    def oudertijden(self) -> Sequence[Gezinstijd]: ...
    @property
    def lessen(self) -> Sequence[Lestijd]: ...


@dataclass(frozen=True)
class Venster:
    """The days on which a startgesprek may be held; both are in it."""

    first: date
    last: date


def venster(casus: Planbaar, afspraak: date, vandaag: date, *, later: bool = False) -> Venster:
    """From today, or the family's first day, up to the last day of the agreement.

    `later` and a week that is over look two weeks ahead. A family that wants later has a week of its own that
    begins that day (S26).
    """
    first = max(casus.aangemeld, vandaag)
    if casus.gezin_vanaf is not None:
        first = max(first, casus.gezin_vanaf)
        afspraak = week_van_gezin(casus.aangemeld, casus.gezin_vanaf, afspraak)
    last = max(afspraak, vandaag + LATER) if later or afspraak < first else afspraak
    return Venster(first, last)


def plancasus(
    casus: Planbaar,
    school: SchoolBeeld,
    dagen: Venster,
    gezinswerker: str,
    *,
    mentor: str = MENTOR,
    zonder: Mapping[str, str] | None = None,
) -> Plancasus:
    """What `domain.planning` asks of a casus."""
    return Plancasus(
        id=casus.id,
        school=school.id,
        gezinswerker=gezinswerker,
        aangemeld=dagen.first,
        uiterlijk=dagen.last,
        redenen=frozenset(casus.redenen),
        minuten=school.gesprek_minuten,
        verplicht=(mentor,) if school.mentor_erbij else (),
        zonder=dict(zonder or {}),
        ouders=tuple(
            Oudertijd(t.dag, t.van, t.tot, Voorkeur.LIEFST if t.liefst else Voorkeur.KAN)
            for t in casus.oudertijden
        ),
        lessen=tuple(Weektijd(les.dag, les.van, les.tot) for les in casus.lessen),
        spoed=casus.spoed,
    )
