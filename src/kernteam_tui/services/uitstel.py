"""Offered and later: the day of the offer, and whose choice a later talk is (S26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, LogSoort, RedenLater
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Uitstel:
    """Why a talk is later than agreed. What is None or empty changes nothing."""

    keuze: RedenLater | None = None
    gezin_vanaf: date | None = None
    """The family wants it on this day or later."""
    reden: str = ""


def noteer_uitstel(casus: Casus, soort: GesprekSoort, uitstel: Uitstel) -> None:
    """Keep it with the casus; of a talk of another kind than the first two nothing is kept."""
    if soort is GesprekSoort.KENNISMAKING:
        casus.kennismaking_reden_later = uitstel.keuze or casus.kennismaking_reden_later
    if soort is not GesprekSoort.STARTGESPREK:
        return
    casus.startgesprek_keuze = uitstel.keuze or casus.startgesprek_keuze
    casus.gezin_vanaf = uitstel.gezin_vanaf or casus.gezin_vanaf
    casus.startgesprek_reden_later = uitstel.reden.strip() or casus.startgesprek_reden_later


def noteer_aanbod(casus: Casus, gesprek: Gesprek) -> None:
    """The first day on which a first talk was offered stays, whatever happens with the talk."""
    if gesprek.soort is GesprekSoort.STARTGESPREK:
        casus.startgesprek_aangeboden_op = casus.startgesprek_aangeboden_op or gesprek.aangeboden_op
    elif gesprek.soort is GesprekSoort.KENNISMAKING:
        casus.kennismaking_aangeboden_op = casus.kennismaking_aangeboden_op or gesprek.aangeboden_op


def zet_uitstel(sessie: Sessie, casus_id: str, revision: int, uitstel: Uitstel) -> CasusBeeld:
    """Set why the startgesprek is later and whose choice that is, all three at once; None and empty clear.

    Raises VerouderdeVersie, InhoudOngeldig for a first day before the aanmelding.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id, revision=revision)
        if uitstel.gezin_vanaf is not None and uitstel.gezin_vanaf < casus.aangemeld:
            raise InhoudOngeldig("Deze dag ligt vóór de aanmelding.", "Kies een dag op of na de aanmelding.")
        casus.startgesprek_keuze = uitstel.keuze
        casus.gezin_vanaf = uitstel.gezin_vanaf
        casus.startgesprek_reden_later = uitstel.reden.strip()
        uow.log(LogSoort.GEWIJZIGD, "startgesprek later: wiens keuze", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)
