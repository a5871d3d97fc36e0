"""How a whole text reads, as a soft word: the formula of Flesch for Dutch by Douma (1960; domain 5.3).

The formula says little of a text and nothing of a short one: it is only one word, beside what can be mended.
"""

from __future__ import annotations

import re

VANAF_WOORDEN, VANAF_ZINNEN = 50, 3
"""Up to this many words, or below this many sentences, the outcome is unstable (domain 5.3)."""
_KLANK = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE
)
_MAKKELIJK, _GEWOON = "leest makkelijk", "leest gewoon"
PRIJST = (_MAKKELIJK, _GEWOON)
_MATEN = ((75, _MAKKELIJK), (55, _GEWOON), (35, "leest wat zwaar"))
_ZWAAR = "leest zwaar"


def tel_lettergrepen(tekst: str) -> int:
    """Syllables of all words together, by their vowels."""
    return len(_KLANK.findall(tekst))


def flesch_douma(woorden: int, zinnen: int, lettergrepen: int) -> float:
    """About 30 for what is very hard to about 90 for what is easy. Raises ZeroDivisionError for no words."""
    return 206.84 - 0.93 * woorden / zinnen - 77 * lettergrepen / woorden


def hoe_het_leest(woorden: int, zinnen: int, lettergrepen: int) -> str:
    """A soft word; empty for a text that is too short for one."""
    if woorden <= VANAF_WOORDEN or zinnen < VANAF_ZINNEN:
        return ""
    maat = flesch_douma(woorden, zinnen, lettergrepen)
    return next((woord for vanaf, woord in _MATEN if maat >= vanaf), _ZWAAR)
