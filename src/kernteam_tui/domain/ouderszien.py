"""When a jongere is asked per section: mogen mijn ouders dit zien? (domain 2.3; S54)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.leeftijden.ouders import beslist_zelf

ZINNEN = {
    JaNeeOnbekend.JA: "Dit mogen mijn ouders zien.",
    JaNeeOnbekend.NEE: "Dit mogen mijn ouders niet zien.",
    JaNeeOnbekend.ONBEKEND: "Mogen mijn ouders dit zien? Nog niet gevraagd.",
}
"""As the jongere says it."""


def vraagt_ouders_zien(variant: PlanVariant, jongeren: Collection[Persoon], op: date) -> bool:
    """Only in the plan of the jongere, and where each jongere of the casus decides this alone: from 16 on
    (Jeugdwet 7.3.5); an age that is not known counts as too young."""
    return variant is PlanVariant.JONGERE and beslist_zelf(jongeren, op)


def dicht_voor_ouders(plan: Gezinsplan, toen: Mapping[str, JaNeeOnbekend]) -> frozenset[str]:
    """Keys of the sections of a version that parents do not see: those that the jongere kept closed when it
    was made (`toen`: key -> answer), and those that are closed now. A no holds from the day it is said."""
    nu = {onderdeel.sleutel for onderdeel in plan.onderdelen if onderdeel.ouders_zien is JaNeeOnbekend.NEE}
    return frozenset(nu | {sleutel for sleutel, zien in toen.items() if zien is JaNeeOnbekend.NEE})


def volgend_antwoord(antwoord: JaNeeOnbekend) -> JaNeeOnbekend:
    """Round and round: not asked, ja, nee."""
    ronde = (JaNeeOnbekend.ONBEKEND, JaNeeOnbekend.JA, JaNeeOnbekend.NEE)
    return ronde[(ronde.index(antwoord) + 1) % len(ronde)]
