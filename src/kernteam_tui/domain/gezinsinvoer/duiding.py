"""What was understood of a line, in Dutch: it stands beside the line before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class Regelsoort(Enum):
    """What a line is about."""

    PERSOON = auto()
    HUIS = auto()
    BAND = auto()
    LEEG = auto()


@dataclass(frozen=True)
class Duiding:
    """One line as it was understood."""

    soort: Regelsoort
    wie: str = ""
    """The name, or what the household is called."""
    wat: tuple[str, ...] = ()
    """What is noted of it, piece by piece."""
    bekend: bool = False
    """Whether this was in the family already: the line adds to it."""
    fout: str = ""
    """Why the line cannot be saved, with what to do. No name stands in it, and nothing that was typed."""
    over: str = ""
    """The piece of the line that the fault is about, as it was typed: for the screen alone."""
    vraag: str = ""
    """What the line leaves open; it can be saved as it is."""

    @property
    def zin(self) -> str:
        """All of it in one line of text."""
        return " · ".join((self.wie, *self.wat)) if self.wie else ""

    @property
    def foutzin(self) -> str:
        """The fault with the piece that it is about before it."""
        if not self.fout or not self.over:
            return self.fout
        return f"‘{self.over}’: {self.fout[:1].lower()}{self.fout[1:]}"


@dataclass
class Verslag:
    """What is gathered about one line while it is taken in."""

    soort: Regelsoort = Regelsoort.LEEG
    wie: str = ""
    bekend: bool = False
    rol: list[str] = field(default_factory=list)
    feiten: list[str] = field(default_factory=list)
    gezag: list[str] = field(default_factory=list)
    wonen: list[str] = field(default_factory=list)
    fout: str = ""
    over: str = ""
    vraag: str = ""

    def meld(self, fout: str, over: str = "") -> None:
        """The first fault counts; `over` is what was typed there."""
        if not self.fout:
            self.fout, self.over = fout, over

    def vraag_naar(self, vraag: str) -> None:
        """The first question counts."""
        self.vraag = self.vraag or vraag

    def duiding(self) -> Duiding:
        """The gathered pieces, in the order in which one says them."""
        wat = (*self.rol, *self.feiten, *self.gezag, *self.wonen)
        vraag = "" if self.fout else self.vraag
        return Duiding(self.soort, self.wie, wat, self.bekend, self.fout, self.over, vraag)
