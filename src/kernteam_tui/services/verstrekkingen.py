"""What was given to whom: the register of pages and plans, and making one again exactly (domain 3.1)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kernteam_tui.data.queries.verstrekkingen import VerstrekkingRij, lees_verstrekkingen
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import Bladzijde, bestandsnaam, lezercode
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import Uitweg
from kernteam_tui.domain.delen.deelvraag import Geval
from kernteam_tui.domain.delen.doorlaat import Doorlaat, laat_door
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinsplancodes import Verstrekwijze
from kernteam_tui.domain.lezer import weiger_overleden
from kernteam_tui.domain.planpapier import Planpapier
from kernteam_tui.domain.planpapier import bestandsnaam as plan_bestandsnaam
from kernteam_tui.domain.verstrekking import Opmaak, Verstrekking
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.bladzijde.vormen import EXTENSIES, Vorm, maak_vorm
from kernteam_tui.exchange.formaten.verstrekt import (
    lees_bladzijde,
    lees_plan,
    schrijf_bladzijde,
    schrijf_plan,
)
from kernteam_tui.exchange.planpapier.vormen import maak_vorm as maak_planvorm
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.deelpoort import Poort, eis, lees_poort
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.sindsgesloten import zin_over_gesloten

BLADZIJDE, GEZINSPLAN = "bladzijde", "gezinsplan"


@dataclass(frozen=True)
class VerstrekkingBeeld:
    """One paper that was given."""

    id: str
    aan: str
    """Name of the reader; their role where nobody in the family is that person any more."""
    aan_id: str
    wat: str
    versie: int
    op: date
    hoe: Verstrekwijze
    vorm: str
    taal: str
    gevraagd_door: str
    opmaak: Opmaak
    kan_opnieuw: bool


@dataclass(frozen=True)
class VerstrektBlad:
    """A paper that was given, as text, to read what it said."""

    beeld: VerstrekkingBeeld
    tekst: str


@dataclass(frozen=True)
class OpnieuwUitkomst:
    """The file that was made again; `gelijk`: byte for byte what went out then."""

    bestand: Path
    gelijk: bool
    meldingen: tuple[str, ...]


def list_verstrekkingen(sessie: Sessie, casus_id: str) -> tuple[VerstrekkingBeeld, ...]:
    """What was given in this casus, the newest first. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        namen = _namen(uow, casus_id)
    with sessie.lezen() as conn:
        return tuple(_beeld(rij, namen) for rij in lees_verstrekkingen(conn, casus_id))


def noteer_bladzijde(
    uow: UnitOfWork,
    casus_id: str,
    lezer_id: str,
    rol: str,
    bladzijde: Bladzijde,
    *,
    hoe: Verstrekwijze,
    vorm: str,
    data: bytes,
    gevraagd_door: str = "",
) -> None:
    """Keep that this page goes out now; the caller commits with the file."""
    uow.verstrekkingen.add(
        Verstrekking(
            casus_id=casus_id,
            persoon_id=lezer_id,
            rol=rol,
            wat=BLADZIJDE,
            versie=bladzijde.plan_versie,
            op=bladzijde.datum,
            hoe=hoe,
            vorm=vorm,
            taal=bladzijde.taal,
            gevraagd_door=gevraagd_door.strip(),
            inhoud=schrijf_bladzijde(bladzijde),
            merk=hashlib.sha256(data).hexdigest(),
        )
    )


def noteer_plan(
    uow: UnitOfWork,
    casus_id: str,
    lezer_id: str,
    rol: str,
    papier: Planpapier,
    *,
    hoe: Verstrekwijze,
    vorm: str,
    data: bytes,
    gevraagd_door: str = "",
) -> None:
    """Keep that this whole plan goes out now, as `noteer_bladzijde`; a plan in progress is version 0."""
    uow.verstrekkingen.add(
        Verstrekking(
            casus_id=casus_id,
            persoon_id=lezer_id,
            rol=rol,
            wat=GEZINSPLAN,
            versie=0 if papier.concept else papier.versie,
            op=papier.datum,
            hoe=hoe,
            vorm=vorm,
            gevraagd_door=gevraagd_door,
            inhoud=schrijf_plan(papier),
            merk=hashlib.sha256(data).hexdigest(),
        )
    )


def open_verstrekking(sessie: Sessie, casus_id: str, verstrekking_id: str) -> VerstrektBlad:
    """What stood on it, as text; logged as a look. Raises NietGevonden, NietOpnieuw."""
    with sessie.unit_of_work() as uow:
        given = _vind(uow, casus_id, verstrekking_id)
        own = lees_poort(uow, casus_id, sessie.vandaag()).eigen_werk(_UITWEG[given.wat])
        tekst = _opnieuw(given, "tekst", laat_door((), *own).doorlaat).data.decode()
        namen = _namen(uow, casus_id)
    with sessie.lezen() as conn:
        (rij,) = lees_verstrekkingen(conn, casus_id, verstrekking_id)
    blad = VerstrektBlad(_beeld(rij, namen), tekst)
    noteer_inzage(sessie, f"wat er gegeven is: {given.wat}", casus_id)
    return blad


def maak_opnieuw(
    sessie: Sessie, casus_id: str, verstrekking_id: str, uit: Path | None = None
) -> OpnieuwUitkomst:
    """The same file again, by default in `uit/`; logged. It passes the deel-poort of today.

    What a jongere closed since is on it as it was, and the outcome says so (`get_sinds_gesloten`).

    Raises NietGevonden, NietOpnieuw, LezerOverleden, the refusals of the deel-poort and the errors of writing
    a file.
    """
    with sessie.unit_of_work() as uow:
        given, poort, gevallen = _mag_opnieuw(uow, casus_id, verstrekking_id, sessie.vandaag())
        leave = laat_door((), *gevallen).doorlaat
        made = _opnieuw(given, given.vorm, leave)
        path = uit or sessie.map / UIT / _naam_voor(given)
        schrijf_prive(path, made.data, leave)
        what = f"{given.wat} versie {given.versie} opnieuw ({given.vorm})"
        uow.note_uitvoer(casus_id, str(path), what, given.rol)
        uow.log(LogSoort.GEEXPORTEERD, what, casus_id=casus_id, voor=given.rol)
        closed = _gesloten(uow, given, poort, gevallen)
        uow.commit()
    same = hashlib.sha256(made.data).hexdigest() == given.merk
    warned = (f"Let op: {closed[:1].lower()}{closed[1:]}",) if closed else ()
    return OpnieuwUitkomst(path, same, (*warned, *over_een_doel(path.parent)))


def get_sinds_gesloten(sessie: Sessie, casus_id: str, verstrekking_id: str) -> str:
    """Before it is made again: what of it a jongere closed for this reader since, as a sentence; often empty.

    Raises as `maak_opnieuw`.
    """
    with sessie.unit_of_work() as uow:
        return _gesloten(uow, *_mag_opnieuw(uow, casus_id, verstrekking_id, sessie.vandaag()))


def _mag_opnieuw(
    uow: UnitOfWork, casus_id: str, verstrekking_id: str, vandaag: date
) -> tuple[Verstrekking, Poort, tuple[Geval, ...]]:
    given = _vind(uow, casus_id, verstrekking_id)
    poort = lees_poort(uow, casus_id, vandaag)
    weiger_overleden(_lezer(poort.gezin, given))
    gevallen = poort.gevallen(given.persoon_id, _UITWEG[given.wat])
    _eis_inhoud(given)
    eis(gevallen)
    return given, poort, gevallen


def _gesloten(uow: UnitOfWork, given: Verstrekking, poort: Poort, gevallen: tuple[Geval, ...]) -> str:
    papier = lees_plan(given.inhoud) if given.wat == GEZINSPLAN else lees_bladzijde(given.inhoud)
    return zin_over_gesloten(uow, poort, gevallen[0].lezer, papier)


class NietOpnieuw(RegelGeweigerd):
    """What stood on it is not known any more."""

    code = "niet_opnieuw"
    titel = "Dit kan niet opnieuw gemaakt worden"


def _vind(uow: UnitOfWork, casus_id: str, verstrekking_id: str) -> Verstrekking:
    given = uow.verstrekkingen.get(verstrekking_id)
    if given.casus_id != casus_id:
        raise NietGevonden("Dit hoort bij een andere casus.", "Open die casus en kijk daar.")
    return given


def _lezer(gezin: Gezin, given: Verstrekking) -> Persoon:
    found = next((persoon for persoon in gezin.personen if persoon.id == given.persoon_id), None)
    if found is None:
        raise NietGevonden(
            "Wie dit kreeg, hoort niet meer bij dit gezin.", "Lees het hier; geven kan het niet meer."
        )
    return found


_UITWEG = {BLADZIJDE: Uitweg.BLADZIJDE, GEZINSPLAN: Uitweg.PLAN}
"""Kind of paper -> the way by which it leaves."""


def _opnieuw(given: Verstrekking, vorm: str, leave: Doorlaat) -> Vorm:
    _eis_inhoud(given)
    if given.wat == GEZINSPLAN:
        return maak_planvorm(lees_plan(given.inhoud), leave, vorm)
    return maak_vorm(lees_bladzijde(given.inhoud), vorm)


def _naam_voor(given: Verstrekking) -> str:
    code, extension = lezercode(given.casus_id, given.persoon_id), EXTENSIES[given.vorm]
    if given.wat == GEZINSPLAN:
        return plan_bestandsnaam(given.id, lees_plan(given.inhoud), extension, code)
    return bestandsnaam(given.id, given.versie, extension, code)


def _eis_inhoud(given: Verstrekking) -> None:
    if not given.inhoud:
        raise NietOpnieuw(
            "Van een kind uit dit gezin is het dossier gewist; wat er toen op stond is mee gewist.",
            "Dat het gegeven is, blijft hier staan.",
        )


def _namen(uow: UnitOfWork, casus_id: str) -> dict[str, str]:
    gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
    return {persoon.id: persoon.naam for persoon in gezin.personen}


def _beeld(rij: VerstrekkingRij, namen: dict[str, str]) -> VerstrekkingBeeld:
    return VerstrekkingBeeld(
        id=rij.id,
        aan=namen.get(rij.persoon_id, rij.rol),
        aan_id=rij.persoon_id,
        wat=rij.wat,
        versie=rij.versie,
        op=rij.op,
        hoe=rij.hoe,
        vorm=rij.vorm,
        taal=rij.taal,
        gevraagd_door=rij.gevraagd_door,
        opmaak=rij.opmaak,
        kan_opnieuw=rij.kan_opnieuw,
    )
