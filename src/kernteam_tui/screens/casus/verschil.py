"""Two versions beside each other: what is in the casus now, and what the user typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button

from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.tekst import Kopregel, Tekst

Verschil = tuple[str, str, str]
"""(name of the field, what is there now, what was typed)"""


class Verschildialoog(Dialoog[str]):
    """Answers `mijn`, `andere`, or None for looking further."""

    def __init__(self, verschillen: Sequence[Verschil]) -> None:
        super().__init__("Intussen gewijzigd")
        self._verschillen = verschillen

    def inhoud(self) -> ComposeResult:
        yield Tekst("Deze casus is ergens anders gewijzigd terwijl jij typte. Wat jij typte staat er nog.")
        with VerticalScroll(classes="dialoog-tekst", can_focus=False):
            for nummer, (label, _, _) in enumerate(self._verschillen):
                yield Kopregel(label)
                yield Feiten(id=f"verschil-{nummer}")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Verder kijken", "verder", hoofd=True)
            yield knop("Zo laten", "andere")
            yield knop("Mijn versie bewaren", "mijn")

    def on_mount(self) -> None:
        for nummer, (_, nu, getypt) in enumerate(self._verschillen):
            self.query_one(f"#verschil-{nummer}", Feiten).zet((("staat er nu", nu), ("jij typte", getypt)))

    @on(Button.Pressed)
    def _gedrukt(self, event: Button.Pressed) -> None:
        self.dismiss(None if event.button.id == "verder" else event.button.id)
