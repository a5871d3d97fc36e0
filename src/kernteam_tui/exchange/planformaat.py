"""Reads the format of the gezinsplan from `assets/`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from kernteam_tui.domain.planformaat import Invul, PlanFormaat, VastOnderdeel

HUIDIG = "gezinsplan-2026-1"
"""The format of a new plan."""


@cache
def read_planformaat(naam: str = HUIDIG) -> PlanFormaat:
    """The fixed sections of that format."""
    text = resources.files("kernteam_tui.assets").joinpath(f"{naam}.toml").read_text(encoding="utf-8")
    content = tomllib.loads(text)
    return PlanFormaat(
        content["formaat"],
        tuple(
            VastOnderdeel(nr, o["sleutel"], o["titel"], o["vraag"], Invul(o.get("invul", Invul.TEKST)))
            for nr, o in enumerate(content["onderdeel"], start=1)
        ),
    )
