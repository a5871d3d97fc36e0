"""Reads the questions with which a new note begins from `assets/`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from kernteam_tui.domain.codes import NotitieSoort

BESTAND = "notitie-vragen.toml"


@cache
def read_notitievragen(soort: NotitieSoort) -> tuple[str, ...]:
    """The questions of this kind, in order; empty for a kind that begins without."""
    text = resources.files("kernteam_tui.assets").joinpath(BESTAND).read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["vragen"].get(soort.value, ()))
