"""The log: who opened, changed, exported or erased what, and whether its chain still holds.

Looking at it is not logged: it holds no content.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kernteam_tui.data.logketen import Ketenbreuk, find_break
from kernteam_tui.data.queries.casussen import lees_nummers, zoek_casus
from kernteam_tui.data.queries.log import lees_log, tel_log
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.services.sessie import Sessie

__all__ = ["HOOGSTENS", "WAT_NU", "Keten", "Ketenbreuk", "LogBeeld", "LogboekRegel", "get_logboek"]

HOOGSTENS = 5_000
"""Lines that are shown at once; the newest of them."""
WAT_NU = (
    "Iemand of iets heeft het logboek veranderd buiten het programma om, of de schijf is beschadigd. "
    "Je werk gaat gewoon door. Maak een kopie van de map van de kluis, schrijf op wanneer je dit zag en meld "
    "het bij je organisatie. Een reservekopie van vóór de breuk laat zien wat er stond."
)
"""What to do when the chain is broken."""


@dataclass(frozen=True)
class Keten:
    """Whether the log is as it was written: how many lines, and the first place where it is not."""

    regels: int
    breuk: Ketenbreuk | None

    @property
    def heel(self) -> bool:
        return self.breuk is None


@dataclass(frozen=True)
class LogboekRegel:
    """One line. Of an erased casus only the moment and the kind are left (`leeg`)."""

    nr: int
    moment: datetime
    """UTC."""
    soort: LogSoort
    casus: str
    """Number of the casus; empty where the line is about no casus, or about one that was erased."""
    casus_id: str
    wat: str
    voor: str
    """To whom it went: a role."""
    leeg: bool


@dataclass(frozen=True)
class LogBeeld:
    """The log, or that of one casus, newest first. The chain is that of the whole log."""

    keten: Keten
    regels: tuple[LogboekRegel, ...]
    casus: str
    """Number of the casus that was asked for; empty: all of them."""


def get_logboek(sessie: Sessie, casus: str = "", aantal: int = HOOGSTENS) -> LogBeeld:
    """The last `aantal` lines; `casus` is a number or an id, empty for all. Raises NietGevonden."""
    with sessie.lezen() as conn:
        casus_id = zoek_casus(conn, casus) if casus else None
        nummers = lees_nummers(conn)
        regels = tuple(
            LogboekRegel(
                nr=item.nr,
                moment=item.moment,
                soort=item.soort,
                casus=nummers.get(item.casus_id or "", ""),
                casus_id=item.casus_id or "",
                wat=_wat(item.soort, item.wat),
                voor=item.voor,
                leeg=item.leeg,
            )
            for item in lees_log(conn, casus_id, aantal)
        )
        return LogBeeld(Keten(tel_log(conn), find_break(conn)), regels, nummers[casus_id] if casus_id else "")


def _wat(soort: LogSoort, wat: str) -> str:
    """As it is written; of a failed unlock that is a moment, which is said as people say it."""
    if soort is LogSoort.MISLUKT:
        try:
            return f"geprobeerd op {moment_kort(datetime.fromisoformat(wat))}"
        except ValueError:
            pass
    return wat
