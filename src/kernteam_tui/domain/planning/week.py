"""The week to plan in and the casus to plan: plain facts, as `planweek/1` writes them (contract 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

from kernteam_tui.domain.codes import Code, Dag, Dagdeel, Reden, Rol
from kernteam_tui.domain.planning.tijd import PlanweekOngeldig, Tijdvak, check_year

DAGDELEN: Mapping[str, tuple[time, time]] = {
    Dagdeel.OCHTEND: (time(8, 30), time(12, 30)),
    Dagdeel.MIDDAG: (time(12, 30), time(17, 0)),
}


class Bezetstaat(Code):
    """How certain it is that somebody is not free; `voorbehoud` does not block."""

    BEZET = "bezet", "bezet"
    VOORBEHOUD = "voorbehoud", "onder voorbehoud"


class Voorkeur(Code):
    """How well a time suits the parents."""

    LIEFST = "liefst", "liefst"
    KAN = "kan", "kan ook"


@dataclass(frozen=True)
class Bezetting:
    """A time at which somebody, or a room, is taken; `school` is the school where, if it is at one.

    `wat` says by what, for who reads what clashes: the number of a casus, `agenda`.
    """

    tijdvak: Tijdvak
    staat: Bezetstaat = Bezetstaat.BEZET
    school: str | None = None
    wat: str = ""


@dataclass(frozen=True)
class AanwezigOp:
    """One dagdeel of every week on which somebody is at a school; `dagdeel` is a key of the week's.

    With `dagen` only on those days.
    """

    school: str
    dag: Dag
    dagdeel: str
    dagen: frozenset[date] | None = None

    def op(self, dag: date) -> bool:
        """Whether it holds on a day of that weekday."""
        return self.dagen is None or dag in self.dagen


@dataclass(frozen=True)
class Planmens:
    """Somebody who works with families: a gezinswerker, a kernpartner, a mentor.

    `naam` is only shown to tell two of one role apart; without it the id is. `weg` says for days on which
    somebody is away although a pattern has them in, why. `ik`: it is the one who reads the sentences.
    """

    id: str
    rol: Rol
    aanwezig: tuple[AanwezigOp, ...] = ()
    bezet: tuple[Bezetting, ...] = ()
    naam: str = ""
    weg: Mapping[date, str] = field(default_factory=dict)
    ik: bool = False


@dataclass(frozen=True)
class Ruimte:
    """A room of a school and when it is taken."""

    id: str
    bezet: tuple[Bezetting, ...] = ()


@dataclass(frozen=True)
class Planschool:
    """A school: who its kernteam is, its rooms (none: no room is asked), and the days it is closed.

    `dicht` gives for each closed day why, in a few Dutch words (may be empty); weekends need not be in it.
    `dagdelen` holds the hours of this school where they are not those of the week.
    """

    id: str
    kernteam: tuple[str, ...] = ()
    ruimtes: tuple[Ruimte, ...] = ()
    dicht: Mapping[date, str] = field(default_factory=dict)
    dagdelen: Mapping[str, tuple[time, time]] = field(default_factory=dict)


@dataclass(frozen=True)
class Weektijd:
    """A time of every week, by the clock in Amsterdam; `tot` is not in it."""

    dag: Dag
    van: time
    tot: time

    def __post_init__(self) -> None:
        if self.tot <= self.van:
            raise PlanweekOngeldig("Een tijd eindigt voordat hij begint.", "Draai begin en eind om.")


@dataclass(frozen=True)
class Oudertijd(Weektijd):
    """A time at which at least one parent can come."""

    voorkeur: Voorkeur = Voorkeur.KAN


@dataclass(frozen=True)
class Optie:
    """One way to hold a talk, as planned or as offered: when, where and with whom.

    `ruimte` None takes no room. `mensen` holds everybody who is booked; `kosten` is how much worse than the
    best this one is (0 or more).
    """

    start: datetime
    minuten: int
    ruimte: str | None = None
    mensen: tuple[str, ...] = ()
    kosten: int = 0


@dataclass(frozen=True)
class Plancasus:
    """The talk to plan for one casus.

    `zonder` lifts a requirement: the id of a person, or a role -> the reason. Without `ouders` any
    time suits the parents. `aangemeld` and `uiterlijk` are the first and the last day that will do.
    `vast` is a talk that stays where it is; `opties`, where given, takes the place of looking for a moment.
    """

    id: str
    school: str
    gezinswerker: str
    aangemeld: date
    uiterlijk: date
    redenen: frozenset[Reden] = frozenset()
    minuten: int = 60
    verplicht: tuple[str, ...] = ()
    zonder: Mapping[str, str] = field(default_factory=dict)
    ouders: tuple[Oudertijd, ...] = ()
    lessen: tuple[Weektijd, ...] = ()
    spoed: bool = False
    vast: Optie | None = None
    opties: tuple[Optie, ...] | None = None

    def __post_init__(self) -> None:
        if self.minuten < 1:
            raise PlanweekOngeldig("Een gesprek duurt minstens een minuut.", "Kies bijvoorbeeld 60 minuten.")


@dataclass(frozen=True)
class Planweek:
    """The days to plan in (`tot` is not one of them), the schools and the people.

    `reistijd` is in minutes per pair of schools; a pair that is missing takes no time. No talk starts
    before the moment `vanaf`, where given. Raises PlanweekOngeldig where something unknown is named.
    """

    van: date
    tot: date
    scholen: tuple[Planschool, ...]
    mensen: tuple[Planmens, ...]
    reistijd: Mapping[frozenset[str], int] = field(default_factory=dict)
    raster_minuten: int = 15
    dagdelen: Mapping[str, tuple[time, time]] = field(default_factory=lambda: DAGDELEN)
    vanaf: datetime | None = None

    def __post_init__(self) -> None:
        check_year(self.van)
        check_year(self.tot)
        if self.raster_minuten < 1:
            raise PlanweekOngeldig("Het raster is korter dan een minuut.", "Kies bijvoorbeeld 15 minuten.")
        _check_unique("school", (school.id for school in self.scholen))
        _check_unique("mens", (mens.id for mens in self.mensen))
        for school in self.scholen:
            for lid in school.kernteam:
                self.mens(lid)
        for mens in self.mensen:
            self._check_mens(mens)
        for paar in self.reistijd:
            for school_id in paar:
                self.school(school_id)

    def _check_mens(self, mens: Planmens) -> None:
        for aanwezig in mens.aanwezig:
            self.school(aanwezig.school)
            if aanwezig.dagdeel not in self.dagdelen:
                raise PlanweekOngeldig(f"Het dagdeel {aanwezig.dagdeel} is onbekend.")
        for bezetting in mens.bezet:
            if bezetting.school is not None:
                self.school(bezetting.school)

    @cached_property
    def _mensen(self) -> dict[str, Planmens]:
        return {mens.id: mens for mens in self.mensen}

    @cached_property
    def _scholen(self) -> dict[str, Planschool]:
        return {school.id: school for school in self.scholen}

    def kent(self, mens_id: str) -> bool:
        """Whether there is somebody with this id."""
        return mens_id in self._mensen

    def mens(self, mens_id: str) -> Planmens:
        """The person with this id. Raises PlanweekOngeldig where there is none."""
        if mens_id not in self._mensen:
            raise PlanweekOngeldig(f"Er is niemand met het id {mens_id}.")
        return self._mensen[mens_id]

    def school(self, school_id: str) -> Planschool:
        """The school with this id. Raises PlanweekOngeldig where there is none."""
        if school_id not in self._scholen:
            raise PlanweekOngeldig(f"Er is geen school met het id {school_id}.")
        return self._scholen[school_id]

    def uren(self, school_id: str, dagdeel: str) -> tuple[time, time]:
        """The hours of a dagdeel at a school."""
        return self.school(school_id).dagdelen.get(dagdeel) or self.dagdelen[dagdeel]

    def reisminuten(self, een: str, ander: str) -> int:
        """Minutes between two schools; 0 for one school and for a pair that was not given."""
        return 0 if een == ander else self.reistijd.get(frozenset((een, ander)), 0)


def _check_unique(wat: str, ids: Iterable[str]) -> None:
    gezien: set[str] = set()
    for sleutel in ids:
        if sleutel in gezien:
            raise PlanweekOngeldig(f"Het id {sleutel} ({wat}) komt twee keer voor.")
        gezien.add(sleutel)
