"""ctrl+p: every command, found by typing a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.schil.opdrachten import Opdracht, toets_tekst
from kernteam_tui.screens.dialogen import Dialoog
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

BREED = 18
NIETS = "Geen opdracht gevonden. Haal een paar letters weg."


class PaletScreen(Dialoog[str]):
    """Answers with the id of the chosen command."""

    BINDINGS: ClassVar[list[Any]] = []

    def __init__(self, opdrachten: Sequence[Opdracht]) -> None:
        super().__init__("Opdrachten")
        self._opdrachten = [op for op in opdrachten if op.id != "opdrachten"]
        self._gevonden = self._opdrachten

    def inhoud(self) -> ComposeResult:
        yield Invoer(placeholder="typ een deel van de opdracht", id="palet-zoek")
        yield Optielijst(id="palet-lijst")
        yield Tekst("pijltjes en Enter kiezen   Esc terug", classes="zacht")

    def on_mount(self) -> None:
        self.query_one("#palet-lijst").can_focus = False
        self._vul()

    @on(Invoer.Changed)
    def _getypt(self, event: Invoer.Changed) -> None:
        woorden = event.value.lower().split()
        self._gevonden = [
            op for op in self._opdrachten if all(w in f"{op.tekst} {op.uitleg}".lower() for w in woorden)
        ]
        self._vul()

    def _vul(self) -> None:
        lijst = self.query_one("#palet-lijst", OptionList)
        lijst.clear_options()
        if not self._gevonden:
            lijst.add_option(Option(Content(NIETS), disabled=True))
            return
        lijst.add_options(Option(_regel(op)) for op in self._gevonden)
        lijst.highlighted = 0

    def on_key(self, event: events.Key) -> None:
        lijst = self.query_one("#palet-lijst", OptionList)
        if event.key in ("down", "up", "pagedown", "pageup"):
            actie = {"down": "cursor_down", "up": "cursor_up", "pagedown": "page_down", "pageup": "page_up"}
            getattr(lijst, f"action_{actie[event.key]}")()
            event.stop()

    @on(Invoer.Submitted)
    def _enter(self) -> None:
        nummer = self.query_one("#palet-lijst", OptionList).highlighted
        if self._gevonden and nummer is not None:
            self.dismiss(self._gevonden[nummer].id)

    @on(OptionList.OptionSelected)
    def _geklikt(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._gevonden[event.option_index].id)


def _regel(opdracht: Opdracht) -> Content:
    toets = Content.styled(f"{toets_tekst(opdracht):<{BREED}}", ZACHT)
    return toets + Content(opdracht.uitleg)
