"""The piece of text around what was found, and where in it the words stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kernteam_tui.data.zoekindex.letters import bare

BEFORE, AFTER = 40, 90
"""Characters shown before and after the first word found."""

Markeringen = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Fragment:
    """One line of plain text; `markeringen` are the (begin, eind) in it of what was found."""

    tekst: str
    markeringen: Markeringen


def words_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Where one of these words stands, in any spelling of its letters; the last one also as a beginning."""
    *whole, last = (_spellings(word) for word in words)
    ways = [*(rf"{word}(?!\w)" for word in whole), rf"{last}\w*"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)


def inside_pattern(word: str) -> re.Pattern[str]:
    """Where this word stands, also within another word."""
    return re.compile(_spellings(word), re.IGNORECASE)


def cut(text: str, pattern: re.Pattern[str]) -> Fragment:
    """The text around the first place where the pattern fits, else its beginning."""
    first = pattern.search(text)
    place, stop = first.span() if first else (0, 0)
    begin = _word_start(text, max(0, place - BEFORE), place)
    end = _word_end(text, stop, min(len(text), stop + AFTER))
    before, after = "…" if begin else "", "…" if end < len(text) else ""
    line = before + text[begin:end].replace("\n", " ") + after
    marks = tuple(found.span() for found in pattern.finditer(line) if found.group())
    return Fragment(line, marks)


def _word_start(text: str, begin: int, place: int) -> int:
    """The first word that stands whole between the two."""
    if begin == 0:
        return 0
    space = re.search(r"\s", text[begin:place])
    return begin + space.end() if space else begin


def _word_end(text: str, place: int, end: int) -> int:
    """The end of the last word that stands whole between the two."""
    if end == len(text):
        return end
    shown = text[place:end]
    return place + len(shown.rsplit(None, 1)[0]) if re.search(r"\S\s+\S", shown) else end


def _spellings(word: str) -> str:
    """Each letter with or without accent, and a mark allowed between two: `fotos` fits foto's and fotó-s."""
    letters = [letter for letter in bare(word) if letter.isalnum()]
    between = r"\W?" if all(letter.isdigit() for letter in letters) else r"[^\w\s]?"
    return between.join(_letter_class(letter) for letter in letters)


def _letter_class(letter: str) -> str:
    return f"[{re.escape(letter)}{_accented().get(letter, '')}]"


@cache
def _accented() -> dict[str, str]:
    """Per plain letter the letters of the Latin alphabets that are it with something added."""
    found: defaultdict[str, str] = defaultdict(str)
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        plain = bare(letter)
        if len(plain) == 1 and plain != letter:
            found[plain] += letter
    return dict(found)
