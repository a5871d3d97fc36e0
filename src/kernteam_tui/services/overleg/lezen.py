"""The agenda of the overleg as the screen shows it: for the worker, and for who looks along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.namen import Naamwoorden
from kernteam_tui.domain.overleg import Overlegpunt
from kernteam_tui.domain.overlegagenda import Punt
from kernteam_tui.domain.plancodes import Overlegsoort
from kernteam_tui.domain.school import Kernpartner
from kernteam_tui.services.deelpoort import Poort, lees_poort
from kernteam_tui.services.namen import lees_namen
from kernteam_tui.services.overleg.poort import (
    Gezien,
    Mag,
    Ziener,
    bepaal_mag,
    noemt_iemand,
    toon_punt,
    weeg_agenda,
    wie_is,
)
from kernteam_tui.services.overleg.stand import Stand, lees_bekend, lees_stand
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Aanwezige:
    """A member of the kernteam, and whether she is there."""

    id: str
    wie: str
    kort: str
    """The role."""
    ik: bool
    erbij: bool
    weg: str = ""
    """Why she is not in at that hour, in a word; empty where nothing is known."""


@dataclass(frozen=True)
class PuntBeeld:
    """One point of the agenda."""

    sleutel: str
    casus_id: str
    """Empty where the point is about no casus."""
    nummer: str
    jongere: str
    klas: str
    spoed: bool
    soort: Overlegsoort
    waarom: tuple[str, ...]
    """Why it stands there; for the worker."""
    tekst: str
    wie: str
    """Of a point without a casus: who does `actie`, and by when."""
    actie: str
    actie_op: date | None
    actie_klaar: bool
    besproken: bool
    naam_erin: bool
    """Without a casus, and a known name stands in it all the same (S38)."""
    mag: tuple[Mag, ...]
    """What each partner who is there may hear; empty where it is about no casus."""
    tafel: Gezien
    """As everybody who is there may see it."""


@dataclass(frozen=True)
class OverlegBeeld:
    """The overleg of one school."""

    school_id: str
    school: str
    start: datetime | None
    """None: no moment is known."""
    minuten: int
    vast: bool
    """Whether the school has a fixed moment."""
    kan_nu: bool
    """It is today, or was before and not finished."""
    voorbij: bool
    """Its day is past."""
    kernteam: tuple[Aanwezige, ...]
    punten: tuple[PuntBeeld, ...]

    @property
    def besproken(self) -> int:
        """How many points are done."""
        return sum(punt.besproken for punt in self.punten)


@dataclass(frozen=True)
class Gewogen:
    """The agenda before the deel-poort, for who is there."""

    poorten: dict[str, Poort]
    """By sleutel, of the points about a casus."""
    namen: Naamwoorden

    def zieners(self, partners: Sequence[Kernpartner]) -> tuple[Ziener, ...]:
        """Each of these partners with what passes."""
        return tuple(weeg_agenda(self.poorten.items(), partner) for partner in partners)


def get_overleg(sessie: Sessie, school_id: str) -> OverlegBeeld:
    """The overleg that comes, or that is not finished. Raises NietGevonden."""
    bekend = lees_bekend(sessie, school_id)
    namen = Naamwoorden(lees_namen(sessie))
    with sessie.unit_of_work() as uow:
        stand = lees_stand(uow, bekend, school_id, sessie.vandaag())
        return maak_beeld(stand, weeg(uow, stand, namen, sessie.vandaag()), sessie.vandaag())


def weeg(uow: UnitOfWork, stand: Stand, namen: Naamwoorden, vandaag: date) -> Gewogen:
    """Gather what the deel-poort asks of each casus on the agenda."""
    about = {item.sleutel: item.punt.casus_id for item in stand.agenda}
    return Gewogen({key: lees_poort(uow, casus, vandaag) for key, casus in about.items() if casus}, namen)


def maak_beeld(stand: Stand, gewogen: Gewogen, vandaag: date) -> OverlegBeeld:
    """Everything that the screen shows."""
    here = {partner.id for partner in stand.aanwezig}
    zieners = gewogen.zieners(stand.anderen)
    day = dag_van(stand.start) if stand.start is not None else None
    team = sorted(stand.school.kernteam, key=lambda partner: partner.volgorde)
    return OverlegBeeld(
        school_id=stand.school.id,
        school=stand.school.naam,
        start=stand.start,
        minuten=stand.minuten,
        vast=stand.school.overleg is not None,
        kan_nu=day is not None and day <= vandaag,
        voorbij=day is not None and day < vandaag,
        kernteam=tuple(_aanwezige(p, stand, p.id in here) for p in team),
        punten=tuple(_punt(item, stand, gewogen, zieners) for item in stand.agenda),
    )


def _aanwezige(partner: Kernpartner, stand: Stand, erbij: bool) -> Aanwezige:
    away = stand.weg.get(partner.id, "")
    return Aanwezige(partner.id, wie_is(partner), partner.rol.kort, partner.ik, erbij, away)


def _punt(item: Punt, stand: Stand, gewogen: Gewogen, zieners: Sequence[Ziener]) -> PuntBeeld:
    punt, poort = item.punt, gewogen.poorten.get(item.sleutel)
    casus = poort.casus if poort is not None else None
    seen = toon_punt(item, poort, zieners, gewogen.namen)
    return PuntBeeld(
        sleutel=item.sleutel,
        casus_id=punt.casus_id or "",
        nummer=casus.nummer if casus is not None else "",
        jongere=casus.jongere.korte_naam if casus is not None else "",
        klas=casus.klas if casus is not None else "",
        spoed=casus.spoed if casus is not None else False,
        soort=punt.soort,
        waarom=tuple(why.tekst for why in item.waarom),
        tekst=punt.tekst,
        wie=punt.wie,
        actie=punt.actie,
        actie_op=punt.actie_op,
        actie_klaar=punt.actie_klaar,
        besproken=punt.besproken,
        naam_erin=casus is None and _noemt(punt, gewogen.namen),
        mag=tuple(bepaal_mag(poort, partner) for partner in stand.anderen) if poort is not None else (),
        tafel=seen,
    )


def _noemt(punt: Overlegpunt, namen: Naamwoorden) -> bool:
    return noemt_iemand(f"{punt.tekst}\n{punt.wie}\n{punt.actie}", namen)
