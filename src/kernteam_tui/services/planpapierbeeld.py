"""What the whole plan on paper looks like before and after it is made: values for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.planverschil import PlanversieBeeld


@dataclass(frozen=True)
class Blijft:
    """One part that is not on the paper, for the worker: never for the reader."""

    id: str
    kop: str
    tekst: str
    waarom: str
    vrij_te_geven: bool
    """Whether the rules let it go once she has read it."""
    vrij: bool
    """She did: it is on the paper now."""


@dataclass(frozen=True)
class Papierkeuze:
    """What is needed to choose a reader and a version; the newest version first."""

    casus: CasusBeeld
    ouders_apart: bool
    versies: tuple[PlanversieBeeld, ...]


@dataclass(frozen=True)
class PapierBeeld:
    """The plan as it would be printed now, as text, and what the worker should know of it."""

    tekst: str
    voor_id: str
    voor: str
    versie: PlanversieBeeld
    lijst: tuple[Blijft, ...]
    """What stays out, and what was let go after reading."""
    meldingen: tuple[str, ...]

    @property
    def weg(self) -> int:
        """How many parts stay out."""
        return sum(not regel.vrij for regel in self.lijst)

    @property
    def te_lezen(self) -> int:
        """How many of those go along once she has read them."""
        return sum(regel.vrij_te_geven and not regel.vrij for regel in self.lijst)


@dataclass(frozen=True)
class PapierUitkomst:
    """The file that was written, and what the worker should know of it."""

    bestand: Path
    voor_id: str
    versie: int
    """0: as it was in progress."""
    weggelaten: int
    meldingen: tuple[str, ...]
