"""Text that is safe on paper and in a terminal, with every letter of the family kept.

Two steps: `zonder_stuurtekens` takes out what nobody can see and what could do harm (control signs, reversed
text); `op_papier` puts a box where the fonts have no sign, and says which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

DOOS = "□"
"""Stands for a sign that the fonts do not have."""

_REGELEINDE = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_ISOLATOREN = "\u2066\u2067\u2068"
_EIND_ISOLATIE = "\u2069"
_ISOLATIE = _ISOLATOREN + _EIND_ISOLATIE
_BLIJFT = frozenset("\u200c\u200d\u200e\u200f\u061c" + _ISOLATIE)
_ISOLAAT = re.compile(r"(\u2066[^\u2069]*\u2069)")
_NUMMER = re.compile(r"(?<!\w)(?:[+0]\d[\d .\-–]*\d|\d[\d.,:/\-–]*\d)")
_NIET_LTR = frozenset({"R", "AL", "AN"})
_NIET_RTL = frozenset({"L", "EN"})
_WEG = frozenset({"Cc", "Cs", "Co", "Cf"})
_WOORD = r"\+?[0-9A-Za-zÀ-ɏ](?:[0-9A-Za-zÀ-ɏ.,:/@+\-–_]*[0-9A-Za-zÀ-ɏ])?"
_LATIJN = re.compile(rf"{_WOORD}(?: {_WOORD})*")


@dataclass(frozen=True)
class Papiertekst:
    """A text that the fonts can print, and the signs that became a box, in order, each once."""

    tekst: str
    vervangen: tuple[str, ...]


def zonder_stuurtekens(tekst: str) -> str:
    """NFC, line ends as `\\n`, tabs as a space, and no signs without a shape.

    Joiners, direction marks and isolates stay (Persian, Kurdish and mixed lines need them), with every
    isolate closed on its own line; embeddings, overrides (`naam\\u202Egnp`) and private signs go. A sign that
    is newer than our tables (an emoji of this year) stays: somebody meant it.
    """
    heel = unicodedata.normalize("NFC", tekst).replace("\t", " ")
    weg = {ord(teken): None for teken in set(heel) if not _zichtbaar(teken)}
    return "\n".join(_sluit_isolaties(regel.translate(weg)) for regel in _REGELEINDE.split(heel))


def een_regel(tekst: str) -> str:
    """The text without signs that steer, on one line: names and short phrases."""
    return " ".join(zonder_stuurtekens(tekst).split())


def op_papier(tekst: str, dekking: Collection[int]) -> Papiertekst:
    """Put `DOOS` for each sign outside `dekking` (code points); variation selectors go without a box."""
    vervangen: dict[str, None] = {}
    uit: list[str] = []
    for teken in tekst:
        if teken == "\n" or ord(teken) in dekking:
            uit.append(teken)
        elif not _is_aanhangsel(teken):
            uit.append(DOOS)
            vervangen[teken] = None
    return Papiertekst("".join(uit), tuple(vervangen))


def richting(tekst: str) -> str:
    """`rtl` when the first letter with a direction runs right to left (Arabic, Hebrew), else `ltr`."""
    for teken in tekst:
        soort = unicodedata.bidirectional(teken)
        if soort == "L":
            return "ltr"
        if soort in ("R", "AL"):
            return "rtl"
    return "ltr"


def isoleer(tekst: str) -> str:
    """Put U+2066 and U+2069 around numbers and Latin words of a right-to-left text.

    Without them `06-12345678` shows as `12345678-06` (Unicode bidi rules W2 and W4). Words beside each other
    stay one piece, or they would show in reversed order (`06 1234`, `Veilig Thuis`).
    """
    return _LATIJN.sub(lambda stuk: f"\u2066{stuk.group()}\u2069", tekst)


def houd_nummers_heel(tekst: str) -> str:
    """As `isoleer`, but numbers only: for a text that has right-to-left letters somewhere in it."""
    if not any(unicodedata.bidirectional(teken) in ("R", "AL") for teken in tekst):
        return tekst
    stukken = _ISOLAAT.split(tekst)
    stukken[::2] = [_NUMMER.sub("\u2066\\g<0>\u2069", deel) for deel in stukken[::2]]
    return "".join(stukken)


def voeg_in(tekst: str, kant: str) -> str:
    """A name, a number or a day, ready to stand in a line that runs `kant` (`ltr` or `rtl`).

    Where it holds signs that run otherwise it is set apart (U+2068, U+2069), so that neither it nor the line
    around it changes order; in an ordinary line nothing changes.
    """
    anders = _NIET_RTL if kant == "rtl" else _NIET_LTR
    if not any(unicodedata.bidirectional(teken) in anders for teken in tekst):
        return tekst
    return f"\u2068{tekst}{_EIND_ISOLATIE}"


def _zichtbaar(teken: str) -> bool:
    return teken in _BLIJFT or not (unicodedata.category(teken) in _WEG or _is_nooit_een_teken(teken))


def _is_nooit_een_teken(teken: str) -> bool:
    """Noncharacters: Unicode promises that these never stand for anything."""
    code = ord(teken)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _is_aanhangsel(teken: str) -> bool:
    """Variation selectors and joiners only change the sign before them."""
    return "\ufe00" <= teken <= "\ufe0f" or teken in _BLIJFT


def _sluit_isolaties(regel: str) -> str:
    if not any(teken in regel for teken in _ISOLATIE):
        return regel
    uit: list[str] = []
    open_ = 0
    for teken in regel:
        if teken in _ISOLATOREN:
            open_ += 1
        elif teken == _EIND_ISOLATIE:
            if not open_:
                continue
            open_ -= 1
        uit.append(teken)
    return "".join(uit) + _EIND_ISOLATIE * open_
