"""The schools, people, talks and calendars of some days as one week to plan in (contract 4)."""

from __future__ import annotations

from datetime import timedelta

from kernteam_tui.data.queries.agenda import AgendaRegel
from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.planning.tijd import Tijdvak
from kernteam_tui.domain.planning.week import Bezetting, Planmens, Planschool, Planweek, Ruimte
from kernteam_tui.services.planweek.feiten import Weekfeiten
from kernteam_tui.services.planweek.mensen import Mensen, elke_dag, planmensen
from kernteam_tui.services.school import SchoolBeeld


def bouw_week(feiten: Weekfeiten, mensen: Mensen, mentoren: dict[str, str]) -> Planweek:
    """The week of all schools. `mentoren` gives for the id of each mentor the school; a mentor has no record
    and counts as present whenever the school is open."""
    scholen = {school.id for school in feiten.werkdag.scholen}
    return Planweek(
        van=feiten.van,
        tot=feiten.tot_en_met + timedelta(days=1),
        scholen=tuple(_school(feiten, mensen, school) for school in feiten.werkdag.scholen),
        mensen=(
            *planmensen(feiten, mensen),
            *(Planmens(wie, Rol.MENTOR, elke_dag(school_id)) for wie, school_id in mentoren.items()),
        ),
        reistijd={
            frozenset((reis.een, reis.ander)): reis.minuten
            for reis in feiten.werkdag.instellingen.reistijden
            if reis.een in scholen and reis.ander in scholen
        },
        vanaf=feiten.nu,
    )


def _school(feiten: Weekfeiten, mensen: Mensen, school: SchoolBeeld) -> Planschool:
    kalender = feiten.werkdag.kalenders[school.id]
    here = [talk for talk in feiten.gesprekken if talk.school_id == school.id]
    return Planschool(
        school.id,
        tuple(mensen.id_van[partner.id] for partner in school.kernteam),
        tuple(Ruimte(ruimte, tuple(_bezet(ruimte, here))) for ruimte in school.ruimtes),
        {dag: reden for dag in feiten.dagen if (reden := kalender.waarom_dicht(dag)) is not None},
        {deel.dagdeel.value: (deel.van, deel.tot) for deel in school.dagdelen},
    )


def _bezet(ruimte: str, talks: list[AgendaRegel]) -> list[Bezetting]:
    return [Bezetting(Tijdvak(t.start, t.eind)) for t in talks if _neemt(t, ruimte)]


def _neemt(talk: AgendaRegel, ruimte: str) -> bool:
    """Whether a talk takes this room; of an older talk only its place in words says so."""
    return talk.ruimte == ruimte if talk.ruimte else ruimte in talk.plek.split()
