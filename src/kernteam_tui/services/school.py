"""Schools and their kernteam."""

from __future__ import annotations

from datetime import date
from typing import Any

from kernteam_tui.data.queries.agenda import tel_open_gesprekken
from kernteam_tui.data.queries.scholen import PartnerBeeld, SchoolBeeld, SchooldagBeeld, lees_kernteams
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort, Rol
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.logboek import velden_die_verschillen
from kernteam_tui.domain.school import Kernpartner, School
from kernteam_tui.domain.weekpatroon import neem_over
from kernteam_tui.exchange.formaten.basis import VeldenOngeldig, read_model
from kernteam_tui.exchange.formaten.school import KernpartnerInvoer, SchoolBewerking, SchoolInvoer
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "PartnerBeeld",
    "SchoolBeeld",
    "SchooldagBeeld",
    "beeld_van",
    "count_geplande_gesprekken",
    "edit_school",
    "find_school",
    "get_school",
    "list_scholen",
    "require_school",
    "save_school",
]


def list_scholen(sessie: Sessie) -> tuple[SchoolBeeld, ...]:
    """All schools, by name."""
    with sessie.lezen() as conn:
        return lees_kernteams(conn)


def get_school(sessie: Sessie, school_id: str) -> SchoolBeeld:
    """One school. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        return beeld_van(uow.scholen.get(school_id))


def save_school(sessie: Sessie, gegevens: dict[str, Any]) -> SchoolBeeld:
    """Read `school/1`: a school of that name is replaced, its casussen stay.

    A partner who was there already (same role and name) keeps the id, so planned talks still know them; a
    dagdeel that stays keeps in which weeks and from when until when it holds, which a file cannot say.
    Raises VeldenOngeldig.
    """
    invoer = read_model(SchoolInvoer, gegevens)
    _weiger_verkeerde_ik(invoer)
    with sessie.unit_of_work() as uow:
        school = find_school(uow, invoer.naam)
        voor = beeld_van(school) if school is not None else None
        if school is None:
            school = School(naam=invoer.naam)
            uow.scholen.add(school)
        _neem_over(uow, school, invoer, sessie.vandaag())
        beeld = beeld_van(school)
        _log(uow, voor, beeld)
        uow.commit()
    return beeld


def edit_school(sessie: Sessie, school_id: str | None, gegevens: dict[str, Any]) -> SchoolBeeld:
    """Make a school (`school_id` None) or change one, its name too: `school/1` as the form knows it.

    A partner with an `id` stays the same person under another name or role; who is not in the list
    leaves the kernteam, talks that are planned already keep the name. Raises VeldenOngeldig, NietGevonden.
    """
    invoer = read_model(SchoolBewerking, gegevens)
    with sessie.unit_of_work() as uow:
        same_name = find_school(uow, invoer.naam)
        if same_name is not None and same_name.id != school_id:
            raise VeldenOngeldig({"naam": "deze school staat al in je lijst"})
        school = School(naam=invoer.naam) if school_id is None else uow.scholen.get(school_id)
        voor = beeld_van(school) if school_id is not None else None
        if school_id is None:
            uow.scholen.add(school)
        _hernoem_partners(school, invoer)
        _neem_over(uow, school, invoer, sessie.vandaag())
        school.mentor_erbij, school.gesprek_minuten = invoer.mentor_erbij, invoer.gesprek_minuten
        beeld = beeld_van(school)
        _log(uow, voor, beeld)
        uow.commit()
    return beeld


def _log(uow: UnitOfWork, voor: SchoolBeeld | None, na: SchoolBeeld) -> None:
    what = "erbij" if voor is None else velden_die_verschillen(voor, na)
    uow.log(LogSoort.GEWIJZIGD, f"school: {what or 'niets veranderd'}")


def _hernoem_partners(school: School, invoer: SchoolBewerking) -> None:
    by_id = {partner.id: partner for partner in school.kernteam}
    for partner in invoer.kernteam:
        known = by_id.get(partner.id or "")
        if known is not None:
            known.rol, known.naam = partner.rol, partner.naam


def count_geplande_gesprekken(sessie: Sessie, partner_id: str) -> int:
    """How many talks that still have to be held name this member of the kernteam."""
    with sessie.lezen() as conn:
        return tel_open_gesprekken(conn, partner_id)


def find_school(uow: UnitOfWork, naam: str) -> School | None:
    """The school of that name; upper and lower case do not matter."""
    wanted = naam.strip().casefold()
    return next((s for s in uow.scholen.find() if s.naam.casefold() == wanted), None)


def require_school(uow: UnitOfWork, naam: str) -> School:
    """The school of that name. Raises NietGevonden with the next step."""
    school = find_school(uow, naam)
    if school is None:
        raise NietGevonden(
            "Deze school staat nog niet in je kluis.",
            "Voeg de school toe bij School (F5), of met ‘kernteam school --bestand’.",
        )
    return school


def _weiger_verkeerde_ik(invoer: SchoolInvoer) -> None:
    """The user herself is one gezinswerker (contract 5). Raises VeldenOngeldig."""
    mine = [(nummer, partner.rol) for nummer, partner in enumerate(invoer.kernteam) if partner.ik]
    for place, (nummer, rol) in enumerate(mine):
        if rol is not Rol.GEZINSWERKER:
            raise VeldenOngeldig({f"kernteam.{nummer}.ik": "dat kan alleen bij een gezinswerker"})
        if place:
            raise VeldenOngeldig({f"kernteam.{nummer}.ik": "dat kan maar bij één gezinswerker"})


def _neem_over(uow: UnitOfWork, school: School, invoer: SchoolInvoer, vandaag: date) -> None:
    school.naam, school.soort, school.regio = invoer.naam, invoer.soort, invoer.regio
    school.dicht = tuple(sorted(set(invoer.dicht)))
    school.ruimtes = tuple(dict.fromkeys(invoer.ruimtes))
    known = {(p.rol, p.naam.casefold()): p for p in school.kernteam}
    kernteam = []
    for volgorde, partner in enumerate(invoer.kernteam):
        found = known.pop((partner.rol, partner.naam.casefold()), None)
        found = found or Kernpartner(school_id=school.id, rol=partner.rol, naam=partner.naam)
        _neem_partner_over(found, partner, volgorde, vandaag)
        kernteam.append(found)
    for lid in school.kernteam:
        if lid not in kernteam:
            _neem_mee(uow, lid.id)
    school.kernteam[:] = kernteam


def _neem_mee(uow: UnitOfWork, partner_id: str) -> None:
    """What goes with who leaves the kernteam: absences and calendars, and coming instead of somebody.

    The store would take them along by itself, but then ctrl+z could not bring them back.
    """
    for agenda in uow.agendas.find(partner_id=partner_id):
        uow.agendas.remove(agenda)
    for afwezigheid in uow.afwezigheden.find(partner_id=partner_id):
        uow.afwezigheden.remove(afwezigheid)
    for ander in uow.afwezigheden.find(vervanger_id=partner_id):
        ander.vervanger_id = None


def _neem_partner_over(partner: Kernpartner, invoer: KernpartnerInvoer, volgorde: int, vandaag: date) -> None:
    partner.naam = invoer.naam
    partner.email, partner.telefoon = invoer.email or None, invoer.telefoon or None
    partner.ik, partner.volgorde = invoer.ik, volgorde
    vakken = [(a.dag, a.dagdeel) for a in invoer.aanwezig]
    partner.aanwezig = neem_over(partner.aanwezig, vakken, vandaag)


def beeld_van(school: School) -> SchoolBeeld:
    """The frozen value of a record."""
    return SchoolBeeld(
        id=school.id,
        naam=school.naam,
        soort=school.soort,
        regio=school.regio,
        dicht=school.dicht,
        ruimtes=school.ruimtes,
        mentor_erbij=school.mentor_erbij,
        gesprek_minuten=school.gesprek_minuten,
        kernteam=tuple(
            PartnerBeeld(p.id, p.rol, p.naam, p.email or "", p.telefoon or "", p.ik, p.aanwezig)
            for p in sorted(school.kernteam, key=lambda p: p.volgorde)
        ),
        lesuren=school.lesuren,
        dagdelen=school.dagdelen,
        overleg=school.overleg,
        dagen=tuple(
            SchooldagBeeld(d.id, d.van, d.tot_en_met, d.soort, d.wat)
            for d in sorted(school.dagen, key=lambda d: (d.van, d.tot_en_met))
        ),
    )
