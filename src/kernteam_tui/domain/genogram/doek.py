"""A canvas of cells: letters are set first, lines keep out of them and join where they belong together."""

from __future__ import annotations

from kernteam_tui.domain.celtekst import celbreedte, cellen
from kernteam_tui.domain.genogram.tekening import Punt, Stijl

N, O, Z, W = 1, 2, 4, 8  # noqa: E741 - the four winds
_VOL = {
    N: "│", Z: "│", N | Z: "│", O: "─", W: "─", O | W: "─",
    Z | O: "┌", Z | W: "┐", N | O: "└", N | W: "┘",
    N | Z | O: "├", N | Z | W: "┤", O | W | Z: "┬", O | W | N: "┴", N | O | Z | W: "┼",
}  # fmt: skip
_ROND = {Z | O: "╭", Z | W: "╮"}
_RECHT = {Stijl.VOL: ("─", "│"), Stijl.STREEP: ("╌", "╎"), Stijl.STIP: ("┈", "┊")}


class Doek:
    """Rows of cells. `botsingen` are those where a line and a letter both wanted to be; the letter stays."""

    def __init__(self, breedte: int, hoogte: int) -> None:
        self._letters: list[list[str | None]] = [[None] * breedte for _ in range(hoogte)]
        self._lijnen: dict[Punt, dict[str, int]] = {}
        self._stijlen: dict[tuple[Punt, str], Stijl] = {}
        self._rond: set[Punt] = set()
        self.botsingen: set[Punt] = set()

    def zet_tekst(self, tekst: str, x: int, y: int) -> None:
        """Letters from this cell on; one over another letter is a botsing."""
        for letter in cellen(tekst):
            breed = celbreedte(letter)
            for plek in range(x, x + breed):
                if self._letters[y][plek] is not None or (plek, y) in self._lijnen:
                    self.botsingen.add((plek, y))
                self._letters[y][plek] = ""
            self._letters[y][x] = letter
            x += breed

    def zet_merk(self, tekst: str, x: int, y: int) -> None:
        """Letters in a line, which takes them up."""
        for plek, letter in enumerate(tekst, start=x):
            if self._letters[y][plek] is not None:
                self.botsingen.add((plek, y))
            self._letters[y][plek] = letter

    def zet_lijn(self, van: Punt, tot: Punt, net: str, stijl: Stijl, buiten: frozenset[Punt]) -> None:
        """A straight line of cells with both ends; nothing is drawn in the cells `buiten`, its own people."""
        (x1, y1), (x2, y2) = sorted((van, tot))
        begin, eind = (O, W) if y1 == y2 else (Z, N)
        punten = [(x, y) for x in range(x1, x2 + 1) for y in range(y1, y2 + 1)]
        for punt in punten:
            armen = (begin if punt != (x2, y2) else 0) | (eind if punt != (x1, y1) else 0)
            if punt in buiten or not armen:
                continue
            if self._letters[punt[1]][punt[0]] is not None:
                self.botsingen.add(punt)
                continue
            self._lijnen.setdefault(punt, {}).setdefault(net, 0)
            self._lijnen[punt][net] |= armen
            if self._stijlen.get((punt, net)) is not Stijl.VOL:
                self._stijlen[(punt, net)] = stijl

    def rond_af(self, punten: frozenset[Punt]) -> None:
        """Round corners at these cells: twins."""
        self._rond |= punten

    def regels(self) -> list[str]:
        """The lines of text, without spaces at their ends."""
        return [
            "".join(self._cel((x, y)) for x in range(len(rij))).rstrip()
            for y, rij in enumerate(self._letters)
        ]

    def _cel(self, punt: Punt) -> str:
        letter = self._letters[punt[1]][punt[0]]
        if letter is not None:
            return letter
        netten = self._lijnen.get(punt)
        if netten is None:
            return " "
        boven = [net for net, armen in netten.items() if len(netten) > 1 and armen == N | Z]
        net = boven[0] if boven else next(iter(netten))
        liggend, staand = _RECHT[self._stijlen[(punt, net)]]
        if boven:
            return staand
        armen = 0
        for deel in netten.values():
            armen |= deel
        if armen & (N | Z) and not armen & (O | W):
            return staand
        if not armen & (N | Z):
            return liggend
        if punt in self._rond and armen in _ROND:
            return _ROND[armen]
        return _VOL[armen]
