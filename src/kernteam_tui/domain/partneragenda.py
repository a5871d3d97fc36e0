"""The times at which a partner is taken, from a calendar that was exported: nothing else of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.agenda import Bezetblok
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Partneragenda(Record):
    """What was read from one file, for one partner of one school."""

    partner_id: str
    bestand: str
    """Name of the file, without its folder."""
    peildatum: date
    """Of which day the calendar is."""
    gelezen_op: datetime
    van: date
    tot: date
    """The days that were read; `tot` is not one of them."""
    problemen: int = 0
    """How many events could not be read."""
    blokken: tuple[Bezetblok, ...] = ()
