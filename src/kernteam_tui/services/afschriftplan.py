"""The pieces of a gezinsplan for a copy of the file: each frozen version, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.exchange.formaten.gezinsplan import ActieInvoer, DoelInvoer
from kernteam_tui.exchange.formaten.planversie import PlanInhoud
from kernteam_tui.exchange.planformaat import read_planformaat
from kernteam_tui.services.planinhoud import inhoud_van_versie


@dataclass(frozen=True)
class Plandeel:
    """One part of one version: words of somebody, an explanation, a goal, an action."""

    id: str
    kop: str
    regels: tuple[tuple[str, str], ...]
    van: str | None = None
    """The name under words; empty for text of the worker, None for what was agreed by all."""
    belangrijk: bool = False
    wie: str = ""
    """The name with a goal or an action: whose it is, as the family wrote it."""
    is_doel: bool = False


def plandelen(plan: Gezinsplan) -> Iterator[Plandeel]:
    """Every part of every frozen version, oldest first; what is still being written is not in a copy."""
    formaat = read_planformaat(plan.formaat)
    for versie in sorted(plan.versies, key=lambda een: een.nummer):
        inhoud = inhoud_van_versie(versie)
        waar = f"versie {versie.nummer}, {dag_met_jaar(versie.vastgesteld_op)}"
        yield from _onderdelen(inhoud, formaat.in_variant(inhoud.variant).titels, versie.id, waar)
        yield from _afspraken(inhoud, versie.id, waar, laatste=versie.nummer == plan.versie)
    if plan.evaluatie_uitkomst.strip():
        outcome = (("", plan.evaluatie_uitkomst),)
        yield Plandeel(f"evaluatie:{plan.id}", "Hoe we het samen zagen", outcome, van="")


def _onderdelen(
    inhoud: PlanInhoud, titels: Mapping[str, str], versie_id: str, waar: str
) -> Iterator[Plandeel]:
    for sleutel, onderdeel in inhoud.onderdelen.items():
        kop = f"{titels.get(sleutel, 'Onderdeel')}, {waar}"
        for n, woorden in enumerate(onderdeel.woorden):
            said = ((woorden.van, woorden.tekst),)
            yield Plandeel(f"woorden:{versie_id}:{sleutel}:{n}", kop, said, van=woorden.van)
        if onderdeel.toelichting.strip():
            own = (("toelichting", onderdeel.toelichting),)
            yield Plandeel(f"toelichting:{versie_id}:{sleutel}", kop, own, van="")


def _afspraken(inhoud: PlanInhoud, versie_id: str, waar: str, *, laatste: bool) -> Iterator[Plandeel]:
    for n, doel in enumerate(inhoud.doelen):
        goal = _doel(doel)
        yield Plandeel(
            f"doel:{versie_id}:{n}", f"Doel, {waar}", goal, belangrijk=laatste, wie=doel.van, is_doel=True
        )
    for n, actie in enumerate(inhoud.acties):
        yield Plandeel(f"actie:{versie_id}:{n}", f"Actie, {waar}", _actie(actie), wie=actie.wie)
    if inhoud.evaluatie_op is not None:
        together = (("", dag_met_jaar(inhoud.evaluatie_op)),)
        yield Plandeel(f"samen:{versie_id}", f"Samen kijken, {waar}", together, belangrijk=laatste)


def _doel(doel: DoelInvoer) -> tuple[tuple[str, str], ...]:
    scale = "" if doel.nu is None or doel.gewenst is None else f"van {doel.nu} naar {doel.gewenst}"
    return (("", doel.wat), ("zo zien we het", doel.hoe_zien_we_dat), ("cijfer", scale))


def _actie(actie: ActieInvoer) -> tuple[tuple[str, str], ...]:
    when = "" if actie.wanneer is None else dag_met_jaar(actie.wanneer)
    return (("", actie.wat), ("wie", actie.wie), ("wanneer", when), ("", "klaar" if actie.klaar else ""))
