"""Days that a Koninklijk Besluit puts on a par with a public holiday, from the data file that ships with the
program (art. 3 lid 3 Algemene termijnenwet)."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files


@cache
def read_gelijkgestelde_dagen() -> frozenset[date]:
    """Those that are known; years that no decision is about yet have none."""
    pad = files("kernteam_tui") / "assets" / "gelijkgestelde-dagen.toml"
    return frozenset(tomllib.loads(pad.read_text(encoding="utf-8"))["dagen"])
