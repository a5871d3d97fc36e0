"""Notities: newest first; Enter opens one, k (everywhere in a casus) begins one."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from kernteam_tui.domain.codes import NotitieStaat
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.casus.woorden import dag
from kernteam_tui.services.casusbeeld import NotitieRegel
from kernteam_tui.services.notities import wis_concept
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel


class NotitiesTab(Tabblad):
    """The table of notes."""

    NAAM = "notities"
    TITEL = "Notities"
    OPDRACHTEN = (
        Opdracht("openen", "enter", "openen", "Deze notitie lezen of verder schrijven", "notitie"),
        Opdracht("wis_notitie", "d,delete", "concept wissen", "Dit concept wissen in plaats van uitwerken"),
    )

    def compose(self) -> ComposeResult:
        yield Tabel(
            (
                Kolom("datum", "Datum", 16),
                Kolom("soort", "Soort", 17),
                Kolom("staat", "Staat", 13),
                Kolom("begin", "Begin", self.rek(24, 110)),
            ),
            "Nog geen notities. Druk op k om er een te schrijven.",
            id="notities",
        )

    def begin(self) -> None:
        self.query_one("#notities-tabel").focus()

    def vul(self) -> None:
        self.query_one("#notities", Tabel).vul([self._rij(notitie) for notitie in self.casus.notities])

    def past(self, opdracht: Opdracht) -> bool:
        if opdracht.id == "wis_notitie":
            return self._concept is not None
        return bool(self.casus.notities)

    @property
    def _concept(self) -> NotitieRegel | None:
        """The marked note, while it may still be erased."""
        sleutel = self.gemarkeerd()
        regels = (regel for regel in self.casus.notities if regel.staat is NotitieStaat.CONCEPT)
        return next((regel for regel in regels if regel.id == sleutel), None)

    def _rij(self, notitie: NotitieRegel) -> Rij:
        datum = dag(dag_van(notitie.moment), self.vandaag)
        return Rij(notitie.id, (datum, notitie.soort.label, _staat(notitie), _begin(notitie)))

    @on(Tabel.Gemarkeerd)
    def _gemarkeerd(self) -> None:
        self.scherm.toon_voet()

    @on(Tabel.Gekozen)
    def _enter(self) -> None:
        self.action_openen()

    def action_openen(self) -> None:
        sleutel = self.gemarkeerd()
        if sleutel is not None:
            self.scherm.open("notitie", notitie_id=sleutel)

    def action_wis_notitie(self) -> None:
        concept = self._concept
        if concept is not None:
            self.scherm.doe(
                wis_concept,
                concept.id,
                bij_klaar=lambda _: self.scherm.ververs(),
                ongedaan="Notitie gewist",
            )


def _staat(notitie: NotitieRegel) -> str:
    if notitie.staat is NotitieStaat.CONCEPT:
        return "concept"
    return f"afgerond +{notitie.addenda}" if notitie.addenda else "afgerond"


def _begin(notitie: NotitieRegel) -> str:
    delen = ("" if notitie.bereikt else "niet bereikt", notitie.met_wie, notitie.begin)
    return " · ".join(deel for deel in delen if deel)
