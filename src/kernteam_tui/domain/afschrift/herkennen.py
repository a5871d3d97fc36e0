"""Whether a text speaks of somebody other than its reader: rather too often than too seldom.

A note is mixed text: what a mother said of herself stands beside what was agreed about school. No program can
tell those apart, so what names another is held back until the worker has read it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from unicodedata import normalize

from kernteam_tui.domain.delen.herkennen import verraadt, zegslieden
from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.gezin import Gezin

_WOORD = re.compile(r"\w+")
_MINSTE_LETTERS = 2
_INITIALEN = re.compile(r"(?<![\w.])([A-Z])(?:\.?[A-Z])*(?:\.(?!\w)|(?=\s+\w))")
"""`F. belt`, `F Yilmaz`, `F.Y.`: how a worker writes who it was. The first letter counts."""
_GEEN_INITIAAL = frozenset("uo")
"""Words of one letter: `U kunt bellen`."""
_AANGESPROKEN = re.compile(r"\b(?i:mevrouw|mevr|mw|meneer|mijnheer|dhr)\b\.?(?!\s+[A-Z])")
"""A title without a name behind it is somebody the worker spoke with: `mevrouw vertelt`."""
_AFGEKORT = frozenset({"mo", "va"})
"""Short for moeder and vader, where nobody is called so."""
_OUDERS_SAMEN = frozenset({"ouder", "ouders", "allebei", "beiden"})
"""Said of both parents: tells of no one of them what the other did not hear."""
_VERWANTEN = frozenset(
    {
        *("broer", "broertje", "broertjes", "halfbroer", "stiefbroer", "pleegbroer"),
        *("zus", "zusje", "zusjes", "zussen", "zuster", "halfzus", "halfzusje", "stiefzus", "pleegzus"),
        *("oma", "opa", "grootmoeder", "grootvader", "grootouders", "schoonmoeder", "schoonvader"),
        *("tante", "oom", "neef", "neefje", "nicht", "nichtje", "stiefvader", "stiefmoeder", "stiefouder"),
        *("pleegvader", "pleegmoeder", "pleegouders", "ex", "exman", "exvrouw", "expartner", "partner"),
        *("vriend", "vriendje", "vriendin", "verloofde", "echtgenoot", "echtgenote", "buurman", "buurvrouw"),
    }
)


class Meelezer:
    """One reader before the texts of one family.

    `jongeren` are those whose file it is: to name them makes no text somebody else's.
    """

    def __init__(self, gezin: Gezin, lezer_id: str, jongeren: Collection[str]) -> None:
        self._gezin = gezin
        self._lezer_id = lezer_id
        self._jongeren = frozenset(jongeren)
        self._geduid: dict[str, frozenset[str]] = {}

    def noemt_een_ander(self, tekst: str) -> bool:
        """Whether a name or a word of kin in the text (also as `Karims`, `vaders`) can mean somebody who is
        neither the reader nor a jongere of the file."""
        words = _woorden(tekst)
        words |= {word[:-1] for word in words if word.endswith("s") and len(word) > _MINSTE_LETTERS}
        if words & (self._namen | _VERWANTEN | (_AFGEKORT - self._eigen)) or self._is_afgekort(tekst):
            return True
        own = {self._lezer_id, *self._jongeren}
        return any(self._wie(word) - own for word in words - _OUDERS_SAMEN - self._eigen)

    def _is_afgekort(self, tekst: str) -> bool:
        """Somebody by initials, or as `mevrouw` alone. Letters that the jongere has too can be of either."""
        if _AANGESPROKEN.search(tekst):
            return True
        letters = {found.group(1).casefold() for found in _INITIALEN.finditer(tekst)}
        return bool((letters - _GEEN_INITIAAL) & self._voorletters)

    def komt_van_een_ander(self, van: str) -> bool:
        """Whether the name under a talk or note can mean somebody other than the reader, a jongere too."""
        others = {wie for word in _woorden(van) for wie in self._wie(word)} - {self._lezer_id}
        return bool(others) or self.noemt_een_ander(van)

    def noemt_een_nummer(self, tekst: str) -> bool:
        """Whether the phone number of somebody of the network stands in it."""
        return verraadt(tekst, [lid.telefoon for lid in self._gezin.netwerk if lid.telefoon])

    def _wie(self, word: str) -> frozenset[str]:
        """Everybody whom the word can mean; each word is looked up once."""
        if word not in self._geduid:
            self._geduid[word] = frozenset(persoon.id for persoon in zegslieden(word, self._gezin))
        return self._geduid[word]

    @cached_property
    def _eigen(self) -> frozenset[str]:
        """Names of the reader and the jongeren: a family name that others share says nothing."""
        own = {self._lezer_id, *self._jongeren}
        return frozenset(word for p in self._gezin.personen if p.id in own for word in _woorden(p.naam))

    @cached_property
    def _voorletters(self) -> frozenset[str]:
        own = {self._lezer_id, *self._jongeren}
        return frozenset(gevouwen(p.naam)[:1] for p in self._gezin.personen if p.id not in own)

    @cached_property
    def _namen(self) -> frozenset[str]:
        """Words by which only others are called."""
        own = {self._lezer_id, *self._jongeren}
        others = [p.naam for p in self._gezin.personen if p.id not in own]
        network = [f"{lid.naam} {lid.relatie}" for lid in self._gezin.netwerk if lid.persoon_id not in own]
        return frozenset(word for name in [*others, *network] for word in self._roepwoorden(name))

    def _roepwoorden(self, naam: str) -> Iterable[str]:
        """The words of a name without its small ones; all of them where nothing else would be left."""
        words = [word for word in _WOORD.findall(normalize("NFC", naam)) if len(word) >= _MINSTE_LETTERS]
        told = [gevouwen(word) for word in words if gevouwen(word) not in self._eigen]
        capital = {gevouwen(word) for word in words if word[:1].isupper()}
        apart = [word for word in told if word in capital or len(words) == 1]
        return apart or [gevouwen(word) for word in words[:1]]


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(_WOORD.findall(gevouwen(tekst)))
