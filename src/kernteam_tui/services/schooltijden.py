"""The clock of one school: lesson hours, the hours of a dagdeel, the weekly moment of the kernteam."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kernteam_tui.domain.codes import Dag, Dagdeel, LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.lesrooster import controleer_dagdelen, controleer_lesuren, dagdeeltijden
from kernteam_tui.domain.logboek import velden_die_verschillen
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Lesuur, Overlegmoment
from kernteam_tui.services.school import get_school
from kernteam_tui.services.sessie import Sessie

OVERLEG_MINUTEN = range(10, 241)


@dataclass(frozen=True)
class Schooltijden:
    """What the form of a school's times keeps; `dagdelen` only where not as usual."""

    lesuren: tuple[Lesuur, ...] = ()
    dagdelen: tuple[Dagdeeltijd, ...] = ()
    overleg: Overlegmoment | None = None


@dataclass(frozen=True)
class SchooltijdenBeeld:
    """The times of a school, with the hours of each dagdeel as they are there."""

    school_id: str
    school: str
    tijden: Schooltijden
    ochtend: Dagdeeltijd
    middag: Dagdeeltijd


def get_schooltijden(sessie: Sessie, school_id: str) -> SchooltijdenBeeld:
    """The times of one school. Raises NietGevonden."""
    school = get_school(sessie, school_id)
    uren = dagdeeltijden(school.dagdelen)
    ochtend, middag = (Dagdeeltijd(deel, *uren[deel]) for deel in Dagdeel)
    tijden = Schooltijden(school.lesuren, school.dagdelen, school.overleg)
    return SchooltijdenBeeld(school.id, school.naam, tijden, ochtend, middag)


def save_schooltijden(sessie: Sessie, school_id: str, tijden: Schooltijden) -> None:
    """Put these in the place of what was kept. Raises LestijdenOngeldig, InhoudOngeldig, NietGevonden."""
    if tijden.overleg is not None:
        _controleer_overleg(tijden.overleg)
    with sessie.unit_of_work() as uow:
        school = uow.scholen.get(school_id)
        voor = Schooltijden(school.lesuren, school.dagdelen, school.overleg)
        school.lesuren = controleer_lesuren(tijden.lesuren)
        school.dagdelen = controleer_dagdelen(tijden.dagdelen)
        school.overleg = tijden.overleg
        na = Schooltijden(school.lesuren, school.dagdelen, school.overleg)
        uow.log(LogSoort.GEWIJZIGD, f"school: {velden_die_verschillen(voor, na) or 'niets veranderd'}")
        uow.commit()


def _controleer_overleg(overleg: Overlegmoment) -> None:
    if overleg.dag in (Dag.ZA, Dag.ZO):
        raise InhoudOngeldig("Het overleg kan niet in het weekend zijn.", "Kies maandag tot en met vrijdag.")
    if overleg.minuten not in OVERLEG_MINUTEN:
        raise InhoudOngeldig("Het overleg duurt 10 tot en met 240 minuten.", "Verbeter het aantal minuten.")
    begin = datetime(2000, 1, 3, overleg.van.hour, overleg.van.minute, tzinfo=AMSTERDAM)
    if (begin + timedelta(minutes=overleg.minuten)).date() != begin.date():
        raise InhoudOngeldig("Het overleg eindigt na middernacht.", "Verbeter de tijd.")
