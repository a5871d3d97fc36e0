"""To which sections of the gezinsplan a note belongs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.screens.dialogen import Dialoog
from kernteam_tui.services.notitiebron import Onderdeelkeuze
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import Tekst

_UITLEG = "In het plan staat deze notitie dan vooraan bij die onderdelen (ctrl+u)."


class Onderdelendialoog(Dialoog[tuple[str, ...]]):
    """Answers with the keys of the sections that are ticked; space ticks one."""

    BINDINGS: ClassVar[list[Any]] = [Binding("space", "vink", "aanvinken", show=False, id="onderdeel_vink")]

    def __init__(self, keuzes: Sequence[Onderdeelkeuze]) -> None:
        super().__init__("Bij welke onderdelen van het plan hoort dit?")
        self._keuzes = keuzes
        self._gekozen = {keuze.sleutel for keuze in keuzes if keuze.gekozen}

    def inhoud(self) -> ComposeResult:
        yield Optielijst(*(Option(self._regel(keuze)) for keuze in self._keuzes), id="onderdelen-lijst")
        yield Tekst("spatie aanvinken   Enter bewaren   Esc terug", classes="zacht")
        yield Tekst(_UITLEG, classes="zacht")

    def _regel(self, keuze: Onderdeelkeuze) -> Content:
        return Content(f"[{'x' if keuze.sleutel in self._gekozen else ' '}] {keuze.titel}")

    def action_vink(self) -> None:
        lijst = self.query_one("#onderdelen-lijst", Optielijst)
        if lijst.highlighted is None:
            return
        keuze = self._keuzes[lijst.highlighted]
        self._gekozen ^= {keuze.sleutel}
        lijst.replace_option_prompt_at_index(lijst.highlighted, self._regel(keuze))

    @on(OptionList.OptionSelected)
    def _bewaar(self) -> None:
        self.dismiss(tuple(k.sleutel for k in self._keuzes if k.sleutel in self._gekozen))
