"""One casus and its school as the planner looks at them: presence, own talks, closed days, rooms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from kernteam_tui.data.queries.agenda import AgendaRegel, lees_agenda
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import Dag, Dagdeel, Rol
from kernteam_tui.domain.kalender import Kalender
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.tijd import Tijdvak
from kernteam_tui.domain.planning.week import (
    AanwezigOp,
    Bezetting,
    Plancasus,
    Planmens,
    Planschool,
    Planweek,
    Ruimte,
)
from kernteam_tui.domain.school import Kernpartner, School
from kernteam_tui.services.sessie import Sessie

MENTOR = "mentor"
"""Id of the mentor in a week; a mentor has no record, and counts as present on every school day."""
IK = "ik"
"""Id of the worker where she did not put herself into the kernteam."""
LATER = timedelta(days=14)
"""How far ahead of today is looked where the week is over or the family wants later."""


@dataclass(frozen=True)
class Planvraag:
    """The week and the casus, and the last day of the team's agreement."""

    week: Planweek
    casus: Plancasus
    afspraak: date
    """Last day by the agreement of a week; `casus.uiterlijk` can lie later."""


def lees_planvraag(
    sessie: Sessie,
    casus: Casus,
    school: School,
    kalender: Kalender,
    afspraak: date,
    *,
    later: bool = False,
    zonder: Mapping[str, str] | None = None,
    behalve: str = "",
    ook: date | None = None,
) -> Planvraag:
    """Everything `domain.planning` asks. `later` looks past the agreed week; `behalve` is the id of a talk
    that is being moved and so takes no time of anybody; `ook` is a later day of which the talks must be
    known too."""
    vandaag = sessie.vandaag()
    first = max(casus.aangemeld, vandaag)
    uiterlijk = max(afspraak, vandaag + LATER) if later or afspraak < vandaag else afspraak
    last = max(uiterlijk, ook or uiterlijk)
    talks = _talks(sessie, first, last, behalve)
    mensen = _mensen(school, talks)
    gezinswerker = school.ik.id if school.ik else IK
    week = Planweek(
        van=first,
        tot=last + timedelta(days=1),
        scholen=(_school(school, kalender, first, last, talks), *_andere_scholen(talks, school.id)),
        mensen=mensen,
        vanaf=sessie.nu(),
    )
    return Planvraag(
        week,
        Plancasus(
            id=casus.id,
            school=school.id,
            gezinswerker=gezinswerker,
            aangemeld=first,
            uiterlijk=uiterlijk,
            redenen=frozenset(casus.redenen),
            minuten=school.gesprek_minuten,
            verplicht=(MENTOR,) if school.mentor_erbij else (),
            zonder=dict(zonder or {}),
        ),
        afspraak,
    )


def zonder_rooster(week: Planweek, school_id: str) -> Planweek:
    """The same week for a talk elsewhere than at school: only what people have planned counts."""
    return replace(
        week,
        mensen=tuple(replace(m, aanwezig=_elke_dag(school_id)) for m in week.mensen),
        dagdelen=_HELE_DAG,
    )


_HELE_DAG = {
    Dagdeel.OCHTEND.value: (time(0), time(12)),
    Dagdeel.MIDDAG.value: (time(12), time(23, 59)),
}


def _elke_dag(school_id: str) -> tuple[AanwezigOp, ...]:
    return tuple(AanwezigOp(school_id, dag, dagdeel) for dag in Dag for dagdeel in Dagdeel)


def _talks(sessie: Sessie, van: date, tot_en_met: date, behalve: str) -> tuple[AgendaRegel, ...]:
    first = datetime.combine(van, time(), AMSTERDAM)
    last = datetime.combine(tot_en_met + timedelta(days=1), time(), AMSTERDAM)
    with sessie.lezen() as conn:
        talks = lees_agenda(conn, first, last)
    return tuple(t for t in talks if t.staat.nog_te_houden and t.gesprek_id != behalve)


def _mensen(school: School, talks: tuple[AgendaRegel, ...]) -> tuple[Planmens, ...]:
    mensen = [_planmens(partner, school.id, talks) for partner in school.kernteam]
    every_day = _elke_dag(school.id)
    mensen.append(Planmens(MENTOR, Rol.MENTOR, every_day))
    if school.ik is None:
        mensen.append(Planmens(IK, Rol.GEZINSWERKER, every_day, tuple(_bezet(talks))))
    return tuple(mensen)


def _planmens(partner: Kernpartner, school_id: str, talks: tuple[AgendaRegel, ...]) -> Planmens:
    own = talks if partner.ik else tuple(t for t in talks if partner.id in t.wie)
    return Planmens(
        partner.id,
        partner.rol,
        tuple(AanwezigOp(school_id, a.dag, a.dagdeel) for a in partner.aanwezig),
        tuple(_bezet(own)),
        partner.naam,
    )


def _bezet(talks: tuple[AgendaRegel, ...]) -> list[Bezetting]:
    return [Bezetting(Tijdvak(t.start, t.eind), school=t.school_id if t.op_school else None) for t in talks]


def _school(
    school: School, kalender: Kalender, van: date, tot_en_met: date, talks: tuple[AgendaRegel, ...]
) -> Planschool:
    days = (van + timedelta(days=n) for n in range((tot_en_met - van).days + 1))
    here = [t for t in talks if t.school_id == school.id]
    return Planschool(
        school.id,
        tuple(partner.id for partner in school.kernteam),
        tuple(
            Ruimte(
                ruimte,
                tuple(Bezetting(Tijdvak(t.start, t.eind)) for t in here if ruimte in t.plek.split()),
            )
            for ruimte in school.ruimtes
        ),
        {day: reason for day in days if (reason := kalender.waarom_dicht(day)) is not None},
    )


def _andere_scholen(talks: tuple[AgendaRegel, ...], own: str) -> tuple[Planschool, ...]:
    return tuple(Planschool(id_) for id_ in sorted({t.school_id for t in talks} - {own}))
