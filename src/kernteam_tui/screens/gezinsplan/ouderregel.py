"""What a section says of who closed it for the parents: in its own line, and in the list of sections."""

from __future__ import annotations

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.ouderszien import NIEMAND_MEER, ZINNEN
from kernteam_tui.services.ouderantwoorden import JongereZegt
from kernteam_tui.services.planbeeld import OnderdeelBeeld

_KORT = {JaNeeOnbekend.JA: "ja", JaNeeOnbekend.NEE: "nee", JaNeeOnbekend.ONBEKEND: "nog niet gevraagd"}
_LIJST = {JaNeeOnbekend.JA: "mijn ouders: wel zien", JaNeeOnbekend.NEE: "mijn ouders: niet zien"}
_WEES = "Dicht voor ouders, door iemand die er niet meer is."


def ouderregel(onderdeel: OnderdeelBeeld) -> str:
    """What is asked here, and who closed it elsewhere; empty where nothing is asked and nobody closed it."""
    delen = [f"{_hier(onderdeel)} (o)"] if onderdeel.antwoorden else []
    if onderdeel.ook_dicht_door:
        houdt = "houdt" if len(onderdeel.ook_dicht_door) == 1 else "houden"
        delen.append(f"{_namen(onderdeel)} {houdt} dit dicht voor ouders.")
    return "\n".join(delen)


def ouderhints(onderdeel: OnderdeelBeeld) -> list[str]:
    """A few words for the list; none where there is nothing to say."""
    hints = [_LIJST[onderdeel.ouders_zien]] if onderdeel.ouders_zien in _LIJST else []
    if onderdeel.ook_dicht_door:
        hints.append(f"dicht door {_namen(onderdeel)}")
    if any(een.jongere_id == NIEMAND_MEER for een in onderdeel.antwoorden):
        hints.append("dicht voor ouders")
    return hints


def wie_zegt(een: JongereZegt) -> str:
    """One of several to choose from, with the answer as it stands."""
    return f"{een.naam[:1].upper()}{een.naam[1:]}: {_KORT[een.antwoord]}"


def _hier(onderdeel: OnderdeelBeeld) -> str:
    if len(onderdeel.antwoorden) > 1:
        return f"Mogen onze ouders dit zien? {', '.join(map(wie_zegt, onderdeel.antwoorden))}."
    een = onderdeel.antwoorden[0]
    return _WEES if een.jongere_id == NIEMAND_MEER else ZINNEN[een.antwoord]


def _namen(onderdeel: OnderdeelBeeld) -> str:
    return " en ".join(onderdeel.ook_dicht_door)
