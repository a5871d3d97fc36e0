"""A week of talks in whole numbers: pieces that each go into one of their places, or are left out.

Who or what a number stands for is known in `indelen` only; here are the rules that every search keeps to:
what clashes (`Bord`), and which of two answers is the better one (`Puzzel.verliezen`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Zet:
    """One place for a piece, from `van` up to but not including `tot`, at the school `plek`.

    It takes all means of `nodig` and of each group in `een_van` one.
    """

    kosten: int
    van: int
    tot: int
    plek: int
    nodig: tuple[int, ...]
    een_van: tuple[tuple[int, ...], ...] = ()

    @property
    def middelen(self) -> frozenset[int]:
        """Every means that it takes or may take."""
        return frozenset(self.nodig).union(*self.een_van)


@dataclass(frozen=True)
class Stuk:
    """A piece to place: its places, whether it is urgent, and its last day (higher is later)."""

    zetten: tuple[Zet, ...]
    spoed: bool
    uiterlijk: int


@dataclass(frozen=True)
class Gekozen:
    """The place of a piece: the number of its `Zet`, and which means it takes, sorted."""

    zet: int
    middelen: tuple[int, ...]


Oplossing = tuple[Gekozen | None, ...]
"""For each piece its place, or None where it is left out."""


@dataclass(frozen=True)
class Puzzel:
    """Pieces, how many can have each means at one time, and the time that lies between two schools.

    `reistijd` is by pair of schools, lowest first, in the unit of the moments; it counts for means of which
    there is one (people). A means of which there are more is used at one school only (its rooms).
    """

    stukken: tuple[Stuk, ...]
    aantal: Mapping[int, int]
    reistijd: Mapping[tuple[int, int], int]

    def botst(self, een: Zet, ander: Zet) -> bool:
        """Whether one person cannot be at both, travel time included."""
        if een.van == een.tot or ander.van == ander.tot:
            return False
        reis = self.reis(een.plek, ander.plek)
        return een.van < ander.tot + reis and ander.van < een.tot + reis

    def reis(self, een: int, ander: int) -> int:
        """The time between two schools."""
        if een == ander:
            return 0
        return self.reistijd.get((een, ander) if een < ander else (ander, een), 0)

    @cached_property
    def verliezen(self) -> tuple[int, ...]:
        """What leaving out each piece costs: goals 1 to 3 as one whole number, above every sum of `kosten`.

        The sum of these and of the `kosten` is lower exactly where an answer is better: a digit for urgent
        pieces, one for pieces, one for each last day from the earliest on, each too big to be outweighed.
        """
        dagen = sorted({stuk.uiterlijk for stuk in self.stukken}, reverse=True)
        basis = len(self.stukken) + 1
        eenheid = 1 + sum(max((*(abs(zet.kosten) for zet in stuk.zetten), 0)) * 2 for stuk in self.stukken)
        per_dag = {dag: basis**cijfer for cijfer, dag in enumerate(dagen)}
        weg, spoed = basis ** len(dagen), basis ** (len(dagen) + 1)
        return tuple(
            eenheid * (per_dag[stuk.uiterlijk] + weg + (spoed if stuk.spoed else 0)) for stuk in self.stukken
        )

    def waarde(self, oplossing: Oplossing) -> int:
        """How good an answer is by the four goals of contract 4: lower is better."""
        return sum(
            verlies if gekozen is None else stuk.zetten[gekozen.zet].kosten
            for stuk, verlies, gekozen in zip(self.stukken, self.verliezen, oplossing, strict=True)
        )

    def ondergrens(self) -> int:
        """No answer is better than this: every piece alone at its best."""
        return sum(
            min((zet.kosten for zet in stuk.zetten), default=verlies)
            for stuk, verlies in zip(self.stukken, self.verliezen, strict=True)
        )


class Bord:
    """Places that are taken, piece by piece."""

    def __init__(self, puzzel: Puzzel) -> None:
        self._puzzel = puzzel
        self._bezet: dict[int, list[Zet]] = {}

    def zet(self, zet: Zet, middelen: Sequence[int]) -> None:
        """Take these means for this time."""
        for middel in middelen:
            self._bezet.setdefault(middel, []).append(zet)

    def past(self, zet: Zet) -> tuple[int, ...] | None:
        """The means with which this place can be taken, the first of each group that is free; else None."""
        if not all(self.vrij(zet, middel) for middel in zet.nodig):
            return None
        middelen = set(zet.nodig)
        for groep in zet.een_van:
            if middelen.intersection(groep):
                continue
            eerste = next((middel for middel in groep if self.vrij(zet, middel)), None)
            if eerste is None:
                return None
            middelen.add(eerste)
        return tuple(sorted(middelen))

    def vrij(self, zet: Zet, middel: int) -> bool:
        """Whether there is one left of this means at this time."""
        anderen = self._bezet.get(middel, ())
        aantal = self._puzzel.aantal[middel]
        if aantal == 1:
            return not any(self._puzzel.botst(zet, ander) for ander in anderen)
        samen = [ander for ander in anderen if max(zet.van, ander.van) < min(zet.tot, ander.tot)]
        if len(samen) < aantal:
            return True
        momenten = {max(zet.van, ander.van) for ander in samen}
        return all(sum(ander.van <= nu < ander.tot for ander in samen) < aantal for nu in momenten)


def klopt(puzzel: Puzzel, oplossing: Oplossing) -> bool:
    """Whether an answer keeps to every rule: each piece has what it needs and nothing is taken twice."""
    bord = Bord(puzzel)
    for stuk, gekozen in zip(puzzel.stukken, oplossing, strict=True):
        if gekozen is None:
            continue
        zet, middelen = stuk.zetten[gekozen.zet], set(gekozen.middelen)
        if not middelen.issuperset(zet.nodig) or not all(middelen.intersection(g) for g in zet.een_van):
            return False
        if not all(bord.vrij(zet, middel) for middel in middelen):
            return False
        bord.zet(zet, gekozen.middelen)
    return True


def gretig(puzzel: Puzzel) -> Oplossing:
    """The best of a few answers without looking ahead: piece by piece the cheapest place that is left."""
    leeg: Oplossing = (None,) * len(puzzel.stukken)
    return min((_in_volgorde(puzzel, volgorde, leeg) for volgorde in _volgordes(puzzel)), key=puzzel.waarde)


def filled_up(puzzel: Puzzel, oplossing: Oplossing) -> Oplossing:
    """The same answer with every piece that still fits somewhere, where nothing else has to move."""
    return _in_volgorde(puzzel, list(range(len(puzzel.stukken))), oplossing)


def _volgordes(puzzel: Puzzel) -> Iterator[list[int]]:
    nummers = range(len(puzzel.stukken))
    stukken = puzzel.stukken
    yield sorted(nummers, key=lambda n: (not stukken[n].spoed, stukken[n].uiterlijk))
    yield sorted(nummers, key=lambda n: (not stukken[n].spoed, len(stukken[n].zetten)))
    yield list(nummers)


def _in_volgorde(puzzel: Puzzel, volgorde: Sequence[int], begin: Oplossing) -> Oplossing:
    bord = Bord(puzzel)
    antwoord = list(begin)
    for stuk, gekozen in zip(puzzel.stukken, begin, strict=True):
        if gekozen is not None:
            bord.zet(stuk.zetten[gekozen.zet], gekozen.middelen)
    for nummer in volgorde:
        if antwoord[nummer] is None:
            antwoord[nummer] = _first_fit(bord, puzzel.stukken[nummer])
    return tuple(antwoord)


def _first_fit(bord: Bord, stuk: Stuk) -> Gekozen | None:
    for nummer in sorted(range(len(stuk.zetten)), key=lambda z: (stuk.zetten[z].kosten, z)):
        middelen = bord.past(stuk.zetten[nummer])
        if middelen is not None:
            bord.zet(stuk.zetten[nummer], middelen)
            return Gekozen(nummer, middelen)
    return None
