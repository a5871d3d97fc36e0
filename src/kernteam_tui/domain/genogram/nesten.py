"""From facts to families: which couples there are, and which children hang under which parents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from kernteam_tui.domain.genogram.stamboom import Kindschap, Koppel, Lid, Stamboom
from kernteam_tui.domain.gezinscodes import OuderSoort, RelatieSoort

_T = TypeVar("_T")
_ZORG = (OuderSoort.PLEEG, OuderSoort.VOOGD, OuderSoort.STIEF)
_VOORRANG = (OuderSoort.BIOLOGISCH, OuderSoort.ADOPTIE, *_ZORG)

_Paren = Mapping[frozenset[str], list[Koppel]]


@dataclass(frozen=True)
class Paar:
    """Two people with one couple line, and the periods in which they were together, oldest first.

    Without periods they only have a child together, as far as is known.
    """

    a_id: str
    b_id: str
    perioden: tuple[Koppel, ...] = ()

    @property
    def ids(self) -> tuple[str, str]:
        """Both people."""
        return self.a_id, self.b_id

    def ander(self, lid_id: str) -> str:
        """The partner of this one of the two."""
        return self.b_id if lid_id == self.a_id else self.a_id


@dataclass(frozen=True)
class Nest:
    """Children of one or two parents, of none where only twins are known; oldest first, twins together."""

    ouders: tuple[str, ...]
    kinderen: tuple[tuple[str, OuderSoort], ...]

    @property
    def kind_ids(self) -> tuple[str, ...]:
        """The children."""
        return tuple(kind for kind, _ in self.kinderen)

    def soort(self, kind_id: str) -> OuderSoort:
        """How this child belongs here."""
        return dict(self.kinderen)[kind_id]


@dataclass(frozen=True)
class Verwanten:
    """Couples and families of a stamboom. Of a child with more sets of parents the first nest is its own."""

    stamboom: Stamboom
    paren: tuple[Paar, ...]
    nesten: tuple[Nest, ...]
    weggelaten: tuple[tuple[str, str], ...] = ()
    """Child and parent that cannot be drawn: the child would stand above or beside the parent."""

    @cached_property
    def rang(self) -> Mapping[str, int]:
        """Place of each person among the leden."""
        return {lid.id: nummer for nummer, lid in enumerate(self.stamboom.leden)}

    @cached_property
    def lid(self) -> Mapping[str, Lid]:
        """Each person by id."""
        return {lid.id: lid for lid in self.stamboom.leden}

    @cached_property
    def nesten_van(self) -> Mapping[str, tuple[Nest, ...]]:
        """The nests in which somebody is a child: their own first, then of foster parents and guardians."""
        per_kind = _per_persoon((kind, nest) for nest in self.nesten for kind in nest.kind_ids)
        return {
            kind: tuple(sorted(nesten, key=lambda nest: _VOORRANG.index(nest.soort(kind))))
            for kind, nesten in per_kind.items()
        }

    @cached_property
    def paren_van(self) -> Mapping[str, tuple[Paar, ...]]:
        """The couples of which somebody is one."""
        return _per_persoon((lid, paar) for paar in self.paren for lid in paar.ids)

    @cached_property
    def los(self) -> tuple[str, ...]:
        """Who has neither parent, child, partner nor twin here."""
        gebonden = {lid for paar in self.paren for lid in paar.ids}
        gebonden.update(lid for nest in self.nesten for lid in (*nest.ouders, *nest.kind_ids))
        return tuple(lid.id for lid in self.stamboom.leden if lid.id not in gebonden)

    def leeftijdsleutel(self, lid_id: str) -> tuple[int, int]:
        """Sorts the oldest first; without an age after the others, as given."""
        lid = self.lid[lid_id]
        if lid.geboortejaar is not None:
            return lid.geboortejaar, self.rang[lid_id]
        if lid.leeftijd is not None and not lid.overleden:
            return self._dit_jaar - lid.leeftijd, self.rang[lid_id]
        return 9999, self.rang[lid_id]

    @cached_property
    def _dit_jaar(self) -> int:
        jaren = [
            lid.geboortejaar + lid.leeftijd
            for lid in self.stamboom.leden
            if lid.geboortejaar is not None and lid.leeftijd is not None and not lid.overleden
        ]
        return max(jaren, default=2000)


def vind_verwanten(stamboom: Stamboom) -> Verwanten:
    """Make couples and families of facts. A step-parent belongs by the couple line with the parent alone."""
    paren = _koppels(stamboom)
    gezocht: dict[frozenset[str], dict[str, OuderSoort]] = {}
    per_kind: defaultdict[str, list[Kindschap]] = defaultdict(list)
    for band in stamboom.kindschappen:
        per_kind[band.kind_id].append(band)
    for kind, banden in per_kind.items():
        for ouders, soort in _ouderparen(banden, paren, stamboom):
            gezocht.setdefault(ouders, {}).setdefault(kind, soort)
            if len(ouders) == 2:
                paren.setdefault(ouders, [])
    _tweelingen_zonder_ouders(stamboom, gezocht)
    kaal = Verwanten(stamboom, (), ())
    nesten = [_nest(ouders, kinderen, kaal) for ouders, kinderen in gezocht.items()]
    eigen_eerst = sorted(nesten, key=lambda nest: (_voorrang(nest), *_sleutel(nest.ouders, kaal)))
    gepaard = [_paar(ids, perioden, kaal) for ids, perioden in paren.items()]
    return Verwanten(
        stamboom, tuple(sorted(gepaard, key=lambda paar: _sleutel(paar.ids, kaal))), tuple(eigen_eerst)
    )


def houd_wat_kan(verwanten: Verwanten, rij: Mapping[str, int]) -> Verwanten:
    """The same without children who do not stand below their parents, and twins on different rows.

    Only facts that cannot all be true (somebody who is their own grandparent) leave something out.
    """
    nesten: list[Nest] = []
    weg: list[tuple[str, str]] = []
    for nest in verwanten.nesten:
        past = [(kind, soort) for kind, soort in nest.kinderen if _past(nest, kind, rij)]
        weg += [
            (kind, ouder) for kind in nest.kind_ids for ouder in nest.ouders if not _past(nest, kind, rij)
        ]
        if past and (nest.ouders or len(past) > 1):
            nesten.append(Nest(nest.ouders, tuple(past)))
    return Verwanten(verwanten.stamboom, verwanten.paren, tuple(nesten), tuple(weg))


def _past(nest: Nest, kind: str, rij: Mapping[str, int]) -> bool:
    if not nest.ouders:
        return rij[kind] == rij[nest.kind_ids[0]]
    return rij[kind] > max(rij[ouder] for ouder in nest.ouders)


def _koppels(stamboom: Stamboom) -> dict[frozenset[str], list[Koppel]]:
    paren: dict[frozenset[str], list[Koppel]] = {}
    for koppel in stamboom.koppels:
        paren.setdefault(frozenset((koppel.a_id, koppel.b_id)), []).append(koppel)
    return paren


def _ouderparen(
    banden: Iterable[Kindschap], paren: _Paren, stamboom: Stamboom
) -> list[tuple[frozenset[str], OuderSoort]]:
    """The sets of one or two parents of one child, most own first."""
    per_soort: defaultdict[OuderSoort, list[str]] = defaultdict(list)
    for band in banden:
        if band.ouder_id not in per_soort[band.soort]:
            per_soort[band.soort].append(band.ouder_id)
    bio, adoptie = per_soort[OuderSoort.BIOLOGISCH], per_soort[OuderSoort.ADOPTIE]
    uit: list[tuple[frozenset[str], OuderSoort]] = []
    if bio and len(samen := frozenset((*bio, *adoptie))) <= 2:
        uit.append((samen, OuderSoort.BIOLOGISCH))
    else:
        uit += [(ouders, OuderSoort.BIOLOGISCH) for ouders in _in_paren(bio, paren)]
        uit += [(ouders, OuderSoort.ADOPTIE) for ouders in _in_paren(adoptie, paren)]
    bekend = {ouder for ouders, _ in uit for ouder in ouders}
    for soort in _ZORG:
        groep = per_soort[soort]
        if soort is OuderSoort.STIEF:
            groep = [ouder for ouder in groep if not _bij_ouder(ouder, bekend, paren)]
        los = soort is OuderSoort.VOOGD or _ouder_en_kind(groep, stamboom)
        uit += [(ouders, soort) for ouders in (_in_koppels if los else _in_paren)(groep, paren)]
    return uit


def _in_paren(ouders: list[str], paren: _Paren) -> list[frozenset[str]]:
    """Couples first; two that are left belong together, others stand alone."""
    groepen = _in_koppels(ouders, paren)
    alleen = [groep for groep in groepen if len(groep) == 1]
    if len(alleen) != 2:
        return groepen
    return [*(groep for groep in groepen if len(groep) == 2), alleen[0] | alleen[1]]


def _in_koppels(ouders: list[str], paren: _Paren) -> list[frozenset[str]]:
    """Couples first, then everybody who is left alone."""
    over, uit = list(ouders), []
    for eerste, tweede in combinations(ouders, 2):
        paar = frozenset((eerste, tweede))
        if paar in paren and paar.issubset(over):
            uit.append(paar)
            over = [ouder for ouder in over if ouder not in paar]
    return [*uit, *(frozenset((ouder,)) for ouder in over)]


def _bij_ouder(ouder: str, bekend: set[str], paren: _Paren) -> bool:
    return any(frozenset((ouder, ander)) in paren for ander in bekend)


def _ouder_en_kind(groep: list[str], stamboom: Stamboom) -> bool:
    return any(band.kind_id in groep and band.ouder_id in groep for band in stamboom.kindschappen)


def _tweelingen_zonder_ouders(
    stamboom: Stamboom, gezocht: dict[frozenset[str], dict[str, OuderSoort]]
) -> None:
    met_ouders = {kind for kinderen in gezocht.values() for kind in kinderen}
    for tweeling in stamboom.tweelingen:
        if met_ouders.isdisjoint(tweeling.kind_ids):
            sleutel = frozenset(f"?{kind}" for kind in tweeling.kind_ids)
            gezocht[sleutel] = dict.fromkeys(tweeling.kind_ids, OuderSoort.BIOLOGISCH)


def _nest(ouders: frozenset[str], kinderen: dict[str, OuderSoort], kaal: Verwanten) -> Nest:
    bekend = sorted((ouder for ouder in ouders if ouder in kaal.rang), key=kaal.rang.__getitem__)
    samen: dict[str, tuple[int, int]] = {}
    for tweeling in kaal.stamboom.tweelingen:
        oudste = min(kaal.leeftijdsleutel(kind) for kind in tweeling.kind_ids)
        samen.update(dict.fromkeys(tweeling.kind_ids, oudste))
    volgorde = sorted(
        kinderen, key=lambda kind: (samen.get(kind, kaal.leeftijdsleutel(kind)), kaal.rang[kind])
    )
    return Nest(tuple(bekend), tuple((kind, kinderen[kind]) for kind in volgorde))


def _voorrang(nest: Nest) -> int:
    return min(_VOORRANG.index(soort) for _, soort in nest.kinderen)


def _sleutel(ids: Iterable[str], kaal: Verwanten) -> tuple[int, ...]:
    return tuple(sorted(kaal.rang[lid] for lid in ids))


def _paar(ids: frozenset[str], perioden: list[Koppel], kaal: Verwanten) -> Paar:
    eerste, tweede = sorted(ids, key=kaal.rang.__getitem__)
    op_tijd = sorted(perioden, key=_begin)
    return Paar(eerste, tweede, tuple(op_tijd))


def _begin(koppel: Koppel) -> tuple[int, bool]:
    jaar = koppel.sinds if koppel.sinds is not None else koppel.tot
    return (
        jaar if jaar is not None else 9999,
        koppel.soort in (RelatieSoort.GEHUWD, RelatieSoort.SAMENWONEND),
    )


def _per_persoon(paren: Iterable[tuple[str, _T]]) -> dict[str, tuple[_T, ...]]:
    uit: defaultdict[str, list[_T]] = defaultdict(list)
    for lid, ding in paren:
        uit[lid].append(ding)
    return {lid: tuple(dingen) for lid, dingen in uit.items()}
