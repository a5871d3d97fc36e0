"""Agreements to tell a partner something, made or changed outside the form of a talk (S32)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import GesprekStaat, LogSoort, Niveau, TerugkoppelMoment
from kernteam_tui.domain.delen.partners import partner_tekst
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.terugkoppeling import zoek_afspraak

GEEN_PARTNER = frozenset({PartnerSoort.OUDER, PartnerSoort.TOLK})
"""Who is no partner to tell anything: a parent is told as a parent, an interpreter is not told at all."""


@dataclass(frozen=True)
class AfspraakGegevens:
    """Who hears what, when."""

    soort: PartnerSoort
    niveau: Niveau
    moment: TerugkoppelMoment
    op: date | None = None
    naam: str = ""
    """Which one, where there can be more."""


def maak_afspraak(sessie: Sessie, casus_id: str, gegevens: AfspraakGegevens) -> CasusBeeld:
    """Note an agreement that was made between talks.

    It hangs under the newest talk that was held, else under the first that is planned: what is agreed is
    agreed with the family, so it has its place at a table. Raises RegelGeweigerd where there is no talk at
    all, InhoudOngeldig, NietGevonden.
    """
    _controleer(gegevens)
    with sessie.unit_of_work() as uow:
        uow.casussen.get(casus_id)
        gesprek = _tafel(uow.gesprekken.find(casus_id=casus_id))
        afspraak = Terugkoppelafspraak(gesprek_id=gesprek.id, casus_id=casus_id, partner="")
        _zet(afspraak, gegevens)
        gesprek.terugkoppelafspraken.append(afspraak)
        _log_afspraak(uow, casus_id, gegevens)
        uow.commit()
    return get_casus(sessie, casus_id)


def wijzig_afspraak(
    sessie: Sessie, casus_id: str, afspraak_id: str, gegevens: AfspraakGegevens
) -> CasusBeeld:
    """Change an agreement that is not done. Raises RegelGeweigerd, InhoudOngeldig, NietGevonden."""
    _controleer(gegevens)
    with sessie.unit_of_work() as uow:
        _, afspraak = zoek_afspraak(uow.gesprekken.find(casus_id=casus_id), afspraak_id)
        _weiger_gedaan(afspraak)
        _zet(afspraak, gegevens)
        _log_afspraak(uow, casus_id, gegevens)
        uow.commit()
    return get_casus(sessie, casus_id)


def verwijder_afspraak(sessie: Sessie, casus_id: str, afspraak_id: str) -> CasusBeeld:
    """Take an agreement away that will not be kept. Raises RegelGeweigerd once it was, NietGevonden."""
    with sessie.unit_of_work() as uow:
        gesprek, afspraak = zoek_afspraak(uow.gesprekken.find(casus_id=casus_id), afspraak_id)
        _weiger_gedaan(afspraak)
        gesprek.terugkoppelafspraken.remove(afspraak)
        uow.log(LogSoort.GEWIJZIGD, "afspraak over terugkoppelen weggehaald", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)


def _controleer(gegevens: AfspraakGegevens) -> None:
    if gegevens.soort in GEEN_PARTNER:
        raise InhoudOngeldig("Dit is geen partner om aan terug te koppelen.", "Kies een andere partner.")
    if gegevens.moment is TerugkoppelMoment.OP_DATUM and gegevens.op is None:
        raise InhoudOngeldig("De dag ontbreekt.", "Vul in op welke dag je het laat weten.")


def _zet(afspraak: Terugkoppelafspraak, gegevens: AfspraakGegevens) -> None:
    afspraak.soort = gegevens.soort
    afspraak.partner = partner_tekst(gegevens.soort, gegevens.naam)
    afspraak.niveau, afspraak.moment = gegevens.niveau, gegevens.moment
    afspraak.op = gegevens.op if gegevens.moment is TerugkoppelMoment.OP_DATUM else None


def _tafel(gesprekken: Sequence[Gesprek]) -> Gesprek:
    held = [g for g in gesprekken if g.staat is GesprekStaat.GEHOUDEN]
    if held:
        return max(held, key=lambda gesprek: gesprek.start)
    planned = [g for g in gesprekken if g.staat_open]
    if planned:
        return min(planned, key=lambda gesprek: gesprek.start)
    raise RegelGeweigerd(
        "Er is nog geen gesprek waarin jullie dit afspraken.",
        "Plan eerst het gesprek; toestemming kun je nu al vastleggen.",
    )


def _weiger_gedaan(afspraak: Terugkoppelafspraak) -> None:
    if afspraak.gedaan_op is not None:
        raise RegelGeweigerd("Dit heb je al laten weten.", "Maak een nieuwe afspraak.")


def _log_afspraak(uow: UnitOfWork, casus_id: str, gegevens: AfspraakGegevens) -> None:
    what = f"afspraak over terugkoppelen: {gegevens.soort.label}, {gegevens.niveau.label}"
    uow.log(LogSoort.GEWIJZIGD, what, casus_id=casus_id)
