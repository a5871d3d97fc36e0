"""Who is asked to the talk: boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button

from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.vinklijst import Vinklijst


class WieDialoog(Dialoog[list[str]]):
    """Answers with the ids that are ticked."""

    BINDINGS = [("enter", "goed", "goed"), ("ctrl+s", "goed", "goed")]

    def __init__(self, titel: str, opties: Sequence[tuple[str, str]], aan: Iterable[str]) -> None:
        super().__init__(titel)
        self._opties = opties
        self._aan = list(aan)

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(classes="dialoog-tekst", can_focus=False):
            lijst = Vinklijst(self._opties, id="wie")
            lijst.zet(self._aan)
            yield lijst
        yield Tekst("pijltjes kiezen   spatie aan of uit   Enter goed   Esc terug", classes="zacht")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Terug", "terug")
            yield knop("Goed", "goed", hoofd=True)

    @on(Button.Pressed)
    def _gedrukt(self, event: Button.Pressed) -> None:
        if event.button.id == "goed":
            self.action_goed()
        else:
            self.action_sluit()

    def action_goed(self) -> None:
        lijst = self.query_one("#wie", Vinklijst)
        self.dismiss([wie for wie in lijst.waarden if wie in lijst.aan])
