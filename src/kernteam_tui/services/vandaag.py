"""The first screen: what must be done, who is in this week, which talks are today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kernteam_tui.data.queries.agenda import AgendaRegel, lees_agenda
from kernteam_tui.data.queries.casussen import tel_casussen
from kernteam_tui.data.queries.feiten import Welke
from kernteam_tui.domain.codes import Dag, Dagdeel, GesprekStaat
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.signalen import Signaal, bepaal_signalen, sorteer
from kernteam_tui.services.beelden import Werkdag, lees_beelden, lees_werkdag
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie

__all__ = ["AgendaRegel", "SchoolWeek", "VandaagBeeld", "WeekRij", "get_vandaag", "list_schoolweken"]

WEEK = (Dag.MA, Dag.DI, Dag.WO, Dag.DO, Dag.VR)


@dataclass(frozen=True)
class WeekRij:
    """Who is in on which days of this week: per day whether in the morning and in the afternoon."""

    naam: str
    ik: bool
    dagen: tuple[tuple[bool, bool], ...]


@dataclass(frozen=True)
class SchoolWeek:
    """This week at one school."""

    school: str
    dagen: tuple[date, ...]
    dicht: tuple[str, ...]
    """Why the school is closed, per day; empty where it is open."""
    rijen: tuple[WeekRij, ...]


@dataclass(frozen=True)
class VandaagBeeld:
    """Everything on Vandaag."""

    dag: date
    signalen: tuple[Signaal, ...]
    gesprekken: tuple[AgendaRegel, ...]
    weken: tuple[SchoolWeek, ...]
    casussen_open: int
    casussen: int
    """All of them, closed ones too: 0 means that the store is still empty."""


def get_vandaag(sessie: Sessie) -> VandaagBeeld:
    """What the first screen answers, most urgent first."""
    werkdag = lees_werkdag(sessie)
    beelden = lees_beelden(sessie, werkdag, welke=Welke.MET_WERK)
    signalen = sorteer((s for beeld in beelden for s in bepaal_signalen(beeld)), sessie.vandaag())
    return VandaagBeeld(
        dag=sessie.vandaag(),
        signalen=signalen,
        gesprekken=_gesprekken_op(sessie, sessie.vandaag()),
        weken=tuple(week for _, week in _weken(werkdag, sessie.vandaag())),
        casussen_open=sum(beeld.feiten.open for beeld in beelden),
        casussen=_aantal(sessie),
    )


def _aantal(sessie: Sessie) -> int:
    with sessie.lezen() as conn:
        return tel_casussen(conn)


def list_schoolweken(sessie: Sessie) -> tuple[tuple[SchoolBeeld, SchoolWeek], ...]:
    """Every school by name, with this week; the rows of a week are in the order of the kernteam."""
    return _weken(lees_werkdag(sessie), sessie.vandaag())


def _weken(werkdag: Werkdag, vandaag: date) -> tuple[tuple[SchoolBeeld, SchoolWeek], ...]:
    days = _days(vandaag - timedelta(days=vandaag.weekday()))
    return tuple(
        (school, _week(school, days, tuple(werkdag.kalenders[school.id].waarom_dicht(d) or "" for d in days)))
        for school in werkdag.scholen
    )


def _days(monday: date) -> tuple[date, ...]:
    return tuple(monday + timedelta(days=n) for n in range(len(WEEK)))


def _gesprekken_op(sessie: Sessie, dag: date) -> tuple[AgendaRegel, ...]:
    van = datetime.combine(dag, time(), AMSTERDAM)
    tot = datetime.combine(dag + timedelta(days=1), time(), AMSTERDAM)
    with sessie.lezen() as conn:
        talks = lees_agenda(conn, van, tot)
    return tuple(talk for talk in talks if talk.staat is not GesprekStaat.AFGEZEGD)


def _week(school: SchoolBeeld, days: tuple[date, ...], dicht: tuple[str, ...]) -> SchoolWeek:
    rijen = []
    for partner in school.kernteam:
        present = {(a.dag, a.dagdeel) for a in partner.aanwezig}
        rijen.append(
            WeekRij(
                naam="jij" if partner.ik else partner.rol.kort,
                ik=partner.ik,
                dagen=tuple(
                    ((dag, Dagdeel.OCHTEND) in present, (dag, Dagdeel.MIDDAG) in present) for dag in WEEK
                ),
            )
        )
    return SchoolWeek(school.naam, days, dicht, tuple(rijen))
