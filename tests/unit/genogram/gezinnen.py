"""The committed families as stambomen."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kernteam_tui.domain.genogram.stamboom import (
    Band,
    Kindschap,
    Koppel,
    Lid,
    Stamboom,
    Tweeling,
    Woonkring,
)
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieKwaliteit, RelatieSoort

HIER = Path(__file__).parent
JAAR = 2026
_GESLACHT = {"m": Geslacht.MAN, "v": Geslacht.VROUW, "a": Geslacht.ANDERS, "?": Geslacht.ONBEKEND}
_OUDERSOORTEN = {soort.value for soort in OuderSoort}


@dataclass(frozen=True)
class Gezin:
    """A family with the name under which it stands in the list."""

    naam: str
    stamboom: Stamboom


@cache
def alle_gezinnen() -> tuple[Gezin, ...]:
    """Thirty families: by hand, then those from the seed."""
    uit = []
    for bestand in ("gezinnen.toml", "willekeurig.toml"):
        inhoud = tomllib.loads((HIER / bestand).read_text(encoding="utf-8"))
        uit += [Gezin(tabel["naam"], lees_stamboom(tabel)) for tabel in inhoud["gezin"]]
    return tuple(uit)


def gezin(naam: str) -> Stamboom:
    """The family with this name."""
    return next(deel.stamboom for deel in alle_gezinnen() if deel.naam == naam)


def lees_stamboom(tabel: dict[str, Any]) -> Stamboom:
    """One family of the list."""
    return Stamboom(
        tuple(_lid(regel) for regel in tabel["leden"]),
        tuple(band for regel in tabel.get("ouders", ()) for band in _kindschappen(regel)),
        tuple(_koppel(regel) for regel in tabel.get("koppels", ())),
        tuple(Tweeling(tuple(regel.split())) for regel in tabel.get("tweelingen", ())),
        tuple(_band(regel) for regel in tabel.get("banden", ())),
        tuple(_kring(regel) for regel in tabel.get("kringen", ())),
    )


def _lid(regel: str) -> Lid:
    delen = regel.split()
    jaar = int(delen[3])
    sterfjaar = int(delen[delen.index("†") + 1]) if "†" in delen else None
    leeftijd = (sterfjaar or JAAR) - jaar
    return Lid(
        delen[0],
        delen[1],
        _GESLACHT[delen[2]],
        jaar,
        leeftijd,
        sterfjaar is not None,
        sterfjaar,
        "*" in delen,
    )


def _kindschappen(regel: str) -> list[Kindschap]:
    links, rechts = regel.split(":")
    ouders = rechts.split()
    soort = OuderSoort(ouders.pop()) if ouders[-1] in _OUDERSOORTEN else OuderSoort.BIOLOGISCH
    return [Kindschap(kind, ouder, soort) for kind in links.split(",") for ouder in ouders]


def _koppel(regel: str) -> Koppel:
    a_id, b_id, soort, *jaren = regel.split()
    return Koppel(a_id, b_id, RelatieSoort(soort), *map(int, jaren))


def _band(regel: str) -> Band:
    a_id, b_id, kwaliteit = regel.split()
    return Band(a_id, b_id, RelatieKwaliteit(kwaliteit))


def _kring(regel: str) -> Woonkring:
    naam, leden = regel.split(":")
    return Woonkring(naam, naam, tuple(leden.split()))
