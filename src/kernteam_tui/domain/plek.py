"""Where a talk is held: what an invitation may say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kernteam_tui.domain.codes import GesprekSoort

_OFFICE = re.compile(
    r"\b(school|schoolgebouw|kamer|lokaal|ruimte|spreekkamer|aula|mediatheek|kantoor|buurtteam|gemeentehuis|"
    r"stadskantoor|college|lyceum)\b|\bk\. ?[0-9]",
    re.IGNORECASE,
)
"""Whole words: a Schoolstraat is a street."""
_WORD = re.compile(r"[\w-]{3,}")
_TUSSENVOEGSELS = frozenset({"van", "der", "den", "het", "ten", "ter"})
_HOME = re.compile(r"\b(thuis|huisadres|woonadres)\b", re.IGNORECASE)


_WAAROM = re.compile(
    r"\b(thuiszitten|thuiszitters?|verzuim|schoolverzuim|spijbelen|ziekte|ziek|gedrag|thuissituatie|opvoeding|"
    r"opvoeden|conflict|ruzie|pesten|schulden|verslaving|verslaafd|echtscheiding|scheiding|psychische?|beperking|"
    r"drugs|wiet|wietgebruik|blowen|alcohol|drank|gokken|mishandeling|geweld|vanwege|wegens|omdat|i\.?v\.?m\.?|"
    r"in verband met)(?!\w)",
    re.IGNORECASE,
)
"""Whole words that say why people talk: reasons of contract 4, themes of S58, and what leads up to them."""


def is_op_school(plek: str, soort: GesprekSoort, school: str, ruimtes: Iterable[str] = ()) -> bool:
    """Whether this is a school or an office, so that its name may stand in an invitation (contract 5).

    A place that is not recognised counts as somewhere else: a home address must never leave by accident.
    """
    if soort is GesprekSoort.HUISBEZOEK or not plek.strip():
        return False
    if _HOME.search(plek):
        return False
    folded = " ".join(plek.casefold().split())
    if any(folded == ruimte.casefold() for ruimte in ruimtes):
        return True
    return _names(folded, school) or bool(_OFFICE.search(plek))


def ruimte_in(plek: str, ruimtes: Iterable[str]) -> str:
    """The room of the school that this place is: `De Brug, kamer 1.12` is `1.12`; empty where it is none."""
    folded = " ".join(plek.casefold().split())
    for ruimte in ruimtes:
        name = " ".join(ruimte.casefold().split())
        if folded == name or folded.endswith((f"kamer {name}", f"ruimte {name}", f"lokaal {name}")):
            return ruimte
    return ""


def _names(folded: str, school: str) -> bool:
    """Whether the school stands in it by its whole name: De Brug is not in the De Brugstraat."""
    name = " ".join(school.casefold().split())
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None


def noemt_waarom(plek: str) -> bool:
    """Whether a place that was typed (`kamer 1.12, over het verzuim`) says what the talk is about.

    Such a place stays out of an invitation (contract 5: no reason and no theme). Whole words: an
    Opvoedbureau is a place.
    """
    return _WAAROM.search(plek) is not None


def noemt_iemand(plek: str, namen: Iterable[str]) -> bool:
    """Whether a place that was typed (`kamer van Sami`) holds a word of one of these names.

    Such a place stays out of an invitation. Short words (`de`, `van`) say nothing.
    """
    typed = set(_WORD.findall(plek.casefold())) - _TUSSENVOEGSELS
    return any(word in typed for naam in namen for word in _WORD.findall(naam.casefold()))
