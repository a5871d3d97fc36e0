"""Whose words, who does it: type a name, or choose one of the family with the down key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.binding import Binding
from textual.message import Message
from textual.suggester import SuggestFromList

from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.velden import Tekstveld


class Naaminvoer(Invoer):
    """A text field that completes the names it knows (right arrow takes the completion over)."""

    BINDINGS = [Binding("down", "kies_naam", "kiezen", show=False)]

    class Kiezen(Message):
        """The user wants to choose from the names."""

        def __init__(self, invoer: Naaminvoer) -> None:
            super().__init__()
            self.invoer = invoer

    def __init__(self, *, id: str, voorbeeld: str = "van wie?  ↓ kiezen") -> None:
        super().__init__(placeholder=voorbeeld, id=id, select_on_focus=False)
        self.namen: tuple[str, ...] = ()

    def zet_namen(self, namen: Sequence[str]) -> None:
        """The names to choose from."""
        self.namen = tuple(dict.fromkeys(namen))
        self.suggester = SuggestFromList(self.namen, case_sensitive=False)

    def action_kies_naam(self) -> None:
        if self.namen:
            self.post_message(self.Kiezen(self))


class Naamveld(Tekstveld):
    """The same as a row of a form."""

    def __init__(self, id: str, label: str, *, uitleg: str = "", voorbeeld: str = "") -> None:
        super().__init__(id, label, uitleg=uitleg)
        self._invoer = Naaminvoer(id=self.invoer_id, voorbeeld=voorbeeld)

    def zet_namen(self, namen: Sequence[str]) -> None:
        """The names to choose from."""
        naaminvoer: Any = self._invoer
        naaminvoer.zet_namen(namen)
