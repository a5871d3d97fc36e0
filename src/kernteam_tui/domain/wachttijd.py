"""The second clock: the days from the kennismaking until the help begins (S26, S27; bands of contract 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kernteam_tui.domain.codes import Code
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fase import kennismaking_gehad
from kernteam_tui.domain.feiten import CasusFeiten

MIJLPALEN = (28, 100)
"""Days of waiting at which somebody looks again."""


class Wachtband(Code):
    """How long a family waits, as the half-year figures count it."""

    KORT = "0-27", "0 tot en met 27 dagen"
    LANG = "28-100", "28 tot en met 100 dagen"
    HEEL_LANG = "101+", "meer dan 100 dagen"


@dataclass(frozen=True)
class Wachttijd:
    """How long this family waits, from the day of the kennismaking."""

    vanaf: date
    dagen: int

    @property
    def band(self) -> Wachtband:
        """Which band that is."""
        return wachtband(self.dagen)

    @property
    def mijlpaal(self) -> date | None:
        """The last milestone that was reached, as a day; None before the first."""
        reached = [days for days in MIJLPALEN if days <= self.dagen]
        return self.vanaf + timedelta(days=reached[-1]) if reached else None


def wachtband(dagen: int) -> Wachtband:
    """The band of that many whole days."""
    if dagen < MIJLPALEN[0]:
        return Wachtband.KORT
    return Wachtband.LANG if dagen <= MIJLPALEN[1] else Wachtband.HEEL_LANG


def wachttijd(feiten: CasusFeiten, vandaag: date) -> Wachttijd | None:
    """The clock that runs; None before the kennismaking, once the help began, and where nobody waits."""
    held = kennismaking_gehad(feiten)
    if held is None or not feiten.open or feiten.zorg_zonder_vraag or feiten.begeleiding_gestart is not None:
        return None
    vanaf = dag_van(held.start)
    return Wachttijd(vanaf, max(0, (vandaag - vanaf).days))


def gewacht(feiten: CasusFeiten) -> int | None:
    """Whole days that this family waited until the help began; None where it did not begin, or without a
    kennismaking before it."""
    held = kennismaking_gehad(feiten)
    if held is None or feiten.begeleiding_gestart is None:
        return None
    days = (feiten.begeleiding_gestart - dag_van(held.start)).days
    return days if days >= 0 else None
