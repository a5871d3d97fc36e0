"""The calendars of a kernteam's people: read from a file, times only, and forgotten again (contract 3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from kernteam_tui.data.queries.agendas import AgendaKort, lees_agendas_kort, lees_oudste
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.agenda import OUD_VANAF, Agendaprobleem, Bezetblok, dagen_oud, ouderdom
from kernteam_tui.domain.codes import LogSoort, Rol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.partneragenda import Partneragenda
from kernteam_tui.exchange.agenda.grenzen import AgendaTeGroot
from kernteam_tui.exchange.kalenderbestand import lees_kalenderbestand
from kernteam_tui.services.agenda import MAX_BYTES, lees_agenda
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.planweek import kies_ids
from kernteam_tui.services.rooster import zij_eerst
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld, list_scholen
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "AgendaBeeld",
    "Agendaprobleem",
    "AgendasBeeld",
    "GelezenBestand",
    "MensBeeld",
    "get_agendas",
    "get_mens",
    "lees_bestand",
    "lees_in",
    "neem_aan",
    "oude_agendas",
    "vergeet_agenda",
]

TERUG = timedelta(days=7)
VOORUIT = timedelta(days=180)
"""Of which days an agenda is kept: from a week before today up to half a year after it."""
MEESTE_TIJDEN = 10_000
"""In that window, of one person: more than fifty a day is no agenda."""


@dataclass(frozen=True)
class GelezenBestand:
    """What a file says, before anything of it is kept. `problemen` are to be shown once, never to be kept."""

    bestand: str
    """Name of the file, without its folder."""
    peildatum: date
    gelezen_op: datetime
    van: date
    tot: date
    """The days that were read; `tot` is not one of them."""
    blokken: tuple[Bezetblok, ...]
    problemen: tuple[Agendaprobleem, ...]

    @property
    def dagen_oud(self) -> int:
        """Whole days between the agenda and the reading of it."""
        return dagen_oud(self.peildatum, dag_van(self.gelezen_op))

    @property
    def ouderdom(self) -> str:
        """`agenda is 12 dagen oud`; empty where it is not old."""
        return ouderdom(self.dagen_oud)


@dataclass(frozen=True)
class AgendaBeeld:
    """One agenda that was read in, as a list shows it."""

    id: str
    bestand: str
    peildatum: date
    dagen_oud: int
    gelezen_op: datetime
    tot: date
    """The first day of which it says nothing any more."""
    tijden: int
    problemen: int
    """How many appointments were not read, or not as they stand."""

    @property
    def oud(self) -> bool:
        """Whether its age is said."""
        return self.dagen_oud >= OUD_VANAF

    @property
    def ouderdom(self) -> str:
        """`agenda is 12 dagen oud`; empty where it is not old."""
        return ouderdom(self.dagen_oud)


@dataclass(frozen=True)
class MensBeeld:
    """Somebody of a kernteam, with what was read in for her at any school."""

    partner_id: str
    naam: str
    rol: Rol
    ik: bool
    scholen: tuple[str, ...]
    """Names of every school where this is the same person."""
    agendas: tuple[AgendaBeeld, ...]


@dataclass(frozen=True)
class AgendasBeeld:
    """Everybody of one kernteam, or of all of them."""

    school: str
    """Name of the school; empty: all."""
    mensen: tuple[MensBeeld, ...]
    map: str
    """Folder in which is looked for newer files; empty: none."""


def get_agendas(sessie: Sessie, school_id: str = "") -> AgendasBeeld:
    """Everybody whose agenda can be read in, the user herself first. Each person stands there once.

    Raises NietGevonden for a school that is not there (any more).
    """
    scholen = list_scholen(sessie)
    hier = [school for school in scholen if school_id in ("", school.id)]
    if not hier and school_id:
        raise NietGevonden("Deze school staat niet (meer) in de kluis.", "Ga terug en kies een andere.")
    with sessie.lezen() as conn:
        agendas = lees_agendas_kort(conn)
    who = kies_ids(scholen, school_id).id_van
    people: dict[str, PartnerBeeld] = {}
    for school in hier:
        for partner in zij_eerst(school.kernteam):
            people.setdefault(who[partner.id], partner)
    mensen = [_mens(sessie, partner, scholen, agendas) for partner in people.values()]
    return AgendasBeeld(
        hier[0].naam if school_id else "",
        tuple(sorted(mensen, key=lambda mens: not mens.ik)),
        get_instellingen(sessie).agenda_map,
    )


def get_mens(sessie: Sessie, partner_id: str) -> MensBeeld:
    """One of them. Raises NietGevonden."""
    scholen = list_scholen(sessie)
    with sessie.lezen() as conn:
        agendas = lees_agendas_kort(conn)
    return _mens(sessie, _partner(scholen, partner_id), scholen, agendas)


def oude_agendas(sessie: Sessie, scholen: tuple[SchoolBeeld, ...]) -> dict[str, tuple[str, ...]]:
    """Per school (its id) a line for each old agenda: `agenda van leerplicht is 12 dagen oud`.

    By role and without a name. Of more agendas of one person the oldest is said.
    """
    with sessie.lezen() as conn:
        known = lees_oudste(conn)
    who = kies_ids(scholen, "").id_van
    oldest: dict[str, date] = {}
    for partner_id, dag in known.items():
        mens = who.get(partner_id, "")
        oldest[mens] = min(dag, oldest.get(mens, dag))
    vandaag = sessie.vandaag()
    return {
        school.id: tuple(
            f"{'jouw agenda' if partner.ik else f'agenda van {partner.rol.kort}'} is {dagen} dagen oud"
            for partner in zij_eerst(school.kernteam)
            if (dagen := (vandaag - oldest.get(who[partner.id], vandaag)).days) >= OUD_VANAF
        )
        for school in scholen
    }


def lees_bestand(sessie: Sessie, partner_id: str, pad: Path) -> GelezenBestand:
    """What is in a file about the time of this person; nothing is kept yet, and the file stays as it is.

    Takes as long as the file is large, so for a thread. For the user herself the address of her settings is
    hers, for somebody else that of the kernteam: a refused invitation then takes no time.

    Raises NietGevonden, GeenGewoonBestand, AgendaNietHeel, AgendaTeGroot.
    """
    partner = _partner(list_scholen(sessie), partner_id)
    adres = get_instellingen(sessie).email if partner.ik else ""
    vandaag = sessie.vandaag()
    gevonden = lees_kalenderbestand(pad, MAX_BYTES + 1)
    bestandsdag = vandaag if gevonden.geschreven is None else dag_van(gevonden.geschreven)
    van, tot = vandaag - TERUG, vandaag + VOORUIT
    agenda = lees_agenda(gevonden.inhoud, van, tot, bestandsdag, adres or partner.email)
    if len(agenda.blokken) > MEESTE_TIJDEN:
        raise AgendaTeGroot(
            "In het komende halve jaar staan meer dan 10.000 afspraken: dat is geen agenda van één mens.",
            "Kijk of dit het goede bestand is.",
        )
    return GelezenBestand(
        bestandsnaam(pad), agenda.peildatum, sessie.nu(), van, tot, agenda.blokken, agenda.problemen
    )


def neem_aan(
    sessie: Sessie, partner_id: str, gelezen: GelezenBestand, in_plaats_van: Collection[str] = ()
) -> str:
    """Keep its times; answers the id of the agenda.

    What was read before for this person from a file of the same name goes, and so do the agendas of hers
    with an id in `in_plaats_van`. Raises NietGevonden.
    """
    with sessie.unit_of_work() as uow:
        agenda = _bewaar(uow, list_scholen(sessie), partner_id, gelezen, in_plaats_van)
        uow.log(LogSoort.GEWIJZIGD, "school: agenda ingelezen")
        uow.commit()
        return agenda.id


def lees_in(
    sessie: Sessie, partner_id: str, pad: Path, in_plaats_van: Collection[str] = ()
) -> GelezenBestand:
    """Read a file and keep its times. Raises as `lees_bestand` and `neem_aan`."""
    gelezen = lees_bestand(sessie, partner_id, pad)
    neem_aan(sessie, partner_id, gelezen, in_plaats_van)
    return gelezen


def neem_alle_aan(sessie: Sessie, gelezen: Iterable[tuple[str, GelezenBestand]]) -> None:
    """As `neem_aan` for several (id of the partner, file) in one transaction; who left in the meantime is
    passed over."""
    scholen = list_scholen(sessie)
    known = {partner.id for school in scholen for partner in school.kernteam}
    with sessie.unit_of_work() as uow:
        for partner_id, een in gelezen:
            if partner_id in known:
                _bewaar(uow, scholen, partner_id, een, ())
        uow.log(LogSoort.GEWIJZIGD, "school: agenda’s ingelezen uit de map")
        uow.commit()


def vergeet_agenda(sessie: Sessie, agenda_id: str) -> None:
    """Everything that was kept of it goes; the file stays where it is. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        uow.agendas.remove(uow.agendas.get(agenda_id))
        uow.log(LogSoort.GEWIJZIGD, "school: agenda vergeten")
        uow.commit()


def bestandsnaam(pad: Path) -> str:
    """The name as it is kept; bytes that are no UTF-8 become a question mark."""
    return pad.name.encode("utf-8", "replace").decode("utf-8")


def zelfde_mensen(scholen: tuple[SchoolBeeld, ...], partner_id: str) -> set[str]:
    """Ids by which this person is in kernteams, as the planner counts people."""
    who = kies_ids(scholen, "").id_van
    return {pid for pid, mens in who.items() if mens == who.get(partner_id)}


def _bewaar(
    uow: UnitOfWork,
    scholen: tuple[SchoolBeeld, ...],
    partner_id: str,
    gelezen: GelezenBestand,
    in_plaats_van: Collection[str],
) -> Partneragenda:
    _partner(scholen, partner_id)
    hers = [a for pid in sorted(zelfde_mensen(scholen, partner_id)) for a in uow.agendas.find(partner_id=pid)]
    gone = [a for a in hers if a.bestand == gelezen.bestand or a.id in in_plaats_van]
    agenda = (
        gone.pop(0)
        if gone
        else Partneragenda(
            partner_id=partner_id,
            bestand=gelezen.bestand,
            peildatum=gelezen.peildatum,
            gelezen_op=gelezen.gelezen_op,
            van=gelezen.van,
            tot=gelezen.tot,
        )
    )
    agenda.partner_id, agenda.bestand = partner_id, gelezen.bestand
    agenda.peildatum, agenda.gelezen_op = gelezen.peildatum, gelezen.gelezen_op
    agenda.van, agenda.tot = gelezen.van, gelezen.tot
    agenda.problemen, agenda.blokken = len(gelezen.problemen), gelezen.blokken
    uow.agendas.add(agenda)
    for old in gone:
        uow.agendas.remove(old)
    return agenda


def _partner(scholen: tuple[SchoolBeeld, ...], partner_id: str) -> PartnerBeeld:
    found = next((p for school in scholen for p in school.kernteam if p.id == partner_id), None)
    if found is None:
        raise NietGevonden("Deze persoon zit niet (meer) in een kernteam.", "Kies iemand anders.")
    return found


def _mens(
    sessie: Sessie,
    partner: PartnerBeeld,
    scholen: tuple[SchoolBeeld, ...],
    agendas: tuple[AgendaKort, ...],
) -> MensBeeld:
    ids = zelfde_mensen(scholen, partner.id)
    return MensBeeld(
        partner.id,
        partner.naam,
        partner.rol,
        partner.ik,
        tuple(school.naam for school in scholen if any(p.id in ids for p in school.kernteam)),
        tuple(_beeld(een, sessie.vandaag()) for een in agendas if een.partner_id in ids),
    )


def _beeld(een: AgendaKort, vandaag: date) -> AgendaBeeld:
    return AgendaBeeld(
        een.id,
        een.bestand,
        een.peildatum,
        dagen_oud(een.peildatum, vandaag),
        een.gelezen_op,
        een.tot,
        een.tijden,
        een.problemen,
    )
