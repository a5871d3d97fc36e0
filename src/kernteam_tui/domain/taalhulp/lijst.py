"""The words and abbreviations to look for. Content comes from `assets/taal`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

DEEL = re.compile(r"[^\W_]++(?:[-'’][^\W_]++)*+")
"""One word: letters and digits, with hyphens and apostrophes inside."""


@dataclass(frozen=True)
class Woord:
    """A hard word. `wissel` has the forms that can be swapped where they stand; `vormen` those that cannot,
    because the sentence around them would have to change as well."""

    woord: str
    zeg: str
    """The plain way to say it."""
    wissel: Mapping[str, str] = field(default_factory=dict)
    vormen: tuple[str, ...] = ()
    noot: str = ""
    midden: bool = False
    """Whether it can only be swapped in the middle of a sentence (`Inzake school gaat het goed`)."""

    @property
    def alle_vormen(self) -> tuple[str, ...]:
        """Every form that is looked for, in lower case."""
        return (*self.wissel, *self.vormen)


@dataclass(frozen=True)
class Afkorting:
    """An abbreviation. One that is `lopend` (`i.v.m.`) is written in full each time; any other is explained
    where it stands first."""

    kort: str
    betekenis: str
    gewoon: str = ""
    """A plainer word than the meaning, where there is one."""
    vormen: tuple[str, ...] = ()
    """Other ways in which it is written."""
    lopend: bool = False
    past: bool = True
    """Whether the words in full fit where the abbreviation stands."""
    midden: bool = False
    """Whether they only do so in the middle of a sentence."""

    @property
    def voluit(self) -> str:
        """The words to write."""
        return self.gewoon or self.betekenis


@dataclass(frozen=True)
class Vorm:
    """One form of a hard word, as parts that stand behind each other."""

    delen: tuple[str, ...]
    woord: Woord
    wissel: str


class Taallijst:
    """Words, abbreviations, and abbreviations that everybody knows; with the way in to find them."""

    def __init__(
        self, woorden: Iterable[Woord], afkortingen: Iterable[Afkorting], bekend: Iterable[str] = ()
    ) -> None:
        self.woorden = tuple(woorden)
        self.afkortingen = tuple(afkortingen)
        self.bekend = frozenset(bekend)
        self._ingang = _ingang(self.woorden)
        self.eerste = frozenset(self._ingang)
        """The words with which a form begins, in lower case."""
        self.klein = frozenset(
            vorm for a in self.afkortingen for vorm in (a.kort, *a.vormen) if vorm == vorm.lower()
        )
        """Abbreviations that are written in small letters."""
        self._korte = {vorm: a for a in self.afkortingen for vorm in (a.kort, *a.vormen)}

    def vormen(self, eerste: str, tweede: str) -> tuple[Vorm, ...]:
        """The forms that begin with these words (lower case), the longest first; then of the first alone."""
        groep = self._ingang.get(eerste, {})
        return (*groep.get(tweede, ()), *groep.get("", ()))

    def afkorting(self, geschreven: str) -> Afkorting | None:
        """The abbreviation that is written like this, letter for letter."""
        return self._korte.get(geschreven)


def _ingang(woorden: Iterable[Woord]) -> dict[str, dict[str, tuple[Vorm, ...]]]:
    """First word -> second word (empty for a form of one) -> forms."""
    ingang: dict[str, dict[str, tuple[Vorm, ...]]] = {}
    for woord in woorden:
        for tekst in woord.alle_vormen:
            delen = tuple(DEEL.findall(tekst))
            groep = ingang.setdefault(delen[0], {})
            tweede = delen[1] if len(delen) > 1 else ""
            vormen = (*groep.get(tweede, ()), Vorm(delen, woord, woord.wissel.get(tekst, "")))
            groep[tweede] = tuple(sorted(vormen, key=lambda vorm: -len(vorm.delen)))
    return ingang
