"""Who agrees with the plan: everybody who is asked, with what they said of one version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from kernteam_tui.domain.datumtekst import dag_kaal, dag_met_jaar, termijn_kort
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.plancontrole.opnieuw import anders_vastgesteld, vraag_opnieuw
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.planakkoord import (
    ANDER,
    AkkoordBeeld,
    AkkoordRegel,
    AkkoordVersie,
    bevestig_akkoord,
    get_akkoord,
    open_akkoord,
    verwijder_akkoord,
)
from kernteam_tui.services.plantermijnen import Plantermijnen
from kernteam_tui.widgets.feiten import Feit, Feiten
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

RUIM = 100
"""Width from which there is room to say why somebody is on the list."""
NIET_GEKOZEN = 0
"""As an argument: the newest version of which somebody said something, else the one in progress."""
_EERDER = "!"
"""Before what was said of an earlier text."""
_TEKENS = {Standpunt.EENS: "✓", Standpunt.DEELS: "±", Standpunt.NIET: "✗"}


class PlanakkoordScreen(KernteamScreen):
    """A list of one version, and under it what the marked person said."""

    NAAM = "planakkoord"
    TITEL = "Wie is het eens met het plan"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Wie iets van het plan mag vinden, en wat ze van deze versie zeiden. Op de lijst staan jongeren "
        "vanaf 12 jaar en wie gezag heeft; anderen zet je er zelf bij. Niet eens zijn mag: schrijf op "
        "waarom. Een eigen verklaring komt woord voor woord in het dossier (Jeugdwet 7.3.8)."
    )
    OPDRACHTEN = (
        Opdracht("noteren", "enter", "noteren", "Noteren wat deze persoon ervan vindt"),
        Opdracht("erbij", "t", "iemand erbij", "Iemand op de lijst zetten: familie, netwerk, school"),
        Opdracht("weg", "d", "weghalen", "Weghalen wat per vergissing is genoteerd", in_voet=False),
        Opdracht("nog_steeds", "s", "nog steeds", "Opnieuw gevraagd: deze persoon vindt het nog steeds zo"),
        Opdracht(
            "veranderd", "v", "veranderd", "Wat er in het plan veranderde nadat dit gezegd is", "planversies"
        ),
        Opdracht("papier", "o", "op papier", "Wanneer het plan op papier gevraagd en gegeven is"),
        Opdracht("eerder", "e", "eerder", "Wat ze van een eerdere versie zeiden"),
        Opdracht("later", "l", "later", "Wat ze van een latere versie zeiden", in_voet=False),
    )
    BINDINGS = [
        Binding("pageup", "blader(-1)", "omhoog", show=False, priority=True),
        Binding("pagedown", "blader(1)", "omlaag", show=False, priority=True),
    ]
    AUTO_FOCUS = "#akkoorden-tabel"

    def __init__(self, casus_id: str, versie: int = NIET_GEKOZEN) -> None:
        super().__init__(casus_id=casus_id, versie=versie)
        self._casus_id = casus_id
        self._beeld: AkkoordBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="akkoord-versie", classes="vet")
        yield Tekst(id="akkoord-papier", classes="zacht")
        yield Tekst(id="akkoord-later", classes="waarschuwing")
        breed = self.app.size.width >= RUIM
        waarom = (Kolom("waarom", "Op de lijst als", 30),) if breed else ()
        yield Tabel(
            (
                Kolom("wie", "Wie", 30 if breed else 26),
                *waarom,
                Kolom("zegt", "Vindt het", 15),
                Kolom("op", "Op", 10),
                Kolom("getekend", "Getekend", 10),
            ),
            "Bij deze versie is niets genoteerd.",
            id="akkoorden",
        )
        with VerticalScroll(id="akkoord-meer", can_focus=False):
            yield Feiten(id="akkoord-woorden", breed=18)

    def laad(self) -> None:
        haal = open_akkoord if self._beeld is None else get_akkoord
        self.lees(haal, self._casus_id, bij_klaar=self._toon, groep="akkoord")

    def _toon(self, beeld: AkkoordBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        versie = self._versie(beeld)
        self.argumenten["versie"] = versie.nummer
        self.query_one("#akkoord-versie", Tekst).update(_kopzin(versie, beeld.versies[0]))
        papier = self.query_one("#akkoord-papier", Tekst)
        zin = papierzin(beeld.termijnen, self._vandaag)
        papier.display = bool(zin)
        papier.update(zin)
        zin = laterzin(versie)
        self.query_one("#akkoord-later").display = bool(zin)
        self.query_one("#akkoord-later", Tekst).update(zin)
        self.query_one("#akkoorden", Tabel).vul([self._rij(regel) for regel in versie.regels])
        self._toon_meer()

    def _versie(self, beeld: AkkoordBeeld) -> AkkoordVersie:
        nummer = self.argumenten["versie"]
        if isinstance(nummer, int) and nummer != NIET_GEKOZEN:
            return beeld.versie(nummer)
        spoken = (v for v in beeld.versies if v.open and any(regel.akkoord_id for regel in v.regels))
        return next(spoken, beeld.versies[0])

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def _rij(self, regel: AkkoordRegel) -> Rij:
        zegt = "– nog vragen"
        if regel.standpunt is not None:
            teken = _EERDER if regel.oudere_tekst else _TEKENS[regel.standpunt]
            zegt = f"{teken} {regel.standpunt.label}"
        dagen = [dag_kaal(dag, self._vandaag) if dag else "" for dag in (regel.op, regel.getekend_op)]
        waarom = [regel.waarom if regel.waarom != ANDER else "door jou erbij gezet"]
        return Rij(
            regel.sleutel, (regel.naam, *(waarom if self.app.size.width >= RUIM else ()), zegt, *dagen)
        )

    @property
    def _regel(self) -> AkkoordRegel | None:
        if self._beeld is None:
            return None
        sleutel = self.query_one("#akkoorden", Tabel).sleutel
        return next((r for r in self._versie(self._beeld).regels if r.sleutel == sleutel), None)

    @on(Tabel.Gemarkeerd)
    def _toon_meer(self) -> None:
        regel = self._regel
        feiten = list(_feiten(regel)) if regel is not None else []
        self.query_one("#akkoord-meer").display = bool(feiten)
        self.query_one("#akkoord-woorden", Feiten).zet(feiten)
        self.query_one("#akkoord-meer").scroll_home(animate=False)
        self._toon_voet()

    def _toon_voet(self) -> None:
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    def eigen_opdrachten(self) -> list[Opdracht]:
        opdrachten = super().eigen_opdrachten()
        if self._beeld is None:
            return opdrachten
        versie, regel = self._versie(self._beeld), self._regel
        niet = set() if versie.open else {"noteren", "erbij", "weg"}
        niet |= set() if regel is not None and regel.akkoord_id else {"weg"}
        later = regel is not None and regel.oudere_tekst
        niet |= set() if later else {"veranderd"}
        niet |= set() if later and versie.open else {"nog_steeds"}
        niet |= {"eerder", "later"} if len(self._beeld.versies) < 2 else set()
        return [op for op in opdrachten if op.id not in niet]

    # --- commands ----------------------------------------------------------------------------

    def action_blader(self, stap: int) -> None:
        self.query_one("#akkoord-meer").scroll_relative(y=stap * 5, animate=False)

    @on(Tabel.Gekozen)
    def action_noteren(self) -> None:
        if self._regel is not None:
            self._open_formulier(self._regel.sleutel)

    def action_erbij(self) -> None:
        self._open_formulier("")

    def _open_formulier(self, sleutel: str) -> None:
        if self._beeld is None:
            return
        versie = self._versie(self._beeld)
        if versie.open:
            self.open("akkoord", casus_id=self._casus_id, versie=versie.nummer, sleutel=sleutel)
        else:
            self.meld("Deze versie is vervangen. Wat ervan gezegd is, blijft zo.")

    def action_weg(self) -> None:
        regel = self._regel
        if self._beeld is None or regel is None or not self._versie(self._beeld).open:
            return
        if not regel.akkoord_id:
            self.meld(_niets_gezegd(regel))
            return
        self.doe(
            verwijder_akkoord,
            self._casus_id,
            regel.akkoord_id,
            bij_klaar=self._toon,
            ongedaan="Akkoord weggehaald",
        )

    def action_nog_steeds(self) -> None:
        regel = self._regel_van_eerder()
        if regel is not None and self._beeld is not None and self._versie(self._beeld).open:
            self.doe(
                bevestig_akkoord,
                self._casus_id,
                regel.akkoord_id,
                bij_klaar=self._toon,
                ongedaan="Genoteerd: vindt het nog steeds zo",
            )

    def action_veranderd(self) -> None:
        if (regel := self._regel_van_eerder()) is not None:
            self.open("planversies", casus_id=self._casus_id, akkoord_id=regel.akkoord_id)

    def _regel_van_eerder(self) -> AkkoordRegel | None:
        """Who is marked, if the plan was changed after what this one said; says why not otherwise."""
        regel = self._regel
        if regel is None or regel.oudere_tekst:
            return regel
        self.meld(_niets_veranderd(regel) if regel.akkoord_id else _niets_gezegd(regel))
        return None

    def action_papier(self) -> None:
        self.open("planpapierdag", casus_id=self._casus_id)

    def action_eerder(self) -> None:
        self._schuif(1)

    def action_later(self) -> None:
        self._schuif(-1)

    def _schuif(self, stap: int) -> None:
        if self._beeld is None:
            return
        versies = self._beeld.versies
        plaats = versies.index(self._versie(self._beeld)) + stap
        if not 0 <= plaats < len(versies):
            self.meld("Dit is de eerste versie." if stap > 0 else "Dit is de nieuwste versie.")
            return
        self.argumenten["versie"] = versies[plaats].nummer
        self._toon(self._beeld)


def laterzin(versie: AkkoordVersie) -> str:
    """Who said something of an earlier text, and what can be done; empty where nobody did."""
    namen = [regel.naam for regel in versie.regels if regel.oudere_tekst]
    return vraag_opnieuw(namen) if versie.open else anders_vastgesteld(namen)


def papierzin(termijnen: Plantermijnen, vandaag: date) -> str:
    """Where the plan on paper stands (Jeugdwet 4.1.3 lid 4); empty where nobody asked for it."""
    gevraagd, gegeven = termijnen.papier_gevraagd_op, termijnen.papier_gegeven_op
    if gevraagd is None:
        return f"Op papier gegeven op {dag_met_jaar(gegeven)}." if gegeven else ""
    if termijnen.papier_uiterlijk is not None:
        wanneer = termijn_kort(termijnen.papier_uiterlijk, vandaag)
        return f"Op papier gevraagd op {dag_met_jaar(gevraagd)}, geven uiterlijk {wanneer}."
    gaf = f", gegeven op {dag_met_jaar(gegeven)}" if gegeven else ""
    return f"Op papier gevraagd op {dag_met_jaar(gevraagd)}{gaf}."


def _niets_gezegd(regel: AkkoordRegel) -> str:
    return f"Van {regel.naam} is nog niets genoteerd."


def _niets_veranderd(regel: AkkoordRegel) -> str:
    return f"Sinds {regel.naam} dit zei, veranderde er niets aan het plan."


def _kopzin(versie: AkkoordVersie, nieuwste: AkkoordVersie) -> str:
    if versie.vastgesteld_op is None:
        return f"Versie {versie.nummer}, in bewerking"
    zin = f"Versie {versie.nummer}, vastgesteld op {dag_met_jaar(versie.vastgesteld_op)}"
    if not versie.open:
        return f"{zin} · vervangen, alleen om te lezen"
    return zin if nieuwste.vastgesteld_op else f"{zin} · l: versie {nieuwste.nummer}, in bewerking"


def _feiten(regel: AkkoordRegel) -> Iterator[Feit]:
    yield "op de lijst als", regel.waarom if regel.waarom != ANDER else "iemand die jij erbij zette"
    yield "daarna veranderd", ", ".join(regel.veranderd)
    yield "omdat", regel.omdat
    yield "eigen verklaring", regel.verklaring
    if regel.getekend_op is not None:
        eerst = ", voordat dit gezegd is" if regel.eerder_getekend else ""
        yield "op papier", f"getekend op {dag_met_jaar(regel.getekend_op)}{eerst}"
