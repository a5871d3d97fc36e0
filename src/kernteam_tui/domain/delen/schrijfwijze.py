"""One way of writing for what people write in several: `Zoë` and `Zoe`, `Dorpsstr.` and `Dorpsstraat`."""

from __future__ import annotations

import re
import unicodedata

_ZONDER_TEKEN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})
"""Letters that are no plain letter with a sign to it."""
_TUSSEN = re.compile(r"[\W_]+")
_AFGEKORT = re.compile(r"(?<=\w)(?:straat|str)\b")


def gevouwen(tekst: str) -> str:
    """The text in small letters without accents, however they were typed."""
    apart = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_ZONDER_TEKEN)


def aaneen(tekst: str) -> str:
    """Only the letters and digits, `gevouwen`, with `straat` as short as `str`."""
    return _TUSSEN.sub("", _AFGEKORT.sub("str", gevouwen(tekst)))
