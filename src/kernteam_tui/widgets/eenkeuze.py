"""One of a few: what the rows that show every option share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events, on
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.widgets.velden import Veld


class Eenkeuze(Widget, can_focus=True):
    """Options of which at most one is chosen. Arrows choose and `Del` takes the choice away.

    Space ticks: what an arrow came to stays chosen, once more takes it away and puts it back.
    """

    STAPPEN: ClassVar[dict[str, int]] = {"left": -1, "right": 1}
    """Key -> how many options further."""

    gekozen: reactive[int] = reactive(-1, layout=True)
    """Number of the chosen option; -1: none."""

    class Gekozen(Message):
        """The user chose another option."""

    def __init__(self, aantal: int, *, id: str) -> None:
        """`aantal`: how many options there are."""
        super().__init__(id=id)
        self._aantal = aantal
        self._aan_te_vinken = False
        self._terug_naar = 0

    def on_blur(self) -> None:
        self._aan_te_vinken = False

    def on_key(self, event: events.Key) -> None:
        stap = self.STAPPEN.get(event.key)
        if stap is not None:
            self.kies(min(self._aantal - 1, max(0, self.gekozen + stap)))
        elif event.key == "space":
            self._vink()
        elif event.key in ("backspace", "delete"):
            self.kies(-1)
        else:
            return
        event.stop()
        event.prevent_default()
        self._aan_te_vinken = stap is not None

    def _vink(self) -> None:
        if self.gekozen < 0:
            self.kies(self._terug_naar)
        elif not self._aan_te_vinken:
            self._terug_naar = self.gekozen
            self.kies(-1)

    def kies(self, nummer: int) -> None:
        """As a user does."""
        if nummer != self.gekozen:
            self.gekozen = nummer
            self.post_message(self.Gekozen())


class Eenkeuzeveld(Veld):
    """The row around it, put in with `zet_keuze`. The value is that of the chosen option, or empty."""

    def zet_keuze(self, keuze: Eenkeuze, waarden: Sequence[str], waarde: str) -> None:
        """`waarden`: what is kept of each option of `keuze`; `waarde`: the first choice."""
        self._keuze = keuze
        self._waarden = waarden
        self.waarde = waarde

    def invoer(self) -> Widget:
        return self._keuze

    @property
    def waarde(self) -> str:
        return self._waarden[self._keuze.gekozen] if self._keuze.gekozen >= 0 else ""

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._keuze.gekozen = self._waarden.index(waarde) if waarde in self._waarden else -1

    @on(Eenkeuze.Gekozen)
    def _veranderd(self, event: Eenkeuze.Gekozen) -> None:
        event.stop()
        self.meld_wijziging()
