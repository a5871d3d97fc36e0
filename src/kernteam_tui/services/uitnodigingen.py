"""Invitation files of a talk. The program sends nothing: it writes files and says for whom each is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import GesprekStaat, LogSoort
from kernteam_tui.domain.delen.herkennen import verraadt, vindplaatsen
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import VeiligBereiken
from kernteam_tui.domain.plek import noemt_iemand, noemt_waarom
from kernteam_tui.domain.school import School
from kernteam_tui.domain.uitnodigen import (
    Gebeurtenis,
    Genodigde,
    Uitnodigingen,
    UitTeSchrijven,
    bericht_voor_telefoon,
    bestandsnaam,
    is_adres,
    kies_bestanden,
    regel_voor_telefoon,
    uid_voor,
)
from kernteam_tui.exchange.bestand import proef_map, schrijf_prive
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.exchange.uitnodiging import Uitnodiging, maak_ics
from kernteam_tui.services.deelpoort import doorlaat_uitnodiging, lees_poort
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class UitnodigingBestand:
    """A file, and for whom it is (ids, or roles of who has no record)."""

    pad: Path
    methode: str
    voor: tuple[str, ...]
    eigen: bool = False
    """It is the worker's own copy."""
    geschreven: bool = True
    """It stands on the disk."""
    vervallen: bool = False
    """It takes somebody out of a talk that goes on for the others."""


@dataclass(frozen=True)
class UitnodigingUitkomst:
    """All files of one change to a talk, what to know, and a line for the phone."""

    bestanden: tuple[UitnodigingBestand, ...]
    meldingen: tuple[str, ...]
    telefoonregel: str
    bericht: str = ""
    """The same line as a message to a family: whom to call, and that somebody may come along."""
    wie: tuple[tuple[str, str], ...] = ()
    """(id or role, role) of who is no longer invited, for whom a file is as well."""


_PLEK_ZEGT_WAAROM = (
    "Aan de plek is te zien waar het gesprek over gaat. Daarom staat hij in geen uitnodiging: vertel zelf "
    "waar het is, of kies bij het verzetten een andere plek."
)


@dataclass(frozen=True)
class Post:
    """What the last change to a talk asks to be written."""

    gesprek: Gesprek
    what: Gebeurtenis
    uid: str
    eigen_email: str | None
    keuze: Uitnodigingen
    folder: Path
    locatie: str | None
    """The place as it may stand in a file: a school or office, and nobody named in it."""
    kantoor: str
    """The place as it may be said by phone: a school or office; empty where it tells where somebody lives."""
    bellen: str
    """The worker's number."""
    let_op: tuple[str, ...]
    """Who cannot be reached by phone without harm."""

    def pad(self, bestand: UitTeSchrijven) -> Path:
        """Where this file comes."""
        return self.folder / bestandsnaam(self.uid, self.gesprek.volgnummer, self.what, bestand.stam)

    @property
    def organisator(self) -> str | None:
        """The worker's address, in every file: a calendar takes a later one only from who sent the first."""
        return self.gesprek.organisator or (self.eigen_email if is_adres(self.eigen_email) else None)

    @property
    def telefoonregel(self) -> str:
        """When and where, on one line."""
        gesprek = self.gesprek
        return regel_voor_telefoon(gesprek.start, gesprek.minuten, self.kantoor)

    @property
    def was(self) -> str:
        """The moment that they were told before, on one line; empty where the talk did not move."""
        before = self.gesprek.verzet_van
        return regel_voor_telefoon(before, self.gesprek.minuten) if before is not None else ""


def proef_doel(doel: Path) -> None:
    """See that invitations can be written here, before a talk is planned or changed for them.

    Raises MapNietSchrijfbaar, SchijfVol.
    """
    proef_map(doel)


def schrijf_uitnodigingen(sessie: Sessie, gesprek_id: str, doel: Path | None = None) -> UitnodigingUitkomst:
    """Write the files that the last change to this talk asks for, by default into `uit/` beside the store.

    Raises MapNietSchrijfbaar, SchijfVol.
    """
    with sessie.unit_of_work() as uow:
        post = lees_post(uow, gesprek_id, doel or sessie.map / UIT)
        gesprek = post.gesprek
        poort = lees_poort(uow, gesprek.casus_id, sessie.vandaag())
        for bestand in post.keuze.bestanden:
            uitnodiging = Uitnodiging(
                uid=post.uid,
                sequence=gesprek.volgnummer,
                methode=bestand.methode,
                start=gesprek.start_van_vervallenen if bestand.vervallen else gesprek.start,
                minuten=gesprek.minuten,
                dtstamp=sessie.nu(),
                locatie=None if bestand.vervallen and not gesprek.plek_bleef else post.locatie,
                organisator=post.organisator,
                genodigden=bestand.adressen,
                gaat_door=bestand.vervallen and bool(bestand.adressen),
            )
            doorlaat = doorlaat_uitnodiging(poort, bestand.voor)
            schrijf_prive(post.pad(bestand), maak_ics(uitnodiging), doorlaat)
            uow.note_uitvoer(
                gesprek.casus_id, str(post.pad(bestand)), f"uitnodiging {gesprek.soort}", "genodigden"
            )
        gesprek.noteer_verstuurd(post.organisator or "")
        what = f"{post.what} {gesprek.soort}"
        uow.log(LogSoort.GEEXPORTEERD, what, casus_id=gesprek.casus_id, voor="genodigden")
        uow.commit()
    return _uitkomst(post)


def get_uitnodigingen(sessie: Sessie, gesprek_id: str, doel: Path | None = None) -> UitnodigingUitkomst:
    """The same files without writing them; each tells whether it is there."""
    with sessie.unit_of_work() as uow:
        return _uitkomst(lees_post(uow, gesprek_id, doel or sessie.map / UIT))


def lees_post(uow: UnitOfWork, gesprek_id: str, folder: Path) -> Post:
    """What has to be written for a talk as it stands. Raises NietGevonden."""
    gesprek = uow.gesprekken.get(gesprek_id)
    casus = uow.casussen.get(gesprek.casus_id)
    school = uow.scholen.get(casus.school_id)
    instellingen = uow.instellingen()
    what = _gebeurtenis(gesprek)
    email = instellingen.email or (school.ik.email if school.ik else None)
    keuze = kies_bestanden(
        _genodigden(gesprek, school),
        what,
        eigen_email=email,
        eigen_wie=_eigen(school),
        vervallen=_vervallen(gesprek),
    )
    uid = uid_voor(gesprek.id, instellingen.geheim)
    gezin = uow.gezinnen.get(casus.gezin_id)
    names = [*(p.naam for p in gezin.personen), casus.mentor, casus.nummer]
    names += [p.naam for p in school.kernteam]
    typed = gesprek.plek.replace(school.naam, "")
    named, why = noemt_iemand(typed, names), noemt_waarom(typed)
    at_home = verraadt(gesprek.plek, vindplaatsen(gezin, [p.id for p in gezin.personen]))
    office = "" if at_home or why or not gesprek.op_school else gesprek.plek
    locatie = None if named else office or None
    return Post(
        gesprek=gesprek,
        what=what,
        uid=uid,
        eigen_email=email,
        keuze=keuze,
        folder=folder,
        locatie=locatie,
        kantoor=office,
        bellen=instellingen.telefoon or "",
        let_op=(*((_PLEK_ZEGT_WAAROM,) if why else ()), *_let_op(gesprek, gezin)),
    )


def _let_op(gesprek: Gesprek, gezin: Gezin) -> Iterator[str]:
    """A phone or a letter at home may be read by somebody else; without a name: the line mode shows it."""
    invited = {deelnemer.wie_id for deelnemer in gesprek.deelnemers}
    for persoon in gezin.personen:
        if persoon.id in invited and persoon.bellen in (VeiligBereiken.NEE, VeiligBereiken.LET_OP):
            yield (
                f"Let op bij de {persoon.rol.label}: bereiken kan onveilig zijn. "
                "Kijk eerst bij het gezin hoe het kan."
            )


def _uitkomst(post: Post) -> UitnodigingUitkomst:
    files = tuple(
        UitnodigingBestand(
            pad, bestand.methode.value, bestand.voor, bestand.eigen, pad.is_file(), bestand.vervallen
        )
        for bestand in post.keuze.bestanden
        for pad in (post.pad(bestand),)
    )
    meldingen = (*dict.fromkeys(post.let_op), *post.keuze.meldingen, *over_een_doel(post.folder))
    return UitnodigingUitkomst(
        files,
        meldingen,
        post.telefoonregel,
        bericht_voor_telefoon(post.telefoonregel, post.bellen, post.what, post.was),
        tuple((one.wie, one.rol) for one in _vervallen(post.gesprek)),
    )


def _gebeurtenis(gesprek: Gesprek) -> Gebeurtenis:
    if gesprek.staat is GesprekStaat.AFGEZEGD:
        return Gebeurtenis.AFGEZEGD
    if not gesprek.wijzigingen:
        return Gebeurtenis.GEPLAND
    restored = gesprek.wijzigingen[-1].wat == "hersteld"
    return Gebeurtenis.HERSTELD if restored else Gebeurtenis.VERZET


def _genodigden(gesprek: Gesprek, school: School) -> list[Genodigde]:
    partners = {partner.id for partner in school.kernteam}
    own = school.ik.id if school.ik else None
    return [
        Genodigde(
            wie=d.wie_id or d.rol,
            rol=d.rol,
            email=d.email,
            apart=bool(d.wie_id) and d.wie_id not in partners,
        )
        for d in sorted(gesprek.deelnemers, key=lambda d: d.volgorde)
        if d.wie_id != own or own is None
    ]


def _vervallen(gesprek: Gesprek) -> list[Genodigde]:
    return [Genodigde(one.wie, one.rol, one.email, one.apart) for one in gesprek.vervallenen]


def _eigen(school: School) -> str:
    return school.ik.id if school.ik else "gezinswerker"
