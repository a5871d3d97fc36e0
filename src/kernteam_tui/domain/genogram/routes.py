"""Where each line runs: couple lines from sign to sign, child lines along a lane between the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kernteam_tui.domain.genogram.banen import Net
from kernteam_tui.domain.genogram.etiket import Etiket
from kernteam_tui.domain.genogram.nesten import Nest, Paar, Verwanten
from kernteam_tui.domain.genogram.plaatsing import Plaatsing, links_van, rechts_van
from kernteam_tui.domain.genogram.volgorde import Ordening

BIJNA = 1
"""Columns that a line may shift to run straight down."""


@dataclass(frozen=True)
class Tak:
    """The part of a nest's line between two rows: from `top` down to children and places to pass."""

    nest: int
    kanaal: int
    """Number of the row above; -1 is above all."""
    top: int | None
    aan: tuple[str, str] | str | None
    """What it hangs from: a couple, one parent or a place to pass; nothing for twins without parents."""
    kinderen: Mapping[str, int]
    """Child -> column where the line reaches the sign."""
    door: tuple[tuple[str, int], ...]
    """Places where the line goes on to a lower row."""
    vorken: tuple[tuple[tuple[str, ...], int], ...]
    """Twins, and the column of the point they share."""

    @property
    def naam(self) -> str:
        """Name of its net."""
        return f"nest {self.nest} {self.kanaal}"

    def vorknaam(self, nummer: int) -> str:
        """Name of the net of these twins."""
        return f"{self.naam} vork {nummer}"


@dataclass(frozen=True)
class Boog:
    """The line of a couple that does not stand side by side: down from both, and below the labels along."""

    paar: Paar
    kanaal: int
    eind: Mapping[str, int]
    """Person -> column; of the lower one, where they stand on different rows, the top of the sign."""
    omweg: int | None = None
    """Column beside the drawing along which it goes where it has to pass whole rows."""

    @property
    def naam(self) -> str:
        """Name of its net."""
        return "boog " + " ".join(self.paar.ids)


class Routes:
    """The columns of all lines; lanes come after."""

    def __init__(
        self,
        verwanten: Verwanten,
        ordening: Ordening,
        plaatsing: Plaatsing,
        etiketten: Mapping[str, Etiket],
    ) -> None:
        self._v = verwanten
        self._x = plaatsing.x
        self._etiketten = etiketten
        self._doorgangen = ordening.doorgangen
        self._rij = {lid: nummer for nummer, leden in enumerate(ordening.rijen) for lid in leden}
        self._naast = {frozenset(paar.ids): paar for paar in plaatsing.naast.values()}
        self._tussen = {frozenset(paar.ids): ids for ids, paar in plaatsing.naast.items()}
        self._bezet: defaultdict[int, set[int]] = defaultdict(set)
        self._rand = max((x + rechts_van(self._breed(lid)) for lid, x in self._x.items()), default=0)
        self._tops = self._zoek_tops()
        self._poorten = self._zoek_poorten()
        self.bogen = [self._boog(paar) for paar in verwanten.paren if frozenset(paar.ids) not in self._naast]
        self.takken = [
            tak for nummer, nest in enumerate(verwanten.nesten) for tak in self._takken(nummer, nest)
        ]

    def netten(self, kanaal: int) -> list[Net]:
        """Everything that needs a lane under this row."""
        uit: list[Net] = []
        for boog in self.bogen:
            uit += _boognetten(boog, kanaal, self._rij)
        for tak in self.takken:
            if tak.kanaal == kanaal:
                uit += _taknetten(
                    tak,
                    {boog.naam for boog in self.bogen if boog.kanaal == kanaal and boog.paar.ids == tak.aan},
                )
        return uit

    def _breed(self, lid: str) -> int:
        return 1 if lid in self._doorgangen else self._etiketten[lid].breedte

    def _zoek_tops(self) -> dict[tuple[str, int], int]:
        """Column where the line of a nest reaches the child: own parents in the middle, others beside it."""
        uit: dict[tuple[str, int], int] = {}
        for kind, nesten in self._v.nesten_van.items():
            wijd = 2 if self._etiketten[kind].teken_breed > 5 else 1
            for plek, nest in enumerate(nesten):
                schuif = (0, wijd, -wijd)[plek % 3]
                uit[(kind, self._v.nesten.index(nest))] = self._x[kind] + schuif
        for (kind, _), kolom in uit.items():
            self._bezet[self._rij[kind] - 1].add(kolom)
        for naam in self._doorgangen:
            self._bezet[self._rij[naam] - 1].add(self._x[naam])
        return uit

    def _zoek_poorten(self) -> dict[tuple[str, str], int]:
        """Columns under a label where lines leave, from left to right in the order of where they go."""
        vragen: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
        for paar in self._v.paren:
            if frozenset(paar.ids) in self._naast:
                continue
            for lid in paar.ids:
                if self._rij[lid] <= self._rij[paar.ander(lid)]:
                    vragen[lid].append((self._x[paar.ander(lid)], " ".join(paar.ids)))
        for nummer, nest in enumerate(self._v.nesten):
            houder = self._houder(nest)
            if isinstance(houder, str):
                lager = [f"|{nummer}|{self._rij[houder] + 1}"]
                hangt = lager if lager[0] in self._x else nest.kind_ids
                vragen[houder].append((self._midden(hangt), str(nummer)))
        uit: dict[tuple[str, str], int] = {}
        for lid, doelen in vragen.items():
            for plek, (doel, waarvoor) in enumerate(sorted(doelen)):
                kolom = self._x[lid] + 2 * plek - (len(doelen) - 1)
                if len(doelen) == 1 and abs(round(doel) - kolom) <= BIJNA:
                    kolom = round(doel)
                ruim = max(links_van(self._breed(lid)), 1)
                eigen = {top for (_, nest), top in self._tops.items() if str(nest) == waarvoor}
                eigen |= {self._x[naam] for naam, nest in self._doorgangen.items() if str(nest) == waarvoor}
                kolom = self._vrij(self._rij[lid], kolom, self._x[lid] - ruim, self._x[lid] + ruim, eigen)
                uit[(lid, waarvoor)] = kolom
                self._bezet[self._rij[lid]].add(kolom)
        return uit

    def _houder(self, nest: Nest) -> tuple[str, str] | str | None:
        """From what the children of a nest hang: a couple on one row, or the (lowest) parent."""
        if not nest.ouders:
            return None
        if len(nest.ouders) == 2 and self._rij[nest.ouders[0]] == self._rij[nest.ouders[1]]:
            for paar in self._v.paren_van[nest.ouders[0]]:
                if nest.ouders[1] in paar.ids:
                    return paar.ids
        return max(nest.ouders, key=lambda ouder: self._rij[ouder])

    def _midden(self, ids: Iterable[str]) -> float:
        plekken = [self._x[lid] for lid in ids]
        return (min(plekken) + max(plekken)) / 2

    def _boog(self, paar: Paar) -> Boog:
        boven, onder = sorted(paar.ids, key=lambda lid: (self._rij[lid], self._x[lid]))
        sleutel = " ".join(paar.ids)
        if self._rij[boven] == self._rij[onder]:
            eind = {lid: self._poorten[(lid, sleutel)] for lid in (boven, onder)}
            return Boog(paar, self._rij[boven], eind)
        links = self._x[onder] - links_van(self._etiketten[onder].teken_breed)
        rechts = self._x[onder] + rechts_van(self._etiketten[onder].teken_breed)
        top = self._vrij(self._rij[onder] - 1, self._x[onder] - 1, links, rechts)
        self._bezet[self._rij[onder] - 1].add(top)
        eind = {boven: self._poorten[(boven, sleutel)], onder: top}
        if self._rij[onder] - self._rij[boven] == 1:
            return Boog(paar, self._rij[boven], eind)
        self._rand += 2
        return Boog(paar, self._rij[boven], eind, self._rand)

    def _takken(self, nummer: int, nest: Nest) -> Iterable[Tak]:
        houder = self._houder(nest)
        eerste = min(self._rij[kind] for kind in nest.kind_ids) - 1
        if nest.ouders:
            eerste = max(self._rij[ouder] for ouder in nest.ouders)
        laatste = max(self._rij[kind] for kind in nest.kind_ids)
        aan: tuple[str, str] | str | None = houder
        for kanaal in range(eerste, laatste):
            hier = [kind for kind in nest.kind_ids if self._rij[kind] == kanaal + 1]
            naam = f"|{nummer}|{kanaal + 1}"
            door = ((naam, self._x[naam]),) if naam in self._doorgangen else ()
            tops = {kind: self._tops[(kind, nummer)] for kind in hier}
            vorken = self._vorken(hier, tops)
            doel = self._doel(tops, vorken, door)
            top = self._top(nummer, aan, kanaal, doel)
            yield Tak(nummer, kanaal, top, aan, tops, door, vorken)
            aan = naam

    def _vorken(
        self, hier: Sequence[str], tops: Mapping[str, int]
    ) -> tuple[tuple[tuple[str, ...], int], ...]:
        uit = []
        for tweeling in self._v.stamboom.tweelingen:
            samen = tuple(kind for kind in hier if kind in tweeling.kind_ids)
            if len(samen) > 1:
                plekken = [tops[kind] for kind in samen]
                uit.append((samen, (min(plekken) + max(plekken)) // 2))
        return tuple(uit)

    def _doel(
        self,
        tops: Mapping[str, int],
        vorken: Sequence[tuple[tuple[str, ...], int]],
        door: Sequence[tuple[str, int]],
    ) -> list[int]:
        in_vork = {kind for samen, _ in vorken for kind in samen}
        return sorted(
            [kolom for kind, kolom in tops.items() if kind not in in_vork]
            + [kolom for _, kolom in vorken]
            + [kolom for _, kolom in door]
        )

    def _top(
        self, nummer: int, aan: tuple[str, str] | str | None, kanaal: int, doel: Sequence[int]
    ) -> int | None:
        if aan is None:
            return None
        if isinstance(aan, str):
            return self._x[aan] if aan in self._doorgangen else self._poorten[(aan, str(nummer))]
        if frozenset(aan) in self._naast:
            van, tot, midden = self._gat(self._tussen[frozenset(aan)])
        else:
            eind = next(boog.eind for boog in self.bogen if boog.paar.ids == aan)
            van, tot = min(eind.values()) + 1, max(eind.values()) - 1
            midden = round((doel[0] + doel[-1]) / 2)
        kolom = min(doel, key=lambda plek: abs(plek - midden))
        if len(doel) > 1 and abs(kolom - midden) > BIJNA:
            kolom = midden
        eigen = set(doel)
        vrij = self._vrij(kanaal, min(max(kolom, van), tot), van, tot, eigen)
        self._bezet[kanaal].add(vrij)
        return vrij

    def _gat(self, ids: tuple[str, str]) -> tuple[int, int, int]:
        """Columns between two labels where a line can go down, and the middle of their couple line."""
        links, rechts = ids
        van = self._x[links] + rechts_van(self._breed(links)) + 2
        tot = self._x[rechts] - links_van(self._breed(rechts)) - 2
        breed_l, breed_r = (self._etiketten[lid].teken_breed for lid in ids)
        begin = self._x[links] + rechts_van(breed_l) + 1
        eind = self._x[rechts] - links_van(breed_r) - 1
        return van, tot, (begin + eind) // 2

    def _vrij(self, kanaal: int, wens: int, van: int, tot: int, eigen: Iterable[int] = ()) -> int:
        """The free column nearest to the wish."""
        bezet = self._bezet[kanaal] - set(eigen)
        keuzes = sorted(range(van, tot + 1), key=lambda kolom: (abs(kolom - wens), kolom))
        return next((kolom for kolom in keuzes if kolom not in bezet), min(max(wens, van), tot))


def _boognetten(boog: Boog, kanaal: int, rij: Mapping[str, int]) -> list[Net]:
    boven, onder = sorted(boog.eind, key=lambda lid: rij[lid])
    if rij[boven] == rij[onder]:
        return [Net(boog.naam, tuple(boog.eind.values()), ())] if kanaal == boog.kanaal else []
    if boog.omweg is None:
        return [Net(boog.naam, (boog.eind[boven],), (boog.eind[onder],))] if kanaal == boog.kanaal else []
    if kanaal == boog.kanaal:
        return [Net(boog.naam, (boog.eind[boven],), (boog.omweg,))]
    if kanaal == rij[onder] - 1:
        return [Net(boog.naam, (boog.omweg,), (boog.eind[onder],))]
    return []


def _taknetten(tak: Tak, na: Iterable[str]) -> list[Net]:
    in_vork = {kind for samen, _ in tak.vorken for kind in samen}
    onder = [kolom for kind, kolom in tak.kinderen.items() if kind not in in_vork]
    onder += [kolom for _, kolom in (*tak.vorken, *tak.door)]
    boven = () if tak.top is None else (tak.top,)
    uit = [Net(tak.naam, boven, tuple(onder), frozenset(na))]
    for nummer, (samen, midden) in enumerate(tak.vorken):
        tops = tuple(tak.kinderen[kind] for kind in samen)
        uit.append(Net(tak.vorknaam(nummer), (midden,), tops, frozenset((tak.naam,))))
    return uit
