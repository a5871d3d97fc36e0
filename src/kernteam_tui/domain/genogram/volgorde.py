"""In which order everybody stands on their row.

The order is built, not searched for: from the block of the jongere (a person with partners) downwards to
children and upwards to parents, each family a fragment that is laid whole beside the next. So somebody new
is put in where they belong and nobody else changes places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from kernteam_tui.domain.genogram.nesten import Nest, Paar, Verwanten
from kernteam_tui.domain.gezinscodes import Geslacht

Fragment = dict[int, list[str]]
"""People per row, from left to right."""


@dataclass(frozen=True)
class Ordening:
    """Rows of ids from left to right. A `doorgang` is a place where the line of a nest passes a row."""

    rijen: tuple[tuple[str, ...], ...]
    doorgangen: dict[str, int] = field(default_factory=dict)
    """Id of the place -> number of the nest."""


def bepaal_volgorde(verwanten: Verwanten, rij: dict[str, int]) -> Ordening:
    """Order everybody who has a row."""
    bouw = _Bouw(verwanten, rij)
    fragment: Fragment = {}
    for lid in sorted(verwanten.stamboom.leden, key=lambda lid: not lid.jongere):
        if lid.id in rij:
            fragment = _naast(fragment, bouw.vanaf(lid.id))
    rijen = [fragment.get(nummer, []) for nummer in range(max(fragment, default=-1) + 1)]
    doorgangen = _maak_doorgangen(verwanten, rij, rijen)
    return Ordening(tuple(tuple(rij) for rij in rijen), doorgangen)


@dataclass(frozen=True)
class _Deel:
    """A child with descendants, and apart from that the parents of partners who stand left or right of it."""

    fragment: Fragment
    links: Fragment = field(default_factory=dict)
    rechts: Fragment = field(default_factory=dict)

    @property
    def naar_rechts(self) -> _Deel:
        return _Deel(self.fragment, {}, _naast(self.links, self.rechts))

    @property
    def geheel(self) -> Fragment:
        return _naast(_naast(self.links, self.fragment), self.rechts)


class _Bouw:
    def __init__(self, verwanten: Verwanten, rij: dict[str, int]) -> None:
        self._v = verwanten
        self._rij = rij
        self._geplaatst: set[str] = set()
        self._nest_af: set[int] = set()
        self._kant: dict[int, int] = {}
        """Nests of which a child has a place already: 1 where the others come left of it, 0 where right."""
        self._jongeren = {lid.id for lid in verwanten.stamboom.leden if lid.jongere}

    def vanaf(self, lid_id: str) -> Fragment:
        """Everybody who can be reached from here and has no place yet."""
        if lid_id in self._geplaatst:
            return {}
        blok = self._blok(lid_id)
        self._geplaatst.update(blok)
        return self._omhoog(blok, self._met_kinderen(blok))

    def _blok(self, lid_id: str) -> list[str]:
        """This person with partners, and theirs, who stand on the same row, in order."""
        leden, paren = [lid_id], []
        for lid in leden:
            for paar in self._v.paren_van.get(lid, ()):
                ander = paar.ander(lid)
                if self._rij[ander] != self._rij[lid]:
                    continue
                if paar not in paren:
                    paren.append(paar)
                if ander not in leden:
                    leden.append(ander)
        return self._rijg(leden, paren)

    def _rijg(self, leden: list[str], paren: list[Paar]) -> list[str]:
        """Partners side by side, earlier couples left, men left: in that order of weight."""
        aantal = {lid: sum(lid in paar.ids for paar in paren) for lid in leden}
        spil = max(leden, key=lambda lid: (aantal[lid], -self._v.rang[lid]))
        gezien = {spil}
        armen = [self._arm(ander, paren, gezien) for ander in self._partners(spil, paren)]
        armen = [arm for arm in armen if arm]
        keuzes = []
        for knip in range(len(armen) + 1):
            links = [lid for arm in armen[:knip] for lid in reversed(arm)]
            rechts = [lid for arm in armen[knip:] for lid in arm]
            keuzes += [[*links, spil, *rechts], [*links, spil, *rechts][::-1]]
        return max(keuzes, key=lambda rij: self._netjes(rij, paren))

    def _arm(self, lid_id: str, paren: list[Paar], gezien: set[str]) -> list[str]:
        if lid_id in gezien:
            return []
        gezien.add(lid_id)
        arm = [lid_id]
        for ander in self._partners(lid_id, paren):
            arm += self._arm(ander, paren, gezien)
        return arm

    def _partners(self, lid_id: str, paren: list[Paar]) -> list[str]:
        """The partners, the first one first."""
        eigen = [paar for paar in paren if lid_id in paar.ids]
        return [paar.ander(lid_id) for paar in sorted(eigen, key=_sinds)]

    def _netjes(self, rij: list[str], paren: list[Paar]) -> tuple[int, int, int]:
        """Couples side by side, couples out of the order of time (less is more), men left of women."""
        naast, man_links, middens = 0, 0, []
        for paar in sorted(paren, key=_sinds):
            links, rechts = sorted(map(rij.index, paar.ids))
            weegt = 5 if self._ouders_van_jongere(paar) else 1
            naast += weegt * (rechts - links == 1)
            man_links += weegt * _man_links(
                self._v.lid[rij[links]].geslacht, self._v.lid[rij[rechts]].geslacht
            )
            middens.append(links + rechts)
        omgekeerd = sum(eerder > later for eerder, later in combinations(middens, 2))
        return naast, -omgekeerd, man_links

    def _ouders_van_jongere(self, paar: Paar) -> bool:
        return any(
            set(nest.ouders) == set(paar.ids) and self._jongeren.intersection(nest.kind_ids)
            for nest in self._v.nesten
        )

    def _nesten_onder(self, blok: list[str]) -> list[tuple[int, Nest]]:
        """The nests of which this block holds the lowest parent, left to right."""

        def midden(nest: Nest) -> float:
            plekken = [blok.index(ouder) for ouder in nest.ouders if ouder in blok]
            return sum(plekken) / len(plekken)

        eigen = [
            (nummer, nest)
            for nummer, nest in enumerate(self._v.nesten)
            if nummer not in self._nest_af and nest.ouders and self._laagste(nest) in blok
        ]
        return sorted(eigen, key=lambda deel: midden(deel[1]))

    def _laagste(self, nest: Nest) -> str:
        return max(nest.ouders, key=lambda ouder: (self._rij[ouder], -self._v.rang[ouder]))

    def _met_kinderen(self, blok: list[str], midden: tuple[int, str, Fragment] | None = None) -> Fragment:
        """The block above its children. `midden`: a fragment that is there, for that child of a nest."""
        delen: list[_Deel] = []
        for nummer, nest in self._nesten_onder(blok):
            self._nest_af.add(nummer)
            for kind in self._kinderen(nummer, nest):
                if midden is not None and (nummer, kind) == midden[:2]:
                    delen.append(_Deel(midden[2]))
                elif kind not in self._geplaatst:
                    deel = self._omlaag(kind, nummer)
                    delen.append(deel if kind == nest.kind_ids[0] else deel.naar_rechts)
        return _onder_elkaar(self._rij[blok[0]], blok, delen)

    def _kinderen(self, nummer: int, nest: Nest) -> list[str]:
        """By age; beside a child that has a place elsewhere, first who is a twin of it."""
        if nummer not in self._kant:
            return list(nest.kind_ids)
        tweeling = {
            kind
            for samen in self._v.stamboom.tweelingen
            if not self._geplaatst.isdisjoint(set(samen.kind_ids) & set(nest.kind_ids))
            for kind in samen.kind_ids
        }
        links = self._kant[nummer]
        return sorted(nest.kind_ids, key=lambda kind: (kind in tweeling) if links else (kind not in tweeling))

    def _omlaag(self, kind: str, via: int) -> _Deel:
        """A child with partners and descendants, and the other parents of those partners beside them."""
        blok = self._blok(kind)
        self._geplaatst.update(blok)
        deel = _Deel(self._met_kinderen(blok))
        for lid, nummer in self._ouderlijnen(blok):
            if nummer == via:
                continue
            self._kant[nummer] = int(blok.index(lid) < blok.index(kind))
            hoog, laag = _splits(self._ouders_apart(nummer), self._rij[kind])
            if self._kant[nummer]:
                deel = _Deel(_naast(laag, deel.fragment), _naast(hoog, deel.links), deel.rechts)
            else:
                deel = _Deel(_naast(deel.fragment, laag), deel.links, _naast(deel.rechts, hoog))
        return deel

    def _ouderlijnen(self, blok: list[str]) -> list[tuple[str, int]]:
        """Members whose parents have no place yet, with the nest of those parents; own parents first."""
        eigen: list[tuple[str, int]] = []
        andere: list[tuple[str, int]] = []
        for lid in blok:
            for plek, nest in enumerate(self._v.nesten_van.get(lid, ())):
                nummer = self._v.nesten.index(nest)
                if nummer not in self._nest_af:
                    (andere if plek else eigen).append((lid, nummer))
        return [*eigen, *andere]

    def _omhoog(self, blok: list[str], fragment: Fragment) -> Fragment:
        """Put the parents of the block above it. With two families of origin each gets its own side."""
        lijnen = self._ouderlijnen(blok)
        eigen = [(lid, nummer) for lid, nummer in lijnen if self._is_eigen(lid, nummer)]
        andere = [nummer for lid, nummer in lijnen if not self._is_eigen(lid, nummer)]
        if len(eigen) == 1:
            fragment = self._er_boven(*eigen[0], fragment)
        for plek, (_, nummer) in enumerate(eigen if len(eigen) > 1 else ()):
            self._kant[nummer] = int(plek == 0)
            ernaast = self._ouders_apart(nummer)
            fragment = _naast(ernaast, fragment) if plek == 0 else _naast(fragment, ernaast)
        for nummer in andere:
            fragment = _naast(fragment, self._ouders_apart(nummer))
        return fragment

    def _is_eigen(self, lid_id: str, nummer: int) -> bool:
        return self._v.nesten_van[lid_id][0] is self._v.nesten[nummer]

    def _er_boven(self, kind: str, nummer: int, fragment: Fragment) -> Fragment:
        """Brothers and sisters around this fragment by age, the parents above, and so on upwards."""
        nest = self._v.nesten[nummer]
        if nummer in self._nest_af:
            return fragment
        if not nest.ouders:
            return self._zonder_ouders(nummer, kind, fragment)
        if self._laagste(nest) in self._geplaatst:
            return fragment
        blok = self._blok(self._laagste(nest))
        self._geplaatst.update(blok)
        return self._omhoog(blok, self._met_kinderen(blok, (nummer, kind, fragment)))

    def _zonder_ouders(self, nummer: int, kind: str, fragment: Fragment) -> Fragment:
        self._nest_af.add(nummer)
        uit: Fragment = {}
        for ander in self._v.nesten[nummer].kind_ids:
            if ander == kind:
                uit = _naast(uit, fragment)
            elif ander not in self._geplaatst:
                uit = _naast(uit, self._omlaag(ander, nummer).geheel)
        return uit

    def _ouders_apart(self, nummer: int) -> Fragment:
        """The parents of a nest with their other children and their own parents, to lay beside the rest."""
        nest = self._v.nesten[nummer]
        if nummer in self._nest_af:
            return {}
        if not nest.ouders:
            return self._zonder_ouders(nummer, "", {})
        return self.vanaf(self._laagste(nest))


def _naast(links: Fragment, rechts: Fragment) -> Fragment:
    return {rij: links.get(rij, []) + rechts.get(rij, []) for rij in {**links, **rechts}}


def _splits(fragment: Fragment, rij: int) -> tuple[Fragment, Fragment]:
    """What stands above this row, and the rest."""
    hoog = {plek: leden for plek, leden in fragment.items() if plek < rij}
    return hoog, {plek: leden for plek, leden in fragment.items() if plek >= rij}


def _onder_elkaar(rij: int, blok: list[str], delen: list[_Deel]) -> Fragment:
    """A block above its children. Parents of a partner left of a first child go left, others right."""
    links: Fragment = {}
    rechts: Fragment = {}
    onder: Fragment = {}
    for deel in delen:
        for stuk in (deel.links, deel.fragment, deel.rechts):
            hoog, laag = _splits(stuk, rij + 1)
            onder = _naast(onder, laag)
            if stuk is deel.links:
                links = _naast(links, hoog)
            else:
                rechts = _naast(rechts, hoog)
    return {**onder, **_naast(_naast(links, {rij: list(blok)}), rechts)}


def _sinds(paar: Paar) -> tuple[int, int]:
    """Partners in order of time; a couple without a line ended before one that has it."""
    jaren = [jaar for periode in paar.perioden for jaar in (periode.sinds, periode.tot) if jaar is not None]
    nu = bool(paar.perioden) and not paar.perioden[-1].soort.voorbij and paar.perioden[-1].tot is None
    return int(nu), min(jaren, default=0)


def _man_links(links: Geslacht, rechts: Geslacht) -> int:
    if links is Geslacht.MAN and rechts is not Geslacht.MAN:
        return 1
    return int(rechts is Geslacht.VROUW and links is not Geslacht.VROUW)


def _maak_doorgangen(verwanten: Verwanten, rij: dict[str, int], rijen: list[list[str]]) -> dict[str, int]:
    """Make room where a line to children passes a row: beside the parents of those children."""
    uit: dict[str, int] = {}
    for nummer, nest in enumerate(verwanten.nesten):
        boven = max((rij[ouder] for ouder in nest.ouders), default=None)
        if boven is None:
            continue
        onder = max(rij[kind] for kind in nest.kind_ids)
        for tussen in range(boven + 1, onder):
            naam = f"|{nummer}|{tussen}"
            uit[naam] = nummer
            rijen[tussen].insert(_plek_doorgang(verwanten, nest, rijen[tussen], rijen[boven]), naam)
    return uit


def _plek_doorgang(verwanten: Verwanten, nest: Nest, rij: list[str], boven: list[str]) -> int:
    ouders = {
        ouder
        for kind in nest.kind_ids
        for ander in verwanten.nesten_van[kind]
        if ander is not nest
        for ouder in ander.ouders
        if ouder in rij
    }
    if not ouders:
        ouder = next(ouder for ouder in nest.ouders if ouder in boven)
        deel = (boven.index(ouder) + 0.5) / len(boven)
        return round(deel * len(rij))
    plekken = sorted(rij.index(ouder) for ouder in ouders)
    eigen_kind = [
        plek
        for plek in plekken
        if any(set(nest.ouders) & set(ander.ouders) for ander in verwanten.nesten_van.get(rij[plek], ()))
    ]
    links = bool(eigen_kind) and eigen_kind[0] == plekken[0] and len(plekken) > 1
    return plekken[0] if links else plekken[-1] + 1
