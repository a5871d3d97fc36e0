"""Reads the hard words and abbreviations, with plain words for them, from `assets/taal`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from kernteam_tui.domain.taalhulp.lijst import Afkorting, Taallijst, Woord

BESTAND = "taal/begrijpelijk-nl.toml"
GROEPEN = ("brieven", "hulp", "school", "zorg")
"""Where a word comes from; only an order in the file."""


@cache
def read_taallijst() -> Taallijst:
    """The list for Dutch."""
    text = resources.files("kernteam_tui.assets").joinpath(BESTAND).read_text(encoding="utf-8")
    content = tomllib.loads(text)
    return Taallijst(
        (_woord(row) for groep in GROEPEN for row in content[groep]),
        (_afkorting(row) for row in content["afkortingen"]),
        content["bekend"],
    )


def _woord(row: dict[str, Any]) -> Woord:
    swaps: dict[str, str] = row.get("wissel", {})
    forms = tuple(row.get("vormen", () if swaps else (row["woord"],)))
    return Woord(row["woord"], row["zeg"], swaps, forms, row.get("noot", ""), row.get("midden", False))


def _afkorting(row: dict[str, Any]) -> Afkorting:
    return Afkorting(
        row["kort"],
        row["betekenis"],
        row.get("gewoon", ""),
        tuple(row.get("vormen", ())),
        row.get("lopend", False),
        row.get("past", True),
        row.get("midden", False),
    )
