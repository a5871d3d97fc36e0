"""A small puzzle solved to the end in whole numbers, without a solver to load and without rounding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from kernteam_tui.domain.planning.puzzel import Gekozen, Oplossing, Puzzel, Zet
from kernteam_tui.solver.overvloed import never_short

MEESTE_WIJZEN = 600
"""More ways than this to place the pieces, and nothing is tried."""
MEESTE_IN_GROEP = 6
"""So many pieces are solved apart from the others, for a bound; each more doubles that work."""


@dataclass(frozen=True)
class _Wijze:
    """One place of one piece with the very means it takes.

    `schaars` are those among them that others may want, each with a number that tells equal ones apart.
    """

    stuk: int
    zet: int
    middelen: tuple[int, ...]
    schaars: tuple[tuple[int, int], ...]


class _Op(Exception):
    """The work that was allowed is used up."""


def zoek(puzzel: Puzzel, werk: int, hoogstens: int | None = None) -> Oplossing | None:
    """The best answer, or None where that would take more than `werk` steps.

    `hoogstens` is the value of an answer that is known; it saves work and does not change what comes out.
    Of equally good answers it is the one in which the first piece has the first of its places, then the
    second, and so on.
    """
    wijzen = _alle_wijzen(puzzel)
    if wijzen is None:
        return None
    zoeker = _Zoeker(puzzel, wijzen, werk)
    try:
        return zoeker.antwoord(sum(puzzel.verliezen) if hoogstens is None else hoogstens)
    except _Op:
        return None


def _alle_wijzen(puzzel: Puzzel) -> list[_Wijze] | None:
    wijzen: list[_Wijze] = []
    ruim = never_short(puzzel)
    for nummer, stuk in enumerate(puzzel.stukken):
        for z in sorted(range(len(stuk.zetten)), key=lambda z: (stuk.zetten[z].kosten, z)):
            for keuze in _ways(puzzel, stuk.zetten[z], ruim):
                middelen = tuple(sorted({middel for middel, _ in keuze}))
                schaars = tuple((middel, kopie) for middel, kopie in keuze if middel not in ruim)
                wijzen.append(_Wijze(nummer, z, middelen, schaars))
                if len(wijzen) > MEESTE_WIJZEN:
                    return None
    return wijzen


def _ways(puzzel: Puzzel, zet: Zet, ruim: frozenset[int]) -> Iterator[tuple[tuple[int, int], ...]]:
    hoeveel = len(puzzel.stukken)
    groepen = (
        *((middel,) for middel in zet.nodig),
        *(groep for groep in zet.een_van if not set(groep).intersection(zet.nodig)),
    )
    keuzes = [
        [(middel, kopie) for middel in groep for kopie in range(min(puzzel.aantal[middel], hoeveel))]
        if ruim.isdisjoint(groep)
        else [(min(ruim.intersection(groep)), 0)]
        for groep in groepen
    ]
    gezien = set[tuple[tuple[int, int], ...]]()
    for keuze in product(*keuzes):
        wijze = tuple(sorted(set(keuze)))
        if wijze not in gezien:
            gezien.add(wijze)
            yield wijze


class _Zoeker:
    """Branch and bound over sets of ways that can still be had; pieces and ways are bits of whole numbers.

    Small groups of pieces are solved as if each had the week to itself (`_alone`): no answer is better than
    those together.
    """

    def __init__(self, puzzel: Puzzel, wijzen: list[_Wijze], werk: int) -> None:
        self._puzzel = puzzel
        self._wijzen = wijzen
        self._werk = werk
        self._kosten = [puzzel.stukken[w.stuk].zetten[w.zet].kosten for w in wijzen]
        self._van_stuk = [0] * len(puzzel.stukken)
        for nummer, wijze in enumerate(wijzen):
            self._van_stuk[wijze.stuk] |= 1 << nummer
        self._laat_over = self._compatible()
        self._groepen = [1 << stuk for stuk in range(len(puzzel.stukken))]
        self._alleen = {groep: self._least(groep, self._alles) for groep in self._groepen}

    @property
    def _alles(self) -> int:
        return (1 << len(self._wijzen)) - 1

    def antwoord(self, hoogstens: int) -> Oplossing:
        """The best answer, which is `hoogstens` or lower; raises _Op where it takes too long."""
        self._groepen = self._make_groups()
        stukken = (1 << len(self._van_stuk)) - 1
        beste = self._lower(stukken, self._alles, hoogstens)
        gekozen: list[int | None] = [None] * len(self._van_stuk)
        if not self._first(0, self._alles, beste, gekozen):
            raise AssertionError("the best value was found and then not found again")
        return tuple(self._gekozen(nummer) for nummer in gekozen)

    def _gekozen(self, nummer: int | None) -> Gekozen | None:
        if nummer is None:
            return None
        return Gekozen(self._wijzen[nummer].zet, self._wijzen[nummer].middelen)

    def _make_groups(self) -> list[int]:
        """The pieces that stand in each other's way most, together."""
        paren = [een | ander for een, ander in combinations(self._groepen, 2)]
        last = {paar: self._alone(paar) - sum(map(self._alone, _each(paar))) for paar in paren}
        van_stuk = {stuk: stuk for stuk in self._groepen}
        for paar in sorted((paar for paar in paren if last[paar]), key=lambda paar: (-last[paar], paar)):
            een, ander = (van_stuk[stuk] for stuk in _each(paar))
            if een != ander and (een | ander).bit_count() <= MEESTE_IN_GROEP:
                van_stuk.update(dict.fromkeys(_each(een | ander), een | ander))
        return sorted(set(van_stuk.values()))

    def _alone(self, groep: int) -> int:
        """The best value of these pieces where no other piece wants anything."""
        if groep not in self._alleen:
            self._alleen[groep] = self._least(groep, self._alles)
            self._alleen[groep] = self._lower(groep, self._alles, self._lost(groep))
        return self._alleen[groep]

    def _lost(self, stukken: int) -> int:
        return sum(self._puzzel.verliezen[stuk] for stuk in _bits(stukken))

    def _least(self, stukken: int, over: int) -> int:
        """The value of these pieces where each has the best of what is left."""
        waarde = 0
        while stukken:
            stuk = (stukken & -stukken).bit_length() - 1
            stukken &= stukken - 1
            mogelijk = over & self._van_stuk[stuk]
            if mogelijk:
                waarde += self._kosten[(mogelijk & -mogelijk).bit_length() - 1]
            else:
                waarde += self._puzzel.verliezen[stuk]
        return waarde

    def _bound(self, stukken: int, over: int) -> int:
        """These pieces are not better than this with what is left."""
        self._werk -= 1 + stukken.bit_count()
        if self._werk < 0:
            raise _Op
        waarde = 0
        for groep in self._groepen:
            samen = groep & stukken
            if samen:
                waarde += max(self._least(samen, over), self._alone(samen))
        return waarde

    def _lower(self, stukken: int, over: int, hoogstens: int) -> int:
        """The best value of these pieces with what is left, or `hoogstens` where that is lower."""
        if not stukken:
            return min(0, hoogstens)
        if self._bound(stukken, over) >= hoogstens:
            return hoogstens
        stuk = min(_bits(stukken), key=lambda s: ((over & self._van_stuk[s]).bit_count(), s))
        rest = stukken & ~(1 << stuk)
        for wijze in _bits(over & self._van_stuk[stuk]):
            kosten = self._kosten[wijze]
            beter = self._lower(rest, over & self._laat_over[wijze], hoogstens - kosten)
            hoogstens = min(hoogstens, kosten + beter)
        kosten = self._puzzel.verliezen[stuk]
        return min(hoogstens, kosten + self._lower(rest, over, hoogstens - kosten))

    def _first(self, stuk: int, over: int, nog: int, gekozen: list[int | None]) -> bool:
        """Find the first answer in order in which the pieces from `stuk` on are worth no more than `nog`."""
        if stuk == len(gekozen):
            return nog >= 0
        if self._bound((1 << len(gekozen)) - (1 << stuk), over) > nog:
            return False
        for wijze in _bits(over & self._van_stuk[stuk]):
            gekozen[stuk] = wijze
            if self._first(stuk + 1, over & self._laat_over[wijze], nog - self._kosten[wijze], gekozen):
                return True
        gekozen[stuk] = None
        return self._first(stuk + 1, over, nog - self._puzzel.verliezen[stuk], gekozen)

    def _compatible(self) -> list[int]:
        """For each way which others can be had beside it."""
        alles = (1 << len(self._wijzen)) - 1
        botst = [self._van_stuk[wijze.stuk] for wijze in self._wijzen]
        per_middel: dict[tuple[int, int], list[int]] = {}
        for nummer, wijze in enumerate(self._wijzen):
            for middel in wijze.schaars:
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


def _each(masker: int) -> list[int]:
    return [1 << nummer for nummer in _bits(masker)]


def _bits(masker: int) -> Iterator[int]:
    while masker:
        laagste = masker & -masker
        yield laagste.bit_length() - 1
        masker ^= laagste
