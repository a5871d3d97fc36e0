"""On which row everybody stands: parents above children, couples and siblings side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kernteam_tui.domain.genogram.nesten import Verwanten


def bepaal_rijen(verwanten: Verwanten) -> dict[str, int]:
    """The row of everybody with a relation, 0 on top.

    A parent always stands above the child. Couples, twins and siblings stand on one row, unless that would
    put somebody above or beside their own parent (an uncle with a niece).
    """
    stapel = _Stapel(verwanten)
    rijen = {lid: rij for groep, rij in stapel.rijen().items() for lid in stapel.leden(groep)}
    for deel in _delen(verwanten):
        bovenste = min(rijen[lid] for lid in deel)
        rijen.update({lid: rijen[lid] - bovenste for lid in deel})
    return _zet_delen_naast(verwanten, rijen)


def _delen(verwanten: Verwanten) -> list[list[str]]:
    """Groups of people who are joined by any line, the one of the jongere first."""
    buren: defaultdict[str, set[str]] = defaultdict(set)
    for paar in verwanten.paren:
        _verbind(buren, paar.ids)
    for nest in verwanten.nesten:
        _verbind(buren, (*nest.ouders, *nest.kind_ids))
    gezien: set[str] = set()
    delen: list[list[str]] = []
    leden = sorted(verwanten.stamboom.leden, key=lambda lid: not lid.jongere)
    for lid in leden:
        if lid.id in gezien or lid.id in verwanten.los:
            continue
        deel, wacht = [], [lid.id]
        gezien.add(lid.id)
        while wacht:
            deel.append(wacht.pop())
            nieuw = sorted(buren[deel[-1]] - gezien, key=verwanten.rang.__getitem__)
            gezien.update(nieuw)
            wacht += nieuw
        delen.append(deel)
    return delen


def _verbind(buren: dict[str, set[str]], ids: Iterable[str]) -> None:
    alle = list(ids)
    for lid in alle:
        buren[lid].update(ander for ander in alle if ander != lid)


def _zet_delen_naast(verwanten: Verwanten, rijen: dict[str, int]) -> dict[str, int]:
    """A separate family ends on the row of the jongere where it has children, else on that of the parents."""
    delen = _delen(verwanten)
    if not delen:
        return rijen
    diepst = max(rijen[lid] for lid in delen[0])
    for deel in delen[1:]:
        diepte = max(rijen[lid] for lid in deel)
        zak = max(0, diepst - max(diepte, 1)) if diepte == 0 else max(0, diepst - diepte)
        rijen.update({lid: rijen[lid] + zak for lid in deel})
    return rijen


class _Stapel:
    """Groups that share a row, and which group stands above which."""

    def __init__(self, verwanten: Verwanten) -> None:
        self._baas: dict[str, str] = {
            lid.id: lid.id for lid in verwanten.stamboom.leden if lid.id not in verwanten.los
        }
        self._onder: defaultdict[str, set[str]] = defaultdict(set)
        eigen = [nest for nest in verwanten.nesten if any(soort.juridisch for _, soort in nest.kinderen)]
        zorg = [nest for nest in verwanten.nesten if nest not in eigen]
        for nest in eigen:
            self._zet_onder(nest.ouders, nest.kind_ids)
        for paar in verwanten.paren:
            self._voeg_samen(*paar.ids)
        for nest in eigen:
            for kind in nest.kind_ids[1:]:
                self._voeg_samen(nest.kind_ids[0], kind)
        for nest in zorg:
            self._zet_onder(nest.ouders, nest.kind_ids)

    def leden(self, groep: str) -> list[str]:
        """Who is in this group."""
        return [lid for lid in self._baas if self._groep(lid) == groep]

    def rijen(self) -> Mapping[str, int]:
        """Row per group: as low as its children allow, leaves as high as their parents allow."""
        volgorde = self._van_boven()
        boven: defaultdict[str, int] = defaultdict(int)
        for groep in volgorde:
            for kind in self._onder[groep]:
                boven[kind] = max(boven[kind], boven[groep] + 1)
        rijen = {groep: boven[groep] for groep in volgorde}
        for groep in reversed(volgorde):
            if self._onder[groep]:
                rijen[groep] = min(rijen[kind] for kind in self._onder[groep]) - 1
        return rijen

    def _groep(self, lid: str) -> str:
        while self._baas[lid] != lid:
            lid = self._baas[lid]
        return lid

    def _bereikt(self, van: str, naar: str) -> bool:
        wacht, gezien = [van], {van}
        while wacht:
            for kind in self._onder[wacht.pop()]:
                if kind == naar:
                    return True
                if kind not in gezien:
                    gezien.add(kind)
                    wacht.append(kind)
        return False

    def _zet_onder(self, ouders: Iterable[str], kinderen: Iterable[str]) -> None:
        onder = list(kinderen)
        for ouder in map(self._groep, ouders):
            for kind in map(self._groep, onder):
                if kind != ouder and not self._bereikt(kind, ouder):
                    self._onder[ouder].add(kind)

    def _voeg_samen(self, a_id: str, b_id: str) -> None:
        blijft, gaat = self._groep(a_id), self._groep(b_id)
        if blijft == gaat or self._bereikt(blijft, gaat) or self._bereikt(gaat, blijft):
            return
        self._baas[gaat] = blijft
        self._onder[blijft] |= self._onder.pop(gaat, set())
        for onder in self._onder.values():
            if gaat in onder:
                onder.discard(gaat)
                onder.add(blijft)

    def _van_boven(self) -> list[str]:
        """Every group, parents before children; the order within that is the order of the leden."""
        groepen = [lid for lid in self._baas if self._groep(lid) == lid]
        boven = dict.fromkeys(groepen, 0)
        for groep in groepen:
            for kind in self._onder[groep]:
                boven[kind] += 1
        klaar = [groep for groep in groepen if boven[groep] == 0]
        for groep in klaar:
            for kind in sorted(self._onder[groep], key=groepen.index):
                boven[kind] -= 1
                if boven[kind] == 0:
                    klaar.append(kind)
        return klaar
