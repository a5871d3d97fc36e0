"""A new case: from the form on the screen or from a file, by the same border."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kernteam_tui.data.queries.dubbelen import zoek_dubbelen as _zoek_dubbelen
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort, PersoonRol
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.school import School
from kernteam_tui.domain.termijnen import Termijnen
from kernteam_tui.domain.wie_pakt import bepaal_signaal_bij
from kernteam_tui.exchange.formaten.aanmelding import AanmeldingInvoer, OuderInvoer
from kernteam_tui.exchange.formaten.basis import VeldenOngeldig, read_model
from kernteam_tui.services.instellingen import beeld_van
from kernteam_tui.services.school import find_school, require_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.termijnen import termijnen_voor


class BestaatAl(RegelGeweigerd):
    """The same child may already be there (features 1)."""

    code = "bestaat_al"
    titel = "Deze jongere staat er misschien al"

    def __init__(self, nummers: tuple[str, ...]) -> None:
        super().__init__(
            f"Een jongere met deze naam staat al in casus {', '.join(nummers)}.",
            "Open die casus, of meld toch aan als het om een ander kind gaat.",
        )
        self.nummers = nummers


@dataclass(frozen=True)
class AanmeldingUitkomst:
    """The new casus and its deadlines with their reasons."""

    casus_id: str
    nummer: str
    termijnen: Termijnen


def register_aanmelding(
    sessie: Sessie, gegevens: dict[str, Any], *, toch: bool = False
) -> AanmeldingUitkomst:
    """Make a casus of `aanmelding/1`; `toch` also where the same child may be there.

    Raises VeldenOngeldig, NietGevonden for an unknown school, BestaatAl, DatumBuitenBereik.
    """
    invoer = read_model(AanmeldingInvoer, gegevens)
    born = invoer.jongere.geboortedatum
    if born is not None and born > sessie.vandaag():
        raise VeldenOngeldig({"jongere.geboortedatum": "ligt in de toekomst"})
    if not toch:
        _weiger_dubbele(sessie, invoer)
    with sessie.unit_of_work() as uow:
        school = require_school(uow, invoer.school)
        termijnen = termijnen_voor(beeld_van(uow.instellingen()), school, invoer.aangemeld, sessie.vandaag())
        casus = _maak_casus(uow, invoer, school)
        uow.log(LogSoort.GEWIJZIGD, "aanmelding", casus_id=casus.id)
        uitkomst = AanmeldingUitkomst(casus.id, casus.nummer, termijnen)
        uow.commit()
    return uitkomst


def termijnen_bij(sessie: Sessie, aangemeld: date, school_naam: str) -> Termijnen:
    """The deadlines that an aanmelding on that day would have; a school that is not known yet counts as
    one in regio midden without closed days."""
    with sessie.unit_of_work() as uow:
        instellingen = beeld_van(uow.instellingen())
        school = find_school(uow, school_naam) or School(naam=school_naam)
        return termijnen_voor(instellingen, school, aangemeld, sessie.vandaag())


def zoek_dubbelen(
    sessie: Sessie, roepnaam: str, achternaam: str, geboortedatum: date | None, school_naam: str = ""
) -> tuple[str, ...]:
    """Numbers of casussen in which this child may already be. A first name alone says something at one
    school only."""
    with sessie.unit_of_work() as uow:
        school = find_school(uow, school_naam)
    with sessie.lezen() as conn:
        found = _zoek_dubbelen(
            conn, roepnaam, achternaam, geboortedatum, school.id if school is not None else None
        )
    return tuple(dubbel.nummer for dubbel in found)


def _weiger_dubbele(sessie: Sessie, invoer: AanmeldingInvoer) -> None:
    jongere = invoer.jongere
    nummers = zoek_dubbelen(
        sessie, jongere.roepnaam, jongere.achternaam, jongere.geboortedatum, invoer.school
    )
    if nummers:
        raise BestaatAl(nummers)


def _maak_casus(uow: UnitOfWork, invoer: AanmeldingInvoer, school: School) -> Casus:
    gezin = Gezin()
    jongere = Persoon(
        gezin_id=gezin.id,
        rol=PersoonRol.JONGERE,
        roepnaam=invoer.jongere.roepnaam,
        achternaam=invoer.jongere.achternaam,
        geboortedatum=invoer.jongere.geboortedatum,
    )
    gezin.personen.append(jongere)
    for ouder in invoer.ouders:
        _voeg_ouder_toe(gezin, jongere, ouder)
    uow.gezinnen.add(gezin)
    casus = Casus(
        nummer=uow.volgend_nummer(invoer.aangemeld.year),
        gezin_id=gezin.id,
        school_id=school.id,
        jongeren=[jongere],
        klas=invoer.klas,
        mentor=invoer.mentor,
        aangemeld=invoer.aangemeld,
        route=invoer.route,
        aanmelder_naam=invoer.aanmelder.naam,
        aanmelder_rol=invoer.aanmelder.rol,
        redenen=tuple(dict.fromkeys(invoer.redenen)),
        vraagstukken=tuple(dict.fromkeys(invoer.vraagstukken)),
        woorden=invoer.woorden,
        ouders_weten=invoer.ouders_weten,
        jongere_weet=invoer.jongere_weet,
        buurtteam=invoer.buurtteam_betrokken,
        signaal_bij=bepaal_signaal_bij(invoer.route, invoer.aanmelder.rol),
        spoed=invoer.spoed,
    )
    uow.casussen.add(casus)
    return casus


def _voeg_ouder_toe(gezin: Gezin, jongere: Persoon, invoer: OuderInvoer) -> None:
    ouder = Persoon(
        gezin_id=gezin.id,
        rol=PersoonRol.OUDER,
        roepnaam=invoer.naam,
        telefoon=invoer.telefoon,
        email=invoer.email,
        taal=invoer.taal,
        tolk=invoer.tolk,
    )
    gezin.personen.append(ouder)
    gezin.ouderschappen.append(
        Ouderschap(
            gezin_id=gezin.id,
            jongere_id=jongere.id,
            ouder_id=ouder.id,
            gezag=invoer.gezag,
            woont_bij=invoer.woont_bij,
        )
    )
