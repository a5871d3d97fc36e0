"""One line of a difference: a heading, and the pieces of text under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.planverschil.tekst import Soort, Stuk, vergelijk_tekst


@dataclass(frozen=True)
class Regelverschil:
    """One line of a section: whose words, the toelichting, a goal, an action, what somebody thinks of it."""

    kop: str
    stukken: tuple[Stuk, ...]
    kort: str = ""
    """In a few words what happened: `cijfer 4 → 6, deels bereikt`; often empty."""

    @property
    def anders(self) -> bool:
        """Something in it went or came, or something happened to it."""
        return bool(self.kort) or any(stuk.soort is not Soort.GELIJK for stuk in self.stukken)

    @property
    def soort(self) -> Soort | None:
        """What happened to the line as a whole; None: something in it changed."""
        soorten = {stuk.soort for stuk in self.stukken}
        return soorten.pop() if len(soorten) == 1 else None


def vervangen(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """As a whole: a date in which only the month differs is another date."""
    if oud == nieuw:
        return vergelijk_tekst(nieuw, nieuw)
    return tuple(stuk for stuk in (Stuk(Soort.WEG, oud), Stuk(Soort.NIEUW, nieuw)) if stuk.tekst)


def dagtekst(dag: date | None) -> str:
    """`12 mei 2026`; empty without a day."""
    return dag_met_jaar(dag) if dag else ""
