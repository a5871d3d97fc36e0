"""A paragraph that is too long to type in: where to break it in two.

A text area wraps a paragraph anew at every key that is pressed in it, so a key costs more as the paragraph
(not the text) gets longer. Measured in one run, processor time of a key against one in a paragraph of 0.2 kB
in a text of 20 kB: 1.5 times at 2 kB, 2.2 at 5, 3.4 at 10, 6 at 20 and 12 at 40 kB. Nothing is cut by
itself: the worker is offered it, and does it with a key.
"""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.merken import merkwoorden
from kernteam_tui.domain.taalhulp.zinnen import splits_zinnen

LANG = 5000
"""Characters of one paragraph from which a break is offered."""


@dataclass(frozen=True)
class Knip:
    """The white `regel[begin:einde]` gives way to `erbij`: a line end, and the mark that the second half
    has in common with the first."""

    begin: int
    einde: int
    erbij: str

    def op(self, regel: str) -> str:
        """The line in two."""
        return f"{regel[: self.begin]}{self.erbij}{regel[self.einde :]}"


def is_lang(regel: str) -> bool:
    """Whether a break should be offered."""
    return len(regel) >= LANG


def zoek_knip(regel: str) -> Knip | None:
    """The end of a sentence nearest the middle; without one the nearest white; None without either."""
    einden = [einde for einde in _zinseinden(regel) if einde < _wit_na(regel, einde) < len(regel)]
    einden = einden or _woordeinden(regel)
    if not einden:
        return None
    midden = len(regel) // 2
    begin = min(einden, key=lambda einde: abs(einde - midden))
    return Knip(begin, _wit_na(regel, begin), f"\n{merkwoorden(regel)}")


def _zinseinden(regel: str) -> list[int]:
    return [zin.einde for zin in splits_zinnen(regel) if zin.einde > len(merkwoorden(regel))]


def _wit_na(regel: str, plek: int) -> int:
    while plek < len(regel) and regel[plek].isspace():
        plek += 1
    return plek


def _woordeinden(regel: str) -> list[int]:
    begin = len(merkwoorden(regel)) + 1
    return [
        plek
        for plek in range(begin, len(regel))
        if regel[plek].isspace() and not regel[plek - 1].isspace() and _wit_na(regel, plek) < len(regel)
    ]
