"""What the tabs of a casus share, and the row in which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import bindingen
from kernteam_tui.screens.register import bestaat
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.widgets.tabel import Tabel
from kernteam_tui.widgets.tekst import ZACHT

if TYPE_CHECKING:
    from kernteam_tui.screens.casus.scherm import CasusScreen


class Tabblad(Vertical):
    """One tab. It shows a CasusBeeld, and has its own commands, each with a method `action_<id>`.

    A subclass sets NAAM, TITEL and OPDRACHTEN, and defines `compose`, `vul` and `begin`.
    """

    NAAM: ClassVar[str] = ""
    TITEL: ClassVar[str] = ""
    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = ()

    def __init_subclass__(cls, **opties: Any) -> None:
        if "OPDRACHTEN" in cls.__dict__:
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindingen(cls.OPDRACHTEN)]
        super().__init_subclass__(**opties)

    def __init__(self, casus: CasusBeeld) -> None:
        super().__init__(id=f"blad-{self.NAAM}")
        self.casus = casus
        """What is shown."""

    def on_mount(self) -> None:
        self.vul()

    def toon(self, casus: CasusBeeld) -> None:
        """Show this instead."""
        self.casus = casus
        self.vul()

    def vul(self) -> None:
        """Put `self.casus` into the widgets."""

    def begin(self) -> None:
        """Put the focus where work on this tab begins."""

    def rek(self, breedte: int, tot: int) -> int:
        """Width of a column that is `breedte` cells at 80, and grows with the screen up to `tot`."""
        return max(breedte, min(tot, breedte + self.app.size.width - 80))

    def gemarkeerd(self) -> str | None:
        """Key of the marked row of the table on this tab."""
        return next((tabel.sleutel for tabel in self.query(Tabel)), None)

    def past(self, opdracht: Opdracht) -> bool:  # noqa: ARG002 - for subclasses
        """Whether a command makes sense now; one that does not is shown nowhere."""
        return True

    def opdrachten(self) -> list[Opdracht]:
        """The commands that work now."""
        return [op for op in self.OPDRACHTEN if (not op.scherm or bestaat(op.scherm)) and self.past(op)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        if any(op.id == action for op in self.OPDRACHTEN):
            return any(op.id == action for op in self.opdrachten())
        return True

    @property
    def scherm(self) -> CasusScreen:
        return cast("CasusScreen", self.screen)

    @property
    def vandaag(self) -> date:
        return self.scherm.kernteam.klok.vandaag()


class Tabbalk(Widget):
    """The names of the tabs, each with its digit; the open one stands out, also without colour."""

    DEFAULT_CSS = """
    Tabbalk { height: 1; }
    """

    open_tab: reactive[str] = reactive("")

    class Gekozen(Message):
        """A tab was clicked."""

        def __init__(self, naam: str) -> None:
            super().__init__()
            self.naam = naam

    def __init__(self, bladen: Sequence[tuple[str, str]], *, id: str) -> None:
        """`bladen`: (name, title)."""
        super().__init__(id=id)
        self._bladen = bladen

    def render(self) -> Content:
        return Content(" " * self._tussen).join([self._naam(n) for n in range(len(self._bladen))])

    @property
    def _tussen(self) -> int:
        nodig = sum(self._naam(nummer).cell_length for nummer in range(len(self._bladen)))
        ruimte = (self.content_size.width - nodig) // max(1, len(self._bladen) - 1)
        return max(1, min(3, ruimte))

    def _naam(self, nummer: int) -> Content:
        naam, titel = self._bladen[nummer]
        if naam == self.open_tab:
            return Content.styled(f"{nummer + 1} {titel}", "bold reverse $primary")
        return Content.styled(f"{nummer + 1}", ZACHT) + Content(f" {titel}")

    def on_click(self, event: events.Click) -> None:
        x = event.get_content_offset_capture(self).x
        begin = 0
        for nummer, (naam, _) in enumerate(self._bladen):
            eind = begin + self._naam(nummer).cell_length
            if begin <= x < eind:
                self.post_message(self.Gekozen(naam))
            begin = eind + self._tussen
