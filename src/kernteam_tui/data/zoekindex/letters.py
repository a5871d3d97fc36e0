"""Letters that people type in more than one way: names and words compared without them."""

from __future__ import annotations

import unicodedata

_PLAIN_FORMS = {
    "ı": "i", "İ": "I", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H",
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "þ": "th", "ŋ": "n", "ə": "e", "Ə": "E",
}  # fmt: skip
_TABLE = str.maketrans(_PLAIN_FORMS)

UNACCENTED = "".join(_PLAIN_FORMS)
"""Letters that Unicode does not see as a plain letter with an accent: Yıldız is typed as Yildiz."""


def fold_letters(text: str) -> str:
    """The text with plain letters instead of these; accents stay."""
    return text.translate(_TABLE)


def bare(text: str) -> str:
    """The text in small, plain letters without accents."""
    decomposed = unicodedata.normalize("NFD", fold_letters(text)).lower()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def same_name_key(name: str) -> str:
    """Equal for names that differ only in case, accents, spaces or marks."""
    return "".join(letter for letter in bare(name) if letter.isalnum())
