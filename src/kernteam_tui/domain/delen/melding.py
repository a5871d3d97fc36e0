"""Whether a text tells that somebody worried about safety, or where somebody goes to live.

A meldcode matter is never in a page or a drawing (domain 3.4; Jeugdwet 4.1.7); a move is no business of the
other parent (Jeugdwet 7.3.10).
"""

from __future__ import annotations

import re

from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.gezinscodes import PartnerSoort

STIL = frozenset({PartnerSoort.VEILIG_THUIS, PartnerSoort.POLITIE})
"""Partners of whom it is not told that they are there. SAVE is not among them: a measure is decided by a
judge, with the parents there (BW 1:255)."""
_VEILIGHEID = r"veilig\W*thuis|\bvt\b|\bmeldcode|\bzorgmelding|mishandel|huiselijk geweld"
_OPVANG = r"(?:vrouwen|crisis|nood)\W*opvang|blijf\W*van\W*m|\bblijfhuis"
_MELDCODE = re.compile(_VEILIGHEID)
_VASTE_VRAAG = re.compile(r"^\W*veilig thuis\?", re.MULTILINE)
"""A prompt of the note itself (`assets/notitie-vragen.toml`): says nothing of anybody."""
_MELDING = re.compile(
    rf"{_VEILIGHEID}|{_OPVANG}|\bmeld(?:ing|er|punt)|\bgemeld\b|politi|\bwijkagent|\bagent\b|\baangifte"
)
_WONEN = re.compile(
    r"verhui|geheim|onderduik|\b(?:nieuwe?|ander) (?:adres|huis|woning|flat|telefoon|nummer|vriend|partner)\b"
)


def gaat_over_wonen(tekst: str) -> bool:
    """Whether it tells of a move, a new address or a new partner, of whomever: no business of a parent who
    lives elsewhere."""
    return bool(_WONEN.search(gevouwen(tekst)))


def noemt_meldcode(tekst: str) -> bool:
    """Whether Veilig Thuis or the meldcode is named."""
    return bool(_MELDCODE.search(_zonder_vraag(tekst)))


def noemt_melding(tekst: str) -> bool:
    """Whether somebody may have worried about safety: also a melding, the police, a shelter; rather often."""
    return bool(_MELDING.search(_zonder_vraag(tekst)))


def _zonder_vraag(tekst: str) -> str:
    return _VASTE_VRAAG.sub("", gevouwen(tekst))
