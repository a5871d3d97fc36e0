"""A small puzzle solved to the end in whole numbers, without a solver to load and without rounding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kernteam_tui.domain.planning.puzzel import Gekozen, Oplossing, Puzzel, Zet

MEESTE_WIJZEN = 600
"""More ways than this to place the pieces, and nothing is tried."""


@dataclass(frozen=True)
class _Wijze:
    """One place of one piece with the very means it takes; `kopie` tells equal means apart."""

    stuk: int
    zet: int
    middelen: tuple[tuple[int, int], ...]


class _Op(Exception):
    """The work that was allowed is used up."""


def zoek(puzzel: Puzzel, werk: int) -> Oplossing | None:
    """The best answer, or None where that would take more than `werk` steps.

    Of equally good answers it is the one in which the first piece has the first of its places, then the
    second, and so on.
    """
    wijzen = _alle_wijzen(puzzel)
    if wijzen is None:
        return None
    zoeker = _Zoeker(puzzel, wijzen, werk)
    try:
        return zoeker.antwoord()
    except _Op:
        return None


def _alle_wijzen(puzzel: Puzzel) -> list[_Wijze] | None:
    wijzen: list[_Wijze] = []
    for nummer, stuk in enumerate(puzzel.stukken):
        for z in sorted(range(len(stuk.zetten)), key=lambda z: (stuk.zetten[z].kosten, z)):
            for middelen in _ways(puzzel, stuk.zetten[z]):
                wijzen.append(_Wijze(nummer, z, middelen))
                if len(wijzen) > MEESTE_WIJZEN:
                    return None
    return wijzen


def _ways(puzzel: Puzzel, zet: Zet) -> Iterator[tuple[tuple[int, int], ...]]:
    hoeveel = len(puzzel.stukken)
    groepen = (
        *((middel,) for middel in zet.nodig),
        *(groep for groep in zet.een_van if not set(groep).intersection(zet.nodig)),
    )
    keuzes = [
        [(middel, kopie) for middel in groep for kopie in range(min(puzzel.aantal[middel], hoeveel))]
        for groep in groepen
    ]
    gezien = set[tuple[tuple[int, int], ...]]()
    for keuze in product(*keuzes):
        wijze = tuple(sorted(set(keuze)))
        if wijze not in gezien:
            gezien.add(wijze)
            yield wijze


class _Zoeker:
    """Branch and bound over sets of ways that can still be had, as the bits of a whole number."""

    def __init__(self, puzzel: Puzzel, wijzen: list[_Wijze], werk: int) -> None:
        self._puzzel = puzzel
        self._wijzen = wijzen
        self._werk = werk
        self._kosten = [puzzel.stukken[w.stuk].zetten[w.zet].kosten for w in wijzen]
        self._van_stuk = [0] * len(puzzel.stukken)
        for nummer, wijze in enumerate(wijzen):
            self._van_stuk[wijze.stuk] |= 1 << nummer
        self._laat_over = self._compatible()
        self._beste = 0
        self._keuze: list[int | None] = []

    def antwoord(self) -> Oplossing:
        """The best answer; raises _Op where it takes too long."""
        stukken = tuple(range(len(self._puzzel.stukken)))
        alles = (1 << len(self._wijzen)) - 1
        self._beste = sum(self._puzzel.verliezen) + sum(max(kosten, 0) for kosten in self._kosten) + 1
        self._lower(stukken, alles, 0)
        gekozen: list[int | None] = [None] * len(stukken)
        if not self._first(0, alles, 0, gekozen):
            raise AssertionError("the best value was found and then not found again")
        return tuple(self._gekozen(nummer) for nummer in gekozen)

    def _gekozen(self, nummer: int | None) -> Gekozen | None:
        if nummer is None:
            return None
        wijze = self._wijzen[nummer]
        return Gekozen(wijze.zet, tuple(middel for middel, _ in wijze.middelen))

    def _lower(self, stukken: tuple[int, ...], over: int, waarde: int) -> None:
        """Find the best value there is."""
        grens = self._bound(stukken, over, waarde)
        if grens >= self._beste:
            return
        if not stukken:
            self._beste = waarde
            return
        stuk = min(stukken, key=lambda s: ((over & self._van_stuk[s]).bit_count(), s))
        rest = tuple(s for s in stukken if s != stuk)
        for wijze in _bits(over & self._van_stuk[stuk]):
            self._lower(rest, over & self._laat_over[wijze], waarde + self._kosten[wijze])
        self._lower(rest, over, waarde + self._puzzel.verliezen[stuk])

    def _first(self, stuk: int, over: int, waarde: int, gekozen: list[int | None]) -> bool:
        """Find the first answer in order that is as good as the best."""
        if self._bound(range(stuk, len(gekozen)), over, waarde) > self._beste:
            return False
        if stuk == len(gekozen):
            return True
        for wijze in _bits(over & self._van_stuk[stuk]):
            gekozen[stuk] = wijze
            if self._first(stuk + 1, over & self._laat_over[wijze], waarde + self._kosten[wijze], gekozen):
                return True
        gekozen[stuk] = None
        return self._first(stuk + 1, over, waarde + self._puzzel.verliezen[stuk], gekozen)

    def _bound(self, stukken: tuple[int, ...] | range, over: int, waarde: int) -> int:
        """No answer that goes on from here is better than this."""
        self._werk -= 1 + len(stukken)
        if self._werk < 0:
            raise _Op
        for stuk in stukken:
            mogelijk = over & self._van_stuk[stuk]
            if mogelijk:
                waarde += self._kosten[(mogelijk & -mogelijk).bit_length() - 1]
            else:
                waarde += self._puzzel.verliezen[stuk]
        return waarde

    def _compatible(self) -> list[int]:
        """For each way which others can be had beside it."""
        alles = (1 << len(self._wijzen)) - 1
        botst = [self._van_stuk[wijze.stuk] for wijze in self._wijzen]
        per_middel: dict[tuple[int, int], list[int]] = {}
        for nummer, wijze in enumerate(self._wijzen):
            for middel in wijze.middelen:
                per_middel.setdefault(middel, []).append(nummer)
        for (soort, _), nummers in per_middel.items():
            clash = self._puzzel.botst if self._puzzel.aantal[soort] == 1 else _at_once
            for i, een in enumerate(nummers):
                for ander in nummers[:i]:
                    if not botst[een] >> ander & 1 and clash(self._zet(een), self._zet(ander)):
                        botst[een] |= 1 << ander
                        botst[ander] |= 1 << een
        return [alles & ~masker for masker in botst]

    def _zet(self, nummer: int) -> Zet:
        wijze = self._wijzen[nummer]
        return self._puzzel.stukken[wijze.stuk].zetten[wijze.zet]


def _at_once(een: Zet, ander: Zet) -> bool:
    return max(een.van, ander.van) < min(een.tot, ander.tot)


def _bits(masker: int) -> Iterator[int]:
    while masker:
        laagste = masker & -masker
        yield laagste.bit_length() - 1
        masker ^= laagste
