"""Feit, mening, citaat: a mark at the beginning of a paragraph, as words in the text itself.

A fact that is wrong is corrected; an opinion stays, and whoever sees it otherwise gets an own view beside
it (domain 3.1). The marks are plain words (`Feit: …`, `Mening van Sara: …`, `Citaat van Sara: …`), so they
are in every version, file, paper and difference by themselves.

A paragraph is what stands between two line ends, as a worker sees it who presses Enter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kernteam_tui.domain.codes import Code

MAX_NAAM = 60
"""Longer than this is no name, so what stands there is no mark."""
_MERK = re.compile(
    r"(?P<inspring>[ \t]*+)(?P<woord>feit|mening|citaat)"
    rf"(?:[ \t]++van[ \t]++(?P<van>[^:\n]{{1,{MAX_NAAM}}}))?[ \t]*+:[ \t]*+",
    re.IGNORECASE,
)
_AANHALING = (("„", "”"), ("“", "”"), ("‘", "’"), ("‚", "’"), ('"', '"'), ("'", "'"), ("«", "»"))


class Merk(Code):
    """What a paragraph is (domain 3.1)."""

    FEIT = "feit", "feit"
    MENING = "mening", "mening"
    CITAAT = "citaat", "citaat"


_DAARNA = {Merk.FEIT: Merk.MENING, Merk.MENING: Merk.CITAAT, Merk.CITAAT: None}
UITLEG = {
    Merk.FEIT: "Klopt het niet? Dan verbeter je het.",
    Merk.MENING: "Blijft staan. Een ander zet er een bij.",
    Merk.CITAAT: "Letterlijk, met erbij wie het zei.",
}
"""One sentence for the worker about each mark."""


@dataclass(frozen=True)
class Alinea:
    """A paragraph that has text. `begin` and `einde`: where it stands in the whole text, mark included."""

    tekst: str
    """Without its mark."""
    merk: Merk | None = None
    van: str = ""
    """Whose opinion or words; empty where that is not said."""
    begin: int = 0
    einde: int = 0

    @property
    def met_merk(self) -> str:
        """As it is written in a text."""
        return f"{_kop(self.merk, self.van)}{self.tekst}"


@dataclass(frozen=True)
class Merkwissel:
    """How to turn the mark of a line: its first `weg` characters give way to `erbij`."""

    weg: int
    erbij: str
    merk: Merk | None
    """The mark that it has then."""

    def op(self, regel: str) -> str:
        """The line with the new mark."""
        return self.erbij + regel[self.weg :]


def lees_alineas(tekst: str) -> tuple[Alinea, ...]:
    """The paragraphs of a text in order; empty ones and marks without text do not count."""
    gevonden = []
    begin = 0
    for regel in tekst.split("\n"):
        alinea = lees_alinea(regel, begin)
        if alinea.tekst:
            gevonden.append(alinea)
        begin += len(regel) + 1
    return tuple(gevonden)


def lees_alinea(regel: str, begin: int = 0) -> Alinea:
    """One line of a text as a paragraph; `begin`: where it begins in the whole."""
    gevonden = _MERK.match(regel)
    einde = begin + len(regel)
    if gevonden is None:
        return Alinea(regel.strip(), None, "", begin, einde)
    van = (gevonden["van"] or "").strip()
    return Alinea(regel[gevonden.end() :].strip(), _merk(gevonden), van, begin, einde)


def merk_van(regel: str) -> Merk | None:
    """The mark at the beginning of this line; looks at no more than the beginning."""
    gevonden = _MERK.match(regel)
    return _merk(gevonden) if gevonden else None


def merkwoorden(regel: str) -> str:
    """The mark as it stands before this line, white included; empty where there is none."""
    gevonden = _MERK.match(regel)
    return gevonden.group() if gevonden else ""


def volgend_merk(regel: str) -> Merkwissel:
    """The next mark of a line: none, feit, mening, citaat, none. White before it and a name stay; only
    a fact is nobody's, so there the name goes."""
    gevonden = _MERK.match(regel)
    if gevonden is None:
        wit = len(regel) - len(regel.lstrip(" \t"))
        return Merkwissel(wit, f"{regel[:wit]}{_kop(Merk.FEIT, '')}", Merk.FEIT)
    merk = _DAARNA[_merk(gevonden)]
    van = (gevonden["van"] or "").strip()
    return Merkwissel(gevonden.end(), f"{gevonden['inspring']}{_kop(merk, van)}", merk)


def draai_merk(tekst: str, plek: int) -> str:
    """The text with the mark of the paragraph at that position (0 to the length) turned."""
    begin = tekst.rfind("\n", 0, plek) + 1
    einde = tekst.find("\n", plek)
    einde = len(tekst) if einde < 0 else einde
    regel = tekst[begin:einde]
    return f"{tekst[:begin]}{volgend_merk(regel).op(regel)}{tekst[einde:]}"


def verdeel(alineas: Iterable[Alinea]) -> tuple[tuple[Alinea, ...], str]:
    """What is a quote of somebody, and the rest as one text with its marks."""
    alle = tuple(alineas)
    citaten = tuple(alinea for alinea in alle if is_citaat(alinea))
    rest = "\n".join(alinea.met_merk for alinea in alle if not is_citaat(alinea))
    return citaten, rest


def is_citaat(alinea: Alinea) -> bool:
    """Whether these are words of somebody who is named."""
    return alinea.merk is Merk.CITAAT and bool(alinea.van)


def zonder_aanhaling(tekst: str) -> str:
    """The text without one pair of quotation marks around the whole of it; inner ones stay."""
    schoon = tekst.strip()
    for links, rechts in _AANHALING:
        binnen = schoon[1:-1]
        if len(schoon) > 2 and schoon[0] == links and schoon[-1] == rechts:
            return schoon if links in binnen or rechts in binnen else binnen.strip()
    return schoon


def _merk(gevonden: re.Match[str]) -> Merk:
    return Merk(gevonden["woord"].lower())


def _kop(merk: Merk | None, van: str) -> str:
    if merk is None:
        return ""
    wie = f" van {van}" if van and merk is not Merk.FEIT else ""
    return f"{merk.label.capitalize()}{wie}: "
