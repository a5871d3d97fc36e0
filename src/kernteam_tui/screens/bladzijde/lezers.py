"""The readers to choose from, and what to know of them and of the plan, in words for the worker."""

from __future__ import annotations

from textual.content import Content

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.services.casusbeeld import CasusBeeld, PersoonBeeld
from kernteam_tui.widgets.tekst import ZACHT


def leest_mee(persoon: PersoonBeeld) -> bool:
    """Whether this person can be given a page as a parent."""
    return persoon.rol is PersoonRol.OUDER and persoon.gezag is not None and not persoon.overleden


def ouderregel(ouder: PersoonBeeld) -> Content:
    """A parent in the list of readers, with their gezag."""
    regel = Content.styled(ouder.naam, "bold") + Content.styled("   ouder", ZACHT)
    if ouder.gezag is JaNeeOnbekend.JA:
        hoe = f" ({ouder.gezag_hoe})" if ouder.gezag_hoe else ""
        return regel + Content.styled(f"\n   heeft gezag{hoe}{_woont(ouder)}", ZACHT)
    if ouder.gezag is JaNeeOnbekend.NEE:
        return regel + Content.styled(f"\n   ! geen gezag: alleen op verzoek{_woont(ouder)}", "$warning")
    return regel + Content.styled(f"\n   ! gezag niet bekend: leg het eerst vast{_woont(ouder)}", "$warning")


def _woont(ouder: PersoonBeeld) -> str:
    return {True: " · woont bij het kind", False: " · woont ergens anders", None: ""}[ouder.woont_bij]


def jongereregel(jongere: PersoonBeeld) -> Content:
    """A jongere in the list of readers."""
    leeftijd = "leeftijd niet bekend" if jongere.leeftijd is None else f"{jongere.leeftijd} jaar"
    regel = Content.styled(jongere.naam, "bold") + Content.styled("   jongere", ZACHT)
    return regel + Content.styled(f"\n   {leeftijd}", ZACHT)


def uitleg_bij(ouders: list[PersoonBeeld], apart: bool) -> str:
    """What to know of these readers; often nothing."""
    if apart:
        return "De ouders wonen niet bij elkaar: ieder krijgt een eigen, zonder de woorden van de ander."
    return "" if ouders else "Er staat nog geen ouder bij dit gezin."


def planmelding(casus: CasusBeeld) -> str:
    """Whether there is a version to make a page from."""
    if not casus.plan_begonnen:
        return "Het gezinsplan is nog leeg. Vul eerst samen iets in (g)."
    if not casus.plan_versie:
        return "Het gezinsplan is nog niet vastgesteld. F8 stelt het vast zoals het nu is."
    if casus.plan_gewijzigd:
        return (
            f"Na versie {casus.plan_versie} is het plan nog gewijzigd; dat staat niet op de bladzijde. "
            "F8 stelt een nieuwe versie vast."
        )
    return ""
