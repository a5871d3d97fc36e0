"""The familiegroepsplan: offered before anything else, kept as the family made it (Jeugdwet 4.1.2).

Its form is the family's. Nothing in it is checked against the sections of our plan, and the program does not
read it: only which of our goals come from it is noted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bijlage import MEESTE_BYTES, Bijlage
from kernteam_tui.domain.bladzijde import lezercode
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.deelvraag import Feit
from kernteam_tui.domain.delen.doorlaat import laat_door
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinsplancodes import Familieplan
from kernteam_tui.domain.schoontekst import een_regel
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.eenbestand import lees_begin
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.deelpoort import lees_poort
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.planbeeld import plan_om_te_schrijven, plan_van
from kernteam_tui.services.plantermijnen import Plantermijnen, termijnen_van
from kernteam_tui.services.sessie import Sessie

WAT = "familiegroepsplan"
LANGSTE_NAAM = 120
_UITGANG = re.compile(r"\.[a-z0-9]{1,8}")
_MINSTE_KB = 1000


@dataclass(frozen=True)
class BijlageBeeld:
    """One file of the family, without its content."""

    id: str
    naam: str
    ontvangen_op: date
    bytes: int

    @property
    def grootte(self) -> str:
        """`340 kB`, `2,1 MB`."""
        if self.bytes < _MINSTE_KB * _MINSTE_KB:
            return f"{max(1, round(self.bytes / _MINSTE_KB))} kB"
        return f"{self.bytes / _MINSTE_KB**2:.1f} MB".replace(".", ",")


@dataclass(frozen=True)
class Familiedoel:
    """A goal of our plan that comes from theirs."""

    wat: str
    in_hun_plan: str


@dataclass(frozen=True)
class FamilieplanBeeld:
    """What the family answered, and what they gave."""

    casus_id: str
    casus: str
    jongere: str
    stand: Familieplan
    op: date | None
    """Day of what `stand` says."""
    bijlagen: tuple[BijlageBeeld, ...]
    doelen: tuple[Familiedoel, ...]
    termijnen: Plantermijnen


@dataclass(frozen=True)
class GelezenBijlage:
    """A file that was read and is not kept yet."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True)
class Opgeslagen:
    """Where a file was written, and what the worker should know of it."""

    bestand: Path
    meldingen: tuple[str, ...]


def get_familieplan(sessie: Sessie, casus_id: str) -> FamilieplanBeeld:
    """Where the familiegroepsplan of the family of this casus stands. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_van(uow, casus)
        return FamilieplanBeeld(
            casus_id=casus_id,
            casus=casus.nummer,
            jongere=casus.naam,
            stand=plan.familieplan,
            op=plan.familieplan_op,
            bijlagen=tuple(
                BijlageBeeld(een.id, een.naam, een.ontvangen_op, len(een.inhoud))
                for een in uow.bijlagen.find(gezin_id=casus.gezin_id)
            ),
            doelen=tuple(
                Familiedoel(doel.wat, doel.familiedoel)
                for doel in plan.actieve_doelen
                if doel.familiedoel.strip()
            ),
            termijnen=termijnen_van(plan, casus),
        )


def open_familieplan(sessie: Sessie, casus_id: str) -> FamilieplanBeeld:
    """As `get_familieplan`, for somebody who is going to read it: that is logged."""
    beeld = get_familieplan(sessie, casus_id)
    noteer_inzage(sessie, WAT, casus_id)
    return beeld


def zet_familieplan(sessie: Sessie, casus_id: str, stand: Familieplan, op: date | None) -> FamilieplanBeeld:
    """Note what the family answered and on which day; without an answer there is no day.

    Raises InhoudOngeldig for an answer without a day, RegelGeweigerd for a day that is yet to come.
    """
    if stand is Familieplan.ONBEKEND:
        op = None
    elif op is None:
        raise InhoudOngeldig(
            "Er staat niet bij wanneer het gezin dit zei.", "Vul de dag in: daarvan telt de termijn."
        )
    elif op > sessie.vandaag():
        raise RegelGeweigerd("Die dag ligt in de toekomst.", "Kies vandaag of een eerdere dag.")
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        plan.familieplan, plan.familieplan_op = stand, op
        uow.log(LogSoort.GEWIJZIGD, f"gezinsplan: {WAT}", casus_id=casus_id)
        plan.gewijzigd = True
        uow.commit()
    return get_familieplan(sessie, casus_id)


def lees_bijlage(sessie: Sessie, pad: Path) -> GelezenBijlage:
    """What is in a file, whatever kind it is; nothing is kept yet and the file stays where it is.

    Takes as long as the disk is slow, so for a thread. Raises NietGevonden, GeenGewoonBestand, and
    InhoudOngeldig where it is empty or larger than MEESTE_BYTES.
    """
    del sessie
    inhoud = lees_begin(pad, MEESTE_BYTES + 1, "Sla het eerst op als gewoon bestand en kies dat.").inhoud
    if not inhoud:
        raise InhoudOngeldig("Dit bestand is leeg.", "Kijk of het goed is opgeslagen.")
    if len(inhoud) > MEESTE_BYTES:
        raise InhoudOngeldig(
            f"Dit bestand is groter dan {MEESTE_BYTES // 10**6} MB.",
            "Maak het kleiner: scan in grijs, of sla het op als PDF.",
        )
    return GelezenBijlage(_schone_naam(pad.name), inhoud)


def bewaar_bijlage(sessie: Sessie, casus_id: str, gelezen: GelezenBijlage) -> FamilieplanBeeld:
    """Keep it with the family, as it came; in every backup from now on. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        uow.bijlagen.add(
            Bijlage(
                gezin_id=casus.gezin_id,
                naam=gelezen.naam,
                ontvangen_op=sessie.vandaag(),
                inhoud=gelezen.inhoud,
            )
        )
        uow.log(LogSoort.GEWIJZIGD, f"{WAT}: bestand erbij", casus_id=casus_id)
        uow.commit()
    return get_familieplan(sessie, casus_id)


def verwijder_bijlage(sessie: Sessie, casus_id: str, bijlage_id: str) -> FamilieplanBeeld:
    """Take a file out of the store. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        uow.bijlagen.remove(_vind(uow, casus_id, bijlage_id))
        uow.log(LogSoort.GEWIJZIGD, f"{WAT}: bestand weg", casus_id=casus_id)
        uow.commit()
    return get_familieplan(sessie, casus_id)


def schrijf_bijlage(sessie: Sessie, casus_id: str, bijlage_id: str, uit: Path | None = None) -> Opgeslagen:
    """Write it as a file again, byte for byte; by default into `uit/` beside the store, under a name that
    names nobody. For the worker's own use only: the program cannot read what is in it, so nobody can weigh it
    for one reader, and the family has it already. Logged.

    Raises NietGevonden and the errors of writing a file.
    """
    with sessie.unit_of_work() as uow:
        bijlage = _vind(uow, casus_id, bijlage_id)
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        door = laat_door([Feit(bijlage.id, Gegeven.INHOUD)], *poort.eigen_werk(Uitweg.PLAN))
        pad = uit or sessie.map / UIT / _bestandsnaam(bijlage)
        schrijf_prive(pad, bijlage.inhoud, door.doorlaat)
        voor = LezerSoort.GEZINSWERKER.value
        uow.note_uitvoer(casus_id, str(pad), WAT, voor)
        uow.log(LogSoort.GEEXPORTEERD, WAT, casus_id=casus_id, voor=voor)
        uow.commit()
    return Opgeslagen(pad, over_een_doel(pad.parent))


def _vind(uow: UnitOfWork, casus_id: str, bijlage_id: str) -> Bijlage:
    gezin_id = uow.casussen.get(casus_id).gezin_id
    for bijlage in uow.bijlagen.find(gezin_id=gezin_id):
        if bijlage.id == bijlage_id:
            return bijlage
    raise NietGevonden("Dit bestand is er niet meer.", "Open het scherm opnieuw.")


def _schone_naam(naam: str) -> str:
    """The name as it can be shown: without signs that steer a terminal, on one line, not endless; bytes that
    are no UTF-8 are a question mark."""
    readable = naam.encode("utf-8", "replace").decode("utf-8")
    clean = een_regel(readable) or WAT
    if len(clean) <= LANGSTE_NAAM:
        return clean
    ending = PurePath(clean).suffix[:10]
    return f"{clean[: LANGSTE_NAAM - len(ending) - 1]}…{ending}"


def _bestandsnaam(bijlage: Bijlage) -> str:
    """`familieplan-k04c1e9.pdf`: the family may have put their name in that of the file."""
    ending = PurePath(bijlage.naam).suffix.lower()
    kind = ending if _UITGANG.fullmatch(ending) else ""
    return f"familieplan-k{lezercode(bijlage.gezin_id, bijlage.id)}{kind}"
