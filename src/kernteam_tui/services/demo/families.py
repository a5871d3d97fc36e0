"""Around a casus of the demo: more family, households, network, who may know what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TypeVar

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol, Route
from kernteam_tui.domain.contact import Contact
from kernteam_tui.domain.deelcodes import SignaalBij, ToestemmingHoe, WiePakt
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import OuderSoort
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.schooljaar import schooljaar_op
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.exchange.voorbeeldfamilie import (
    VoorbeeldFamilie,
    VoorbeeldNetwerklid,
    read_adresboek,
    read_families,
)
from kernteam_tui.services.demo.gezinnen import Dossier

R = TypeVar("R", bound=Record)
DEELS = "~"
Adresboek = Mapping[str, Contact]


def maak_adresboek() -> dict[str, Contact]:
    """The shared contacts, by their key."""
    return {
        een.sleutel: Contact(
            naam=een.naam,
            soort=een.soort,
            functie=een.functie,
            organisatie=een.organisatie,
            telefoon=een.telefoon,
            opmerking=een.opmerking,
        )
        for een in read_adresboek()
    }


def verrijk(dossier: Dossier, adresboek: Adresboek) -> Iterator[Record]:
    """Put the family of this casus around it; answers the records that do not hang under the gezin."""
    _wie_doet_wat(dossier)
    _ouders_weten(dossier)
    beschrijving = read_families().get(dossier.beschrijving.sleutel)
    if beschrijving is None:
        return
    mensen = _mensen(dossier, beschrijving)
    _ouders(dossier, beschrijving, mensen)
    _banden(dossier, beschrijving, mensen)
    _huizen(dossier, beschrijving, mensen)
    for lid in beschrijving.netwerk:
        dossier.gezin.netwerk.append(_netwerklid(dossier, lid, mensen, adresboek))
    dossier.casus.duo_partner, dossier.casus.duo_team = beschrijving.duo
    yield from _toestemmingen(dossier, beschrijving, mensen)


def _wie_doet_wat(dossier: Dossier) -> None:
    casus = dossier.casus
    at = {Route.SCHOOL: SignaalBij.SCHOOL, Route.ZELF: SignaalBij.GEZIN}
    casus.signaal_bij = at.get(casus.route, SignaalBij.ELDERS)
    casus.wie_pakt = WiePakt.SAMEN if casus.buurtteam is JaNeeOnbekend.JA else WiePakt.VO_TEAM
    casus.schooljaar = schooljaar_op(dossier.dagen.vandaag)


def _ouders_weten(dossier: Dossier) -> None:
    """Where the parents know of it, each of them with gezag was told on the first school day."""
    if not dossier.casus.ouders_weten:
        return
    for band in dossier.gezin.ouderschappen:
        if band.gezag is JaNeeOnbekend.JA:
            band.geinformeerd_op = dossier.casus.aangemeld


def _mensen(dossier: Dossier, beschrijving: VoorbeeldFamilie) -> dict[str, Persoon]:
    gezin = dossier.gezin
    for lid in beschrijving.mensen:
        persoon = Persoon(
            gezin_id=gezin.id,
            rol=PersoonRol.GEZINSLID,
            roepnaam=lid.naam,
            geslacht=lid.geslacht,
            geboortejaar=lid.jaar,
            overleden=lid.overleden is not None,
            overleden_jaar=lid.overleden,
        )
        gezin.personen.append(_van_toen(persoon, dossier))
    mensen = {name: persoon for persoon in gezin.personen for name in (persoon.naam, persoon.roepnaam)}
    mensen["{j}"] = dossier.casus.jongere
    for naam, geslacht in beschrijving.geslacht.items():
        mensen[naam].geslacht = geslacht
    for naam, jaar in beschrijving.jaren.items():
        mensen[naam].geboortejaar = jaar
    for naam, bellen in beschrijving.bellen.items():
        mensen[naam].bellen = bellen
    for naam, let_op in beschrijving.let_op.items():
        mensen[naam].let_op = let_op
    return mensen


def _ouders(dossier: Dossier, beschrijving: VoorbeeldFamilie, mensen: Mapping[str, Persoon]) -> None:
    for kind, ouder in beschrijving.ouders:
        _band(dossier, mensen[kind], mensen[ouder], OuderSoort.BIOLOGISCH, JaNeeOnbekend.ONBEKEND)
    for kind, ouder in beschrijving.stiefouders:
        _band(dossier, mensen[kind], mensen[ouder], OuderSoort.STIEF, JaNeeOnbekend.NEE)
    for ouder in beschrijving.pleegouders:
        _band(dossier, dossier.casus.jongere, mensen[ouder], OuderSoort.PLEEG, JaNeeOnbekend.NEE)
    for voogd in beschrijving.voogden:
        band = _band(dossier, dossier.casus.jongere, mensen[voogd], OuderSoort.VOOGD, JaNeeOnbekend.JA)
        band.gezag_hoe, band.gezag_op = "brief van de instelling gezien", dossier.casus.aangemeld
        band.geinformeerd_op = dossier.casus.aangemeld


def _band(
    dossier: Dossier, kind: Persoon, ouder: Persoon, soort: OuderSoort, gezag: JaNeeOnbekend
) -> Ouderschap:
    """Between these two: the one that is there, or a new one."""
    bands = dossier.gezin.ouderschappen_van(kind.id)
    band = next((band for band in bands if band.ouder_id == ouder.id), None)
    if band is None:
        band = Ouderschap(gezin_id=dossier.gezin.id, jongere_id=kind.id, ouder_id=ouder.id, gezag=gezag)
        dossier.gezin.ouderschappen.append(_van_toen(band, dossier))
    band.soort = soort
    return band


def _banden(dossier: Dossier, beschrijving: VoorbeeldFamilie, mensen: Mapping[str, Persoon]) -> None:
    for wat in beschrijving.relaties:
        relatie = Relatie(
            gezin_id=dossier.gezin.id,
            van_id=mensen[wat.van].id,
            naar_id=mensen[wat.naar].id,
            soort=wat.soort,
            kwaliteit=wat.kwaliteit,
            sinds=wat.sinds,
            tot=wat.tot,
        )
        dossier.gezin.relaties.append(_van_toen(relatie, dossier))


def _huizen(dossier: Dossier, beschrijving: VoorbeeldFamilie, mensen: Mapping[str, Persoon]) -> None:
    gezin = dossier.gezin
    for volgorde, huis in enumerate(beschrijving.huizen):
        fields = huis.model_dump(exclude={"bewoners"})
        huishouden = _van_toen(Huishouden(gezin_id=gezin.id, volgorde=volgorde, **fields), dossier)
        gezin.huishoudens.append(huishouden)
        for naam in huis.bewoners:
            bewoner = Bewoner(
                gezin_id=gezin.id,
                huishouden_id=huishouden.id,
                persoon_id=mensen[naam.removesuffix(DEELS)].id,
                deels=naam.endswith(DEELS),
            )
            gezin.bewoners.append(_van_toen(bewoner, dossier))


def _netwerklid(
    dossier: Dossier, lid: VoorbeeldNetwerklid, mensen: Mapping[str, Persoon], adresboek: Adresboek
) -> Netwerklid:
    agreed = dossier.casus.aangemeld + timedelta(days=14) if lid.jim else None
    made = Netwerklid(
        gezin_id=dossier.gezin.id,
        persoon_id=mensen[lid.persoon].id if lid.persoon else None,
        contact_id=adresboek[lid.contact].id if lid.contact else None,
        rond_id=dossier.casus.jongere.id if lid.jim else None,
        naam=lid.naam,
        relatie=lid.relatie,
        groep=lid.groep,
        hulp=lid.hulp,
        gevoel=lid.gevoel,
        nabij=lid.nabij,
        jim=lid.jim,
        jim_jongere_op=agreed,
        jim_ouders_op=agreed,
        jim_zelf_op=agreed,
        volgorde=len(dossier.gezin.netwerk),
    )
    return _van_toen(made, dossier)


def _toestemmingen(
    dossier: Dossier, beschrijving: VoorbeeldFamilie, mensen: Mapping[str, Persoon]
) -> Iterator[Toestemming]:
    for wat in beschrijving.toestemmingen:
        for gever in wat.gevers:
            given = Toestemming(
                casus_id=dossier.casus.id,
                jongere_id=dossier.casus.jongere.id,
                gever_id=mensen[gever].id,
                partner=wat.partner,
                onderwerp=wat.onderwerp,
                niveau=wat.niveau,
                hoe=ToestemmingHoe.GESPREK,
                op=dossier.dag(wat.dag),
                tot=dossier.dag_of_geen(wat.tot),
            )
            yield _van_toen(given, dossier)


def _van_toen(record: R, dossier: Dossier) -> R:
    record.created_at = record.updated_at = dossier.gemaakt
    return record
