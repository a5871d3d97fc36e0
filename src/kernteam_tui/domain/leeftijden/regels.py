"""What changes at an age, as readable rules with their source; the texts come from `assets/leeftijden`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import Code
from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein


class VerandertWat(Code):
    """About what something changes at a birthday."""

    TOESTEMMING = "toestemming", "toestemming"
    LEZEN = "lezen", "wie mag lezen"
    SCHOOL = "school", "school"
    HULP = "hulp", "hulp"
    GEZAG = "gezag", "gezag"
    TOEKOMST = "toekomst", "toekomst"


@dataclass(frozen=True)
class Verandering:
    """One thing that changes, with the article or document that says so."""

    wat: VerandertWat
    tekst: str
    bron: str


@dataclass(frozen=True)
class Leeftijdstaak:
    """Something the worker does at this age."""

    tekst: str
    bron: str


@dataclass(frozen=True)
class Leeftijdsregel:
    """Everything about one age."""

    grens: Leeftijdsgrens
    kort: str
    """What changes in a few words, `beslist voortaan zelf`."""
    verandert: tuple[Verandering, ...]
    taken: tuple[Leeftijdstaak, ...]
    jongere: str
    """What you tell the jongere."""
    ouders: str
    """What you tell the parents."""
    nagekeken: date
    """Day on which the text was laid beside its sources."""
    bron: str


@dataclass(frozen=True)
class Toekomstvraag:
    """What to ask about one of the seven domains."""

    domein: Toekomstdomein
    vragen: tuple[str, ...]


@dataclass(frozen=True)
class Toekomstvragen:
    """The seven domains, in order, with what to ask."""

    vragen: tuple[Toekomstvraag, ...]
    nagekeken: date
    bron: str
