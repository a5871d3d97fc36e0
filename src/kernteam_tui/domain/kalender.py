"""Which days are a public holiday, a working day or a school day: three calendars, not one.

The facts come in from outside (`exchange.kalender`); here stands only how they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kernteam_tui.domain.codes import Bevrijdingsdag
from kernteam_tui.domain.fouten import KernteamError


class DatumBuitenBereik(KernteamError):
    """A day so far away that its holidays are not known or that no calendar holds it."""

    code = "datum_buiten_bereik"
    titel = "Die datum kan niet"


@dataclass(frozen=True)
class FeestdagRegels:
    """The two public holidays on which caos differ; the defaults are those of cao Sociaal Werk."""

    goede_vrijdag_vrij: bool = False
    bevrijdingsdag: Bevrijdingsdag = Bevrijdingsdag.ELK_JAAR


@dataclass(frozen=True)
class Periode:
    """Days `van` up to and including `tot_en_met`."""

    van: date
    tot_en_met: date

    def __contains__(self, dag: date) -> bool:
        return self.van <= dag <= self.tot_en_met


@dataclass(frozen=True)
class Schoolvakantie:
    """A school holiday with its Dutch name (`kerstvakantie`)."""

    naam: str
    periode: Periode


@dataclass(frozen=True)
class Schoolvakanties:
    """What is known of one region: the years that are known, and the holidays in them.

    `bekend` is None for a region without data.
    """

    bekend: Periode | None = None
    vakanties: tuple[Schoolvakantie, ...] = ()


@dataclass(frozen=True)
class Eigendagen:
    """Days of a school's own list. `waarom_dicht` None: open, whatever holiday the region has.

    A public holiday stays one, unless the list names that day alone.
    """

    periode: Periode
    waarom_dicht: str | None = None
    toetsen: bool = False
    """A week of tests: says nothing about open or closed."""

    def noemt(self, dag: date) -> bool:
        """Whether it is about this day alone."""
        return self.periode == Periode(dag, dag)


@dataclass(frozen=True)
class Kalender:
    """The days of one school: public holidays, school holidays of its region, its own closed days.

    `feestdagen_van` gives the public holidays of one year as day -> Dutch name, and raises
    DatumBuitenBereik for a year it does not know.
    """

    feestdagen_van: Callable[[int], Mapping[date, str]]
    schoolvakanties: Schoolvakanties = field(default_factory=Schoolvakanties)
    dicht: frozenset[date] = frozenset()
    eigen: tuple[Eigendagen, ...] = ()
    """The school's own list; it goes above the holidays of the region."""
    ruildagen: frozenset[date] = frozenset()
    """Public holidays on which the worker works (cao Sociaal Werk 5.9)."""

    def feestdag(self, dag: date) -> str | None:
        """The Dutch name of the public holiday on this day, or None."""
        return self.feestdagen_van(dag.year).get(dag)

    def is_werkdag(self, dag: date) -> bool:
        """Monday to Friday and no public holiday, or one that was swapped; school holidays do not matter
        (contract 2)."""
        return not is_weekend(dag) and (dag in self.ruildagen or self.feestdag(dag) is None)

    def vakantie(self, dag: date) -> str | None:
        """The name of the school holiday this day lies in, or None (also where unknown)."""
        for vakantie in self.schoolvakanties.vakanties:
            if dag in vakantie.periode:
                return vakantie.naam
        return None

    def is_bekend(self, dag: date) -> bool:
        """Whether it is known if the school is open on this day."""
        bekend = self.schoolvakanties.bekend
        return (bekend is not None and dag in bekend) or self._eigen(dag) is not None

    def waarom_dicht(self, dag: date) -> str | None:
        """Why the school is closed, in a few Dutch words, or None where nothing known closes it."""
        if is_weekend(dag):
            return "weekend"
        eigen, feestdag = self._eigen(dag), self.feestdag(dag)
        if eigen is not None:
            return eigen.waarom_dicht or (None if eigen.noemt(dag) else feestdag)
        if naam := feestdag or self.vakantie(dag):
            return naam
        return "vrije dag van de school" if dag in self.dicht else None

    def is_schooldag(self, dag: date) -> bool:
        """A day that is known and on which the school is open; False where it is not known."""
        return self.is_bekend(dag) and self.waarom_dicht(dag) is None

    def toetsweek(self, dag: date) -> bool:
        """Whether the school has its tests on this day: it is open, but a talk costs the jongere more."""
        return any(dag in eigen.periode and eigen.toetsen for eigen in self.eigen)

    def _eigen(self, dag: date) -> Eigendagen | None:
        """What the school's own list says of this day about open or closed; closed goes above open."""
        hier = [eigen for eigen in self.eigen if dag in eigen.periode and not eigen.toetsen]
        return min(hier, key=lambda eigen: (eigen.waarom_dicht is None, not eigen.noemt(dag)), default=None)


def is_weekend(dag: date) -> bool:
    """Saturday or Sunday."""
    return dag.weekday() >= 5


def plus_dagen(dag: date, dagen: int) -> date:
    """The day `dagen` calendar days later.

    Raises DatumBuitenBereik where the calendar ends.
    """
    try:
        return dag + timedelta(days=dagen)
    except OverflowError:
        raise DatumBuitenBereik(
            f"De datum {dag.isoformat()} ligt te ver weg om mee te rekenen.",
            "Controleer het jaartal.",
        ) from None
