"""The agenda on paper: for the table or for one partner, as it will read, and what stays out and why."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.overleg.papier import (
    BladBeeld,
    BladUitkomst,
    druk_blad_af,
    get_blad,
    schrijf_blad,
)
from kernteam_tui.widgets.tekst import Kopregel, Tekst

_BUITEN = "Het bestand staat buiten de kluis. Ruim het na het overleg op (ctrl+g, Wat naar buiten ging)."


class OverlegPapierScreen(KernteamScreen):
    """`voor`: id of a kernpartner; empty is the table."""

    NAAM = "overleg_papier"
    TITEL = "Agenda op papier"
    UITLEG = (
        "Zo komt de agenda op papier: initialen en nooit een nummer, en alleen wat de lezer mag weten. Met l "
        "kies je voor wie: voor op tafel (wat iedereen mag weten) of voor één partner. Daaronder staat wat "
        "eraf blijft."
    )
    CSS_PATH = stijl("overleg")
    OPDRACHTEN = (
        Opdracht("druk_af", "d", "afdrukken", "De agenda afdrukken, zonder dat er een bestand achterblijft"),
        Opdracht("bewaar_pdf", "p", "PDF", "De agenda opslaan als PDF"),
        Opdracht("bewaar_tekst", "t", "tekst", "De agenda opslaan als tekst"),
        Opdracht("lezer", "l", "voor wie", "Kiezen voor wie dit is"),
    )

    def __init__(self, school_id: str, voor: str = "") -> None:
        super().__init__(school_id=school_id, voor=voor)
        self._school_id = school_id
        self._beeld: BladBeeld | None = None

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="blad-vlak"):
            yield Tekst(id="blad")
            yield Kopregel("Waarom niet alles erop staat", id="blad-weg-kop")
            yield Tekst(id="blad-weg", classes="zacht")

    @property
    def _voor(self) -> str:
        return str(self.argumenten["voor"])

    def laad(self) -> None:
        self.query_one("#blad-vlak", VerticalScroll).focus()
        self.lees(get_blad, self._school_id, self._voor, bij_klaar=self._toon)

    def _toon(self, beeld: BladBeeld) -> None:
        self._beeld = beeld
        wie = dict(beeld.lezers).get(self._voor, "")
        self.kop(onderwerp=f"{beeld.school} · {wie}")
        self.query_one("#blad", Tekst).update(beeld.tekst.rstrip())
        self.query_one("#blad-weg", Tekst).update("\n".join(beeld.weggelaten))
        for naam in ("blad-weg-kop", "blad-weg"):
            self.query_one(f"#{naam}").display = bool(beeld.weggelaten)

    def action_lezer(self) -> None:
        if self._beeld is not None:
            self.kies("Voor wie?", [(wie, wie_id) for wie_id, wie in self._beeld.lezers], self._gekozen)

    def _gekozen(self, voor: str) -> None:
        self.argumenten["voor"] = voor
        self.laad()

    def action_druk_af(self) -> None:
        if self._beeld is not None:
            self.doe(druk_blad_af, self._school_id, self._voor, bij_klaar=self._afgedrukt)

    def _afgedrukt(self, meldingen: tuple[str, ...]) -> None:
        self.meld("\n".join(("De agenda is naar de printer. Er blijft geen bestand achter.", *meldingen)))

    def action_bewaar_pdf(self) -> None:
        self._bewaar("pdf")

    def action_bewaar_tekst(self) -> None:
        self._bewaar("tekst")

    def _bewaar(self, vorm: str) -> None:
        if self._beeld is not None:
            self.doe(schrijf_blad, self._school_id, self._voor, vorm, bij_klaar=self._opgeslagen)

    def _opgeslagen(self, uitkomst: BladUitkomst) -> None:
        self.meld("\n".join((f"Opgeslagen: {uitkomst.bestand.name}", _BUITEN, *uitkomst.meldingen)))
