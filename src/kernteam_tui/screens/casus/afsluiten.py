"""Afsluiten: how the casus ended, or what will happen when it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.domain.casus import Afsluiting
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.casus.woorden import dag, ja_nee, wanneer
from kernteam_tui.services.afsluiting import heropen_casus
from kernteam_tui.widgets.feiten import Feit, Feiten
from kernteam_tui.widgets.tekst import Kopregel, Tekst

NOG_OPEN = (
    "Deze casus loopt nog. Druk op Enter om hem af te sluiten: je kiest een dag, hoe het eindigde "
    "en of het gezin zelfstandig verder kan."
)


class AfsluitenTab(Tabblad):
    """The closing of the casus."""

    NAAM = "afsluiten"
    TITEL = "Afsluiten"
    OPDRACHTEN = (
        Opdracht("afsluiten", "enter", "afsluiten", "Deze casus afsluiten", "afsluiten"),
        Opdracht("heropenen", "h", "heropenen", "De afsluiting terugnemen"),
        Opdracht(
            "wissen", "w", "wissen", "Deze casus definitief wissen, of een verzoek vastleggen", "wissen"
        ),
        Opdracht("logboek", "l", "logboek", "Wat het logboek van deze casus zegt", "logboek"),
    )

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="afsluiten"):
            yield Tekst(id="afsluiten-staat")
            yield Feiten(id="afsluiting")
            yield Kopregel("Nog terug te koppelen", id="afsluiten-terug-kop")
            yield Feiten(id="afsluiten-terug")

    def begin(self) -> None:
        self.query_one("#afsluiten").focus()

    def past(self, opdracht: Opdracht) -> bool:
        if opdracht.id in ("wissen", "logboek"):
            return True
        return (opdracht.id == "heropenen") == (self.casus.afsluiting is not None)

    def vul(self) -> None:
        afsluiting, vandaag = self.casus.afsluiting, self.vandaag
        self.query_one("#afsluiten-staat", Tekst).update(
            f"Deze casus is {self.casus.fase.label}. Klopt dat niet? Druk op h om hem te heropenen."
            if afsluiting
            else NOG_OPEN
        )
        self.query_one("#afsluiting", Feiten).zet(_feiten(afsluiting, vandaag) if afsluiting else ())
        te_doen = [r for r in self.casus.terugkoppelingen if r.gedaan_op is None]
        self.query_one("#afsluiten-terug-kop").display = bool(te_doen)
        self.query_one("#afsluiten-terug", Feiten).zet(
            (regel.partner, f"{regel.niveau}, {wanneer(regel, vandaag)}") for regel in te_doen
        )

    def action_afsluiten(self) -> None:
        self.scherm.open("afsluiten", casus_id=self.casus.id)

    def action_wissen(self) -> None:
        self.scherm.open("wissen", casus_id=self.casus.id)

    def action_logboek(self) -> None:
        self.scherm.open("logboek", casus_id=self.casus.id)

    def action_heropenen(self) -> None:
        self.scherm.doe(
            heropen_casus, self.casus.id, bij_klaar=self.scherm.toon_casus, ongedaan="Casus heropend"
        )


def _feiten(afsluiting: Afsluiting, vandaag: date) -> Iterator[Feit]:
    yield "op", dag(afsluiting.op, vandaag)
    yield "hoe", afsluiting.soort.label
    if afsluiting.kenmerk is not None:
        yield "kenmerk", f"{afsluiting.kenmerk.label}\n{afsluiting.kenmerk.uitleg}"
    if afsluiting.zelfstandig_verder is not None:
        yield "zelfstandig verder", ja_nee(afsluiting.zelfstandig_verder)
    yield "toelichting", afsluiting.toelichting
    yield "cijfer van het gezin", "" if afsluiting.cijfer is None else str(afsluiting.cijfer)
