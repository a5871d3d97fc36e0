"""The command `kernteam gezinsplan`: look at a plan, check it, or take one over from a file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from kernteam_tui.cli.invoer import lees_json
from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.plancontrole import Controlepunt
from kernteam_tui.domain.veldwaarde import leesbaar
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import ControlepuntUit, PlancontroleUit
from kernteam_tui.services.gezinsplan import lees_plan, open_plan
from kernteam_tui.services.planbeeld import OnderdeelBeeld, PlanBeeld
from kernteam_tui.services.plancontrole import controleer


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`plancontrole/1`, of the plan as it is now. Raises NietGevonden, VeldenOngeldig, RegelGeweigerd."""
    if keuzes.vaststellen and keuzes.bestand is None:
        raise GebruikOnjuist("Vaststellen hoort bij een bestand.", "Geef ook --bestand op.")
    gegevens: Any = None if keuzes.bestand is None else lees_json(keuzes.bestand)
    with open_kluis(keuzes) as sessie:
        casus_id = vind_casus(sessie, keuzes.casus)
        if keuzes.bestand is not None:
            lees_plan(sessie, casus_id, gegevens, vaststellen=keuzes.vaststellen)
        plan, punten = open_plan(sessie, casus_id), controleer(sessie, casus_id)
    uit = PlancontroleUit(
        casus=plan.casus,
        punten=tuple(ControlepuntUit(nr=p.nr, wat=p.wat, in_orde=p.in_orde, wat_nu=p.wat_nu) for p in punten),
    )
    shown = () if keuzes.controle else tuple(plan_tekst(plan))
    return Antwoord(uit.gegevens(), (_kop(plan), *shown, *(_punt_tekst(punt) for punt in punten)))


def plan_tekst(plan: PlanBeeld) -> Iterator[str]:
    """What stands in the plan, one fact a line; empty sections stay out."""
    for onderdeel in plan.onderdelen:
        yield from _onderdeel_tekst(onderdeel)
    for doel in plan.doelen:
        cijfers = "" if doel.nu is None else f", nu {doel.nu}"
        cijfers += "" if doel.gewenst is None else f", gewenst {doel.gewenst}"
        yield f"Doel: {doel.wat.rstrip('.')}{cijfers}"
    for actie in plan.acties:
        wie = f", door {actie.wie}" if actie.wie else ""
        wanneer = f", {dag_lang(actie.wanneer)}" if actie.wanneer else ""
        yield f"Actie: {actie.wat.rstrip('.')}{wie}{wanneer}{', klaar' if actie.klaar else ''}"
    if plan.evaluatie_op is not None:
        yield f"Samen kijken: {dag_lang(plan.evaluatie_op)}"


def _onderdeel_tekst(onderdeel: OnderdeelBeeld) -> Iterator[str]:
    velden = [een for een in onderdeel.velden if een.tekst]
    if not onderdeel.woorden and not onderdeel.toelichting.strip() and not velden:
        return
    yield f"{onderdeel.nr}. {onderdeel.titel}{f' ({onderdeel.herkomst})' if onderdeel.herkomst else ''}"
    for een in velden:
        yield f"  {een.veld.vraag}: {leesbaar(een.veld.soort, een.tekst)}"
    for citaat in onderdeel.woorden:
        yield f"  {citaat.van or 'Gezin'} zegt: {citaat.tekst}"
    if onderdeel.toelichting.strip():
        yield f"  Toelichting: {onderdeel.toelichting.strip()}"


def _kop(plan: PlanBeeld) -> str:
    frozen = f"versie {plan.versie} vastgesteld" if plan.versie else "nog niet vastgesteld"
    changed = ", daarna gewijzigd" if plan.versie and plan.gewijzigd else ""
    return f"Gezinsplan bij casus {plan.casus}: {frozen}{changed}"


def _punt_tekst(punt: Controlepunt) -> str:
    if punt.in_orde is None:
        return f"Niet nodig: {punt.wat}"
    return f"In orde: {punt.wat}" if punt.in_orde else f"Nog doen: {punt.wat}. {punt.wat_nu}"
