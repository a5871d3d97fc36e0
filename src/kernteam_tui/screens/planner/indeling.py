"""A plan for all open startgesprekken of a week: looked at, ticked off, and only then kept."""

from __future__ import annotations

import time
from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.planner.planregels import Planregel, planregels, regel_tekst, samenvatting, uitleg
from kernteam_tui.screens.planner.scherm import PlannerScreen
from kernteam_tui.screens.planner.woorden import gemaakt_zin, week_titel
from kernteam_tui.services.gesprekken import GesprekBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekplanner import Plaats, Plaatssoort, Weekplan, maak_plan, neem_plan_aan
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst
from kernteam_tui.widgets.voet import Voet

NA = 1.0
"""Seconds after which it is said that the plan is still being made."""
LEEG = "Er is deze week geen startgesprek om in te delen."
NIETS = "Dit plan verandert niets: er is niets om aan te nemen."


class IndelingScreen(KernteamScreen):
    """`af`: casussen that are ticked off; `schuif`: talks that may move. Both with commas between."""

    NAAM = "indeling"
    TITEL = "Alles indelen"
    UITLEG = (
        "Een plan voor alle startgesprekken tegelijk. Er is nog niets bewaard: spatie vinkt een regel uit, "
        "Enter neemt aan wat is aangevinkt. Wat al gepland staat blijft staan, tenzij iemand die erbij moet "
        "niet meer kan. Met v mag een gesprek schuiven als het daar beter van wordt."
    )
    CSS_PATH = stijl("planner")
    OPDRACHTEN = (
        Opdracht("aannemen", "enter", "aannemen", "Bewaren wat is aangevinkt"),
        Opdracht("wissel", "space", "aan of uit", "Deze regel wel of niet aannemen"),
        Opdracht(
            "schuiven",
            "v",
            "mag schuiven",
            "Dit gesprek mag wel of niet schuiven; het plan wordt opnieuw gemaakt",
        ),
        Opdracht("momenten", "m", "momenten", "Alle momenten voor dit startgesprek", "startgesprek"),
    )
    AUTO_FOCUS = "#indeling-lijst"

    def __init__(self, maandag: str, school_id: str = "", af: str = "", schuif: str = "") -> None:
        super().__init__(maandag=maandag, school_id=school_id, af=af, schuif=schuif)
        self._plan: Weekplan | None = None
        self._sinds = 0.0
        self._tik: Timer | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="indeling-kop")
        yield Lijst[Planregel](regel_tekst, id="indeling-lijst")
        yield Tekst(id="indeling-uitleg")

    def eigen_opdrachten(self) -> list[Opdracht]:
        plan = self._plan
        leeg = plan is not None and not plan.plaatsen and not plan.niet
        return [] if leeg else super().eigen_opdrachten()

    # --- making the plan --------------------------------------------------------------------

    def laad(self) -> None:
        self.kop(onderwerp=week_titel(self.maandag))
        self._plan = None
        self._lijst.zet_leeg("")
        self._lijst.vul([])
        self._sinds = time.monotonic()
        self._stop_tik()
        self._tik = self.set_interval(NA, self._zeg_bezig)
        self.lees(
            _maak_plan,
            self.maandag,
            self.school_id or None,
            schuif=self._verzameling("schuif"),
            bij_klaar=self._toon,
        )
        self.call_after_refresh(self._gereed_zonder_plan)

    def _gereed_zonder_plan(self) -> None:
        """Keys do not wait for the plan: an Enter pressed before it is seen must not accept it."""
        self.laadt = False

    def _stop_tik(self) -> None:
        if self._tik is not None:
            self._tik.stop()
            self._tik = None

    def _zeg_bezig(self) -> None:
        seconden = int(time.monotonic() - self._sinds)
        self._zet("kop", Content.styled(f"Het plan wordt gemaakt … {seconden} s. Esc gaat terug.", ZACHT))

    @property
    def maandag(self) -> date:
        """The Monday of the week."""
        return date.fromisoformat(str(self.argumenten["maandag"]))

    @property
    def school_id(self) -> str:
        """The school; empty for all."""
        return str(self.argumenten["school_id"] or "")

    def _verzameling(self, naam: str) -> frozenset[str]:
        return frozenset(deel for deel in str(self.argumenten[naam] or "").split(",") if deel)

    # --- showing ------------------------------------------------------------------------------

    def _toon(self, plan: Weekplan | KernteamError) -> None:
        self._stop_tik()
        if isinstance(plan, KernteamError):
            self._zet("kop", Content("Er is geen plan. Esc gaat terug."))
            self.toon_fout(plan)
            return
        self._plan = plan
        self._lijst.zet_leeg(LEEG)
        self._vul()

    def _vul(self) -> None:
        plan = self._plan
        if plan is None:
            return
        regels = planregels(plan, self._verzameling("af"), self._verzameling("schuif"))
        self._lijst.vul([(regel.sleutel, regel) for regel in regels])
        self._zet("kop", samenvatting(plan))
        self._toon_uitleg()

    @on(Lijst.Gemarkeerd)
    def _toon_uitleg(self) -> None:
        """Why this line is as it is, and what Enter will do."""
        plan, regel = self._plan, self._lijst.item
        waarom = Content.styled(uitleg(regel) if regel is not None else "", ZACHT)
        if plan is None or not plan.verandert:
            self._zet("uitleg", waarom)
        else:
            aan, alle = len(self._gekozen()), len(plan.verandert)
            hoeveel = f"alle {alle}" if aan == alle and alle > 1 else f"{aan} van de {alle}"
            zin = f"neemt {hoeveel} aan. Er is nog niets bewaard."
            self._zet("uitleg", Content.assemble(("Enter ", "bold $primary"), zin, "\n") + waarom)
        self.query_one(Voet).toon(self.voetopdrachten())

    def _zet(self, deel: str, tekst: Content) -> None:
        self.query_one(f"#indeling-{deel}", Tekst).update(tekst)

    @property
    def _lijst(self) -> Lijst[Planregel]:
        return self.query_one("#indeling-lijst", Lijst)

    # --- ticking --------------------------------------------------------------------------------

    def action_wissel(self) -> None:
        regel = self._lijst.item
        if regel is None or not regel.verandert:
            return
        self.argumenten["af"] = ",".join(sorted(self._verzameling("af") ^ {regel.sleutel}))
        self._vul()

    def action_schuiven(self) -> None:
        """Plan again with this talk free to move, or fixed again."""
        plaats = self._lijst.item.plaats if self._lijst.item is not None else None
        if plaats is None or not plaats.gesprek_id:
            self.meld("Dit kan bij een gesprek dat al gepland staat.")
            return
        self.argumenten["schuif"] = ",".join(sorted(self._verzameling("schuif") ^ {plaats.gesprek_id}))
        self.laad()

    def action_momenten(self) -> None:
        if self._lijst.item is not None:
            self.open("startgesprek", casus_id=self._lijst.item.sleutel)

    # --- accepting ------------------------------------------------------------------------------

    def _gekozen(self) -> tuple[Plaats, ...]:
        af = self._verzameling("af")
        return tuple(plaats for plaats in self._verandert() if plaats.casus_id not in af)

    def _verandert(self) -> tuple[Plaats, ...]:
        return self._plan.verandert if self._plan is not None else ()

    @on(Lijst.Gekozen)
    def action_aannemen(self) -> None:
        gekozen = self._gekozen()
        if self._plan is None:
            self.meld("Het plan is er nog niet.")
        elif not gekozen:
            self.meld(
                "Er is niets aangevinkt. Spatie vinkt een regel aan." if self._plan.verandert else NIETS
            )
        elif verzet := sum(plaats.soort is Plaatssoort.VERSCHUIFT for plaats in gekozen):
            welk = "dit gesprek" if verzet == 1 else f"deze {verzet} gesprekken"
            self.vraag_reden(
                "Verzetten",
                f"Waarom verzet je {welk}?",
                partial(self._neem_aan, gekozen),
                sleutel="indeling:verzetten",
            )
        else:
            self._neem_aan(gekozen, "")

    def _neem_aan(self, gekozen: tuple[Plaats, ...], reden: str) -> None:
        nieuw = sum(plaats.soort is Plaatssoort.NIEUW for plaats in gekozen)
        self.doe(
            neem_plan_aan,
            gekozen,
            reden,
            laat=tuple(plaats for plaats in self._verandert() if plaats not in gekozen),
            bij_klaar=self._aangenomen,
            bij_fout=self._opnieuw,
            ongedaan=gemaakt_zin(nieuw, len(gekozen) - nieuw),
        )

    def _aangenomen(self, gesprekken: tuple[GesprekBeeld, ...]) -> None:
        self.kernteam.terug()
        scherm = self.app.screen
        if isinstance(scherm, PlannerScreen):
            scherm.gemaakt(gesprekken)

    def _opnieuw(self, fout: KernteamError) -> None:
        self.toon_fout(fout)
        self.laad()


def _maak_plan(
    sessie: Sessie, maandag: date, school_id: str | None, schuif: frozenset[str]
) -> Weekplan | KernteamError:
    """The plan; or why there is none, so that nobody waits for it."""
    try:
        return maak_plan(sessie, maandag, school_id, schuif=schuif)
    except KernteamError as fout:
        return fout
