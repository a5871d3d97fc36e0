"""Gezinsplan in short: where it stands, the goals and the actions; Enter opens it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.casus.woorden import dag
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.planbeeld import ActieBeeld, DoelBeeld, PlanBeeld
from kernteam_tui.widgets.feiten import Feit, Feiten
from kernteam_tui.widgets.tekst import Kopregel, Tekst


class GezinsplanTab(Tabblad):
    """A short look at the plan of the family."""

    NAAM = "gezinsplan"
    TITEL = "Gezinsplan"
    OPDRACHTEN = (
        Opdracht(
            "openen", "enter", "openen", "Het gezinsplan openen en samen verder schrijven", "gezinsplan"
        ),
        Opdracht("versies", "v", "versies", "Wat er tussen versies van het plan veranderde", "planversies"),
    )

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="plan"):
            yield Tekst(id="plan-leeg", classes="zacht")
            yield Feiten(id="plan-staat")
            yield Kopregel("Doelen", id="plan-doelen-kop")
            yield Feiten(id="plan-doelen")
            yield Kopregel("Wie doet wat", id="plan-acties-kop")
            yield Feiten(id="plan-acties")

    def begin(self) -> None:
        self.query_one("#plan").focus()

    def vul(self) -> None:
        leeg = self.query_one("#plan-leeg", Tekst)
        leeg.display = not self.casus.plan_begonnen
        leeg.update("Er is nog geen gezinsplan. Druk op Enter om er samen met het gezin een te beginnen.")
        self._toon(None)
        if self.casus.plan_begonnen:
            self.scherm.lees(get_plan, self.casus.id, bij_klaar=self._geladen)

    def _geladen(self, plan: PlanBeeld) -> None:
        if self.is_attached:
            self._toon(plan)

    def _toon(self, plan: PlanBeeld | None) -> None:
        vandaag = self.vandaag
        self.query_one("#plan-staat", Feiten).zet(_staat(plan, vandaag) if plan else ())
        doelen = [_doel(doel) for doel in plan.doelen if doel.actief] if plan else []
        acties = [_actie(actie, vandaag) for actie in plan.acties] if plan else []
        for naam, feiten in (("plan-doelen", doelen), ("plan-acties", acties)):
            self.query_one(f"#{naam}-kop").display = bool(feiten)
            self.query_one(f"#{naam}", Feiten).zet(feiten)

    def action_openen(self) -> None:
        self.scherm.open("gezinsplan", casus_id=self.casus.id)

    def action_versies(self) -> None:
        if self.casus.plan_begonnen:
            self.scherm.open("planversies", casus_id=self.casus.id)
        else:
            self.scherm.meld("Er is nog geen gezinsplan om versies van te vergelijken.")


def _staat(plan: PlanBeeld, vandaag: date) -> Iterator[Feit]:
    if plan.versie:
        yield "versie", f"{plan.versie}, vastgesteld {dag(plan.vastgesteld_op, vandaag)}"
    else:
        yield "versie", "nog niet vastgesteld"
    if plan.versie and plan.gewijzigd:
        yield "sindsdien", "gewijzigd, nog niet opnieuw vastgesteld"
    gevuld = sum(onderdeel.gevuld for onderdeel in plan.onderdelen)
    yield "onderdelen", f"{gevuld} van {len(plan.onderdelen)} ingevuld"
    yield "van wie", plan.variant.label
    yield "evaluatie", dag(plan.evaluatie_op, vandaag) or "nog geen dag gekozen"
    yield "uitkomst", plan.evaluatie_uitkomst


def _doel(doel: DoelBeeld) -> Feit:
    nu = "?" if doel.nu is None else str(doel.nu)
    gewenst = "?" if doel.gewenst is None else str(doel.gewenst)
    return f"nu {nu}, wens {gewenst}", doel.wat


def _actie(actie: ActieBeeld, vandaag: date) -> Feit:
    wanneer = "klaar" if actie.klaar else dag(actie.wanneer, vandaag) or "geen datum"
    te_laat = not actie.klaar and actie.wanneer is not None and actie.wanneer < vandaag
    wie = f"{actie.wie}: " if actie.wie else ""
    return wanneer, f"{wie}{actie.wat}{'   (over de datum)' if te_laat else ''}"
