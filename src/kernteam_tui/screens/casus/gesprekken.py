"""Gesprekken: plan, move, cancel, restore, and note how a talk went."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.datumtekst import moment_kort_op
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.gesprek_gemist import noteer_niet_verschenen
from kernteam_tui.screens.gesprek_wie import vraag_andere_genodigden
from kernteam_tui.screens.gesprek_woorden import loop_feiten
from kernteam_tui.screens.register import bestaat
from kernteam_tui.services.casusbeeld import GesprekRegel
from kernteam_tui.services.gesprekken import GesprekBeeld, herstel_gesprek, zeg_gesprek_af
from kernteam_tui.services.ongedaan import afzegging
from kernteam_tui.widgets.feiten import Feit, Feiten
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel

ANDERE_SOORTEN = tuple(soort for soort in GesprekSoort if soort is not GesprekSoort.STARTGESPREK)
REDENEN_AF = (
    ("gezin kan niet", "gezin kan niet"),
    ("iemand is ziek", "iemand is ziek"),
    ("partner kan niet", "partner kan niet"),
)


class GesprekkenTab(Tabblad):
    """A table of talks, newest first; under it everything of the marked one."""

    NAAM = "gesprekken"
    TITEL = "Gesprekken"
    OPDRACHTEN = (
        Opdracht("openen", "enter", "openen", "Dit gesprek openen: verzetten of vastleggen"),
        Opdracht(
            "vastleggen", "g", "vastleggen", "Noteren wie er was en wat is afgesproken", "gesprek_vastleggen"
        ),
        Opdracht(
            "verzetten", "v", "verzetten", "Dit gesprek naar een ander moment verzetten", "startgesprek"
        ),
        Opdracht("afzeggen", "a", "afzeggen", "Dit gesprek afzeggen, met een reden"),
        Opdracht("herstellen", "h", "herstellen", "Een afgezegd gesprek toch laten doorgaan"),
        Opdracht("niet_verschenen", "m", "niet verschenen", "Noteren dat niemand kwam"),
        Opdracht("check", "c", "checklist", "Nalopen wat er voor het gesprek nog moet", "gesprekcheck"),
        Opdracht("wie", "w", "wie erbij", "Iemand erbij vragen, of eraf halen"),
        Opdracht("plannen", "p", "plannen", "Een ander gesprek plannen", "gesprek_plannen"),
        Opdracht("uitnodigingen", "u", "uitnodigingen", "De uitnodigingen van dit gesprek", "uitnodigingen"),
    )

    def compose(self) -> ComposeResult:
        yield Tabel(
            (
                Kolom("wanneer", "Wanneer", 20),
                Kolom("soort", "Soort", 22),
                Kolom("plek", "Plek", self.rek(14, 40)),
                Kolom("staat", "Staat", 14),
            ),
            "Nog geen gesprekken. Druk op s om het startgesprek te plannen.",
            id="gesprekken",
        )
        with VerticalScroll(id="gesprek-meer", can_focus=False):
            yield Feiten(id="gesprek")

    def begin(self) -> None:
        self.query_one("#gesprekken-tabel").focus()

    def vul(self) -> None:
        if self.casus.afsluiting is not None:
            self.query_one("#gesprekken", Tabel).zet_leeg("In deze casus zijn geen gesprekken vastgelegd.")
        self.query_one("#gesprekken", Tabel).vul(
            [_rij(gesprek, self.vandaag) for gesprek in self.casus.gesprekken]
        )
        self._toon_gesprek()

    def past(self, opdracht: Opdracht) -> bool:
        gesprek = self._gekozen()
        if opdracht.id == "plannen":
            return self.casus.afsluiting is None
        if gesprek is None:
            return False
        nog_open = gesprek.staat.nog_te_houden
        return {
            "vastleggen": gesprek.staat is not GesprekStaat.AFGEZEGD and gesprek.start <= self._nu(),
            "verzetten": nog_open and bestaat(scherm_voor(gesprek)),
            "afzeggen": nog_open,
            "niet_verschenen": nog_open and gesprek.start <= self._nu(),
            "check": nog_open and gesprek.start > self._nu(),
            "wie": nog_open and gesprek.start > self._nu(),
            "herstellen": gesprek.staat is GesprekStaat.AFGEZEGD and self.casus.afsluiting is None,
            "uitnodigingen": nog_open or gesprek.staat is GesprekStaat.AFGEZEGD,
        }.get(opdracht.id, True)

    def _nu(self) -> datetime:
        return self.scherm.kernteam.klok.nu()

    def _gekozen(self) -> GesprekRegel | None:
        sleutel = self.gemarkeerd()
        return next((g for g in self.casus.gesprekken if g.id == sleutel), None)

    @on(Tabel.Gemarkeerd)
    def _gemarkeerd(self) -> None:
        self._toon_gesprek()
        self.scherm.toon_voet()

    @on(Tabel.Gekozen)
    def _enter(self) -> None:
        self.action_openen()

    def _toon_gesprek(self) -> None:
        gesprek = self._gekozen()
        self.query_one("#gesprek", Feiten).zet(_feiten(gesprek, self.vandaag) if gesprek else ())

    # --- commands ----------------------------------------------------------------------

    def action_openen(self) -> None:
        """To the command that comes next for this talk."""
        werkt = {opdracht.id for opdracht in self.opdrachten()}
        for eerste in ("vastleggen", "verzetten", "herstellen"):
            if eerste in werkt:
                getattr(self, f"action_{eerste}")()
                return

    def action_vastleggen(self) -> None:
        self._open("gesprek_vastleggen")

    def action_uitnodigingen(self) -> None:
        self._open("uitnodigingen")

    def _open(self, scherm: str) -> None:
        gesprek = self._gekozen()
        if gesprek is not None:
            self.scherm.open(scherm, gesprek_id=gesprek.id)

    def action_verzetten(self) -> None:
        gesprek = self._gekozen()
        if gesprek is not None:
            soort = {} if gesprek.soort is GesprekSoort.STARTGESPREK else {"soort": gesprek.soort.value}
            self.scherm.open(scherm_voor(gesprek), casus_id=self.casus.id, gesprek_id=gesprek.id, **soort)

    def action_plannen(self) -> None:
        self.scherm.kies(
            "Welk gesprek wil je plannen?",
            [(soort.label, soort) for soort in ANDERE_SOORTEN],
            lambda soort: self.scherm.open("gesprek_plannen", casus_id=self.casus.id, soort=soort.value),
        )

    def action_niet_verschenen(self) -> None:
        gesprek = self._gekozen()
        if gesprek is not None:
            noteer_niet_verschenen(self.scherm, gesprek.id, self.scherm.ververs)

    def action_check(self) -> None:
        self._open("gesprekcheck")

    def action_wie(self) -> None:
        gesprek = self._gekozen()
        if gesprek is not None:
            vraag_andere_genodigden(self.scherm, gesprek.id, self._veranderd)

    def action_afzeggen(self) -> None:
        gesprek = self._gekozen()
        if gesprek is None:
            return
        gesprek_id = gesprek.id
        self.scherm.vraag_reden(
            f"{gesprek.soort.label.capitalize()} van {moment_kort_op(gesprek.start, self.vandaag)} afzeggen",
            "Waarom gaat het niet door? Daarna krijg je de afzeggingen om te versturen.",
            lambda reden: self.scherm.doe(
                zeg_gesprek_af, gesprek_id, reden, bij_klaar=self._veranderd, ongedaan=afzegging(gesprek_id)
            ),
            sleutel=f"afzeggen:{gesprek_id}",
            keuzes=REDENEN_AF,
        )

    def action_herstellen(self) -> None:
        gesprek = self._gekozen()
        if gesprek is None:
            return
        gesprek_id = gesprek.id
        self.scherm.bevestig(
            "Gesprek herstellen",
            f"Het gesprek van {moment_kort_op(gesprek.start, self.vandaag)} gaat dan toch door. "
            "Je krijgt nieuwe uitnodigingen om te versturen.",
            lambda: self.scherm.doe(herstel_gesprek, gesprek_id, bij_klaar=self._veranderd),
            ja="Herstellen",
            nee="Terug",
        )

    def _veranderd(self, gesprek: GesprekBeeld) -> None:
        self.scherm.ververs()
        self.scherm.toon_uitnodigingen(gesprek.id)


def scherm_voor(gesprek: GesprekRegel) -> str:
    """The screen on which a talk of this kind gets another moment."""
    return "startgesprek" if gesprek.soort is GesprekSoort.STARTGESPREK else "gesprek_plannen"


def _rij(gesprek: GesprekRegel, vandaag: date) -> Rij:
    cellen = (moment_kort_op(gesprek.start, vandaag), gesprek.soort.label, gesprek.plek, gesprek.staat.label)
    return Rij(gesprek.id, cellen)


def _feiten(gesprek: GesprekRegel, vandaag: date) -> Iterator[Feit]:
    yield (
        "gesprek",
        f"{gesprek.soort.label}, {moment_kort_op(gesprek.start, vandaag)}, {gesprek.minuten} minuten",
    )
    yield "plek", gesprek.plek
    yield "wie", ", ".join(gesprek.deelnemers)
    yield from loop_feiten(gesprek.stappen)
