"""Notes: a draft that is saved as it is typed, then final, then only addenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kernteam_tui.domain.codes import LogSoort, NotitieSoort, NotitieStaat
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.notitievragen import begintekst, zonder_lege_vragen
from kernteam_tui.exchange.notitievragen import read_notitievragen
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class AddendumBeeld:
    """Something added to a finished note."""

    op: datetime
    tekst: str


@dataclass(frozen=True)
class NotitieBeeld:
    """A whole note."""

    id: str
    revision: int
    casus_id: str
    casus: str
    jongere: str
    soort: NotitieSoort
    moment: datetime
    met_wie: str
    bereikt: bool
    staat: NotitieStaat
    tekst: str
    afgerond_op: datetime | None
    addenda: tuple[AddendumBeeld, ...]
    vragen: tuple[str, ...] = ()
    """The questions of this kind, which may stand as headings in the text."""


def start_notitie(
    sessie: Sessie,
    casus_id: str,
    soort: NotitieSoort,
    *,
    tekst: str | None = None,
    moment: datetime | None = None,
    met_wie: str = "",
    bereikt: bool = True,
) -> NotitieBeeld:
    """Begin a note; it is in the store before the first key. Raises NietGevonden.

    Without `tekst` it begins with the questions of its kind (`assets/notitie-vragen.toml`).
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        notitie = Notitie(
            casus_id=casus.id,
            soort=soort,
            moment=moment or sessie.nu(),
            met_wie=met_wie,
            bereikt=bereikt,
            tekst=begintekst(read_notitievragen(soort)) if tekst is None else tekst,
        )
        uow.notities.add(notitie)
        uow.log(LogSoort.GEWIJZIGD, "notitie begonnen", casus_id=casus_id)
        uow.commit()
    return get_notitie(sessie, notitie.id)


def get_notitie(sessie: Sessie, notitie_id: str) -> NotitieBeeld:
    """A note. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        notitie = uow.notities.get(notitie_id)
        casus = uow.casussen.get(notitie.casus_id)
        return NotitieBeeld(
            id=notitie.id,
            revision=notitie.revision,
            casus_id=casus.id,
            casus=casus.nummer,
            jongere=casus.jongere.korte_naam,
            soort=notitie.soort,
            moment=notitie.moment,
            met_wie=notitie.met_wie,
            bereikt=notitie.bereikt,
            staat=notitie.staat,
            tekst=notitie.tekst,
            afgerond_op=notitie.afgerond_op,
            addenda=tuple(AddendumBeeld(a.created_at, a.tekst) for a in notitie.addenda),
            vragen=read_notitievragen(notitie.soort),
        )


def open_notitie(sessie: Sessie, notitie_id: str) -> NotitieBeeld:
    """A note that somebody is going to read or write; logged. Raises NietGevonden."""
    beeld = get_notitie(sessie, notitie_id)
    noteer_inzage(sessie, "notitie", beeld.casus_id)
    return beeld


def save_notitie(sessie: Sessie, notitie_id: str, revision: int, tekst: str) -> int:
    """Keep the text of a draft; durable when this returns. Answers the new revision.

    Raises VerouderdeVersie, and RegelGeweigerd for a finished note.
    """
    saved = sessie.store.write_draft(notitie_id, revision, tekst)
    if saved is not None:
        return saved
    with sessie.unit_of_work() as uow:  # the ordinary way says why not
        notitie = uow.notities.get(notitie_id, revision=revision)
        notitie.schrijf(tekst)
        uow.commit()
        return notitie.revision


def wijzig_notitie(
    sessie: Sessie, notitie_id: str, *, moment: datetime, met_wie: str, bereikt: bool
) -> NotitieBeeld:
    """When, with whom, reached or not; of a draft."""
    with sessie.unit_of_work() as uow:
        notitie = uow.notities.get(notitie_id)
        if notitie.staat is NotitieStaat.AFGEROND:
            raise RegelGeweigerd("Deze notitie is afgerond.", "Schrijf er een aanvulling bij.")
        notitie.moment, notitie.met_wie, notitie.bereikt = moment, met_wie.strip(), bereikt
        uow.log(LogSoort.GEWIJZIGD, "notitie: wanneer, met wie, bereikt", casus_id=notitie.casus_id)
        uow.commit()
    return get_notitie(sessie, notitie_id)


def rond_notitie_af(sessie: Sessie, notitie_id: str) -> NotitieBeeld:
    """Make a note final; questions without an answer go. An empty note of somebody who was reached is
    refused."""
    with sessie.unit_of_work() as uow:
        notitie = uow.notities.get(notitie_id)
        if notitie.staat is NotitieStaat.CONCEPT:
            notitie.schrijf(zonder_lege_vragen(notitie.tekst, read_notitievragen(notitie.soort)))
        if notitie.bereikt and not notitie.tekst.strip():
            raise RegelGeweigerd("Deze notitie is nog leeg.", "Schrijf iets op, of wis de notitie.")
        notitie.rond_af(sessie.nu())
        uow.log(LogSoort.GEWIJZIGD, "notitie afgerond", casus_id=notitie.casus_id)
        uow.commit()
    return get_notitie(sessie, notitie_id)


def vul_notitie_aan(sessie: Sessie, notitie_id: str, tekst: str) -> NotitieBeeld:
    """Add to a finished note."""
    with sessie.unit_of_work() as uow:
        notitie = uow.notities.get(notitie_id)
        notitie.vul_aan(tekst)
        uow.log(LogSoort.GEWIJZIGD, "notitie aangevuld", casus_id=notitie.casus_id)
        uow.commit()
    return get_notitie(sessie, notitie_id)


def wis_concept(sessie: Sessie, notitie_id: str) -> None:
    """Erase a draft. A finished note stays."""
    with sessie.unit_of_work() as uow:
        notitie = uow.notities.get(notitie_id)
        if notitie.staat is NotitieStaat.AFGEROND:
            raise RegelGeweigerd("Een afgeronde notitie wis je niet los.", "Schrijf er een aanvulling bij.")
        uow.log(LogSoort.GEWIJZIGD, "concept gewist", casus_id=notitie.casus_id)
        uow.notities.remove(notitie)
        uow.commit()


def schrijf_notitie(sessie: Sessie, casus_id: str, soort: NotitieSoort, tekst: str) -> str:
    """A note that is ready at once (plain line mode); answers its id, durable."""
    if not tekst.strip():
        raise RegelGeweigerd("De notitie is leeg.", "Geef een tekst mee.")
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        notitie = Notitie(casus_id=casus.id, soort=soort, moment=sessie.nu(), tekst=tekst)
        notitie.rond_af(sessie.nu())
        uow.notities.add(notitie)
        uow.log(LogSoort.GEWIJZIGD, "notitie", casus_id=casus_id)
        uow.commit()
        return notitie.id
