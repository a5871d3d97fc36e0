"""Samen kijken: only this family's plan, large and quiet, one section at a time, to fill in at the table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll

from kernteam_tui.domain.aantafel import GEZIN, OUDER, AanTafel, wie_kan
from kernteam_tui.domain.plancontrole import Controlepunt
from kernteam_tui.schil.opdrachten import TERUG, Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.dialogen import Keuzedialoog
from kernteam_tui.screens.gezinsplan.dialogen import Botsingdialoog
from kernteam_tui.screens.gezinsplan.onderdeel import EIGEN_WOORDEN, OnderdeelVak
from kernteam_tui.screens.gezinsplan.onderdelenlijst import Onderdelenlijst
from kernteam_tui.screens.gezinsplan.planbasis import Planbasis
from kernteam_tui.screens.gezinsplan.planlijst import Planlijst
from kernteam_tui.screens.gezinsplan.samenbeeld import lees_samen
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud
from kernteam_tui.services.aantafel import Tafelouder, get_tafelouders
from kernteam_tui.services.planbeeld import OnderdeelBeeld, PlanBeeld
from kernteam_tui.widgets.tekst import Tekst

_LEZEND = ("vorige", "volgende", "schrijven", TERUG.id, "hulp")
_SCHRIJVEND = ("citaat_erbij", TERUG.id, "hulp")
_BLIJF = "Nu is alleen dit plan in beeld. {} sluit samen kijken; daarna werkt deze toets weer."
_DRAAI_OM = "Hierna staat jouw eigen scherm weer in beeld. Draai het eerst naar jezelf toe."
NIETS = "In dit plan staat nu niets om met deze mensen te lezen."


class Leesvlak(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Scrolls up and down only: left and right go through the plan."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]


class SamenKijkenScreen(Planbasis):
    """The plan as the family reads it; Enter lets them write their words in the open section.

    `wie`: who looks along (`domain/aantafel`); empty until that was asked, where it is asked. Until then
    nothing is shown.
    """

    NAAM = "samen_kijken"
    TITEL = "Samen kijken"
    CSS_PATH = stijl("samen")
    LETTERS_OVERAL = False
    GEZIN_KIJKT_MEE = True
    UITLEG = (
        "Alleen het plan van dit gezin, om samen te lezen en in te vullen. Draai het scherm gerust om. "
        "Alles wat jullie typen wordt vanzelf bewaard."
    )
    OPDRACHTEN = (
        Opdracht("vorige", "left,ctrl+up", "vorige", "Naar het vorige onderdeel"),
        Opdracht("volgende", "right,ctrl+down", "volgende", "Naar het volgende onderdeel"),
        Opdracht("schrijven", "enter", "zelf schrijven", "Hun woorden in dit onderdeel opschrijven"),
        Opdracht("citaat_erbij", "ctrl+n", "nog iemand", "Nog iemand zegt hier iets"),
    )

    def __init__(self, casus_id: str, onderdeel: str = "", wie: str = "", schrijven: bool = False) -> None:
        super().__init__(casus_id, onderdeel)
        self.argumenten |= {"wie": wie, "schrijven": schrijven}
        self._gevraagd = False
        self._ouders: tuple[Tafelouder, ...] = ()
        self._wil = ""
        """Who was chosen and waits for an answer about gezag."""

    def inhoud(self) -> ComposeResult:
        with Vertical(id="plan-vlak"):
            with Horizontal(id="samen-kop"):
                yield Tekst(id="samen-plaats", classes="zacht")
                yield Tekst(id="plan-staat", classes="zacht")
            yield Tekst(id="samen-titel")
            yield Tekst(id="samen-vraag")
            with Leesvlak(id="samen-lezen"):
                yield Tekst(id="samen-tekst")
            yield OnderdeelVak(id="onderdeel")
        with Vertical(id="samen-onzichtbaar", disabled=True):
            yield Tekst(id="plan-versie")
            yield Onderdelenlijst(id="onderdelen")

    # --- who looks along ---------------------------------------------------------------------

    def on_mount(self) -> None:
        self._vak.kopje = EIGEN_WOORDEN

    def _toon_gelezen(self, keren: int, plan: PlanBeeld) -> None:
        verder = partial(self._met_ouders, keren, plan)
        self.lees(get_tafelouders, self._casus_id, bij_klaar=verder, groep="tafel")

    def _met_ouders(self, keren: int, plan: PlanBeeld, ouders: tuple[Tafelouder, ...]) -> None:
        self._ouders = ouders
        wil, self._wil = self._wil, ""
        if wil and self._bezwaar(plan, wil) is None:
            self.argumenten["wie"] = wil
        self._laat_zien(keren, plan)

    def _laat_zien(self, keren: int, plan: PlanBeeld) -> None:
        if not self._is_bekend_wie(plan):
            self._vraag_wie(keren, plan)
            return
        eerste = self._plan is None
        if not self._zichtbare(plan):
            self.meld(NIETS)
            self.terug()
            return
        self._blijf_zichtbaar(plan)
        super()._toon_gelezen(keren, plan)
        if eerste and self._plan is not None:
            self._lees_of_schrijf(schrijven=bool(self.argumenten["schrijven"]))

    def _is_bekend_wie(self, plan: PlanBeeld) -> bool:
        """Who was at the table may be in the family no more, or may not read it any more."""
        codes, wie = [code for _, code in _wie_kan(plan)], str(self.argumenten["wie"])
        return not codes or (wie in codes and self._bezwaar(plan, wie) is None)

    def _bezwaar(self, plan: PlanBeeld, wie: str) -> Tafelouder | None:
        """The first parent of that choice who may not read the plan. Together counts where each can also be
        there alone; else a household looks along."""
        apart = any(code.startswith(OUDER) for _, code in _wie_kan(plan))
        if wie == GEZIN:
            erbij = [ouder for ouder in self._ouders if apart and ouder.juridisch]
        else:
            erbij = [ouder for nummer, ouder in enumerate(self._ouders) if wie == f"{OUDER}{nummer}"]
        return next((ouder for ouder in erbij if ouder.bezwaar is not None), None)

    def _vraag_wie(self, keren: int, plan: PlanBeeld) -> None:
        if self._gevraagd:
            return
        self._gevraagd = True
        opties = _wie_kan(plan)

        def na(keus: int | None) -> None:
            if keus is None:
                self.terug()
                return
            self._gevraagd = False
            self._kies_wie(keren, plan, opties[keus][1])

        regels = [f"{tekst}{_let_op(self._bezwaar(plan, code))}" for tekst, code in opties]
        self.app.push_screen(Keuzedialoog("Wie zit er aan tafel?", regels), na)

    def _kies_wie(self, keren: int, plan: PlanBeeld, wie: str) -> None:
        """Gezag that is not known is asked first; after a refusal there is another to choose."""
        ouder = self._bezwaar(plan, wie)
        if ouder is None or ouder.bezwaar is None:
            self.argumenten["wie"] = wie
            self._laat_zien(keren, plan)
        elif ouder.gezag_onbekend:
            self._wil = wie
            self.open("gezag", casus_id=self._casus_id, ouder_id=ouder.id)
        else:
            self._vraag_wie(keren, plan)
            self.toon_fout(ouder.bezwaar)

    def _tafel(self, plan: PlanBeeld) -> AanTafel:
        jongeren = tuple(jongere_id for jongere_id, _ in plan.jongeren)
        return AanTafel(str(self.argumenten["wie"]), plan.ouders, plan.mensen, jongeren)

    def _zichtbare(self, plan: PlanBeeld) -> list[OnderdeelBeeld]:
        tafel = self._tafel(plan)
        return [onderdeel for onderdeel in plan.onderdelen if tafel.mag_onderdeel(onderdeel.gesloten_door)]

    def _blijf_zichtbaar(self, plan: PlanBeeld) -> None:
        zichtbaar = [onderdeel.sleutel for onderdeel in self._zichtbare(plan)]
        if zichtbaar and self.argumenten["onderdeel"] not in zichtbaar:
            self.argumenten["onderdeel"] = zichtbaar[0]

    # --- what is shown -----------------------------------------------------------------------

    def _toon_plan(self, plan: PlanBeeld) -> None:
        gesloten = self._is_elders_gesloten(plan)
        if gesloten:
            self._blijf_zichtbaar(plan)
        super()._toon_plan(plan)
        self.kop(onderwerp=plan.jongere)
        if gesloten:
            self._lees_of_schrijf(schrijven=False)
        else:
            self._toon_samen()

    def _is_elders_gesloten(self, plan: PlanBeeld) -> bool:
        """What is open was closed for this table meanwhile; what was typed in it is saved first."""
        zichtbaar = {onderdeel.sleutel for onderdeel in self._zichtbare(plan)}
        return not self._bewaarder.vuil and bool(self._vak.sleutel) and self._vak.sleutel not in zichtbaar

    def _toon_onderdeel(self, sleutel: str) -> None:
        super()._toon_onderdeel(sleutel)
        self._verstil()

    def _vervang_tekst(self, inhoud: Inhoud) -> None:
        super()._vervang_tekst(inhoud)
        self._verstil()

    def _verstil(self) -> None:
        if self._plan is not None:
            tafel = self._tafel(self._plan)
            self._vak.verstil(tafel.mag_van, velden=tafel.met_toelichting)
        self._toon_samen()

    def _botsing(self, eigen: Inhoud, ander: Inhoud, onderdeel: OnderdeelBeeld) -> Botsingdialoog:
        """What was changed elsewhere meanwhile is laid beside it for this table only."""
        hier, daar = (self._voor_tafel(een, onderdeel) for een in (eigen, ander))
        return Botsingdialoog(hier, daar, onderdeel.velden)

    def _voor_tafel(self, inhoud: Inhoud, onderdeel: OnderdeelBeeld) -> Inhoud:
        tafel = self._tafel(self._plan) if self._plan is not None else None
        if tafel is None or not tafel.mag_onderdeel(onderdeel.gesloten_door):
            return Inhoud(inhoud.sleutel)
        woorden = tuple(citaat for citaat in inhoud.woorden if tafel.mag_van(citaat.van))
        return replace(inhoud, woorden=woorden) if tafel.met_toelichting else Inhoud(inhoud.sleutel, woorden)

    def _toon_samen(self) -> None:
        plan, sleutel = self._plan, self._vak.sleutel
        self.query_one(Planlijst).display = False
        self.query_one("#onderdeel-ouders").display = False
        if plan is None or not sleutel:
            return
        onderdeel = plan.onderdeel(sleutel)
        self.query_one("#samen-plaats", Tekst).update(self._plaats(plan, sleutel))
        self.query_one("#samen-titel", Tekst).update(onderdeel.titel)
        self.query_one("#samen-vraag", Tekst).update(onderdeel.vraag)
        self.query_one("#samen-tekst", Tekst).update(
            lees_samen(onderdeel, self._vak.inhoud, plan, self._tafel(plan))
        )

    def _plaats(self, plan: PlanBeeld, sleutel: str) -> str:
        """How many there are is not said where some may be left out: a brother or sister can have closed
        them too."""
        sleutels = [onderdeel.sleutel for onderdeel in self._zichtbare(plan)]
        plaats = sleutels.index(sleutel) + 1 if sleutel in sleutels else 1
        stil = _wie_kan(plan) or plan.ook_van or len(sleutels) < len(plan.onderdelen)
        return str(plaats) if stil else f"{plaats} van {len(sleutels)}"

    def _toon_controle(self, punten: tuple[Controlepunt, ...]) -> None:
        """What is missing is for the worker, not for this table."""

    def voetopdrachten(self) -> list[Opdracht]:
        """Only what is used here; what else works stands in F1."""
        alle = {op.id: op for op in self.opdrachten()}
        if self._schrijft:
            alle[TERUG.id] = replace(TERUG, tekst="klaar")
        return [alle[naam] for naam in (_SCHRIJVEND if self._schrijft else _LEZEND) if naam in alle]

    @property
    def weg_van_tafel(self) -> str:
        return _BLIJF.format("Twee keer Esc" if self._schrijft else "Esc")

    # --- reading and writing -----------------------------------------------------------------

    @property
    def _schrijft(self) -> bool:
        return bool(self.argumenten["schrijven"])

    def _lees_of_schrijf(self, *, schrijven: bool) -> None:
        self.argumenten["schrijven"] = schrijven
        self.set_class(schrijven, "-schrijven")
        self._toon_samen()
        if schrijven:
            self._vak.focus_woorden()
        else:
            self.query_one(Leesvlak).focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == ("schrijven" if self._schrijft else "citaat_erbij"):
            return False
        return super().check_action(action, parameters)

    @on(events.DescendantFocus)
    def _ander_vlak(self) -> None:
        self._vak.toon_hulp(None)

    def action_schrijven(self) -> None:
        if self._plan is not None:
            self._lees_of_schrijf(schrijven=True)

    def action_terug(self) -> None:
        if not self._schrijft:
            self._ga_van_tafel()
        elif self._bewaar_of_meld():
            self._lees_of_schrijf(schrijven=False)

    def _ga_van_tafel(self) -> None:
        """Where something may be left out for this table, the screen is turned round first."""
        if self._plan is not None and _wie_kan(self._plan):
            self.bevestig(
                "Samen kijken sluiten?", _DRAAI_OM, super().action_terug, ja="Sluiten", nee="Nog niet"
            )
        else:
            super().action_terug()

    def action_citaat_erbij(self) -> None:
        self._vak.voeg_citaat_toe()

    def action_vorige(self) -> None:
        self._stap(-1)

    def action_volgende(self) -> None:
        self._stap(1)

    def _stap(self, stap: int) -> None:
        if self._plan is None:
            return
        sleutels = [onderdeel.sleutel for onderdeel in self._zichtbare(self._plan)]
        if self._vak.sleutel not in sleutels:
            return  # closed elsewhere a moment ago
        plaats = sleutels.index(self._vak.sleutel) + stap
        if 0 <= plaats < len(sleutels) and self._ga_naar_onderdeel(sleutels[plaats]):
            self.query_one(Leesvlak).scroll_home(animate=False)
            if self._schrijft:
                self._vak.focus_woorden()


def _wie_kan(plan: PlanBeeld) -> list[tuple[str, str]]:
    asked = plan.onderdelen[0].ouders_zien is not None
    gevraagd = tuple(naam.split()[0] for _, naam in plan.jongeren) if asked else ()
    return wie_kan(plan.variant, gevraagd, plan.ouders, apart=plan.ouders_apart)


def _let_op(ouder: Tafelouder | None) -> str:
    if ouder is None:
        return ""
    return " (gezag niet bekend)" if ouder.gezag_onbekend else " (geen gezag)"
