"""Invitation files of a talk. The program sends nothing: it writes files and says for whom each is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.domain.codes import GesprekStaat, LogSoort
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.school import School
from kernteam_tui.domain.uitnodigen import (
    Gebeurtenis,
    Genodigde,
    bestandsnaam,
    kies_bestanden,
    regel_voor_telefoon,
    uid_voor,
)
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.uitnodiging import Uitnodiging, maak_ics
from kernteam_tui.services.sessie import Sessie

UIT = "uit"
"""Folder beside the store in which files go by default (what leaves the store)."""


@dataclass(frozen=True)
class UitnodigingBestand:
    """A file that was written, and for whom it is (ids, or roles of who has no record)."""

    pad: Path
    methode: str
    voor: tuple[str, ...]


@dataclass(frozen=True)
class UitnodigingUitkomst:
    """All files of one change to a talk, what to know, and a line for the phone."""

    bestanden: tuple[UitnodigingBestand, ...]
    meldingen: tuple[str, ...]
    telefoonregel: str


def schrijf_uitnodigingen(sessie: Sessie, gesprek_id: str, doel: Path | None = None) -> UitnodigingUitkomst:
    """Write the files that the last change to this talk asks for, by default into `uit/` beside the store.

    Raises MapNietSchrijfbaar, SchijfVol.
    """
    folder = doel or sessie.map / UIT
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        casus = uow.casussen.get(gesprek.casus_id)
        school = uow.scholen.get(casus.school_id)
        instellingen = uow.instellingen()
        what = _gebeurtenis(gesprek)
        keuze = kies_bestanden(
            _genodigden(gesprek, school), what, eigen_email=instellingen.email, eigen_wie=_eigen(school)
        )
        uid = uid_voor(gesprek.id, instellingen.geheim)
        files = []
        for bestand in keuze.bestanden:
            path = folder / bestandsnaam(uid, gesprek.volgnummer, what, bestand.stam)
            uitnodiging = Uitnodiging(
                uid=uid,
                sequence=gesprek.volgnummer,
                methode=bestand.methode,
                start=gesprek.start,
                minuten=gesprek.minuten,
                dtstamp=sessie.nu(),
                locatie=gesprek.plek if gesprek.op_school else None,
                organisator=instellingen.email if bestand.adressen else None,
                genodigden=bestand.adressen,
            )
            schrijf_prive(path, maak_ics(uitnodiging))
            files.append(UitnodigingBestand(path, bestand.methode.value, bestand.voor))
        uow.log(LogSoort.GEEXPORTEERD, f"{what} {gesprek.soort}", casus_id=casus.id, voor="genodigden")
        uow.commit()
    line = regel_voor_telefoon(gesprek.start, gesprek.minuten, gesprek.plek if gesprek.op_school else "")
    return UitnodigingUitkomst(tuple(files), keuze.meldingen, line)


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


def _eigen(school: School) -> str:
    return school.ik.id if school.ik else "gezinswerker"
