"""The clock and the days of one school: lesson hours, dagdelen, its own days, the weekly overleg (S11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from kernteam_tui.domain.codes import Dag, Dagdeel
from kernteam_tui.domain.kalender import Eigendagen, Periode
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.domain.record import Record


@dataclass(frozen=True, order=True)
class Lesuur:
    """A lesson hour by its number: `3e uur` is `nummer` 3; local time, `tot` is not in it."""

    nummer: int
    van: time
    tot: time


@dataclass(frozen=True, order=True)
class Dagdeeltijd:
    """The hours of a dagdeel at this school; local time, `tot` is not in it."""

    dagdeel: Dagdeel
    van: time
    tot: time


@dataclass(frozen=True)
class Overlegmoment:
    """The weekly fixed moment at which the kernteam meets; local time."""

    dag: Dag
    van: time
    minuten: int = 60


@dataclass(kw_only=True, eq=False)
class Schooldag(Record):
    """Days of a school's own list, `van` up to and including `tot_en_met`."""

    school_id: str = ""
    van: date
    tot_en_met: date
    soort: Schooldagsoort = Schooldagsoort.STUDIEDAG
    wat: str = ""


def eigendagen(dagen: Iterable[tuple[date, date, Schooldagsoort, str]]) -> tuple[Eigendagen, ...]:
    """What a calendar asks of a school's own list: (van, tot en met, soort, wat) of each."""
    return tuple(
        Eigendagen(
            Periode(van, tot_en_met),
            (wat or soort.label) if soort.dicht else None,
            toetsen=soort is Schooldagsoort.TOETSWEEK,
        )
        for van, tot_en_met, soort, wat in dagen
    )
