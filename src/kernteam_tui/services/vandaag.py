"""The first screen: what must be done, who is in this week, which talks are today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from kernteam_tui.data.queries.agenda import AgendaRegel, lees_agenda
from kernteam_tui.data.queries.casussen import tel_casussen
from kernteam_tui.data.queries.feiten import Welke
from kernteam_tui.data.queries.rooster import AfwezigRegel, lees_afwezigheden
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.roosterweek import Dagstaat, Staat, maandag_van, schooldagen_van
from kernteam_tui.domain.signalen import Beeld, Signaal, bepaal_signalen, sorteer
from kernteam_tui.services.agendas import oude_agendas
from kernteam_tui.services.beelden import Werkdag, lees_beelden, lees_werkdag
from kernteam_tui.services.rooster import RoosterWeek, WegRegel, weekbeeld
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "AgendaRegel",
    "SchoolWeek",
    "VandaagBeeld",
    "WeekRij",
    "WegRegel",
    "get_vandaag",
    "list_schoolweken",
]


@dataclass(frozen=True)
class WeekRij:
    """Who is in on which days of this week: per day whether in the morning and in the afternoon."""

    naam: str
    ik: bool
    dagen: tuple[tuple[bool, bool], ...]
    weg: tuple[tuple[bool, bool], ...] = ()
    """Per day whether this person would have been in, but is away."""


@dataclass(frozen=True)
class SchoolWeek:
    """This week at one school."""

    school: str
    dagen: tuple[date, ...]
    dicht: tuple[str, ...]
    """Why the school is closed, per day; empty where it is open."""
    rijen: tuple[WeekRij, ...]
    weg: tuple[WegRegel, ...] = ()
    """Who is away this week."""
    agendas: tuple[str, ...] = ()
    """Agendas that are old while a startgesprek waits at this school, by role and without a name."""


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
        weken=_met_agendas(sessie, werkdag, beelden, signalen),
        casussen_open=sum(beeld.feiten.open for beeld in beelden),
        casussen=_aantal(sessie),
    )


def _aantal(sessie: Sessie) -> int:
    with sessie.lezen() as conn:
        return tel_casussen(conn)


def list_schoolweken(sessie: Sessie) -> tuple[tuple[SchoolBeeld, SchoolWeek], ...]:
    """Every school by name, with this week; the rows of a week are in the order of the kernteam."""
    return _weken(sessie, lees_werkdag(sessie))


def _weken(sessie: Sessie, werkdag: Werkdag) -> tuple[tuple[SchoolBeeld, SchoolWeek], ...]:
    days = schooldagen_van(maandag_van(sessie.vandaag()))
    with sessie.lezen() as conn:
        away = lees_afwezigheden(conn, days[0])
    return tuple((school, _week(werkdag, school, away, days)) for school in werkdag.scholen)


def _met_agendas(
    sessie: Sessie, werkdag: Werkdag, beelden: tuple[Beeld, ...], signalen: tuple[Signaal, ...]
) -> tuple[SchoolWeek, ...]:
    """How old an agenda is matters where a startgesprek has yet to find its moment."""
    te_plannen = {
        beeld.feiten.casus_id: beeld.feiten.school_id
        for beeld in beelden
        if beeld.feiten.gepland(GesprekSoort.STARTGESPREK) is None
    }
    asked = {s.casus_id for s in signalen if s.doel == "startgesprek"}
    wacht = {school_id for casus_id, school_id in te_plannen.items() if casus_id in asked}
    oud = oude_agendas(sessie, werkdag.scholen) if wacht else {}
    return tuple(
        replace(week, agendas=oud[school.id]) if school.id in wacht else week
        for school, week in _weken(sessie, werkdag)
    )


def _gesprekken_op(sessie: Sessie, dag: date) -> tuple[AgendaRegel, ...]:
    van = datetime.combine(dag, time(), AMSTERDAM)
    tot = datetime.combine(dag + timedelta(days=1), time(), AMSTERDAM)
    with sessie.lezen() as conn:
        talks = lees_agenda(conn, van, tot)
    return tuple(talk for talk in talks if talk.staat is not GesprekStaat.AFGEZEGD)


def _week(
    werkdag: Werkdag, school: SchoolBeeld, away: tuple[AfwezigRegel, ...], days: tuple[date, ...]
) -> SchoolWeek:
    week = weekbeeld(werkdag, school, away, days)
    states = dict(zip((partner.id for partner in week.kernteam), week.staten, strict=True))
    rijen = tuple(_rij(partner, states[partner.id]) for partner in school.kernteam)
    return SchoolWeek(school.naam, days, week.dicht, rijen, _wie_weg(week))


def _rij(partner: PartnerBeeld, staten: tuple[Dagstaat, ...]) -> WeekRij:
    return WeekRij(
        naam="jij" if partner.ik else partner.rol.kort,
        ik=partner.ik,
        dagen=tuple((ochtend.is_in, middag.is_in) for ochtend, middag in staten),
        weg=tuple((ochtend is Staat.WEG, middag is Staat.WEG) for ochtend, middag in staten),
    )


def _wie_weg(week: RoosterWeek) -> tuple[WegRegel, ...]:
    """Only who would have been in: that somebody is ill on a day off changes nothing here."""
    missed = {
        partner.id
        for partner, staten in zip(week.kernteam, week.staten, strict=True)
        if any(Staat.WEG in dag for dag in staten)
    }
    return tuple(regel for regel in week.weg if regel.partner_id in missed)
