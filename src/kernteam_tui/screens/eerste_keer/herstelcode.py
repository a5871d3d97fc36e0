"""Step 4: the recovery code, shown once, to be written on paper."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Button

from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.widgets.tekst import Kopregel, Tekst

UITLEG = (
    "Schrijf deze code over op papier. Niet in deze laptop, niet op je telefoon en geen foto: wie de code "
    "heeft, kan in je kluis. Leg het papier op een veilige plek, niet bij je laptop."
)
PER_REGEL = 4


class HerstelcodeStap(Stap):
    """Empty while the store is being made."""

    NUMMER = 4
    NAAM = "je herstelcode"
    VERDER = "Hij staat op papier"
    BEZIG: ClassVar[str] = (
        "Je kluis wordt gemaakt en de sleutels worden berekend. Dat duurt een paar tellen …"
    )
    WAARVOOR: ClassVar[str] = (
        "Met de code kom je erin als je je wachtwoordzin kwijt bent. Je ziet hem alleen nu. In de volgende "
        "stap typ je hem over van het papier; pas dan is je kluis klaar."
    )

    def rijen(self) -> ComposeResult:
        yield Tekst(self.BEZIG, id="code-bezig")
        yield Kopregel("Je herstelcode", id="code-kop")
        yield Tekst(id="code", classes="stap-groot")
        yield Tekst(UITLEG, classes="stap-uitleg code-uitleg")
        yield Tekst(self.WAARVOOR, classes="code-uitleg")

    def binnen(self) -> None:
        self.zeg("")
        self.query_one(Button).focus()

    def toon(self, code: str) -> None:
        """Show the code; empty: the store is still being made."""
        groepen = code.split("-") if code else []
        regels = (groepen[begin : begin + PER_REGEL] for begin in range(0, len(groepen), PER_REGEL))
        self.query_one("#code", Tekst).update("\n".join("  -  ".join(regel) for regel in regels))
        self.set_class(not code, "-bezig")
        if code:
            self.query_one(Button).focus()
