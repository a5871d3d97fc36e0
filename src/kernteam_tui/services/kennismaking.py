"""The kennismaking and what was agreed until the help begins (S26, S27)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import LogSoort, RedenLater
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Kennismaking:
    """What is kept of it. The talk itself is a talk of the casus."""

    aangeboden_op: date | None
    """The clock of five working days stops here."""
    reden_later: RedenLater | None
    """Whose choice it was that it was held later."""
    hoe_snel: str
    intussen: str
    """What can be done already, from spoor 1 (S28)."""
    wachtcontact: str
    """What was agreed about contact: `elke twee weken bellen`."""


def leg_kennismaking_vast(sessie: Sessie, casus_id: str, revision: int, gegevens: Kennismaking) -> CasusBeeld:
    """Keep what the kennismaking brought. Raises VerouderdeVersie, InhoudOngeldig for an impossible day."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id, revision=revision)
        offered = gegevens.aangeboden_op
        if offered is not None and not casus.aangemeld <= offered <= sessie.vandaag():
            raise InhoudOngeldig(
                "Aangeboden kan alleen tussen de aanmelding en vandaag.", "Kijk de dag na en probeer opnieuw."
            )
        casus.kennismaking_aangeboden_op = offered
        casus.kennismaking_reden_later = gegevens.reden_later
        casus.hoe_snel = gegevens.hoe_snel.strip()
        casus.intussen = gegevens.intussen.strip()
        casus.wachtcontact = gegevens.wachtcontact.strip()
        uow.log(LogSoort.GEWIJZIGD, "kennismaking vastgelegd", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)
