"""From columns and lines of the grid to millimetres."""

from __future__ import annotations

from collections.abc import Sequence

from kernteam_tui.domain.genogram.tekening import Regelsoort

KOLOM = 2.0
"""Millimetres of one column, before scaling."""
TEKEN = 8.6
"""Side of a square, height of a circle and a diamond."""
_HOOGTE = {Regelsoort.TEKEN: 11.0, Regelsoort.NAAM: 4.6, Regelsoort.HUIS: 3.0, Regelsoort.KOP: 7.0}
_BAAN = (4.6, 11.0)
"""A lane at its lowest and at its highest, where the paper has room."""
_RAND = 4.0
"""Millimetres around the drawing for outlines and curves."""
GROOTST = 2.0
"""A small family is drawn at most this much larger."""
Plek = tuple[float, float]


class Maat:
    """Places of a grid with these lines, in millimetres from the top left corner."""

    def __init__(self, regels: Sequence[Regelsoort], breedte: int, ruimte: Plek) -> None:
        """`ruimte` is the paper there is: lanes become higher where a wide drawing leaves room below."""
        self.breedte = breedte * KOLOM + 2 * _RAND
        vast = sum(_HOOGTE[soort] for soort in regels if soort in _HOOGTE) + 2 * _RAND
        banen = sum(soort not in _HOOGTE for soort in regels)
        schaal = min(GROOTST, ruimte[0] / self.breedte)
        baan = min(max((ruimte[1] / schaal - vast) / max(banen, 1), _BAAN[0]), _BAAN[1])
        self._tops = [_RAND]
        for soort in regels:
            self._tops.append(self._tops[-1] + _HOOGTE.get(soort, baan))
        self.hoogte = self._tops[-1] + _RAND
        self.schaal = min(schaal, ruimte[1] / self.hoogte)

    def x(self, kolom: float) -> float:
        """The middle of a column; parts of a column may be asked for."""
        return (kolom + 0.5) * KOLOM + _RAND

    def y(self, regel: float) -> float:
        """The middle of a line; x.5 is the border with the next."""
        plek = min(max(regel + 0.5, 0.0), len(self._tops) - 1)
        heel = min(int(plek), len(self._tops) - 2)
        return self._tops[heel] + (plek - heel) * (self._tops[heel + 1] - self._tops[heel])

    def punt(self, kolom: float, regel: float) -> Plek:
        """Both."""
        return self.x(kolom), self.y(regel)
