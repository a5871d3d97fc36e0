"""Who looked into a casus: a line in the log for each casus, note or plan that is opened."""

from __future__ import annotations

from contextlib import suppress

from kernteam_tui.data.fouten import DiskFull, QuotaReached
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.services.sessie import Sessie


def noteer_inzage(sessie: Sessie, wat: str, casus_id: str) -> None:
    """Log that `wat` of this casus was opened; call it when it was found.

    A full disk does not keep a worker from reading.
    """
    with suppress(DiskFull, QuotaReached), sessie.unit_of_work() as uow:
        uow.log(LogSoort.GEOPEND, wat, casus_id=casus_id)
        uow.commit()
