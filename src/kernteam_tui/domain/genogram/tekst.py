"""The genogram as lines of text, with the place of everybody so that a cursor can walk through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kernteam_tui.domain.celtekst import Stuk, celbreedte
from kernteam_tui.domain.genogram.doek import Doek
from kernteam_tui.domain.genogram.etiket import NAAM_BREED
from kernteam_tui.domain.genogram.legenda import legenda_regels
from kernteam_tui.domain.genogram.plaatsing import links_van
from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.genogram.tekening import Figuur, Lijn, Lijnsoort, Punt, Regelsoort, Tekening, stukken

SMALLER = (NAAM_BREED, 9, 7, 5)
"""Cells for a name, tried in this order until the drawing fits the width."""
HELE_NAAM, KLEIN_GEZIN = 20, 8
"""Cells for a name in a family of at most so many people, where that fits: first name and last name."""
LEESBAAR = 9
"""Cells for a name in a drawing that is wider than the screen anyhow."""
KOP_LOS = "Ook om hen heen:"


@dataclass(frozen=True)
class Plek:
    """Where somebody stands in the text: rows and cells from 0. The name stands on the row below the sign."""

    lid_id: str
    rij: int
    kolom: int
    lengte: int
    naam_kolom: int
    naam_lengte: int

    @property
    def stukken(self) -> tuple[Stuk, Stuk]:
        """The sign, and the name on the line below it."""
        return Stuk(self.rij, self.kolom, self.lengte), Stuk(self.rij + 1, self.naam_kolom, self.naam_lengte)


@dataclass(frozen=True)
class Tekstbeeld:
    """The drawing (`regels`), its signs explained (`legenda`), the place of everybody in reading order."""

    regels: tuple[str, ...]
    legenda: tuple[str, ...]
    plekken: Mapping[str, Plek]
    breedte: int
    """Cells of the widest line of the drawing."""
    botsingen: int = 0
    """Cells in which a line and a letter met; 0 in every drawing that is right."""

    def buur(self, lid_id: str, richting: str) -> str:
        """Who stands `links`, `rechts`, `boven` or `onder` of this person; the person where nobody does."""
        hier = self.plekken[lid_id]
        keuzes = [plek for plek in self.plekken.values() if _ligt(plek, hier, richting)]
        if not keuzes:
            return lid_id
        return min(keuzes, key=lambda plek: _ver(plek, hier, richting)).lid_id


def teken_tekst(stamboom: Stamboom, breedte: int) -> Tekstbeeld:
    """Draw the family in text with names as long as fit in this width.

    What is too wide with the shortest names is drawn with readable names, wider than asked, to scroll.
    """
    if len(stamboom.leden) <= KLEIN_GEZIN:
        heel = maak_tekening(stamboom, HELE_NAAM)
        if heel.breedte <= breedte:
            return zet_op_tekst(heel, breedte)
    ruim = maak_tekening(stamboom, SMALLER[0])
    if ruim.breedte <= breedte:
        return zet_op_tekst(ruim, breedte)
    krap = maak_tekening(stamboom, SMALLER[-1])
    if krap.breedte > breedte:
        return zet_op_tekst(maak_tekening(stamboom, LEESBAAR), breedte)
    for naam_breed in SMALLER[1:-1]:
        tekening = maak_tekening(stamboom, naam_breed)
        if tekening.breedte <= breedte:
            return zet_op_tekst(tekening, breedte)
    return zet_op_tekst(krap, breedte)


def zet_op_tekst(tekening: Tekening, breedte: int) -> Tekstbeeld:
    """Draw this layout; `breedte` only folds the legend."""
    kop = celbreedte(KOP_LOS) if Regelsoort.KOP in tekening.regels else 0
    doek = Doek(max(tekening.breedte, kop), len(tekening.regels))
    plekken = {lid: _zet_figuur(doek, figuur) for lid, figuur in tekening.figuren.items()}
    for y, soort in enumerate(tekening.regels):
        if soort is Regelsoort.KOP:
            doek.zet_tekst(KOP_LOS, 0, y)
    for lijn in tekening.lijnen:
        _zet_lijn(doek, lijn, tekening)
    for merk in tekening.merken:
        tekst = "".join(merk.teksten)
        doek.zet_merk(tekst, merk.x - celbreedte(tekst) // 2, merk.y)
    regels = tuple(doek.regels())
    op_volgorde = sorted(plekken.values(), key=lambda plek: (plek.rij, plek.kolom))
    return Tekstbeeld(
        regels,
        tuple(legenda_regels(tekening, breedte)),
        {plek.lid_id: plek for plek in op_volgorde},
        max((celbreedte(regel) for regel in regels), default=0),
        len(doek.botsingen),
    )


def eigen_cellen(figuur: Figuur) -> frozenset[Punt]:
    """The cells of somebody's sign, and the whole width of the label below it."""
    breed = figuur.etiket.teken_breed
    cellen = {(figuur.x - links_van(breed) + plek, figuur.y) for plek in range(breed)}
    breed = figuur.etiket.breedte
    links = figuur.x - links_van(breed)
    cellen |= {(links + plek, y) for plek in range(breed) for y in range(figuur.y + 1, figuur.onder + 1)}
    return frozenset(cellen)


def _zet_figuur(doek: Doek, figuur: Figuur) -> Plek:
    etiket = figuur.etiket
    for nummer, tekst in enumerate((etiket.teken, etiket.naam, etiket.huis)):
        if tekst:
            doek.zet_tekst(tekst, figuur.x - links_van(celbreedte(tekst)), figuur.y + nummer)
    breed, naam_breed = etiket.teken_breed, celbreedte(etiket.naam)
    return Plek(
        figuur.lid.id,
        figuur.y,
        figuur.x - links_van(breed),
        breed,
        figuur.x - links_van(naam_breed),
        naam_breed,
    )


def _zet_lijn(doek: Doek, lijn: Lijn, tekening: Tekening) -> None:
    buiten: frozenset[Punt] = frozenset()
    for lid in lijn.ids:
        buiten |= eigen_cellen(tekening.figuren[lid])
    net = lijn.net
    for van, tot in stukken(lijn):
        doek.zet_lijn(van, tot, net, lijn.stijl, buiten)
    if lijn.soort is Lijnsoort.TWEELING:
        doek.rond_af(frozenset(lijn.punten[-2:-1]))


def _ligt(plek: Plek, hier: Plek, richting: str) -> bool:
    if richting == "links":
        return plek.rij == hier.rij and plek.kolom < hier.kolom
    if richting == "rechts":
        return plek.rij == hier.rij and plek.kolom > hier.kolom
    return plek.rij < hier.rij if richting == "boven" else plek.rij > hier.rij


def _ver(plek: Plek, hier: Plek, richting: str) -> tuple[int, int]:
    opzij = abs(plek.kolom + plek.lengte // 2 - hier.kolom - hier.lengte // 2)
    if richting in ("links", "rechts"):
        return opzij, 0
    return abs(plek.rij - hier.rij), opzij
