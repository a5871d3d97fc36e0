"""The plan on the screen: reading it, showing it, and saving what is typed while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.datumtekst import dag_kaal
from kernteam_tui.domain.fouten import KernteamError, VerouderdeVersie
from kernteam_tui.domain.plancontrole import Controlepunt
from kernteam_tui.schil.opdrachten import TERUG, Opdracht
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.bewaarder import Bewaarder
from kernteam_tui.screens.gezinsplan.dialogen import BEIDE, Botsingdialoog, aantal_open
from kernteam_tui.screens.gezinsplan.naamveld import Naaminvoer
from kernteam_tui.screens.gezinsplan.onderdeel import OnderdeelVak
from kernteam_tui.screens.gezinsplan.onderdelenlijst import Onderdelenlijst
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud, Planschrijver
from kernteam_tui.services.gezinsplan import get_plan, open_plan
from kernteam_tui.services.planbeeld import OnderdeelBeeld, PlanBeeld
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

_IN_DE_LIJST, _IN_DE_TEKST = "schrijven", "volgend_onderdeel"
"""Commands that the footer names there only: in the list the arrow keys go on, in a text Enter is a line."""
_VAST = "vaststellen"
_VAN_WIE = {
    PlanVariant.GEZIN: "van het gezin",
    PlanVariant.JONGERE: "van de jongere",
    PlanVariant.GESCHEIDEN_OUDERS: "elke ouder apart",
}


class Planbasis(KernteamScreen):
    """Holds the plan as it was read last, and one open section that saves itself."""

    def __init__(self, casus_id: str, onderdeel: str = "") -> None:
        super().__init__(casus_id=casus_id, onderdeel=onderdeel)
        self._casus_id = casus_id
        self._schrijver = Planschrijver(casus_id)
        self._bewaarder: Bewaarder[Inhoud] = Bewaarder(
            self,
            self._inhoud_nu,
            self._schrijf_onderdeel,
            self._toon_staat,
            bij_bewaard=self._na_bewaren,
            bij_fout=self._bij_bewaarfout,
        )
        self._plan: PlanBeeld | None = None
        self._gezien = Inhoud("")
        """What stood in the open section when it was last looked at."""
        self._controle: tuple[Controlepunt, ...] = ()
        self._staat = ""

    # --- what is shown ------------------------------------------------------------------

    def inhoud(self) -> ComposeResult:
        with Horizontal(id="plan-kop"):
            yield Tekst(id="plan-versie", classes="zacht")
            yield Tekst(id="plan-staat", classes="zacht")
        with Horizontal(id="plan-vlak"):
            yield Onderdelenlijst(id="onderdelen")
            yield OnderdeelVak(id="onderdeel")

    def on_mount(self) -> None:
        self.query_one("#plan-vlak").visible = False

    def laad(self) -> None:
        """Read the plan; a plan that is older than what was written meanwhile is not shown."""
        self.lees(
            open_plan if self._plan is None else get_plan,
            self._casus_id,
            bij_klaar=partial(self._toon_gelezen, self._schrijver.keren),
            groep="plan",
        )
        self.lees(controleer, self._casus_id, bij_klaar=self._toon_controle)

    def ververs(self) -> None:
        if self._bewaar_of_meld():
            self.laad()

    def _toon_gelezen(self, keren: int, plan: PlanBeeld) -> None:
        self._getypt()  # a key pressed just now may still be on its way as a message
        if keren != self._schrijver.keren or self._bewaarder.vuil:
            return
        eerste = self._plan is None
        self._schrijver.begin_met(plan)
        sleutel = str(self.argumenten["onderdeel"] or "")
        if all(onderdeel.sleutel != sleutel for onderdeel in plan.onderdelen):
            sleutel = plan.onderdelen[0].sleutel
        self.argumenten["onderdeel"] = sleutel
        self._toon_plan(plan)
        self._toon_onderdeel(sleutel)
        if eerste:
            self.query_one("#plan-vlak").visible = True
            self._neem_onbewaarde_over()
            if self.focused is None:
                self.query_one("#onderdelen").focus()

    def _toon_nieuwste(self, keren: int, plan: PlanBeeld) -> None:
        if keren == self._schrijver.keren:
            self._toon_plan(plan)

    def _toon_plan(self, plan: PlanBeeld) -> None:
        """Header, signs and lists; not the texts."""
        self._plan = plan
        self.kop(onderwerp=f"{plan.casus} {plan.jongere}")
        self.query_one("#plan-versie", Tekst).update(_versieregel(plan), layout=False)
        sleutel = str(self.argumenten["onderdeel"])
        if all(onderdeel.sleutel != sleutel for onderdeel in plan.onderdelen):
            sleutel = plan.onderdelen[0].sleutel  # another variant or format does not have what was open
        self.query_one(Onderdelenlijst).toon(plan.onderdelen, sleutel)
        if self._vak.sleutel == sleutel:
            self._vak.toon_lijst(plan.onderdeel(sleutel), plan)
        elif self._vak.sleutel:
            self._toon_onderdeel(sleutel)

    def _toon_onderdeel(self, sleutel: str) -> None:
        if self._plan is None:
            return
        self.argumenten["onderdeel"] = sleutel
        self._vak.toon(self._plan.onderdeel(sleutel), self._schrijver.bewaarde(sleutel), self._plan)
        self._gezien = self._vak.inhoud
        self.query_one(Onderdelenlijst).markeer(sleutel)

    def _toon_controle(self, punten: tuple[Controlepunt, ...]) -> None:
        self._controle = punten
        self.query_one("#voet", Voet).toon(self.voetopdrachten())

    def voetopdrachten(self) -> list[Opdracht]:
        te_doen = aantal_open(self._controle)
        tekst = f"controle ({te_doen})" if te_doen else "controle"
        elders = _IN_DE_TEKST if self._in_de_lijst() else _IN_DE_LIJST
        return _terug_eerst(
            replace(op, tekst=tekst) if op.id == "controle" else op
            for op in super().voetopdrachten()
            if op.id != elders
        )

    def _in_de_lijst(self) -> bool:
        return isinstance(self.focused, Onderdelenlijst)

    def _toon_staat(self, tekst: str) -> None:
        """Asked at every key: only a text of another length is laid out anew."""
        if tekst != self._staat:
            anders = len(tekst) != len(self._staat)
            self._staat = tekst
            for regel in self.query("#plan-staat").results(Tekst):
                regel.update(tekst, layout=anders)

    @property
    def _vak(self) -> OnderdeelVak:
        return self.query_one(OnderdeelVak)

    # --- saving -------------------------------------------------------------------------

    def _inhoud_nu(self) -> Inhoud:
        return self._vak.inhoud

    def _schrijf_onderdeel(self, inhoud: Inhoud) -> int:
        return self._schrijver.schrijf_onderdeel(self.kernteam.sessie, inhoud)

    @on(OnderdeelVak.Gewijzigd)
    def _getypt(self) -> None:
        inhoud = self._vak.inhoud
        if self._plan is not None and inhoud != self._gezien:
            self._gezien = inhoud
            self._bewaarder.gewijzigd()

    def _na_bewaren(self, _revision: int) -> None:
        """Signs and checks follow what was saved; the texts stay as they are on the screen."""
        if self.is_attached and self.kernteam.is_open:
            na = partial(self._toon_nieuwste, self._schrijver.keren)
            self.lees(get_plan, self._casus_id, bij_klaar=na, groep="plan")
            self.lees(controleer, self._casus_id, bij_klaar=self._toon_controle)

    def bewaar_nu(self) -> None:
        self._getypt()  # a key pressed just now may still be on its way as a message
        self._bewaarder.nu()

    def onbewaard(self) -> tuple[Inhoud, Inhoud, int]:
        """What is typed, what was in the store before it, and the revision of that."""
        inhoud = self._vak.inhoud
        return inhoud, self._schrijver.bewaarde(inhoud.sleutel), self._schrijver.revision

    def _neem_onbewaarde_over(self) -> None:
        """Saving failed at locking: what was typed comes back, and meets the plan as it was then."""
        onbewaard = self.te_herstellen.niet_bewaard if self.te_herstellen is not None else None
        if onbewaard is None or self._plan is None:
            return
        inhoud, bewaard, revision = onbewaard
        self._toon_onderdeel(inhoud.sleutel)
        self._schrijver.ga_uit_van(revision, bewaard)
        self._vervang_tekst(inhoud)

    def _vervang_tekst(self, inhoud: Inhoud) -> None:
        if self._plan is not None:
            self._vak.toon(self._plan.onderdeel(inhoud.sleutel), inhoud, self._plan)
            self._gezien = self._vak.inhoud
            self._bewaarder.gewijzigd()

    def _bewaar_of_meld(self) -> bool:
        """Save now; False after telling why not."""
        try:
            self.bewaar_nu()
        except VerouderdeVersie:
            self._vraag_botsing()
        except KernteamError as fout:
            self.toon_fout(fout)
        else:
            return True
        return False

    def action_terug(self) -> None:
        if self._bewaar_of_meld():
            self.terug()

    # --- changing more than a text ---------------------------------------------------------

    def _wijzig(self, naam: str, functie: Callable[..., PlanBeeld], *args: Any, ongedaan: str) -> None:
        """Change the plan after what was typed is saved. `naam`: the same one twice runs once."""
        if self._bewaar_of_meld():
            self.doe(
                self._schrijver.wijzig,
                functie,
                *args,
                bij_klaar=self._na_wijziging,
                groep=naam,
                ongedaan=ongedaan,
            )

    def _na_wijziging(self, plan: PlanBeeld) -> None:
        self._toon_plan(plan)
        self.lees(controleer, self._casus_id, bij_klaar=self._toon_controle)

    @on(Naaminvoer.Kiezen)
    def _kies_naam(self, event: Naaminvoer.Kiezen) -> None:
        invoer = event.invoer

        def zet(naam: str) -> None:
            invoer.value = naam

        self.kies("Wiens woorden zijn dit?", [(naam, naam) for naam in invoer.namen], zet)

    # --- changed elsewhere --------------------------------------------------------------

    def _bij_bewaarfout(self, fout: Exception) -> bool:
        if isinstance(fout, VerouderdeVersie):
            self._vraag_botsing()
            return True
        return False

    def _vraag_botsing(self) -> None:
        self.lees(get_plan, self._casus_id, bij_klaar=self._toon_botsing, groep="botsing")

    def _toon_botsing(self, plan: PlanBeeld) -> None:
        eigen = self._vak.inhoud
        if self._plan is not None:
            plan = plan.met_onderdeel_van(self._plan, eigen.sleutel)
        onderdeel = plan.onderdeel(eigen.sleutel)
        ander = Inhoud.van(onderdeel)
        if ander in (eigen, self._schrijver.bewaarde(eigen.sleutel)):
            self._los_botsing_op(plan, eigen)  # another part of the plan was changed
            return

        def na(keus: str | None) -> None:
            if keus:
                self._los_botsing_op(plan, eigen.samen_met(ander) if keus == BEIDE else eigen)

        self.app.push_screen(self._botsing(eigen, ander, onderdeel), na)

    def _botsing(self, eigen: Inhoud, ander: Inhoud, onderdeel: OnderdeelBeeld) -> Botsingdialoog:
        """Both texts, as far as they may stand on this screen."""
        return Botsingdialoog(eigen, ander, onderdeel.velden)

    def _los_botsing_op(self, plan: PlanBeeld, inhoud: Inhoud) -> None:
        self._schrijver.begin_met(plan)
        self._toon_plan(plan)
        self._vervang_tekst(inhoud)

    # --- from section to section ----------------------------------------------------------

    @on(Onderdelenlijst.Gemarkeerd)
    def _gemarkeerd(self, event: Onderdelenlijst.Gemarkeerd) -> None:
        self._ga_naar_onderdeel(event.sleutel)

    @on(Onderdelenlijst.Gekozen)
    def _gekozen(self, event: Onderdelenlijst.Gekozen) -> None:
        if self._ga_naar_onderdeel(event.sleutel):
            self._vak.focus_eerste()

    def _ga_naar_onderdeel(self, sleutel: str) -> bool:
        if sleutel == self._vak.sleutel:
            return True
        if not self._bewaar_of_meld():
            self.query_one(Onderdelenlijst).markeer(self._vak.sleutel)
            return False
        self._toon_onderdeel(sleutel)
        return True


def _terug_eerst(opdrachten: Iterable[Opdracht]) -> list[Opdracht]:
    """To fix a version is rare: where the footer is narrow that one falls away, and not the way back."""
    rest = list(opdrachten)
    plaats = {op.id: nummer for nummer, op in enumerate(rest)}
    if _VAST in plaats and TERUG.id in plaats:
        rest.insert(plaats[TERUG.id], rest.pop(plaats[_VAST]))
    return rest


def _versieregel(plan: PlanBeeld) -> str:
    delen = [_VAN_WIE[plan.variant]]
    if plan.ook_van:
        delen.append(f"ook van {', '.join(plan.ook_van)}")
    if plan.gewijzigd or not plan.versie:
        delen.append(f"versie {plan.versie + 1} in bewerking")
    elif plan.vastgesteld_op is not None:
        dag = plan.vastgesteld_op
        delen.append(f"versie {plan.versie} vastgesteld op {dag_kaal(dag, plan.vandaag)}")
    return " · ".join(delen)
