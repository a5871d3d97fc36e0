"""The pieces of a file, as a copy shows them: values that know nothing of the store, of paper or of rules.

Who makes it has already taken out what this reader may not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kernteam_tui.domain.codes import Code


class Aanspreekvorm(Enum):
    """How the copy speaks to its reader."""

    U = "u"
    JE = "je"
    """To a jongere, and to any reader under eighteen."""


class Hoofdstuk(Code):
    """A part of the copy, in its order."""

    HULP = "hulp", "De hulp"
    MENSEN = "mensen", "Om wie het gaat"
    VERKLARINGEN = "verklaringen", "Eigen verklaringen"
    GESPREKKEN = "gesprekken", "Gesprekken"
    NOTITIES = "notities", "Notities"
    PLAN = "plan", "Het gezinsplan"
    TOESTEMMINGEN = "toestemmingen", "Toestemmingen"
    VERZOEKEN = "verzoeken", "Verzoeken over het dossier"
    GEDEELD = "gedeeld", "Wat is gedeeld, en met wie"
    MELDCODE = "meldcode", "Meldcode"
    """The place of notes of the meldcode: only where they were asked for by themselves (domain 3.4)."""


@dataclass(frozen=True)
class Regel:
    """One text of a piece; `label` may be empty. The text may have several lines."""

    label: str
    tekst: str


@dataclass(frozen=True)
class Stuk:
    """One piece of the file: a talk, a note, a section of the plan."""

    id: str
    hoofdstuk: Hoofdstuk
    kop: str
    regels: tuple[Regel, ...]

    @property
    def tekst(self) -> str:
        """Everything that it says, as lines, without its heading."""
        return "\n".join(f"{r.label}: {r.tekst}" if r.label else r.tekst for r in self.regels)


@dataclass(frozen=True)
class Weggelaten:
    """How many pieces are not in the copy for one reason; never what they say."""

    aantal: int
    waarom: str
    artikel: str

    @property
    def zin(self) -> str:
        """`7 stukken: woorden van een ander (Jeugdwet 7.3.10)`."""
        stukken = "1 stuk" if self.aantal == 1 else f"{self.aantal} stukken"
        return f"{stukken}: {self.waarom} ({self.artikel})"


@dataclass(frozen=True)
class Afschrift:
    """The copy for one reader."""

    voor: str
    """Name of the reader."""
    casus: str
    """Number of the casus."""
    datum: date
    gevraagd_op: date | None
    belangrijk: bool
    """Only important facts, for a parent without gezag who asked (BW 1:377c)."""
    stukken: tuple[Stuk, ...]
    weggelaten: tuple[Weggelaten, ...]
    aanspreekvorm: Aanspreekvorm = Aanspreekvorm.U

    def van(self, hoofdstuk: Hoofdstuk) -> tuple[Stuk, ...]:
        """The pieces of one part, in their order."""
        return tuple(stuk for stuk in self.stukken if stuk.hoofdstuk is hoofdstuk)


def bestandsnaam(code: str, datum: date, vorm: str) -> str:
    """A name without anybody's name: `afschrift-2026-11-23-k04c1e9.pdf`. `vorm` is the extension."""
    return f"afschrift-{datum.isoformat()}-k{code}.{vorm}"
