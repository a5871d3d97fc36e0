"""A small dialog that asks how somebody is called: one line, Enter is done."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button

from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import Tekst


class Naamvraag(Dialoog[str]):
    """Answers with the name; an empty one is asked for again."""

    def inhoud(self) -> ComposeResult:
        yield Tekst("Hoe heet deze persoon?")
        yield Invoer("", "bv. oma Ans", id="naam", select_on_focus=False)
        yield Tekst("", id="naam-fout", classes="fout")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Terug", "terug")
            yield knop("Erbij zetten (Enter)", "goed", hoofd=True)

    def on_mount(self) -> None:
        self.query_one("#naam", Invoer).focus()

    @on(Invoer.Changed, "#naam")
    def _getypt(self, event: Invoer.Changed) -> None:
        self.kernteam.namen.hoor(event.value)

    @on(Invoer.Submitted, "#naam")
    @on(Button.Pressed, "#goed")
    def _klaar(self) -> None:
        naam = self.query_one("#naam", Invoer).value.strip()
        if naam:
            self.dismiss(naam)
        else:
            self.query_one("#naam-fout", Tekst).update("Vul een naam in, of wie het is.")

    @on(Button.Pressed, "#terug")
    def _terug(self) -> None:
        self.action_sluit()
