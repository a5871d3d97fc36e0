"""A small dialog: from when until when a dagdeel holds, for that dagdeel or for all of one person."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.periodelezen import lees_periode
from kernteam_tui.widgets.tekst import Tekst

ALTIJD = (date.min, date.max)
NIET_BEGREPEN = "Dit begrijp ik niet. Typ bijvoorbeeld vanaf 1 dec, tot en met 20 jan, of 1 dec - 20 jan."
_VANAF = ("vanaf ", "van ", "per ")
_TOT = ("tot en met ", "t/m ", "tm ", "tot ")

Antwoord = tuple[date, date, bool]
"""First day, last day, and whether it is for all dagdelen of this person."""


class Periodevraag(Dialoog[Antwoord]):
    """Answers with a period that was understood; an empty line is `always`."""

    def __init__(self, titel: str, wie: str, begin: str, vandaag: date) -> None:
        super().__init__(titel)
        self._wie = wie
        self._begin = begin
        self._vandaag = vandaag

    def inhoud(self) -> ComposeResult:
        yield Tekst("Vanaf wanneer en tot wanneer geldt dit? Leeg is altijd.")
        yield Invoer(self._begin, "bv. vanaf 1 dec, of 1 dec - 20 jan", id="periode", select_on_focus=False)
        yield Tekst(id="periode-gelezen", classes="zacht")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Terug", "terug")
            yield knop(f"Alles van {self._wie}", "alles")
            yield knop("Dit dagdeel (Enter)", "goed", hoofd=True)

    def on_mount(self) -> None:
        self.query_one("#periode", Invoer).focus()
        self._lees()

    @on(Invoer.Changed, "#periode")
    def _lees(self) -> None:
        gelezen = lees_geldigheid(self._tekst, self._vandaag)
        self.query_one("#periode-gelezen", Tekst).update(
            geldigheid_zin(gelezen) if gelezen else NIET_BEGREPEN
        )

    @property
    def _tekst(self) -> str:
        return self.query_one("#periode", Invoer).value

    @on(Invoer.Submitted, "#periode")
    @on(Button.Pressed, "#goed")
    def _dit_dagdeel(self) -> None:
        self._klaar(alles=False)

    @on(Button.Pressed, "#alles")
    def _alles(self) -> None:
        self._klaar(alles=True)

    def _klaar(self, *, alles: bool) -> None:
        gelezen = lees_geldigheid(self._tekst, self._vandaag)
        if gelezen is not None:
            self.dismiss((*gelezen, alles))

    @on(Button.Pressed, "#terug")
    def _terug(self) -> None:
        self.action_sluit()


def lees_geldigheid(tekst: str, vandaag: date) -> tuple[date, date] | None:
    """First and last day of `vanaf 1 dec`, `tot en met 20 jan`, `1 dec - 20 jan`; empty is always."""
    schoon = " ".join(tekst.split()).lower()
    if not schoon or schoon == "altijd":
        return ALTIJD
    for woord in _VANAF:
        if schoon.startswith(woord):
            rest = schoon.removeprefix(woord)
            gelezen = lees_periode(rest, vandaag)
            if gelezen is None:
                return None
            een_dag = gelezen.van == gelezen.tot_en_met
            return gelezen.van, date.max if een_dag else gelezen.tot_en_met
    for woord in _TOT:
        if schoon.startswith(woord):
            gelezen = lees_periode(schoon.removeprefix(woord), vandaag)
            return (date.min, gelezen.tot_en_met) if gelezen else None
    gelezen = lees_periode(schoon, vandaag)
    return (gelezen.van, gelezen.tot_en_met) if gelezen else None


def geldigheid_zin(periode: tuple[date, date]) -> str:
    """How it was understood: `vanaf di 1 dec 2026`."""
    van, tot = periode
    if periode == ALTIJD:
        return "altijd"
    delen = [f"vanaf {dag_kort(van)} {van.year}"] if van > date.min else []
    delen += [f"tot en met {dag_kort(tot)} {tot.year}"] if tot < date.max else []
    return " ".join(delen)


def schrijf_geldigheid(van: date, tot_en_met: date) -> str:
    """As it can be typed; `lees_geldigheid` reads exactly this back."""
    delen = [f"vanaf {van:%d-%m-%Y}"] if van > date.min else []
    if tot_en_met < date.max:
        delen.append(f"t/m {tot_en_met:%d-%m-%Y}")
    return " ".join(delen)
