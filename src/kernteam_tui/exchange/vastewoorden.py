"""The fixed words of a paper, from `assets/<paper>/zinnen-nl.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm


@cache
def lees_woorden(papier: str, vorm: Aanspreekvorm = Aanspreekvorm.U) -> dict[str, Any]:
    """The tables of the file by name, read once; what differs for this way of speaking lies over them."""
    bron = files("kernteam_tui") / "assets" / papier / "zinnen-nl.toml"
    inhoud = tomllib.loads(bron.read_text("utf-8"))
    anders = inhoud.get(vorm.value, {})
    return inhoud | {deel: {**inhoud[deel], **eigen} for deel, eigen in anders.items()}
