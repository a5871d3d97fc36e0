"""Who is in when at a school: the weekly pattern to change, and a real week to look at (S11)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kernteam_tui.data.queries.rooster import AfwezigRegel, lees_afwezigheden
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain import weekpatroon
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.periodetekst import periode_kort
from kernteam_tui.domain.rooster import Rooster, zelfde_mens
from kernteam_tui.domain.roosterweek import (
    Dagstaat,
    Gedeeld,
    dagstaat,
    gedeeld,
    maandag_van,
    schooldagen_van,
)
from kernteam_tui.domain.school import Kernpartner
from kernteam_tui.domain.weekpatroon import Patroon, Vak
from kernteam_tui.services.beelden import Werkdag, lees_werkdag
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "AfwezigRegel",
    "RoosterBeeld",
    "RoosterWeek",
    "WegRegel",
    "get_rooster",
    "get_roosterweek",
    "rooster_van",
    "volgende_weken",
    "weekbeeld",
    "wissel_dagdelen",
    "zet_periode",
]


@dataclass(frozen=True)
class RoosterBeeld:
    """The pattern of one school as the grid shows it; she herself first."""

    school_id: str
    school: str
    kernteam: tuple[PartnerBeeld, ...]
    elders: dict[str, tuple[str, ...]]
    """Id of a partner -> names of the other schools where this is the same person."""

    def met_patroon(self, partner_id: str, patroon: Patroon) -> RoosterBeeld:
        """The same with another pattern for one partner."""
        kernteam = (replace(p, aanwezig=patroon) if p.id == partner_id else p for p in self.kernteam)
        return replace(self, kernteam=tuple(kernteam))


@dataclass(frozen=True)
class WegRegel:
    """Somebody of the kernteam is away in a week, as a line to read."""

    partner_id: str
    ik: bool
    naam: str
    van: date
    tot_en_met: date
    dagdeel: str
    """Word of the part of the day; empty for whole days."""
    reden: str
    vervanger: str
    """Name of who comes instead; empty where nobody does."""

    @property
    def zin(self) -> str:
        """`Lia de Wit: ziek di 24 t/m wo 25 nov, Sam Bos valt in`."""
        wie = "jij" if self.ik else self.naam
        wanneer = " ".join(deel for deel in (periode_kort(self.van, self.tot_en_met), self.dagdeel) if deel)
        instead = f", {self.vervanger} valt in" if self.vervanger else ""
        return f"{wie}: {self.reden} {wanneer}{instead}"


@dataclass(frozen=True)
class RoosterWeek:
    """One real week at one school, Monday up to and including Friday."""

    school_id: str
    school: str
    dagen: tuple[date, ...]
    dicht: tuple[str, ...]
    """Why the school is closed, per day; empty where it is open."""
    bekend: tuple[bool, ...]
    """Per day whether it is known if the school is open."""
    toetsen: tuple[bool, ...]
    kernteam: tuple[PartnerBeeld, ...]
    staten: tuple[tuple[Dagstaat, ...], ...]
    """Per partner, per day: morning and afternoon."""
    samen: tuple[tuple[Gedeeld, Gedeeld], ...]
    weg: tuple[WegRegel, ...]


def get_rooster(sessie: Sessie, school_id: str) -> RoosterBeeld:
    """The pattern of a school. Raises NietGevonden."""
    werkdag = lees_werkdag(sessie)
    school = school_met(werkdag, school_id)
    return RoosterBeeld(
        school.id,
        school.naam,
        zij_eerst(school.kernteam),
        {partner.id: ook_op(werkdag.scholen, school, partner) for partner in school.kernteam},
    )


def get_roosterweek(sessie: Sessie, school_id: str, dag: date) -> RoosterWeek:
    """The week in which this day lies. Raises NietGevonden, and DatumBuitenBereik for a day too far off."""
    werkdag = lees_werkdag(sessie)
    dagen = schooldagen_van(maandag_van(dag))
    with sessie.lezen() as conn:
        afwezig = lees_afwezigheden(conn, dagen[0])
    return weekbeeld(werkdag, school_met(werkdag, school_id), afwezig, dagen)


def rooster_van(werkdag: Werkdag, afwezig: Iterable[AfwezigRegel]) -> Rooster:
    """Who is in, for all schools together."""
    return Rooster(werkdag.scholen, afwezig, werkdag.instellingen.vrije_dagen)


def weekbeeld(
    werkdag: Werkdag, school: SchoolBeeld, afwezig: Sequence[AfwezigRegel], dagen: tuple[date, ...]
) -> RoosterWeek:
    """A week of one school out of what was read already."""
    rooster = rooster_van(werkdag, afwezig)
    kalender = werkdag.kalenders[school.id]
    dicht = tuple(kalender.waarom_dicht(dag) or "" for dag in dagen)
    kernteam = zij_eerst(school.kernteam)
    return RoosterWeek(
        school.id,
        school.naam,
        dagen,
        dicht,
        tuple(kalender.is_bekend(dag) for dag in dagen),
        tuple(kalender.toetsweek(dag) for dag in dagen),
        kernteam,
        tuple(tuple(dagstaat(rooster, partner, dag) for dag in dagen) for partner in kernteam),
        gedeeld(school, rooster, dagen, [bool(reden) for reden in dicht]),
        _wegregels(werkdag, school, afwezig, dagen),
    )


def zij_eerst(kernteam: Iterable[PartnerBeeld]) -> tuple[PartnerBeeld, ...]:
    """The user herself in front, the others in their order."""
    return tuple(sorted(kernteam, key=lambda partner: not partner.ik))


def ook_op(scholen: Iterable[SchoolBeeld], school: SchoolBeeld, partner: PartnerBeeld) -> tuple[str, ...]:
    """Names of the other schools where this person is in the kernteam too (`domain.rooster.zelfde_mens`)."""
    wie = zelfde_mens(partner)
    return tuple(
        ander.naam
        for ander in scholen
        if ander.id != school.id and any(zelfde_mens(lid) == wie for lid in ander.kernteam)
    )


def school_met(werkdag: Werkdag, school_id: str) -> SchoolBeeld:
    """The school with that id. Raises NietGevonden."""
    found = next((school for school in werkdag.scholen if school.id == school_id), None)
    if found is None:
        raise NietGevonden("Deze school staat niet (meer) in de kluis.", "Ga terug en kies een andere.")
    return found


def _wegregels(
    werkdag: Werkdag, school: SchoolBeeld, afwezig: Iterable[AfwezigRegel], dagen: tuple[date, ...]
) -> tuple[WegRegel, ...]:
    """Her own free days, then absences of whoever is in this kernteam, wherever they were noted."""
    regels = []
    ik = next((partner for partner in school.kernteam if partner.ik), None)
    for vrij in werkdag.instellingen.vrije_dagen if ik else ():
        if ik and vrij.van <= dagen[-1] and vrij.tot_en_met >= dagen[0]:
            wat = vrij.wat or "vrij"
            regels.append(WegRegel(ik.id, True, ik.naam, vrij.van, vrij.tot_en_met, "", wat, ""))
    everybody = {partner.id: partner for ander in werkdag.scholen for partner in ander.kernteam}
    here = {zelfde_mens(partner): partner for partner in school.kernteam}
    for een in afwezig:
        partner = here.get(zelfde_mens(everybody[een.partner_id])) if een.partner_id in everybody else None
        if partner is None or een.van > dagen[-1] or een.tot_en_met < dagen[0]:
            continue
        replaced = everybody.get(een.vervanger_id or "") if een.school_id == school.id else None
        regels.append(
            WegRegel(
                partner.id,
                partner.ik,
                partner.naam,
                een.van,
                een.tot_en_met,
                een.dagdeel.label if een.dagdeel else "",
                een.reden.label,
                replaced.naam if replaced else "",
            )
        )
    return tuple(regels)


# --- changing the pattern -----------------------------------------------------------------------


def wissel_dagdelen(sessie: Sessie, school_id: str, partner_id: str, vakken: Sequence[Vak]) -> Patroon:
    """Turn these on, or off when all of them were on. Answers the new pattern. Raises NietGevonden."""
    return _verander(sessie, school_id, partner_id, lambda p: weekpatroon.wissel(p, vakken, sessie.vandaag()))


def volgende_weken(sessie: Sessie, school_id: str, partner_id: str, vak: Vak) -> Patroon:
    """Every week, even weeks, odd weeks. Answers the new pattern. Raises NietGevonden."""
    return _verander(
        sessie, school_id, partner_id, lambda p: weekpatroon.volgende_weken(p, vak, sessie.vandaag())
    )


def zet_periode(
    sessie: Sessie, school_id: str, partner_id: str, vakken: Sequence[Vak], van: date, tot_en_met: date
) -> Patroon:
    """From when until when these dagdelen hold; `date.min` and `date.max` are without a bound.

    Raises InhoudOngeldig where the end lies before the beginning or in the past, and NietGevonden.
    """
    if tot_en_met < van:
        raise InhoudOngeldig("De laatste dag ligt vóór de eerste.", "Verbeter een van de twee.")
    if tot_en_met < sessie.vandaag():
        raise InhoudOngeldig("Die tijd is al voorbij.", "Zet het dagdeel uit, of kies een latere dag.")
    return _verander(
        sessie,
        school_id,
        partner_id,
        lambda p: weekpatroon.zet_periode(p, vakken, van, tot_en_met, sessie.vandaag()),
    )


def _verander(
    sessie: Sessie, school_id: str, partner_id: str, verander: Callable[[Patroon], Patroon]
) -> Patroon:
    with sessie.unit_of_work() as uow:
        partner = partner_van(uow, school_id, partner_id)
        partner.aanwezig = verander(partner.aanwezig)
        _log_rooster(uow)
        uow.commit()
        return partner.aanwezig


def partner_van(uow: UnitOfWork, school_id: str, partner_id: str) -> Kernpartner:
    """A member of the kernteam of that school. Raises NietGevonden."""
    school = uow.scholen.get(school_id)
    found = next((partner for partner in school.kernteam if partner.id == partner_id), None)
    if found is None:
        raise NietGevonden("Deze persoon zit niet (meer) in het kernteam.", "Kies iemand anders.")
    return found


def _log_rooster(uow: UnitOfWork) -> None:
    uow.log(LogSoort.GEWIJZIGD, "school: wie er wanneer is")
