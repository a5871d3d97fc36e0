"""How lines look: couple and child lines in ink, how it is between people in colour and in pattern."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kernteam_tui.domain.gezinscodes import RelatieKwaliteit
from kernteam_tui.exchange.genogram.banden import Boog, ernaast, midden, slinger
from kernteam_tui.exchange.genogram.maat import Plek

INKT, DUN = 0.4, 0.35
KLEUR = {
    RelatieKwaliteit.HECHT: "#1f6f4a",
    RelatieKwaliteit.GOED: "#1f6f4a",
    RelatieKwaliteit.AFSTANDELIJK: "#6b6f76",
    RelatieKwaliteit.CONFLICT: "#a8322a",
    RelatieKwaliteit.VERBROKEN: "#6b3f7c",
}
"""All at least 4.5 : 1 on white; the pattern says the same without colour."""


def lijnvorm(
    punten: Sequence[Plek], streep: str = "vol", kleur: str = "", dikte: float = INKT
) -> dict[str, Any]:
    """An open line of straight pieces; without a colour in ink."""
    return {
        "soort": "lijn",
        "punten": [list(punt) for punt in punten],
        "streep": streep,
        "kleur": kleur,
        "dikte": dikte,
    }


def bandvormen(boog: Boog) -> list[dict[str, Any]]:
    """The lines that show how it is between two people."""
    kleur, punten = KLEUR[boog.kwaliteit], boog.punten
    if boog.kwaliteit is RelatieKwaliteit.CONFLICT:
        return [lijnvorm(slinger(punten, 0.8, 1.3), "vol", kleur, DUN)]
    if boog.kwaliteit is RelatieKwaliteit.HECHT:
        return [lijnvorm(ernaast(punten, kant), "vol", kleur, 0.45) for kant in (-0.5, 0.5)]
    if boog.kwaliteit is RelatieKwaliteit.AFSTANDELIJK:
        return [lijnvorm(punten, "stip", kleur, 0.5)]
    if boog.kwaliteit is RelatieKwaliteit.VERBROKEN:
        return _verbroken(punten, kleur)
    return [lijnvorm(punten, "vol", kleur, DUN)]


def _verbroken(punten: Sequence[Plek], kleur: str) -> list[dict[str, Any]]:
    """Two halves, with a bar at the end of each."""
    half = len(punten) // 2
    _, _, dx, dy = midden(punten)
    uit = [lijnvorm(punten[:half], "vol", kleur, DUN), lijnvorm(punten[half + 1 :], "vol", kleur, DUN)]
    for plek in (punten[half - 1], punten[half + 1]):
        eind = ((plek[0] - dy * 1.3, plek[1] + dx * 1.3), (plek[0] + dy * 1.3, plek[1] - dx * 1.3))
        uit.append(lijnvorm(eind, "vol", kleur, DUN + 0.1))
    return uit
