"""The map as lines of text, with the place of everybody so that a cursor can walk through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kernteam_tui.domain.celtekst import Stuk, celbreedte, cellen
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import NABIJ_WOORDEN, Kaart, Mens
from kernteam_tui.domain.netwerkkaart.vakken import (
    KOLOMMEN,
    LINKS,
    RECHTS,
    RINGEN,
    TUSSEN,
    Vakken,
    rijen_van,
    verdeel,
)

MIDDEN_HOOG = 3
MEESTE_WIT = 4
"""Empty lines that a band may get on a tall screen."""
_PLAT = str.maketrans("╭╮╰╯─│┄╔╗╚╝═║±·…", "++++-|.####=#~o.")


@dataclass(frozen=True)
class Kaartbeeld:
    """The drawing, and where everybody stands, in reading order.

    `botsingen` counts letters over letters: 0 in every drawing that is right.
    """

    regels: tuple[str, ...]
    plekken: Mapping[str, Stuk]
    breedte: int
    koppen: tuple[Stuk, ...] = ()
    """Where the names of the groups and the one in the middle stand."""
    botsingen: int = 0

    def buur(self, mens_id: str, richting: str) -> str:
        """Who stands `links`, `rechts`, `boven` or `onder` of this person, or the person where nobody does.

        Everybody can be reached from everybody.
        """
        hier = self.plekken[mens_id]
        keuzes = {ander: plek for ander, plek in self.plekken.items() if _ligt(plek, hier, richting)}
        if not keuzes:
            return mens_id
        return min(keuzes, key=lambda ander: (abs(keuzes[ander].rij - hier.rij), _opzij(keuzes[ander], hier)))

    @property
    def plat(self) -> tuple[str, ...]:
        """The same drawing in plain letters: `~` is both, `o` is not talked about."""
        return tuple(regel.translate(_PLAT) for regel in self.regels)


def teken_kaart(kaart: Kaart, breedte: int, hoogte: int = 0) -> Kaartbeeld:
    """Draw the map in this width (wider where it does not fit), as tall as it needs.

    With a `hoogte` of more lines than that, the bands get some air.
    """
    return _Tekenaar(kaart, verdeel(kaart, breedte)).teken(hoogte)


class _Tekenaar:
    """One drawing in the making."""

    def __init__(self, kaart: Kaart, vakken: Vakken) -> None:
        self._kaart = kaart
        self._vakken = vakken
        self._cellen: list[list[str]] = []
        self._bezet: set[tuple[int, int]] = set()
        self._plekken: dict[str, Stuk] = {}
        self._koppen: list[Stuk] = []
        self._botsingen = 0

    def teken(self, hoogte: int) -> Kaartbeeld:
        gezin = {ring: self._gezin_rijen(ring) for ring in RINGEN}
        banden = [self._banden(kant) for kant in (LINKS, RECHTS)]
        boven = len(RINGEN) + sum(len(rijen) for rijen in gezin.values())
        self._rek_banden(banden, hoogte - boven - len(RINGEN))
        romp = max(MIDDEN_HOOG, *(sum(band) + len(band) for band in banden))
        self._cellen = [[" "] * self._vakken.breedte for _ in range(boven + romp + len(RINGEN))]
        self._teken_ringen(gezin)
        self._teken_midden(boven + (romp - MIDDEN_HOOG) // 2)
        for kant, groepen in enumerate((LINKS, RECHTS)):
            self._teken_kant(kant, groepen, banden[kant], boven)
        op_volgorde = sorted(self._plekken.items(), key=lambda deel: (deel[1].rij, deel[1].kolom))
        regels = tuple("".join(rij).rstrip() for rij in self._cellen)
        return Kaartbeeld(
            regels, dict(op_volgorde), self._vakken.breedte, tuple(self._koppen), self._botsingen
        )

    # --- how much room ------------------------------------------------------------------

    def _gezin_rijen(self, ring: int) -> list[list[Mens]]:
        links, rechts = self._vakken.ring(ring)
        mensen = self._kaart.in_vak(Netwerkgroep.GEZIN, ring)
        return rijen_van(mensen, self._vakken.etiketten, rechts - links - 1)

    def _banden(self, groepen: tuple[Netwerkgroep, ...]) -> list[int]:
        return [max(1, *(len(self._kaart.in_vak(groep, ring)) for ring in RINGEN)) for groep in groepen]

    def _rek_banden(self, banden: list[list[int]], hoogte: int) -> None:
        """Both sides as tall as each other; then some air, where `hoogte` allows it."""
        nodig = max(sum(band) for band in banden)
        vrij = max(0, hoogte - nodig - len(LINKS))
        doel = nodig + min(vrij, MEESTE_WIT * len(LINKS))
        for band in banden:
            for stap in range(doel - sum(band)):
                band[stap % len(band)] += 1

    # --- drawing ------------------------------------------------------------------------

    def _teken_ringen(self, gezin: Mapping[int, list[list[Mens]]]) -> None:
        y = 0
        for diep, ring in enumerate(reversed(RINGEN)):
            onder = len(self._cellen) - 1 - diep
            self._teken_ring(ring, y, onder)
            y += 1
            for rij in gezin[ring]:
                self._teken_gezin(rij, ring, y)
                y += 1
        gezin_kop = f" {Netwerkgroep.GEZIN.label} "
        self._zet_in_lijn(gezin_kop, 0)
        self._koppen.append(Stuk(0, self._midden_van_lijn(gezin_kop), celbreedte(gezin_kop)))

    def _teken_ring(self, ring: int, boven: int, onder: int) -> None:
        links, rechts = self._vakken.ring(ring)
        for x in range(links + 1, rechts):
            self._cellen[boven][x] = self._cellen[onder][x] = "─"
        for y in range(boven + 1, onder):
            self._cellen[y][links] = self._cellen[y][rechts] = "│"
        for y, (hoek, andere) in ((boven, "╭╮"), (onder, "╰╯")):
            self._cellen[y][links], self._cellen[y][rechts] = hoek, andere
        woord = f" {NABIJ_WOORDEN[ring]} "
        if celbreedte(woord) <= rechts - links - 1:
            self._zet_in_lijn(woord, onder)

    def _zet_in_lijn(self, woord: str, y: int) -> None:
        """In the middle of a line of the outermost ring."""
        self._zet(woord, self._midden_van_lijn(woord), y)

    def _midden_van_lijn(self, woord: str) -> int:
        return (sum(self._vakken.ring(1)) + 1 - celbreedte(woord)) // 2

    def _teken_gezin(self, rij: list[Mens], ring: int, y: int) -> None:
        links, rechts = self._vakken.ring(ring)
        breedtes = [celbreedte(self._vakken.etiketten[mens.id]) for mens in rij]
        x = links + 1 + (rechts - links - 1 - sum(breedtes) - TUSSEN * (len(rij) - 1)) // 2
        for mens, breed in zip(rij, breedtes, strict=True):
            self._zet_mens(mens, max(links + 1, x), y)
            x += breed + TUSSEN

    def _teken_midden(self, y: int) -> None:
        naam = self._vakken.midden
        breed = celbreedte(naam) + 2
        x = self._vakken.kolom(2) + self._vakken.breedtes[2] + (self._vakken.midden_breed - breed - 2) // 2
        self._zet(f"╔{'═' * breed}╗", x, y)
        self._zet(f"║ {naam} ║", x, y + 1)
        self._koppen.append(Stuk(y + 1, x + 1, breed))
        self._zet(f"╚{'═' * breed}╝", x, y + 2)

    def _teken_kant(self, kant: int, groepen: tuple[Netwerkgroep, ...], banden: list[int], y: int) -> None:
        for groep, band in zip(groepen, banden, strict=True):
            self._teken_kop(kant, groep, y)
            for nummer, (eigen_kant, ring) in enumerate(KOLOMMEN):
                if eigen_kant == kant:
                    for rij, mens in enumerate(self._kaart.in_vak(groep, ring), start=y + 1):
                        self._zet_mens(mens, self._vakken.kolom(nummer) + 1, rij)
            y += 1 + band

    def _teken_kop(self, kant: int, groep: Netwerkgroep, y: int) -> None:
        """The name of the group at the outside, and a dotted line to the middle."""
        vakken = self._vakken
        van = vakken.kolom(kant * 3)
        tot = vakken.kolom(kant * 3 + 2) + vakken.breedtes[kant * 3 + 2]
        for x in range(van, tot):
            if self._cellen[y][x] == " ":
                self._cellen[y][x] = "┄"
        woord = f" {groep.label} "
        x = van if kant == 0 else tot - celbreedte(woord)
        self._zet(woord, x, y)
        self._koppen.append(Stuk(y, x, celbreedte(woord)))

    def _zet_mens(self, mens: Mens, x: int, y: int) -> None:
        etiket = self._vakken.etiketten[mens.id]
        self._plekken[mens.id] = Stuk(y, x, celbreedte(etiket))
        self._zet(etiket, x, y)

    def _zet(self, tekst: str, x: int, y: int) -> None:
        for letter in cellen(tekst):
            for plek in range(x, x + celbreedte(letter)):
                self._botsingen += (plek, y) in self._bezet
                self._bezet.add((plek, y))
                self._cellen[y][plek] = ""
            self._cellen[y][x] = letter
            x += celbreedte(letter)


def _ligt(plek: Stuk, hier: Stuk, richting: str) -> bool:
    match richting:
        case "links":
            return plek.kolom < hier.kolom
        case "rechts":
            return plek.kolom > hier.kolom
        case "boven":
            return plek.rij < hier.rij
        case _:
            return plek.rij > hier.rij


def _opzij(plek: Stuk, hier: Stuk) -> int:
    return abs(plek.kolom - hier.kolom)
