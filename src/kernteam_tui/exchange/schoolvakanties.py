"""School holidays by region, from the data file that ships with the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from kernteam_tui.domain.kalender import Periode, Schoolvakantie, Schoolvakanties


@cache
def read_schoolvakanties(regio: str) -> Schoolvakanties:
    """What is known of this region; without data: nothing known, never a guess."""
    gegevens = _read_file().get(regio)
    if not isinstance(gegevens, dict):
        return Schoolvakanties()
    return Schoolvakanties(
        bekend=Periode(gegevens["bekend_van"], gegevens["bekend_tot_en_met"]),
        vakanties=tuple(
            Schoolvakantie(vakantie["naam"], Periode(van, tot_en_met))
            for vakantie in gegevens["vakanties"]
            for van, tot_en_met in vakantie["periodes"]
        ),
    )


@dataclass(frozen=True)
class Vakantiebron:
    """Where the holidays come from, and when they were looked up last."""

    bron: str
    bijgewerkt: date


@cache
def read_vakantiebron() -> Vakantiebron:
    """Source and date of the data file."""
    gegevens = _read_file()
    return Vakantiebron(str(gegevens["bron"]), gegevens["bijgewerkt"])


@cache
def _read_file() -> dict[str, Any]:
    pad = files("kernteam_tui") / "assets" / "schoolvakanties.toml"
    return tomllib.loads(pad.read_text(encoding="utf-8"))
