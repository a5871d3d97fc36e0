"""Reads the format of the gezinsplan from `assets/`."""

from __future__ import annotations

from functools import cache
from importlib import resources

from kernteam_tui.domain.planformaat import PlanFormaat
from kernteam_tui.exchange.formaten.planformaat import lees_planformaat

HUIDIG = "gezinsplan-2026-2"
"""The format of a new plan; a plan that was begun in an earlier one stays in it."""


@cache
def read_planformaat(naam: str = HUIDIG) -> PlanFormaat:
    """The fixed sections of that format."""
    text = resources.files("kernteam_tui.assets").joinpath(f"{naam}.toml").read_text(encoding="utf-8")
    return lees_planformaat(text)
