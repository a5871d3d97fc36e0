"""A drawing as simple shapes in millimetres: lines, signs, labels. What the template prints, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kernteam_tui.domain.genogram.etiket import OPNIEUW
from kernteam_tui.domain.genogram.huizen import teken_huizen
from kernteam_tui.domain.genogram.tekening import (
    Figuur,
    Lijn,
    Lijnsoort,
    Merk,
    Regelsoort,
    Stijl,
    Tekening,
    stukken,
)
from kernteam_tui.domain.genogram.tekst import KOP_LOS
from kernteam_tui.domain.gezinscodes import Geslacht
from kernteam_tui.domain.schoontekst import richting
from kernteam_tui.exchange.genogram.banden import Boog, Vlak, trek_boog
from kernteam_tui.exchange.genogram.maat import KOLOM, TEKEN, Maat, Plek
from kernteam_tui.exchange.genogram.penseel import bandvormen, lijnvorm

ONDERBREKING = 0.9
"""Millimetres on both sides where a lying line makes way for a standing one of another family."""
HUISSTREPEN = ("vol", "streep", "stip", "streepstip")
_BADGE = 4.0
_VORM = {Geslacht.MAN: "vierkant", Geslacht.VROUW: "rond"}
_STREEP = {Stijl.VOL: "vol", Stijl.STREEP: "streep", Stijl.STIP: "stip"}


@dataclass(frozen=True)
class Opbouw:
    """All shapes of a drawing, in the order in which they are printed."""

    breedte: float
    hoogte: float
    schaal: float
    vormen: tuple[dict[str, Any], ...]
    bogen: tuple[Boog, ...]


def bouw_op(tekening: Tekening, ruimte: Plek) -> Opbouw:
    """Turn a layout into shapes in millimetres; times `schaal` they fit into `ruimte`."""
    maat = Maat(tekening.regels, tekening.breedte, ruimte)
    bogen = tuple(_bogen(tekening, maat))
    vormen: list[dict[str, Any]] = [*_huizen(tekening, maat), *_lijnen(tekening, maat)]
    for boog in bogen:
        vormen += bandvormen(boog)
    vormen += [_merk(merk, maat) for merk in tekening.merken]
    vormen += [teken(figuur, maat.x(figuur.x), maat.y(figuur.y)) for figuur in tekening.figuren.values()]
    vormen += [_naam(figuur, maat) for figuur in tekening.figuren.values()]
    for regel, soort in enumerate(tekening.regels):
        if soort is Regelsoort.KOP:
            vormen.append({"soort": "kop", "x": 0.0, "y": maat.y(regel), "tekst": KOP_LOS})
    return Opbouw(maat.breedte, maat.hoogte, maat.schaal, tuple(vormen), bogen)


def teken(figuur: Figuur, x: float, y: float) -> dict[str, Any]:
    """The sign of somebody with this middle."""
    lid = figuur.lid
    leeftijd = "" if lid.leeftijd is None else str(lid.leeftijd)
    return {
        "soort": "teken",
        "vorm": _VORM.get(lid.geslacht, "ruit"),
        "x": x,
        "y": y,
        "maat": TEKEN,
        "tekst": leeftijd,
        "jongere": lid.jongere,
        "dood": lid.overleden,
    }


def persoonsvlakken(tekening: Tekening, maat: Maat) -> list[Vlak]:
    """Where everybody's sign and name stand."""
    uit = []
    half = TEKEN / 2
    for lid_id, figuur in tekening.figuren.items():
        x, y = maat.punt(figuur.x, figuur.y)
        uit.append(Vlak(lid_id, x - half, y - half, x + half, y + half))
        breed = max(len(figuur.etiket.naam), 2) * KOLOM / 2 * 0.92
        uit.append(Vlak(lid_id, x - breed, maat.y(figuur.y + 0.5), x + breed, maat.y(figuur.y + 1.4)))
    return uit


def _bogen(tekening: Tekening, maat: Maat) -> Iterator[Boog]:
    vlakken = persoonsvlakken(tekening, maat)
    koppen = [
        Vlak("", 0.0, maat.y(regel - 0.5), len(KOP_LOS) * KOLOM, maat.y(regel + 0.5))
        for regel, soort in enumerate(tekening.regels)
        if soort is Regelsoort.KOP
    ]
    gebruikt: set[Plek] = set()
    for band in tekening.verwanten.stamboom.banden:
        plekken = {}
        for lid_id in (band.a_id, band.b_id):
            figuur = tekening.figuren[lid_id]
            plekken[lid_id] = maat.punt(figuur.x, figuur.y)
        eigen = {band.a_id, band.b_id}
        # the own signs are no obstacle, the own names are: a line through a name cannot be read
        tekens = [vlak for vlak in vlakken[::2] if vlak.lid_id not in eigen]
        boog = trek_boog(
            (band.a_id, plekken[band.a_id]),
            (band.b_id, plekken[band.b_id]),
            band.kwaliteit,
            TEKEN / 2 + 0.8,
            [*tekens, *vlakken[1::2], *koppen],
            gebruikt,
        )
        gebruikt |= {boog.punten[0], boog.punten[-1]}
        yield boog


def _huizen(tekening: Tekening, maat: Maat) -> Iterator[dict[str, Any]]:
    badges: list[Plek] = []
    for nummer, huis in enumerate(teken_huizen(tekening)):
        for vorm in huis.vormen:
            punten = [_hoek(x, y, maat) for x, y in vorm]
            yield {
                "soort": "huis",
                "punten": punten,
                "nummer": nummer,
                "streep": HUISSTREPEN[nummer % len(HUISSTREPEN)],
                "letter": huis.letter,
                "badge": _badge(punten, badges),
            }


def _hoek(x: float, y: float, maat: Maat) -> Plek:
    return maat.x(x), maat.y(y)


def _badge(punten: list[Plek], badges: list[Plek]) -> Plek:
    """The upper left corner; to the right of the letter of another household that stands there already."""
    boven = min(y for _, y in punten)
    x = min(x for x, y in punten if y == boven)
    while any(abs(x - ander_x) < _BADGE and abs(boven - ander_y) < _BADGE for ander_x, ander_y in badges):
        x += _BADGE
    badges.append((x, boven))
    return badges[-1]


def _lijnen(tekening: Tekening, maat: Maat) -> Iterator[dict[str, Any]]:
    liggend: dict[tuple[str, int, Stijl], list[tuple[int, int]]] = {}
    gezien: set[tuple[object, ...]] = set()
    for lijn in tekening.lijnen:
        for van, tot in _rechte_stukken(lijn):
            (x1, y1), (x2, y2) = sorted((van, tot))
            if y1 == y2:
                liggend.setdefault((lijn.net, y1, lijn.stijl), []).append((x1, x2))
            elif (sleutel := (van, tot, lijn.stijl, lijn.net)) not in gezien:
                gezien.add(sleutel)
                einden = (_einde(tekening, lijn, van, maat), _einde(tekening, lijn, tot, maat))
                yield lijnvorm(einden, _STREEP[lijn.stijl])
        if lijn.soort is Lijnsoort.TWEELING:
            yield lijnvorm((maat.punt(*lijn.punten[-4]), maat.punt(*lijn.punten[-1])), _STREEP[lijn.stijl])
    for (_, y, stijl), delen in liggend.items():
        for x1, x2 in _samen(delen):
            gaten = sorted(maat.x(x) for x, rij in tekening.kruisingen if rij == y and x1 < x < x2)
            for begin, eind in _onderbroken(maat.x(x1), maat.x(x2), gaten):
                yield lijnvorm(((begin, maat.y(y)), (eind, maat.y(y))), _STREEP[stijl])


def _samen(delen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces that touch, as one."""
    uit: list[tuple[int, int]] = []
    for begin, eind in sorted(delen):
        if uit and begin <= uit[-1][1]:
            uit[-1] = (uit[-1][0], max(uit[-1][1], eind))
        else:
            uit.append((begin, eind))
    return uit


def _rechte_stukken(lijn: Lijn) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Without the fork of twins, which is drawn as two slanting lines."""
    if lijn.soort is not Lijnsoort.TWEELING:
        return stukken(lijn)
    punten = lijn.punten[:-3]
    return [(van, tot) for van, tot in pairwise(punten) if van != tot]


def _einde(tekening: Tekening, lijn: Lijn, punt: tuple[int, int], maat: Maat) -> Plek:
    """The point itself, or just below the name where a line leaves from under somebody."""
    x, y = punt
    eigen = [tekening.figuren[lid] for lid in lijn.ids]
    if any(figuur.onder == y and abs(figuur.x - x) <= figuur.etiket.breedte for figuur in eigen):
        return maat.x(x), maat.y(min(figuur.y for figuur in eigen if figuur.onder == y) + 1.5)
    return maat.punt(x, y)


def _onderbroken(van: float, tot: float, gaten: list[float]) -> Iterator[tuple[float, float]]:
    for gat in gaten:
        yield van, gat - ONDERBREKING
        van = gat + ONDERBREKING
    yield van, tot


def _merk(merk: Merk, maat: Maat) -> dict[str, Any]:
    x, y = maat.punt(merk.x, merk.y)
    breed = len("".join(merk.teksten))
    return {
        "soort": "merk",
        "x": x - (KOLOM / 2 if breed % 2 == 0 else 0) + 0.8,
        "y": y,
        "tekens": ["ringen" if t == OPNIEUW else "streep" for t in "".join(merk.teksten)],
    }


def _naam(figuur: Figuur, maat: Maat) -> dict[str, Any]:
    x = maat.x(figuur.x)
    return {
        "soort": "naam",
        "x": x,
        "y": maat.y(figuur.y + 1),
        "breedte": max((figuur.etiket.breedte + 2) * KOLOM, 14.0),
        "tekst": figuur.etiket.naam,
        "jongere": figuur.lid.jongere,
        "rtl": richting(figuur.etiket.naam) == "rtl",
    }
