"""What was agreed at a talk, ticked off where it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class OpenActie:
    """What one participant still does."""

    deelnemer_id: str
    rol: str
    naam: str
    wat: str
    voor: date | None


def list_open_acties(sessie: Sessie, gesprek_id: str) -> tuple[OpenActie, ...]:
    """What of a talk is not done yet, in the order of the table. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        return tuple(
            OpenActie(d.id, d.rol, d.naam, d.actie, d.actie_op)
            for d in sorted(gesprek.deelnemers, key=lambda d: d.volgorde)
            if d.actie.strip() and not d.actie_klaar
        )


def vink_actie_af(sessie: Sessie, gesprek_id: str, deelnemer_id: str) -> None:
    """What this participant would do is done. Raises NietGevonden where nothing was agreed."""
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        agreed = next((d for d in gesprek.deelnemers if d.id == deelnemer_id and d.actie.strip()), None)
        if agreed is None:
            raise NietGevonden(
                "Deze afspraak staat niet meer bij het gesprek.", "Open het gesprek om te zien wat er staat."
            )
        agreed.actie_klaar = True
        uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort}: afspraak klaar", casus_id=gesprek.casus_id)
        uow.commit()
