"""The form of a school: what it is, its kernteam, who is in when, and its agreements."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from kernteam_tui.domain.codes import Regio, SchoolSoort
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import KLAAR
from kernteam_tui.screens.school.dichte_dagen import lees_dagen, schrijf_dagen
from kernteam_tui.screens.school.kernteamveld import Kernteamveld, Lid, is_nieuw
from kernteam_tui.screens.school.omzetten import gegevens_van, roosterrijen, waarden_nieuw, waarden_van
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.instellingen import InstellingenBeeld, get_instellingen
from kernteam_tui.services.school import SchoolBeeld, count_geplande_gesprekken, edit_school, get_school
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.rooster import Aanwezigheidsrooster
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Getalveld, Tekstveld, Tekstvlak
from kernteam_tui.widgets.vinklijst import opties_van

NIEUW = "school:nieuw"
"""Key of the draft of a school that is not there yet; the first run begins the same draft."""
MINUTEN = range(15, 241)


class SchoolformulierScreen(Wijzigformulier):
    """`school_id` empty: a new school. The four parts stand under each other."""

    NAAM = "school_formulier"
    TITEL = "School"
    UITLEG = (
        "Wie er in het kernteam zit en wie er wanneer is, bepaalt welke momenten voor een startgesprek "
        "worden voorgesteld. Een rij zonder naam telt niet mee."
    )
    CSS_PATH = stijl("school")
    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        KLAAR,
        Opdracht("iemand_erbij", "f6", "iemand erbij", "Een rij erbij in het kernteam"),
        Opdracht("iemand_weg", "f4", "weghalen", "De persoon bij de cursor uit het kernteam halen"),
    )

    def __init__(self, school_id: str = "") -> None:
        super().__init__(school_id=school_id)
        self._school_id = school_id

    def concept_sleutel(self) -> str:
        return f"school:{self._school_id}" if self._school_id else NIEUW

    def laad(self) -> None:
        if self._school_id:
            self.lees(get_school, self._school_id, bij_klaar=self._begin_met_school)
        else:
            self.lees(get_instellingen, bij_klaar=self._begin_nieuw)

    def _begin_met_school(self, school: SchoolBeeld) -> None:
        self.kop(onderwerp=school.naam)
        self.begin_met(waarden_van(school, self.kernteam.klok.vandaag()))

    def _begin_nieuw(self, instellingen: InstellingenBeeld) -> None:
        self.kop(titel="Nieuwe school")
        self.begin_met(waarden_nieuw(instellingen))

    # --- the parts -------------------------------------------------------------------------

    def velden(self) -> ComposeResult:
        with Vertical(id="deel-school", classes="deel"):
            yield Kopregel("De school")
            yield from self._school()
        with Vertical(id="deel-kernteam", classes="deel"):
            yield Kopregel("Het kernteam")
            yield Kernteamveld("kernteam")
        with Vertical(id="deel-rooster", classes="deel"):
            yield Kopregel("Wie is er wanneer, in een gewone week")
            yield Aanwezigheidsrooster("rooster", [], label="")
        with Vertical(id="deel-afspraken", classes="deel"):
            yield Kopregel("Ruimtes, dichte dagen en het startgesprek")
            yield from self._afspraken()

    def _school(self) -> ComposeResult:
        yield Tekstveld("naam", "Naam", verplicht=True, voorbeeld="de naam zoals je hem uitspreekt")
        yield Keuzerij(
            "soort",
            "Soort",
            [(str(soort), str(soort)) for soort in SchoolSoort],
            uitleg="voortgezet, voortgezet speciaal of praktijkonderwijs, of mbo; pijltjes kiezen",
        )
        yield Keuzerij(
            "regio",
            "Regio",
            opties_van(Regio),
            uitleg="voor de schoolvakanties; Utrecht hoort bij midden",
        )

    def _afspraken(self) -> ComposeResult:
        yield Tekstveld("ruimtes", "Ruimtes", voorbeeld="bv. 1.12, 0.04", uitleg="met een komma ertussen")
        yield Tekstvlak(
            "dicht",
            "Dichte dagen",
            hoogte=4,
            uitleg="studiedagen en dagen vrij, één per regel: 3-4 dec, 2027-02-12 of 24 apr t/m 1 mei",
        )
        yield Tekst(id="dicht-gelezen", classes="zacht")
        yield Keuzerij(
            "mentor_erbij",
            "Mentor erbij",
            [("ja", "ja"), ("nee", "nee")],
            uitleg="moet de mentor bij een startgesprek zijn?",
        )
        yield Getalveld("gesprek_minuten", "Duur startgesprek", uitleg="minuten, van 15 tot en met 240")

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "kernteam":
            self.query_one("#rooster", Aanwezigheidsrooster).zet_rijen(roosterrijen(self.waarde["kernteam"]))
        elif veld_id == "dicht":
            self._toon_gelezen()

    def _toon_gelezen(self) -> None:
        dagen, vreemd = lees_dagen(self.waarde["dicht"], self.kernteam.klok.vandaag())
        zin = ", ".join(schrijf_dagen(dagen))
        if self.waarde["dicht"].strip().splitlines() == list(schrijf_dagen(dagen)):
            zin = ""
        if vreemd:
            zin = f"{zin}  (niet begrepen: {', '.join(vreemd)})".strip()
        gelezen = self.query_one("#dicht-gelezen", Tekst)
        gelezen.update(zin)
        gelezen.display = bool(zin)

    # --- people ----------------------------------------------------------------------------

    @property
    def kernteamveld(self) -> Kernteamveld:
        return self.query_one("#kernteam", Kernteamveld)

    @on(Kernteamveld.Gevuld)
    def _rijen_staan(self) -> None:
        self.pas_plek_toe()

    def action_iemand_erbij(self) -> None:
        self.kernteamveld.voeg_toe()

    def action_iemand_weg(self) -> None:
        lid = self.kernteamveld.lid_met_focus()
        if lid is None:
            self.meld("Zet de cursor eerst bij degene die je uit het kernteam haalt.")
        elif lid["ik"]:
            self.meld("Dit ben jij; je hoort zelf bij het kernteam.")
        elif is_nieuw(lid):
            self.kernteamveld.haal_weg(lid["sleutel"])
        else:
            na = partial(self._vraag_weg, lid)
            self.lees(count_geplande_gesprekken, lid["sleutel"], bij_klaar=na)

    def _vraag_weg(self, lid: Lid, gesprekken: int) -> None:
        self.bevestig(
            f"{lid['naam']} uit het kernteam halen?",
            gesprekken_zin(gesprekken),
            partial(self.kernteamveld.haal_weg, lid["sleutel"]),
            ja="Weghalen",
            nee="Laten staan",
        )

    # --- finishing ---------------------------------------------------------------------------

    def ontbrekend(self) -> dict[str, str]:
        return {**super().ontbrekend(), **self._inhoud_fouten()}

    def _inhoud_fouten(self) -> dict[str, str]:
        fouten = {}
        vreemd = lees_dagen(self.waarde["dicht"], self.kernteam.klok.vandaag())[1]
        if vreemd:
            fouten["dicht"] = f"Dit begrijp ik niet: {', '.join(vreemd)}. Typ bijvoorbeeld 3-4 dec."
        minuten = self.waarde["gesprek_minuten"].strip()
        if minuten and (not minuten.isdecimal() or int(minuten) not in MINUTEN):
            fouten["gesprek_minuten"] = "Typ een aantal minuten van 15 tot en met 240."
        return fouten

    def afronden(self) -> None:
        gegevens = gegevens_van(self.waarde, self.kernteam.klok.vandaag())
        self.rond_af(
            edit_school,
            self._school_id or None,
            gegevens,
            bij_klaar=self._klaar,
            bij_fout=self._geweigerd,
            ongedaan="School gewijzigd" if self._school_id else "",
        )

    def _klaar(self, school: SchoolBeeld) -> None:
        self.klaar()
        if not self._school_id:
            self.meld(f"{school.naam} is bewaard.")
        self.verlaat()

    def verlaat(self) -> None:
        """Where to after saving."""
        self.terug()

    def _geweigerd(self, fout: KernteamError) -> None:
        velden: dict[str, Any] = getattr(fout, "velden", {})
        bekend = {pad.partition(".")[0]: f"Dit klopt niet: {zin}." for pad, zin in velden.items()}
        if any(self.query(f"#{naam}") for naam in bekend):
            self.toon_fouten(bekend)
        else:
            self.toon_fout(fout)


def gesprekken_zin(aantal: int) -> str:
    """What removing somebody means for the talks that name them."""
    if not aantal:
        return "Er staan geen gesprekken gepland met deze persoon."
    staat = "staat nog 1 gesprek" if aantal == 1 else f"staan nog {aantal} gesprekken"
    return (
        f"Er {staat} gepland met deze persoon. Die afspraken en uitnodigingen blijven zoals ze zijn. "
        "Komt er iemand anders, pas dan ook het gesprek aan."
    )
