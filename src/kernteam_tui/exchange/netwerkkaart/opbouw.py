"""The map as plain values for the template: shapes in millimetres, and the words under them."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Any

from kernteam_tui.domain.gezinscodes import Gevoel, Netwerkgroep
from kernteam_tui.domain.netwerkkaart.cirkel import (
    MIDDEN,
    STRAAL,
    Cirkel,
    Vlak,
    leg_cirkel,
    naam_op_kaart,
    onder_naam,
)
from kernteam_tui.domain.netwerkkaart.kaart import NABIJ_WOORDEN, Kaart, Mens
from kernteam_tui.domain.netwerkkaart.telling import tel
from kernteam_tui.domain.netwerkkaart.woorden import LEGENDA, lijst_regels, omschrijf, titel
from kernteam_tui.domain.schoontekst import richting

RAND = 2.0
"""Millimetres around the outer circle."""
_SOORT = {
    Gevoel.STEUN: "steun",
    Gevoel.SPANNING: "spanning",
    Gevoel.BEIDE: "beide",
    Gevoel.ONBEKEND: "onbekend",
}


def bouw_op(kaart: Kaart) -> dict[str, Any]:
    """What the template `netwerkkaart.typ` shows; places are from the top left of the drawing."""
    cirkel = leg_cirkel(kaart)
    heel = 2 * (STRAAL + RAND)
    return {
        "titel": titel(kaart),
        "telling": tel(kaart).zin,
        "omschrijving": " ".join(regel.strip() for regel in lijst_regels(kaart) if regel),
        "maat": heel,
        "midden": {"x": heel / 2, "y": heel / 2, "straal": MIDDEN, "naam": kaart.midden},
        "ringen": [
            {"straal": straal, "woord": NABIJ_WOORDEN[ring]} for ring, straal in enumerate(cirkel.stralen, 1)
        ],
        "lijnen": [_lijn(punt.van, heel) for punt in cirkel.punten],
        "groepen": [{"woord": punt.groep.label, **_vlak(punt.naam, heel)} for punt in cirkel.punten],
        "mensen": [_mens(mens, cirkel, heel) for mens in kaart.mensen if mens.id in cirkel.labels],
        "schaal": cirkel.schaal,
        "legenda": list(LEGENDA),
        "lijst": [
            {"groep": groep.label.capitalize(), "mensen": [_regel(mens) for mens in mensen]}
            for groep in Netwerkgroep
            if (mensen := [mens for mens in kaart.mensen if mens.groep is groep])
        ],
    }


def _lijn(graden: float, heel: float) -> list[list[float]]:
    hoek = radians(graden)
    return [
        [round(heel / 2 + straal * sin(hoek), 3), round(heel / 2 - straal * cos(hoek), 3)]
        for straal in (MIDDEN, STRAAL)
    ]


def _vlak(vlak: Vlak, heel: float) -> dict[str, float]:
    links, boven = heel / 2 + vlak.x - vlak.b / 2, heel / 2 + vlak.y - vlak.h / 2
    return {"x": round(links, 3), "y": round(boven, 3), "b": round(vlak.b, 3), "h": round(vlak.h, 3)}


def _mens(mens: Mens, cirkel: Cirkel, heel: float) -> dict[str, Any]:
    naam = naam_op_kaart(mens)
    return {
        "naam": naam,
        "rtl": richting(naam) == "rtl",
        "onder": onder_naam(mens),
        "teken": mens.teken,
        "soort": _SOORT[mens.gevoel],
        "jim": mens.jim,
        **_vlak(cirkel.labels[mens.id], heel),
    }


def _regel(mens: Mens) -> dict[str, str]:
    """The name apart, so that it can be set in its own direction; and a number where one may stand there."""
    rest = omschrijf(mens).removeprefix(mens.naam)
    if mens.telefoon:
        rest = f"{rest}; {mens.telefoon}"
    return {"naam": mens.naam, "rest": rest}
