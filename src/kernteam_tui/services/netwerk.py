"""The netwerkkaart of a family: look, put people on it, change what they give, take them off (S45, S60)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort, Netwerkgroep
from kernteam_tui.domain.logboek import velden_die_verschillen
from kernteam_tui.domain.netwerk import NABIJ, Netwerklid
from kernteam_tui.domain.netwerkkaart.jim import jim_adviezen, weiger_jim
from kernteam_tui.domain.netwerkkaart.kaart import (
    Kaart,
    huisgenoten,
    jongeren_van,
    maak_kaart,
    wat_is,
    woord_voor,
)
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.sessie import Sessie

ALLEN = "allen"
"""Instead of a jongere: the map of the whole family."""


@dataclass(frozen=True)
class Koppeling:
    """Somebody who is known already: a person of the family, or a contact of the address book."""

    id: str
    naam: str
    wat: str
    """`moeder`, `huisarts, Praktijk Oost`."""
    groep: Netwerkgroep
    """Where this one most likely belongs."""
    contact: bool
    """From the address book."""


@dataclass(frozen=True)
class NetwerkBeeld:
    """The map, and what is needed to work on it."""

    casus_id: str
    nummer: str
    jongere: str
    jongeren: tuple[tuple[str, str], ...]
    """(id, name) of who a map can be drawn around."""
    kaart: Kaart
    lezers: tuple[tuple[str, str], ...]
    """(id, name) of who of the family may be given the map: jongeren and their parents."""
    adviezen: Mapping[str, tuple[str, ...]]
    """What still has to be done with a JIM, by id of the person on the map."""
    koppelbaar: tuple[Koppeling, ...]


@dataclass(frozen=True)
class LidGegevens:
    """What the form asks of somebody on the map; `rond_id` None: around the whole family."""

    groep: Netwerkgroep
    naam: str = ""
    relatie: str = ""
    hulp: tuple[Hulpsoort, ...] = ()
    gevoel: Gevoel = Gevoel.ONBEKEND
    nabij: int = 2
    telefoon: str = ""
    rond_id: str | None = None
    persoon_id: str | None = None
    contact_id: str | None = None
    jim: bool = False
    jim_jongere_op: date | None = None
    jim_ouders_op: date | None = None
    jim_zelf_op: date | None = None


@dataclass(frozen=True)
class LidBeeld:
    """What the form shows: the fields, and who may be chosen; `nummer` and `jongere` are of the casus."""

    nummer: str
    jongere: str
    gegevens: LidGegevens
    jongeren: tuple[tuple[str, str], ...]
    koppelbaar: tuple[Koppeling, ...]
    adviezen: tuple[str, ...]


@dataclass(frozen=True)
class Kaartwijziging:
    """What one key changes on the map; None leaves it. `hulp` is given, or no longer."""

    gevoel: Gevoel | None = None
    nabij: int | None = None
    hulp: Hulpsoort | None = None


def get_netwerk(sessie: Sessie, casus_id: str, rond: str = "") -> NetwerkBeeld:
    """The map around one jongere of the family of this casus, or around `ALLEN`; else around the first.

    Raises NietGevonden.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        eerste = casus.jongeren[0].id if casus.jongeren else ALLEN
        kaart = kaart_van(uow, casus, gezin, _rond_id(gezin, rond or eerste))
        return NetwerkBeeld(
            casus_id,
            casus.nummer,
            _kop(casus),
            _jongeren(gezin),
            kaart,
            _lezers(casus, gezin),
            {
                lid.id: adviezen
                for lid in gezin.netwerk
                if (adviezen := jim_adviezen(gezin, lid, sessie.vandaag()))
            },
            _koppelbaar(uow, casus, gezin),
        )


def open_netwerk(sessie: Sessie, casus_id: str, rond: str = "") -> NetwerkBeeld:
    """As `get_netwerk`; the log notes that it was opened."""
    beeld = get_netwerk(sessie, casus_id, rond)
    noteer_inzage(sessie, "netwerk", casus_id)
    return beeld


def get_lidformulier(sessie: Sessie, casus_id: str, lid_id: str = "", persoon_id: str = "") -> LidBeeld:
    """What the form for somebody on the map begins with: that person, or a new one, linked to `persoon_id`.

    Raises NietGevonden.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        lid = _lid(gezin, lid_id) if lid_id else None
        nieuw = LidGegevens(
            Netwerkgroep.GEZIN if persoon_id else Netwerkgroep.FAMILIE, persoon_id=persoon_id or None
        )
        return LidBeeld(
            casus.nummer,
            _kop(casus),
            _gegevens(lid) if lid else nieuw,
            _jongeren(gezin),
            _koppelbaar(uow, casus, gezin),
            jim_adviezen(gezin, lid, sessie.vandaag()) if lid else (),
        )


def save_lid(sessie: Sessie, casus_id: str, lid_id: str | None, gegevens: LidGegevens) -> str:
    """Change somebody on the map, or put somebody on it where `lid_id` is None; answers the id.

    Who is linked to a person or a contact has the name of that one. A JIM in a family with one jongere
    stands around that one. Raises InhoudOngeldig without a name, StaatAlOpDeKaart, JimGeweigerd.
    """
    with sessie.unit_of_work() as uow:
        gezin = _gezin(uow, casus_id)
        lid = _nieuw_lid(gezin, gegevens.groep) if lid_id is None else _lid(gezin, lid_id)
        voor = _gegevens(lid)
        _neem_over(gezin, lid, gegevens)
        _weiger(gezin, lid, sessie.vandaag())
        wat = "iemand erbij" if lid_id is None else velden_die_verschillen(voor, _gegevens(lid))
        uow.log(LogSoort.GEWIJZIGD, f"netwerk: {wat or 'niets veranderd'}", casus_id=casus_id)
        uow.commit()
        return lid.id


def wijzig_op_kaart(
    sessie: Sessie, casus_id: str, mens_id: str, rond_id: str | None, wijziging: Kaartwijziging
) -> str:
    """Change one thing of somebody on the map around `rond_id`; answers the id on the map.

    Who stood there only because they live in the house is put on the map by it. Raises NietGevonden.
    """
    with sessie.unit_of_work() as uow:
        gezin = _gezin(uow, casus_id)
        lid = _lid_of_huisgenoot(gezin, mens_id, rond_id)
        oud = _gegevens(lid)
        if wijziging.gevoel is not None:
            lid.gevoel = wijziging.gevoel
        if wijziging.nabij is not None and wijziging.nabij in NABIJ:
            lid.nabij = wijziging.nabij
        if wijziging.hulp is not None:
            lid.hulp = tuple(
                soort for soort in Hulpsoort if (soort in lid.hulp) is not (soort is wijziging.hulp)
            )
        wat = velden_die_verschillen(oud, _gegevens(lid))
        uow.log(LogSoort.GEWIJZIGD, f"netwerk: {wat or 'niets veranderd'}", casus_id=casus_id)
        uow.commit()
        return lid.id


def wis_lid(sessie: Sessie, casus_id: str, lid_id: str) -> None:
    """Take somebody off the map; persons and contacts stay where they are. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gezin = _gezin(uow, casus_id)
        gezin.netwerk.remove(_lid(gezin, lid_id))
        uow.log(LogSoort.GEWIJZIGD, "netwerk: iemand eraf", casus_id=casus_id)
        uow.commit()


class StaatAlOpDeKaart(RegelGeweigerd):
    """The same person or contact twice around the same jongere."""

    code = "staat_al_op_de_kaart"
    titel = "Staat al op de kaart"


def _lezers(casus: Casus, gezin: Gezin) -> tuple[tuple[str, str], ...]:
    jongeren = [jongere.id for jongere in casus.jongeren]
    ids = dict.fromkeys([*jongeren, *(ouder.id for id_ in jongeren for ouder in gezin.ouders_van(id_))])
    personen = (gezin.persoon(id_) for id_ in ids)
    return tuple((persoon.id, persoon.naam) for persoon in personen if not persoon.overleden)


def _rond_id(gezin: Gezin, rond: str) -> str | None:
    if rond == ALLEN:
        return None
    if rond not in {jongere.id for jongere in jongeren_van(gezin)}:
        raise NietGevonden(
            "Om deze persoon heen is er geen kaart.", f"Kies een jongere van dit gezin, of ‘{ALLEN}’."
        )
    return rond


def _kop(casus: Casus) -> str:
    return " en ".join(jongere.korte_naam for jongere in casus.jongeren)


def _jongeren(gezin: Gezin) -> tuple[tuple[str, str], ...]:
    return tuple((jongere.id, jongere.roepnaam) for jongere in jongeren_van(gezin))


def _gezin(uow: UnitOfWork, casus_id: str) -> Gezin:
    return uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)


def kaart_van(uow: UnitOfWork, casus: Casus, gezin: Gezin, rond_id: str | None) -> Kaart:
    """The map with what the address book knows; people are called as in this casus. Raises NietGevonden."""
    ids = {lid.contact_id for lid in gezin.netwerk if lid.contact_id}
    contacten = {id_: uow.contacten.get(id_) for id_ in ids}
    return maak_kaart(gezin, contacten, rond_id, casus.jongere.id)


def _koppelbaar(uow: UnitOfWork, casus: Casus, gezin: Gezin) -> tuple[Koppeling, ...]:
    thuis = {p.id for jongere in casus.jongeren for p in huisgenoten(gezin, jongere.id)}
    personen = [
        Koppeling(
            p.id,
            p.naam,
            woord_voor(gezin, p, casus.jongere.id),
            Netwerkgroep.GEZIN if p.id in thuis else Netwerkgroep.FAMILIE,
            contact=False,
        )
        for p in gezin.personen
        if not p.overleden
    ]
    contacten = [
        Koppeling(
            c.id,
            c.naam,
            ", ".join(deel for deel in (wat_is(c), c.organisatie) if deel),
            Netwerkgroep.SCHOOL if c.soort.bij_school else Netwerkgroep.PROFESSIONALS,
            contact=True,
        )
        for c in sorted(uow.contacten.find(), key=lambda c: c.naam.casefold())
    ]
    return (*personen, *contacten)


def _lid(gezin: Gezin, lid_id: str) -> Netwerklid:
    for lid in gezin.netwerk:
        if lid.id == lid_id:
            return lid
    raise NietGevonden("Deze persoon staat niet (meer) op de kaart.", "Open de netwerkkaart opnieuw.")


def _lid_of_huisgenoot(gezin: Gezin, mens_id: str, rond_id: str | None) -> Netwerklid:
    persoon = next((p for p in gezin.personen if p.id == mens_id), None)
    if persoon is None:
        return _lid(gezin, mens_id)
    lid = _nieuw_lid(gezin, Netwerkgroep.GEZIN)
    lid.persoon_id, lid.rond_id = persoon.id, rond_id
    return lid


def _nieuw_lid(gezin: Gezin, groep: Netwerkgroep) -> Netwerklid:
    volgorde = max((lid.volgorde for lid in gezin.netwerk), default=0) + 1
    lid = Netwerklid(gezin_id=gezin.id, groep=groep, volgorde=volgorde)
    gezin.netwerk.append(lid)
    return lid


def _gegevens(lid: Netwerklid) -> LidGegevens:
    return LidGegevens(
        groep=lid.groep,
        naam=lid.naam,
        relatie=lid.relatie,
        hulp=lid.hulp,
        gevoel=lid.gevoel,
        nabij=lid.nabij,
        telefoon=lid.telefoon or "",
        rond_id=lid.rond_id,
        persoon_id=lid.persoon_id,
        contact_id=lid.contact_id,
        jim=lid.jim,
        jim_jongere_op=lid.jim_jongere_op,
        jim_ouders_op=lid.jim_ouders_op,
        jim_zelf_op=lid.jim_zelf_op,
    )


def _neem_over(gezin: Gezin, lid: Netwerklid, gegevens: LidGegevens) -> None:
    gekoppeld = gegevens.persoon_id or gegevens.contact_id
    lid.naam = "" if gekoppeld else gegevens.naam.strip()
    lid.telefoon = None if gekoppeld else gegevens.telefoon.strip() or None
    lid.relatie, lid.groep = gegevens.relatie.strip(), gegevens.groep
    lid.hulp = tuple(soort for soort in Hulpsoort if soort in gegevens.hulp)
    lid.gevoel, lid.nabij = gegevens.gevoel, gegevens.nabij
    lid.persoon_id, lid.contact_id = gegevens.persoon_id, gegevens.contact_id
    lid.jim, lid.rond_id = gegevens.jim, gegevens.rond_id
    jongeren = jongeren_van(gezin)
    if lid.jim and lid.rond_id is None and len(jongeren) == 1:
        lid.rond_id = jongeren[0].id
    akkoorden = (gegevens.jim_jongere_op, gegevens.jim_ouders_op, gegevens.jim_zelf_op)
    lid.jim_jongere_op, lid.jim_ouders_op, lid.jim_zelf_op = akkoorden if lid.jim else (None, None, None)


def _weiger(gezin: Gezin, lid: Netwerklid, vandaag: date) -> None:
    if not (lid.naam or lid.relatie or lid.persoon_id or lid.contact_id):
        raise InhoudOngeldig("De naam ontbreekt.", "Vul een naam in, of wie dit is: oma, de trainer.")
    if lid.nabij not in NABIJ:
        raise InhoudOngeldig("Hoe dichtbij iemand staat, is 1, 2 of 3.", "Kies opnieuw.")
    if lid.persoon_id is not None:
        gezin.persoon(lid.persoon_id)
    if lid.rond_id is not None:
        gezin.persoon(lid.rond_id)
    if lid.persoon_id is not None and lid.persoon_id == lid.rond_id:
        raise StaatAlOpDeKaart("Deze jongere staat zelf in het midden.", "Kies iemand anders.")
    zelfde = ("persoon_id", "contact_id", "rond_id")
    for ander in gezin.netwerk:
        dubbel = all(getattr(ander, veld) == getattr(lid, veld) for veld in zelfde)
        if ander.id != lid.id and dubbel and (lid.persoon_id or lid.contact_id):
            raise StaatAlOpDeKaart("Deze persoon staat al op de kaart.", "Wijzig de gegevens daar.")
    weiger_jim(gezin, lid, vandaag)
