"""Where the overleg of one school stands: the stored one or the next fixed moment, with its agenda."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kernteam_tui.data.queries.feiten import Welke
from kernteam_tui.data.queries.rooster import lees_afwezigheden
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.datumtekst import dag_van, moment_kort
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.kalender import Kalender
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.lesrooster import dagdeel_van
from kernteam_tui.domain.overleg import Overleg
from kernteam_tui.domain.overlegagenda import Punt, bouw_agenda, volgend_moment, zet_in_volgorde
from kernteam_tui.domain.plancodes import Overlegstaat
from kernteam_tui.domain.rooster import Rooster
from kernteam_tui.domain.school import Kernpartner, School
from kernteam_tui.domain.signalen import Beeld
from kernteam_tui.services.beelden import lees_beelden, lees_werkdag
from kernteam_tui.services.rooster import rooster_van
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Bekend:
    """What was read before the change begins: the casussen of this school, its calendar, and who is away."""

    beelden: tuple[Beeld, ...]
    kalender: Kalender
    rooster: Rooster
    """Who is away, over all schools together."""


@dataclass(frozen=True)
class Stand:
    """The overleg that comes, or that was not finished yet."""

    school: School
    overleg: Overleg | None
    """None as long as nothing about it was changed."""
    start: datetime | None
    """UTC or aware; None where the school has no fixed moment and none was chosen."""
    minuten: int
    agenda: tuple[Punt, ...] = field(default=())
    weg: dict[str, str] = field(default_factory=dict)
    """Who is away at that hour: id -> why, in a word; never the worker, who holds it."""

    @property
    def aanwezig(self) -> tuple[Kernpartner, ...]:
        """Who is there: who was ticked, else everybody of the kernteam who is not known to be away."""
        team = sorted(self.school.kernteam, key=lambda partner: partner.volgorde)
        here = self.overleg.aanwezig if self.overleg is not None else ()
        if here:
            return tuple(partner for partner in team if partner.id in here)
        return tuple(partner for partner in team if partner.id not in self.weg)

    @property
    def anderen(self) -> tuple[Kernpartner, ...]:
        """Who is there besides the worker: those for whom the deel-poort answers."""
        return tuple(partner for partner in self.aanwezig if not partner.ik)

    def punt(self, sleutel: str) -> Punt:
        """The point of that name. Raises NietGevonden."""
        for item in self.agenda:
            if item.sleutel == sleutel:
                return item
        raise NietGevonden("Dit punt staat niet (meer) op de agenda.", "Ga terug naar de agenda.")


def lees_bekend(sessie: Sessie, school_id: str) -> Bekend:
    """The casussen of the school that can ask something, and its calendar. Raises NietGevonden."""
    werkdag = lees_werkdag(sessie)
    if school_id not in werkdag.kalenders:
        raise NietGevonden("Deze school staat niet (meer) in je lijst.", "Ga terug naar School (F5).")
    beelden = lees_beelden(sessie, werkdag, welke=Welke.MET_WERK)
    own = tuple(beeld for beeld in beelden if beeld.feiten.school_id == school_id)
    with sessie.lezen() as conn:
        away = lees_afwezigheden(conn)
    return Bekend(own, werkdag.kalenders[school_id], rooster_van(werkdag, away))


def lees_stand(uow: UnitOfWork, bekend: Bekend, school_id: str, vandaag: date) -> Stand:
    """The overleg that is not held yet, else the next fixed moment, with its agenda. Raises NietGevonden."""
    school = uow.scholen.get(school_id)
    known = uow.overleggen.find(school_id=school_id)
    current = next((o for o in known if o.staat is Overlegstaat.GEPLAND), None)
    start = current.start if current is not None else _volgende(school, bekend, known, vandaag)
    fixed = school.overleg.minuten if school.overleg is not None else 60
    minuten = current.minuten if current is not None else fixed
    if start is None:
        return Stand(school, None, None, minuten)
    day = max(dag_van(start), vandaag) if current is None else dag_van(start)
    agenda = bouw_agenda(current, bekend.beelden, day)
    return Stand(school, current, start, minuten, agenda, _wie_weg(school, bekend.rooster, start))


def _wie_weg(school: School, rooster: Rooster, start: datetime) -> dict[str, str]:
    local = start.astimezone(AMSTERDAM)
    part = dagdeel_van(local.time(), school.dagdelen)
    found = {p.id: rooster.waarom_weg(p, local.date(), part) for p in school.kernteam if not p.ik}
    return {partner_id: why for partner_id, why in found.items() if why is not None}


def _volgende(school: School, bekend: Bekend, known: list[Overleg], vandaag: date) -> datetime | None:
    if school.overleg is None:
        return None
    held = [dag_van(o.start) for o in known if o.staat is Overlegstaat.GEHOUDEN]
    since = vandaag + timedelta(days=1) if vandaag in held else vandaag
    return volgend_moment(school.overleg, bekend.kalender, since)


def eis_overleg(uow: UnitOfWork, stand: Stand) -> Overleg:
    """The overleg as a record, with the agenda as it stands now in it. Raises RegelGeweigerd."""
    if stand.start is None:
        raise RegelGeweigerd(
            "Deze school heeft nog geen vast moment voor het overleg.",
            "Zet het bij School (F5) met u, of kies met v een moment.",
        )
    overleg = stand.overleg
    if overleg is None:
        overleg = Overleg(school_id=stand.school.id, start=stand.start, minuten=stand.minuten)
        uow.overleggen.add(overleg)
    zet_in_volgorde(overleg, stand.agenda)
    return overleg


def eis_begonnen(stand: Stand, vandaag: date) -> datetime:
    """The start of an overleg that is today or was before. Raises RegelGeweigerd."""
    if stand.start is None or dag_van(stand.start) > vandaag:
        when = f"Dit overleg is pas {moment_kort(stand.start)}." if stand.start else "Er is nog geen moment."
        raise RegelGeweigerd(when, "Is het eerder? Kies met v in de agenda een ander moment.")
    return stand.start
