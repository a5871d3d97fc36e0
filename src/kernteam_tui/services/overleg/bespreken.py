"""One point at the table: what was said, who does what, and what that becomes (S6, S31 to S34)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, LogSoort, PersoonRol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.leeftijden.ouders import (
    ZonderOuders,
    beslist_zelf,
    informeren_uiterlijk,
    is_volwassen,
    noteer_ouder_erbij,
    noteer_zonder_ouders,
)
from kernteam_tui.domain.namen import Naamwoorden
from kernteam_tui.domain.overleg import Overlegpunt
from kernteam_tui.domain.overlegagenda import MINUTEN_PER_PUNT, eerste_vrije
from kernteam_tui.domain.taakverdeling import eigen_taak
from kernteam_tui.services.deelnemers import maak_deelnemers, sleutel_van
from kernteam_tui.services.gesprekbeeld import TerugkoppelBeeld
from kernteam_tui.services.namen import lees_namen
from kernteam_tui.services.overleg.lezen import PuntBeeld, maak_beeld, weeg
from kernteam_tui.services.overleg.stand import Stand, eis_begonnen, eis_overleg, lees_bekend, lees_stand
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zonder_ouders import OudersBijGesprek


@dataclass(frozen=True)
class PartnerActie:
    """What somebody of the kernteam does next, and by when."""

    partner_id: str
    actie: str
    actie_op: date | None = None


@dataclass(frozen=True)
class Besproken:
    """What is noted of a point. About no casus only the text and who does what."""

    uitkomst: str = ""
    erbij: tuple[str, ...] = ()
    """Ids of who of the family was there."""
    acties: tuple[PartnerActie, ...] = ()
    terugkoppelafspraken: tuple[TerugkoppelBeeld, ...] = ()
    ouders: ZonderOuders | None = None
    """No parent was there: why, and when they hear of it (S33, S34)."""
    zonder_jongere: str = ""
    """Why the jongere was not there, where a parent was (S33)."""
    wie: str = ""
    actie: str = ""
    actie_op: date | None = None


@dataclass(frozen=True)
class TafelPartner:
    """Somebody of the kernteam who is there, with what was noted before."""

    id: str
    naam: str
    rol: str
    ik: bool
    voorstel: str
    """A beginning for the action, from the partner's own domain (S6)."""
    actie: str
    actie_op: date | None


@dataclass(frozen=True)
class Gezinslid:
    """A parent or jongere of the casus, who could be there."""

    id: str
    naam: str
    ouder: bool
    erbij: bool


@dataclass(frozen=True)
class Tafelpunt:
    """One point as the form shows it."""

    school: str
    start: datetime
    nummer: int
    """Place on the agenda, from 1."""
    aantal: int
    minuten: int
    punt: PuntBeeld
    partners: tuple[TafelPartner, ...]
    gezin: tuple[Gezinslid, ...]
    ouders: OudersBijGesprek | None
    """None where the point is about no casus."""
    zonder: str
    """Why somebody of the family was not there, as it was noted."""
    terugkoppelafspraken: tuple[TerugkoppelBeeld, ...]
    uitkomst: str
    volgende: str
    """Name of the next point that was not talked about; empty: this is the last."""


def get_tafelpunt(sessie: Sessie, school_id: str, sleutel: str) -> Tafelpunt:
    """A point with who is there. Raises RegelGeweigerd before the day of the overleg, NietGevonden."""
    bekend = lees_bekend(sessie, school_id)
    namen = Naamwoorden(lees_namen(sessie))
    vandaag = sessie.vandaag()
    with sessie.unit_of_work() as uow:
        stand = lees_stand(uow, bekend, school_id, vandaag)
        start = eis_begonnen(stand, vandaag)
        record = stand.punt(sleutel).punt
        beeld = maak_beeld(stand, weeg(uow, stand, namen, vandaag), vandaag)
        keys = [punt.sleutel for punt in beeld.punten]
        shown = beeld.punten[keys.index(sleutel)]
        done = [punt.sleutel for punt in beeld.punten if punt.besproken]
        talk = _gesprek(uow, record)
        casus = uow.casussen.get(record.casus_id) if record.casus_id else None
        gezin = uow.gezinnen.get(casus.gezin_id) if casus is not None else None
        parents = None
        if casus is not None:
            last = informeren_uiterlijk(dag_van(start), bekend.kalender)
            parents = _ouders(casus, talk, dag_van(start), vandaag, max(vandaag, last))
        return Tafelpunt(
            school=stand.school.naam,
            start=start,
            nummer=keys.index(sleutel) + 1,
            aantal=len(keys),
            minuten=MINUTEN_PER_PUNT,
            punt=shown,
            partners=tuple(_partners(stand, talk)),
            gezin=tuple(_gezin(casus, gezin, talk)) if casus is not None and gezin is not None else (),
            ouders=parents,
            zonder=talk.zonder if talk is not None else "",
            terugkoppelafspraken=_afspraken(talk),
            uitkomst=talk.verslag if talk is not None else record.uitkomst,
            volgende=eerste_vrije(keys, done, sleutel),
        )


def bespreek_punt(sessie: Sessie, school_id: str, sleutel: str, besproken: Besproken) -> str:
    """Note what was said of a point; answers the name of the next one, empty after the last.

    About a casus it becomes a talk of the kind overleg, held, with who was there and what each does; noting
    it again changes that talk. Raises RegelGeweigerd before the day of the overleg or where a jongere under
    16 would decide that parents are not told, InhoudOngeldig without a reason why no parent was there.
    """
    bekend = lees_bekend(sessie, school_id)
    vandaag = sessie.vandaag()
    with sessie.unit_of_work() as uow:
        stand = lees_stand(uow, bekend, school_id, vandaag)
        start = eis_begonnen(stand, vandaag)
        eis_overleg(uow, stand)
        record = stand.punt(sleutel).punt
        record.besproken = True
        if record.casus_id:
            _noteer_gesprek(uow, stand, record, besproken, min(start, sessie.nu()), vandaag)
        else:
            record.uitkomst = besproken.uitkomst.strip()
            record.wie, record.actie = besproken.wie.strip(), besproken.actie.strip()
            record.actie_op = besproken.actie_op
        uow.log(LogSoort.GEWIJZIGD, "overleg: punt besproken", casus_id=record.casus_id)
        uow.commit()
        keys = [item.sleutel for item in stand.agenda]
        return eerste_vrije(keys, [i.sleutel for i in stand.agenda if i.punt.besproken], sleutel)


# --- the talk that it becomes ------------------------------------------------------------------------


def _noteer_gesprek(
    uow: UnitOfWork, stand: Stand, punt: Overlegpunt, besproken: Besproken, start: datetime, vandaag: date
) -> None:
    casus = uow.casussen.get(punt.casus_id or "")
    gezin = uow.gezinnen.get(casus.gezin_id)
    talk = _gesprek(uow, punt)
    if talk is None:
        talk = Gesprek(
            casus_id=casus.id,
            soort=GesprekSoort.OVERLEG,
            staat=GesprekStaat.GEHOUDEN,
            start=start,
            minuten=MINUTEN_PER_PUNT,
            plek=stand.school.naam,
        )
        uow.gesprekken.add(talk)
        punt.gesprek_id = talk.id
    talk.verslag = besproken.uitkomst.strip()
    _zet_deelnemers(talk, stand, besproken, casus, gezin)
    _noteer_ouders(talk, besproken, casus, vandaag)
    talk.terugkoppelafspraken[:] = [
        Terugkoppelafspraak(
            gesprek_id=talk.id,
            casus_id=casus.id,
            partner=t.partner,
            niveau=t.niveau,
            moment=t.moment,
            op=t.op,
            gedaan_op=t.gedaan_op,
            soort=t.soort,
        )
        for t in besproken.terugkoppelafspraken
    ]


def _zet_deelnemers(talk: Gesprek, stand: Stand, besproken: Besproken, casus: Casus, gezin: Gezin) -> None:
    """Who is there, in order; of who stays it is remembered what was done already."""
    before = {sleutel_van(one): one for one in talk.deelnemers}
    wanted = [*(partner.id for partner in stand.aanwezig), *besproken.erbij]
    made = maak_deelnemers(wanted, casus, stand.school, gezin)
    talk.deelnemers[:] = [before.get(sleutel_van(one), one) for one in made]
    told = {actie.partner_id: actie for actie in besproken.acties}
    for volgorde, deelnemer in enumerate(talk.deelnemers):
        deelnemer.volgorde, deelnemer.aanwezig = volgorde, True
        action = told.get(deelnemer.wie_id)
        if action is not None:
            _zet_actie(deelnemer, action)


def _zet_actie(deelnemer: Deelnemer, actie: PartnerActie) -> None:
    if deelnemer.actie != actie.actie.strip():
        deelnemer.actie_klaar = False
    deelnemer.actie, deelnemer.actie_op = actie.actie.strip(), actie.actie_op


def _noteer_ouders(talk: Gesprek, besproken: Besproken, casus: Casus, vandaag: date) -> None:
    if any(deelnemer.is_ouder for deelnemer in talk.deelnemers):
        noteer_ouder_erbij(talk)
        talk.zonder = besproken.zonder_jongere.strip()
    elif besproken.ouders is not None:
        noteer_zonder_ouders(talk, besproken.ouders, casus.jongeren, vandaag)
    elif not is_volwassen(casus.jongeren, dag_van(talk.start)):
        noteer_zonder_ouders(talk, ZonderOuders(""), casus.jongeren, vandaag)


def _gesprek(uow: UnitOfWork, punt: Overlegpunt) -> Gesprek | None:
    """The talk of this point; None where there is none, or it was taken away."""
    if not punt.gesprek_id:
        return None
    try:
        return uow.gesprekken.get(punt.gesprek_id)
    except NietGevonden:
        return None


# --- what the form shows -----------------------------------------------------------------------------


def _partners(stand: Stand, talk: Gesprek | None) -> Iterable[TafelPartner]:
    noted = {one.wie_id: one for one in talk.deelnemers} if talk is not None else {}
    for partner in stand.aanwezig:
        before = noted.get(partner.id)
        yield TafelPartner(
            id=partner.id,
            naam=partner.naam,
            rol=partner.rol,
            ik=partner.ik,
            voorstel=eigen_taak(partner.rol),
            actie=before.actie if before is not None else "",
            actie_op=before.actie_op if before is not None else None,
        )


def _gezin(casus: Casus, gezin: Gezin, talk: Gesprek | None) -> Iterable[Gezinslid]:
    there = {one.wie_id for one in talk.deelnemers} if talk is not None else set()
    children = {jongere.id for jongere in casus.jongeren}
    for persoon in gezin.personen:
        parent = persoon.rol is PersoonRol.OUDER
        if (parent or persoon.id in children) and not persoon.overleden:
            yield Gezinslid(persoon.id, persoon.naam, parent, persoon.id in there)


def _ouders(casus: Casus, talk: Gesprek | None, op: date, vandaag: date, uiterlijk: date) -> OudersBijGesprek:
    before = None
    if talk is not None and talk.zonder_ouders:
        told, refused = talk.ouders_geinformeerd_op, talk.ouders_niet
        still = None if told is not None or refused else talk.ouders_informeren_voor
        before = ZonderOuders(talk.zonder, still, told, refused)
    return OudersBijGesprek(
        vragen=not is_volwassen(casus.jongeren, op),
        mag_niet=beslist_zelf(casus.jongeren, vandaag),
        uiterlijk=uiterlijk,
        zonder=before,
    )


def _afspraken(talk: Gesprek | None) -> tuple[TerugkoppelBeeld, ...]:
    made = talk.terugkoppelafspraken if talk is not None else ()
    return tuple(TerugkoppelBeeld(t.partner, t.niveau, t.moment, t.op, t.gedaan_op, t.soort) for t in made)
