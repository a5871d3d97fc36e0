"""The gezinsplan of a family: what is missing stands where it is missing, and what is typed is kept."""

from __future__ import annotations

from textual import on

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gezinsplan.controlewegen import Plancontrolewegen
from kernteam_tui.screens.gezinsplan.evaluatiewegen import Planterugblik
from kernteam_tui.screens.gezinsplan.onderdelenlijst import Onderdelenlijst
from kernteam_tui.screens.gezinsplan.planlijst import Planlijst
from kernteam_tui.screens.gezinsplan.uitnotities import Plannotities
from kernteam_tui.screens.register import bestaat
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, stel_plan_vast
from kernteam_tui.services.planbeeld import PlanBeeld
from kernteam_tui.services.plandoelen import ActieGegevens, save_actie, verwijder_actie, verwijder_doel

_FORMULIEREN = {Invul.DOELEN: "doel", Invul.ACTIES: "actie", Invul.EVALUATIE: "evaluatie"}


_VARIANTEN = {
    PlanVariant.GEZIN: "het hele gezin",
    PlanVariant.JONGERE: "de jongere: in de ik-vorm, met wat van hem of haar is voorop",
    PlanVariant.GESCHEIDEN_OUDERS: "ouders die niet bij elkaar wonen: elke ouder eigen woorden",
}


class GezinsplanScreen(Plancontrolewegen, Plannotities, Planterugblik):
    """The sections at the left, one open at the right. Saves itself while the user types."""

    NAAM = "gezinsplan"
    TITEL = "Gezinsplan"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Het plan van het gezin, in hun eigen woorden. Links de vaste onderdelen: ✓ er staat iets in, "
        "– nog leeg, ! er ontbreekt iets. Alles wat je typt wordt vanzelf bewaard."
    )
    OPDRACHTEN = (
        Opdracht("schrijven", "enter", "schrijven", "In dit onderdeel schrijven"),
        Opdracht("volgend_onderdeel", "ctrl+down,f6", "volgende", "Naar het volgende onderdeel"),
        Opdracht(
            "vorig_onderdeel", "ctrl+up,shift+f6,f18", "vorige", "Naar het vorige onderdeel", in_voet=False
        ),
        Opdracht("citaat_erbij", "ctrl+n", "citaat", "Nog een citaat in dit onderdeel", in_voet=False),
        Opdracht("samen", "k", "samen", "Alleen het plan, groot: samen met het gezin", "samen_kijken"),
        Opdracht("controle", "f7", "controle", "Kijken of alles in het plan staat"),
        Opdracht("vaststellen", "f8", "vaststellen", "Een versie vaststellen, voor de bladzijde"),
        Opdracht("bladzijde", "b", "bladzijde", "Bladzijde voor ouders", scherm="bladzijde"),
        Opdracht("papier", "p", "op papier", "Het hele plan op papier", "planpapier", in_voet=False),
        Opdracht("versies", "v", "versies", "Wat er tussen versies veranderde", "planversies", False),
        Opdracht(
            "variant", "w", "van wie", "Van wie het plan is: gezin, jongere, ouders apart", in_voet=False
        ),
    )

    def action_schrijven(self) -> None:
        if self._plan is not None:
            self._vak.focus_eerste()

    def action_volgend_onderdeel(self) -> None:
        self._stap(1)

    def action_vorig_onderdeel(self) -> None:
        self._stap(-1)

    def _stap(self, stap: int) -> None:
        if self._plan is None:
            return
        lijst = self.query_one(Onderdelenlijst)
        in_tekst = not lijst.has_focus
        if self._ga_naar_onderdeel(lijst.buur(self._vak.sleutel, stap)) and in_tekst:
            self._vak.focus_eerste()

    def action_citaat_erbij(self) -> None:
        if self._plan is not None:
            self._vak.voeg_citaat_toe()

    # --- goals, actions, evaluation ---------------------------------------------------------

    @on(Planlijst.Gekozen)
    def _open_formulier(self, event: Planlijst.Gekozen) -> None:
        if self._plan is None or not self._bewaar_of_meld():
            return
        item = "" if event.invul is Invul.EVALUATIE else event.sleutel
        self.open(
            _FORMULIEREN[event.invul],
            casus_id=self._casus_id,
            gezin_id=self._plan.gezin_id,
            item_id=item,
        )

    @on(Planlijst.Afvinken)
    def _vink_af(self, event: Planlijst.Afvinken) -> None:
        if self._plan is None or event.invul is not Invul.ACTIES:
            return
        actie = next(actie for actie in self._plan.acties if actie.id == event.sleutel)
        gegevens = ActieGegevens(actie.wat, actie.wie, actie.wanneer, not actie.klaar)
        wat = "Actie weer open" if actie.klaar else "Actie afgevinkt"
        self._wijzig(f"vink-{actie.id}", save_actie, actie.id, gegevens, ongedaan=wat)

    @on(Planlijst.Weghalen)
    def _haal_weg(self, event: Planlijst.Weghalen) -> None:
        if self._plan is None or event.invul is Invul.EVALUATIE:
            return
        naam = f"weg-{event.sleutel}"
        if event.invul is Invul.DOELEN:
            self._wijzig(naam, verwijder_doel, event.sleutel, ongedaan="Doel weggehaald")
        else:
            self._wijzig(naam, verwijder_actie, event.sleutel, ongedaan="Actie weggehaald")

    # --- the whole plan ---------------------------------------------------------------------

    def action_samen(self) -> None:
        if self._plan is not None and self._bewaar_of_meld():
            self.open("samen_kijken", casus_id=self._casus_id, onderdeel=self._vak.sleutel)

    def action_variant(self) -> None:
        if self._plan is not None and self._bewaar_of_meld():
            opties = [(_VARIANTEN[variant], variant) for variant in PlanVariant]
            self.kies("Van wie is dit plan?", opties, self._kies_variant)

    def _kies_variant(self, variant: PlanVariant) -> None:
        if self._plan is not None and variant is not self._plan.variant:
            self.doe(
                self._schrijver.wijzig,
                kies_variant,
                variant,
                bij_klaar=self._na_variant,
                groep="variant",
                ongedaan="Van wie het plan is, staat nu anders",
            )

    def _na_variant(self, plan: PlanBeeld) -> None:
        self._na_wijziging(plan)
        self._toon_onderdeel(self._vak.sleutel)

    def action_versies(self) -> None:
        if self._bewaar_of_meld():
            self.open("planversies", casus_id=self._casus_id)

    def action_papier(self) -> None:
        if self._bewaar_of_meld():
            self.open("planpapier", casus_id=self._casus_id)

    def action_vaststellen(self) -> None:
        if self._plan is not None and self._bewaar_of_meld():
            self.lees(get_plan, self._casus_id, bij_klaar=self._vraag_vaststellen, groep="vaststellen")

    def _vraag_vaststellen(self, plan: PlanBeeld) -> None:
        if plan.versie and not plan.gewijzigd:
            self._bied_bladzijde_aan(f"Versie {plan.versie} is al vastgesteld en sindsdien niet veranderd.")
            return
        self.bevestig(
            f"Versie {plan.versie + 1} vaststellen?",
            "Deze versie blijft voortaan zoals het plan nu is; de bladzijde voor ouders komt eruit. "
            f"Je kunt daarna gewoon verder schrijven.{self._wat_open_staat()}",
            self._stel_vast,
            ja="Vaststellen",
            nee="Nog niet",
        )

    def _stel_vast(self) -> None:
        self.doe(self._schrijver.wijzig, stel_plan_vast, bij_klaar=self._vastgesteld, groep="vaststellen")

    def _vastgesteld(self, plan: PlanBeeld) -> None:
        self._na_wijziging(plan)
        self._bied_bladzijde_aan(f"Versie {plan.versie} is vastgesteld.")

    def _bied_bladzijde_aan(self, zin: str) -> None:
        if bestaat("bladzijde"):
            vraag = f"{zin} Wil je nu de bladzijde voor de ouders maken?"
            self.bevestig("De bladzijde voor ouders", vraag, self.action_bladzijde, "Bladzijde", "Straks")
        else:
            self.meld(zin)

    def action_bladzijde(self) -> None:
        if self._bewaar_of_meld():
            self.open("bladzijde", casus_id=self._casus_id)
