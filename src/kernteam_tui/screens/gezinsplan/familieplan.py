"""The familiegroepsplan: what the family answered, the files they gave, the goals that come from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from kernteam_tui.domain.datumtekst import dag_kaal, dag_met_jaar, termijn_kort
from kernteam_tui.domain.gezinsplancodes import Familieplan
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.familieplan import (
    FamilieplanBeeld,
    Opgeslagen,
    get_familieplan,
    open_familieplan,
    schrijf_bijlage,
    verwijder_bijlage,
)
from kernteam_tui.widgets.feiten import Feit, Feiten
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.voet import Voet

_BIJ_BESTAND = ("opslaan", "weg")
"""Commands about the file that is marked."""


class FamilieplanScreen(KernteamScreen):
    """Nothing of theirs is checked or read by the program."""

    NAAM = "familieplan"
    TITEL = "Familiegroepsplan"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Eerst mag het gezin zelf een plan maken, met familie en vrienden (Jeugdwet 4.1.2). Noteer wat ze "
        "antwoorden. Hun plan bewaar je zoals zij het gaven, in welke vorm ook: er wordt niets aan "
        "nagekeken. Komt een doel uit hun plan, schrijf dat dan bij het doel."
    )
    OPDRACHTEN = (
        Opdracht("antwoord", "a", "antwoord", "Noteren wat het gezin antwoordde, en wanneer"),
        Opdracht("erbij", "t", "bestand erbij", "Hun plan erbij doen zoals ze het gaven"),
        Opdracht("opslaan", "o", "opslaan", "Dit bestand weer als bestand opslaan, voor jezelf"),
        Opdracht("weg", "d", "weghalen", "Dit bestand uit de kluis halen", in_voet=False),
    )
    BINDINGS = [
        Binding("pageup", "blader(-1)", "omhoog", show=False, priority=True),
        Binding("pagedown", "blader(1)", "omlaag", show=False, priority=True),
    ]
    AUTO_FOCUS = "#bijlagen-tabel"

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id
        self._beeld: FamilieplanBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Feiten(id="familieplan-stand", breed=14)
        yield Kopregel("Doelen die eruit komen", id="familieplan-doelen-kop")
        with VerticalScroll(id="familieplan-meer", can_focus=False):
            yield Feiten(id="familieplan-doelen", breed=4)
            yield Tekst(
                "Nog geen doel uit hun plan. Dat vul je in bij het doel zelf.",
                id="familieplan-geen",
                classes="zacht",
            )
        yield Kopregel("Zoals zij het gaven", id="familieplan-bestanden")
        yield Tabel(
            (Kolom("naam", "Bestand", 44), Kolom("op", "Gekregen", 10), Kolom("groot", "Grootte", 9)),
            "Nog geen bestand. Gaf het gezin een plan? Druk op t.",
            id="bijlagen",
        )

    def laad(self) -> None:
        haal = open_familieplan if self._beeld is None else get_familieplan
        self.lees(haal, self._casus_id, bij_klaar=self._toon, groep="familieplan")

    def _toon(self, beeld: FamilieplanBeeld) -> None:
        self._beeld = beeld
        vandaag = self.kernteam.klok.vandaag()
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        self.query_one("#familieplan-stand", Feiten).zet(_stand(beeld, vandaag))
        self.query_one("#bijlagen", Tabel).vul(
            [Rij(b.id, (b.naam, dag_kaal(b.ontvangen_op, vandaag), b.grootte)) for b in beeld.bijlagen]
        )
        self.query_one("#familieplan-doelen", Feiten).zet(
            (f"{nummer}.", f"{doel.wat}\nin hun plan: {doel.in_hun_plan}")
            for nummer, doel in enumerate(beeld.doelen, start=1)
        )
        self.query_one("#familieplan-geen").display = not beeld.doelen
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    def eigen_opdrachten(self) -> list[Opdracht]:
        er_is_een = self._beeld is not None and bool(self._beeld.bijlagen)
        return [op for op in super().eigen_opdrachten() if er_is_een or op.id not in _BIJ_BESTAND]

    @property
    def _gekozen(self) -> str | None:
        return self.query_one("#bijlagen", Tabel).sleutel if self._beeld is not None else None

    # --- commands ----------------------------------------------------------------------------

    def action_blader(self, stap: int) -> None:
        self.query_one("#familieplan-meer").scroll_relative(y=stap * 5, animate=False)

    def action_antwoord(self) -> None:
        self.open("familieplan_antwoord", casus_id=self._casus_id)

    def action_erbij(self) -> None:
        self.open("familieplan_bestand", casus_id=self._casus_id)

    @on(Tabel.Gekozen)
    def action_opslaan(self) -> None:
        if self._gekozen is None:
            return
        self.bevestig(
            "Als bestand opslaan?",
            "Buiten de kluis is het niet versleuteld. Het is voor jezelf, om te lezen of af te drukken: wat "
            "erin staat, kan het programma niet nakijken. Ruim het daarna weer op.",
            self._sla_op,
            ja="Opslaan",
            nee="Niet opslaan",
        )

    def _sla_op(self) -> None:
        if self._gekozen is not None:
            self.doe(schrijf_bijlage, self._casus_id, self._gekozen, bij_klaar=self._opgeslagen)

    def _opgeslagen(self, gedaan: Opgeslagen) -> None:
        self.meld(" ".join((f"Opgeslagen: {gedaan.bestand}", *gedaan.meldingen)))

    def action_weg(self) -> None:
        if self._gekozen is not None:
            self.doe(
                verwijder_bijlage,
                self._casus_id,
                self._gekozen,
                bij_klaar=self._toon,
                ongedaan="Bestand weggehaald",
            )


def _stand(beeld: FamilieplanBeeld, vandaag: date) -> Iterator[Feit]:
    op = f", {dag_met_jaar(beeld.op)}" if beeld.op else ""
    yield "aanbod", f"{beeld.stand.label}{op}"
    if beeld.stand is Familieplan.ONBEKEND:
        yield "eerst", "Bied het aan: het gezin mag altijd eerst zelf een plan maken (Jeugdwet 4.1.2)."
    if beeld.stand is Familieplan.WIL_WEL:
        yield "termijn", "De zes weken om een plan vast te stellen lopen niet: het gezin maakt er zelf een."
    elif beeld.termijnen.vaststellen_uiterlijk is not None:
        wanneer = termijn_kort(beeld.termijnen.vaststellen_uiterlijk, vandaag)
        yield "termijn", f"Gezinsplan vaststellen uiterlijk {wanneer} (zes weken, Jeugdwet 4.1.3)."
