"""Step 5: the recovery code typed back from paper."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld

UITLEG = (
    "Typ de code over van je papier. Streepjes, spaties en kleine letters maken niet uit, en een O mag voor "
    "een nul staan, een I of L voor een één."
)
NOG_EENS = "Wil je de code nog een keer zien? Esc gaat terug naar de code."
ANDERS = (
    "Dit is nog niet de code van net. Kijk op je papier waar het verschil zit. "
    "Met Esc zie je de code nog eens."
)


class TerugtypenStap(Stap):
    """After this the store is there."""

    NUMMER = 5
    NAAM = "de code overtypen"
    VERDER = "Controleren"
    TERUG_NAAR = 4

    def rijen(self) -> ComposeResult:
        yield Tekst(UITLEG, classes="stap-uitleg")
        yield Tekstveld("teruggetypt", "Herstelcode")
        yield Tekst(NOG_EENS, classes="zacht stap-slot")

    @property
    def code(self) -> str:
        return self.query_one("#teruggetypt", Tekstveld).waarde

    def verder(self) -> None:
        if self.code.strip():
            self.klaar()
        else:
            self.zeg("Typ eerst de code over.")

    def vergeet(self) -> None:
        """The code goes out of the field."""
        self.query_one("#teruggetypt", Tekstveld).waarde = ""
