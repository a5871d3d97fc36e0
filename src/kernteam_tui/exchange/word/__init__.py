"""What every Word paper shares: styles, languages, directions, pictures, and a file that is always the same.

A new paper is made of headings, paragraphs, lists and tables, in reading order:

    papier = nieuw_papier(Opschrift("Brief", "de gezinswerker", dag))
    papier.kop(1, Woorden("Ons plan"))
    papier.gegeven(Woorden("Voor"), Woorden("mevrouw Kaya"))
    papier.alinea(Woorden("Kızım okula gitsin.", "tr"), stijl=Stijl.CITAAT)
    return Worddocument(papier.maak())

python-docx is loaded by `nieuw_papier` and not before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kernteam_tui.exchange.drukwerk import Opschrift
from kernteam_tui.exchange.word.woorden import Stijl, Tabelsoort, Teken, Woorden

if TYPE_CHECKING:
    from kernteam_tui.exchange.word.papier import Wordpapier

__all__ = [
    "GROOT",
    "PUNTEN",
    "Opschrift",
    "Stijl",
    "Tabelsoort",
    "Teken",
    "Woorden",
    "Worddocument",
    "nieuw_papier",
]

PUNTEN = 11.0
"""Letter size of ordinary text, in points."""
GROOT = 18.0
"""Letter size for who reads large print."""


@dataclass(frozen=True)
class Worddocument:
    """A DOCX: the bytes of the file, and what the worker should know of it."""

    data: bytes
    meldingen: tuple[str, ...] = ()


def nieuw_papier(opschrift: Opschrift, punten: float = PUNTEN) -> Wordpapier:
    """An empty A4 in our styles. The first one takes about 50 ms longer: it loads python-docx."""
    from kernteam_tui.exchange.word.papier import Wordpapier

    return Wordpapier(opschrift, punten)
