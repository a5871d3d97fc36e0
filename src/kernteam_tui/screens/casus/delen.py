"""Delen: what was promised to whom, what is still open, and what school knows."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.casus.woorden import dag, wanneer
from kernteam_tui.services.casus import koppel_terug
from kernteam_tui.services.casusbeeld import TerugkoppelRegel
from kernteam_tui.services.samenvatting import get_school_weet
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import Kopregel


class DelenTab(Tabblad):
    """Agreements on telling partners: open ones first."""

    NAAM = "delen"
    TITEL = "Delen"
    OPDRACHTEN = (
        Opdracht("afvinken", "enter", "afvinken", "Noteren dat je het deze partner hebt laten weten"),
    )

    def compose(self) -> ComposeResult:
        yield Tabel(
            (
                Kolom("partner", "Partner", self.rek(19, 44)),
                Kolom("niveau", "Mag weten", 25),
                Kolom("wanneer", "Wanneer", 17),
                Kolom("gedaan", "Gedaan", 9),
            ),
            "Nog geen afspraken over terugkoppelen. Die maak je in het startgesprek, met het gezin erbij.",
            id="terugkoppelingen",
        )
        yield Kopregel("Wat school weet")
        yield Feiten(id="school-weet")

    def begin(self) -> None:
        self.query_one("#terugkoppelingen-tabel").focus()

    def vul(self) -> None:
        regels = sorted(self.casus.terugkoppelingen, key=lambda regel: regel.gedaan_op is not None)
        self.query_one("#terugkoppelingen", Tabel).vul([self._rij(regel) for regel in regels])
        self.scherm.lees(get_school_weet, self.casus.id, bij_klaar=self._school)

    def _rij(self, regel: TerugkoppelRegel) -> Rij:
        gedaan = dag(regel.gedaan_op, self.vandaag) or "nog niet"
        return Rij(regel.id, (regel.partner, regel.niveau, wanneer(regel, self.vandaag), gedaan))

    def _school(self, uitkomst: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        if not self.is_attached:
            return
        weet, weet_niet = uitkomst
        self.query_one("#school-weet", Feiten).zet((("wel", "\n".join(weet)), ("niet", "\n".join(weet_niet))))

    def past(self, opdracht: Opdracht) -> bool:
        regel = self._gekozen()
        return opdracht.id == "afvinken" and regel is not None and regel.gedaan_op is None

    def _gekozen(self) -> TerugkoppelRegel | None:
        sleutel = self.gemarkeerd()
        return next((r for r in self.casus.terugkoppelingen if r.id == sleutel), None)

    @on(Tabel.Gemarkeerd)
    def _gemarkeerd(self) -> None:
        self.scherm.toon_voet()

    @on(Tabel.Gekozen)
    def _enter(self) -> None:
        self.action_afvinken()

    def action_afvinken(self) -> None:
        regel = self._gekozen()
        if regel is None or regel.gedaan_op is not None:
            return
        self.scherm.doe(
            koppel_terug,
            self.casus.id,
            regel.id,
            bij_klaar=self.scherm.toon_casus,
            ongedaan="Terugkoppeling afgevinkt",
        )
