"""What somebody asked about the file, with every step and its date (Jeugdwet 7.3.8 lid 2, 7.3.9, 7.3.10;
BW 1:377c; AVG art. 12 and 16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.deelcodes import VerzoekSoort, VerzoekUitkomst
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.lezer import weiger_overleden
from kernteam_tui.domain.verzoek import Verzoek, antwoord_uiterlijk
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vernietiging import verzoek_van

JONGERE = "jongere"
VERNIETIGING = "vernietiging"
"""Key of the line about destroying the file: it stands with the casus (`services.vernietiging`)."""
MENING = (
    "Een feit kan worden verbeterd, een mening niet. Bij een mening komt de eigen kijk in het dossier, "
    "woord voor woord."
)
"""The rule of correction (rijksoverheid.nl, dossier jeugdhulp; Jeugdwet 7.3.8 lid 2)."""


class StaatAlOpen(RegelGeweigerd):
    """The same person asked the same, and nothing was done with it yet."""

    code = "verzoek_staat_al_open"
    titel = "Dit verzoek staat al open"

    def __init__(self, verzoek: Verzoek) -> None:
        super().__init__(
            f"Hetzelfde verzoek van deze persoon staat open sinds {dag_met_jaar(verzoek.op)}.",
            "Handel dat af, of noteer het toch als er opnieuw om is gevraagd.",
        )
        self.verzoek_id = verzoek.id


@dataclass(frozen=True)
class VerzoekGegevens:
    """What is noted of a request."""

    soort: VerzoekSoort
    op: date
    van_id: str = ""
    """A person of the family; empty where it is somebody else."""
    van_naam: str = ""
    tekst: str = ""
    """What is asked; of a correction which fact; of a statement the words themselves."""


@dataclass(frozen=True)
class Afhandeling:
    """What was done with a request."""

    uitkomst: VerzoekUitkomst
    op: date
    reden: str = ""
    eigen_kijk: str = ""
    """Of a correction that is about an opinion: the own view, added to the file word for word."""


@dataclass(frozen=True)
class VerzoekStap:
    """One step on its day."""

    op: date
    wat: str


@dataclass(frozen=True)
class VerzoekRegel:
    """One request as the list shows it."""

    id: str
    """Of the record, or VERNIETIGING."""
    soort: VerzoekSoort | None
    """None for the request to destroy the file."""
    wat: str
    van_id: str
    van: str
    op: date
    uiterlijk: date
    open: bool
    uitkomst: str
    tekst: str
    stappen: tuple[VerzoekStap, ...]


@dataclass(frozen=True)
class Vrager:
    """Somebody of the family who can ask."""

    id: str
    naam: str
    rol: str


@dataclass(frozen=True)
class VerzoekenBeeld:
    """The requests of one casus, open ones first."""

    casus_id: str
    nummer: str
    jongere: str
    jongere_id: str
    regels: tuple[VerzoekRegel, ...]
    vragers: tuple[Vrager, ...]

    def regel(self, verzoek_id: str) -> VerzoekRegel:
        """Raises NietGevonden."""
        found = next((regel for regel in self.regels if regel.id == verzoek_id), None)
        if found is None:
            raise _weg()
        return found


@dataclass(frozen=True)
class Genoteerd:
    """The request that was noted."""

    nummer: str
    """Of the casus."""
    regel: VerzoekRegel
    afgehandeld_op: date | None


def list_verzoeken(sessie: Sessie, casus_id: str) -> VerzoekenBeeld:
    """Everything that was asked about this file. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        return _beeld(uow, casus_id)


def list_verklaringen(sessie: Sessie, casus_id: str) -> tuple[tuple[str, str], ...]:
    """Who added a statement, and its first line: for the casus itself (Jeugdwet 7.3.8 lid 2)."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        found = uow.verzoeken.find(casus_id=casus_id, soort=VerzoekSoort.VERKLARING)
    return tuple((_naam(gezin, verzoek), _eerste_regel(verzoek.tekst)) for verzoek in found)


def noteer_verzoek(
    sessie: Sessie, casus_id: str, gegevens: VerzoekGegevens, *, toch: bool = False
) -> VerzoekenBeeld:
    """Note a request; a statement is in the file at once, so that it is handled on the day it is noted.
    `toch` also where the same request of the same person is open.

    Raises InhoudOngeldig (nobody, no text where that is needed), RegelGeweigerd for a day that cannot be,
    StaatAlOpen, LezerOverleden, NietGevonden.
    """
    _noteer(sessie, casus_id, gegevens, toch=toch)
    return list_verzoeken(sessie, casus_id)


def noteer_verzoek_van(
    sessie: Sessie, casus_id: str, wie: str, gegevens: VerzoekGegevens, *, toch: bool = False
) -> Genoteerd:
    """As `noteer_verzoek`, of `wie`: `jongere`, the id of a person, or the name of somebody else.

    Raises as `noteer_verzoek`; NietGevonden for an id of nobody here.
    """
    beeld = list_verzoeken(sessie, casus_id)
    if wie == JONGERE:
        gegevens = replace(gegevens, van_id=beeld.jongere_id)
    elif any(vrager.id == wie for vrager in beeld.vragers) or _is_id(wie):
        gegevens = replace(gegevens, van_id=wie)
    else:
        gegevens = replace(gegevens, van_naam=wie)
    verzoek = _noteer(sessie, casus_id, gegevens, toch=toch)
    regel = list_verzoeken(sessie, casus_id).regel(verzoek.id)
    return Genoteerd(beeld.nummer, regel, verzoek.afgehandeld_op)


def handel_verzoek_af(
    sessie: Sessie, casus_id: str, verzoek_id: str, afhandeling: Afhandeling
) -> VerzoekenBeeld:
    """Note what was done with a request. Of a correction about an opinion the own view is added as a
    statement in the same step; a fact itself is changed in its own form.

    Raises RegelGeweigerd (handled already, no reason, a day that cannot be), InhoudOngeldig, NietGevonden.
    """
    if afhandeling.op > sessie.vandaag():
        raise RegelGeweigerd("De dag van afhandelen ligt in de toekomst.", "Kies vandaag of een eerdere dag.")
    with sessie.unit_of_work() as uow:
        verzoek = _zoek(uow, casus_id, verzoek_id)
        verzoek.handel_af(afhandeling.uitkomst, afhandeling.op, afhandeling.reden)
        what = f"verzoek {afhandeling.uitkomst.label}: {verzoek.soort.label}"
        uow.log(LogSoort.GEWIJZIGD, what, casus_id=casus_id)
        if afhandeling.eigen_kijk.strip():
            uow.verzoeken.add(_eigen_kijk(verzoek, afhandeling))
            uow.log(LogSoort.GEWIJZIGD, "eigen verklaring toegevoegd", casus_id=casus_id)
        uow.commit()
    return list_verzoeken(sessie, casus_id)


# --- reading ---------------------------------------------------------------------------------


def _beeld(uow: UnitOfWork, casus_id: str) -> VerzoekenBeeld:
    casus = uow.casussen.get(casus_id)
    gezin = uow.gezinnen.get(casus.gezin_id)
    rows = [_regel(gezin, verzoek) for verzoek in uow.verzoeken.find(casus_id=casus_id)]
    rows += _vernietiging(casus)
    opened = sorted((row for row in rows if row.open), key=lambda row: row.op)
    handled = sorted((row for row in rows if not row.open), key=lambda row: row.op, reverse=True)
    return VerzoekenBeeld(
        casus_id,
        casus.nummer,
        casus.naam,
        casus.jongere.id,
        (*opened, *handled),
        tuple(Vrager(p.id, p.naam, p.rol.label) for p in gezin.personen if not p.overleden),
    )


def _regel(gezin: Gezin, verzoek: Verzoek) -> VerzoekRegel:
    return VerzoekRegel(
        id=verzoek.id,
        soort=verzoek.soort,
        wat=verzoek.soort.label,
        van_id=verzoek.van_id,
        van=_naam(gezin, verzoek),
        op=verzoek.op,
        uiterlijk=antwoord_uiterlijk(verzoek.op),
        open=verzoek.open,
        uitkomst=verzoek.uitkomst.label if verzoek.uitkomst is not None else "",
        tekst=verzoek.tekst,
        stappen=tuple(_stappen(verzoek)),
    )


def _stappen(verzoek: Verzoek) -> Iterator[VerzoekStap]:
    statement = verzoek.soort is VerzoekSoort.VERKLARING
    yield VerzoekStap(verzoek.op, "gegeven" if statement else "gevraagd")
    if verzoek.uitkomst is not None and verzoek.afgehandeld_op is not None:
        done = "toegevoegd aan het dossier" if statement else verzoek.uitkomst.label
        reason = f": {verzoek.reden}" if verzoek.reden else ""
        yield VerzoekStap(verzoek.afgehandeld_op, f"{done}{reason}")


def _vernietiging(casus: Casus) -> Sequence[VerzoekRegel]:
    asked = verzoek_van(casus)
    if asked is None:
        return ()
    refused = asked.geweigerd is not None
    steps = [VerzoekStap(asked.gevraagd_op, "gevraagd")]
    return (
        VerzoekRegel(
            id=VERNIETIGING,
            soort=None,
            wat="het dossier vernietigen",
            van_id="",
            van="het gezin",
            op=asked.gevraagd_op,
            uiterlijk=asked.uiterlijk,
            open=not refused,
            uitkomst=VerzoekUitkomst.GEWEIGERD.label if refused else "",
            tekst=f"Niet gedaan: {asked.geweigerd}" if refused else "",
            stappen=tuple(steps),
        ),
    )


def _naam(gezin: Gezin, verzoek: Verzoek) -> str:
    return next((p.naam for p in gezin.personen if p.id == verzoek.van_id), verzoek.van_naam or "iemand")


def _eerste_regel(tekst: str) -> str:
    return next((line.strip() for line in tekst.splitlines() if line.strip()), "")


# --- writing ---------------------------------------------------------------------------------


def _noteer(sessie: Sessie, casus_id: str, gegevens: VerzoekGegevens, *, toch: bool) -> Verzoek:
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        _controleer(gegevens, casus, sessie.vandaag())
        if gegevens.van_id:
            weiger_overleden(gezin.persoon(gegevens.van_id))
        verzoek = _nieuw(casus_id, gegevens)
        if not toch:
            _weiger_dubbel(uow.verzoeken.find(casus_id=casus_id), verzoek)
        if verzoek.soort is VerzoekSoort.VERKLARING:
            verzoek.handel_af(VerzoekUitkomst.TOEGEWEZEN, sessie.vandaag(), "")
        uow.verzoeken.add(verzoek)
        uow.log(LogSoort.GEWIJZIGD, f"verzoek genoteerd: {verzoek.soort.label}", casus_id=casus_id)
        uow.commit()
    return verzoek


def _weiger_dubbel(bekend: Sequence[Verzoek], nieuw: Verzoek) -> None:
    for verzoek in bekend:
        if verzoek.open and verzoek.vraagt_hetzelfde(nieuw):
            raise StaatAlOpen(verzoek)


def _is_id(wie: str) -> bool:
    try:
        UUID(wie)
    except ValueError:
        return False
    return True


def _controleer(gegevens: VerzoekGegevens, casus: Casus, vandaag: date) -> None:
    if not gegevens.van_id and not gegevens.van_naam.strip():
        raise InhoudOngeldig("Er staat niet bij wie dit vraagt.", "Kies wie het vraagt, of vul een naam in.")
    if gegevens.op > vandaag:
        raise RegelGeweigerd(
            "De dag van het verzoek ligt in de toekomst.", "Kies vandaag of een eerdere dag."
        )
    if gegevens.op < casus.aangemeld:
        raise RegelGeweigerd("Het verzoek ligt vóór de aanmelding.", "Kijk de dag van het verzoek na.")
    if gegevens.tekst.strip():
        return
    if gegevens.soort is VerzoekSoort.VERKLARING:
        raise InhoudOngeldig("De verklaring is leeg.", "Neem de woorden over zoals ze zijn gegeven.")
    if gegevens.soort is VerzoekSoort.CORRECTIE:
        raise InhoudOngeldig(
            "Er staat niet bij welk feit niet klopt.", "Schrijf op welk feit, en wat het is."
        )


def _nieuw(casus_id: str, gegevens: VerzoekGegevens) -> Verzoek:
    return Verzoek(
        casus_id=casus_id,
        soort=gegevens.soort,
        van_id=gegevens.van_id,
        van_naam="" if gegevens.van_id else gegevens.van_naam.strip(),
        op=gegevens.op,
        tekst=gegevens.tekst,
    )


def _eigen_kijk(verzoek: Verzoek, afhandeling: Afhandeling) -> Verzoek:
    if verzoek.soort is not VerzoekSoort.CORRECTIE:
        raise InhoudOngeldig(
            "Een eigen kijk hoort bij een verzoek om verbetering.", "Noteer een eigen verklaring apart."
        )
    statement = Verzoek(
        casus_id=verzoek.casus_id,
        soort=VerzoekSoort.VERKLARING,
        van_id=verzoek.van_id,
        van_naam=verzoek.van_naam,
        op=afhandeling.op,
        tekst=afhandeling.eigen_kijk,
    )
    statement.handel_af(VerzoekUitkomst.TOEGEWEZEN, afhandeling.op, "")
    return statement


def _zoek(uow: UnitOfWork, casus_id: str, verzoek_id: str) -> Verzoek:
    found = next((v for v in uow.verzoeken.find(casus_id=casus_id) if v.id == verzoek_id), None)
    if found is None:
        raise _weg()
    return found


def _weg() -> NietGevonden:
    return NietGevonden("Dit verzoek is er niet meer.", "Open de lijst opnieuw.")
