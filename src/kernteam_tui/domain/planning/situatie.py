"""One casus at one moment: who can, which room, what suits the parents, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.kalender import is_weekend
from kernteam_tui.domain.planning.beschikbaarheid import Beschikbaarheid, Stand
from kernteam_tui.domain.planning.raster import Raster, Starts
from kernteam_tui.domain.planning.tijd import Tijdvak, moment
from kernteam_tui.domain.planning.vereisten import Vereiste, aan_tafel, vereisten
from kernteam_tui.domain.planning.week import (
    Plancasus,
    Planmens,
    Planschool,
    Planweek,
    Voorkeur,
    Weektijd,
)
from kernteam_tui.domain.planning.weekbeeld import Weekbeeld

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
    """One casus in one week, at every start together (`raster`).

    `mensen` holds everybody who may come, sorted, `komst` when each can; `ruimtes` when each room is free,
    sorted; `ouders` the starts that suit the parents, `liefst` those they like best; `lessen` the starts of
    talks during lessons; `eisen` for each requirement the starts at which it is met; `dagen` the starts from
    aanmelding up to and including `uiterlijk`.
    """

    week: Planweek
    casus: Plancasus
    school: Planschool
    vereisten: tuple[Vereiste, ...]
    raster: Raster
    mensen: Mapping[str, Planmens]
    komst: Mapping[str, Beschikbaarheid]
    ruimtes: Mapping[str, Starts]
    ouders: Starts
    liefst: Starts
    lessen: Starts
    eisen: Mapping[str, Starts]
    dagen: Starts

    @property
    def partners(self) -> frozenset[str]:
        """Members of the kernteam other than gezinswerkers."""
        return frozenset(lid for lid in self.school.kernteam if self.mensen[lid].rol is not Rol.GEZINSWERKER)

    @cached_property
    def kernteam(self) -> tuple[str, ...]:
        """The members of the kernteam, sorted."""
        return tuple(sorted(set(self.school.kernteam)))

    @cached_property
    def mogelijk(self) -> Starts:
        """The starts at which the talk can be held."""
        starts = self.dagen
        for gehaald in self.eisen.values():
            starts &= gehaald
        return starts

    @cached_property
    def voorbehoud(self) -> Starts:
        """The starts at which somebody can come under voorbehoud."""
        starts = 0
        for komst in self.komst.values():
            starts |= komst.kan & komst.voorbehoud
        return starts

    def look(self, start: datetime) -> Situatie:
        """What holds for a talk that starts at this moment (aware, any zone, on or off the grid)."""
        moment_zelf = Weekbeeld(self.week, (start.astimezone(UTC),))
        return set_table(self.week, self.casus, moment_zelf).situatie(0)

    def situatie(self, nummer: int) -> Situatie:
        """What holds for the talk with this start of the raster."""
        gesprek = self.raster.gesprek(nummer)
        dag = dag_van(gesprek.van)
        return Situatie(
            gesprek=gesprek,
            dag=dag,
            dicht=waarom_dicht(self.school, dag),
            standen={wie: komst.stand(nummer) for wie, komst in self.komst.items()},
            ruimte=next((id_ for id_, vrij in self.ruimtes.items() if vrij >> nummer & 1), None),
            ouders=self._voorkeur(nummer),
            tijdens_les=bool(self.lessen >> nummer & 1),
            ontbreekt=frozenset(wie for wie, gehaald in self.eisen.items() if not gehaald >> nummer & 1),
        )

    def _voorkeur(self, nummer: int) -> Voorkeur | None:
        if self.liefst >> nummer & 1:
            return Voorkeur.LIEFST
        return Voorkeur.KAN if self.ouders >> nummer & 1 else None


def set_table(week: Planweek, casus: Plancasus, beeld: Weekbeeld | None = None) -> Tafel:
    """Bring together who may come; a `beeld` of this week makes the next casus cheap.

    Raises PlanweekOngeldig for an unknown id.
    """
    beeld = beeld or Weekbeeld(week)
    school, minuten = week.school(casus.school), casus.minuten
    raster = beeld.raster(minuten)
    wie = aan_tafel(week, casus)
    komst = {id_: beeld.mens(id_, school.id, minuten) for id_ in wie}
    ruimtes = beeld.ruimtes(school.id, minuten)
    liefst = _liefst(casus, raster)
    ouders = liefst | raster.binnen(_on(casus.ouders, raster))
    gevraagd = vereisten(week, casus)
    eisen = {SCHOOL: _open(school, raster)}
    if casus.ouders:
        eisen[OUDERS] = ouders
    if ruimtes:
        eisen[RUIMTE] = _some(ruimtes.values())
    for vereiste in gevraagd:
        gehaald = _some(komst[id_].kan for id_ in vereiste.kandidaten)
        eisen[vereiste.wie] = eisen.get(vereiste.wie, raster.alle) & gehaald
    return Tafel(
        week=week,
        casus=casus,
        school=school,
        vereisten=gevraagd,
        raster=raster,
        mensen={id_: week.mens(id_) for id_ in wie},
        komst=komst,
        ruimtes=ruimtes,
        ouders=ouders,
        liefst=liefst,
        lessen=raster.geraakt(_on(casus.lessen, raster)),
        eisen=eisen,
        dagen=_some(
            starts for dag, starts in raster.per_dag.items() if casus.aangemeld <= dag <= casus.uiterlijk
        ),
    )


def waarom_dicht(school: Planschool, dag: date) -> str | None:
    """Why the school is closed on a day, in a few Dutch words; None where it is open."""
    if is_weekend(dag):
        return "weekend"
    return (school.dicht[dag] or "school dicht") if dag in school.dicht else None


def _liefst(casus: Plancasus, raster: Raster) -> Starts:
    if not casus.ouders:
        return raster.alle
    liefst = (tijd for tijd in casus.ouders if tijd.voorkeur is Voorkeur.LIEFST)
    return raster.binnen(_on(liefst, raster))


def _open(school: Planschool, raster: Raster) -> Starts:
    return _some(starts for dag, starts in raster.per_dag.items() if waarom_dicht(school, dag) is None)


def _on(tijden: Iterable[Weektijd], raster: Raster) -> list[Tijdvak]:
    return [
        Tijdvak(moment(dag, tijd.van), moment(dag, tijd.tot))
        for tijd in tijden
        for dag in raster.per_weekdag.get(tijd.dag, ())
    ]


def _some(alle: Iterable[Starts]) -> Starts:
    starts = 0
    for deel in alle:
        starts |= deel
    return starts
