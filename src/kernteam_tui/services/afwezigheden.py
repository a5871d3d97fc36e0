"""Somebody of the kernteam is away: noting it, who comes instead, and which planned talks it hits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kernteam_tui.data.queries.agenda import AgendaRegel, lees_agenda
from kernteam_tui.data.queries.rooster import AfwezigRegel, lees_afwezigheden
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.afwezigheid import Afwezigheid
from kernteam_tui.domain.codes import Dagdeel, GesprekSoort, LogSoort, Rol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.lesrooster import dagdeel_van
from kernteam_tui.domain.plancodes import Afwezigreden
from kernteam_tui.domain.rooster import zelfde_mens
from kernteam_tui.domain.school import Kernpartner, School
from kernteam_tui.services.beelden import Werkdag, lees_werkdag
from kernteam_tui.services.rooster import ook_op, partner_van, school_met, zij_eerst
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld
from kernteam_tui.services.sessie import Sessie

LANGSTE = timedelta(days=366)
"""A longer absence is a slip: who is away that long leaves the kernteam."""


@dataclass(frozen=True)
class AfwezigGegevens:
    """What is known of an absence. A new replacement (role, name) goes into the kernteam first."""

    partner_id: str
    van: date
    tot_en_met: date
    dagdeel: Dagdeel | None = None
    """None: whole days."""
    reden: Afwezigreden = Afwezigreden.VRIJ
    vervanger_id: str | None = None
    nieuwe_vervanger: tuple[Rol, str] | None = None


@dataclass(frozen=True)
class GeraaktGesprek:
    """A planned talk at which somebody who is away was expected; the casus by its number only (S36)."""

    gesprek_id: str
    casus_id: str
    nummer: str
    soort: GesprekSoort
    start: datetime


@dataclass(frozen=True)
class AfwezigheidBeeld:
    """An absence as the list of a school shows it."""

    id: str
    revision: int
    school_id: str
    """Where it was noted, which may be another school."""
    partner_id: str
    mens: str
    """Key of this person in every kernteam (`domain.rooster.zelfde_mens`)."""
    naam: str
    rol: Rol
    ik: bool
    van: date
    tot_en_met: date
    dagdeel: Dagdeel | None
    reden: Afwezigreden
    vervanger_id: str
    vervanger: str
    elders: tuple[str, ...]
    """Names of the other schools where this person is away too."""
    voorbij: bool
    gesprekken: tuple[GeraaktGesprek, ...]


@dataclass(frozen=True)
class AfwezigenBeeld:
    """The absences of one school, and who can be away or come instead."""

    school_id: str
    school: str
    kernteam: tuple[PartnerBeeld, ...]
    afwezig: tuple[AfwezigheidBeeld, ...]


def get_afwezigen(sessie: Sessie, school_id: str) -> AfwezigenBeeld:
    """Every absence of who is in this kernteam, also when noted at another school; past ones too.

    Raises NietGevonden.
    """
    werkdag = lees_werkdag(sessie)
    school = school_met(werkdag, school_id)
    with sessie.lezen() as conn:
        regels = lees_afwezigheden(conn)
    hier = {zelfde_mens(partner) for partner in school.kernteam}
    mensen = {partner.id: partner for een in werkdag.scholen for partner in een.kernteam}
    regels = tuple(r for r in regels if zelfde_mens(mensen[r.partner_id]) in hier)
    talks = _talks(sessie, regels)
    beelden = (_beeld(sessie, werkdag, regel, mensen, talks) for regel in regels)
    return AfwezigenBeeld(
        school.id, school.naam, zij_eerst(school.kernteam), tuple(sorted(beelden, key=lambda b: b.voorbij))
    )


def meld_afwezig(sessie: Sessie, school_id: str, gegevens: AfwezigGegevens) -> str:
    """Note an absence; answers its id. Raises InhoudOngeldig, NietGevonden."""
    with sessie.unit_of_work() as uow:
        afwezigheid = Afwezigheid(partner_id="", van=gegevens.van, tot_en_met=gegevens.tot_en_met)
        _neem_over(uow, uow.scholen.get(school_id), afwezigheid, gegevens)
        uow.afwezigheden.add(afwezigheid)
        uow.log(LogSoort.GEWIJZIGD, "school: iemand afwezig")
        uow.commit()
        return afwezigheid.id


def wijzig_afwezigheid(
    sessie: Sessie, afwezigheid_id: str, gegevens: AfwezigGegevens, revision: int | None = None
) -> str:
    """Change an absence; answers its id. Raises InhoudOngeldig, NietGevonden, VerouderdeVersie."""
    with sessie.unit_of_work() as uow:
        afwezigheid = uow.afwezigheden.get(afwezigheid_id, revision)
        _neem_over(uow, _school_met_partner(uow, afwezigheid.partner_id), afwezigheid, gegevens)
        uow.log(LogSoort.GEWIJZIGD, "school: afwezigheid gewijzigd")
        uow.commit()
        return afwezigheid.id


def haal_afwezigheid_weg(sessie: Sessie, afwezigheid_id: str) -> None:
    """It was a mistake, or somebody is better sooner. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        uow.afwezigheden.remove(uow.afwezigheden.get(afwezigheid_id))
        uow.log(LogSoort.GEWIJZIGD, "school: afwezigheid weggehaald")
        uow.commit()


def meld_ziek(sessie: Sessie, school_id: str, partner_id: str) -> tuple[GeraaktGesprek, ...]:
    """Ill today, the whole day; answers the talks of today that it hits.

    Raises RegelGeweigerd when this person is away today already, and NietGevonden.
    """
    vandaag = sessie.vandaag()
    with sessie.unit_of_work() as uow:
        if _is_heel_de_dag_weg(uow, partner_van(uow, school_id, partner_id), vandaag):
            raise RegelGeweigerd("Deze persoon staat vandaag al als afwezig.", "Kijk bij afwezigheden.")
        afwezigheid = Afwezigheid(
            partner_id=partner_id, van=vandaag, tot_en_met=vandaag, reden=Afwezigreden.ZIEK
        )
        uow.afwezigheden.add(afwezigheid)
        uow.log(LogSoort.GEWIJZIGD, "school: iemand vandaag ziek")
        uow.commit()
    nu = get_afwezigen(sessie, school_id).afwezig
    return next(beeld.gesprekken for beeld in nu if beeld.id == afwezigheid.id)


def _is_heel_de_dag_weg(uow: UnitOfWork, partner: Kernpartner, dag: date) -> bool:
    mens = zelfde_mens(partner)
    ids = {p.id for school in uow.scholen.find() for p in school.kernteam if zelfde_mens(p) == mens}
    known = (een for een in uow.afwezigheden.find() if een.partner_id in ids)
    return any(een.dagdeel is None and een.van <= dag <= een.tot_en_met for een in known)


def _neem_over(uow: UnitOfWork, school: School, afwezigheid: Afwezigheid, gegevens: AfwezigGegevens) -> None:
    _controleer(gegevens)
    partner = partner_van(uow, school.id, gegevens.partner_id)
    vervanger_id = gegevens.vervanger_id
    if gegevens.nieuwe_vervanger is not None:
        vervanger_id = _erbij(school, *gegevens.nieuwe_vervanger).id
    elif vervanger_id:
        partner_van(uow, school.id, vervanger_id)
    if vervanger_id == partner.id:
        raise InhoudOngeldig("Iemand kan zichzelf niet vervangen.", "Kies iemand anders, of niemand.")
    afwezigheid.partner_id = partner.id
    afwezigheid.van, afwezigheid.tot_en_met = gegevens.van, gegevens.tot_en_met
    afwezigheid.dagdeel, afwezigheid.reden = gegevens.dagdeel, gegevens.reden
    afwezigheid.vervanger_id = vervanger_id or None


def _controleer(gegevens: AfwezigGegevens) -> None:
    if gegevens.tot_en_met < gegevens.van:
        raise InhoudOngeldig("De laatste dag ligt vóór de eerste.", "Verbeter een van de twee.")
    if gegevens.tot_en_met - gegevens.van > LANGSTE:
        raise InhoudOngeldig("Zo lang kan iemand niet afwezig zijn.", "Kies hooguit een jaar.")
    if gegevens.nieuwe_vervanger is not None and not gegevens.nieuwe_vervanger[1].strip():
        raise InhoudOngeldig("De vervanger heeft nog geen naam.", "Vul de naam in.")


def _erbij(school: School, rol: Rol, naam: str) -> Kernpartner:
    """Who comes instead, in the kernteam from now on; somebody of that role and name stays the same."""
    schoon = " ".join(naam.split())
    for partner in school.kernteam:
        if partner.rol is rol and partner.naam.casefold() == schoon.casefold():
            return partner
    volgorde = max((p.volgorde for p in school.kernteam), default=-1) + 1
    nieuw = Kernpartner(school_id=school.id, rol=rol, naam=schoon, volgorde=volgorde)
    school.kernteam.append(nieuw)
    return nieuw


def _school_met_partner(uow: UnitOfWork, partner_id: str) -> School:
    for school in uow.scholen.find():
        if any(partner.id == partner_id for partner in school.kernteam):
            return school
    raise NietGevonden("Deze persoon zit niet (meer) in een kernteam.", "Haal de afwezigheid weg.")


# --- what it means for talks --------------------------------------------------------------------


def _talks(sessie: Sessie, regels: Iterable[AfwezigRegel]) -> tuple[AgendaRegel, ...]:
    """Talks to come that can be hit: one look for all absences together."""
    vandaag = sessie.vandaag()
    last = max((regel.tot_en_met for regel in regels), default=vandaag - timedelta(days=1))
    if last < vandaag:
        return ()
    van = datetime.combine(vandaag, time(), AMSTERDAM)
    tot = datetime.combine(last + timedelta(days=1), time(), AMSTERDAM)
    with sessie.lezen() as conn:
        talks = lees_agenda(conn, van, tot)
    return tuple(talk for talk in talks if talk.staat.nog_te_houden)


def _beeld(
    sessie: Sessie,
    werkdag: Werkdag,
    regel: AfwezigRegel,
    mensen: dict[str, PartnerBeeld],
    talks: tuple[AgendaRegel, ...],
) -> AfwezigheidBeeld:
    partner, vervanger = mensen[regel.partner_id], mensen.get(regel.vervanger_id or "")
    school = school_met(werkdag, regel.school_id)
    return AfwezigheidBeeld(
        id=regel.id,
        revision=regel.revision,
        school_id=regel.school_id,
        partner_id=partner.id,
        mens=zelfde_mens(partner),
        naam=partner.naam,
        rol=partner.rol,
        ik=partner.ik,
        van=regel.van,
        tot_en_met=regel.tot_en_met,
        dagdeel=regel.dagdeel,
        reden=regel.reden,
        vervanger_id=vervanger.id if vervanger else "",
        vervanger=vervanger.naam if vervanger else "",
        elders=ook_op(werkdag.scholen, school, partner),
        voorbij=regel.tot_en_met < sessie.vandaag(),
        gesprekken=_geraakt(werkdag, regel, partner, mensen, talks),
    )


def _geraakt(
    werkdag: Werkdag,
    regel: AfwezigRegel,
    partner: PartnerBeeld,
    mensen: dict[str, PartnerBeeld],
    talks: tuple[AgendaRegel, ...],
) -> tuple[GeraaktGesprek, ...]:
    zelf = {id_ for id_, mens in mensen.items() if zelfde_mens(mens) == zelfde_mens(partner)}
    scholen = {school.id: school for school in werkdag.scholen}
    return tuple(
        GeraaktGesprek(talk.gesprek_id, talk.casus_id, talk.nummer, talk.soort, talk.start)
        for talk in talks
        if (partner.ik or zelf.intersection(talk.wie)) and _valt_in(regel, talk, scholen[talk.school_id])
    )


def _valt_in(regel: AfwezigRegel, talk: AgendaRegel, school: SchoolBeeld) -> bool:
    """A talk over noon is in both parts of the day."""
    momenten = (talk.start, talk.eind - timedelta(minutes=1))
    delen = {dagdeel_van(moment.astimezone(AMSTERDAM).time(), school.dagdelen) for moment in momenten}
    return any(regel.geldt_op(dag_van(talk.start), deel) for deel in delen)
