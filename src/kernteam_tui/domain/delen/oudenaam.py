"""Whether the name with a goal or an action can be one that somebody of the family no longer has.

The frozen plan keeps the name of then. What nobody can place may be that of a jongere who decides for oneself
and took another name: it is then hers, until somebody wrote who it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.delen.herkennen import is_een_naam, zegslieden
from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import PartnerSoort

_WOORD = re.compile(r"\w+")
_SAMEN = re.compile(r"\s+(?:en|namens|samen|met)\s+|[/&+;]+", re.IGNORECASE)
_BIJSTELLING = re.compile(r"[,:()]+")
"""What follows may say who the one before it is: `Els (mentor)`, `Els, mentor`."""
_KLEIN = frozenset({"de", "een", "het", "van", "of", "en", "in", "op", "iemand", "anders", "zelf", "overig"})
_VAN_EEN_ROL = frozenset(
    word
    for label in (*(rol.label for rol in Rol), *(rol.kort for rol in Rol), *(p.label for p in PartnerSoort))
    for word in _WOORD.findall(gevouwen(label))
)
_BEROEPEN = frozenset(
    _WOORD.findall("""
    gezinswerker werker begeleider begeleiding hulpverlener coach trainer team docent leraar lerares
    juf meester teamleider intern directeur conrector decaan conciérge concierge jongerenwerker
    maatje regisseur voogd gezinsvoogd jeugdbeschermer arts dokter ggd psycholoog therapeut
    orthopedagoog logopedist jeugdarts jeugdverpleegkundige verpleegkundige wijkteam oppas klas
    stage jim
    """)
)
_IEMAND = frozenset(
    _WOORD.findall("""
    ik wij we ons hele gezin samen iedereen allemaal allen jullie u oma opa tante oom neef nicht
    buurman buurvrouw buren vriend vriendin vrienden familie broer zus broertje zusje kinderen kind
    jongere ouder ouders vader moeder papa mama grootouders
    """)
)
_AANSPREEKWOORDEN = frozenset({"mevrouw", "mevr", "mw", "meneer", "mijnheer", "heer", "dhr", "drs", "dr"})
_ROLWOORDEN = (_VAN_EEN_ROL | _BEROEPEN) - _KLEIN - _IEMAND
_GEZEGD = _ROLWOORDEN | _IEMAND


def kan_oude_naam_zijn(naam: str, gezin: Gezin, bekenden: Collection[str] = ()) -> bool:
    """Whether part of it is a name that is nobody's here: not of the family, not of one of `bekenden` (names
    of the kernteam, the network, the address book), and without a word that says who it is (`Els (mentor)`).
    """
    return bool(vreemde_woorden(naam, gezin, bekenden))


def vreemde_woorden(naam: str, gezin: Gezin, bekenden: Collection[str] = ()) -> frozenset[str]:
    """The words, `gevouwen`, of what in it is a name that is nobody's here."""
    known = frozenset(word for bekende in bekenden for word in _WOORD.findall(gevouwen(bekende))) - _KLEIN
    strange = (stuk for deel in _SAMEN.split(naam) for stuk in _losse_stukken(deel))
    return frozenset(word for stuk in strange for word in _vreemd(stuk, gezin, known))


def _losse_stukken(deel: str) -> list[str]:
    said = set(_WOORD.findall(gevouwen(deel))) & _ROLWOORDEN
    return [] if said else _BIJSTELLING.split(deel)


def _vreemd(stuk: str, gezin: Gezin, known: frozenset[str]) -> list[str]:
    words = [word for word in _WOORD.findall(gevouwen(stuk)) if word not in _AANSPREEKWOORDEN]
    if not words or set(words) & _GEZEGD or words[0] in known or zegslieden(stuk, gezin):
        return []
    return words if is_een_naam(stuk) or len(words) == 1 else []
