"""The map as plain lines: for the line mode, for a screen reader, and under the drawing on paper."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.gezinscodes import Gevoel, Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import HEEL_GEZIN, NABIJ_WOORDEN, Kaart, Mens
from kernteam_tui.domain.netwerkkaart.telling import tel

LEGENDA = (
    "+ steun   - spanning   ± allebei   · niet besproken",
    "P praktisch   G gezelschap   A advies   E emotioneel",
)
"""The signs of the drawing."""


def titel(kaart: Kaart) -> str:
    """`Netwerk van Noor`."""
    return f"Netwerk van {kaart.midden or HEEL_GEZIN}"


def omschrijf(mens: Mens) -> str:
    """One person in words: `Oma Ans, oma: geeft steun; praktische hulp, gezelschap; dichtbij; JIM`; only
    who it is, of whom nothing more is told."""
    return wie(mens) if mens.stil else f"{wie(mens)}: {'; '.join(_feiten(mens))}"


def wie(mens: Mens) -> str:
    """Name and relation; only the name where that says it already."""
    zelfde = mens.relatie.casefold() in mens.naam.casefold()
    return mens.naam if zelfde or not mens.relatie else f"{mens.naam}, {mens.relatie}"


def hulp_woorden(mens: Mens) -> str:
    """The kinds of help in words."""
    return ", ".join(soort.label for soort in mens.hulp)


def jim_woorden(mens: Mens) -> str:
    """Whether this is the JIM, and whether all three have agreed (S45); empty for others."""
    if not mens.jim:
        return ""
    return "JIM" if mens.jim_afgesproken else "JIM, nog niet iedereen akkoord"


def lijst_regels(kaart: Kaart) -> tuple[str, ...]:
    """The whole map as lines: title, numbers, then each group that has people."""
    regels = [titel(kaart), tel(kaart).zin]
    for groep in Netwerkgroep:
        mensen = [mens for mens in kaart.mensen if mens.groep is groep]
        if mensen:
            regels += ["", groep.label.capitalize()]
            regels += [f"  {omschrijf(mens)}" for mens in mensen]
    return tuple(regels)


def _feiten(mens: Mens) -> Iterator[str]:
    yield mens.gevoel.label
    if mens.hulp:
        yield hulp_woorden(mens)
    if mens.gevoel is not Gevoel.ONBEKEND or mens.op_kaart_gezet:
        yield NABIJ_WOORDEN[mens.nabij]
    if mens.jim:
        yield jim_woorden(mens)
    if mens.rond:
        yield f"van {mens.rond}"
