"""Who can be asked to a talk of a casus, and with what a new talk begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, PersoonRol, Rol
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.school import School
from kernteam_tui.domain.termijnen import startgesprek_uiterlijk
from kernteam_tui.services.gesprekken import standaard_wie
from kernteam_tui.services.planweek import MENTOR
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class GenodigdeBeeld:
    """Somebody who can be asked: the id for `GesprekGegevens.wie`, name and role for the reader."""

    id: str
    naam: str
    rol: str


@dataclass(frozen=True)
class GesprekBegin:
    """With what a new talk begins."""

    casus_id: str
    casus: str
    jongere: str
    plek: str
    """The school, where a talk of this kind is held there; else empty."""
    minuten: int
    mogelijk: tuple[GenodigdeBeeld, ...]
    """Family first, then the mentor and the kernteam."""
    standaard: tuple[str, ...]
    """Ids of who is asked unless the worker says otherwise."""
    uiterlijk: date | None
    """Last day by the team's agreement; of a startgesprek."""


def begin_gesprek(sessie: Sessie, casus_id: str, soort: GesprekSoort) -> GesprekBegin:
    """What a form for a talk of this kind shows first. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        school = uow.scholen.get(casus.school_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        dagen = uow.instellingen().startgesprek_dagen
        at_school = soort not in (GesprekSoort.HUISBEZOEK, GesprekSoort.KENNISMAKING)
        is_start = soort is GesprekSoort.STARTGESPREK
        return GesprekBegin(
            casus_id=casus.id,
            casus=casus.nummer,
            jongere=casus.jongere.korte_naam,
            plek=school.naam if at_school else "",
            minuten=school.gesprek_minuten,
            mogelijk=_mogelijk(casus, school, gezin),
            standaard=standaard_wie(soort, casus, school, gezin),
            uiterlijk=startgesprek_uiterlijk(casus.aangemeld, dagen) if is_start else None,
        )


def _mogelijk(casus: Casus, school: School, gezin: Gezin) -> tuple[GenodigdeBeeld, ...]:
    places = {rol: place for place, rol in enumerate(PersoonRol)}
    family = sorted(gezin.personen, key=lambda persoon: places[persoon.rol])
    return (
        *(GenodigdeBeeld(p.id, p.naam, p.rol.label) for p in family),
        GenodigdeBeeld(MENTOR, casus.mentor, Rol.MENTOR.label),
        *(GenodigdeBeeld(p.id, "jij" if p.ik else p.naam, p.rol.kort) for p in school.kernteam),
    )
