"""What `kernteam agenda lezen` answers (contract 3)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.exchange.formaten.uitvoer import Moment, Uitvoer


class BezetblokUit(Uitvoer):
    """A time that is taken, whole, also where it reaches over the edge of the window."""

    van: Moment
    tot: Moment
    staat: Bezetstaat


class AgendaprobleemUit(Uitvoer):
    """Something in the calendar that could not be read, or was read otherwise; `uid` as in the file."""

    uid: str
    tekst: str


class BezetUit(Uitvoer):
    """The busy times in a calendar file, sorted by start."""

    schema_: Annotated[Literal["bezet/1"], Field(alias="schema")] = "bezet/1"
    blokken: tuple[BezetblokUit, ...]
    problemen: tuple[AgendaprobleemUit, ...]
    peildatum: date
    dagen_oud: int
