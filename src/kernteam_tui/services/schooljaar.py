"""Klas and mentor per schooljaar: asked anew each August, and what was is kept (S9)."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.schooljaar import Schooljaar, schooljaar_op
from kernteam_tui.services.school import require_school
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class KlasEnMentor:
    """What is asked for the schooljaar of today, with what stood there until now."""

    jaar: str
    """The schooljaar that is asked: `2026-2027`."""
    gevraagd: str
    """The schooljaar for which it was last asked."""
    school: str
    klas: str
    mentor: str
    scholen: tuple[str, ...]


def get_klas_en_mentor(sessie: Sessie, casus_id: str) -> KlasEnMentor:
    """What the form begins with. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        return KlasEnMentor(
            jaar=schooljaar_op(sessie.vandaag()),
            gevraagd=_gevraagd(casus),
            school=uow.scholen.get(casus.school_id).naam,
            klas=casus.klas,
            mentor=casus.mentor,
            scholen=tuple(school.naam for school in uow.scholen.find()),
        )


def save_klas_en_mentor(sessie: Sessie, casus_id: str, school: str, klas: str, mentor: str) -> None:
    """Klas and mentor for the schooljaar of today; those of an earlier one go to the history of the family.

    Raises NietGevonden for a school that is not in the store.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        if _gevraagd(casus) < schooljaar_op(sessie.vandaag()):
            _bewaar_oud_jaar(gezin, casus, uow.scholen.get(casus.school_id).naam)
        casus.school_id = require_school(uow, school).id
        casus.klas, casus.mentor = klas.strip(), mentor.strip()
        casus.schooljaar = schooljaar_op(sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, "klas en mentor", casus_id=casus_id)
        uow.commit()


def _gevraagd(casus: Casus) -> str:
    return casus.schooljaar or schooljaar_op(casus.aangemeld)


def _bewaar_oud_jaar(gezin: Gezin, casus: Casus, school: str) -> None:
    jaar = _gevraagd(casus)
    for jongere in casus.jongeren:
        found = [s for s in gezin.schooljaren if (s.persoon_id, s.jaar) == (jongere.id, jaar)]
        record = found[0] if found else Schooljaar(persoon_id=jongere.id, jaar=jaar, school=school)
        record.gezin_id, record.school = gezin.id, school
        record.klas, record.mentor = casus.klas, casus.mentor
        if not found:
            gezin.schooljaren.append(record)
