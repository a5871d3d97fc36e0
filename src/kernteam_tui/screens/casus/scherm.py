"""The casus: a header that says where it stands, and seven tabs."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, NotitieSoort
from kernteam_tui.domain.datumtekst import dag_kort_op
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.casus.afsluiten import AfsluitenTab
from kernteam_tui.screens.casus.delen import DelenTab
from kernteam_tui.screens.casus.gesprekken import GesprekkenTab
from kernteam_tui.screens.casus.gezin import GezinTab
from kernteam_tui.screens.casus.gezinsplan import GezinsplanTab
from kernteam_tui.screens.casus.notities import NotitiesTab
from kernteam_tui.screens.casus.overzicht import NAAST_ELKAAR, OverzichtTab
from kernteam_tui.screens.casus.tabblad import Tabbalk, Tabblad
from kernteam_tui.screens.casus.wie import wie_zin
from kernteam_tui.screens.casus.woorden import kopdelen
from kernteam_tui.screens.register import bestaat
from kernteam_tui.services.casus import get_casus, open_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.notities import NotitieBeeld, start_notitie
from kernteam_tui.services.uitnodigingen import UitnodigingUitkomst, schrijf_uitnodigingen
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

BLADEN: tuple[type[Tabblad], ...] = (
    OverzichtTab,
    GezinTab,
    GesprekkenTab,
    NotitiesTab,
    GezinsplanTab,
    DelenTab,
    AfsluitenTab,
)
NAMEN = tuple(blad.NAAM for blad in BLADEN)
GESPREK_VASTLEGGEN = "gesprek_vastleggen"


class CasusScreen(KernteamScreen):
    """Enter on a casus. `tab` is the name of a tab; `nieuw` right after the aanmelding."""

    NAAM = "casus"
    TITEL = "Casus"
    UITLEG = (
        "Alles van één casus. Met 1 tot en met 7, of met ← en →, ga je van tabblad naar tabblad. "
        "Onderaan staat wat je op dit tabblad kunt doen."
    )
    CSS_PATH = stijl("casus")
    OPDRACHTEN = (
        Opdracht("notitie", "k", "notitie", "Een notitie schrijven", "notitie"),
        Opdracht("startgesprek", "s", "startgesprek", "Het startgesprek plannen of openen", "startgesprek"),
        Opdracht("bladzijde", "b", "bladzijde", "De bladzijde voor ouders maken", "bladzijde"),
        Opdracht("volgend_blad", "right", "volgend blad", "Naar het volgende tabblad", in_voet=False),
        Opdracht("vorig_blad", "left", "vorig blad", "Naar het vorige tabblad", in_voet=False),
    )
    BINDINGS = [
        Binding("right", "volgend_blad", show=False, priority=True),
        Binding("left", "vorig_blad", show=False, priority=True),
        *(
            Binding(str(nummer), f"blad('{naam}')", show=False, id=f"blad_{naam}")
            for nummer, naam in enumerate(NAMEN, 1)
        ),
    ]

    def __init__(self, casus_id: str, tab: str = "overzicht", nieuw: bool = False) -> None:
        super().__init__(casus_id=casus_id, tab=tab if tab in NAMEN else NAMEN[0], nieuw=nieuw)
        self.casus: CasusBeeld | None = None

    @property
    def tab(self) -> str:
        """Name of the open tab."""
        return str(self.argumenten["tab"])

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="casus-kop")
        yield Tabbalk([(blad.NAAM, blad.TITEL) for blad in BLADEN], id="tabbalk")
        yield Tekst(id="nieuw", classes="goed")
        yield Container(id="bladen")

    # --- loading -----------------------------------------------------------------------

    def laad(self) -> None:
        self.query_one("#nieuw").display = False
        self.lees(open_casus, self.argumenten["casus_id"], bij_klaar=self._geopend, groep="casus")

    def ververs(self) -> None:
        self.lees(get_casus, self.argumenten["casus_id"], bij_klaar=self.toon_casus, groep="casus")

    async def _toon_blad(self) -> None:
        """Mount the open tab where it is not there yet; show it and no other."""
        if self.casus is None or not self.is_attached:
            return
        klasse = BLADEN[NAMEN.index(self.tab)]
        if not self.query(klasse):
            await self.query_one("#bladen").mount(klasse(self.casus))
        for blad in self.query(Tabblad):
            blad.display = self.tab == blad.NAAM
        self.query_one("#tabbalk", Tabbalk).open_tab = self.tab
        self.toon_voet()
        self.blad.begin()
        self.pas_plek_toe()

    def _geopend(self, casus: CasusBeeld) -> None:
        self.toon_casus(casus)
        self.call_later(self._toon_blad)

    def toon_casus(self, casus: CasusBeeld) -> None:
        """Show this; called with what a write gave back."""
        self.casus = casus
        self.kop(onderwerp=f"{casus.nummer} {casus.naam}")
        delen = kopdelen(casus, self.kernteam.klok.vandaag(), self.size.width >= NAAST_ELKAAR)
        eerste = Content.styled(delen[0], "bold $warning" if casus.spoed else "bold")
        self.query_one("#casus-kop", Tekst).update(
            Content(" · ").join([eerste, *(Content(deel) for deel in delen[1:])])
        )
        self._toon_termijnen(casus)
        for blad in self.query(Tabblad):
            blad.toon(casus)
        self.toon_voet()

    def _toon_termijnen(self, casus: CasusBeeld) -> None:
        """Right after the aanmelding, until the startgesprek is planned."""
        start, kennis = casus.termijnen.startgesprek_uiterlijk, casus.termijnen.kennismaking_uiterlijk
        vandaag = self.kernteam.klok.vandaag()
        regel = self.query_one("#nieuw", Tekst)
        regel.display = bool(self.argumenten["nieuw"]) and not casus.gesprekken
        regel.update(
            f"Aangemeld. {wie_zin(casus)}Startgesprek uiterlijk {dag_kort_op(start, vandaag)}, "
            f"kennismaking aanbieden uiterlijk {dag_kort_op(kennis, vandaag)}. "
            "Druk op s om het startgesprek te plannen."
        )

    def toon_voet(self) -> None:
        """The commands in the footer follow the tab and what is marked on it."""
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    # --- commands ----------------------------------------------------------------------

    @property
    def blad(self) -> Tabblad:
        """The open tab."""
        return self.query_one(f"#blad-{self.tab}", Tabblad)

    def eigen_opdrachten(self) -> list[Opdracht]:
        """Those of the open tab first."""
        eigen = [op for op in super().eigen_opdrachten() if self._past(op)]
        if not self.query(f"#blad-{self.tab}"):
            return eigen
        return [*self.blad.opdrachten(), *eigen]

    def _past(self, opdracht: Opdracht) -> bool:
        if opdracht.scherm and not bestaat(opdracht.scherm):
            return False
        if opdracht.id == "startgesprek":
            return self.casus is not None and self.casus.afsluiting is None and not self._gehad()
        if opdracht.id == "bladzijde":
            return self.casus is not None and self.casus.plan_begonnen
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if any(op.id == action for op in self.OPDRACHTEN):
            return any(op.id == action and self._past(op) for op in self.OPDRACHTEN)
        return super().check_action(action, parameters)

    async def voer_uit(self, opdracht_id: str) -> None:
        if self.query(f"#blad-{self.tab}") and any(op.id == opdracht_id for op in self.blad.opdrachten()):
            await self.blad.run_action(opdracht_id)
        else:
            await super().voer_uit(opdracht_id)

    @on(Tabbalk.Gekozen)
    async def _tab_gekozen(self, event: Tabbalk.Gekozen) -> None:
        await self.action_blad(event.naam)

    async def action_blad(self, naam: str) -> None:
        """Open that tab."""
        self.argumenten["tab"] = naam
        await self._toon_blad()

    async def action_volgend_blad(self) -> None:
        await self.action_blad(NAMEN[(NAMEN.index(self.tab) + 1) % len(NAMEN)])

    async def action_vorig_blad(self) -> None:
        await self.action_blad(NAMEN[NAMEN.index(self.tab) - 1])

    def action_notitie(self) -> None:
        self.kies(
            "Wat voor notitie?",
            [(soort.label, soort) for soort in NotitieSoort],
            lambda soort: self.doe(
                start_notitie, self.argumenten["casus_id"], soort, bij_klaar=self._open_notitie
            ),
        )

    def _open_notitie(self, notitie: NotitieBeeld) -> None:
        self.open("notitie", notitie_id=notitie.id)

    def action_startgesprek(self) -> None:
        self.open("startgesprek", casus_id=self.argumenten["casus_id"])

    def action_bladzijde(self) -> None:
        self.open("bladzijde", casus_id=self.argumenten["casus_id"])

    def _gehad(self) -> bool:
        return bool(self._gesprek(GesprekSoort.STARTGESPREK, (GesprekStaat.GEHOUDEN,)))

    def _gesprek(self, soort: GesprekSoort, staten: tuple[GesprekStaat, ...]) -> str:
        """Id of the first talk of this kind in one of these states; empty when there is none."""
        gesprekken = self.casus.gesprekken if self.casus else ()
        return next((g.id for g in gesprekken if g.soort is soort and g.staat in staten), "")

    def pak_aan(self, signaal: Signaal) -> None:
        """Go to where a signal can be cleared."""
        if signaal.regel == GESPREK_VASTLEGGEN:
            self.call_later(self.action_blad, "gesprekken")
        elif signaal.doel == GESPREK_VASTLEGGEN:
            self.open(GESPREK_VASTLEGGEN, gesprek_id=signaal.over_id)
        elif signaal.doel == "planevaluatie":
            self.open("planevaluatie", casus_id=self.argumenten["casus_id"])
        elif signaal.doel in NAMEN:
            self.call_later(self.action_blad, signaal.doel)
        elif signaal.doel == "startgesprek" and bestaat("startgesprek"):
            self.action_startgesprek()
        elif bestaat("casus_wijzigen"):
            self.open("casus_wijzigen", casus_id=self.argumenten["casus_id"])

    def toon_uitnodigingen(self, gesprek_id: str) -> None:
        """The files to send after a change to a talk."""
        if bestaat("uitnodigingen"):
            self.open("uitnodigingen", gesprek_id=gesprek_id, schrijf=True)
        else:
            self.doe(schrijf_uitnodigingen, gesprek_id, bij_klaar=self._meld_uitnodigingen)

    def _meld_uitnodigingen(self, uitkomst: UitnodigingUitkomst) -> None:
        namen = ", ".join(bestand.pad.name for bestand in uitkomst.bestanden)
        self.meld(f"{namen or 'Geen bestanden'}\n{uitkomst.telefoonregel}")
