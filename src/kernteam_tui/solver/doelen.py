"""The goals of contract 4 one after the other: reach one, hold it, go on to the next."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, gcd, inf, prod

from kernteam_tui.domain.planning.puzzel import Oplossing, Puzzel, Stuk, klopt
from kernteam_tui.solver.highs import Highs, Ontspanning
from kernteam_tui.solver.model import Rij, build
from kernteam_tui.solver.verbeteren import like

GROOTSTE_DOEL = 10_000
"""Goals are asked together as the digits of one number, as long as that number stays below this."""
GROOTSTE_KOSTEN = 1_000_000
"""Above this the doubles of the solver might lose a difference of one: then `kosten` go in two digits."""
MARGE = 0.01
"""How far the bound of the solver may be off before it is not believed."""

EERSTE_SPELING = 3.0
"""How much dearer than the bound a choice may make an answer to be tried first."""

Doel = tuple[tuple[int, ...], ...]
"""For each place of each piece a number; the sum over what is chosen has to be as low as can be."""


@dataclass(frozen=True)
class Uitkomst:
    """An answer, and whether it is proven that none is better."""

    oplossing: Oplossing
    bewezen: bool


def reach_goals(puzzel: Puzzel, begin: Oplossing, tot: float) -> Uitkomst:
    """The best answer that is found before `time.monotonic()` is `tot`; never worse than `begin`."""
    return _Tocht(puzzel, begin, tot).run()


class _Tocht:
    def __init__(self, puzzel: Puzzel, begin: Oplossing, tot: float) -> None:
        self._puzzel = puzzel
        self._tot = tot
        self._beste = begin
        self._bewezen = True
        self._model = build(puzzel)
        self._highs = Highs(self._model.kolommen, self._model.rijen)

    def run(self) -> Uitkomst:
        for doel in self._placing_goals():
            self._reach(doel)
        self._hold_placed()
        self._reach_cost()
        return Uitkomst(self._beste, self._bewezen)

    def _placing_goals(self) -> Iterator[Doel]:
        """Goals 1 to 3: a minus for every piece that is placed, in digits that cannot outweigh each other."""
        stukken = self._puzzel.stukken
        cijfers = [[stuk.spoed for stuk in stukken], [True for _ in stukken]]
        yield from self._together(cijfers)
        dagen = sorted({stuk.uiterlijk for stuk in stukken})
        yield from self._together([[stuk.uiterlijk == dag for stuk in stukken] for dag in dagen[:-1]])

    def _together(self, cijfers: list[list[bool]]) -> Iterator[Doel]:
        """As few goals as possible, as long as anything is left out."""
        while cijfers and self._left_out():
            bases = [min(self._left_out(), sum(cijfer)) + 1 for cijfer in cijfers]
            aantal = next(
                (n for n in range(1, len(cijfers)) if prod(bases[: n + 1]) > GROOTSTE_DOEL), len(cijfers)
            )
            gewichten = [prod(bases[n + 1 : aantal]) for n in range(aantal)]
            yield self._minus(cijfers[:aantal], gewichten)
            cijfers = cijfers[aantal:]

    def _minus(self, cijfers: Sequence[Sequence[bool]], gewichten: Sequence[int]) -> Doel:
        return tuple(
            (-sum(g for cijfer, g in zip(cijfers, gewichten, strict=True) if cijfer[nummer]),)
            * len(stuk.zetten)
            for nummer, stuk in enumerate(self._puzzel.stukken)
        )

    def _left_out(self) -> int:
        return sum(1 for gekozen in self._beste if gekozen is None)

    def _hold_placed(self) -> None:
        """Where everything is placed, every piece stays placed."""
        if self._left_out() == 0:
            for kolommen in self._model.zetten:
                self._highs.hold(Rij(tuple(kolommen), (1,) * len(kolommen), 1, 1))

    def _reach_cost(self) -> None:
        """Goal 4: `kosten`, less what every answer pays, in the largest unit that fits."""
        doel = _relative(self._puzzel.stukken, alles=self._left_out() == 0)
        hoogste = self._value(doel)
        if hoogste == 0:
            return
        kolommen = {kolom: getal for kolom, getal in self._columns(doel).items() if getal <= hoogste}
        self._highs.allow_only(kolommen.keys() | self._model.middelen.values())
        ontspanning = self._highs.relax(kolommen, self._tot - time.monotonic())
        if ontspanning is None:
            self._bewezen = False
            return
        mate = [[round(ontspanning.mate[kolom], 6) for kolom in rij] for rij in self._model.zetten]
        self._take(like(self._puzzel, mate))
        if max(kolommen.values()) > GROOTSTE_KOSTEN:
            self._bewezen = self._reach_large_cost(doel, kolommen) and self._bewezen
        elif ontspanning.ondergrens <= self._value(doel) - 1 + MARGE:
            self._narrow(doel, kolommen, ontspanning)

    def _reach_large_cost(self, doel: Doel, kolommen: Mapping[int, int]) -> bool:
        """Goal 4 in two digits that the solver can tell apart; whether the best is found and proven.

        An answer that is better than the best known has no more high digits than fit in that, and the fewer
        low digits it can have at least, the fewer high ones: either the best gets better or that gets less.
        """
        eenheid = max(kolommen.values()) // GROOTSTE_KOSTEN + 1
        hoog = {kolom: getal // eenheid for kolom, getal in kolommen.items()}
        laag = {kolom: getal % eenheid for kolom, getal in kolommen.items()}
        minst, minst_laag = self._at_least(hoog), 0
        while eenheid <= GROOTSTE_KOSTEN and minst is not None:
            waarde = self._value(doel)
            meest = (waarde - 1 - minst_laag) // eenheid
            if meest < minst:
                return True
            self._highs.hold(Rij(tuple(hoog), tuple(hoog.values()), -inf, meest))
            gevonden = self._at_least(laag)
            if gevonden is None or (gevonden <= minst_laag and self._value(doel) == waarde):
                return False
            minst_laag = max(gevonden, minst_laag)
        return False

    def _at_least(self, kolommen: Mapping[int, int]) -> int | None:
        """The lowest sum of these that any answer has; what is found on the way is taken if it is better."""
        vondst = self._highs.minimize(kolommen, self._model.values(self._beste), self._tot - time.monotonic())
        if vondst.waarden is not None:
            self._take(self._model.read(vondst.waarden))
        return None if vondst.ondergrens == -inf else ceil(vondst.ondergrens - MARGE)

    def _narrow(self, doel: Doel, kolommen: Mapping[int, int], ontspanning: Ontspanning) -> None:
        """First only with the columns that promise most: an answer with another is at least so much dearer.

        Where what comes out is no dearer than that, no other column can help; else all that still can.
        """
        grens = ontspanning.ondergrens
        for hoogstens in (EERSTE_SPELING, inf):
            speling = min(hoogstens, self._room_above(grens, doel))
            mag = {kolom for kolom in kolommen if ontspanning.meer[kolom] <= speling}
            mag.update(kolom for kolom, aan in enumerate(self._model.values(self._beste)) if aan)
            highs = self._highs.narrowed(mag.union(self._model.middelen.values()))
            over = {kolom: getal for kolom, getal in kolommen.items() if kolom in mag}
            gelukt = self._improve(highs, over, doel)
            if not gelukt or self._value(doel) < grens + speling + 1 - MARGE:
                break
        self._bewezen = self._bewezen and gelukt

    def _room_above(self, grens: float, doel: Doel) -> float:
        """How far above the bound an answer can lie that is better than the best that is known."""
        return self._value(doel) - 1 + 2 * MARGE - grens

    def _value(self, doel: Doel) -> int:
        return sum(
            getallen[gekozen.zet]
            for getallen, gekozen in zip(doel, self._beste, strict=True)
            if gekozen is not None
        )

    def _columns(self, doel: Doel) -> dict[int, int]:
        return {
            kolom: getal
            for rij, getallen in zip(self._model.zetten, doel, strict=True)
            for kolom, getal in zip(rij, getallen, strict=True)
        }

    def _reach(self, doel: Doel) -> None:
        kolommen = {kolom: getal for kolom, getal in self._columns(doel).items() if getal}
        if self._value(doel) > sum(min((0, *getallen)) for getallen in doel):
            self._bewezen = self._improve(self._highs, kolommen, doel) and self._bewezen
        if kolommen:
            self._highs.hold(Rij(tuple(kolommen), tuple(kolommen.values()), -inf, self._value(doel)))

    def _improve(self, highs: Highs, kolommen: Mapping[int, int], doel: Doel) -> bool:
        """Take a better answer where there is one; whether it is proven that none is better still."""
        vondst = highs.minimize(kolommen, self._model.values(self._beste), self._tot - time.monotonic())
        if vondst.waarden is not None:
            self._take(self._model.read(vondst.waarden))
        return vondst.ondergrens > self._value(doel) - 1 + MARGE

    def _take(self, oplossing: Oplossing) -> None:
        beter = self._puzzel.waarde(oplossing) < self._puzzel.waarde(self._beste)
        if beter and klopt(self._puzzel, oplossing):
            self._beste = oplossing


def _relative(stukken: Sequence[Stuk], *, alles: bool) -> Doel:
    """The `kosten` without what is paid anyway: how many are placed is held, so the lowest can go off."""
    laagst = min((zet.kosten for stuk in stukken for zet in stuk.zetten), default=0)
    doel = []
    for stuk in stukken:
        af = min((zet.kosten for zet in stuk.zetten), default=0) if alles else laagst
        doel.append(tuple(zet.kosten - af for zet in stuk.zetten))
    deler = gcd(*(getal for getallen in doel for getal in getallen)) or 1
    return tuple(tuple(getal // deler for getal in getallen) for getallen in doel)
