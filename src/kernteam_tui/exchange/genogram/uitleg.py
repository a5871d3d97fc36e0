"""The legend on paper: the same shapes in small, of signs that are used only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kernteam_tui.domain.genogram.huizen import teken_huizen
from kernteam_tui.domain.genogram.legenda import Uitleg, gebruikte_tekens
from kernteam_tui.domain.genogram.tekening import Tekening
from kernteam_tui.domain.gezinscodes import Geslacht, RelatieKwaliteit
from kernteam_tui.exchange.genogram.banden import Boog
from kernteam_tui.exchange.genogram.opbouw import HUISSTREPEN
from kernteam_tui.exchange.genogram.penseel import bandvormen, lijnvorm

BREED, HOOG = 9.0, 5.0
"""Millimetres of the picture before the words."""
_MIDDEN = HOOG / 2
Vormen = list[dict[str, Any]]


def bouw_uitleg(tekening: Tekening) -> list[dict[str, Any]]:
    """Pictures with their words: signs and lines, how it is between people, households."""
    return [*_tekens(tekening), *_banden(tekening), *_huizen(tekening)]


def _tekens(tekening: Tekening) -> Iterator[dict[str, Any]]:
    gebruikt = gebruikte_tekens(tekening)
    vorm = _jongerevorm(tekening)
    getekend: dict[str, list[str]] = {}
    beelden: dict[str, Vormen] = {}
    for uitleg in gebruikt:
        beeld = _figuur(vorm, jongere=True) if uitleg is Uitleg.JONGERE else _BEELDEN[uitleg]()
        sleutel = str(beeld)
        getekend.setdefault(sleutel, []).append(uitleg.woorden)
        beelden[sleutel] = beeld
    for sleutel, woorden in getekend.items():
        yield {"vormen": beelden[sleutel], "woorden": " of ".join(woorden)}


def _banden(tekening: Tekening) -> Iterator[dict[str, Any]]:
    gebruikt = {band.kwaliteit for band in tekening.verwanten.stamboom.banden}
    for kwaliteit in RelatieKwaliteit:
        if kwaliteit in gebruikt:
            punten = tuple((BREED * stap / 22, _MIDDEN) for stap in range(23))
            yield {
                "vormen": bandvormen(Boog("", "", kwaliteit, punten, vrij=True)),
                "woorden": kwaliteit.label,
            }


def _huizen(tekening: Tekening) -> Iterator[dict[str, Any]]:
    for nummer, huis in enumerate(teken_huizen(tekening)):
        punten = [(0.6, 0.6), (BREED - 0.6, 0.6), (BREED - 0.6, HOOG - 0.6), (0.6, HOOG - 0.6)]
        vorm = {
            "soort": "huis",
            "punten": punten,
            "nummer": nummer,
            "streep": HUISSTREPEN[nummer % len(HUISSTREPEN)],
            "letter": huis.letter,
            "badge": (BREED / 2, _MIDDEN),
        }
        yield {"vormen": [vorm], "woorden": huis.kring.naam}


def _jongerevorm(tekening: Tekening) -> str:
    geslachten = [figuur.lid.geslacht for figuur in tekening.figuren.values() if figuur.lid.jongere]
    if not geslachten:
        return "rond"
    return {Geslacht.MAN: "vierkant", Geslacht.VROUW: "rond"}.get(geslachten[0], "ruit")


def _figuur(vorm: str, jongere: bool = False, dood: bool = False) -> Vormen:
    return [
        {
            "soort": "teken",
            "vorm": vorm,
            "x": BREED / 2,
            "y": _MIDDEN,
            "maat": 4.2,
            "tekst": "",
            "jongere": jongere,
            "dood": dood,
        }
    ]


def _lijn(streep: str) -> Vormen:
    return [lijnvorm(((0.0, _MIDDEN), (BREED, _MIDDEN)), streep)]


def _met_merk(*tekens: str) -> Vormen:
    return [*_lijn("vol"), {"soort": "merk", "x": BREED / 2, "y": _MIDDEN, "tekens": list(tekens)}]


def _naar_beneden(streep: str) -> Vormen:
    return [lijnvorm(((BREED / 2, 0.0), (BREED / 2, HOOG)), streep)]


def _vork() -> Vormen:
    top = (BREED / 2, 0.6)
    return [lijnvorm((top, (BREED / 2 - 3.5, HOOG))), lijnvorm((top, (BREED / 2 + 3.5, HOOG)))]


_BEELDEN: Mapping[Uitleg, Callable[[], Vormen]] = {
    Uitleg.MAN: lambda: _figuur("vierkant"),
    Uitleg.VROUW: lambda: _figuur("rond"),
    Uitleg.ANDERS: lambda: _figuur("ruit"),
    Uitleg.OVERLEDEN: lambda: _figuur("vierkant", dood=True),
    Uitleg.GETROUWD: lambda: _lijn("vol"),
    Uitleg.OUDERS: lambda: _lijn("vol"),
    Uitleg.SAMEN: lambda: _lijn("streep"),
    Uitleg.RELATIE: lambda: _lijn("stip"),
    Uitleg.UIT_ELKAAR: lambda: _met_merk("streep"),
    Uitleg.GESCHEIDEN: lambda: _met_merk("streep", "streep"),
    Uitleg.OPNIEUW: lambda: _met_merk("ringen"),
    Uitleg.TWEELING: _vork,
    Uitleg.PLEEG: lambda: _naar_beneden("streep"),
    Uitleg.ADOPTIE: lambda: _naar_beneden("streep"),
    Uitleg.VOOGD: lambda: _naar_beneden("stip"),
    Uitleg.STIEF: lambda: _naar_beneden("stip"),
}
