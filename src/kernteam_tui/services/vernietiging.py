"""A request of the family to destroy the file, and why it is kept where that is so (Jeugdwet 7.3.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.wissen import vernietigen_uiterlijk
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Verzoek:
    """A request to destroy the file (Jeugdwet 7.3.9)."""

    gevraagd_op: date
    uiterlijk: date
    geweigerd: str | None
    """Why it is kept all the same; None while the request is open."""


def vraag_vernietiging(sessie: Sessie, casus: str, op: date) -> Verzoek:
    """Note that the family asked to destroy the file on that day; an earlier refusal lapses.

    Raises NietGevonden, and RegelGeweigerd for a day that cannot be.
    """
    casus_id = vind_casus(sessie, casus)
    if op > sessie.vandaag():
        raise RegelGeweigerd(
            "De dag van het verzoek ligt in de toekomst.", "Kies vandaag of een eerdere dag."
        )
    with sessie.unit_of_work() as uow:
        record = uow.casussen.get(casus_id)
        if op < record.aangemeld:
            raise RegelGeweigerd("Het verzoek ligt vóór de aanmelding.", "Kijk de dag van het verzoek na.")
        record.vernietiging_gevraagd_op, record.vernietiging_geweigerd = op, None
        uow.log(LogSoort.GEWIJZIGD, "verzoek tot vernietiging", casus_id=casus_id)
        uow.commit()
    return Verzoek(op, vernietigen_uiterlijk(op), None)


def weiger_vernietiging(sessie: Sessie, casus: str, reden: str) -> Verzoek:
    """Note why the file is kept all the same (Jeugdwet 7.3.9 lid 2); the reason stays out of the log.

    Raises NietGevonden, and RegelGeweigerd without a request or without a reason.
    """
    casus_id = vind_casus(sessie, casus)
    if not reden.strip():
        raise RegelGeweigerd("De reden ontbreekt.", "Schrijf op wiens belang zwaarder weegt, of welke wet.")
    with sessie.unit_of_work() as uow:
        record = uow.casussen.get(casus_id)
        op = record.vernietiging_gevraagd_op
        if op is None:
            raise RegelGeweigerd("Er is geen verzoek tot vernietiging.", "Leg eerst het verzoek vast.")
        record.vernietiging_geweigerd = reden.strip()
        uow.log(LogSoort.GEWIJZIGD, "vernietiging geweigerd", casus_id=casus_id)
        uow.commit()
    return Verzoek(op, vernietigen_uiterlijk(op), reden.strip())


def verzoek_van(casus: Casus) -> Verzoek | None:
    """The request that stands with a casus; None where nobody asked."""
    op = casus.vernietiging_gevraagd_op
    return None if op is None else Verzoek(op, vernietigen_uiterlijk(op), casus.vernietiging_geweigerd)
