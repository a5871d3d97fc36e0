"""Planning a week from a file; needs no store, and loads none (contract 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kernteam_tui.domain.planning.controle import check_casussen
from kernteam_tui.domain.planning.voorstellen import Voorstellen, alle_voorstellen
from kernteam_tui.domain.planning.week import Plancasus, Planweek
from kernteam_tui.exchange.formaten.planweek import read_planweek

if TYPE_CHECKING:
    from kernteam_tui.domain.planning.indeling import Indeling

MAX_BYTES = 50_000_000
"""Of a file with a week: a city with all its agendas has a tenth of it."""


@dataclass(frozen=True)
class CasusVoorstellen:
    """The proposals for the casus with this id, or why there are none."""

    casus: str
    gevonden: Voorstellen


def stel_week_voor(tekst: str) -> tuple[CasusVoorstellen, ...]:
    """The proposals for each casus of a `planweek/1` as if it were the only one, sorted by id.

    Raises InhoudOngeldig where the text is no JSON, PlanweekOngeldig where it cannot be planned with.
    """
    week, casussen = _lees(tekst)
    antwoorden = alle_voorstellen(week, casussen)
    return tuple(
        CasusVoorstellen(casus.id, gevonden) for casus, gevonden in zip(casussen, antwoorden, strict=True)
    )


def deel_week_in(tekst: str) -> Indeling:
    """All casussen of a `planweek/1` at once. Raises as `stel_week_voor`."""
    from kernteam_tui.services.weekindeling import deel_in

    week, casussen = _lees(tekst)
    return deel_in(week, casussen)


def _lees(tekst: str) -> tuple[Planweek, tuple[Plancasus, ...]]:
    week, casussen = read_planweek(tekst)
    check_casussen(week, casussen)
    return week, casussen
