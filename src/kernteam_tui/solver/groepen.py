"""A puzzle cut into parts that cannot touch each other, so that each can be solved alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import gcd

from kernteam_tui.domain.planning.puzzel import Gekozen, Oplossing, Puzzel, Stuk, Zet


@dataclass(frozen=True)
class Deel:
    """Some pieces of a puzzle, by their numbers there, as a puzzle of their own.

    `zetten` gives for each piece the numbers of the places that are left of it.
    """

    nummers: tuple[int, ...]
    zetten: tuple[tuple[int, ...], ...]
    puzzel: Puzzel

    def within(self, geheel: Deel) -> Deel:
        """The same part by the numbers of the puzzel of which `geheel` is a part."""
        return Deel(
            tuple(geheel.nummers[nummer] for nummer in self.nummers),
            tuple(
                tuple(geheel.zetten[nummer][z] for z in zetten)
                for nummer, zetten in zip(self.nummers, self.zetten, strict=True)
            ),
            self.puzzel,
        )

    def of(self, geheel: Oplossing) -> Oplossing | None:
        """What is left here of an answer to the whole; None where a place of it is no longer there."""
        hier: list[Gekozen | None] = []
        for nummer, zetten in zip(self.nummers, self.zetten, strict=True):
            gekozen = geheel[nummer]
            if gekozen is not None and gekozen.zet not in zetten:
                return None
            hier.append(gekozen and Gekozen(zetten.index(gekozen.zet), gekozen.middelen))
        return tuple(hier)

    def whole(self, hier: Oplossing) -> Iterator[tuple[int, Gekozen | None]]:
        """An answer to this part by the numbers of the whole."""
        for nummer, zetten, gekozen in zip(self.nummers, self.zetten, hier, strict=True):
            yield nummer, gekozen and Gekozen(zetten[gekozen.zet], gekozen.middelen)


def delen(puzzel: Puzzel) -> tuple[Deel, ...]:
    """Every part, the one with the first piece first; places that no best answer needs are left away."""
    return _cut(puzzel, _by_cost(puzzel))


def narrower(puzzel: Puzzel, hoogstens: int) -> tuple[Deel, ...] | None:
    """The parts that are left when an answer of this value is known: what could only be in a worse one is
    left away. None where that is nothing."""
    over = _by_cost(puzzel)
    speling = hoogstens - puzzel.ondergrens()
    aantal = sum(map(len, over))
    for stuk, zetten in zip(puzzel.stukken, over, strict=True):
        while zetten and stuk.zetten[zetten[-1]].kosten - stuk.zetten[zetten[0]].kosten > speling:
            zetten.pop()
    return None if sum(map(len, over)) == aantal else _cut(puzzel, over)


def _by_cost(puzzel: Puzzel) -> list[list[int]]:
    return [
        sorted(range(len(stuk.zetten)), key=lambda z: (stuk.zetten[z].kosten, z)) for stuk in puzzel.stukken
    ]


def _cut(puzzel: Puzzel, over: list[list[int]]) -> tuple[Deel, ...]:
    kaart = _Kaart(puzzel, over)
    _drop_needless(puzzel, over, kaart)
    return tuple(_deel(puzzel, nummers, over) for nummers in _components(len(over), kaart))


def _deel(puzzel: Puzzel, nummers: list[int], over: list[list[int]]) -> Deel:
    stukken = tuple(
        Stuk(
            tuple(puzzel.stukken[n].zetten[z] for z in over[n]),
            puzzel.stukken[n].spoed,
            puzzel.stukken[n].uiterlijk,
        )
        for n in nummers
    )
    zetten = tuple(tuple(over[n]) for n in nummers)
    return Deel(tuple(nummers), zetten, Puzzel(stukken, puzzel.aantal, puzzel.reistijd))


def _drop_needless(puzzel: Puzzel, over: list[list[int]], kaart: _Kaart) -> None:
    """Take away the places of each piece that cost more than one which nobody else can want."""
    te_zien = set(range(len(over)))
    while te_zien:
        nummer = min(te_zien)
        te_zien.remove(nummer)
        zetten = puzzel.stukken[nummer].zetten
        vrij = next((i for i, z in enumerate(over[nummer]) if kaart.alleen(nummer, zetten[z])), None)
        if vrij is None or vrij + 1 == len(over[nummer]):
            continue
        for zet in over[nummer][vrij + 1 :]:
            te_zien.update(kaart.drop(nummer, zetten[zet]))
        del over[nummer][vrij + 1 :]


class _Kaart:
    """Which pieces may want a means in each stretch of time; rather too many than too few."""

    def __init__(self, puzzel: Puzzel, over: list[list[int]]) -> None:
        self._aantal = puzzel.aantal
        self._reis, self._vak = _margins(puzzel)
        self._tel: dict[tuple[int, int], dict[int, int]] = {}
        for nummer, zetten in enumerate(over):
            for zet in (puzzel.stukken[nummer].zetten[z] for z in zetten):
                for sleutel in self._alle_vakken(zet):
                    per_stuk = self._tel.setdefault(sleutel, {})
                    per_stuk[nummer] = per_stuk.get(nummer, 0) + 1

    def alleen(self, nummer: int, zet: Zet) -> bool:
        """Whether this place can be had whatever the other pieces do."""
        return all(self._genoeg(nummer, zet, middel) for middel in zet.nodig) and all(
            any(self._genoeg(nummer, zet, middel) for middel in groep) for groep in zet.een_van
        )

    def drop(self, nummer: int, zet: Zet) -> Iterable[int]:
        """Take a place away; answers the pieces that may now be alone somewhere."""
        geraakt = set[int]()
        for sleutel in self._alle_vakken(zet):
            per_stuk = self._tel[sleutel]
            per_stuk[nummer] -= 1
            if not per_stuk[nummer]:
                del per_stuk[nummer]
                geraakt.update(per_stuk)
        return geraakt

    def buren(self) -> Iterator[list[int]]:
        """The pieces that may get in each other's way, travel time between schools included."""
        per_middel: dict[int, list[int]] = {}
        for (middel, vak), per_stuk in self._tel.items():
            if per_stuk:
                per_middel.setdefault(middel, []).append(vak)
        for middel, vakken in per_middel.items():
            if self._aantal[middel] > 1:
                samen = (list(self._tel[middel, vak]) for vak in vakken)
                yield from (stukken for stukken in samen if len(stukken) > self._aantal[middel])
            else:
                yield from self._buren_van_een(middel, sorted(vakken))

    def _buren_van_een(self, middel: int, vakken: list[int]) -> Iterator[list[int]]:
        afstand = self._reis // self._vak + 1 if self._reis else 0
        vorig = vakken[0]
        for vak in vakken:
            hier = list(self._tel[middel, vak])
            if vak - vorig <= afstand:
                hier.append(next(iter(self._tel[middel, vorig])))
            yield hier
            vorig = vak

    def _genoeg(self, nummer: int, zet: Zet, middel: int) -> bool:
        aantal = self._aantal[middel]
        for vak in self._vakken(zet, self._reis if aantal == 1 else 0):
            anderen = self._tel.get((middel, vak), {})
            if len(anderen) - (nummer in anderen) >= aantal:
                return False
        return True

    def _alle_vakken(self, zet: Zet) -> Iterator[tuple[int, int]]:
        for middel in zet.middelen:
            for vak in self._vakken(zet, 0):
                yield middel, vak

    def _vakken(self, zet: Zet, marge: int) -> range:
        if zet.van == zet.tot:
            return range(0)
        return range((zet.van - marge) // self._vak, (zet.tot + marge - 1) // self._vak + 1)


def _margins(puzzel: Puzzel) -> tuple[int, int]:
    """The longest time between two schools, and how long a stretch on the map is."""
    alle = [zet for stuk in puzzel.stukken for zet in stuk.zetten if zet.van < zet.tot]
    if not alle:
        return 0, 1
    begin, eind = min(zet.van for zet in alle), max(zet.tot for zet in alle)
    reis = min(max(puzzel.reistijd.values(), default=0), eind - begin)
    raster = gcd(*(zet.van for zet in alle), *(zet.tot for zet in alle))
    kortste, langste = min(zet.tot - zet.van for zet in alle), max(zet.tot - zet.van for zet in alle)
    return reis, max(1, raster, kortste // 2, langste // 64, reis // 16)


def _components(aantal: int, kaart: _Kaart) -> list[list[int]]:
    ouder = list(range(aantal))

    def top(nummer: int) -> int:
        while ouder[nummer] != nummer:
            ouder[nummer] = ouder[ouder[nummer]]
            nummer = ouder[nummer]
        return nummer

    for samen in kaart.buren():
        for nummer in samen[1:]:
            een, ander = sorted((top(samen[0]), top(nummer)))
            ouder[ander] = een
    groepen: dict[int, list[int]] = {}
    for nummer in range(aantal):
        groepen.setdefault(top(nummer), []).append(nummer)
    return [groepen[eerste] for eerste in sorted(groepen)]
