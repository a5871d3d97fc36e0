"""What a section says of who closed it for the parents: in its own line, and in the list of sections."""

from __future__ import annotations

from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.ouderszien import NIEMAND_MEER, ZINNEN
from kernteam_tui.services.ouderantwoorden import JongereZegt
from kernteam_tui.services.planbeeld import OnderdeelBeeld, PlanBeeld

_KORT = {JaNeeOnbekend.JA: "ja", JaNeeOnbekend.NEE: "nee", JaNeeOnbekend.ONBEKEND: "nog niet gevraagd"}
_LIJST = {JaNeeOnbekend.JA: "mijn ouders: wel zien", JaNeeOnbekend.NEE: "mijn ouders: niet zien"}
_WEES = "Dicht voor ouders, door iemand die er niet meer is."


def ouderregel(onderdeel: OnderdeelBeeld, plan: PlanBeeld) -> str:
    """What is asked here, and who closed it elsewhere with where it can be opened; empty where nothing is
    asked and nobody closed it."""
    delen = [f"{_hier(onderdeel)} (o)"] if onderdeel.antwoorden else []
    if onderdeel.ook_dicht_door:
        houdt = "houdt" if len(onderdeel.ook_dicht_door) == 1 else "houden"
        delen.append(f"{_namen(onderdeel)} {houdt} dit dicht voor ouders. {_weg_naar_open(onderdeel, plan)}")
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


def _weg_naar_open(onderdeel: OnderdeelBeeld, plan: PlanBeeld) -> str:
    """The next step to asking it again."""
    gevraagd = {een.jongere_id for een in onderdeel.antwoorden}
    if not (onderdeel.gesloten_door - gevraagd) & {jongere_id for jongere_id, _ in plan.jongeren}:
        return "Openen kan in de eigen casus."
    if plan.variant is not PlanVariant.JONGERE:
        return "Openen kan in het plan van de jongere: kies dat met w."
    return "Openen kan vanaf 16 jaar: kijk de geboortedatum na."


def _hier(onderdeel: OnderdeelBeeld) -> str:
    if len(onderdeel.antwoorden) > 1:
        return f"Mogen onze ouders dit zien? {', '.join(map(wie_zegt, onderdeel.antwoorden))}."
    een = onderdeel.antwoorden[0]
    return _WEES if een.jongere_id == NIEMAND_MEER else ZINNEN[een.antwoord]


def _namen(onderdeel: OnderdeelBeeld) -> str:
    return " en ".join(onderdeel.ook_dicht_door)
