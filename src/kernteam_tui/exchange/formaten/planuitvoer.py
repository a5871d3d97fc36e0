"""What the line mode answers about what was given of a plan, and about the formats of plans."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.exchange.formaten.uitvoer import Uitvoer


class VerstrekkingUit(Uitvoer):
    """One paper that was given. `voor` is the id of the reader; `versie` 0: as it was in progress; `variant`
    of a whole plan, where it is known."""

    id: str
    voor: str
    wat: str
    versie: int
    op: date
    hoe: str
    vorm: str
    taal: str
    gevraagd_door: str
    groot: bool
    met_nederlands: bool
    kring: bool
    variant: str | None


class VerstrekkingenUit(Uitvoer):
    """What was given in a casus, the newest first; `bestand` and `gelijk` where one was made again."""

    schema_: Annotated[Literal["verstrekkingen/1"], Field(alias="schema")] = "verstrekkingen/1"
    casus: str
    verstrekkingen: tuple[VerstrekkingUit, ...]
    bestand: str | None = None
    gelijk: bool | None = None


class PlanformaatUit(Uitvoer):
    """One format; `eigen`: of the organisation. `plannen`: how many plans are written in it."""

    naam: str
    eigen: bool
    ingelezen_op: date | None
    in_gebruik: bool
    onderdelen: int
    velden: int
    plannen: int


class PlanformatenUit(Uitvoer):
    """All formats; new plans are begun in the one that is in use. `inhoud`: the file that was asked for."""

    schema_: Annotated[Literal["planformaten/1"], Field(alias="schema")] = "planformaten/1"
    formaten: tuple[PlanformaatUit, ...]
    inhoud: str | None = None
