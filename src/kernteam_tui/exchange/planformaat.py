"""Reads the formats of the gezinsplan that the program has from `assets/`."""

from __future__ import annotations

from functools import cache
from importlib import resources

from kernteam_tui.domain.planformaat import PlanFormaat
from kernteam_tui.exchange.formaten.planformaat import lees_planformaat

HUIDIG = "gezinsplan-2026-3"
"""The format of a new plan; a plan that was begun in an earlier one stays in it."""
VAN_HET_PROGRAMMA = (HUIDIG, "gezinsplan-2026-2", "gezinsplan-2026-1")
"""The newest first. A format in which plans were written is never changed."""
VOORVOEGSEL = "gezinsplan-"
"""Names that begin with it are of the program, also those of a later version of it."""


@cache
def read_planformaat(naam: str = HUIDIG) -> PlanFormaat:
    """The fixed sections of that format, one of `VAN_HET_PROGRAMMA`."""
    return lees_planformaat(formaattekst(naam))


def formaattekst(naam: str) -> str:
    """The whole file of that format: what an organisation can begin its own with."""
    return resources.files("kernteam_tui.assets").joinpath(f"{naam}.toml").read_text(encoding="utf-8")
