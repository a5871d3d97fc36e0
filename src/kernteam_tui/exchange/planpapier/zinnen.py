"""The fixed words of the whole plan on paper, from `assets/planpapier`."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm
from kernteam_tui.exchange.vastewoorden import lees_woorden


@dataclass(frozen=True)
class Zinnen:
    """Headings and sentences for one way of speaking, by key."""

    taal: str
    checked_by: str
    """The reader who checked these words; empty: nobody yet."""
    koppen: dict[str, str]
    zinnen: dict[str, str]
    schaal: dict[str, str]


def lees_zinnen(vorm: Aanspreekvorm = Aanspreekvorm.U) -> Zinnen:
    """The fixed words: those of `u`, with those that differ for this way of speaking."""
    woorden = lees_woorden("planpapier", vorm)
    return Zinnen(
        woorden["taal"], woorden["checked_by"], woorden["koppen"], woorden["zinnen"], woorden["schaal"]
    )
