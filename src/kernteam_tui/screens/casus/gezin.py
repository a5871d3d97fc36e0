"""Gezin: who they are and where they live, who has gezag over whom, and how to reach them safely."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import DataTable

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.datumtekst import dag_kort_op
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.gezinrijen import CASUS, ELDERS, HUIS, Gezinsregels
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.gezin.weghalen import haal_persoon_weg
from kernteam_tui.services.casus import wijzig_casus
from kernteam_tui.services.casusbeeld import CasusBeeld, PersoonBeeld
from kernteam_tui.services.gezin import (
    GezinBeeld,
    get_gezin,
    noteer_geinformeerd,
    verwijder_huishouden,
)
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.tabel import Kolom, Tabel
from kernteam_tui.widgets.tekst import Tekst

KOPBREED = 12
NIEUW = ""
"""Answer for a tie that is not there yet."""


class GezinTab(Tabblad):
    """What to mind and gezag on top; people by household; under them everything of the marked row."""

    NAAM = "gezin"
    TITEL = "Gezin"
    OPDRACHTEN = (
        Opdracht(
            "wijzigen", "enter", "wijzigen", "Deze persoon of dit huishouden wijzigen, of naar deze casus"
        ),
        Opdracht("invoeren", "i", "invoeren", "Een heel gezin typen, één regel per persoon", "gezin_invoer"),
        Opdracht("gezag", "g", "gezag", "Vastleggen of deze ouder gezag heeft, en hoe je dat weet", "gezag"),
        Opdracht("geinformeerd", "e", "geïnformeerd", "Noteren dat deze ouder vandaag is geïnformeerd"),
        Opdracht("ouders_weten", "o", "ouders weten het", "Noteren dat de ouders van de aanmelding weten"),
        Opdracht("toevoegen", "t", "toevoegen", "Iemand aan het gezin toevoegen", "persoon"),
        Opdracht("huishouden", "h", "huis erbij", "Een huishouden toevoegen, met wie er woont", "huishouden"),
        Opdracht(
            "relaties", "r", "relaties", "Een relatie van deze persoon bekijken of toevoegen", "relatie"
        ),
        Opdracht("genogram", "m", "genogram", "De familie als tekening", "genogram"),
        Opdracht("netwerk", "x", "netwerk", "Wie er om het gezin heen staan", "netwerk"),
        Opdracht("leeftijden", "l", "leeftijden", "Verjaardagen die iets veranderen", "leeftijden"),
        Opdracht("broer_of_zus", "z", "broer of zus", "Een casus voor een broer of zus", "broer_of_zus"),
        Opdracht("school", "j", "schooljaar", "Klas en mentor van dit schooljaar", "klas_en_mentor"),
        Opdracht(
            "woongemeente",
            "u",
            "woongemeente",
            "Woongemeente, en stappen als dat niet Utrecht is",
            "woongemeente",
        ),
        Opdracht("weghalen", "d", "weghalen", "Wie of wat hier per ongeluk staat weghalen"),
    )

    def __init__(self, casus: CasusBeeld) -> None:
        super().__init__(casus)
        self._regels = Gezinsregels(casus, None)
        self._naar_jongere = False

    def compose(self) -> ComposeResult:
        yield Tekst(id="ouders-weten", classes="waarschuwing")
        with VerticalScroll(id="gezin-boven", can_focus=False):
            yield Feiten(id="gezin-kop", breed=KOPBREED)
        yield Tabel(
            (
                Kolom("naam", "Naam", self.rek(24, 40)),
                Kolom("wie", "Wie", self.rek(11, 18)),
                Kolom("jaren", "Jaar", 4),
                Kolom("gezag", "Gezag", 9),
                Kolom("bereik", "Bereiken", self.rek(18, 36)),
            ),
            "Nog niemand. Druk op i om het hele gezin te typen, of op t voor één persoon.",
            id="personen",
        )
        with VerticalScroll(id="persoon-meer", can_focus=False):
            yield Feiten(id="persoon")

    def begin(self) -> None:
        self.query_one("#personen-tabel").focus()

    def vul(self) -> None:
        weten = self.query_one("#ouders-weten", Tekst)
        weten.display = self._ouders_weten_nog_niet()
        weten.update("De ouders weten nog niet van de aanmelding. Vertel het ze eerst, en druk dan op o.")
        self._toon(self._regels.gezin)
        self.scherm.lees(get_gezin, self.casus.id, bij_klaar=self._gelezen)

    def _gelezen(self, gezin: GezinBeeld) -> None:
        if self.is_attached:
            self._toon(gezin)
        if self._naar_jongere and self.is_attached:
            self._naar_jongere = False
            self._markeer_jongere()

    def _markeer_jongere(self) -> None:
        rijen = self._regels.rijen()
        plaats = next((nr for nr, rij in enumerate(rijen) if self._is_jongere(rij.sleutel)), 0)
        self.query_one("#personen-tabel", DataTable).move_cursor(row=plaats)

    def _is_jongere(self, sleutel: str) -> bool:
        persoon = self._regels.persoon(sleutel)
        return persoon is not None and persoon.id in self.casus.jongeren

    def _toon(self, gezin: GezinBeeld | None) -> None:
        self._regels = Gezinsregels(self.casus, gezin)
        self.query_one("#gezin-kop", Feiten).zet(self._regels.bovenaan())
        self.query_one("#personen", Tabel).vul(self._regels.rijen())
        self._toon_gemarkeerd()
        self.scherm.toon_voet()

    def _toon_gemarkeerd(self) -> None:
        sleutel = self.gemarkeerd() or ""
        self.query_one("#persoon", Feiten).zet(self._regels.over(sleutel, self.vandaag))

    # --- which commands make sense -------------------------------------------------------------

    def past(self, opdracht: Opdracht) -> bool:
        sleutel, persoon = self.gemarkeerd() or "", self._gekozen()
        ouder = persoon is not None and persoon.rol is PersoonRol.OUDER
        if opdracht.id == "ouders_weten":
            return self._ouders_weten_nog_niet()
        if opdracht.id == "gezag":
            return ouder
        if opdracht.id == "geinformeerd":
            return ouder and persoon is not None and persoon.gezag is not None
        if opdracht.id == "relaties":
            return persoon is not None
        if opdracht.id == "wijzigen":
            return bool(sleutel) and sleutel != ELDERS
        if opdracht.id == "weghalen":
            jongere = persoon is not None and persoon.id in self.casus.jongeren
            return sleutel.startswith(HUIS) or (persoon is not None and not jongere)
        return True

    def _ouders_weten_nog_niet(self) -> bool:
        return self.casus.ouders_weten is False and self.casus.afsluiting is None

    def _gekozen(self) -> PersoonBeeld | None:
        return self._regels.persoon(self.gemarkeerd() or "")

    @on(Tabel.Gemarkeerd)
    def _gemarkeerd(self) -> None:
        self._toon_gemarkeerd()
        self.scherm.toon_voet()

    @on(Tabel.Gekozen)
    def _enter(self) -> None:
        self.action_wijzigen()

    # --- commands ----------------------------------------------------------------------

    def action_wijzigen(self) -> None:
        sleutel, persoon = self.gemarkeerd() or "", self._gekozen()
        if sleutel.startswith(CASUS):
            self.scherm.open("casus", casus_id=sleutel.removeprefix(CASUS), tab=self.NAAM)
        elif sleutel.startswith(HUIS):
            huis = sleutel.removeprefix(HUIS)
            self.scherm.open("huishouden", casus_id=self.casus.id, huishouden_id=huis)
        elif persoon is not None:
            self.scherm.open("persoon", casus_id=self.casus.id, persoon_id=persoon.id)

    def action_toevoegen(self) -> None:
        self.scherm.open("persoon", casus_id=self.casus.id)

    def action_invoeren(self) -> None:
        self.scherm.open("gezin_invoer", casus_id=self.casus.id)

    def action_huishouden(self) -> None:
        self.scherm.open("huishouden", casus_id=self.casus.id)

    def action_genogram(self) -> None:
        self.scherm.open("genogram", casus_id=self.casus.id)

    def action_netwerk(self) -> None:
        self.scherm.open("netwerk", casus_id=self.casus.id)

    def action_leeftijden(self) -> None:
        self.scherm.open("leeftijden", casus_id=self.casus.id)

    def action_broer_of_zus(self) -> None:
        self.scherm.open("broer_of_zus", casus_id=self.casus.id)

    def action_school(self) -> None:
        self.scherm.open("klas_en_mentor", casus_id=self.casus.id)

    def action_woongemeente(self) -> None:
        self.scherm.open("woongemeente", casus_id=self.casus.id)

    def action_gezag(self) -> None:
        persoon = self._gekozen()
        if persoon is not None:
            self.scherm.open("gezag", casus_id=self.casus.id, ouder_id=persoon.id)

    def action_ouders_weten(self) -> None:
        self.scherm.doe(
            wijzig_casus,
            self.casus.id,
            self.casus.revision,
            ouders_weten=True,
            bij_klaar=self.scherm.toon_casus,
            ongedaan="Genoteerd dat de ouders het weten",
        )

    def action_geinformeerd(self) -> None:
        persoon = self._gekozen()
        if persoon is None:
            return
        if persoon.geinformeerd_op is not None:
            op = dag_kort_op(persoon.geinformeerd_op, self.vandaag)
            self.scherm.meld(f"Dat staat er al: {op}. Een andere dag zet je met Enter.")
            return
        self.scherm.doe(
            noteer_geinformeerd,
            self.casus.id,
            persoon.id,
            self.vandaag,
            bij_klaar=lambda _: self.scherm.ververs(),
            ongedaan="Genoteerd dat deze ouder is geïnformeerd",
        )

    def action_relaties(self) -> None:
        persoon = self._gekozen()
        if persoon is None:
            return
        erbij = self._regels.in_gezin(persoon.id)
        relaties = erbij.relaties if erbij else ()
        if not relaties:
            self._open_relatie(NIEUW)
            return
        keuzes = [*((relatie.zin, relatie.id) for relatie in relaties), ("nieuwe relatie", NIEUW)]
        self.scherm.kies(f"Relaties van {persoon.naam}", keuzes, self._open_relatie)

    def _open_relatie(self, relatie_id: str) -> None:
        persoon = self._gekozen()
        if persoon is not None:
            self.scherm.open("relatie", casus_id=self.casus.id, relatie_id=relatie_id, van_id=persoon.id)

    def action_weghalen(self) -> None:
        sleutel, persoon = self.gemarkeerd() or "", self._gekozen()
        if sleutel.startswith(HUIS):
            self.scherm.doe(
                verwijder_huishouden,
                self.casus.id,
                sleutel.removeprefix(HUIS),
                bij_klaar=lambda _: self._weggehaald(),
                ongedaan="Huishouden weggehaald",
            )
        elif persoon is not None:
            haal_persoon_weg(self.scherm, self.casus.id, persoon.id, self._weggehaald)

    def _weggehaald(self) -> None:
        """The mark goes to the jongere, who cannot be taken away: a second `d` takes nothing else along."""
        self._naar_jongere = True
        self.scherm.ververs()
