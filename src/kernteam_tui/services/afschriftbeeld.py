"""What a copy of the file looks like before and after it is made: values for the screen and the line mode."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kernteam_tui.domain.afschrift.stukken import Weggelaten
from kernteam_tui.domain.deelcodes import LezerSoort


@dataclass(frozen=True)
class LezerRegel:
    """Somebody for whom a copy can be made."""

    id: str
    naam: str
    soort: LezerSoort
    zonder_gezag: bool
    """A parent by law without gezag: gets important facts only (BW 1:377c)."""
    gevraagd_op: date | None


@dataclass(frozen=True)
class LezersBeeld:
    """Everybody of one family, who asked first."""

    casus_id: str
    casus: str
    jongere: str
    lezers: tuple[LezerRegel, ...]


@dataclass(frozen=True)
class BlijftRegel:
    """One piece that is not in the copy, for the worker to go through: never for the reader."""

    id: str
    hoofdstuk: str
    kop: str
    tekst: str
    waarom: str
    artikel: str
    vrij_te_geven: bool
    """Whether the rules let it go once she has read it."""
    vrij: bool
    """She did: it is in the copy now."""


@dataclass(frozen=True)
class AfschriftBeeld:
    """A copy as it would be made now."""

    casus: str
    jongere: str
    voor_id: str
    voor: str
    belangrijk: bool
    tekst: str
    stukken: int
    lijst: tuple[BlijftRegel, ...]
    """What stays out, and what was let go after reading."""
    weggelaten: tuple[Weggelaten, ...]


@dataclass(frozen=True)
class AfschriftUitkomst:
    """The file that was written, and what the worker should know of it."""

    bestand: Path
    voor_id: str
    stukken: int
    weggelaten: tuple[Weggelaten, ...]
    meldingen: tuple[str, ...]
