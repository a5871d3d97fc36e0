"""Closing a casus (S65-S69)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Afsluiting
from kernteam_tui.domain.codes import AfsluitKenmerk, AfsluitSoort, LogSoort, TerugkoppelMoment
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld, TerugkoppelRegel
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class AfsluitGegevens:
    """What is asked at closing."""

    soort: AfsluitSoort
    op: date
    kenmerk: AfsluitKenmerk | None
    zelfstandig_verder: bool | None
    toelichting: str = ""
    cijfer: int | None = None


def sluit_casus(sessie: Sessie, casus_id: str, gegevens: AfsluitGegevens) -> CasusBeeld:
    """Close a casus; open terugkoppelingen stay and become due.

    Raises RegelGeweigerd (closed already, no kenmerk, a day in the future), InhoudOngeldig for a cijfer.
    """
    if gegevens.op > sessie.vandaag():
        raise RegelGeweigerd("De afsluitdatum ligt in de toekomst.", "Kies vandaag of een eerdere dag.")
    if gegevens.cijfer is not None and not 1 <= gegevens.cijfer <= 10:
        raise InhoudOngeldig("Een cijfer loopt van 1 tot en met 10.", "Pas het cijfer aan of laat het leeg.")
    if gegevens.soort is AfsluitSoort.AFGESLOTEN and gegevens.zelfstandig_verder is None:
        raise InhoudOngeldig("Kan het gezin zelfstandig verder?", "Kies ja of nee.")
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        casus.sluit_af(
            Afsluiting(
                soort=gegevens.soort,
                op=gegevens.op,
                kenmerk=gegevens.kenmerk,
                zelfstandig_verder=gegevens.zelfstandig_verder,
                toelichting=gegevens.toelichting.strip(),
                cijfer=gegevens.cijfer,
            )
        )
        uow.log(LogSoort.GEWIJZIGD, "afgesloten", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)


def gaat_lopen(regel: TerugkoppelRegel, soort: AfsluitSoort) -> bool:
    """Whether this agreement becomes due by closing in this way (S32, S69)."""
    if regel.gedaan_op is not None:
        return False
    if regel.bij is TerugkoppelMoment.BIJ_WEIGERING:
        return soort is AfsluitSoort.NIET_GESTART
    return regel.bij is TerugkoppelMoment.BIJ_AFSLUITEN


def heropen_casus(sessie: Sessie, casus_id: str) -> CasusBeeld:
    """Take a closing back; the log keeps that it happened."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        casus.heropen()
        uow.log(LogSoort.GEWIJZIGD, "heropend", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)
