"""Overzicht: what must be done and how, and the facts of the casus itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.codes import RedenLater
from kernteam_tui.domain.datumtekst import termijn_kort
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.domain.signalen.loop import is_gespreksactie
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.casus.wachten import gestart_tekst, kennismaking_tekst, startgesprek_tekst
from kernteam_tui.screens.casus.wie import wie_feiten, wie_mist
from kernteam_tui.screens.casus.woorden import dag, ja_nee, labels
from kernteam_tui.screens.gespreksacties import vink_af
from kernteam_tui.services.casus import wijzig_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.verzoeken import list_verklaringen
from kernteam_tui.services.zonder_ouders import (
    mag_ouders_niet,
    meld_ouders_geinformeerd,
    sluit_ouders_taak,
)
from kernteam_tui.widgets.feiten import Feit, Feiten
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst

REDEN_LATER = "kennismaking_reden"
OUDERS_NA_GESPREK = "ouders_na_gesprek"
EIGEN_SCHERM = frozenset({"leeftijden", "verzoeken", "wie_doet_wat", "gesprekcheck", "kennismaking"})
"""Places of a signal that are a screen of their own."""
WANNEER_BREED = 9
NAAST_ELKAAR = 100
"""Width from which the facts stand beside the signals (the breakpoint of KernteamScreen)."""


class OverzichtTab(Tabblad):
    """Signals on top (or at the left), the facts under them."""

    NAAM = "overzicht"
    TITEL = "Overzicht"
    OPDRACHTEN = (
        Opdracht("openen", "enter", "aanpakken", "Het gemarkeerde punt aanpakken"),
        Opdracht("afvinken", "x", "afvinken", "Afvinken wat bij een gesprek is afgesproken"),
        Opdracht("wijzigen", "w", "wijzigen", "De gegevens van deze casus wijzigen", "casus_wijzigen"),
        Opdracht("aangeboden", "a", "aangeboden", "Noteren dat de kennismaking vandaag is aangeboden"),
        Opdracht(
            "kennismaking",
            "m",
            "kennismaking",
            "Vastleggen hoe snel het moet, wat nu al kan, en het contact tot de start",
            "kennismaking",
        ),
        Opdracht("uitstel", "u", "later", "Vastleggen waarom het startgesprek later is", "uitstel"),
        Opdracht("reden_later", "r", "reden later", "Noteren waarom de kennismaking later was"),
        Opdracht(
            "geinformeerd", "i", "verteld", "Noteren dat de ouders het gesprek vandaag van je gehoord hebben"
        ),
        Opdracht(
            "wie_doet_wat",
            "d",
            "wie doet wat",
            "Wie pakt dit op, wie is regisseur, maatje en duo-partner",
            "wie_doet_wat",
        ),
        Opdracht(
            "leeftijden",
            "l",
            "leeftijden",
            "De verjaardagen waarop iets verandert, en het toekomstplan vanaf 16",
            "leeftijden",
        ),
    )
    BINDINGS: ClassVar = [
        Binding("pageup", "blader(-1)", "omhoog", show=False, priority=True),
        Binding("pagedown", "blader(1)", "omlaag", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        with Horizontal(id="overzicht-delen"):
            with Vertical(id="overzicht-doen"):
                yield Kopregel("Nu doen")
                yield Optielijst(id="signalen")
                yield Tekst(id="niets-te-doen", classes="zacht")
            with VerticalScroll(id="overzicht-feiten"):
                yield Kopregel("Afspraken over tijd", classes="eerste")
                yield Tekst(id="termijnen")
                yield Kopregel("Wie doet wat")
                yield Feiten(id="wie-doet-wat")
                yield Tekst(id="wie-mist", classes="waarschuwing")
                yield Kopregel("Aanmelding")
                yield Feiten(id="aanmelding")
                yield Kopregel("Begeleiding")
                yield Feiten(id="begeleiding")
                yield Kopregel("Eigen verklaring bij het dossier", id="verklaringen-kop")
                yield Feiten(id="verklaringen")

    _verklaringen: tuple[tuple[str, str], ...] = ()
    _verklaard: CasusBeeld | None = None
    """For which casus the statements were asked."""

    def begin(self) -> None:
        self.query_one("#signalen" if self.casus.signalen else "#overzicht-feiten").focus()

    def past(self, opdracht: Opdracht) -> bool:
        casus = self.casus
        if opdracht.id == "openen":
            return bool(casus.signalen)
        if opdracht.id == "geinformeerd":
            return self._ouders_taak() is not None
        if opdracht.id == "afvinken":
            return is_gespreksactie(self._signaal_hier())
        if opdracht.id == "leeftijden":
            return True
        if casus.afsluiting is not None:
            return False
        if opdracht.id == "aangeboden":
            return casus.kennismaking_aangeboden_op is None and casus.begeleiding_gestart is None
        if opdracht.id in ("kennismaking", "uitstel"):
            return casus.begeleiding_gestart is None
        if opdracht.id == "reden_later":
            return any(signaal.regel == REDEN_LATER for signaal in casus.signalen)
        return True

    # --- showing ---------------------------------------------------------------------

    def vul(self) -> None:
        casus, vandaag = self.casus, self.vandaag
        lijst = self.query_one("#signalen", OptionList)
        oud = lijst.highlighted
        lijst.clear_options()
        breed = self._breed()
        lijst.add_options([Option(_signaal(signaal, vandaag, breed)) for signaal in casus.signalen])
        lijst.display = bool(casus.signalen)
        if casus.signalen:
            lijst.highlighted = min(oud or 0, len(casus.signalen) - 1)
        niets = self.query_one("#niets-te-doen", Tekst)
        niets.display = not casus.signalen
        niets.update(_niets_te_doen(casus, vandaag))
        self.query_one("#termijnen", Tekst).update("\n".join(_termijnzinnen(casus, self.vandaag)))
        self.query_one("#wie-doet-wat", Feiten).zet(wie_feiten(casus))
        mist = wie_mist(casus)
        self.query_one("#wie-mist", Tekst).update(mist)
        self.query_one("#wie-mist", Tekst).display = bool(mist)
        self.query_one("#aanmelding", Feiten).zet(_aanmelding(casus, vandaag))
        self.query_one("#begeleiding", Feiten).zet(_begeleiding(casus, vandaag))
        self._toon_verklaringen(self._verklaringen)
        if self._verklaard is not casus:
            self._verklaard = casus
            self.scherm.lees(list_verklaringen, casus.id, bij_klaar=self._toon_verklaringen)

    def _toon_verklaringen(self, verklaringen: tuple[tuple[str, str], ...]) -> None:
        """The first line of each statement that somebody added (Jeugdwet 7.3.8 lid 2)."""
        if self.is_attached:
            self._verklaringen = verklaringen
            self.query_one("#verklaringen", Feiten).zet(verklaringen)
            self.query_one("#verklaringen-kop").display = bool(verklaringen)

    def _breed(self) -> int:
        """Cells for a line of the list; half the screen where the parts stand beside each other."""
        breed = self.app.size.width
        return (breed // 2 if breed >= NAAST_ELKAAR else breed) - 6

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual's signature
        self.vul()

    # --- commands ----------------------------------------------------------------------

    def action_blader(self, stap: int) -> None:
        self.query_one("#overzicht-feiten").scroll_relative(y=stap * 8, animate=False)

    @on(OptionList.OptionHighlighted, "#signalen")
    def _gemarkeerd(self) -> None:
        self.scherm.toon_voet()

    @on(OptionList.OptionSelected, "#signalen")
    def _gekozen(self) -> None:
        self.action_openen()

    def action_openen(self) -> None:
        signaal = self._signaal_hier()
        if signaal is None:
            return
        if signaal.doel in EIGEN_SCHERM:
            self._open_scherm(signaal)
        elif signaal.regel == OUDERS_NA_GESPREK:
            self.scherm.lees(mag_ouders_niet, self.casus.id, bij_klaar=self._vraag_ouders)
        elif signaal.regel == REDEN_LATER:
            self.action_reden_later()
        elif signaal.regel.startswith("kennismaking"):
            self.action_aangeboden()
        else:
            self.scherm.pak_aan(signaal)

    def _signaal_hier(self) -> Signaal | None:
        """The marked one."""
        nummer = self.query_one("#signalen", OptionList).highlighted
        return None if nummer is None or nummer >= len(self.casus.signalen) else self.casus.signalen[nummer]

    def _open_scherm(self, signaal: Signaal) -> None:
        if signaal.doel == "gesprekcheck":
            self.scherm.open("gesprekcheck", gesprek_id=signaal.over_id)
        elif signaal.doel == "leeftijden":
            self.scherm.open("leeftijden", casus_id=self.casus.id, jongere_id=signaal.over_id)
        else:
            self.scherm.open(signaal.doel, casus_id=self.casus.id)

    def action_afvinken(self) -> None:
        signaal = self._signaal_hier()
        if signaal is not None and is_gespreksactie(signaal):
            vink_af(self.scherm, signaal.over_id, self.scherm.ververs)

    def action_kennismaking(self) -> None:
        self.scherm.open("kennismaking", casus_id=self.casus.id)

    def action_uitstel(self) -> None:
        self.scherm.open("uitstel", casus_id=self.casus.id)

    def action_wie_doet_wat(self) -> None:
        self.scherm.open("wie_doet_wat", casus_id=self.casus.id)

    def action_leeftijden(self) -> None:
        self.scherm.open("leeftijden", casus_id=self.casus.id)

    # --- parents who were not there ------------------------------------------------------

    def _ouders_taak(self) -> Signaal | None:
        """The marked signal, where it asks to tell the parents of a talk."""
        signaal = self._signaal_hier()
        return signaal if signaal is not None and signaal.regel == OUDERS_NA_GESPREK else None

    def action_geinformeerd(self) -> None:
        taak = self._ouders_taak()
        if taak is not None:
            self.scherm.doe(
                meld_ouders_geinformeerd,
                self.casus.id,
                taak.over_id,
                bij_klaar=self.scherm.toon_casus,
                ongedaan="Genoteerd: de ouders weten het",
            )

    def _vraag_ouders(self, mag_niet: bool) -> None:
        if not self.is_attached or self._ouders_taak() is None:
            return
        keuzes = [("Vandaag verteld", True)]
        if mag_niet:
            keuzes.append(("De jongere (16+) wil dit niet …", False))
        self.scherm.kies("Weten de ouders van dit gesprek?", keuzes, self._ouders_gekozen)

    def _ouders_gekozen(self, verteld: bool) -> None:
        taak = self._ouders_taak()
        if verteld or taak is None:
            self.action_geinformeerd()
            return
        self.scherm.vraag_reden(
            "De ouders horen het niet",
            "Wat zei de jongere erover? Vanaf 16 beslist een jongere dit zelf.",
            lambda reden: self.scherm.doe(
                sluit_ouders_taak,
                self.casus.id,
                taak.over_id,
                reden,
                bij_klaar=self.scherm.toon_casus,
                ongedaan="Genoteerd: de ouders horen het niet",
            ),
            sleutel=f"ouders-niet:{taak.over_id}",
        )

    # --- the casus itself ----------------------------------------------------------------

    def action_wijzigen(self) -> None:
        self.scherm.open("casus_wijzigen", casus_id=self.casus.id)

    def action_aangeboden(self) -> None:
        self.scherm.kies(
            "Kennismaking aangeboden",
            [
                (f"Vandaag aangeboden, {dag(self.vandaag, self.vandaag)}", True),
                ("Op een andere dag …", False),
            ],
            self._noteer_aangeboden,
        )

    def _noteer_aangeboden(self, op_vandaag: bool) -> None:
        if op_vandaag:
            self._wijzig(
                "Genoteerd: kennismaking vandaag aangeboden", kennismaking_aangeboden_op=self.vandaag
            )
        else:
            self.action_wijzigen()

    def action_reden_later(self) -> None:
        self.scherm.kies(
            "Waarom was de kennismaking later dan vijf werkdagen?",
            [(reden.label, reden) for reden in RedenLater],
            lambda reden: self._wijzig("Reden genoteerd", kennismaking_reden_later=reden),
        )

    def _wijzig(self, wat: str, **waarden: Any) -> None:
        self.scherm.doe(
            wijzig_casus,
            self.casus.id,
            self.casus.revision,
            bij_klaar=self.scherm.toon_casus,
            ongedaan=wat,
            **waarden,
        )


def _signaal(signaal: Signaal, vandaag: date, breed: int) -> Content:
    """By when and what; under it why and how."""
    laat = signaal.uiterlijk is not None and signaal.uiterlijk <= vandaag
    wanneer = termijn_kort(signaal.uiterlijk, vandaag) if signaal.uiterlijk else ""
    kop = Content.styled(wanneer.ljust(WANNEER_BREED), "bold $warning" if laat else "$primary")
    waarom = Content(f"{signaal.waarom[:1].upper()}{signaal.waarom[1:]}. {signaal.stap}")
    inspring = Content("\n" + " " * WANNEER_BREED)
    regels = waarom.wrap(breed - WANNEER_BREED)
    return Content("").join(
        [kop, Content.styled(signaal.tekst, "bold"), *(inspring + r.stylize(ZACHT) for r in regels)]
    )


def _niets_te_doen(casus: CasusBeeld, vandaag: date) -> str:
    if casus.afsluiting is not None:
        return f"Deze casus is {casus.fase.label} op {dag(casus.afsluiting.op, vandaag)}."
    return "Niets dat nu moet. Schrijf een notitie met k, of kijk bij het gezinsplan."


def _termijnzinnen(casus: CasusBeeld, vandaag: date) -> Iterator[str]:
    """The deadlines, as long as they say something: before the help started."""
    if casus.begeleiding_gestart is not None or casus.afsluiting is not None:
        termijnen = casus.termijnen
        yield f"Startgesprek uiterlijk {dag(termijnen.startgesprek_uiterlijk, vandaag)}."
        yield f"Kennismaking aanbieden uiterlijk {dag(termijnen.kennismaking_uiterlijk, vandaag)}."
        return
    if not casus.keuze_van_gezin:
        yield from casus.termijnen.uitleg
        return
    waarom = casus.later or "er kwam niemand bij het gesprek op de afgesproken dag"
    yield f"Het startgesprek is later: {waarom}. Dat is de keuze van het gezin; de week telt dan niet."
    uiterlijk = dag(casus.termijnen.startgesprek_uiterlijk, vandaag)
    yield f"De afgesproken week liep tot en met {uiterlijk}."


def _aanmelding(casus: CasusBeeld, vandaag: date) -> Iterator[Feit]:
    yield "aangemeld", dag(casus.aangemeld, vandaag)
    yield "door", " · ".join(deel for deel in (casus.aanmelder, f"via {casus.route}") if deel)
    yield "redenen", labels(casus.redenen)
    yield "vraagstukken", labels(casus.vraagstukken)
    yield "woorden aanmelder", casus.woorden
    yield "ouders weten het", ja_nee(casus.ouders_weten)
    yield "jongere weet het", ja_nee(casus.jongere_weet)
    yield "buurtteam betrokken", f"{casus.buurtteam.label} (vraag dit aan het gezin)"


def _begeleiding(casus: CasusBeeld, vandaag: date) -> Iterator[Feit]:
    yield "kennismaking", kennismaking_tekst(casus, vandaag)
    if casus.kennismaking_reden_later is not None:
        yield "waarom later", casus.kennismaking_reden_later.label
    yield "startgesprek", startgesprek_tekst(casus, vandaag)
    yield "startgesprek later", casus.later
    yield "hulp gestart", gestart_tekst(casus, vandaag)
    yield "hoe snel", casus.hoe_snel
    yield "wat nu al kan", casus.intussen
    yield "contact tot de start", casus.wachtcontact
    if casus.zorg_zonder_vraag:
        poging = dag(casus.volgende_poging, vandaag) or "nog geen dag gekozen"
        yield "zorg zonder vraag", f"ja; volgende poging: {poging}"
    yield "laatste contact", dag(casus.laatste_contact, vandaag) or "nog geen"
    yield "woongemeente", casus.woongemeente
