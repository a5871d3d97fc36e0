"""A talk without parents: why, a task until they were told, and the way out from 16 (S33, S34)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.leeftijden.ouders import (
    ZonderOuders,
    beslist_zelf,
    informeren_uiterlijk,
    is_volwassen,
    meld_geinformeerd,
    sluit_zonder_informeren,
)
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.gesprekken import GesprekBeeld, get_gesprek
from kernteam_tui.services.instellingen import beeld_van
from kernteam_tui.services.kalenders import kalender_van
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "OudersBijGesprek",
    "Vastlegging",
    "ZonderOuders",
    "get_vastlegging",
    "mag_ouders_niet",
    "meld_ouders_geinformeerd",
    "sluit_ouders_taak",
]


@dataclass(frozen=True)
class OudersBijGesprek:
    """What the recording form needs to ask about parents who were not there."""

    vragen: bool
    """Whether it is asked at all: not where every jongere is 18 or older."""
    mag_niet: bool
    """Whether the jongere may say that they are not told (Jeugdwet 7.3.5)."""
    uiterlijk: date
    """Proposal for the last day to tell them: the fifth working day (an agreement), or today where that
    is past already."""
    zonder: ZonderOuders | None
    """What was noted before."""


@dataclass(frozen=True)
class Vastlegging:
    """A talk to record, and the question about the parents."""

    gesprek: GesprekBeeld
    ouders: OudersBijGesprek


def get_vastlegging(sessie: Sessie, gesprek_id: str) -> Vastlegging:
    """A talk as the recording form shows it. Raises NietGevonden."""
    gesprek = get_gesprek(sessie, gesprek_id)
    vandaag = sessie.vandaag()
    with sessie.unit_of_work() as uow:
        record = uow.gesprekken.get(gesprek_id)
        casus = uow.casussen.get(record.casus_id)
        school = uow.scholen.get(casus.school_id)
        kalender = kalender_van(beeld_van(uow.instellingen()), school)
        ouders = OudersBijGesprek(
            vragen=not is_volwassen(casus.jongeren, dag_van(record.start)),
            mag_niet=beslist_zelf(casus.jongeren, vandaag),
            uiterlijk=max(vandaag, informeren_uiterlijk(dag_van(record.start), kalender)),
            zonder=_zonder(record),
        )
    return Vastlegging(gesprek, ouders)


def _zonder(gesprek: Gesprek) -> ZonderOuders | None:
    if not gesprek.zonder_ouders:
        return None
    told, refused = gesprek.ouders_geinformeerd_op, gesprek.ouders_niet
    before = None if told is not None or refused else gesprek.ouders_informeren_voor
    return ZonderOuders(gesprek.zonder, before, told, refused)


def mag_ouders_niet(sessie: Sessie, casus_id: str) -> bool:
    """Whether the jongeren of this casus may say that their parents are not told: all 16 or older."""
    with sessie.unit_of_work() as uow:
        return beslist_zelf(uow.casussen.get(casus_id).jongeren, sessie.vandaag())


def meld_ouders_geinformeerd(
    sessie: Sessie, casus_id: str, gesprek_id: str, op: date | None = None
) -> CasusBeeld:
    """The parents were told of a talk without them, today or on `op`. Raises RegelGeweigerd, NietGevonden."""
    with sessie.unit_of_work() as uow:
        gesprek, _ = _gesprek(uow, casus_id, gesprek_id)
        meld_geinformeerd(gesprek, op or sessie.vandaag(), sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, "ouders geïnformeerd over gesprek", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)


def sluit_ouders_taak(sessie: Sessie, casus_id: str, gesprek_id: str, reden: str) -> CasusBeeld:
    """The jongere does not want the parents to hear of it.

    Raises RegelGeweigerd below 16 (Jeugdwet 7.3.5), InhoudOngeldig without what the jongere said.
    """
    with sessie.unit_of_work() as uow:
        gesprek, jongeren = _gesprek(uow, casus_id, gesprek_id)
        sluit_zonder_informeren(gesprek, reden, jongeren, sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, "jongere wil ouders niet informeren", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)


def _gesprek(uow: UnitOfWork, casus_id: str, gesprek_id: str) -> tuple[Gesprek, Sequence[Persoon]]:
    gesprek = uow.gesprekken.get(gesprek_id)
    if gesprek.casus_id != casus_id:
        raise NietGevonden("Dit gesprek hoort niet bij deze casus.", "Open de casus opnieuw.")
    return gesprek, uow.casussen.get(casus_id).jongeren
