"""What the user set: her own name and the team's agreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import Bevrijdingsdag
from kernteam_tui.domain.record import Record


@dataclass(frozen=True, order=True)
class Vrijedag:
    """Free from `van` up to and including `tot_en_met`."""

    van: date
    tot_en_met: date
    wat: str = ""


@dataclass(frozen=True, order=True)
class Reistijd:
    """How long it takes from one school to another, and back; ids of schools."""

    een: str
    ander: str
    minuten: int


@dataclass(kw_only=True, eq=False)
class Instellingen(Record):
    """One row in the store. Numbers of days are team agreements, not law (S26, S30)."""

    naam: str = "Gezinswerker"
    email: str | None = None
    telefoon: str | None = None
    startgesprek_dagen: int = 7
    kennismaking_werkdagen: int = 5
    goede_vrijdag_vrij: bool = False
    bevrijdingsdag: Bevrijdingsdag = Bevrijdingsdag.ELK_JAAR
    slot_minuten: int = 5
    """Idle minutes before the app locks, 1 to 30."""
    stil_na_dagen: int = 14
    """Days without contact after which a family is named on Vandaag."""
    vrije_dagen: tuple[Vrijedag, ...] = ()
    """Days on which the worker herself is free."""
    ruildagen: tuple[date, ...] = ()
    """Public holidays on which she works, swapped for another day (cao Sociaal Werk 5.9)."""
    reistijden: tuple[Reistijd, ...] = ()
    agenda_map: str = ""
    """Folder in which exported calendars are looked for; empty: none."""
    geheim: bytes = b""
    """Secret of the store for the UID of invitations (contract 5)."""
