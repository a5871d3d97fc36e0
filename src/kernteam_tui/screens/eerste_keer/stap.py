"""What the steps of the first run share."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Button

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.dialogen import knop
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Veld

AANTAL = 8
"""Steps of the first run; the last three are on the screen of the first school."""


class Stap(VerticalScroll, can_focus=False):
    """One step. A subclass gives its rows in `rijen()` and looks at them in `verder()`."""

    NUMMER: ClassVar[int] = 0
    NAAM: ClassVar[str] = ""
    """What the step is about, for the header."""
    VERDER: ClassVar[str] = "Verder"
    TERUG_NAAR: ClassVar[int] = 0
    """Number of the step to which Esc goes; 0: there is no way back."""
    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = ()

    class Klaar(Message):
        """The step is done."""

        def __init__(self, stap: Stap) -> None:
            super().__init__()
            self.stap = stap

    def __init__(self) -> None:
        super().__init__(id=f"stap-{self.NUMMER}")

    def compose(self) -> ComposeResult:
        yield from self.rijen()
        yield Tekst(id=f"stap-{self.NUMMER}-fout", classes="stap-fout fout")
        with Horizontal(classes="stap-knoppen"):
            yield knop(self.VERDER, f"stap-{self.NUMMER}-verder", hoofd=True)

    def rijen(self) -> ComposeResult:
        """The widgets of the step."""
        yield from ()

    def binnen(self) -> None:
        """The step comes into sight."""
        self.zeg("")
        eerste = next(iter(self.query(Invoer)), None)
        (eerste or self.query_one(Button)).focus()

    def verder(self) -> None:
        """Look at what was filled in; ends with `klaar()` or with a sentence about what is wrong."""
        self.klaar()

    def klaar(self) -> None:
        """On to the next step."""
        self.post_message(self.Klaar(self))

    def zeg(self, zin: str) -> None:
        """Say what is wrong; empty takes it away."""
        self.query_one(f"#stap-{self.NUMMER}-fout", Tekst).update(zin)

    @on(Invoer.Submitted)
    def _ingevuld(self, event: Invoer.Submitted) -> None:
        """Enter goes to the next field, after the last one to the next step."""
        event.stop()
        invoeren = list(self.query(Invoer))
        volgende = invoeren.index(event.input) + 1  # type: ignore[arg-type]  # every Input of ours is an Invoer
        if volgende < len(invoeren):
            invoeren[volgende].focus()
        else:
            self.verder()

    @on(Button.Pressed)
    def _gedrukt(self, event: Button.Pressed) -> None:
        event.stop()
        self.verder()

    @on(Veld.Gewijzigd)
    def _gewijzigd(self) -> None:
        self.zeg("")
