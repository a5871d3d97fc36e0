"""Where the pieces of the map lie on a screen: three rings around the middle, a fixed side for each group.

Left stand familie, school and professionals, right vrienden, kennissen and buren, on top the gezin. Each side
has a column for each ring and a band for each group, so that nobody is ever drawn over somebody else, and a
new person can make a piece larger but never moves anybody to another piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kernteam_tui.domain.celtekst import celbreedte, kort
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import Kaart, Mens

LINKS = (Netwerkgroep.FAMILIE, Netwerkgroep.SCHOOL, Netwerkgroep.PROFESSIONALS)
RECHTS = (Netwerkgroep.VRIENDEN, Netwerkgroep.KENNISSEN, Netwerkgroep.BUREN)
RINGEN = (1, 2, 3)
KOLOMMEN = ((0, 3), (0, 2), (0, 1), (1, 1), (1, 2), (1, 3))
"""Side (0 left) and ring of each column, from left to right; the middle comes after the third."""
NAAM_BREED, NAAM_LEESBAAR, NAAM_SMALST = 18, 8, 4
"""Cells for a name: at most, at least with the letters of the help, at least without them."""
NAAM_MIDDEN = 14
LEGE_KOLOM = 2
WIT = 2
"""Cells beside a label: one before it, one behind it; in a narrow drawing the last one goes."""
JIM = " JIM"


@dataclass(frozen=True)
class Vakken:
    """Columns and lines of the map; columns are counted from 0 and without the ring lines between them."""

    etiketten: Mapping[str, str]
    """Text of each person, by id."""
    midden: str
    breedtes: tuple[int, ...]
    """Of the six columns, from left to right."""
    midden_breed: int

    @property
    def breedte(self) -> int:
        """Cells of the whole map, ring lines included."""
        return sum(self.breedtes) + self.midden_breed + len(self.breedtes)

    def kolom(self, nummer: int) -> int:
        """First cell of this column, past the ring line at its left."""
        links = sum(self.breedtes[:nummer])
        if nummer < 3:
            return links + nummer + 1
        return links + 3 + self.midden_breed + nummer - 3

    def ring(self, nabij: int) -> tuple[int, int]:
        """Cells of the left and right line of this ring."""
        links = self.kolom(3 - nabij) - 1
        return links, self.kolom(2 + nabij) + self.breedtes[2 + nabij]


def verdeel(kaart: Kaart, breedte: int) -> Vakken:
    """Names as long as fit in this width, columns as wide as who stands in them; the rest is shared out.

    The widest column gives way first; with names of a few letters the letters of the help go. What then still
    does not fit becomes wider than asked.
    """
    for poging in _POGINGEN:
        vakken = _vakken(kaart, poging, _passende_maten(kaart, poging, breedte))
        if vakken.breedte <= breedte:
            return _rek_op(vakken, breedte)
    return _vakken(kaart, _POGINGEN[1], [NAAM_LEESBAAR] * len(KOLOMMEN))


def etiket_met_hulp(mens: Mens, naam_breed: int) -> str:
    """`+ Oma Ans JIM PG`."""
    letters = f" {mens.letters}" if mens.letters else ""
    return etiket_zonder_hulp(mens, naam_breed) + letters


def etiket_zonder_hulp(mens: Mens, naam_breed: int) -> str:
    """`+ Oma Ans JIM`."""
    return f"{mens.teken} {kort(mens.naam, naam_breed)}{JIM if mens.jim else ''}"


def rijen_van(mensen: Sequence[Mens], etiketten: Mapping[str, str], breedte: int) -> list[list[Mens]]:
    """People beside each other in as few lines of this width as are needed; at least one in each."""
    rijen: list[list[Mens]] = []
    vol = 0
    for mens in mensen:
        nodig = celbreedte(etiketten[mens.id]) + TUSSEN
        if not rijen or vol + nodig - TUSSEN > breedte:
            rijen.append([])
            vol = 0
        rijen[-1].append(mens)
        vol += nodig
    return rijen


TUSSEN = 3
"""Cells between two people beside each other."""


@dataclass(frozen=True)
class _Poging:
    """One way to write the labels: with or without the letters, the shortest name, cells around a label, and
    the longest name of the gezin, who stand beside each other."""

    etiket: Callable[[Mens, int], str]
    smalst: int
    wit: int
    gezin: int


def _passende_maten(kaart: Kaart, poging: _Poging, breedte: int) -> list[int]:
    """Cells for a name in each column, as many as fit in this width, and nowhere too few."""
    namen = [[_naam_en_rest(mens, poging.etiket) for mens in _in_kolom(kaart, *kolom)] for kolom in KOLOMMEN]
    maten = [NAAM_BREED] * len(KOLOMMEN)
    while True:
        breedtes = _met_koppen(
            max((rest + min(naam, maat) + poging.wit for naam, rest in kolom), default=LEGE_KOLOM)
            for kolom, maat in zip(namen, maten, strict=True)
        )
        if sum(breedtes) + _midden_breed(kaart, poging, breedtes) + len(KOLOMMEN) <= breedte:
            return maten
        ruim = [nummer for nummer, maat in enumerate(maten) if maat > poging.smalst]
        if not ruim:
            return maten
        maten[max(ruim, key=lambda nummer: (breedtes[nummer], maten[nummer]))] -= 1


def _naam_en_rest(mens: Mens, etiket: Callable[[Mens, int], str]) -> tuple[int, int]:
    """Cells of the name at its longest, and of all else in the label."""
    naam = celbreedte(kort(mens.naam, NAAM_BREED))
    return naam, celbreedte(etiket(mens, NAAM_BREED)) - naam


def _vakken(kaart: Kaart, poging: _Poging, maten: Sequence[int]) -> Vakken:
    """`maten`: cells for a name in each column."""
    etiketten = {
        mens.id: poging.etiket(mens, maat)
        for (kant, ring), maat in zip(KOLOMMEN, maten, strict=True)
        for mens in _in_kolom(kaart, kant, ring)
    }
    breedtes = _met_koppen(
        max(
            (celbreedte(etiketten[mens.id]) + poging.wit for mens in _in_kolom(kaart, *kolom)),
            default=LEGE_KOLOM,
        )
        for kolom in KOLOMMEN
    )
    gezin = [mens for mens in kaart.mensen if mens.groep is Netwerkgroep.GEZIN]
    etiketten |= {mens.id: etiket_met_hulp(mens, poging.gezin) for mens in gezin}
    midden = kort(kaart.midden, NAAM_MIDDEN)
    return Vakken(etiketten, midden, breedtes, _midden_breed(kaart, poging, breedtes))


def _met_koppen(breedtes: Iterable[int]) -> tuple[int, ...]:
    """The outer columns wide enough for the names of the groups, which may run on over the inner ones."""
    breed = list(breedtes)
    for buiten, kolommen, groepen in ((0, slice(0, 3), LINKS), (5, slice(3, 6), RECHTS)):
        kop = max(celbreedte(groep.label) for groep in groepen) + 2
        breed[buiten] += max(0, kop - sum(breed[kolommen]) - 2)
    return tuple(breed)


def _midden_breed(kaart: Kaart, poging: _Poging, breedtes: Sequence[int]) -> int:
    """The box with the name, and room for one of the gezin in the smallest ring."""
    gezin = [mens for mens in kaart.mensen if mens.groep is Netwerkgroep.GEZIN]
    binnen = breedtes[2] + breedtes[3]
    nodig = [celbreedte(etiket_met_hulp(mens, poging.gezin)) + 2 - binnen for mens in gezin]
    return max([celbreedte(kort(kaart.midden, NAAM_MIDDEN)) + 6, *nodig])


def _in_kolom(kaart: Kaart, kant: int, ring: int) -> list[Mens]:
    return [mens for groep in (LINKS, RECHTS)[kant] for mens in kaart.in_vak(groep, ring)]


_POGINGEN = (
    _Poging(etiket_met_hulp, NAAM_LEESBAAR, WIT, 18),
    _Poging(etiket_zonder_hulp, NAAM_LEESBAAR, WIT, 16),
    _Poging(etiket_zonder_hulp, NAAM_SMALST, WIT - 1, 12),
)


def _rek_op(vakken: Vakken, breedte: int) -> Vakken:
    """First both sides as wide as each other, then every column a bit wider, until the width is used."""
    breedtes = list(vakken.breedtes)
    over = breedte - vakken.breedte
    scheef = sum(breedtes[3:]) - sum(breedtes[:3])
    kant = (2, 1, 0) if scheef > 0 else (3, 4, 5)
    for stap in range(min(abs(scheef), over)):
        breedtes[kant[stap % 3]] += 1
    over -= min(abs(scheef), over)
    for paar in range(over // 2):
        breedtes[2 - paar % 3] += 1
        breedtes[3 + paar % 3] += 1
    return Vakken(vakken.etiketten, vakken.midden, tuple(breedtes), vakken.midden_breed)
