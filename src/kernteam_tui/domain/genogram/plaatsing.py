"""How far to the right everybody stands: children under their parents, nobody over another.

Each row is solved exactly (least squares with a least distance between neighbours, by pooling), with the
rows above and below as wishes, a fixed number of times: the same facts give the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kernteam_tui.domain.celtekst import celbreedte
from kernteam_tui.domain.genogram.etiket import Etiket, merken
from kernteam_tui.domain.genogram.nesten import Nest, Paar, Verwanten
from kernteam_tui.domain.genogram.volgorde import Ordening

RONDEN, ZONDER_VEER = 24, 6
"""How often all rows are solved, and how many of the last times without springs between people."""
TUSSEN = 2
"""Cells between two labels."""
TUSSEN_FAMILIES = 4
LIJN = 5
"""Cells that a couple line takes at least."""
_LICHT, _ZWAAR, _VEER = 0.05, 1.0, 0.3


@dataclass
class Plaatsing:
    """The column of everybody (the middle of the sign) and who has a straight couple line."""

    x: dict[str, int]
    naast: dict[tuple[str, str], Paar]
    """Couples that stand side by side, by (left, right)."""


def bepaal_plaatsen(
    verwanten: Verwanten, ordening: Ordening, etiketten: Mapping[str, Etiket], rij: Mapping[str, int]
) -> Plaatsing:
    """Place everybody who stands on a row; the leftmost label begins at column 0."""
    return _Plaatser(verwanten, ordening, etiketten, rij).plaats()


def links_van(breedte: int) -> int:
    """Cells of a text of this width that stand left of its middle."""
    return breedte // 2


def rechts_van(breedte: int) -> int:
    """Cells of a text of this width that stand right of its middle."""
    return breedte - 1 - breedte // 2


def lijnruimte(paar: Paar, verwanten: Verwanten) -> int:
    """Cells for the line between the signs of a couple, with its marks and a place for the children."""
    teksten = merken(paar, verwanten)
    if not teksten:
        return LIJN
    lengte = celbreedte("".join(teksten))
    met_kinderen = any(set(nest.ouders) == set(paar.ids) for nest in verwanten.nesten)
    return 2 * (lengte + 2) + 1 if met_kinderen else lengte + 4


class _Plaatser:
    def __init__(
        self,
        verwanten: Verwanten,
        ordening: Ordening,
        etiketten: Mapping[str, Etiket],
        rij: Mapping[str, int],
    ) -> None:
        self._v = verwanten
        self._rijen = ordening.rijen
        self._doorgangen = ordening.doorgangen
        self._etiketten = etiketten
        self._rij = dict(rij)
        for nummer, leden in enumerate(self._rijen):
            self._rij.update(dict.fromkeys(leden, nummer))
        self._naast = self._vind_naast()
        self._afstanden = [self._afstanden_van(leden) for leden in self._rijen]
        self._x: dict[str, float] = {}
        self._veer = _VEER
        self._takken = [self._tak(nummer, nest) for nummer, nest in enumerate(verwanten.nesten)]

    def plaats(self) -> Plaatsing:
        for leden, afstanden in zip(self._rijen, self._afstanden, strict=True):
            for nummer, lid in enumerate(leden):
                self._x[lid] = sum(afstanden[:nummer])
        diepste = len(self._rijen) - 1
        for ronde in range(RONDEN):
            self._veer = _VEER if ronde < RONDEN - ZONDER_VEER else 0.0
            for nummer in range(diepste, -1, -1):
                self._schik(nummer, self._wens_van_onder(nummer))
            for nummer in range(1, diepste + 1):
                self._schik(nummer, self._wens_van_boven(nummer))
        return Plaatsing(self._heel(), self._naast)

    def _vind_naast(self) -> dict[tuple[str, str], Paar]:
        uit = {}
        for leden in self._rijen:
            for links, rechts in pairwise(leden):
                for paar in self._v.paren_van.get(links, ()):
                    if rechts in paar.ids:
                        uit[(links, rechts)] = paar
        return uit

    def _afstanden_van(self, leden: Sequence[str]) -> list[int]:
        return [self._afstand(links, rechts) for links, rechts in pairwise(leden)]

    def _afstand(self, links: str, rechts: str) -> int:
        """Least number of columns between two neighbours."""
        breed_l, breed_r = self._breed(links), self._breed(rechts)
        raak = rechts_van(breed_l) + links_van(breed_r) + 1
        paar = self._naast.get((links, rechts))
        if paar is not None:
            teken_l, teken_r = (self._etiketten[lid].teken_breed for lid in (links, rechts))
            lijn = rechts_van(teken_l) + links_van(teken_r) + 1 + lijnruimte(paar, self._v)
            return max(raak + TUSSEN + 1, lijn)
        return raak + (TUSSEN if self._verwant(links, rechts) else TUSSEN_FAMILIES)

    def _verwant(self, links: str, rechts: str) -> bool:
        """Brothers and sisters, and lines that pass, stand a little closer than others."""
        if links in self._doorgangen or rechts in self._doorgangen:
            return True
        nesten = self._v.nesten_van.get(links, ())
        return any(rechts in nest.kind_ids for nest in nesten)

    def _breed(self, lid: str) -> int:
        return 1 if lid in self._doorgangen else self._etiketten[lid].breedte

    def _tak(self, nummer: int, nest: Nest) -> list[tuple[list[str], list[str]]]:
        """The line of a nest from row to row: who hold it above, who hang below."""
        if not nest.ouders:
            return []
        boven = max(self._rij[ouder] for ouder in nest.ouders)
        bovenaan = [ouder for ouder in nest.ouders if self._rij[ouder] == boven]
        doorgangen = sorted(
            (naam for naam, van in self._doorgangen.items() if van == nummer), key=self._rij.__getitem__
        )
        uit, houders = [], bovenaan
        for rij in range(boven + 1, len(self._rijen)):
            hangt = [kind for kind in nest.kind_ids if self._rij[kind] == rij]
            eigen = [kind for kind in hangt if self._v.nesten_van[kind][0] is nest]
            hangt = eigen or hangt
            hangt += [naam for naam in doorgangen if self._rij[naam] == rij]
            if hangt:
                uit.append((houders, hangt))
            houders = [naam for naam in doorgangen if self._rij[naam] == rij]
        return uit

    def _midden(self, ids: Sequence[str]) -> float:
        plekken = [self._x[lid] for lid in ids]
        return (min(plekken) + max(plekken)) / 2

    def _val(self, houders: Sequence[str]) -> float:
        """Where a line goes down: the middle, or as near to it as the names of a couple leave room."""
        midden = self._midden(houders)
        if len(houders) != 2:
            return midden
        links, rechts = houders if self._x[houders[0]] < self._x[houders[1]] else reversed(houders)
        if (links, rechts) not in self._naast:
            return midden
        van = self._x[links] + rechts_van(self._breed(links)) + 2
        tot = self._x[rechts] - links_van(self._breed(rechts)) - 2
        return min(max(midden, van), max(tot, van))

    def _wens_van_onder(self, nummer: int) -> dict[str, list[tuple[float, float]]]:
        wensen: dict[str, list[tuple[float, float]]] = {}
        for plek, tak in enumerate(self._takken):
            for houders, hangt in tak:
                if self._rij[houders[0]] == nummer:
                    schuif = self._midden(hangt) - self._val(houders)
                    for lid in houders:
                        gewicht = self._gewicht(plek, hangt)
                        wensen.setdefault(lid, []).append((self._x[lid] + schuif, gewicht))
        return wensen

    def _wens_van_boven(self, nummer: int) -> dict[str, list[tuple[float, float]]]:
        wensen: dict[str, list[tuple[float, float]]] = {}
        for plek, tak in enumerate(self._takken):
            for houders, hangt in tak:
                if self._rij[hangt[0]] == nummer:
                    midden = self._val(houders)
                    schuif = midden - self._midden(hangt)
                    for lid in hangt:
                        gewicht = self._gewicht(plek, [lid])
                        wensen.setdefault(lid, []).append((self._x[lid] + schuif, gewicht))
                        if self._veer:
                            wensen[lid].append((midden, gewicht * self._veer))
        return wensen

    def _gewicht(self, plek: int, hangt: Sequence[str]) -> float:
        """Own parents pull harder than foster parents and guardians."""
        nest = self._v.nesten[plek]
        eigen = any(lid in self._doorgangen or self._v.nesten_van[lid][0] is nest for lid in hangt)
        return _ZWAAR if eigen else _ZWAAR / 4

    def _schik(self, nummer: int, wensen: dict[str, list[tuple[float, float]]]) -> None:
        leden = self._rijen[nummer]
        self._trek_samen(nummer, wensen)
        doelen: list[tuple[float, float]] = []
        for lid in leden:
            eigen = wensen.get(lid)
            if eigen:
                gewicht = sum(deel for _, deel in eigen)
                doelen.append((sum(x * deel for x, deel in eigen) / gewicht, gewicht))
            else:
                doelen.append((self._x[lid], 0.0))
        self._volg_partner(leden, wensen, doelen, self._afstanden[nummer])
        zwaar = [(doel, gewicht or _LICHT) for doel, gewicht in doelen]
        for lid, x in zip(leden, _pool(zwaar, self._afstanden[nummer]), strict=True):
            self._x[lid] = x

    def _trek_samen(self, nummer: int, wensen: dict[str, list[tuple[float, float]]]) -> None:
        """A couple side by side draws together."""
        if not self._veer:
            return
        leden = self._rijen[nummer]
        for plek, (links, rechts) in enumerate(pairwise(leden)):
            if (links, rechts) in self._naast and links in wensen and rechts in wensen:
                afstand = self._afstanden[nummer][plek]
                x_links, x_rechts = self._x[links], self._x[rechts]
                wensen[links].append((x_rechts - afstand, self._veer))
                wensen[rechts].append((x_links + afstand, self._veer))

    def _volg_partner(
        self,
        leden: Sequence[str],
        wensen: Mapping[str, object],
        doelen: list[tuple[float, float]],
        afstanden: Sequence[int],
    ) -> None:
        """Who has no wish goes with the partner beside them."""
        for plek, (links, rechts) in enumerate(pairwise(leden)):
            if (links, rechts) not in self._naast:
                continue
            if rechts not in wensen and links in wensen:
                doelen[plek + 1] = (doelen[plek][0] + afstanden[plek], _LICHT * 4)
            elif links not in wensen and rechts in wensen:
                doelen[plek] = (doelen[plek + 1][0] - afstanden[plek], _LICHT * 4)

    def _heel(self) -> dict[str, int]:
        """Whole columns, with the least distances kept, the leftmost label at 0."""
        heel: dict[str, int] = {}
        for leden, afstanden in zip(self._rijen, self._afstanden, strict=True):
            for nummer, lid in enumerate(leden):
                x = round(self._x[lid])
                if nummer:
                    x = max(x, heel[leden[nummer - 1]] + afstanden[nummer - 1])
                heel[lid] = x
        rand = min((x - links_van(self._breed(lid)) for lid, x in heel.items()), default=0)
        return {lid: x - rand for lid, x in heel.items()}


def _pool(doelen: Sequence[tuple[float, float]], afstanden: Sequence[int]) -> list[float]:
    """The places nearest to the weighted wishes that keep the least distances, in order."""
    blokken: list[tuple[float, float, int]] = []
    verschoven = 0.0
    for nummer, (doel, gewicht) in enumerate(doelen):
        verschoven += afstanden[nummer - 1] if nummer else 0
        blok = (doel - verschoven, gewicht, 1)
        while blokken and blokken[-1][0] >= blok[0]:
            vorig = blokken.pop()
            samen = vorig[1] + blok[1]
            blok = ((vorig[0] * vorig[1] + blok[0] * blok[1]) / samen, samen, vorig[2] + blok[2])
        blokken.append(blok)
    uit: list[float] = []
    verschoven = 0.0
    for waarde, _, aantal in blokken:
        for _ in range(aantal):
            verschoven += afstanden[len(uit) - 1] if uit else 0
            uit.append(waarde + verschoven)
    return uit
