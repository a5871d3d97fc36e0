"""One casus at one moment: who can, which room, what suits the parents, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.kalender import is_weekend
from kernteam_tui.domain.planning.beschikbaarheid import (
    Beschikbaarheid,
    Stand,
    beschikbaarheid,
    is_free,
)
from kernteam_tui.domain.planning.tijd import (
    Tijdvak,
    days,
    grid,
    moment,
    weekdag,
)
from kernteam_tui.domain.planning.vereisten import Vereiste, aan_tafel, vereisten
from kernteam_tui.domain.planning.week import Plancasus, Planschool, Planweek, Voorkeur, Weektijd

OUDERS, RUIMTE, SCHOOL = "ouders", "ruimte", "school"
"""The requirements that are no person; `wie` in `waarom_niet`."""


@dataclass(frozen=True)
class Situatie:
    """What holds at one moment for one casus.

    `dicht` says why the school is closed (None: open); `standen` holds everybody who may come;
    `ruimte` is the first free room; `ouders` how well it suits them (None: it does not);
    `ontbreekt` names each requirement that is not met: with none missing the talk can be held.
    """

    gesprek: Tijdvak
    dag: date
    dicht: str | None
    standen: Mapping[str, Stand]
    ruimte: str | None
    ouders: Voorkeur | None
    tijdens_les: bool
    ontbreekt: frozenset[str]

    @property
    def erbij(self) -> tuple[str, ...]:
        """Everybody who can, sorted by id."""
        return tuple(wie for wie, stand in self.standen.items() if stand.kan)

    @property
    def onder_voorbehoud(self) -> tuple[str, ...]:
        """Those who can, but may not be free after all."""
        return tuple(wie for wie, stand in self.standen.items() if stand is Stand.VOORBEHOUD)


@dataclass(frozen=True)
class Tafel:
    """One casus in one week, ready to be looked at moment by moment."""

    week: Planweek
    casus: Plancasus
    school: Planschool
    vereisten: tuple[Vereiste, ...]
    mensen: Mapping[str, Beschikbaarheid]

    @property
    def partners(self) -> frozenset[str]:
        """Members of the kernteam other than gezinswerkers."""
        return frozenset(
            lid for lid in self.school.kernteam if self.mensen[lid].mens.rol is not Rol.GEZINSWERKER
        )

    def starts(self) -> Iterator[datetime]:
        """Every start on the grid within the days to plan in, in UTC and in order."""
        for dag in self.dagen():
            for start in grid(dag, self.week.raster_minuten):
                if self.week.vanaf is None or start >= self.week.vanaf:
                    yield start

    def dagen(self) -> tuple[date, ...]:
        """The days of the week from aanmelding up to and including `uiterlijk`."""
        alle = days(self.week.van, self.week.tot)
        return tuple(dag for dag in alle if self.casus.aangemeld <= dag <= self.casus.uiterlijk)

    def look(self, start: datetime) -> Situatie:
        """What holds for a talk that starts at this moment (aware, any zone, on or off the grid)."""
        gesprek = Tijdvak(start, start + timedelta(minutes=self.casus.minuten))
        dag = dag_van(gesprek.van)
        standen = {wie: mens.stand(gesprek, dag) for wie, mens in self.mensen.items()}
        dicht = self._waarom_dicht(dag)
        ruimte = self._first_free_room(gesprek)
        ouders = self._ouders(gesprek, dag)
        ontbreekt = {v.wie for v in self.vereisten if not any(standen[k].kan for k in v.kandidaten)}
        if dicht is not None:
            ontbreekt.add(SCHOOL)
        if ruimte is None and self.school.ruimtes:
            ontbreekt.add(RUIMTE)
        if ouders is None:
            ontbreekt.add(OUDERS)
        return Situatie(
            gesprek=gesprek,
            dag=dag,
            dicht=dicht,
            standen=standen,
            ruimte=ruimte,
            ouders=ouders,
            tijdens_les=self._tijdens_les(gesprek, dag),
            ontbreekt=frozenset(ontbreekt),
        )

    def _waarom_dicht(self, dag: date) -> str | None:
        if is_weekend(dag):
            return "weekend"
        return (self.school.dicht[dag] or "school dicht") if dag in self.school.dicht else None

    def _first_free_room(self, gesprek: Tijdvak) -> str | None:
        vrij = (ruimte.id for ruimte in self.school.ruimtes if is_free(ruimte.bezet, gesprek))
        return min(vrij, default=None)

    def _ouders(self, gesprek: Tijdvak, dag: date) -> Voorkeur | None:
        if not self.casus.ouders:
            return Voorkeur.LIEFST
        passend = {
            tijd.voorkeur
            for tijd in self.casus.ouders
            if tijd.dag is weekdag(dag) and _on(dag, tijd).contains(gesprek)
        }
        if not passend:
            return None
        return Voorkeur.LIEFST if Voorkeur.LIEFST in passend else Voorkeur.KAN

    def _tijdens_les(self, gesprek: Tijdvak, dag: date) -> bool:
        return any(_on(dag, les).overlaps(gesprek) for les in self.casus.lessen if les.dag is weekdag(dag))


def set_table(week: Planweek, casus: Plancasus) -> Tafel:
    """Bring together who may come. Raises PlanweekOngeldig for an unknown id."""
    school = week.school(casus.school)
    mensen = {wie: beschikbaarheid(week, week.mens(wie), school.id) for wie in aan_tafel(week, casus)}
    return Tafel(week, casus, school, vereisten(week, casus), mensen)


def _on(dag: date, tijd: Weektijd) -> Tijdvak:
    return Tijdvak(moment(dag, tijd.van), moment(dag, tijd.tot))
