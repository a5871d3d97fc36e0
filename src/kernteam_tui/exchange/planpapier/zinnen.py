"""The fixed words of the whole plan on paper, from `assets/planpapier`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm

_DELEN = ("koppen", "zinnen", "schaal")


@dataclass(frozen=True)
class Zinnen:
    """Headings and sentences for one way of speaking, by key."""

    taal: str
    checked_by: str
    """The reader who checked these words; empty: nobody yet."""
    koppen: dict[str, str]
    zinnen: dict[str, str]
    schaal: dict[str, str]


@cache
def lees_zinnen(vorm: Aanspreekvorm = Aanspreekvorm.U) -> Zinnen:
    """The fixed words, read once: those of `u`, with those that differ for this way of speaking."""
    bron = files("kernteam_tui") / "assets" / "planpapier" / "zinnen-nl.toml"
    inhoud = tomllib.loads(bron.read_text("utf-8"))
    anders = inhoud.get(vorm.value, {})
    koppen, zinnen, schaal = ({**inhoud[deel], **anders.get(deel, {})} for deel in _DELEN)
    return Zinnen(inhoud["taal"], inhoud["checked_by"], koppen, zinnen, schaal)
