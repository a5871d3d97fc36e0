"""Who is asked to a talk: from ids and roles to the people at the table, and who is asked no longer."""

from __future__ import annotations

from collections.abc import Iterable

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, PersoonRol, Rol
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Vervallen
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.school import School
from kernteam_tui.services.planweek import MENTOR


def maak_deelnemers(wie: Iterable[str], casus: Casus, school: School, gezin: Gezin) -> list[Deelnemer]:
    """One for each id, role of the kernteam, or `mentor`; nobody twice. Raises NietGevonden."""
    found: list[Deelnemer] = []
    for one in dict.fromkeys(wie):
        found.extend(_deelnemer(one, casus, school, gezin))
    unique = {(d.wie_id or d.rol): d for d in found}
    for volgorde, deelnemer in enumerate(unique.values()):
        deelnemer.volgorde = volgorde
    return list(unique.values())


def standaard_wie(soort: GesprekSoort, casus: Casus, school: School, gezin: Gezin) -> tuple[str, ...]:
    """Who is asked where nobody was named: the family, and at school the kernteam and the mentor too."""
    family = familie_van(casus, gezin)
    if soort is GesprekSoort.STARTGESPREK:
        mentor = [MENTOR] if school.mentor_erbij else []
        return (*(p.id for p in school.kernteam), *mentor, *family)
    own = [school.ik.id] if school.ik else []
    return (*own, *family)


def familie_van(casus: Casus, gezin: Gezin) -> tuple[str, ...]:
    """Ids of the jongeren and then of their parents who are alive; nobody twice."""
    parents = (o.id for j in casus.jongeren for o in gezin.ouders_van(j.id) if not o.overleden)
    return tuple(dict.fromkeys((*(j.id for j in casus.jongeren), *parents)))


def _deelnemer(wie: str, casus: Casus, school: School, gezin: Gezin) -> list[Deelnemer]:
    if wie == MENTOR:
        return [Deelnemer(rol=Rol.MENTOR, naam=casus.mentor)]
    for partner in school.kernteam:
        if partner.id == wie:
            return [Deelnemer(wie_id=wie, rol=partner.rol, naam=partner.naam, email=partner.email)]
    for persoon in gezin.personen:
        if persoon.id == wie:
            return [
                Deelnemer(
                    wie_id=wie,
                    rol=persoon.rol,
                    naam=persoon.naam,
                    email=persoon.email,
                    is_ouder=persoon.rol is PersoonRol.OUDER,
                )
            ]
    by_role = [p for p in school.kernteam if p.rol == wie]
    if by_role:
        return [d for p in by_role for d in _deelnemer(p.id, casus, school, gezin)]
    if wie in set(Rol):
        return [Deelnemer(rol=wie)]
    raise NietGevonden(
        "Iemand die je uitnodigt is niet bekend.",
        "Gebruik een id uit ‘kernteam casus’, of een rol zoals leerplichtambtenaar.",
    )


def sleutel_van(deelnemer: Deelnemer) -> str:
    """How this person is named in a list of who comes: the id, or the role of who has no record."""
    return deelnemer.wie_id or deelnemer.rol


def is_partner(deelnemer: Deelnemer, school: School) -> bool:
    """Somebody of the kernteam, or without a record: no private person."""
    return not deelnemer.wie_id or any(partner.id == deelnemer.wie_id for partner in school.kernteam)


def vervang_deelnemers(
    gesprek: Gesprek, wie: Iterable[str], casus: Casus, school: School, gezin: Gezin
) -> tuple[Vervallen, ...]:
    """Make these the people who come, and answer who no longer does. Who stays keeps what was noted of them.

    Raises NietGevonden, InhoudOngeldig for an empty list.
    """
    before = {sleutel_van(deelnemer): deelnemer for deelnemer in gesprek.deelnemers}
    kept: dict[str, Deelnemer] = {}
    for one in wie:
        found = [before[one]] if one in before else maak_deelnemers([one], casus, school, gezin)
        kept.update({sleutel_van(each): before.get(sleutel_van(each), each) for each in found})
    if not kept:
        raise InhoudOngeldig("Bij een gesprek komt minstens één iemand.", "Kies wie je uitnodigt.")
    gone = [one for key, one in before.items() if key not in kept]
    for volgorde, deelnemer in enumerate(kept.values()):
        deelnemer.volgorde = volgorde
    gesprek.deelnemers[:] = kept.values()
    own = school.ik.id if school.ik else None
    return tuple(
        Vervallen(sleutel_van(one), one.rol, one.email, not is_partner(one, school))
        for one in gone
        if one.wie_id != own or own is None
    )
