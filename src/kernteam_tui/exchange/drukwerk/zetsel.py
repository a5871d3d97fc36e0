"""Text made ready for paper: nothing that steers, numbers in order, a box where no font has the sign."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, is_dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from kernteam_tui.domain.schoontekst import (
    DOOS,
    houd_nummers_heel,
    op_papier,
    zonder_stuurtekens,
)

MEESTE_TEKENS = 20
"""So many signs that cannot be printed are named; of more, how many."""

_BEELDTEKENS = range(0x1F000, 0x1FB00)
"""Also those that are newer than our tables."""
_BINDERS = "\u200c\u200d"
_VRIJ = ""
"""What an accent of any font may stand on."""

_IN_DE_PLAATS = f"Daar staat nu {DOOS}."
WEL_OP_HET_WEB = "Sla het op als webpagina: daar staat alles op."


@dataclass(frozen=True)
class Zetsel:
    """Values for a template that the fonts can print; only `zet` makes one."""

    inhoud: Mapping[str, Any]
    vervangen: tuple[str, ...]
    """Signs that became a box, in order, each once."""

    @property
    def meldingen(self) -> tuple[str, ...]:
        """What the worker should know: the signs that are not on the paper, by themselves or by number."""
        if not self.vervangen:
            return ()
        getoond = " ".join(_noem(teken) for teken in self.vervangen[:MEESTE_TEKENS])
        rest = len(self.vervangen) - MEESTE_TEKENS
        meer = f" en nog {rest}." if rest > 0 else ""
        aantal = len(self.vervangen)
        wat = "1 teken kan" if aantal == 1 else f"{aantal} tekens kunnen"
        return (f"{wat} niet op papier: {getoond}{meer} {_IN_DE_PLAATS}",)

    def met(self, **maten: float) -> Zetsel:
        """The same with numbers for the template added, such as a letter size."""
        return replace(self, inhoud={**self.inhoud, **maten})

    def samen_met(self, ander: Zetsel) -> Zetsel:
        """The same with the values of another added, in place of those of the same name."""
        vervangen = dict.fromkeys((*self.vervangen, *ander.vervangen))
        return Zetsel({**self.inhoud, **ander.inhoud}, tuple(vervangen))


def wijs_op_web(meldingen: tuple[str, ...]) -> tuple[str, ...]:
    """The same, and where signs became a box that the web page has them; for a paper that has one."""
    if any(melding.endswith(_IN_DE_PLAATS) for melding in meldingen):
        return (*meldingen, WEL_OP_HET_WEB)
    return meldingen


def zet(inhoud: Any) -> Zetsel:
    """Make every string in `inhoud` (a mapping or a dataclass of plain values) printable, as one paragraph.

    Cleaning twice changes nothing, so text that was cleaned before may come too. In a text with right-to-left
    letters, numbers are kept in their order (`06-12345678`).
    """
    vervangen: dict[str, None] = {}
    waarden = asdict(inhoud) if is_dataclass(inhoud) and not isinstance(inhoud, type) else inhoud
    return Zetsel(_zet(waarden, vervangen), tuple(vervangen))


@cache
def lees_dekking() -> frozenset[int]:
    """The code points that our fonts can print."""
    bron = files("kernteam_tui") / "assets" / "lettertypen" / "dekking.json"
    reeksen = json.loads(bron.read_text("utf-8"))["reeksen"]
    return frozenset(teken for van, tot in reeksen for teken in range(van, tot + 1))


def _zet(waarde: Any, vervangen: dict[str, None]) -> Any:
    if isinstance(waarde, str):
        return _zet_tekst(waarde, vervangen)
    if isinstance(waarde, Mapping):
        return {sleutel: _zet(deel, vervangen) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_zet(deel, vervangen) for deel in waarde]
    return waarde


def _zet_tekst(tekst: str, vervangen: dict[str, None]) -> str:
    if tekst.isascii() and tekst.isprintable():
        return tekst  # every font has these, and none of them steers
    een_alinea = zonder_stuurtekens(tekst).replace("\n", " ")
    papier = op_papier(houd_nummers_heel(een_alinea), lees_dekking())
    vervangen.update(dict.fromkeys(papier.vervangen))
    return _vervang_losse_accenten(papier.tekst, vervangen)


def _vervang_losse_accenten(tekst: str, vervangen: dict[str, None]) -> str:
    """An accent stands on a letter of its own font, or on a space: of others no font may have both."""
    uit: list[str] = []
    drager: str | None = _VRIJ
    for teken in tekst:
        soort = unicodedata.category(teken)[0]
        if soort == "M":
            eigen = _lettertype(teken)
            drager = eigen if drager in (_VRIJ, eigen) else None
        elif soort == "Z":
            drager = _VRIJ
        elif soort in "LN":
            drager = _lettertype(teken)
        elif teken not in _BINDERS:
            drager = None
        if soort == "M" and drager is None:
            vervangen[teken] = None
            teken = DOOS
        uit.append(teken)
    return "".join(uit)


def _lettertype(teken: str) -> str:
    """The first of our fonts that has letters and accents of this script."""
    code = ord(teken)
    if 0x0600 <= code <= 0x08FF or 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF:
        return "Amiri"
    return "Noto Sans Ethiopic" if 0x1200 <= code <= 0x139F or 0x2D80 <= code <= 0x2DDF else "Noto Sans"


def _noem(teken: str) -> str:
    """The sign itself, or its number where nobody would see it."""
    zichtbaar = unicodedata.category(teken)[0] in "LNPS" or ord(teken) in _BEELDTEKENS
    return teken if zichtbaar else f"U+{ord(teken):04X}"
