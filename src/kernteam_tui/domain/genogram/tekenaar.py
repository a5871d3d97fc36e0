"""Lay out a whole genogram: rows, order, places, lanes, and then every line and mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kernteam_tui.domain.celtekst import celbreedte
from kernteam_tui.domain.genogram.banen import verdeel_banen
from kernteam_tui.domain.genogram.etiket import NAAM_BREED, Etiket, maak_etiketten, merken
from kernteam_tui.domain.genogram.generaties import bepaal_rijen
from kernteam_tui.domain.genogram.nesten import Paar, Verwanten, houd_wat_kan, vind_verwanten
from kernteam_tui.domain.genogram.plaatsing import bepaal_plaatsen, links_van, rechts_van
from kernteam_tui.domain.genogram.routes import Boog, Routes, Tak
from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.tekening import (
    Figuur,
    Lijn,
    Lijnsoort,
    Merk,
    Punt,
    Regelsoort,
    Stijl,
    Tekening,
    stukken,
)
from kernteam_tui.domain.genogram.volgorde import Ordening, bepaal_volgorde
from kernteam_tui.domain.gezinscodes import OuderSoort, RelatieSoort

LOS_BREED = 60
"""Columns that people without a line may always take beside each other."""

_KOPPELSTIJL = {
    RelatieSoort.SAMENWONEND: Stijl.STREEP,
    RelatieSoort.UIT_ELKAAR: Stijl.STREEP,
    RelatieSoort.RELATIE: Stijl.STIP,
}
_KINDSTIJL = {
    OuderSoort.ADOPTIE: Stijl.STREEP,
    OuderSoort.PLEEG: Stijl.STREEP,
    OuderSoort.STIEF: Stijl.STIP,
    OuderSoort.VOOGD: Stijl.STIP,
}


def maak_tekening(stamboom: Stamboom, naam_breed: int = NAAM_BREED) -> Tekening:
    """Lay out the family, names cut to `naam_breed` cells. The same facts always give the same drawing.

    Somebody who is added gets a place of their own; all others keep their row and their order on it.
    """
    verwanten = vind_verwanten(stamboom)
    return _Tekenaar(verwanten, maak_etiketten(stamboom, naam_breed)).teken()


class _Tekenaar:
    def __init__(self, verwanten: Verwanten, etiketten: Mapping[str, Etiket]) -> None:
        rijen = bepaal_rijen(verwanten)
        self._v = verwanten = houd_wat_kan(verwanten, rijen)
        self._etiketten = etiketten
        self._rij = {lid: rij for lid, rij in rijen.items() if lid not in verwanten.los}
        self._ordening: Ordening = bepaal_volgorde(verwanten, self._rij)
        plaatsing = bepaal_plaatsen(verwanten, self._ordening, etiketten, self._rij)
        self._x = plaatsing.x
        self._naast = plaatsing.naast
        self._routes = Routes(verwanten, self._ordening, plaatsing, etiketten)
        self._regels: list[Regelsoort] = []
        self._y_rij: list[int] = []
        self._y_baan: dict[tuple[str, int], int] = {}
        self._verdeel_hoogte()

    def teken(self) -> Tekening:
        figuren = {
            lid: Figuur(self._v.lid[lid], self._etiketten[lid], rij, self._x[lid], self._y_rij[rij])
            for lid, rij in self._rij.items()
        }
        lijnen = [*self._koppellijnen(figuren), *self._kindlijnen(figuren)]
        breedte = max((_rechts(figuur) + 1 for figuur in figuren.values()), default=0)
        breedte = max([breedte, *(x + 1 for lijn in lijnen for x, _ in lijn.punten)])
        gemerkt = [self._merk(lijn, lijnen, figuren) for lijn in lijnen if lijn.soort is Lijnsoort.KOPPEL]
        breedte = max([breedte, *(merk.x + celbreedte("".join(merk.teksten)) for merk in gemerkt if merk)])
        apart = self._apart(breedte)
        breedte = max([breedte, *(_rechts(figuur) + 1 for figuur in apart.values())])
        volgorde = {lid.id: {**figuren, **apart}[lid.id] for lid in self._v.stamboom.leden}
        return Tekening(
            self._v,
            volgorde,
            tuple(lijnen),
            tuple(merk for merk in gemerkt if merk is not None),
            tuple(self._regels),
            breedte,
        )

    def _verdeel_hoogte(self) -> None:
        """A line for the sign, one for the name, one for households, then the lanes below that row."""
        laatste = len(self._ordening.rijen) - 1
        for kanaal in range(-1, laatste + 1):
            if kanaal >= 0:
                self._y_rij.append(len(self._regels))
                self._regels += [Regelsoort.TEKEN, Regelsoort.NAAM]
                leden = [lid for lid in self._ordening.rijen[kanaal] if lid in self._etiketten]
                if any(self._etiketten[lid].huis for lid in leden):
                    self._regels.append(Regelsoort.HUIS)
            banen = verdeel_banen(self._routes.netten(kanaal))
            begin = len(self._regels)
            for net, baan in banen.items():
                self._y_baan[(net, kanaal)] = begin + max(baan, 0)
            hoog = max(banen.values(), default=-1) + 1
            if 0 <= kanaal < laatste:
                hoog = max(hoog, 1)
            self._regels += [Regelsoort.BAAN] * hoog

    def _koppellijnen(self, figuren: Mapping[str, Figuur]) -> Iterator[Lijn]:
        for (links, rechts), paar in self._naast.items():
            punten = ((self._x[links], figuren[links].y), (self._x[rechts], figuren[rechts].y))
            yield Lijn(Lijnsoort.KOPPEL, _koppelstijl(paar), punten, paar.ids, _koppelnet(paar))
        for boog in self._routes.bogen:
            yield self._booglijn(boog, figuren)

    def _booglijn(self, boog: Boog, figuren: Mapping[str, Figuur]) -> Lijn:
        boven, onder = sorted(boog.eind, key=lambda lid: (self._rij[lid], boog.eind[lid]))
        x1, x2 = boog.eind[boven], boog.eind[onder]
        y1 = self._y_baan[(boog.naam, boog.kanaal)]
        punten: list[Punt] = [(x1, figuren[boven].onder), (x1, y1)]
        if self._rij[boven] == self._rij[onder]:
            punten += [(x2, y1), (x2, figuren[onder].onder)]
        elif boog.omweg is None:
            punten += [(x2, y1), (x2, figuren[onder].y)]
        else:
            y2 = self._y_baan[(boog.naam, self._rij[onder] - 1)]
            punten += [(boog.omweg, y1), (boog.omweg, y2), (x2, y2), (x2, figuren[onder].y)]
        return Lijn(Lijnsoort.KOPPEL, _koppelstijl(boog.paar), tuple(punten), boog.paar.ids, boog.naam)

    def _kindlijnen(self, figuren: Mapping[str, Figuur]) -> Iterator[Lijn]:
        weg: dict[str, tuple[Punt, ...]] = {}
        for tak in self._routes.takken:
            nest = self._v.nesten[tak.nest]
            net = f"nest {tak.nest}"
            begin = self._begin(tak, figuren, weg)
            for naam, kolom in tak.door:
                weg[naam] = (*begin, *self._langs(tak, kolom), (kolom, self._y_rij[tak.kanaal + 1]))
            for kind, kolom in tak.kinderen.items():
                soort, einde = self._naar_kind(tak, kind, kolom, figuren[kind].y)
                punten = (*begin, *einde)
                yield Lijn(
                    soort, _KINDSTIJL.get(nest.soort(kind), Stijl.VOL), punten, (kind, *nest.ouders), net
                )

    def _begin(
        self, tak: Tak, figuren: Mapping[str, Figuur], weg: Mapping[str, tuple[Punt, ...]]
    ) -> tuple[Punt, ...]:
        if tak.top is None:
            return ()
        if isinstance(tak.aan, str):
            return weg[tak.aan] if tak.aan in weg else ((tak.top, figuren[tak.aan].onder),)
        assert tak.aan is not None
        for boog in self._routes.bogen:
            if boog.paar.ids == tak.aan:
                return ((tak.top, self._y_baan[(boog.naam, boog.kanaal)]),)
        return ((tak.top, figuren[tak.aan[0]].y),)

    def _langs(self, tak: Tak, kolom: int) -> tuple[Punt, ...]:
        """Along the lane of the nest to this column."""
        y = self._y_baan[(tak.naam, tak.kanaal)]
        return ((kolom, y),) if tak.top is None else ((tak.top, y), (kolom, y))

    def _naar_kind(self, tak: Tak, kind: str, kolom: int, y: int) -> tuple[Lijnsoort, tuple[Punt, ...]]:
        for nummer, (samen, punt) in enumerate(tak.vorken):
            if kind in samen:
                laag = self._y_baan[(tak.vorknaam(nummer), tak.kanaal)]
                einde = ((punt, laag), (kolom, laag), (kolom, y))
                return Lijnsoort.TWEELING, (*self._langs(tak, punt), *einde)
        return Lijnsoort.KIND, (*self._langs(tak, kolom), (kolom, y))

    def _merk(self, lijn: Lijn, lijnen: list[Lijn], figuren: Mapping[str, Figuur]) -> Merk | None:
        """The marks on the lying part of a couple line, clear of every standing line."""
        paar = next(paar for paar in self._v.paren if paar.ids == lijn.ids)
        teksten = merken(paar, self._v)
        if not teksten:
            return None
        liggend = [stuk for stuk in stukken(lijn) if stuk[0][1] == stuk[1][1]]
        if not liggend:
            (x, y1), (_, y2) = lijn.punten[0], lijn.punten[-1]
            return Merk(teksten, x, (y1 + y2) // 2, paar.ids)
        (x1, y), (x2, _) = max(liggend, key=lambda stuk: abs(stuk[0][0] - stuk[1][0]))
        van, tot = min(x1, x2) + 1, max(x1, x2) - 1
        for lid in lijn.ids:
            figuur = figuren[lid]
            if figuur.y == y:
                breed = figuur.etiket.teken_breed
                van = (
                    max(van, figuur.x + rechts_van(breed) + 1) if figuur.x < tot and figuur.x <= van else van
                )
                tot = min(tot, figuur.x - links_van(breed) - 1) if figuur.x >= tot else tot
        bezet = _staand(lijnen, y)
        breed = celbreedte("".join(teksten))
        x = _vrije_plek(van, tot, breed, bezet)
        return Merk(teksten, x, y, paar.ids)

    def _apart(self, breedte: int) -> dict[str, Figuur]:
        """People without any line, in rows below the family."""
        uit: dict[str, Figuur] = {}
        ruimte, x = max(breedte, LOS_BREED), 0
        for lid in self._v.los:
            etiket = self._etiketten[lid]
            if not uit or x + etiket.breedte > ruimte:
                x = 0
                if self._regels:
                    self._regels += [Regelsoort.BAAN] if uit else [Regelsoort.BAAN, Regelsoort.KOP]
                y = len(self._regels)
                self._regels += [Regelsoort.TEKEN, Regelsoort.NAAM]
                if any(self._etiketten[ander].huis for ander in self._v.los):
                    self._regels.append(Regelsoort.HUIS)
            uit[lid] = Figuur(self._v.lid[lid], etiket, -1, x + links_van(etiket.breedte), y)
            x += etiket.breedte + 3
        return uit


def _rechts(figuur: Figuur) -> int:
    return figuur.x + rechts_van(figuur.etiket.breedte)


def _koppelstijl(paar: Paar) -> Stijl:
    return _KOPPELSTIJL.get(paar.perioden[-1].soort, Stijl.VOL) if paar.perioden else Stijl.VOL


def _koppelnet(paar: Paar) -> str:
    return "koppel " + " ".join(paar.ids)


def _staand(lijnen: list[Lijn], y: int) -> set[int]:
    """Columns in which a standing line touches this line of the grid."""
    return {
        van[0]
        for lijn in lijnen
        for van, tot in stukken(lijn)
        if van[0] == tot[0] and min(van[1], tot[1]) <= y <= max(van[1], tot[1])
    }


def _vrije_plek(van: int, tot: int, breed: int, bezet: set[int]) -> int:
    """The middle for a text of this width, in the widest free stretch, with a cell of line on both sides."""
    stukjes: list[tuple[int, int]] = []
    begin = van
    for kolom in [*sorted(plek for plek in bezet if van <= plek <= tot), tot + 1]:
        stukjes.append((begin, kolom - 1))
        begin = kolom + 1
    links, rechts = max(stukjes, key=lambda stuk: (stuk[1] - stuk[0], -stuk[0]))
    if rechts - links + 1 < breed:
        links, rechts = van, tot
    return max((links + rechts + 1 - breed) // 2, 0) + breed // 2
