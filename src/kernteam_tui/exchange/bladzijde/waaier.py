"""The drawing of who stands around a family where a round one takes too much room: rings seen from the side.

The family stands at the edge where reading begins; whoever is nearer stands nearer to it. Measures are in em,
from the top left, as in `kring`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kernteam_tui.exchange.bladzijde.kring import (
    MEESTE_NAMEN,
    MIDDEN,
    RINGEN,
    Kaartje,
    Kaartmaat,
    Kringkaart,
    Ring,
    Stand,
    maak_kaartje,
    met_woorden,
)
from kernteam_tui.exchange.bladzijde.opbouw import Kringregel

TUSSENRUIMTE = 0.3
"""Between any two cards, and between a card and the family."""
_RAND = 0.12
"""Between the cards and the edge of the drawing, and between a card and the ring around it."""
_IN_KAART = 0.22
"""Between the words of a card and its edge, left and right."""
_LIJN = 0.05
"""Room for the line at both ends."""
_LAAGSTE, _HOOGSTE, _STAP = 2 * MIDDEN, 14.0, 0.2
_SMALSTE_RING = 1.2
"""A ring on which nobody stands is as wide as this."""


def plaats_in_waaier(
    kring: Sequence[Kringregel], maten: Sequence[Kaartmaat], breed: float
) -> Kringkaart | None:
    """The lowest drawing of at most `breed`, from left to right; None: make it a sentence.

    `maten` are those of each, in the same order. The same people give the same drawing.
    """
    if not kring or len(kring) > MEESTE_NAMEN:
        return None
    mensen = tuple(
        replace(maak_kaartje(nummer, wie.dichtbij, maat), b=maat.b + 2 * _IN_KAART)
        for nummer, (wie, maat) in enumerate(zip(kring, maten, strict=True))
    )
    stappen = range(int((_HOOGSTE - _LAAGSTE) / _STAP) + 1)
    tekeningen = (_teken(mensen, _LAAGSTE + stap * _STAP) for stap in stappen)
    kaart = next((kaart for kaart in tekeningen if kaart and kaart.breed <= breed), None)
    return kaart and replace(kaart, namen=tuple(met_woorden(kaartje, maten) for kaartje in kaart.namen))


def spiegel(kaart: Kringkaart) -> Kringkaart:
    """The same drawing from right to left, for who reads that way."""
    x, y = kaart.hart
    return replace(
        kaart,
        hart=(kaart.breed - x, y),
        namen=tuple(replace(kaartje, x=kaart.breed - kaartje.x - kaartje.b) for kaartje in kaart.namen),
    )


def _teken(mensen: Stand, ruimte: float) -> Kringkaart | None:
    """With cards under each other in at most `ruimte`; None where one card is higher."""
    if max(mens.h for mens in mensen) > ruimte:
        return None
    kolommen = [_kolommen([mens for mens in mensen if mens.ring == ring], ruimte) for ring in range(RINGEN)]
    hoogste = max(_hoogte(kolom) for ring in kolommen for kolom in ring)
    hoog = max(hoogste, 2 * MIDDEN) + 4 * _RAND
    hart = (MIDDEN + _LIJN, hoog / 2)
    straal = MIDDEN
    gezet: list[Kaartje] = []
    ringen: list[Ring] = []
    for ring in kolommen:
        x = hart[0] + straal + TUSSENRUIMTE
        eigen: list[Kaartje] = []
        for kolom in ring:
            eigen += _onder_elkaar(kolom, x, hart[1])
            x += max(kaartje.b for kaartje in kolom) + TUSSENRUIMTE
        straal = max([straal + _SMALSTE_RING, *(k.x + k.b - hart[0] + _RAND for k in eigen)])
        ringen.append(Ring(straal, straal))
        gezet += eigen
    namen = tuple(sorted(gezet, key=lambda kaartje: kaartje.nummer))
    return Kringkaart(hart[0] + straal + _LIJN, hoog, MIDDEN, tuple(ringen), namen, hart)


def _kolommen(mensen: Sequence[Kaartje], ruimte: float) -> list[list[Kaartje]]:
    """In their own order, as few columns as go, and none much higher than another."""
    aantal = len(_vul(mensen, ruimte))
    stappen = range(int(ruimte / _STAP) + 1)
    proeven = (_vul(mensen, stap * _STAP) for stap in stappen)
    laagste = (
        kolommen
        for kolommen in proeven
        if len(kolommen) == aantal and all(_hoogte(kolom) <= ruimte for kolom in kolommen)
    )
    return next(laagste, _vul(mensen, ruimte))


def _vul(mensen: Sequence[Kaartje], ruimte: float) -> list[list[Kaartje]]:
    kolommen: list[list[Kaartje]] = []
    for mens in mensen:
        if kolommen and _hoogte([*kolommen[-1], mens]) <= ruimte:
            kolommen[-1].append(mens)
        else:
            kolommen.append([mens])
    return kolommen


def _hoogte(kolom: Sequence[Kaartje]) -> float:
    return sum(kaartje.h for kaartje in kolom) + TUSSENRUIMTE * (len(kolom) - 1)


def _onder_elkaar(kolom: Sequence[Kaartje], x: float, midden: float) -> list[Kaartje]:
    breed, y = max(kaartje.b for kaartje in kolom), midden - _hoogte(kolom) / 2
    uit: list[Kaartje] = []
    for kaartje in kolom:
        uit.append(replace(kaartje, x=x + (breed - kaartje.b) / 2, y=y))
        y += kaartje.h + TUSSENRUIMTE
    return uit
