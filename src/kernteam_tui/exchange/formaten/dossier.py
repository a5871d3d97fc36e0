"""What the line mode answers about requests and copies of the file (contract 5)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.exchange.formaten.uitvoer import Uitvoer


class WeggelatenUit(Uitvoer):
    """How many pieces are not in a copy for one reason; never what they say."""

    aantal: int
    waarom: str
    artikel: str


class AfschriftUit(Uitvoer):
    """A copy of the file for one person."""

    schema_: Annotated[Literal["afschrift/1"], Field(alias="schema")] = "afschrift/1"
    bestand: str
    voor: str
    stukken: int
    weggelaten: tuple[WeggelatenUit, ...]
    meldingen: tuple[str, ...]


class VerzoekUit(Uitvoer):
    """What somebody asked about the file; `afgehandeld_op` is there at once for a statement."""

    schema_: Annotated[Literal["verzoek/1"], Field(alias="schema")] = "verzoek/1"
    verzoek: str
    nummer: str
    soort: VerzoekSoort
    van: str
    op: date
    uiterlijk: date
    afgehandeld_op: date | None
