"""Which words in a line of text would tell a bystander who somebody is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

_TEKENS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
"""Signs above and below a letter that may follow it as a character of their own (é typed as e and ´)."""
_WOORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_TEKENS}])*")
_ZONDER_ACCENT = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})
"""Letters that do not fall apart into a letter and an accent."""

MIN_LETTERS = 2
MIN_LETTERS_GEBROKEN = 16
"""From this length a name may not fit a column, and break in the middle of the word."""
MIN_LETTERS_STUK = 3
"""A shorter piece of such a name tells nobody who it is."""
MIN_LETTERS_TWEEDE_NAAMVAL = 3
"""From this length a name is also known with an s behind it: `Noors moeder`."""

_TUSSENVOEGSELS = (
    "aan al ben bin bij da dal de del den der des di do dos du el en het ibn in la las le les lo los onder "
    "op over te ten ter tot uit van ver von voor zu zum zur"
)
TUSSENVOEGSELS = frozenset(_TUSSENVOEGSELS.split())
"""Small words of a last name, too common to hide."""

_VERWANTEN = (
    "broer broertje dhr fam familie gezin heer jongere kind mama meneer mentor mevr mevrouw moeder mw oma "
    "onbekend oom opa ouder ouders papa pleegmoeder pleegvader stiefmoeder stiefvader tante vader verzorger "
    "voogd zus zusje"
)
VERWANTEN = frozenset(_VERWANTEN.split())
"""Words that a worker writes where a name is not known; they tell nobody who it is."""

_ALLEDAAGS = (
    "aan als alle alleen altijd bij dag dan dat deze die dit doen door dus een elke geen goed had heb hebben "
    "heeft heel het hier hij hoe hun iets jaar kind komt maar meer met mijn moet naar niet nieuw nog nooit "
    "onder ons onze ook over school staat thuis tot uit uur van veel voor waar waarom want wat week wel wie "
    "wij wordt zich zij zijn zonder"
)
ALLEDAAGS = frozenset(_ALLEDAAGS.split())
"""Words of every sentence, which half a name may be for a moment: `voor` of Voorst. No first names."""
MIN_LETTERS_HALF = 3
"""A shorter beginning of a name is as well the beginning of any word."""

_NUMMER = re.compile(
    r"""
    (?<![\w-]) (?<!\d:) (?! \d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d )  # a day is not a phone number
    (?: \+ \s* \d{1,3} | 0 \d? ) (?: [\s\-./()]{0,3} \d ){7,}   # 06-12345678, +31 6 1234 5678
    | (?<![\w-]) (?<!\d:) (?: \+\d\d | 0\d ) (?: [\s\-./()]{0,3} \d ){2,} \s* (?: … | $ )  # cut off
    | (?<!\d) \d{6,} (?!\d)                                     # the rest of one, at the next line
    """,
    re.VERBOSE,
)
_CIJFER = re.compile(r"\d")
_EMAIL = re.compile(r"[^\s@<>,;:()]+@[^\s@<>,;:()]*")
_ADRES = re.compile(
    r"\b[1-9]\d{3}\s?[A-Z]{2}\b"
    r"|\b[^\W\d_][\w'’-]*(?:straat|str\.|laan|weg|plein|gracht|kade|dreef|hof|pad|singel|steeg|plantsoen|park|baan"
    r"|dijk|ring|erf|oord)\s+\d+(?:\s?[a-zA-Z]\b)?(?:-\d+)?",
)


@lru_cache(maxsize=4096)
def vouw(woord: str) -> str:
    """The word without accents and capitals, as two spellings of one name are compared."""
    los = unicodedata.normalize("NFD", woord.casefold().translate(_ZONDER_ACCENT))
    return "".join(teken for teken in los if not unicodedata.combining(teken))


class Naamwoorden:
    """The words of known names, folded; the beginnings of them that a cut-off cell may show, and the pieces
    of those that break at the edge of a column."""

    def __init__(self, namen: Iterable[str]) -> None:
        """`namen`: words as `woorden_van_naam` gives them."""
        basis = {vouw(naam) for naam in namen}
        met_s = {f"{naam}s" for naam in basis if len(naam) >= MIN_LETTERS_TWEEDE_NAAMVAL}
        self._woorden = frozenset(basis | met_s)
        self._begin = frozenset(naam[:lengte] for naam in basis for lengte in range(1, len(naam)))
        self._lang = tuple(naam for naam in basis if len(naam) >= MIN_LETTERS_GEBROKEN)

    def __len__(self) -> int:
        return len(self._woorden)

    def plekken(self, regel: str) -> Iterator[tuple[int, int]]:
        """Places (from, to) in this line to make unreadable; may overlap. Of a name the initial stays,
        but of one that a column cut off nothing does."""
        if "@" in regel:
            yield from (gevonden.span() for gevonden in _EMAIL.finditer(regel))
        if _CIJFER.search(regel):
            yield from (gevonden.span() for gevonden in _NUMMER.finditer(regel))
            yield from (gevonden.span() for gevonden in _ADRES.finditer(regel))
        if self._lang:
            yield from self._gebroken(regel)
        for gevonden in _WOORD.finditer(regel):
            woord = vouw(gevonden[0])
            eind = gevonden.end()
            if woord in self._begin and regel.startswith("…", eind):
                yield gevonden.span()
            elif woord in self._woorden:
                yield gevonden.start() + 1, eind

    def _gebroken(self, regel: str) -> Iterator[tuple[int, int]]:
        """The first and the last word of the line, where they are the end or beginning of a name that goes
        on at the line above or below, or fill the line between; of a piece no letter stays."""
        woorden = list(_WOORD.finditer(regel))
        for gevonden in woorden[:1]:
            if self._is_stuk(gevonden, str.endswith):
                yield gevonden.span()
        for gevonden in woorden[-1:]:
            if self._is_stuk(gevonden, str.startswith):
                yield gevonden.span()

    def _is_stuk(self, gevonden: re.Match[str], hoort: Callable[[str, str], bool]) -> bool:
        stuk = vouw(gevonden[0])
        if len(stuk) >= MIN_LETTERS_GEBROKEN:
            return any(stuk in naam for naam in self._lang)
        return len(stuk) >= MIN_LETTERS_STUK and any(hoort(naam, stuk) for naam in self._lang)


def woorden_van_naam(naam: str, *, achternaam: bool = False) -> Iterator[str]:
    """The words of one name that are worth hiding.

    Where a capital stands only words with one count: `Marco (nieuwe vriend)` is Marco. Small words of a
    last name stay readable; the first word of another name never is one: a child may be called Ben or Al.
    """
    words: list[str] = _WOORD.findall(naam)
    capitals = [word for word in words if word[0].isupper()]
    for nummer, word in enumerate(capitals or words):
        small = word.casefold()
        if len(vouw(word)) < MIN_LETTERS or small in VERWANTEN:
            continue
        if small in TUSSENVOEGSELS and (achternaam or nummer > 0):
            continue
        yield word


def woorden_van_half_getypt(naam: str, *, achternaam: bool = False) -> Iterator[str]:
    """As `woorden_van_naam`, of a name that somebody may still be typing: no everyday word, and nothing
    of one or two letters. Who is known by such a name is hidden all the same, by `woorden_van_naam`."""
    for word in woorden_van_naam(naam, achternaam=achternaam):
        if len(vouw(word)) >= MIN_LETTERS_HALF and word.casefold() not in ALLEDAAGS:
            yield word


def woorden_van_omschrijving(tekst: str) -> Iterator[str]:
    """The names in what somebody is called by: `vriend van Zeynep`, `buurvrouw Els`. Only with a capital."""
    for word in _WOORD.findall(tekst):
        small = word.casefold()
        if word[0].isupper() and len(vouw(word)) >= MIN_LETTERS and small not in VERWANTEN | TUSSENVOEGSELS:
            yield word
