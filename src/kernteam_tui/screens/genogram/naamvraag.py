"""A small dialog that asks how somebody is called: one line, Enter is done."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button

from kernteam_tui.screens.dialogen import Conceptdialoog, knop
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import Tekst


def naam_sleutel(casus_id: str, bij_id: str, als: str) -> str:
    """Key of the half-typed name of who comes beside somebody."""
    return f"genogram_naam:{casus_id}:{bij_id}:{als}"


class Naamvraag(Conceptdialoog):
    """Answers with the name; an empty one is asked for again. What is half typed survives locking."""

    VELD = "naam"

    def inhoud(self) -> ComposeResult:
        yield Tekst("Hoe heet deze persoon?")
        yield Invoer("", "bv. oma Ans", id="naam", select_on_focus=False)
        yield Tekst("", id="naam-fout", classes="fout")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Terug", "terug")
            yield knop("Erbij zetten (Enter)", "goed", hoofd=True)

    def on_mount(self) -> None:
        super().on_mount()
        self._veld.focus()

    @property
    def _veld(self) -> Invoer:
        return self.query_one("#naam", Invoer)

    @property
    def tekst(self) -> str:
        return self._veld.value

    def zet_tekst(self, tekst: str) -> None:
        self._veld.value = tekst
        self._veld.cursor_position = len(tekst)

    @on(Invoer.Changed, "#naam")
    def _getypt(self, event: Invoer.Changed) -> None:
        self.kernteam.namen.hoor(event.value)
        self.getypt()

    @on(Invoer.Submitted, "#naam")
    @on(Button.Pressed, "#goed")
    def _klaar(self) -> None:
        naam = self.tekst.strip()
        if naam:
            self.antwoord(naam)
        else:
            self.query_one("#naam-fout", Tekst).update("Vul een naam in, of wie het is.")

    @on(Button.Pressed, "#terug")
    def _terug(self) -> None:
        self.action_sluit()
