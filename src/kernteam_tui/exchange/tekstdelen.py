"""What papers are made of, in every form: a paragraph, words in one language, who said them, an action.

The `opbouw.py` of a paper fills these; its PDF, Word, HTML and text only set them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kernteam_tui.domain.schoontekst import isoleer, richting, zonder_stuurtekens

_TAALCODE = re.compile(r"[a-z]{2,3}")
_SCHAAL = range(11)


@dataclass(frozen=True)
class Alinea:
    """One paragraph of somebody's own words; `richting` is `ltr` or `rtl`."""

    tekst: str
    richting: str


@dataclass(frozen=True)
class Stuk:
    """Words in one language; each paragraph says how it runs."""

    taal: str
    alineas: tuple[Alinea, ...]

    @property
    def richting(self) -> str:
        """How its first paragraph runs; `ltr` where it has none."""
        return self.alineas[0].richting if self.alineas else "ltr"

    @property
    def teksten(self) -> tuple[str, ...]:
        """The paragraphs as plain strings."""
        return tuple(alinea.tekst for alinea in self.alineas)


@dataclass(frozen=True)
class Gezegd:
    """Words, who said them, and what they are: `(mening)`; the last two may be empty."""

    van: str
    stuk: Stuk
    merk: str = ""


@dataclass(frozen=True)
class Actieregel:
    """An action; `staat` is the box in words."""

    wie: str
    wat: Stuk
    wanneer: str
    klaar: bool
    staat: str


def maak_alineas(tekst: str) -> tuple[Alinea, ...]:
    """The lines with something in them, as paragraphs of which each runs its own way."""
    regels = (" ".join(regel.split()) for regel in zonder_stuurtekens(tekst).split("\n"))
    return tuple(_maak_alinea(regel) for regel in regels if regel)


def taalcode(taal: str, anders: str) -> str:
    """The code of a language, for a reader of the file; `anders` where it is no such code."""
    return taal if _TAALCODE.fullmatch(taal) else anders


def op_schaal(cijfer: int | None) -> int | None:
    """A number from 0 to 10; None for any other."""
    return cijfer if cijfer in _SCHAAL else None


def schaal_in_woorden(nu: int | None, gewenst: int | None, woorden: Mapping[str, str]) -> str:
    """The line from 0 to 10 for who does not see it; empty where there is no number at all.

    `woorden` holds `uitleg`, `uitleg_nu` and `uitleg_gewenst`, with the gaps `{nu}` and `{gewenst}`.
    """
    if nu is None and gewenst is None:
        return ""
    key = "uitleg_gewenst" if nu is None else "uitleg_nu" if gewenst is None else "uitleg"
    return woorden[key].format(nu=nu, gewenst=gewenst)


def _maak_alinea(regel: str) -> Alinea:
    """It runs as its first letter does, with numbers and Latin words in their order."""
    kant = richting(regel)
    return Alinea(isoleer(regel) if kant == "rtl" else regel, kant)
