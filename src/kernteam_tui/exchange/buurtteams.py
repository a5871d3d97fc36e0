"""The buurtteams to choose from, from the data file that ships with the program."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def read_buurtteams() -> tuple[str, ...]:
    """Names by alphabet; no official list (see the file)."""
    pad = files("kernteam_tui.assets") / "buurtteams.toml"
    return tuple(tomllib.loads(pad.read_text(encoding="utf-8"))["teams"])
