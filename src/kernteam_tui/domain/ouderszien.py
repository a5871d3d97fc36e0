"""When a jongere is asked per section: mogen mijn ouders dit zien? And for whom a no counts (S54).

A gezin has one plan (S52), and each jongere of it answers for oneself. What one of them closed is closed for
everybody but that one: for the parents, and for a brother or sister too, whose words under their own name
stay theirs. Only in the own casus can an answer be changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.deelcodes import LezerSoort
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinsplan import Gezinsplan, Onderdeel, Ouderantwoord
from kernteam_tui.domain.leeftijden.ouders import beslist_zelf

ZINNEN = {
    JaNeeOnbekend.JA: "Dit mogen mijn ouders zien.",
    JaNeeOnbekend.NEE: "Dit mogen mijn ouders niet zien.",
    JaNeeOnbekend.ONBEKEND: "Mogen mijn ouders dit zien? Nog niet gevraagd.",
}
"""As the jongere says it."""
NIEMAND_MEER = ""
"""As the jongere of an answer: somebody who was erased, or has no casus in this gezin any more."""


def vraagt_ouders_zien(variant: PlanVariant, jongeren: Collection[Persoon], op: date) -> bool:
    """Only in the plan of the jongere, and where each jongere of the casus decides this alone: from 16 on
    (Jeugdwet 7.3.5); an age that is not known counts as too young."""
    return variant is PlanVariant.JONGERE and beslist_zelf(jongeren, op)


def antwoord_van(onderdeel: Onderdeel, jongere_id: str) -> JaNeeOnbekend:
    """What this jongere said of the section."""
    said = (een.antwoord for een in onderdeel.ouders_zien if een.jongere_id == jongere_id)
    return next(said, JaNeeOnbekend.ONBEKEND)


def zet_antwoord(onderdeel: Onderdeel, jongere_id: str, antwoord: JaNeeOnbekend) -> None:
    """Keep what this jongere says of the section instead of before; what others said stays."""
    others = tuple(een for een in onderdeel.ouders_zien if een.jongere_id != jongere_id)
    own = () if antwoord is JaNeeOnbekend.ONBEKEND else (Ouderantwoord(jongere_id, antwoord),)
    onderdeel.ouders_zien = (*others, *own)


def samen_antwoord(antwoorden: Collection[JaNeeOnbekend]) -> JaNeeOnbekend:
    """What jongeren of one casus say together: a no of one is no, and ja takes all of them."""
    if JaNeeOnbekend.NEE in antwoorden:
        return JaNeeOnbekend.NEE
    return JaNeeOnbekend.JA if set(antwoorden) == {JaNeeOnbekend.JA} else JaNeeOnbekend.ONBEKEND


def gesloten_door(onderdeel: Onderdeel) -> frozenset[str]:
    """Ids of the jongeren who keep the section closed now; may hold NIEMAND_MEER."""
    return _wie_nee((een.jongere_id, een.antwoord) for een in onderdeel.ouders_zien)


def wie_sluit(plan: Gezinsplan, toen: Mapping[str, Mapping[str, JaNeeOnbekend]]) -> dict[str, frozenset[str]]:
    """Key of a section of a version -> ids of who keeps it closed: now, or when the version was made (`toen`:
    key -> jongere -> answer). A no holds from the day it is said. What nobody closed is not in it."""
    nu = {onderdeel.sleutel: gesloten_door(onderdeel) for onderdeel in plan.onderdelen}
    was = {sleutel: _wie_nee(said.items()) for sleutel, said in toen.items()}
    both = {sleutel: nu.get(sleutel, frozenset()) | was.get(sleutel, frozenset()) for sleutel in {*nu, *was}}
    return {sleutel: wie for sleutel, wie in both.items() if wie}


def is_dicht_voor(wie: Collection[str], lezer_id: str) -> bool:
    """Whether what these closed is closed for this reader: for all but the one who closed it alone."""
    return any(een == NIEMAND_MEER or een != lezer_id for een in wie)


def dicht_voor(sluiters: Mapping[str, Collection[str]], lezer_id: str) -> frozenset[str]:
    """Keys of the sections (as from `wie_sluit`) that are closed for this reader."""
    return frozenset(sleutel for sleutel, wie in sluiters.items() if is_dicht_voor(wie, lezer_id))


def vergeet_jongeren(onderdeel: Onderdeel, weg: Collection[str]) -> None:
    """After these were erased: nobody can ask them to open what they closed, so it stays closed, without
    whose no it was; a ja goes."""
    said = [een for een in onderdeel.ouders_zien if een.jongere_id not in weg]
    closed = any(een.jongere_id in weg and een.antwoord is JaNeeOnbekend.NEE for een in onderdeel.ouders_zien)
    if len(said) == len(onderdeel.ouders_zien):
        return
    if closed and NIEMAND_MEER not in {een.jongere_id for een in said}:
        said.append(Ouderantwoord(NIEMAND_MEER, JaNeeOnbekend.NEE))
    onderdeel.ouders_zien = tuple(said)


def waarom_dicht(lezer: LezerSoort) -> str:
    """To the worker: why a part of a closed section is not for this reader."""
    if lezer is LezerSoort.JONGERE:
        return "een andere jongere van dit gezin houdt dit dicht"
    return "de jongere wil niet dat ouders dit zien"


def volgend_antwoord(antwoord: JaNeeOnbekend) -> JaNeeOnbekend:
    """Round and round: not asked, ja, nee."""
    ronde = (JaNeeOnbekend.ONBEKEND, JaNeeOnbekend.JA, JaNeeOnbekend.NEE)
    return ronde[(ronde.index(antwoord) + 1) % len(ronde)]


def _wie_nee(said: Iterable[tuple[str, JaNeeOnbekend]]) -> frozenset[str]:
    return frozenset(wie for wie, antwoord in said if antwoord is JaNeeOnbekend.NEE)
