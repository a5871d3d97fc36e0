"""The school of a jongere per schooljaar: klas and mentor change each August (S9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.record import Record

EERSTE_MAAND = 8
"""A schooljaar begins on 1 August (Lpw: the schooljaar runs from 1 August to 31 July)."""


def begin_van_schooljaar(dag: date) -> date:
    """The first day of the schooljaar in which this day lies."""
    return date(dag.year if dag.month >= EERSTE_MAAND else dag.year - 1, EERSTE_MAAND, 1)


def schooljaar_op(dag: date) -> str:
    """The schooljaar of a day, `2026-2027`."""
    begin = begin_van_schooljaar(dag).year
    return f"{begin}-{begin + 1}"


@dataclass(kw_only=True, eq=False)
class Schooljaar(Record):
    """Where a jongere was in one schooljaar."""

    gezin_id: str = ""
    persoon_id: str
    jaar: str
    """`2026-2027`."""
    school: str
    """Its name as it was then."""
    klas: str = ""
    mentor: str = ""
