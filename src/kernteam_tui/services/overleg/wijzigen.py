"""Changing the agenda: a point of one's own, its order, who is there, when it is, and closing it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.namen import Naamwoorden
from kernteam_tui.domain.overleg import Overleg, Overlegpunt
from kernteam_tui.domain.overlegagenda import (
    ERAF,
    gaat_mee,
    sleutel,
    verplaatst,
    volgend_moment,
    zet_in_volgorde,
)
from kernteam_tui.domain.plancodes import Overlegsoort, Overlegstaat
from kernteam_tui.services.namen import lees_namen
from kernteam_tui.services.overleg.poort import noemt_iemand
from kernteam_tui.services.overleg.stand import (
    Bekend,
    Stand,
    eis_begonnen,
    eis_overleg,
    lees_bekend,
    lees_stand,
)
from kernteam_tui.services.sessie import Sessie

MINUTEN = range(10, 241)


@dataclass(frozen=True)
class PuntGegevens:
    """What the form of a point asks."""

    tekst: str
    casus_id: str = ""
    """Empty: about no casus; then no name may stand in it (S38)."""


@dataclass(frozen=True)
class Puntkeuze:
    """A point to change, and the casussen of the school that it can be about: (id, number and name)."""

    school: str
    nu: PuntGegevens
    casussen: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Wijziging:
    """One change of the agenda under way."""

    uow: UnitOfWork
    bekend: Bekend
    stand: Stand
    overleg: Overleg

    def punt(self, naam: str) -> Overlegpunt:
        """The record of that point. Raises NietGevonden."""
        return self.stand.punt(naam).punt


def get_puntkeuze(sessie: Sessie, school_id: str, naam: str = "") -> Puntkeuze:
    """For the form of a point; `naam` empty for a new one. Raises NietGevonden."""
    bekend = lees_bekend(sessie, school_id)
    with sessie.unit_of_work() as uow:
        stand = lees_stand(uow, bekend, school_id, sessie.vandaag())
    now = PuntGegevens("")
    if naam:
        punt = stand.punt(naam).punt
        now = PuntGegevens(punt.tekst, punt.casus_id or "")
    cases = [b.feiten for b in bekend.beelden if b.feiten.open or b.feiten.casus_id == now.casus_id]
    return Puntkeuze(
        stand.school.naam,
        now,
        tuple((feiten.casus_id, f"{feiten.nummer} {feiten.jongere}") for feiten in cases),
    )


def noemt_een_naam(sessie: Sessie, tekst: str) -> bool:
    """Whether a name, number or address of a family that the store knows stands in this text (S38)."""
    return noemt_iemand(tekst, Naamwoorden(lees_namen(sessie)))


def bewaar_punt(sessie: Sessie, school_id: str, naam: str, gegevens: PuntGegevens) -> str:
    """Put a point on the agenda (`naam` empty) or change what is asked; answers its name.

    About a casus that stands there already the text goes to that point. Raises InhoudOngeldig for an empty
    point about no casus, RegelGeweigerd, NietGevonden.
    """
    text = gegevens.tekst.strip()
    if not text and not gegevens.casus_id:
        raise InhoudOngeldig("Waar gaat het over?", "Schrijf het in een paar woorden, of kies een casus.")
    with _wijzig(sessie, school_id) as change:
        punt = change.punt(naam) if naam else _nieuw(change, gegevens.casus_id)
        punt.tekst = text
        _log(change, "punt gewijzigd" if naam else "punt erbij", punt)
        change.uow.commit()
        return sleutel(punt)


def haal_punt_weg(sessie: Sessie, school_id: str, naam: str) -> None:
    """Take a point off this agenda. What was typed as minutes of a casus stays with its talk."""
    with _wijzig(sessie, school_id) as change:
        punt = change.punt(naam)
        punt.volgorde = ERAF
        _log(change, "punt van de agenda", punt)
        change.uow.commit()


def verplaats_punt(sessie: Sessie, school_id: str, naam: str, stap: int) -> None:
    """Move a point so many places down (negative: up). At an end nothing moves."""
    with _wijzig(sessie, school_id) as change:
        zet_in_volgorde(change.overleg, verplaatst(change.stand.agenda, naam, stap))
        change.uow.log(LogSoort.GEWIJZIGD, "overleg: volgorde")
        change.uow.commit()


def meld_punt_klaar(sessie: Sessie, school_id: str, naam: str) -> None:
    """What was agreed of a point without a casus is done, or is not after all."""
    with _wijzig(sessie, school_id) as change:
        punt = change.punt(naam)
        if punt.casus_id is not None or not punt.actie.strip():
            raise InhoudOngeldig(
                "Bij dit punt staat geen afspraak om af te vinken.",
                "Afspraken over een casus vink je af in het gezinsplan of bij het gesprek.",
            )
        punt.actie_klaar = not punt.actie_klaar
        change.uow.log(LogSoort.GEWIJZIGD, "overleg: afspraak klaar")
        change.uow.commit()


def zet_aanwezig(sessie: Sessie, school_id: str, wie: Collection[str]) -> None:
    """Who of the kernteam is there. Raises InhoudOngeldig for nobody."""
    with _wijzig(sessie, school_id) as change:
        team = sorted(change.stand.school.kernteam, key=lambda partner: partner.volgorde)
        here = tuple(partner.id for partner in team if partner.id in wie)
        if not here:
            raise InhoudOngeldig("Bij een overleg is minstens één iemand.", "Vink aan wie er is.")
        change.overleg.aanwezig = here
        change.uow.log(LogSoort.GEWIJZIGD, "overleg: wie erbij is")
        change.uow.commit()


def zet_moment(sessie: Sessie, school_id: str, start: datetime, minuten: int) -> None:
    """Hold this overleg at another moment; the fixed one of the school stays. `start` is aware.

    Raises InhoudOngeldig for a length that cannot be, NietGevonden.
    """
    if minuten not in MINUTEN:
        raise InhoudOngeldig(f"Een overleg duurt {MINUTEN[0]} tot {MINUTEN[-1]} minuten.", "Pas de duur aan.")
    bekend = lees_bekend(sessie, school_id)
    with sessie.unit_of_work() as uow:
        stand = lees_stand(uow, bekend, school_id, sessie.vandaag())
        if stand.start is None:
            overleg = Overleg(school_id=school_id, start=start, minuten=minuten)
            uow.overleggen.add(overleg)
        else:
            overleg = eis_overleg(uow, stand)
            overleg.start, overleg.minuten = start, minuten
        uow.log(LogSoort.GEWIJZIGD, "overleg: moment")
        uow.commit()


def sluit_overleg(sessie: Sessie, school_id: str) -> int:
    """The overleg was held. What was not talked about, and what somebody still does, goes to the next one;
    answers how many points. Raises RegelGeweigerd before its day, or where no next moment is known.
    """
    with _wijzig(sessie, school_id) as change:
        start = eis_begonnen(change.stand, sessie.vandaag())
        overleg = change.overleg
        overleg.aanwezig = tuple(partner.id for partner in change.stand.aanwezig)
        overleg.staat = Overlegstaat.GEHOUDEN
        along = gaat_mee(overleg)
        if along:
            _maak_volgende(change, along, max(dag_van(start), sessie.vandaag()))
        change.uow.log(LogSoort.GEWIJZIGD, "overleg gehouden")
        change.uow.commit()
        return len(along)


# --- inside ------------------------------------------------------------------------------------------


@contextmanager
def _wijzig(sessie: Sessie, school_id: str) -> Iterator[_Wijziging]:
    bekend = lees_bekend(sessie, school_id)
    with sessie.unit_of_work() as uow:
        stand = lees_stand(uow, bekend, school_id, sessie.vandaag())
        yield _Wijziging(uow, bekend, stand, eis_overleg(uow, stand))


def _nieuw(change: _Wijziging, casus_id: str) -> Overlegpunt:
    """A new point at the end; of a casus that was taken off, that one again."""
    points = change.overleg.punten
    known = next((punt for punt in points if casus_id and punt.casus_id == casus_id), None)
    if known is None:
        if casus_id:
            change.uow.casussen.get(casus_id)
        known = Overlegpunt(
            overleg_id=change.overleg.id, casus_id=casus_id or None, soort=Overlegsoort.EIGEN, volgorde=ERAF
        )
        points.append(known)
    if known.volgorde == ERAF:
        known.volgorde = 1 + max((punt.volgorde for punt in points), default=ERAF)
    return known


def _maak_volgende(change: _Wijziging, along: tuple[Overlegpunt, ...], na: date) -> None:
    fixed = change.stand.school.overleg
    if fixed is None:
        start = change.overleg.start + timedelta(weeks=1)
    else:
        start = volgend_moment(fixed, change.bekend.kalender, na + timedelta(days=1))
    following = Overleg(
        school_id=change.stand.school.id,
        start=start,
        minuten=fixed.minuten if fixed is not None else change.overleg.minuten,
    )
    for number, punt in enumerate(along):
        punt.overleg_id, punt.volgorde = following.id, number
    following.punten.extend(along)
    change.uow.overleggen.add(following)


def _log(change: _Wijziging, what: str, punt: Overlegpunt) -> None:
    change.uow.log(LogSoort.GEWIJZIGD, f"overleg: {what}", casus_id=punt.casus_id)
