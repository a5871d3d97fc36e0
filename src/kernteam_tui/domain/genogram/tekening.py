"""The picture of a genogram in columns and lines of a grid, ready for text or for a vector drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kernteam_tui.domain.genogram.etiket import Etiket
from kernteam_tui.domain.genogram.nesten import Verwanten
from kernteam_tui.domain.genogram.stamboom import Lid

Punt = tuple[int, int]
"""Column and line."""


class Lijnsoort(Enum):
    """What a line says."""

    KOPPEL = "koppel"
    KIND = "kind"
    TWEELING = "tweeling"
    """A child line whose last part leaves one point together with that of the other of the twins."""


class Stijl(Enum):
    """How a line is drawn."""

    VOL = "vol"
    STREEP = "streep"
    STIP = "stip"


class Regelsoort(Enum):
    """What stands on a line of the grid; a vector drawing gives each kind its own height."""

    TEKEN = "teken"
    NAAM = "naam"
    HUIS = "huis"
    BAAN = "baan"
    KOP = "kop"


@dataclass(frozen=True)
class Figuur:
    """One person: the middle of the sign, and the label. `rij` counts generations from 0; -1 is put aside."""

    lid: Lid
    etiket: Etiket
    rij: int
    x: int
    y: int

    @property
    def onder(self) -> int:
        """The last line of the label."""
        return self.y + (2 if self.etiket.huis else 1)


@dataclass(frozen=True)
class Lijn:
    """A line along the grid from its first point to its last.

    A couple line runs from sign to sign (`ids` is the two); a child line from the parents to the top of the
    child's sign (`ids` is the child and the parents). Lines of one `net` meet where they touch; others cross.
    """

    soort: Lijnsoort
    stijl: Stijl
    punten: tuple[Punt, ...]
    ids: tuple[str, ...]
    net: str


@dataclass(frozen=True)
class Merk:
    """Marks on a couple line, centred on this point: `/`, `//`, `∞` in order of time."""

    teksten: tuple[str, ...]
    x: int
    y: int
    ids: tuple[str, str]


@dataclass(frozen=True)
class Tekening:
    """Where everything stands. Columns run from 0 to `breedte`, lines are those of `regels`."""

    verwanten: Verwanten
    figuren: Mapping[str, Figuur]
    lijnen: tuple[Lijn, ...]
    merken: tuple[Merk, ...]
    regels: tuple[Regelsoort, ...]
    breedte: int

    @property
    def kruisingen(self) -> frozenset[Punt]:
        """Points where a standing and a lying line of different nets cross."""
        liggend: dict[Punt, set[str]] = {}
        staand: dict[Punt, set[str]] = {}
        for lijn in self.lijnen:
            for punt, recht in _punten(lijn):
                (liggend if recht == "-" else staand).setdefault(punt, set()).add(lijn.net)
        return frozenset(
            punt for punt, netten in staand.items() if punt in liggend and netten.isdisjoint(liggend[punt])
        )


def stukken(lijn: Lijn) -> list[tuple[Punt, Punt]]:
    """The straight parts of a line that have a length."""
    return [(van, tot) for van, tot in zip(lijn.punten, lijn.punten[1:], strict=False) if van != tot]


def _punten(lijn: Lijn) -> list[tuple[Punt, str]]:
    """The inner points of each straight part, with its direction."""
    uit: list[tuple[Punt, str]] = []
    for (x1, y1), (x2, y2) in stukken(lijn):
        if y1 == y2:
            uit += [((x, y1), "-") for x in range(min(x1, x2) + 1, max(x1, x2))]
        else:
            uit += [((x1, y), "|") for y in range(min(y1, y2) + 1, max(y1, y2))]
    return uit
