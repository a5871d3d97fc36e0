"""Who can be asked to a talk of a casus, and with what a new talk begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, PersoonRol, Rol
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.school import School
from kernteam_tui.domain.schooltijd import Lesuur
from kernteam_tui.domain.termijnen import startgesprek_uiterlijk
from kernteam_tui.services.deelnemers import standaard_wie
from kernteam_tui.services.gesprekken import GesprekBeeld, get_gesprek
from kernteam_tui.services.planweek import MENTOR
from kernteam_tui.services.sessie import Sessie

_ANDEREN = (Rol.ZORGCOORDINATOR, Rol.OVERIG)
"""Partners outside the kernteam, asked by their role."""


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
    """Family first, then the mentor and the kernteam, then partners who need the family's yes."""
    standaard: tuple[str, ...]
    """Ids of who is asked unless the worker says otherwise."""
    uiterlijk: date | None
    """Last day by the team's agreement; of a startgesprek."""
    lesuren: tuple[Lesuur, ...] = ()
    """Lesson hours of the school of the casus."""


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
            lesuren=school.lesuren,
        )


@dataclass(frozen=True)
class Genodigden:
    """Who is invited to a talk that stands, and who can be."""

    gesprek: GesprekBeeld
    mogelijk: tuple[GenodigdeBeeld, ...]
    wie: tuple[str, ...]
    """Ids (or roles) of who is invited now."""


def get_genodigden(sessie: Sessie, gesprek_id: str) -> Genodigden:
    """Also who is invited but could not be chosen any more stands among the choices. Raises NietGevonden."""
    gesprek = get_gesprek(sessie, gesprek_id)
    possible = begin_gesprek(sessie, gesprek.casus_id, gesprek.soort).mogelijk
    known = {one.id for one in possible}
    invited = [GenodigdeBeeld(d.wie_id or d.rol, d.naam, d.rol) for d in gesprek.deelnemers]
    extra = tuple(one for one in invited if one.id not in known)
    return Genodigden(gesprek, (*possible, *extra), tuple(one.id for one in invited))


def _mogelijk(casus: Casus, school: School, gezin: Gezin) -> tuple[GenodigdeBeeld, ...]:
    places = {rol: place for place, rol in enumerate(PersoonRol)}
    at_school = {partner.rol for partner in school.kernteam}
    living = (persoon for persoon in gezin.personen if not persoon.overleden)
    family = sorted(living, key=lambda persoon: places[persoon.rol])
    return (
        *(GenodigdeBeeld(p.id, p.naam, p.rol.label) for p in family),
        GenodigdeBeeld(MENTOR, casus.mentor, Rol.MENTOR.label),
        *(GenodigdeBeeld(p.id, "jij" if p.ik else p.naam, p.rol.kort) for p in school.kernteam),
        *(GenodigdeBeeld(rol.value, "", rol.kort) for rol in _ANDEREN if rol not in at_school),
    )
