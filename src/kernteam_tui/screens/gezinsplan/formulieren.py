"""The forms of one goal, one action, and the evaluation. Half typed they survive locking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from textual import on
from textual.app import ComposeResult

from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.gezinsplan import MAX_DOELEN
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.gezinsplan.cijferveld import Cijferveld
from kernteam_tui.screens.gezinsplan.naamveld import Naaminvoer, Naamveld
from kernteam_tui.services.gezinsplan import get_plan, set_evaluatie
from kernteam_tui.services.planbeeld import ActieBeeld, DoelBeeld, PlanBeeld
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.widgets.keuzes import Vinkveld
from kernteam_tui.widgets.tekst import Kopregel
from kernteam_tui.widgets.velden import Datumveld, Tekstvlak

_Item = TypeVar("_Item", DoelBeeld, ActieBeeld)


class PlanFormulier(FormulierScreen):
    """A form that begins with the plan as it is. `item_id` empty: a new one."""

    SOORT = ""

    def __init__(self, casus_id: str, gezin_id: str, item_id: str = "") -> None:
        super().__init__(casus_id=casus_id, gezin_id=gezin_id, item_id=item_id)

    def concept_sleutel(self) -> str:
        return f"{self.SOORT}:{self.argumenten['gezin_id']}:{self.item_id or 'nieuw'}"

    @property
    def item_id(self) -> str:
        return str(self.argumenten["item_id"] or "")

    @property
    def casus_id(self) -> str:
        return str(self.argumenten["casus_id"])

    def laad(self) -> None:
        self.lees(get_plan, self.casus_id, bij_klaar=self._begin)

    def _begin(self, plan: PlanBeeld) -> None:
        self.kop(onderwerp=f"{plan.casus} {plan.jongere}")
        for veld in self.query(Naamveld):
            veld.zet_namen(self.namen_van(plan))
        self.begin_met(self.waarden_van(plan))

    def namen_van(self, plan: PlanBeeld) -> tuple[str, ...]:
        """Names to choose from: those of the family."""
        return plan.mensen

    def waarden_van(self, plan: PlanBeeld) -> dict[str, Any]:
        """What the plan has of it."""
        raise LookupError(f"{type(self).__name__} says nothing of {plan.versie}")

    def _bewaard_in_plan(self, _plan: PlanBeeld) -> None:
        self.klaar()
        self.terug()

    @on(Naaminvoer.Kiezen)
    def _kies_naam(self, event: Naaminvoer.Kiezen) -> None:
        veld = (event.invoer.id or "").removesuffix("-invoer")
        self.kies("Wie?", _als_opties(event.invoer.namen), lambda naam: self.zet(veld, naam))


class DoelScreen(PlanFormulier):
    """One goal."""

    NAAM = "doel"
    TITEL = "Doel"
    SOORT = "doel"
    UITLEG = "Een doel in de woorden van het gezin: waar staan ze nu, waar willen ze heen, en hoe zie je het."

    def __init__(self, casus_id: str, gezin_id: str, item_id: str = "") -> None:
        super().__init__(casus_id, gezin_id, item_id)
        self._lopend: list[tuple[str, str]] = []
        self._komt_erbij = True

    def velden(self) -> ComposeResult:
        vandaag = self.kernteam.klok.vandaag()
        yield Tekstvlak("wat", "Wat willen jullie?", verplicht=True, hoogte=3, uitleg="In hun eigen woorden.")
        yield Naamveld("van", "Van wie", uitleg="↓ kiezen uit het gezin, of typ een naam")
        yield Cijferveld("nu", "Cijfer nu", uitleg="0 tot 10")
        yield Cijferveld("gewenst", "Cijfer gewenst", uitleg="Welk cijfer is goed genoeg?")
        yield Tekstvlak("hoe", "Hoe zien we dat het lukt?", hoogte=3)
        yield Vinkveld("actief", "Actief", tekst="hier werken we nu aan", waarde=True)
        yield Kopregel("Hoort ook bij")
        yield Tekstvlak("opp", "Doel in het OPP", hoogte=2, uitleg="Het doel van school waar dit bij past.")
        yield Datumveld(
            "opp_op", "Met school afgestemd", vandaag, uitleg="De laatste keer dat jullie ze vergeleken."
        )
        yield Tekstvlak(
            "familiedoel",
            "Familiegroepsplan",
            hoogte=2,
            uitleg="Het doel in hun eigen plan waar dit uit komt.",
        )

    def waarden_van(self, plan: PlanBeeld) -> dict[str, Any]:
        doel = _vind(plan.doelen, self.item_id)
        if doel is None:
            return {"actief": True}
        return {
            "wat": doel.wat,
            "van": doel.van,
            "nu": _tekst(doel.nu),
            "gewenst": _tekst(doel.gewenst),
            "hoe": doel.hoe_zien_we_dat,
            "actief": doel.actief,
            "opp": doel.opp_doel,
            "opp_op": dag_cijfers(doel.opp_afgestemd_op) if doel.opp_afgestemd_op else "",
            "familiedoel": doel.familiedoel,
        }

    def _begin(self, plan: PlanBeeld) -> None:
        lopend = [doel for doel in plan.doelen if doel.actief]
        self._komt_erbij = all(doel.id != self.item_id for doel in lopend)
        self._lopend = [(doel.wat, doel.id) for doel in lopend]
        super()._begin(plan)

    def afronden(self) -> None:
        aantal = len(self._lopend)
        if not (self.waarde["actief"] and self._komt_erbij) or aantal < MAX_DOELEN:
            self._bewaar(actief=self.waarde["actief"])
            return
        self.kies(
            f"Er lopen al {aantal} doelen. Welk doel mag even rusten?",
            [*self._lopend, ("dit doel, het wacht nog even", "")],
            self._laat_rusten,
        )

    def _laat_rusten(self, rust_id: str) -> None:
        """One that goes on, or with an empty id the goal of this form."""
        self._bewaar(rust_id, actief=bool(rust_id))

    def _bewaar(self, rust_id: str = "", *, actief: bool) -> None:
        gegevens = DoelGegevens(
            wat=self.waarde["wat"].strip(),
            van=self.waarde["van"].strip(),
            nu=self.query_one("#nu", Cijferveld).cijfer,
            gewenst=self.query_one("#gewenst", Cijferveld).cijfer,
            hoe_zien_we_dat=self.waarde["hoe"].strip(),
            actief=actief,
            opp_doel=self.waarde["opp"].strip(),
            opp_afgestemd_op=self.query_one("#opp_op", Datumveld).datum,
            familiedoel=self.waarde["familiedoel"].strip(),
        )
        self.rond_af(
            save_doel,
            self.casus_id,
            self.item_id or None,
            gegevens,
            rust_id,
            bij_klaar=self._bewaard_in_plan,
            ongedaan="Doel bewaard",
        )


class ActieScreen(PlanFormulier):
    """One action."""

    NAAM = "actie"
    TITEL = "Actie"
    SOORT = "actie"
    UITLEG = "Wie doet wat, en wanneer. Zonder naam en dag gebeurt het vaak niet."

    def velden(self) -> ComposeResult:
        vandaag = self.kernteam.klok.vandaag()
        yield Tekstvlak("wat", "Wat gaat er gebeuren?", verplicht=True, hoogte=3)
        yield Naamveld("wie", "Wie doet het?", uitleg="↓ gezin, netwerk of kernteam, of typ een naam")
        yield Datumveld("wanneer", "Wanneer klaar?", vandaag)
        yield Vinkveld("klaar", "Gedaan", tekst="klaar")

    def namen_van(self, plan: PlanBeeld) -> tuple[str, ...]:
        return plan.doeners

    def waarden_van(self, plan: PlanBeeld) -> dict[str, Any]:
        actie = _vind(plan.acties, self.item_id)
        if actie is None:
            return {}
        wanneer = dag_cijfers(actie.wanneer) if actie.wanneer else ""
        return {"wat": actie.wat, "wie": actie.wie, "wanneer": wanneer, "klaar": actie.klaar}

    def afronden(self) -> None:
        gegevens = ActieGegevens(
            wat=self.waarde["wat"].strip(),
            wie=self.waarde["wie"].strip(),
            wanneer=self.query_one("#wanneer", Datumveld).datum,
            klaar=self.waarde["klaar"],
        )
        self.rond_af(
            save_actie,
            self.casus_id,
            self.item_id or None,
            gegevens,
            bij_klaar=self._bewaard_in_plan,
            ongedaan="Actie bewaard",
        )


class EvaluatieScreen(PlanFormulier):
    """When the family looks again, and what came out the last time."""

    NAAM = "evaluatie"
    TITEL = "Wanneer kijken we opnieuw"
    SOORT = "evaluatie"
    UITLEG = (
        "De dag waarop jullie samen terugkijken, en wat er de vorige keer uitkwam. Samen terugkijken zelf "
        "doe je met e in het gezinsplan."
    )

    def velden(self) -> ComposeResult:
        yield Datumveld("op", "We kijken opnieuw op", self.kernteam.klok.vandaag())
        yield Tekstvlak("uitkomst", "Wat kwam er de vorige keer uit?", hoogte=6)

    def waarden_van(self, plan: PlanBeeld) -> dict[str, Any]:
        # with goals the outcome comes from looking back at them; here it can be put right
        self.veld("uitkomst").display = bool(plan.evaluatie_uitkomst.strip()) or not plan.doelen
        op = dag_cijfers(plan.evaluatie_op) if plan.evaluatie_op else ""
        return {"op": op, "uitkomst": plan.evaluatie_uitkomst}

    def afronden(self) -> None:
        op = self.query_one("#op", Datumveld).datum
        self.rond_af(
            set_evaluatie,
            self.casus_id,
            op,
            self.waarde["uitkomst"],
            bij_klaar=self._bewaard_in_plan,
            ongedaan="Evaluatie bewaard",
        )


def _als_opties(namen: Sequence[str]) -> list[tuple[str, str]]:
    return [(naam, naam) for naam in namen]


def _vind(items: Sequence[_Item], item_id: str) -> _Item | None:
    return next((item for item in items if item.id == item_id), None)


def _tekst(cijfer: int | None) -> str:
    return "" if cijfer is None else str(cijfer)
