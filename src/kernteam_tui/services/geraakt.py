"""Planned talks that a closed or free day hits: on her own free days, and at a school on its closed days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from kernteam_tui.data.queries.agenda import AgendaRegel, lees_agenda
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.afwezigheden import GeraaktGesprek
from kernteam_tui.services.beelden import lees_werkdag
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.rooster import school_met
from kernteam_tui.services.sessie import Sessie

VOORUIT = timedelta(days=366)
"""So far ahead are talks looked at; nobody plans one later than that."""


def get_geraakt_door_vrij(sessie: Sessie) -> tuple[GeraaktGesprek, ...]:
    """Talks still to be held that are planned on a free day of hers from today on, by start."""
    vrij = get_instellingen(sessie).vrije_dagen

    def raakt(talk: AgendaRegel) -> bool:
        return any(v.van <= dag_van(talk.start) <= v.tot_en_met for v in vrij)

    return _gesprekken(sessie, raakt) if vrij else ()


def get_geraakt_door_dicht(sessie: Sessie, school_id: str) -> tuple[GeraaktGesprek, ...]:
    """Talks still to be held at this school on a day from today on that it is closed, by start.

    Raises NietGevonden.
    """
    werkdag = lees_werkdag(sessie)
    kalender = werkdag.kalenders[school_met(werkdag, school_id).id]

    def raakt(talk: AgendaRegel) -> bool:
        dicht = kalender.waarom_dicht(dag_van(talk.start)) is not None
        return talk.op_school and talk.school_id == school_id and dicht

    return _gesprekken(sessie, raakt)


def _gesprekken(sessie: Sessie, raakt: Callable[[AgendaRegel], bool]) -> tuple[GeraaktGesprek, ...]:
    vandaag = sessie.vandaag()
    with sessie.lezen() as conn:
        talks = lees_agenda(conn, _begin(vandaag), _begin(vandaag + VOORUIT))
    return tuple(
        GeraaktGesprek(talk.gesprek_id, talk.casus_id, talk.nummer, talk.soort, talk.start)
        for talk in sorted(talks, key=lambda talk: (talk.start, talk.nummer))
        if talk.staat.nog_te_houden and raakt(talk)
    )


def _begin(dag: date) -> datetime:
    return datetime.combine(dag, time(), AMSTERDAM)
