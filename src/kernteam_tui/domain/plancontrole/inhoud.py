"""The looks at what the family said: their question, what goes well, safety, who is around them (1 to 4)."""

from __future__ import annotations

import re

from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.plancontrole.punten import (
    Oordeel,
    PlanOmgeving,
    onderdeel_van,
    rijtje,
    tekst_van,
    woorden_in,
)

_MAAND = r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
_GEEN_AANTAL = r"(?!\s*(?:keer|maal|x|van (?:de|het)|uur|uren|dag(?:en)?|weken|week|maand(?:en)?|jaar)\b)"
_DAG = re.compile(
    rf"\b(?:20\d\d-\d\d-\d\d|(?:[1-9]|[12]\d|0[1-9]|3[01])(?:\s*{_MAAND}\b|[-/](?:1[0-2]|0?[1-9])\b{_GEEN_AANTAL}))",
    re.IGNORECASE,
)
_ALTIJD = re.compile(r"\b24/7\b")
"""Reads as a day, and is none."""
_IEDER_KIND = frozenset(
    {"iedereen", "alle", "allemaal", "allebei", "beide", "beiden", "ieder", "elk", "hele", "kinderen"}
)
"""Words by which each child is meant."""
_BESPROKEN = re.compile(r"\bwil(?:len|t)?\b[^.\n]{0,40}\b(?:niet|geen|niemand|liever)\b", re.IGNORECASE)
_STUK = re.compile(r"[,;.\n]|\ben\b", re.IGNORECASE)
_VAN_HUN_WERK = re.compile(
    r"\b(?:mentor|docent|leraar|lerares|juf|meester|school|zorgco\w*|teamleider|conrector|leerplicht\w*|"
    r"gezinswerker\w*|jeugdarts|jeugdverpleegkundige|huisarts|\w*psycholo\w*|psychiater|therapeut|hulpverlen\w*|"
    r"\w*begeleid\w*|\w*coach|buurtteam\w*|jongerenwerk\w*|maatschappelijk|wijkagent|\w*consulent|jeugdhulp\w*|"
    r"gemeente|ggz|veilig thuis|reclassering\w*|voogdij\w*|lokalis)\b",
    re.IGNORECASE,
)
"""Who is around a family for a living."""


def vraag(plan: Gezinsplan) -> Oordeel:
    """1: the question, in the words of the family."""
    words = onderdeel_van(plan, "waarom_dit_plan").woorden
    return Oordeel(
        "De vraag staat er in de woorden van het gezin",
        any(citaat.tekst.strip() for citaat in words),
        "Schrijf bij ‘Waarom dit plan’ op wat het gezin zelf zegt.",
        "waarom_dit_plan",
    )


def kracht(plan: Gezinsplan, omgeving: PlanOmgeving) -> Oordeel:
    """2: something that goes well, of each child. Of an only child any text is about that one."""
    missing = _niet_genoemd(tekst_van(plan, "wat_gaat_goed"), omgeving.jongeren)
    return Oordeel(
        "Van elk kind staat er iets dat goed gaat",
        not missing,
        f"Vraag wat er goed gaat bij {rijtje(missing)}." if missing else "",
        "wat_gaat_goed",
    )


def veiligheid(plan: Gezinsplan, omgeving: PlanOmgeving) -> Oordeel:
    """3: safety was talked about, of each child, with the day on which. Two children can share a day, and
    `alle kinderen` is each of them."""
    text = tekst_van(plan, "veiligheid")
    missing = [] if woorden_in(text) & _IEDER_KIND else _niet_genoemd(text, omgeving.jongeren)
    dated = bool(_DAG.search(_ALTIJD.sub("", text)))
    if missing and text:
        what_now = f"Bespreek de veiligheid ook van {rijtje(missing)}, en noteer wanneer."
    elif text:
        what_now = "Zet bij ‘Veiligheid’ de dag waarop jullie het bespraken."
    else:
        what_now = "Noteer bij ‘Veiligheid’ wanneer jullie het bespraken, ook als er geen zorgen zijn."
    return Oordeel(
        "De veiligheid van elk kind is besproken, met een dag erbij",
        dated and not missing,
        what_now,
        "veiligheid",
    )


def netwerk(plan: Gezinsplan, omgeving: PlanOmgeving) -> Oordeel:
    """4: somebody around the family who is not paid for it, on the netwerkkaart or in the text, or that they
    talked about it and do not want it. A text in which every part names a professional names nobody."""
    text = tekst_van(plan, "wie_zijn_belangrijk")
    named = any(re.search(r"\w", deel) and not _VAN_HUN_WERK.search(deel) for deel in _STUK.split(text))
    return Oordeel(
        "Er is iemand om het gezin heen die dat niet voor het werk doet",
        omgeving.eigen_netwerk or named or bool(_BESPROKEN.search(text)),
        "Noem minstens één mens om het gezin heen, of schrijf ‘besproken, wil niet’.",
        "wie_zijn_belangrijk",
    )


def _niet_genoemd(text: str, jongeren: tuple[str, ...]) -> list[str]:
    """Of whom nothing is said."""
    if len(jongeren) <= 1:
        return [] if text else list(jongeren) or ["het kind"]
    said = woorden_in(text)
    return [naam for naam in jongeren if not woorden_in(naam) <= said]
