"""What happened to the consents of a casus: given, withdrawn, past their last day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button

from kernteam_tui.screens.delen.woorden import historiezin
from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.services.toestemmingbeeld import HistorieRegel
from kernteam_tui.widgets.tekst import Tekst


class Geschiedenisdialoog(Dialoog[None]):
    """Newest first."""

    def __init__(self, regels: Sequence[HistorieRegel], vandaag: date) -> None:
        super().__init__("Geschiedenis van de toestemmingen")
        self._regels = regels
        self._vandaag = vandaag

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(classes="dialoog-tekst", id="geschiedenis"):
            for regel in self._regels:
                yield Tekst(historiezin(regel, self._vandaag))
            if not self._regels:
                yield Tekst("Er is nog geen toestemming vastgelegd.")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Goed", "goed", hoofd=True)

    def on_mount(self) -> None:
        self.query_one("#goed").focus()

    @on(Button.Pressed)
    def _gedrukt(self) -> None:
        self.dismiss(None)
