"""Startgesprek: proposals within the week, each with why; or the one that stands planned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.codes import GesprekSoort, RedenLater
from kernteam_tui.domain.datumtekst import dag_kort, dag_van, moment_kort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gesprek_later import vraag_waarom_later
from kernteam_tui.screens.gesprek_woorden import genodigde_tekst
from kernteam_tui.screens.startgesprek import regels
from kernteam_tui.screens.startgesprek.gepland import GEPLAND, GeplandScreen
from kernteam_tui.screens.startgesprek.keuzes import Keuzes, sleutel
from kernteam_tui.screens.startgesprek.regels import Kolommen, zonder_overlap
from kernteam_tui.screens.startgesprek.wie import WieDialoog
from kernteam_tui.services.genodigden import (
    GenodigdeBeeld,
    Genodigden,
    GesprekBegin,
    begin_gesprek,
    get_genodigden,
)
from kernteam_tui.services.gesprekken import (
    GesprekBeeld,
    GesprekGegevens,
    Uitstel,
    get_gesprek,
    plan_gesprek,
    verzet_gesprek,
)
from kernteam_tui.services.startgesprek import Moment, StartgesprekBeeld, get_voorstellen
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

_PLANNEN = (
    Opdracht("kies_moment", "enter", "plannen", "Het gesprek plannen op het gekozen moment"),
    Opdracht("kies_wie", "w", "wie erbij", "Kiezen wie je uitnodigt"),
    Opdracht("zonder", "z", "zonder iemand", "Plannen zonder iemand die erbij moet, met een reden"),
    Opdracht("later", "l", "later", "Verder kijken dan de afgesproken week, met een reden"),
    Opdracht("eigen_moment", "e", "eigen moment", "Zelf een dag, tijd en plek kiezen"),
)
_VERZETTEN = (
    Opdracht("kies_moment", "enter", "verzetten", "Het gesprek verzetten naar het gekozen moment"),
    *(opdracht for opdracht in _PLANNEN if opdracht.id in ("kies_wie", "later", "eigen_moment")),
)
"""Who comes is as it was until another is chosen."""
LABEL_BREED = 12
"""Cells for the labels above the moments."""
_KIEZEN = Opdracht("kies_moment", "enter", "kiezen", "Doen wat gekozen is")


class StartgesprekScreen(GeplandScreen):
    """Plans the startgesprek of a casus; with `gesprek_id` moves that talk."""

    NAAM = "startgesprek"
    TITEL = "Startgesprek plannen"
    UITLEG = (
        "De momenten staan op volgorde: het beste bovenaan. Onder de lijst staat waarom. Past er niets, "
        "kies dan een eigen moment, plan zonder iemand of kijk verder dan een week."
    )
    CSS_PATH = stijl("startgesprek")
    OPDRACHTEN = (*_PLANNEN, *GEPLAND)

    def __init__(self, casus_id: str, gesprek_id: str = "", alles: bool = False) -> None:
        """`alles`: also the proposals that overlap another one."""
        super().__init__(casus_id=casus_id, gesprek_id=gesprek_id, alles=alles)
        self._momenten: list[Moment] = []
        self._beeld: StartgesprekBeeld | None = None
        self._nu: Genodigden | None = None
        """Who is invited to the talk that moves."""
        self._keuzes = Keuzes()

    def inhoud(self) -> ComposeResult:
        yield Feiten(id="vooraf", breed=LABEL_BREED)
        yield Tekst(id="koppen", classes="zacht")
        yield Optielijst(id="momenten")
        yield Tekst(id="uitleg")

    @property
    def gesprek_id(self) -> str:
        """The talk that is being moved; empty while planning."""
        return str(self.argumenten["gesprek_id"] or "")

    # --- loading ---------------------------------------------------------------------------

    def laad(self) -> None:
        self.lees(
            self.kernteam.concepten.load_concept,
            sleutel(self.casus_id),
            bij_klaar=self._met_keuzes,
            groep="keuzes",
        )

    def _met_keuzes(self, concept: dict[str, Any] | None) -> None:
        self._keuzes = Keuzes.uit_concept(concept)
        self._zoek()

    def _zoek(self) -> None:
        self.lees(
            get_voorstellen,
            self.casus_id,
            later=bool(self._keuzes.reden_later),
            zonder=self._keuzes.redenen_zonder,
            behalve=self.gesprek_id,
            bij_klaar=self._gevonden,
        )

    def _gevonden(self, beeld: StartgesprekBeeld) -> None:
        self._beeld = beeld
        if beeld.gepland and not self.gesprek_id:
            self.lees(get_gesprek, beeld.gepland, bij_klaar=self._toon_gepland)
            return
        self._gesprek = None
        if self.gesprek_id and self._nu is None:
            self.lees(get_genodigden, self.gesprek_id, bij_klaar=self._met_genodigden)
        self._toon_voorstellen(beeld)

    def _met_genodigden(self, nu: Genodigden) -> None:
        self._nu = nu

    # --- showing ---------------------------------------------------------------------------

    def _toon_voorstellen(self, beeld: StartgesprekBeeld) -> None:
        titel = "Startgesprek verzetten" if self.gesprek_id else self.TITEL
        self.kop(titel=titel, onderwerp=f"{beeld.casus} {beeld.jongere}")
        self.query_one("#vooraf", Feiten).zet(regels.vooraf(beeld, self._keuzes))
        self._vul(beeld)

    def _vul(self, beeld: StartgesprekBeeld) -> None:
        self._momenten = list(beeld.momenten) if self.argumenten["alles"] else zonder_overlap(beeld.momenten)
        kolommen = Kolommen(beeld, max(40, self.query_one("#momenten").size.width - 3))
        opties = [
            Option(kolommen.regel(moment), id=f"moment-{nummer}")
            for nummer, moment in enumerate(self._momenten)
        ]
        koppen = Content(kolommen.kop()) if opties else regels.waarom_niet(beeld)
        self.query_one("#koppen", Tekst).update(koppen)
        self._toon_opties([*opties, *self._anders(beeld)])

    def _anders(self, beeld: StartgesprekBeeld) -> list[Option]:
        """What can be done besides taking a proposal."""
        anders = []
        meer = len(beeld.momenten) - len(self._momenten)
        if meer:
            anders.append(Option(Content(f"nog {meer} momenten tonen …"), id="alles"))
        anders.append(Option(Content("eigen moment kiezen …"), id="eigen_moment"))
        if not beeld.momenten and beeld.vereisten and not self.gesprek_id:
            anders.append(Option(Content("plannen zonder iemand die erbij moet …"), id="zonder"))
        if not beeld.momenten and not beeld.te_laat:
            anders.append(Option(Content("verder kijken dan een week …"), id="later"))
        return anders

    def _toon_gepland(self, gesprek: GesprekBeeld) -> None:
        self._gesprek = gesprek
        self.kop(titel="Startgesprek", onderwerp=f"{gesprek.casus} {gesprek.jongere}  ·  staat gepland")
        self.query_one("#vooraf", Feiten).zet(regels.gepland(gesprek))
        self.query_one("#koppen", Tekst).update("Wat wil je doen?")
        self._toon_opties([Option(Content(op.uitleg), id=op.id) for op in self.bij_gepland(gesprek)])

    def _toon_opties(self, opties: Sequence[Option]) -> None:
        lijst = self.query_one("#momenten", OptionList)
        oud = lijst.highlighted or 0
        lijst.set_options(opties)
        lijst.highlighted = min(oud, len(opties) - 1)
        self.query_one("#uitleg", Tekst).update(self._uitleg())
        self.query_one(Voet).toon(self.voetopdrachten())
        if self.focused is None:
            lijst.focus()

    def on_resize(self, _: events.Resize) -> None:
        if self._beeld is not None and self._gesprek is None:
            self._vul(self._beeld)

    def _moment(self) -> Moment | None:
        """The proposal under the cursor."""
        nummer = self.query_one("#momenten", OptionList).highlighted
        momenten = self._momenten if self._gesprek is None else []
        return momenten[nummer] if nummer is not None and nummer < len(momenten) else None

    @on(OptionList.OptionHighlighted)
    def _gemarkeerd(self) -> None:
        self.query_one("#uitleg", Tekst).update(self._uitleg())

    def _uitleg(self) -> str:
        moment = self._moment()
        if moment is None:
            return ""
        zonder = f"\nNiet uitgenodigd op jouw verzoek: {len(self._keuzes.af)}." if self._keuzes.af else ""
        bij = f"\nOok uitgenodigd op jouw verzoek: {len(self._keuzes.bij)}." if self._keuzes.bij else ""
        return moment.uitleg + zonder + bij

    # --- commands --------------------------------------------------------------------------

    def eigen_opdrachten(self) -> list[Opdracht]:
        if self._beeld is None:
            return []
        if self._gesprek is not None:
            return [_KIEZEN, *self.bij_gepland(self._gesprek)]
        return list(_VERZETTEN if self.gesprek_id else _PLANNEN)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        eigen = {op.id for op in self.OPDRACHTEN}
        if action in eigen and action not in {op.id for op in self.eigen_opdrachten()}:
            return False
        return super().check_action(action, parameters)

    @on(OptionList.OptionSelected)
    async def _gekozen(self, event: OptionList.OptionSelected) -> None:
        moment = self._moment()
        if moment is not None:
            self._kies(moment)
        elif event.option_id:
            await self.run_action(f"screen.{event.option_id}")

    def action_kies_moment(self) -> None:
        """Enter, also from the footer."""
        self.query_one("#momenten", OptionList).action_select()

    def action_alles(self) -> None:
        self.argumenten["alles"] = True
        if self._beeld is not None:
            self._vul(self._beeld)

    def action_eigen_moment(self) -> None:
        self.vervang(
            "gesprek_plannen",
            casus_id=self.casus_id,
            soort=GesprekSoort.STARTGESPREK.value,
            gesprek_id=self.gesprek_id,
        )

    def action_later(self) -> None:
        if self._keuzes.reden_later:
            self._keuzes.reden_later = self._keuzes.keuze_later = ""
            self._bewaar_keuzes()
            return
        vraag_waarom_later(
            self, "Waarom kan het niet binnen een week?", f"{sleutel(self.casus_id)}:later", self._zet_later
        )

    def _zet_later(self, keuze: RedenLater, reden: str) -> None:
        self._keuzes.zet_later(keuze, reden)
        self._bewaar_keuzes()

    def action_zonder(self) -> None:
        if self._beeld is None:
            return
        eisen = [(f"zonder {naam}", (wie, naam)) for wie, naam in self._beeld.vereisten]
        terug = [(f"toch met {naam}", (wie, "")) for wie, (naam, _) in self._keuzes.zonder.items()]
        if not eisen and not terug:
            self.meld("Er is niemand die je kunt missen: alleen jij en een ouder moeten erbij zijn.")
            return
        self.kies("Plannen zonder iemand", [*eisen, *terug], self._zonder)

    def _zonder(self, keuze: tuple[str, str]) -> None:
        wie, naam = keuze
        if not naam:
            del self._keuzes.zonder[wie]
            self._bewaar_keuzes()
            return
        self.vraag_reden(
            f"Zonder {naam}",
            f"Waarom kan het gesprek zonder {naam}?",
            partial(self._zet_zonder, wie, naam),
            sleutel=f"{sleutel(self.casus_id)}:zonder",
        )

    def _zet_zonder(self, wie: str, naam: str, reden: str) -> None:
        self._keuzes.zonder[wie] = (naam, reden)
        self._bewaar_keuzes()

    def action_kies_wie(self) -> None:
        if self._nu is not None:
            titel = "Wie komt er op het nieuwe moment?"
            self._vraag_wie(titel, self._nu.wie, self._nu.mogelijk)
        else:
            self.lees(begin_gesprek, self.casus_id, GesprekSoort.STARTGESPREK, bij_klaar=self._vraag_wie_bij)

    def _vraag_wie_bij(self, begin: GesprekBegin) -> None:
        moment = self._moment()
        titel = f"Wie nodig je uit voor {moment_kort(moment.start)}?" if moment else "Wie nodig je uit?"
        self._vraag_wie(titel, moment.wie if moment is not None else begin.standaard, begin.mogelijk)

    def _vraag_wie(self, titel: str, voorgesteld: Sequence[str], mogelijk: Sequence[GenodigdeBeeld]) -> None:
        opties = [(genodigde_tekst(wie), wie.id) for wie in mogelijk]

        def na(gekozen: list[str] | None) -> None:
            if gekozen is not None:
                self._keuzes.kies_wie(voorgesteld, gekozen)
                self._bewaar_keuzes()

        self.app.push_screen(WieDialoog(titel, opties, self._keuzes.wie(voorgesteld)), na)

    def _bewaar_keuzes(self) -> None:
        self.doe(
            self.kernteam.concepten.save_concept,
            sleutel(self.casus_id),
            self._keuzes.als_concept(),
            bij_klaar=lambda _: self._zoek(),
        )

    # --- planning and moving ---------------------------------------------------------------

    def _kies(self, moment: Moment) -> None:
        beeld = self._beeld
        if beeld is None:
            return
        te_laat = dag_van(moment.start) > beeld.uiterlijk
        if te_laat and not self._keuzes.reden_later:
            vraag_waarom_later(
                self,
                f"Dit is na {dag_kort(beeld.uiterlijk)}. Waarom kon het niet eerder?",
                f"{sleutel(self.casus_id)}:later",
                partial(self._kies_met_reden, moment),
            )
        elif self.gesprek_id and te_laat:
            self._verzet(moment, self._keuzes.uitstel, self._keuzes.reden_later)
        elif self.gesprek_id:
            self.vraag_reden(
                "Verzetten",
                f"Waarom verzet je het gesprek naar {moment_kort(moment.start)}?",
                partial(self._verzet, moment, None),
                sleutel=f"verzetten:{self.gesprek_id}",
            )
        else:
            self._plan(moment, self._keuzes.uitstel if te_laat else None)

    def _kies_met_reden(self, moment: Moment, keuze: RedenLater, reden: str) -> None:
        if self.gesprek_id:
            self._verzet(moment, Uitstel(keuze, None, reden), reden)
        else:
            self._plan(moment, Uitstel(keuze, None, reden))

    def _plan(self, moment: Moment, uitstel: Uitstel | None) -> None:
        gegevens = GesprekGegevens(
            GesprekSoort.STARTGESPREK,
            moment.start,
            moment.minuten,
            moment.plek,
            self._keuzes.wie(moment.wie),
            zonder=self._keuzes.zonder_tekst,
            reden_te_laat=uitstel.reden if uitstel else "",
            keuze=uitstel.keuze if uitstel else None,
        )
        self.rondt_af(sleutel(self.casus_id))
        self.doe(plan_gesprek, self.casus_id, gegevens, bij_klaar=self._geregeld)

    def _verzet(self, moment: Moment, uitstel: Uitstel | None, reden: str) -> None:
        self.rondt_af(sleutel(self.casus_id))
        self.doe(
            verzet_gesprek,
            self.gesprek_id,
            moment.start,
            reden,
            moment.plek,
            wie=self._keuzes.wie(self._nu.wie) if self._nu is not None else None,
            uitstel=uitstel,
            bij_klaar=self._geregeld,
        )

    def _geregeld(self, gesprek: GesprekBeeld) -> None:
        self.vervang("uitnodigingen", gesprek_id=gesprek.id, schrijf=True)
