"""What the planner answers with: `voorstellen/1` and `indeling/1` (contract 4)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.exchange.formaten.uitvoer import Moment, Uitvoer


class VoorstelUit(Uitvoer):
    """A moment at which the talk can be held; ids sorted."""

    start: Moment
    eind: Moment
    ruimte: str | None
    erbij: tuple[str, ...]
    niet_erbij: tuple[str, ...]
    kenmerken: tuple[str, ...]
    uitleg: str


class WaaromNietUit(Uitvoer):
    """A requirement that stands in the way: a person's id, a role, `ruimte`, `ouders` or `school`."""

    wie: str
    reden: str


class CasusVoorstellenUit(Uitvoer):
    """The proposals for one casus, best first; without any, what stands in the way."""

    id: str
    voorstellen: tuple[VoorstelUit, ...]
    waarom_niet: tuple[WaaromNietUit, ...]


class VoorstellenUit(Uitvoer):
    """Proposals for each casus alone, sorted by id."""

    schema_: Annotated[Literal["voorstellen/1"], Field(alias="schema")] = "voorstellen/1"
    casussen: tuple[CasusVoorstellenUit, ...]


class GeplaatstUit(Uitvoer):
    """A talk with its place; `mensen` holds everybody who is booked or still free to come, sorted."""

    casus: str
    start: Moment
    ruimte: str | None
    mensen: tuple[str, ...]
    kosten: int


class NietGeplaatstUit(Uitvoer):
    """A casus that found no place, and why."""

    casus: str
    reden: str


class IndelingUit(Uitvoer):
    """All casussen at once; `bewezen`: nothing better exists."""

    schema_: Annotated[Literal["indeling/1"], Field(alias="schema")] = "indeling/1"
    geplaatst: tuple[GeplaatstUit, ...]
    niet_geplaatst: tuple[NietGeplaatstUit, ...]
    bewezen: bool
    kosten: int
