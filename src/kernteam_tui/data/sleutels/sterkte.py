"""How hard a passphrase is to guess, for the bar beside the field and for the refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kernteam_tui.data.fouten import WeakSecret
from kernteam_tui.data.sleutels.herstelcode import looks_like_recovery_code
from kernteam_tui.data.sleutels.woorden import woordenlijst

_TEXTS = ("heel zwak", "zwak", "matig", "sterk", "heel sterk")
_MAX_JUDGED = 72
"""Symbols; what comes after only makes a passphrase stronger."""
_SEPARATORS = re.compile(r"[\s._-]+")
"""Not counted: zxcvbn takes a space for a guess, and two common words would pass for strong."""
_KNOWN_WORDS = (
    "kernteam",
    "gezinswerker",
    "buurtteam",
    "wachtwoord",
    "wachtwoordzin",
    "welkom",
    "geheim",
    "voorbeeld",
    "utrecht",
    "school",
    "gezin",
    "kluis",
    "lente",
    "zomer",
    "herfst",
    "winter",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
"""What people in this work would try first; zxcvbn itself knows English words and common passwords."""


@dataclass(frozen=True)
class Sterkte:
    """`score` 0-4 on zxcvbn's scale, and the same as a Dutch word or two."""

    score: int
    tekst: str


def beoordeel_wachtwoordzin(zin: str) -> Sterkte:
    """Judge a passphrase; quick enough to call at each keystroke (a few milliseconds)."""
    if not zin.strip():
        return Sterkte(0, _TEXTS[0])
    from zxcvbn import zxcvbn

    known = [*_KNOWN_WORDS, *woordenlijst()]
    without_separators = _SEPARATORS.sub("", zin) or zin
    score = min(
        int(zxcvbn(text[:_MAX_JUDGED], user_inputs=known)["score"]) for text in (zin, without_separators)
    )
    return Sterkte(score, _TEXTS[score])


def refuse_weak(zin: str, minimum: int) -> None:
    """Raise WeakSecret below the minimum (0-4), and for what could be taken for a recovery code."""
    if looks_like_recovery_code(zin):
        raise WeakSecret("Deze wachtwoordzin lijkt te veel op een herstelcode.")
    if not zin.strip():
        raise WeakSecret("Een lege wachtwoordzin beschermt niets.")
    if minimum > 0 and beoordeel_wachtwoordzin(zin).score < minimum:
        raise WeakSecret()
