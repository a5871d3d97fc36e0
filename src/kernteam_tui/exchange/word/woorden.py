"""Words with their language, and how they are cut into runs of one direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kernteam_tui.domain.schoontekst import richting, zonder_stuurtekens

_MERKTEKEN = {"ltr": "\u200e", "rtl": "\u200f"}
_ISOLATOR = {"ltr": "\u2066", "rtl": "\u2067"}
_KANT_VAN_ISOLATOR = {isolator: kant for kant, isolator in _ISOLATOR.items()}
_EIND = "\u2069"
_OPENERS = "\u2066\u2067\u2068"
_WOORDEN = "L(?:[LENSJP]*[LE])?"
_LINKS = re.compile(rf"{_WOORDEN}|P?E(?:[SJ]?E)*(?:[SJ]?{_WOORDEN})?")
"""What runs left to right within words that do not: from Latin word to Latin word, or one number."""
_RECHTS = re.compile(r"R(?:[RNSJP]*R)?")
_LETTERLOOS = "NSJ"
_BINDERS = ".,:/@-–_'"
_MERKEN = (
    "am-ET ar-SA bg-BG ckb-IQ de-DE el-GR en-GB es-ES fa-IR fr-FR he-IL hi-IN hu-HU it-IT nl-NL pl-PL ps-AF "
    "pt-PT ro-RO ru-RU so-SO ti-ER tr-TR uk-UA ur-PK vi-VN zh-CN"
)
"""Word names a language with a country: the one that spelling and voices exist for."""
_MERK = {merk.partition("-")[0]: merk for merk in _MERKEN.split()}


class Stijl(StrEnum):
    """The kinds of paragraph, by the name of their style in the file; headings are made by `kop`."""

    GEWOON = "Normal"
    CITAAT = "Citaat"
    """Words of the family. The `Quote` that Word has is no valid tag in a PDF of LibreOffice."""
    PUNT = "List Bullet"
    NUMMER = "List Number"
    VERVOLG = "List Continue"
    """Belongs to the list item above it."""
    AFSPRAAK = "Afspraak"
    """Its first piece is a box to tick; the rest hangs beside it."""
    AANLOOP = "Aanloop"
    """The line before a list; it stays with it."""
    LEEG = "Leeg vak"
    """Nothing is filled in here yet."""
    KADER = "Kader"
    """Stands out: a day, a remark about the whole page."""
    BEELD = "Beeld"
    """A picture in the middle of the paper."""
    SCHRIJFLIJN = "Schrijflijn"
    """An empty line to write on."""
    TWEE_KANTEN = "Twee kanten"
    """Its last piece stands at the other side of the paper."""


class Teken(StrEnum):
    """The looks of words within a paragraph, by the name of their style in the file."""

    GEWOON = ""
    VET = "Strong"
    KLEIN = "Bijschrift"
    NIET_VET = "Tweede taal"
    """Beside words in bold, such as the second language of a heading."""
    VAKJE = "Vakje"
    """A box to tick."""


class Tabelsoort(StrEnum):
    """The looks of a table, by the name of their style in the file."""

    RASTER = "Table Grid"
    OPEN = "Open tabel"
    """Without lines: a few columns beside each other."""


@dataclass(frozen=True)
class Woorden:
    """A piece of a paragraph in one language; `taal` is a code of two or three letters."""

    tekst: str
    taal: str = "nl"
    teken: Teken = Teken.GEWOON


@dataclass(frozen=True)
class Loopje:
    """Words that run one way."""

    tekst: str
    richting: str


def taalmerk(taal: str) -> str:
    """The name that Word has for a language: `tr` is `tr-TR`."""
    return _MERK.get(taal, taal)


def loopjes(tekst: str, kant: str) -> Iterator[Loopje]:
    """Cut a line of a paragraph that runs to `kant` into parts that run one way each.

    Word asks of each run whether it goes from right to left; other programs reckon it from the letters. So
    that `06-12345678` shows in its order in both, it becomes a run of its own, between direction marks. The
    isolates (U+2066 to U+2069) that stood around it for that reason go, for Word does not reckon with them;
    they stay around words of both directions only. No other sign changes.
    """
    merk = ""
    for stuk, opener in _delen(tekst):
        eigen = _KANT_VAN_ISOLATOR.get(opener) or (richting(stuk) if opener else kant)
        if eigen == kant:
            yield from _in_de_regel(merk + stuk, kant)
            merk = ""
            continue
        if merk:
            yield Loopje(merk, kant)
        yield from _apart(stuk, eigen)
        merk = _MERKTEKEN[kant]
    if merk:
        yield Loopje(merk, kant)


def regels(tekst: str) -> list[str]:
    """The text without signs that steer, cut at its line ends."""
    return zonder_stuurtekens(tekst).split("\n")


def is_te_zien(tekst: str) -> bool:
    """Whether there is a letter, a digit or a sign in it: more than room and marks."""
    return any(unicodedata.category(teken)[0] in "LNPS" for teken in tekst)


def kant_van(stukken: tuple[Woorden, ...], anders: str) -> str:
    """The direction of a paragraph: that of its first letter, and `anders` where it has none."""
    tekst = "".join(stuk.tekst for stuk in stukken)
    heeft_letter = any(unicodedata.bidirectional(teken) in ("L", "R", "AL") for teken in tekst)
    return richting(tekst) if heeft_letter else anders


def _delen(tekst: str) -> Iterator[tuple[str, str]]:
    """The text between isolates (with nothing), and the outermost isolates by what they begin with."""
    diepte, begin, opener = 0, 0, ""
    for plek, teken in enumerate(tekst):
        opent, sluit = teken in _OPENERS, teken == _EIND
        if (opent and not diepte) or (sluit and diepte == 1):
            yield from _deel(tekst[begin:plek], opener)
            begin, opener = plek + 1, teken if opent else ""
        diepte += opent - sluit
    yield from _deel(tekst[begin:], opener)


def _deel(tekst: str, opener: str) -> Iterator[tuple[str, str]]:
    kaal = "".join(teken for teken in tekst if teken not in _OPENERS + _EIND)
    if kaal:
        yield kaal, opener


def _apart(tekst: str, kant: str) -> Iterator[Loopje]:
    """Words that run against their paragraph, kept together by a mark at both ends."""
    eigen, anders = "LR" if kant == "ltr" else "RL"
    if anders in map(_soort, tekst):
        yield from _in_de_regel(f"{_ISOLATOR[kant]}{tekst}{_EIND}", kant)
        return
    voor, na = ("" if _soort(teken) == eigen else _MERKTEKEN[kant] for teken in (tekst[0], tekst[-1]))
    yield Loopje(voor + tekst + na, kant)


def _in_de_regel(tekst: str, kant: str) -> Iterator[Loopje]:
    soorten = "".join(map(_soort, tekst))
    patroon, binnen = (_LINKS, "ltr") if kant == "rtl" else (_RECHTS, "rtl")
    grenzen = [(0, 0), *(gevonden.span() for gevonden in patroon.finditer(soorten)), (len(tekst),) * 2]
    for (_, vorige), (van, tot) in pairwise(grenzen):
        for begin, einde, eigen in ((vorige, van, kant), (van, tot, binnen)):
            if begin < einde:
                tussen_rechts = kant == "rtl" or "R" in soorten[:begin]
                merk = _merk(soorten[begin:einde], eigen) if tussen_rechts else ""
                yield Loopje(merk + tekst[begin:einde], eigen)


def _merk(soorten: str, kant: str) -> str:
    """What a run needs before it to keep its direction when it does not begin with a letter of its own."""
    eerste = soorten.lstrip(_LETTERLOOS)[:1]
    if kant == "ltr":
        return _MERKTEKEN["ltr"] if eerste in ("E", "P") else ""
    return "" if "R" in soorten else _MERKTEKEN["rtl"]


def _soort(teken: str) -> str:
    """L and R are letters that run that way, E a digit, P a plus, S a space, J what joins, N the rest."""
    kant = unicodedata.bidirectional(teken)
    if kant in ("R", "AL"):
        return "R"
    if teken in _BINDERS:
        return "J"
    return {"+": "P", " ": "S"}.get(teken) or {"L": "L", "EN": "E"}.get(kant, "N")
